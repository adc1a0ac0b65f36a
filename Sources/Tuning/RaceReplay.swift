internal import Evaluation
internal import FoundationEssentials
internal import Recognition

/// Searches run again on recorded readings: what they cost and how far their winners are from the best.
public struct RaceReplay: Sendable {
    /// What one search came to.
    public struct Outcome: Codable, Sendable, Equatable {
        /// The seed of document order and draws.
        public var seed: UInt64
        /// The candidate.
        public var candidate: SettingID
        /// CPU seconds of all its readings.
        public var cpuSeconds: Double
        /// Readings.
        public var readings: Int
        /// Field accuracy that the best setting has more on the documents that were searched.
        public var regret: Double
        /// How many times as much CPU the candidate takes there as the cheapest that reads about as well as the best, less 1.
        public var cpuRegret: Double
        /// Field accuracy that the best setting has more on the fresh cards.
        public var freshRegret: Double
        /// As `cpuRegret`, on the fresh cards.
        public var freshCPURegret: Double
        /// The bounds that the search stated, when it did.
        public var certificate: Certificate?
    }

    private let matrix: RecordedMatrix
    private let fresh: RecordedMatrix
    private let executor: RecordedExecutor
    private let mix: Mix
    private let freshTable: MeasurementTable
    private let freshDocuments: [StudyDocument]

    /// Replays on one matrix, judged on fresh cards by another, which has at least the settings that a search chooses.
    public init(_ matrix: RecordedMatrix, fresh: RecordedMatrix, mix: Mix = .standard) async throws(TuningError) {
        self.matrix = matrix
        self.fresh = fresh
        self.mix = mix
        executor = RecordedExecutor(matrix)
        freshDocuments = fresh.documents.filter { mix.weights[$0.kind] != nil }
        freshTable = try await Self.table(fresh.settings, freshDocuments, RecordedExecutor(fresh))
    }

    /// The documents of a replay: those of the matrix or, with a `count`, so many drawn of them with replacement, each kind's
    /// share kept.
    public func documents(count: Int?, seed: UInt64) -> [StudyDocument] {
        let all = matrix.documents.map { document in
            var document = document
            document.split = .tune
            return document
        }
        guard let count else { return all }
        var generator = SplitMix64(seed: seed)
        return InputKind.allCases.flatMap { kind -> [StudyDocument] in
            let own = all.filter { $0.kind == kind }
            guard !own.isEmpty else { return [] }
            return (0..<(count * own.count / all.count)).map { number in
                var document = own[generator.next(below: own.count)]
                document.id += "#\(number)"
                return document
            }
        }
    }

    /// Runs one search over these documents, without a budget.
    public func run(
        _ search: StudyRequest.Search, on documents: [StudyDocument], seed: UInt64
    ) async throws(TuningError) -> Outcome {
        let request = request(search, documents, seed)
        let tracker = ProgressTracker(concurrency: 1) { _ in }
        let runner = TrialRunner(store: nil, executor: executor, concurrency: 1, progress: tracker)
        var race = Race(request: request, runner: runner)
        let candidate = try await race.run().setting
        // A grid of distinct points would not have read what turned out to be copies.
        let copies = search == .grid ? Set(race.merged.flatMap(\.others)) : []
        let readings = race.points.filter { !copies.contains($0.id) }
            .flatMap { race.table.readings(of: $0.id, on: documents).map(\.1) }
        let whole = try await Self.table(matrix.settings, documents, executor)
        let members = race.points.map(\.id)
        let judged = Judge(table: whole, documents: documents, mix: mix, bootstrap: request.bootstrap, members: members)
        let fresh = try freshJudge(of: members, eligible: judged.eligible, candidate: candidate)
        return Outcome(
            seed: seed, candidate: candidate, cpuSeconds: readings.reduce(0) { $0 + $1.cpuSeconds },
            readings: readings.count, regret: judged.regret(of: candidate), cpuRegret: judged.cpuRegret(of: candidate),
            freshRegret: fresh.regret(of: candidate), freshCPURegret: fresh.cpuRegret(of: candidate),
            certificate: race.certificate)
    }

    /// Fresh cards need not be read with what no search chooses.
    private func freshJudge(
        of members: [SettingID], eligible: Set<SettingID>, candidate: SettingID
    ) throws(TuningError) -> Judge {
        let read = Set(fresh.settings.map(\.id))
        guard read.contains(candidate) else {
            let name = matrix.settings.first { $0.id == candidate }?.name ?? "\(candidate)"
            throw .cannotRead(
                path: "the fresh cards", reason: "they were not read with \"\(name)\", which a search chose")
        }
        return Judge(
            table: freshTable, documents: freshDocuments, mix: mix, bootstrap: nil,
            members: members.filter(read.contains), eligible: eligible)
    }

    private func request(_ search: StudyRequest.Search, _ documents: [StudyDocument], _ seed: UInt64) -> StudyRequest {
        StudyRequest(
            run: "replay", started: .distantPast, tool: "replay", corpusPath: "", corpusHash: "", documents: documents,
            space: SearchSpace(name: "recorded", points: Array(matrix.settings.dropFirst(2))),
            incumbent: matrix.settings[1], mix: mix, search: search, budgetSeconds: 1e12, seed: seed, concurrency: 1,
            resamples: 200, measuresMachine: false)
    }

    private static func table(
        _ points: [SearchSpace.Point], _ documents: [StudyDocument], _ executor: RecordedExecutor
    ) async throws(TuningError) -> MeasurementTable {
        var table = MeasurementTable(documents: documents)
        for document in documents {
            let measurements = try await executor.measure(document, plan: .all(points.map(\.settings)))
            table.add(Dictionary(zip(points.map(\.id), measurements)) { first, _ in first }, document: document.id)
        }
        return table
    }
}

/// What settings are worth on documents that all have read. The best is that of the settings which the rule lets be chosen when all
/// documents of the search are known, so that regret is the search's and not the rule's.
private struct Judge {
    private let standings: [SettingID: Standing]
    /// Settings that may be chosen.
    let eligible: Set<SettingID>

    init(
        table: MeasurementTable, documents: [StudyDocument], mix: Mix, bootstrap: ClusterBootstrap?,
        members: [SettingID], eligible: Set<SettingID>? = nil
    ) {
        let comparison = Confirmation(table: table, documents: documents, mix: mix, bootstrap: bootstrap)
        let contenders = Array(members.prefix(2))
        let all = members.map { comparison.standing(of: $0, beside: contenders) }
        standings = Dictionary(uniqueKeysWithValues: all.map { ($0.setting, $0) })
        self.eligible = eligible ?? Set(Preference.eligible(all).map(\.setting))
    }

    private var candidates: [Standing] { standings.values.filter { eligible.contains($0.setting) } }
    private var best: Double { candidates.map(\.accuracy).max() ?? 0 }

    func regret(of setting: SettingID) -> Double { max(0, best - (standings[setting]?.accuracy ?? 0)) }

    func cpuRegret(of setting: SettingID) -> Double {
        guard let own = standings[setting] else { return .infinity }
        let near = candidates.filter { $0.accuracy >= best - SelectionPolicy().margin }
        let cheapest = near.map(\.cpu).min() ?? own.cpu
        return max(0, own.cpu / cheapest - 1)
    }
}
