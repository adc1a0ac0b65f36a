internal import Evaluation
public import Recognition

/// A setting that was tried for one kind of input in the place of the one that serves all.
public struct KindChoice: Codable, Sendable, Equatable {
    /// The kind.
    public var kind: InputKind
    /// The setting that was tried.
    public var setting: SettingID
    /// The setting that serves all kinds.
    public var against: SettingID
    /// Both on the kind's documents of the tune split.
    public var tune: PairedComparison
    /// Both on those of the validation split; nil when nothing was significant on the tune split.
    public var validation: PairedComparison?
    /// Whether the kind has this setting of its own.
    public var isTaken: Bool
    /// Why or why not, as a sentence.
    public var reason: String
}

/// Looks for kinds of input that a setting of their own serves significantly better than the best for all.
struct KindStage {
    let request: StudyRequest
    let runner: TrialRunner
    /// The best for all.
    let base: SearchSpace.Point
    /// What could take its place.
    let points: [SearchSpace.Point]

    /// Rivals of one kind that are looked at closely.
    private static let rivalsOfKind = 2
    /// With fewer documents of a kind no interval says anything.
    private static let leastDocuments = 6

    /// Compares on the tune split. Rivals read the rest of the kind's documents as long as `budget` readings last.
    func propose(_ table: inout MeasurementTable, budget: Int) async throws(TuningError) -> [KindChoice] {
        let documents = Dictionary(grouping: request.documents(in: .tune), by: \.kind)
        guard documents.count > 1 else { return [] }
        var (choices, budget): ([KindChoice], Int) = ([], budget)
        for kind in InputKind.allCases {
            guard let own = documents[kind], own.count >= Self.leastDocuments else { continue }
            let rivals = rivals(of: kind, own, table)
            let open = (rivals + [base]).reduce(0) { $0 + missing($1, own, table) }
            guard !rivals.isEmpty, open <= budget else { continue }
            budget -= open
            runner.progress.begin("search", "\(kind.rawValue) alone", remaining: (rivals.count + 1) * own.count)
            try await runner.measure(rivals + [base], on: own, into: &table)
            if let choice = choice(of: kind, rivals, own, table, tests: Self.rivalsOfKind * documents.count) {
                choices.append(choice)
            }
        }
        return choices
    }

    /// Holds what was proposed against the validation split.
    func confirm(_ choices: [KindChoice], _ table: inout MeasurementTable) async throws(TuningError) -> [KindChoice] {
        var choices = choices
        for index in choices.indices where choices[index].tune.passes {
            let kind = choices[index].kind
            let documents = request.documents(in: .validation).filter { $0.kind == kind }
            let rival = points.filter { $0.id == choices[index].setting }
            try await runner.measure(rival + [base], on: documents, into: &table)
            let comparison = comparison(choices[index].setting, kind, documents, table, request.bootstrap)
            choices[index].validation = comparison
            choices[index].isTaken = comparison?.passes ?? false
            choices[index].reason =
                comparison.map { "On the validation split: \($0.finding)." } ?? "Nothing of the kind in validation."
        }
        return choices
    }

    /// The best for all with the kinds that have a setting of their own; nil when none has.
    func composed(_ choices: [KindChoice]) -> SearchSpace.Point? {
        let taken = choices.filter(\.isTaken)
        guard !taken.isEmpty else { return nil }
        let settings = InputKind.allCases.map { kind in
            let own = taken.first { $0.kind == kind }.flatMap { choice in points.first { $0.id == choice.setting } }
            return (kind, (own ?? base).settings(for: kind))
        }
        var profiles: [RecognitionProfile] = []
        for (kind, settings) in settings {
            if let index = profiles.firstIndex(where: { $0.settings == settings }) {
                profiles[index].kinds.append(kind)
            } else {
                profiles.append(RecognitionProfile(kinds: [kind], settings: settings))
            }
        }
        return SearchSpace.Point(profiles: profiles)
    }

    // MARK: - One kind

    private func missing(_ point: SearchSpace.Point, _ documents: [StudyDocument], _ table: MeasurementTable) -> Int {
        documents.count { table.measurement(point.id, $0.id) == nil }
    }

    /// Those that seem to do most for the kind, by what they have read of it.
    private func rivals(
        of kind: InputKind, _ documents: [StudyDocument], _ table: MeasurementTable
    ) -> [SearchSpace.Point] {
        let candidates = points.filter { $0.settings(for: kind) != base.settings(for: kind) }
            .compactMap { point -> (SearchSpace.Point, Double)? in
                guard
                    let comparison = comparison(point.id, kind, documents, table, nil),
                    comparison.documents >= 2
                else { return nil }
                let (gain, cost) = (comparison.fieldAccuracyDifference.value, comparison.cpuRatio.value)
                let seems =
                    gain > 0 && cost < Confirmation.worstRatio || cost < 0.97 && gain > Confirmation.worstDifference
                // A tenth of the CPU is worth as much as a point.
                return seems ? (point, gain + 0.1 * (1 - cost)) : nil
            }
        return candidates.sorted { ($1.1, $0.0.id) < ($0.1, $1.0.id) }.prefix(Self.rivalsOfKind).map(\.0)
    }

    private func choice(
        of kind: InputKind, _ rivals: [SearchSpace.Point], _ documents: [StudyDocument], _ table: MeasurementTable,
        tests: Int
    ) -> KindChoice? {
        var bootstrap = request.bootstrap
        bootstrap.level = 1 - (1 - bootstrap.level) / Double(tests)
        let comparisons = rivals.compactMap { comparison($0.id, kind, documents, table, bootstrap) }
        let best = comparisons.max {
            let score = { (comparison: PairedComparison) in
                (comparison.passes ? 1 : 0, comparison.fieldAccuracyDifference.value, -comparison.cpuRatio.value)
            }
            return score($0) < score($1)
        }
        return best.map { comparison in
            KindChoice(
                kind: kind, setting: comparison.setting, against: base.id, tune: comparison, validation: nil,
                isTaken: false, reason: "On the tune split: \(comparison.finding).")
        }
    }

    private func comparison(
        _ setting: SettingID, _ kind: InputKind, _ documents: [StudyDocument], _ table: MeasurementTable,
        _ bootstrap: ClusterBootstrap?
    ) -> PairedComparison? {
        Confirmation(table: table, documents: documents, mix: Mix(only: kind), bootstrap: bootstrap)
            .compare(setting, against: base.id, role: .candidate)
    }
}
