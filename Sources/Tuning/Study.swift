internal import Evaluation
internal import Foundation
internal import Recognition

/// A tuning study: search on the tune split, confirmation on the validation split, then the machine half. With the same
/// request and the same store it goes on where it was stopped and finds the same.
public struct Study: Sendable {
    /// What was asked for.
    public let request: StudyRequest
    private let store: StudyStore
    private let trials: any TrialExecutor
    private let loads: (any LoadExecutor)?
    private let tracker: ProgressTracker

    private static let requestName = "request"
    private static let readersName = "readers"

    /// Creates a study and writes its request down. Without `loads` the machine half is left out.
    ///
    /// - Parameter readers: names what reads (program, engine, models); what others have read is not gone on with.
    public init(
        request: StudyRequest, store: StudyStore, readers: String = "", trials: any TrialExecutor,
        loads: (any LoadExecutor)?, progress: @escaping @Sendable (StudyProgress) -> Void = { _ in }
    ) throws(TuningError) {
        self.request = request
        self.store = store
        self.trials = trials
        self.loads = loads
        tracker = ProgressTracker(concurrency: request.concurrency, listener: progress)
        try Self.check(request)
        let before = try store.value(String.self, for: Self.readersName)
        guard before == nil || before == readers else {
            throw .cannotResume(run: request.run, reason: "the reader, its engine or its models have changed since")
        }
        try store.set(readers, for: Self.readersName)
        try store.set(request, for: Self.requestName)
        try store.add([.defaults, request.incumbent] + request.space.points)
    }

    /// The request of a run that was started before; nil when the store has none.
    public static func request(in store: StudyStore) throws(TuningError) -> StudyRequest? {
        try store.value(StudyRequest.self, for: requestName)
    }

    /// Runs what is left to do and gives everything that was found.
    public func run(provenance: [NamedValue] = []) async throws(TuningError) -> StudyResult {
        let clock = ContinuousClock()
        let began = clock.now
        let (earlier, resumed) = try knownTable()
        let runner = TrialRunner(
            store: store, executor: trials, concurrency: request.concurrency, progress: tracker)
        var race = Race(request: request, runner: runner, table: earlier)
        let candidate = try await race.run()
        let searched = clock.now
        var table = race.table
        let confirmed = try await confirm(candidate.setting, race.contenders, runner, &table)
        let settled = clock.now
        await trials.finish()
        let machine = try await measureMachine(confirmed.decision, race, table)
        let ended = clock.now
        let timings = [
            StageTiming("search", searched - began, table, request.documents(in: .tune)),
            StageTiming("confirmation", settled - searched, table, request.documents(in: .validation)),
            StageTiming("machine", ended - settled, machine),
        ]
        return StudyAssembly(
            request: request, race: race, table: table, decision: confirmed.decision, bootstrap: request.bootstrap,
            machine: machine, timings: timings, provenance: provenance, resumed: resumed
        ).result(finished: Date())
    }

    private static func check(_ request: StudyRequest) throws(TuningError) {
        for split in [StudySplit.tune, .validation] where request.documents(in: split).isEmpty {
            throw .unusableCorpus(
                "the split \(split.rawValue) has no documents of the kinds in the mix (\(request.mix))")
        }
        guard !request.space.points.isEmpty else { throw .nothingFeasible("the space has no feasible point") }
    }

    private func knownTable() throws(TuningError) -> (MeasurementTable, Bool) {
        var table = MeasurementTable(documents: request.documents)
        let known = try store.measurements()
        for (setting, rows) in known {
            for (document, measurement) in rows { table.add([setting: measurement], document: document) }
        }
        return (table, !known.isEmpty)
    }

    // MARK: - Confirmation

    private func confirm(
        _ candidate: SettingID, _ contenders: [SearchSpace.Point], _ runner: TrialRunner,
        _ table: inout MeasurementTable
    ) async throws(TuningError) -> (decision: Decision, documents: [StudyDocument]) {
        let documents = request.documents(in: .validation)
        let points = contenders + request.space.points.filter { $0.settings.studyID == candidate }
        var settings: [RecognitionSettings] = []
        for point in points where !settings.contains(point.settings) { settings.append(point.settings) }
        tracker.begin("confirmation", "\(settings.count) settings", remaining: settings.count * documents.count)
        try await runner.measure(settings, on: documents, into: &table)
        let confirmation = Confirmation(
            table: table, documents: documents, mix: request.mix, bootstrap: request.bootstrap)
        return (decide(candidate, confirmation), documents)
    }

    private func decide(_ candidate: SettingID, _ confirmation: Confirmation) -> Decision {
        let (defaults, incumbent) = (RecognitionSettings.tesseractDefaults.studyID, request.incumbent.settings.studyID)
        let rivals: [(SettingID, SettingRole)] =
            defaults == incumbent ? [(incumbent, .incumbent)] : [(defaults, .defaults), (incumbent, .incumbent)]
        let comparisons = rivals.filter { $0.0 != candidate }.compactMap { rival, role in
            confirmation.compare(candidate, against: rival, role: role)
        }
        let isIncumbent = candidate == incumbent
        let confirmed = !isIncumbent && !comparisons.isEmpty && comparisons.allSatisfy(\.passes)
        return Decision(
            winner: confirmed ? candidate : incumbent, candidate: candidate, incumbentKept: !confirmed,
            selectionRule: Preference.rule, confirmationRule: Confirmation.rule,
            reasons: reasons(isIncumbent: isIncumbent, confirmed: confirmed, comparisons), comparisons: comparisons)
    }

    private func reasons(isIncumbent: Bool, confirmed: Bool, _ comparisons: [PairedComparison]) -> [String] {
        if isIncumbent { return ["The incumbent was kept: no setting of the space did better on the tune split."] }
        let first =
            confirmed
            ? "The candidate replaces the incumbent: it was confirmed on the validation split."
            : "The incumbent was kept: the candidate was not confirmed on the validation split."
        return [first] + comparisons.map(\.sentence)
    }

    // MARK: - Machine

    private func measureMachine(
        _ decision: Decision, _ race: Race, _ table: MeasurementTable
    ) async throws(TuningError) -> MachineResult {
        guard let loads, request.measuresMachine else {
            return MachineResult(points: [], chosenConcurrency: nil, reason: "the machine half was not measured")
        }
        let all = race.contenders + request.space.points
        guard let winner = all.first(where: { $0.settings.studyID == decision.winner }) else {
            return MachineResult(points: [], chosenConcurrency: nil, reason: "there is no winner to measure")
        }
        let stage = MachineStage(request: request, store: store, executor: loads, progress: tracker)
        let others = race.contenders.map(\.settings).filter { $0 != winner.settings }
        return try await stage.run(winner: winner.settings, others: others, table: table)
    }
}

extension PairedComparison {
    /// The comparison as a sentence.
    var sentence: String {
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

extension StageTiming {
    fileprivate init(_ stage: String, _ wall: Duration, _ table: MeasurementTable, _ documents: [StudyDocument]) {
        let readings = table.readings(on: documents)
        self.init(
            stage: stage, wallSeconds: wall.seconds, cpuSeconds: readings.reduce(0) { $0 + $1.cpuSeconds },
            readings: readings.count)
    }

    fileprivate init(_ stage: String, _ wall: Duration, _ machine: MachineResult) {
        self.init(
            stage: stage, wallSeconds: wall.seconds,
            cpuSeconds: machine.points.reduce(0) { $0 + $1.cpuSecondsPerPage * Double($1.pages) },
            readings: machine.points.reduce(0) { $0 + $1.documents })
    }
}
