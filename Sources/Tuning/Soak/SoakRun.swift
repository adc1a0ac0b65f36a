public import Corpus
internal import Foundation
public import OCRPool
internal import OCRWire
public import Recognition
internal import Synchronization

/// Reads many documents with the pool that ships and looks, every so often, at what it holds on to. Memory that grows with
/// the documents shows here long before it shows in production.
public struct SoakRun: Sendable {
    private let corpus: Corpus
    private let configuration: PoolConfiguration
    private let plan: ReadPlan

    /// What to read, and when to look.
    public struct Schedule: Sendable, Hashable {
        /// Documents to read.
        public var documents: Int
        /// Documents between two looks; the first look is the one that the last is held against.
        public var interval: Int
        /// Decides the order of the documents.
        public var seed: UInt64

        /// Creates a schedule.
        public init(documents: Int, interval: Int, seed: UInt64) {
            self.documents = documents
            self.interval = interval
            self.seed = seed
        }
    }

    /// Freed pages go back to the system within a second (`malloc_conf`), and the last reader's successor gets warm.
    private static let settling = Duration.seconds(3)

    /// Creates a run over a corpus; each document is read with the profile for its kind.
    public init(corpus: Corpus, configuration: PoolConfiguration, profiles: [RecognitionProfile]) {
        self.corpus = corpus
        self.configuration = configuration
        plan = .byKind(profiles)
    }

    /// Reads the documents, kinds in turn, over and over.
    public func run(
        _ documents: [StudyDocument], _ schedule: Schedule, progress: @escaping @Sendable (StudyProgress) -> Void
    ) async throws(TuningError) -> SoakResult {
        let files = try corpus.bytes(of: DocumentOrder.stratified(documents, seed: schedule.seed))
        guard !files.isEmpty else { throw .unusableCorpus("it has no document") }
        let before = (files: SharedFolders.files(), cpu: treeCPUSeconds())
        let pool: ReaderPool
        do { pool = try await ReaderPool(configuration) } catch { throw .reader(error.description) }
        let tally = SoakTally()
        let checkpoints = await checkpoints(files, schedule, pool, tally, progress)
        await pool.shutdown()
        return SoakResult(
            concurrency: configuration.concurrency, recycledAfter: configuration.recycling.tasks,
            sandbox: pool.hello.sandbox, checkpoints: checkpoints, results: tally.results, failures: tally.failures,
            cpuSeconds: treeCPUSeconds() - before.cpu,
            leftFiles: SharedFolders.files().subtracting(before.files).sorted())
    }

    private func checkpoints(
        _ files: [[UInt8]], _ schedule: Schedule, _ pool: ReaderPool, _ tally: SoakTally,
        _ progress: @escaping @Sendable (StudyProgress) -> Void
    ) async -> [SoakCheckpoint] {
        let tracker = ProgressTracker(concurrency: configuration.concurrency, listener: progress)
        tracker.begin("soak", "\(configuration.concurrency) readers", remaining: schedule.documents)
        let began = ContinuousClock.now
        var checkpoints: [SoakCheckpoint] = []
        for first in stride(from: 0, to: schedule.documents, by: schedule.interval) {
            let last = min(schedule.documents, first + schedule.interval)
            await read((first..<last).map { files[$0 % files.count] }, pool, tally, tracker)
            try? await Task.sleep(for: Self.settling)
            checkpoints.append(.now(documents: last, seconds: (ContinuousClock.now - began).seconds))
        }
        return checkpoints
    }

    private func read(
        _ documents: [[UInt8]], _ pool: ReaderPool, _ tally: SoakTally, _ tracker: ProgressTracker
    ) async {
        await withTaskGroup(of: Void.self) { group in
            var waiting = documents[...]
            for _ in 0..<configuration.concurrency {
                if let next = waiting.popFirst() { group.addTask { await read(next, pool, tally, tracker) } }
            }
            for await _ in group {
                if let next = waiting.popFirst() { group.addTask { await read(next, pool, tally, tracker) } }
            }
        }
    }

    private func read(
        _ document: [UInt8], _ pool: ReaderPool, _ tally: SoakTally, _ tracker: ProgressTracker
    ) async {
        let clock = ContinuousClock.now
        do throws(PoolError) {
            tally.count(try await pool.read(document, plan: plan).results.first)
        } catch {
            tally.count(failure: error.sentence)
        }
        tracker.advance(1, wallSeconds: (ContinuousClock.now - clock).seconds)
    }

    /// User and system time of this process and of the children that it has reaped.
    private func treeCPUSeconds() -> Double {
        [RUSAGE_SELF.rawValue, RUSAGE_CHILDREN.rawValue].reduce(0) { sum, who in
            var usage = rusage()
            getrusage(who, &usage)
            return sum
                + [usage.ru_utime, usage.ru_stime].reduce(0) { $0 + Double($1.tv_sec) + Double($1.tv_usec) / 1e6 }
        }
    }
}
