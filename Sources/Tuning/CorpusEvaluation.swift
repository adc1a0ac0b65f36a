internal import Evaluation
public import Recognition

/// Figures of a few settings on a corpus, without choosing among them (`cricksy-bench evaluate`).
public struct CorpusEvaluation: Codable, Sendable, Equatable {
    /// What is evaluated: settings, profiles by kind of input, or another engine's words.
    public struct Contender: Codable, Sendable, Equatable {
        /// Stands for it in `summaries` and `pages`.
        public var id: SettingID
        /// For tables.
        public var name: String
        /// The settings by kind of input; none for another engine.
        public var profiles: [RecognitionProfile]
        /// Directory of another engine's words; nil for our own.
        public var words: String?

        /// Creates a contender.
        public init(name: String, profiles: [RecognitionProfile]) {
            id = studyHash(of: profiles, digits: 12)
            self.name = name
            self.profiles = profiles
        }

        /// Creates a contender whose cards are read without repair.
        public init(unrepaired name: String, profiles: [RecognitionProfile]) {
            self.init(name: name, profiles: profiles)
            id = studyHash(of: [id, "unrepaired"], digits: 12)
        }

        /// Creates a contender of another engine's words.
        public init(name: String, words: String) {
            self.init(name: name, profiles: [])
            id = studyHash(of: words, digits: 12)
            self.words = words
        }

        /// Creates a contender of one setting for all kinds.
        public init(_ point: SearchSpace.Point) {
            self.init(name: point.name, profiles: [RecognitionProfile(settings: point.settings)])
        }
    }

    /// Directory of the corpus.
    public var corpusPath: String
    /// Hash of the corpus.
    public var corpusHash: String
    /// The workload.
    public var mix: Mix
    /// What was evaluated.
    public var contenders: [Contender]
    /// Figures by contender, split and kind of input.
    public var summaries: [SettingSummary]
    /// Figures by contender and split: of all documents, by kind of input and by layout.
    public var groups: [ReadingFigures]
    /// One row per contender and document, with its wrong cells.
    public var pages: [PageRow]

    /// The figures of a contender: of one kind of input, or weighted by the mix when `kind` is nil.
    public func figures(of contender: SettingID, on split: StudySplit, kind: InputKind?) -> Figures? {
        summaries.first { $0.setting == contender && $0.split == split && $0.kind == kind }?.figures
    }
}

extension CorpusEvaluation {
    /// Contenders that are read by the same readers, in one request where they can share a document's raster.
    public struct Session: Sendable {
        /// Who is evaluated.
        public var contenders: [Contender]
        /// What reads for them.
        public var executor: any TrialExecutor

        /// Creates a session.
        public init(_ contenders: [Contender], executor: any TrialExecutor) {
            self.contenders = contenders
            self.executor = executor
        }
    }

    /// Reads the documents with every contender.
    public static func run(
        _ contenders: [Contender], on documents: [StudyDocument], corpusPath: String, corpusHash: String, mix: Mix,
        seed: UInt64, executor: some TrialExecutor, concurrency: Int,
        progress: @escaping @Sendable (StudyProgress) -> Void = { _ in }
    ) async throws(TuningError) -> CorpusEvaluation {
        try await run(
            [Session(contenders, executor: executor)], on: documents, corpusPath: corpusPath, corpusHash: corpusHash,
            mix: mix, seed: seed, concurrency: concurrency, progress: progress)
    }

    /// Reads the documents in every session; the contenders stay in their order.
    public static func run(
        _ sessions: [Session], on documents: [StudyDocument], corpusPath: String, corpusHash: String, mix: Mix,
        seed: UInt64, concurrency: Int, progress: @escaping @Sendable (StudyProgress) -> Void = { _ in }
    ) async throws(TuningError) -> CorpusEvaluation {
        var table = MeasurementTable(documents: documents)
        for session in sessions where !session.contenders.isEmpty {
            for kind in InputKind.allCases {
                let settings = session.contenders.flatMap { ReadPlan.byKind($0.profiles).settings(for: kind) }
                let readings = try await read(
                    documents.filter { $0.kind == kind }, plan: .all(settings), executor: session.executor,
                    concurrency: concurrency, progress: progress)
                for (document, measurements) in readings {
                    let ids = session.contenders.map(\.id)
                    table.add(Dictionary(zip(ids, measurements)) { first, _ in first }, document: document.id)
                }
            }
        }
        var evaluation = CorpusEvaluation(
            corpusPath: corpusPath, corpusHash: corpusHash, mix: mix, contenders: sessions.flatMap(\.contenders),
            summaries: [], groups: [], pages: [])
        evaluation.add(table, documents, bootstrap: ClusterBootstrap(seed: seed))
        return evaluation
    }

    private mutating func add(
        _ table: MeasurementTable, _ documents: [StudyDocument], bootstrap: ClusterBootstrap
    ) {
        let builder = FigureBuilder(table: table, mix: mix, bootstrap: bootstrap)
        for contender in contenders {
            let groups = ReadingFigureBuilder(contender: contender.id, bootstrap: bootstrap)
            for split in StudySplit.allCases {
                let part = documents.filter { $0.split == split }
                summaries += builder.summaries(of: contender.id, on: part)
                self.groups += groups.figures(of: table.readings(of: contender.id, on: part))
            }
            pages += table.readings(of: contender.id, on: documents).map { document, measurement in
                PageRow(setting: contender.id, document: document, measurement: measurement, withCells: true)
            }
        }
    }

    /// Reads documents with one plan, some at a time; the answers are in the documents' order.
    static func read(
        _ documents: [StudyDocument], plan: ReadPlan, executor: some TrialExecutor, concurrency: Int,
        progress: @escaping @Sendable (StudyProgress) -> Void
    ) async throws(TuningError) -> [(StudyDocument, [TrialMeasurement])] {
        typealias Answer = Result<(Int, [TrialMeasurement]), TuningError>
        let tracker = ProgressTracker(concurrency: concurrency, listener: progress)
        tracker.begin("reading", documents.first?.kind.rawValue ?? "", remaining: documents.count)
        let result = await withTaskGroup(of: Answer.self) { group -> Result<[[TrialMeasurement]], TuningError> in
            var answers = [[TrialMeasurement]](repeating: [], count: documents.count)
            var waiting = documents.indices
            let start = { (group: inout TaskGroup<Answer>) in
                guard let number = waiting.popFirst() else { return }
                group.addTask {
                    do throws(TuningError) {
                        let measurements = try await executor.measure(documents[number], plan: plan)
                        tracker.advance(1, wallSeconds: measurements.reduce(0) { $0 + $1.wallSeconds })
                        return .success((number, measurements))
                    } catch {
                        return .failure(error)
                    }
                }
            }
            for _ in 0..<concurrency { start(&group) }
            for await answer in group {
                switch answer {
                case .success(let (number, measurements)): answers[number] = measurements
                case .failure(let error):
                    group.cancelAll()
                    return .failure(error)
                }
                start(&group)
            }
            return .success(answers)
        }
        return Array(zip(documents, try result.get()))
    }
}
