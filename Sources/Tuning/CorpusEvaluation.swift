internal import Evaluation
public import Recognition

/// Figures of a few settings on a corpus, without choosing among them (`cricksy-bench evaluate`).
public struct CorpusEvaluation: Codable, Sendable, Equatable {
    /// What is evaluated: settings, or profiles by kind of input.
    public struct Contender: Codable, Sendable, Equatable {
        /// Stands for it in `summaries` and `pages`.
        public var id: SettingID
        /// For tables.
        public var name: String
        /// The settings by kind of input.
        public var profiles: [RecognitionProfile]

        /// Creates a contender.
        public init(name: String, profiles: [RecognitionProfile]) {
            id = studyHash(of: profiles, digits: 12)
            self.name = name
            self.profiles = profiles
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
    /// One row per contender and document, with its wrong cells.
    public var pages: [PageRow]

    /// The figures of a contender: of one kind of input, or weighted by the mix when `kind` is nil.
    public func figures(of contender: SettingID, on split: StudySplit, kind: InputKind?) -> Figures? {
        summaries.first { $0.setting == contender && $0.split == split && $0.kind == kind }?.figures
    }
}

extension CorpusEvaluation {
    /// Reads the documents with every contender, a document's readings in one request where they can share its raster.
    public static func run(
        _ contenders: [Contender], on documents: [StudyDocument], corpusPath: String, corpusHash: String, mix: Mix,
        seed: UInt64, executor: some TrialExecutor, concurrency: Int,
        progress: @escaping @Sendable (StudyProgress) -> Void = { _ in }
    ) async throws(TuningError) -> CorpusEvaluation {
        var table = MeasurementTable(documents: documents)
        for kind in InputKind.allCases {
            let settings = contenders.flatMap { ReadPlan.byKind($0.profiles).settings(for: kind) }
            let readings = try await read(
                documents.filter { $0.kind == kind }, plan: .all(settings), executor: executor,
                concurrency: concurrency, progress: progress)
            for (document, measurements) in readings {
                let ids = contenders.map(\.id)
                table.add(Dictionary(zip(ids, measurements)) { first, _ in first }, document: document.id)
            }
        }
        return assemble(contenders, documents, table, corpusPath, corpusHash, mix, seed)
    }

    private static func assemble(
        _ contenders: [Contender], _ documents: [StudyDocument], _ table: MeasurementTable, _ corpusPath: String,
        _ corpusHash: String, _ mix: Mix, _ seed: UInt64
    ) -> CorpusEvaluation {
        let builder = FigureBuilder(table: table, mix: mix, bootstrap: ClusterBootstrap(seed: seed))
        let summaries = contenders.flatMap { contender in
            StudySplit.allCases.flatMap { split in
                builder.summaries(of: contender.id, on: documents.filter { $0.split == split })
            }
        }
        let pages = contenders.flatMap { contender in
            table.readings(of: contender.id, on: documents).map { document, measurement in
                PageRow(setting: contender.id, document: document, measurement: measurement, withCells: true)
            }
        }
        return CorpusEvaluation(
            corpusPath: corpusPath, corpusHash: corpusHash, mix: mix, contenders: contenders, summaries: summaries,
            pages: pages)
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
