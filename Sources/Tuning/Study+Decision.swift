internal import Foundation
internal import Evaluation
internal import Recognition

/// What a study settles after the search: settings by kind, keep or replace, and the figures of the test split.
extension Study {
    /// What was settled.
    struct Settlement {
        var decision: Decision
        var winner: SearchSpace.Point
        var candidate: SearchSpace.Point
        var kinds: [KindChoice]
    }

    /// Looks for settings by kind and confirms on the validation split.
    func settle(
        _ candidate: SettingID, _ race: Race, _ runner: TrialRunner, _ table: inout MeasurementTable
    ) async throws(TuningError) -> Settlement {
        let gone = Set(race.merged.flatMap(\.others))
        let unfit = Set(race.infeasible.map(\.settings))
        let points = race.points.filter { !gone.contains($0.id) && !unfit.contains($0.settings) }
        guard let base = points.first(where: { $0.id == candidate }) else {
            throw .nothingFeasible("the candidate is not of the space")
        }
        let stage = KindStage(request: request, runner: runner, base: base, points: points)
        let proposed = try await stage.propose(&table, budget: race.affordableReadings)
        let documents = request.documents(in: .validation)
        let count = race.contenders.count { $0.id != candidate } + 1
        tracker.begin("confirmation", "\(count) settings", remaining: count * documents.count)
        try await runner.measure(Self.once(race.contenders + [base]), on: documents, into: &table)
        let kinds = try await stage.confirm(proposed, &table)
        let final = stage.composed(kinds) ?? base
        try await runner.measure([final], on: documents, into: &table)
        let confirmation = Confirmation(
            table: table, documents: documents, mix: request.mix, bootstrap: request.bootstrap)
        let decision = decide(final.id, confirmation, race.contenders.map(\.id))
        return Settlement(
            decision: decision, winner: decision.incumbentKept ? request.incumbent : final, candidate: final,
            kinds: kinds)
    }

    /// Reads the test split with the winner and what it had to beat; nothing is decided by it.
    func readTest(
        _ settlement: Settlement, _ contenders: [SearchSpace.Point], _ runner: TrialRunner,
        _ table: inout MeasurementTable
    ) async throws(TuningError) -> [PairedComparison]? {
        let documents = request.documents(in: .test)
        guard !documents.isEmpty else { return nil }
        let points = Self.once(contenders + [settlement.winner])
        tracker.begin("test", "\(points.count) settings", remaining: points.count * documents.count)
        try await runner.measure(points, on: documents, into: &table)
        let comparison = Confirmation(
            table: table, documents: documents, mix: request.mix, bootstrap: request.bootstrap)
        return rivals(of: settlement.winner.id).compactMap { rival, role in
            comparison.compare(settlement.winner.id, against: rival, role: role)
        }
    }

    private static func once(_ points: [SearchSpace.Point]) -> [SearchSpace.Point] {
        points.reduce(into: []) { once, point in
            if !once.contains(where: { $0.id == point.id }) { once.append(point) }
        }
    }

    private func rivals(of setting: SettingID) -> [(SettingID, SettingRole)] {
        let (defaults, incumbent) = (SearchSpace.Point.defaults.id, request.incumbent.id)
        let rivals: [(SettingID, SettingRole)] =
            defaults == incumbent ? [(incumbent, .incumbent)] : [(defaults, .defaults), (incumbent, .incumbent)]
        return rivals.filter { $0.0 != setting }
    }

    // MARK: - Keep or replace

    private func decide(_ candidate: SettingID, _ confirmation: Confirmation, _ contenders: [SettingID]) -> Decision {
        let comparisons = rivals(of: candidate).compactMap { rival, role in
            confirmation.compare(candidate, against: rival, role: role)
        }
        let breach = { (id: SettingID) in
            request.selection.violation(of: confirmation.standing(of: id, beside: contenders))
        }
        let isIncumbent = candidate == request.incumbent.id
        let (own, others) = (breach(candidate), breach(request.incumbent.id))
        let isBetter = !comparisons.isEmpty && comparisons.allSatisfy(\.passes)
        let confirmed = !isIncumbent && own == nil && (isBetter || others != nil)
        return Decision(
            winner: confirmed ? candidate : request.incumbent.id, candidate: candidate, incumbentKept: !confirmed,
            selectionRule: Preference.rule(request.selection), confirmationRule: Confirmation.rule,
            reasons: reasons(isIncumbent: isIncumbent, confirmed: confirmed, breach: own ?? others, comparisons),
            comparisons: comparisons)
    }

    private func reasons(
        isIncumbent: Bool, confirmed: Bool, breach: String?, _ comparisons: [PairedComparison]
    ) -> [String] {
        if isIncumbent {
            let limit = breach.map { ["On the validation split it breaks a limit: \($0)."] } ?? []
            return ["The incumbent was kept: no setting of the space did better on the tune split."] + limit
        }
        let first =
            switch (confirmed, breach) {
            case (true, nil): "The candidate replaces the incumbent: it was confirmed on the validation split."
            case (true, let limit?):
                "The candidate replaces the incumbent, which breaks a limit on the validation split: \(limit)."
            case (false, nil): "The incumbent was kept: the candidate was not confirmed on the validation split."
            case (false, let limit?):
                "The incumbent was kept: the candidate was not confirmed on the validation split, where \(limit)."
            }
        return [first] + comparisons.map(\.sentence)
    }
}

extension PairedComparison {
    /// The comparison as a sentence.
    public var sentence: String {
        let points = fieldAccuracyDifference.text(scale: 100, signed: true)
        return "Against the \(role.rawValue): \(finding) (field accuracy \(points) points, "
            + "CPU \(cpuRatio.text(scale: 1, signed: false)) times, \(documents) documents)."
    }
}

extension Estimate {
    fileprivate func text(scale: Double, signed: Bool) -> String {
        let number = { (value: Double) in String(format: signed ? "%+.2f" : "%.2f", value * scale) }
        guard let low, let high else { return "\(number(value)) (no interval)" }
        return "\(number(value)) [\(number(low)), \(number(high))]"
    }
}
