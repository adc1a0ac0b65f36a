internal import Evaluation
internal import Foundation
internal import Recognition

/// Puts together what a study found.
struct StudyAssembly {
    let request: StudyRequest
    let race: Race
    let table: MeasurementTable
    let settlement: Study.Settlement
    let test: [PairedComparison]?
    let bootstrap: ClusterBootstrap
    let machine: MachineResult
    let timings: [StageTiming]
    let provenance: [NamedValue]
    let resumed: Bool

    func result(finished: Date) -> StudyResult {
        let settings = settings
        return StudyResult(
            run: run(finished: finished), corpus: corpus, mix: request.mix, settings: settings,
            summaries: settings.flatMap { summaries(of: $0.id) }, pages: settings.flatMap(pages(of:)),
            merged: race.merged, infeasible: race.infeasible, rungs: race.rungs, dropped: race.dropped,
            machine: machine, decision: settlement.decision, provenance: provenance, timings: timings,
            certificate: race.certificate, policy: request.selection, front: front, kinds: settlement.kinds, test: test,
            screening: screening)
    }

    private var screening: ScreeningFacts? {
        race.screening.map { facts in
            var facts = facts
            let timed = RaceSchedule.block(after: 0, of: race.order.count)
            facts.count(race.accuracies.rows, table, of: Set(race.order.dropFirst(timed).map(\.id)))
            return facts
        }
    }

    /// Settings that have read as much as those that raced to the end; of the others too little is known.
    private var front: [FrontPoint] {
        let gone = Set(race.dropped.map(\.setting) + race.merged.flatMap(\.others))
        let unfit = Set(race.infeasible.map(\.settings))
        let points = race.points.filter { !gone.contains($0.id) && !unfit.contains($0.settings) }
        let standings = race.standings(of: points, bounded: false)
        return Preference.front(of: standings).map { standing in
            FrontPoint(
                setting: standing.setting,
                documents: table.readings(of: standing.setting, on: race.read).count, accuracy: standing.accuracy,
                cpuSecondsPerPage: standing.cpu, p95: standing.p95, residentBytes: standing.residentBytes)
        }
    }

    private func run(finished: Date) -> RunFacts {
        RunFacts(
            id: request.run, started: request.started, finished: finished, tool: request.tool,
            command: request.command, search: request.search.rawValue,
            budgetSeconds: request.search == .grid ? nil : request.budgetSeconds, seed: request.seed,
            resamples: bootstrap.resamples, intervalLevel: bootstrap.level, concurrency: request.concurrency,
            normalization: NormalizationProfile.card.rawValue, resumed: resumed)
    }

    private var corpus: CorpusFacts {
        let used = StudySplit.allCases.flatMap(request.documents(in:))
        let parts = StudySplit.allCases.flatMap { split in
            InputKind.allCases.compactMap { kind -> CorpusPart? in
                let part = used.filter { $0.split == split && $0.kind == kind }
                guard !part.isEmpty else { return nil }
                return CorpusPart(
                    split: split, kind: kind, documents: part.count, pages: part.reduce(0) { $0 + $1.pages })
            }
        }
        return CorpusFacts(
            path: request.corpusPath, hash: request.corpusHash, parts: parts,
            layouts: Set(used.map(\.layout)).sorted(), partial: request.partial)
    }

    /// Contenders first, then the space in its order; what cannot run is listed apart.
    private var settings: [StudySetting] {
        let infeasible = Set(race.infeasible.map(\.settings))
        var seen = Set<SettingID>()
        return (race.points + [settlement.candidate])
            .filter { !infeasible.contains($0.settings) && seen.insert($0.id).inserted }
            .map { point in
                StudySetting(
                    id: point.id, name: point.name, settings: point.settings, roles: roles(of: point.id),
                    profiles: point.profiles)
            }
    }

    private func roles(of id: SettingID) -> [SettingRole] {
        SettingRole.allCases.filter { role in
            switch role {
            case .defaults: id == SearchSpace.Point.defaults.id
            case .incumbent: id == request.incumbent.id
            case .candidate: id == settlement.decision.candidate
            case .winner: id == settlement.decision.winner
            }
        }
    }

    private func summaries(of id: SettingID) -> [SettingSummary] {
        let builder = FigureBuilder(table: table, mix: request.mix, bootstrap: bootstrap)
        return StudySplit.allCases.flatMap { builder.summaries(of: id, on: request.documents(in: $0)) }
    }

    private func pages(of setting: StudySetting) -> [PageRow] {
        let documents = StudySplit.allCases.flatMap(request.documents(in:))
        return table.readings(of: setting.id, on: documents).map { document, measurement in
            PageRow(
                setting: setting.id, document: document, measurement: measurement,
                withCells: !setting.roles.isEmpty)
        }
    }
}
