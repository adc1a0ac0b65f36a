public import Corpus
public import OCRPool
internal import Recognition
public import TunedConfiguration

/// Measures the machine half of a tuned file without a study: what the pool does with the file's settings here.
public struct MachineMeasurement: Sendable {
    /// How much is measured.
    public struct Schedule: Sendable, Hashable {
        /// Documents to read at each concurrency, dealt in the proportions of the mix; 8 or more.
        public var documents: Int
        /// Levels of concurrency; 1 is always among them.
        public var concurrencies: [Int]
        /// Seed of the documents' order.
        public var seed: UInt64

        /// Creates a schedule.
        ///
        /// - Parameter concurrencies: nil for 1 to twice the processors, powers of two on larger machines.
        public init(documents: Int, concurrencies: [Int]?, processors: Int, seed: UInt64) {
            self.documents = documents
            self.concurrencies = Set(
                [1] + (concurrencies ?? MachineStage.concurrencies(processors: processors))
            ).sorted()
            self.seed = seed
        }
    }

    private let corpus: Corpus
    private let configuration: PoolConfiguration
    private let mix: Mix

    /// Creates a measurement.
    public init(corpus: Corpus, configuration: PoolConfiguration, mix: Mix) {
        self.corpus = corpus
        self.configuration = configuration
        self.mix = mix
    }

    /// Reads the documents at each concurrency and chooses one.
    ///
    /// - Parameter documents: those of the splits that the settings may be chosen on.
    public func run(
        _ recognition: TunedConfiguration.RecognitionHalf, on documents: [StudyDocument], _ schedule: Schedule,
        probe: ProbeResult, provenance: TunedConfiguration.Provenance,
        progress: @escaping @Sendable (StudyProgress) -> Void
    ) async throws(TuningError) -> TunedConfiguration.MachineHalf {
        let tracker = ProgressTracker(concurrency: 1, listener: progress)
        let order = DocumentOrder.stratified(documents, seed: schedule.seed)
        let dealt = MachineStage.documents(count: schedule.documents, of: order, mix: mix)
        guard !dealt.isEmpty else { throw .unusableCorpus("it has no documents of the kinds in the mix (\(mix))") }
        let levels = schedule.concurrencies
        tracker.begin("machine", "\(levels.count) levels of concurrency", remaining: dealt.count * levels.count)
        let loader = PoolLoader(corpus: corpus, configuration: configuration)
        var points: [MachinePoint] = []
        for concurrency in levels {
            let load = try await loader.load(dealt, plan: .byKind(recognition.profiles), concurrency: concurrency)
            tracker.advance(dealt.count, wallSeconds: load.wallSeconds)
            points.append(MachinePoint(load, setting: "tuned", concurrency: concurrency, documents: dealt))
        }
        let choice = MachineChoice(points, memoryBytes: provenance.machine.usableMemoryBytes)
        let result = MachineResult(
            points: points.withSlowdowns, chosenConcurrency: choice.concurrency, reason: choice.reason,
            childMemoryBytes: choice.childMemoryBytes)
        guard
            let half = result.tunedHalf(
                profilesHash: recognition.profilesHash, speed: ProbeSpeed(cpuSeconds: probe.cpuSeconds),
                provenance: provenance)
        else { throw .nothingFeasible("no concurrency could be measured") }
        return half
    }
}
