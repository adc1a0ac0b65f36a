public import Corpus
public import OCRPool
public import Recognition
internal import Synchronization

/// Measures throughput, latency and memory of the pool that ships, with readers of its own for every load.
public struct PoolLoader: LoadExecutor {
    private let corpus: Corpus
    private let configuration: PoolConfiguration

    /// Creates a loader; the configuration's concurrency is replaced by that of each load.
    public init(corpus: Corpus, configuration: PoolConfiguration) {
        self.corpus = corpus
        self.configuration = configuration
    }

    /// Reads the documents. Readers are warm before the clock starts, and each takes the next document when it is done
    /// with one, so that none waits and a latency is a reader's own.
    public func load(
        _ documents: [StudyDocument], plan: ReadPlan, concurrency: Int
    ) async throws(TuningError) -> LoadMeasurement {
        let loaded = try corpus.bytes(of: documents)
        var configuration = configuration
        configuration.concurrency = concurrency
        let pool: ReaderPool
        do { pool = try await ReaderPool(configuration) } catch { throw .reader(error.description) }
        let run = LoadRun(pool: pool, plan: plan, documents: loaded)
        await run.warmUp(readers: concurrency)
        let result = await run.measure(concurrency: concurrency)
        await pool.shutdown()
        return try result.get()
    }
}

extension Corpus {
    /// The files of these documents, in their order; a document that the corpus has not is left out.
    func bytes(of documents: [StudyDocument]) throws(TuningError) -> [[UInt8]] {
        let entries = Dictionary(self.documents.map { ($0.id, $0) }) { first, _ in first }
        var loaded: [[UInt8]] = []
        do throws(CorpusError) {
            for case let entry? in documents.map({ entries[$0.id] }) { loaded.append(try bytes(of: entry)) }
        } catch {
            throw .unusableCorpus(error.sentence)
        }
        return loaded
    }
}

/// One load on one pool.
private final class LoadRun: Sendable {
    private struct Tally {
        var cpuSeconds = 0.0
        var latencies: [Double] = []
        var documentSeconds: [Double?]
        var childPeaks: [Int32: Int] = [:]
        var resident = 0
        var proportional: Int?
        var peak = 0
    }

    private static let samplingInterval = Duration.milliseconds(50)

    private let pool: ReaderPool
    private let plan: ReadPlan
    private let documents: [[UInt8]]
    private let tally: Mutex<Tally>

    init(pool: ReaderPool, plan: ReadPlan, documents: [[UInt8]]) {
        self.pool = pool
        self.plan = plan
        self.documents = documents
        tally = Mutex(Tally(documentSeconds: Array(repeating: nil, count: documents.count)))
    }

    /// Lets every reader load its engine. The largest document is likely to need one.
    func warmUp(readers: Int) async {
        let largest = documents.max { $0.count < $1.count } ?? []
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<readers { group.addTask { [pool, plan] in _ = try? await pool.read(largest, plan: plan) } }
        }
    }

    func measure(concurrency: Int) async -> Result<LoadMeasurement, TuningError> {
        let clock = ContinuousClock()
        let began = clock.now
        let failure = await withTaskGroup(of: Void.self) { group in
            group.addTask { await self.sampleMemory() }
            let failure = await self.readAll(concurrency: concurrency)
            group.cancelAll()
            return failure
        }
        if let failure { return .failure(failure) }
        return .success(measurement(wallSeconds: (clock.now - began).seconds))
    }

    private func sampleMemory() async {
        while !Task.isCancelled {
            let sample = ProcessTree.sample()
            tally.withLock { tally in
                tally.resident = max(tally.resident, sample.residentBytes)
                tally.proportional = sample.proportionalBytes.map { max($0, tally.proportional ?? 0) }
                tally.peak = max(tally.peak, sample.peakResidentBytes)
            }
            try? await Task.sleep(for: Self.samplingInterval)
        }
    }

    /// A document that a reader dies of is left out; a pool that cannot go on ends the load.
    private func readAll(concurrency: Int) async -> TuningError? {
        await withTaskGroup(of: TuningError?.self) { group in
            var waiting = documents.indices
            for index in waiting.prefix(concurrency) { group.addTask { await self.read(index) } }
            waiting = waiting.dropFirst(concurrency)
            for await failure in group {
                if let failure {
                    group.cancelAll()
                    return failure
                }
                if let next = waiting.popFirst() { group.addTask { await self.read(next) } }
            }
            return nil
        }
    }

    private func read(_ index: Int) async -> TuningError? {
        do throws(PoolError) {
            let answer = try await pool.read(documents[index], plan: plan)
            tally.withLock { tally in
                let usage = answer.usage
                tally.cpuSeconds += usage.cpuSeconds
                tally.latencies.append(answer.wall.seconds)
                tally.documentSeconds[index] = answer.wall.seconds
                tally.childPeaks[usage.processID] = max(
                    tally.childPeaks[usage.processID] ?? 0, usage.peakResidentBytes)
            }
            return nil
        } catch {
            return error.blamesDocument ? nil : .reader(error.description)
        }
    }

    private func measurement(wallSeconds: Double) -> LoadMeasurement {
        tally.withLock { tally in
            LoadMeasurement(
                wallSeconds: wallSeconds, cpuSeconds: tally.cpuSeconds, latencies: tally.latencies,
                residentBytes: tally.resident, proportionalBytes: tally.proportional, peakBytes: tally.peak,
                childPeakBytes: tally.childPeaks.sorted { $0.key < $1.key }.map(\.value),
                documentSeconds: tally.documentSeconds)
        }
    }
}
