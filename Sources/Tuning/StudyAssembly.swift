internal import Evaluation
internal import Foundation
internal import Recognition

/// Puts together what a study found.
struct StudyAssembly {
    let request: StudyRequest
    let race: Race
    let table: MeasurementTable
    let decision: Decision
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
            machine: machine, decision: decision, provenance: provenance, timings: timings)
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
        let used = request.documents(in: .tune) + request.documents(in: .validation)
        let parts = [StudySplit.tune, .validation].flatMap { split in
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
        var seen = Set<RecognitionSettings>()
        return (race.contenders + request.space.points)
            .filter { !infeasible.contains($0.settings) && seen.insert($0.settings).inserted }
            .map { point in
                let id = point.settings.studyID
                return StudySetting(id: id, name: point.name, settings: point.settings, roles: roles(of: id))
            }
    }

    private func roles(of id: SettingID) -> [SettingRole] {
        SettingRole.allCases.filter { role in
            switch role {
            case .defaults: id == RecognitionSettings.tesseractDefaults.studyID
            case .incumbent: id == request.incumbent.settings.studyID
            case .candidate: id == decision.candidate
            case .winner: id == decision.winner
            }
        }
    }

    private func summaries(of id: SettingID) -> [SettingSummary] {
        let builder = FigureBuilder(table: table, mix: request.mix, bootstrap: bootstrap)
        return [StudySplit.tune, .validation].flatMap { builder.summaries(of: id, on: request.documents(in: $0)) }
    }

    private func pages(of setting: StudySetting) -> [PageRow] {
        let documents = request.documents(in: .tune) + request.documents(in: .validation)
        return table.readings(of: setting.id, on: documents).map { document, measurement in
            PageRow(
                setting: setting.id, document: document, measurement: measurement,
                withCells: !setting.roles.isEmpty)
        }
    }
}
