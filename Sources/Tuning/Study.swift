internal import Evaluation
internal import Foundation
internal import Recognition

/// A tuning study: search on the tune split, confirmation on the validation split, figures on the test split, then the
/// machine half. With the same request and the same store it goes on where it was stopped and finds the same.
public struct Study: Sendable {
    /// What was asked for.
    public let request: StudyRequest
    private let store: StudyStore
    private let trials: any TrialExecutor
    private let fleet: (any TrialExecutor)?
    private let loads: (any LoadExecutor)?
    let tracker: ProgressTracker

    private static let requestName = "request"
    private static let readersName = "readers"

    /// Creates a study and writes its request down. Without `loads` the machine half is left out.
    ///
    /// - Parameters:
    ///   - readers: names what reads (program, engine, models); what others have read is not gone on with.
    ///   - fleet: reads for accuracy before the race, where the request wants that; nil has it done by `trials`.
    public init(
        request: StudyRequest, store: StudyStore, readers: String = "", trials: any TrialExecutor,
        fleet: (any TrialExecutor)? = nil, loads: (any LoadExecutor)?,
        progress: @escaping @Sendable (StudyProgress) -> Void = { _ in }
    ) throws(TuningError) {
        self.request = request
        self.store = store
        self.trials = trials
        self.fleet = fleet
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
            store: store, executor: trials, concurrency: request.concurrency, progress: tracker,
            known: earlier, settingsTogether: request.selection.wantsOwnMemory ? 1 : 8)
        var race = Race(request: request, runner: runner, fleet: try screener())
        let candidate = try await race.run()
        await fleet?.finish()
        let searched = clock.now
        var table = race.table
        let settlement = try await settle(candidate.setting, race, runner, &table)
        let settled = clock.now
        let test = try await readTest(settlement, race.contenders, runner, &table)
        let tested = clock.now
        await trials.finish()
        let machine = try await measureMachine(settlement.winner, race, table)
        let ended = clock.now
        let timings = [
            StageTiming("search", searched - began, table, request.documents(in: .tune)),
            StageTiming("confirmation", settled - searched, table, request.documents(in: .validation)),
            StageTiming("test", tested - settled, table, request.documents(in: .test)),
            StageTiming("machine", ended - tested, machine),
        ]
        return StudyAssembly(
            request: request, race: race, table: table, settlement: settlement, test: test,
            bootstrap: request.bootstrap, machine: machine, timings: timings, provenance: provenance, resumed: resumed
        ).result(finished: Date())
    }

    /// Reads for accuracy alone, a setting at a time: a worker that reads one holds up an upload for no longer.
    private func screener() throws(TuningError) -> TrialRunner? {
        guard request.screens == true else { return nil }
        return TrialRunner(
            store: store, executor: fleet ?? trials, concurrency: Self.trialsUnderWay, progress: tracker,
            known: MeasurementTable(documents: request.documents, rows: try store.screening()), settingsTogether: 1,
            screens: true)
    }

    /// Trials that a fleet is asked for at a time.
    private static let trialsUnderWay = 32

    private static func check(_ request: StudyRequest) throws(TuningError) {
        for split in [StudySplit.tune, .validation] where request.documents(in: split).isEmpty {
            throw .unusableCorpus(
                "the split \(split.rawValue) has no documents of the kinds in the mix (\(request.mix))")
        }
        guard !request.space.points.isEmpty else { throw .nothingFeasible("the space has no feasible point") }
    }

    private func knownTable() throws(TuningError) -> (MeasurementTable, Bool) {
        let known = try store.measurements()
        return (MeasurementTable(documents: request.documents, rows: known), !known.isEmpty)
    }

    // MARK: - Machine

    private func measureMachine(
        _ winner: SearchSpace.Point, _ race: Race, _ table: MeasurementTable
    ) async throws(TuningError) -> MachineResult {
        guard let loads, request.measuresMachine else {
            return MachineResult(points: [], chosenConcurrency: nil, reason: "the machine half was not measured")
        }
        let stage = MachineStage(request: request, store: store, executor: loads, progress: tracker)
        let others = race.contenders.filter { $0.id != winner.id }
        return try await stage.run(winner: winner, others: others, table: table)
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
