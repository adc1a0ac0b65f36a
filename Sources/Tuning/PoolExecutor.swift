public import Corpus
public import OCRPool
public import OCRWire
public import Recognition
internal import Scorecard

/// What an executor needs of a pool; a test's dies when it is told to.
package protocol DocumentPool: Sendable {
    /// What the readers say of themselves.
    var hello: ReaderHello { get }
    /// Reads a document.
    func read(_ document: [UInt8], plan: ReadPlan, options: ReadOptions) async throws(PoolError) -> ReadAnswer
    /// Ends the readers.
    func shutdown() async
}

extension ReaderPool: DocumentPool {}

/// Reads documents of a corpus in reader processes, the very ones that ship, and holds what they read against the truth.
public struct PoolExecutor: Sendable {
    /// What the readers say of themselves.
    public var hello: ReaderHello { pool.hello }

    private let corpus: Corpus
    private let pool: any DocumentPool
    private let documents: [String: CorpusDocument]
    /// Whether cards are read here once more from the words of the readers, unmended.
    private var repairs = true

    /// Starts the readers; `configuration.concurrency` documents can be read at a time.
    public init(corpus: Corpus, configuration: PoolConfiguration) async throws(TuningError) {
        do throws(PoolError) {
            self.init(corpus: corpus, pool: try await ReaderPool(configuration))
        } catch {
            throw .reader(error.description)
        }
    }

    /// Reads with any pool.
    package init(corpus: Corpus, pool: any DocumentPool) {
        self.corpus = corpus
        self.pool = pool
        documents = Dictionary(corpus.documents.map { ($0.id, $0) }) { first, _ in first }
    }

    /// Ends the readers.
    public func finish() async { await pool.shutdown() }

    /// The same readers, their cards without repair: what a card's laws are worth shows by leaving them out.
    public func withoutRepair() -> PoolExecutor {
        var executor = self
        executor.repairs = false
        return executor
    }

    /// The pages of a document as recognised with the setting of its kind; nil when it cannot be read.
    func pages(of document: StudyDocument, profiles: [RecognitionProfile]) async throws(TuningError)
        -> [RecognizedPage]?
    {
        let bytes = try bytes(of: document)
        let settings = ReadPlan.byKind(profiles).settings(for: document.kind)
        do throws(PoolError) {
            guard case .success(let read)? = try await read(bytes, plan: .all(settings)).results.first else {
                return nil
            }
            return read.pages
        } catch {
            guard error.blamesDocument else { throw .reader(error.description) }
            return nil
        }
    }

    func bytes(of document: StudyDocument) throws(TuningError) -> [UInt8] {
        do throws(CorpusError) {
            return try corpus.bytes(of: try entry(of: document))
        } catch {
            throw .unusableCorpus(error.sentence)
        }
    }

    /// The corpus's entry of a document.
    func document(_ id: String) -> CorpusDocument? { documents[id] }

    private func entry(of document: StudyDocument) throws(CorpusError) -> CorpusDocument {
        guard let entry = documents[document.id] else { throw .noManifest(path: corpus.directory) }
        return entry
    }
}

// MARK: - Trials

extension PoolExecutor: TrialExecutor {
    /// Seconds that one setting may take for one document, and those after which its reader is killed.
    static let limits = (soft: 60, hard: 90)

    /// A reader that dies costs only the setting that it died of: the others are asked again one by one.
    public func measure(_ document: StudyDocument, plan: ReadPlan) async throws(TuningError) -> [TrialMeasurement] {
        let truth = try truth(of: document)
        let bytes = try bytes(of: document)
        let settings = plan.settings(for: document.kind)
        do throws(PoolError) {
            return measurements(try await read(bytes, plan: plan), truth: truth)
        } catch {
            guard error.blamesDocument else { throw .reader(error.description) }
        }
        var measurements: [TrialMeasurement] = []
        for setting in settings {
            measurements.append(try await measureAlone(bytes, setting: setting, truth: truth))
        }
        return measurements
    }

    private func measureAlone(
        _ bytes: [UInt8], setting: RecognitionSettings, truth: DocumentTruth
    ) async throws(TuningError) -> TrialMeasurement {
        do throws(PoolError) {
            let alone = measurements(try await read(bytes, plan: .all([setting])), truth: truth)
            return alone.first ?? truth.score(.failed("The reader gave no result."))
        } catch {
            guard error.blamesDocument else { throw .reader(error.description) }
            return truth.score(.failed(error.sentence))
        }
    }

    /// Reads a document with one setting and has its pages drawn.
    func draw(
        _ bytes: [UInt8], _ setting: RecognitionSettings, _ order: PictureOrder
    ) async throws(PoolError) -> ReadAnswer {
        let options = ReadOptions(
            softLimit: .seconds(Self.limits.soft), hardLimit: .seconds(Self.limits.hard), pictures: order)
        return try await pool.read(bytes, plan: .all([setting]), options: options)
    }

    private func read(_ bytes: [UInt8], plan: ReadPlan) async throws(PoolError) -> ReadAnswer {
        let count = max(1, plan.resultCount)
        let options = ReadOptions(
            softLimit: .seconds(Self.limits.soft * count), hardLimit: .seconds(Self.limits.hard * count))
        return try await pool.read(bytes, plan: plan, options: options)
    }

    private func measurements(_ answer: ReadAnswer, truth: DocumentTruth) -> [TrialMeasurement] {
        answer.results.map { result in
            var measurement = truth.score(result, repairs: repairs)
            measurement.peakResidentBytes = answer.usage.peakResidentBytes
            return measurement
        }
    }

    func truth(of document: StudyDocument) throws(TuningError) -> DocumentTruth {
        do throws(CorpusError) {
            return try DocumentTruth(of: try entry(of: document), in: corpus)
        } catch {
            throw .unusableCorpus(error.sentence)
        }
    }
}
