public import Corpus
internal import Foundation
public import Recognition
internal import Scorecard

/// Gives another engine's words to our reader of cards: `NAME.hocr` for each document in a directory, and what the engine cost
/// in `cost.json`.
public struct HOCRExecutor: TrialExecutor {
    private let directory: String
    private let corpus: Corpus
    private let cost: EngineCost?
    private let files: Int

    /// What an engine cost over all documents of the directory.
    private struct EngineCost: Decodable {
        var engine: String?
        var cpuSeconds: Double
        var peakMiB: Double?
        /// CPU seconds by document, when it was measured.
        var documents: [String: Double]?
    }

    /// For tables: what the engine calls itself, else the directory.
    public var name: String { cost?.engine ?? directory }

    /// Opens a directory that has words of at least one document of the corpus.
    public init(directory: String, corpus: Corpus) throws(TuningError) {
        self.directory = directory
        self.corpus = corpus
        files = corpus.documents.count {
            FileManager.default.fileExists(atPath: Self.path($0.id, in: directory))
        }
        guard files > 0 else {
            throw .cannotRead(path: directory, reason: "it has no NAME.hocr of a document of the corpus")
        }
        let costPath = directory + "/cost.json"
        guard FileManager.default.fileExists(atPath: costPath) else {
            cost = nil
            return
        }
        do {
            cost = try StudyJSON.value(EngineCost.self, from: Data(contentsOf: URL(filePath: costPath)))
        } catch {
            throw .cannotRead(path: costPath, reason: StudyJSON.reason(error))
        }
    }

    /// The document's words read by our reader; its settings are the engine's own affair. A document without a file is missed.
    public func measure(_ document: StudyDocument, plan: ReadPlan) async throws(TuningError) -> [TrialMeasurement] {
        let truth = try truth(of: document)
        let path = Self.path(document.id, in: directory)
        guard FileManager.default.fileExists(atPath: path) else {
            return [truth.score(.failed("There is no \(document.id).hocr."))]
        }
        let pages = try Self.pages(path)
        var measurement = truth.score(ScorecardReader().read(pages: pages), pages: pages, cost: ReadCost.Stage())
        measurement.cpuSeconds = cpuSeconds(of: document)
        measurement.wallSeconds = measurement.cpuSeconds
        measurement.peakResidentBytes = cost?.peakMiB.map { Int($0 * Double(1 << 20)) }
        return [measurement]
    }

    /// Nothing runs.
    public func finish() async {}

    private func cpuSeconds(of document: StudyDocument) -> Double {
        guard let cost else { return 0 }
        return cost.documents?[document.id] ?? cost.cpuSeconds / Double(files)
    }

    private static func path(_ document: String, in directory: String) -> String { "\(directory)/\(document).hocr" }

    private static func pages(_ path: String) throws(TuningError) -> [RecognizedPage] {
        let size = (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? 0
        do throws(HOCRPages.Fault) {
            guard size <= HOCRPages.mostBytes, let data = FileManager.default.contents(atPath: path) else {
                throw HOCRPages.Fault(reason: "it is too large or not readable")
            }
            return try HOCRPages.pages([UInt8](data))
        } catch {
            throw .cannotRead(path: path, reason: error.reason)
        }
    }

    private func truth(of document: StudyDocument) throws(TuningError) -> DocumentTruth {
        guard let entry = corpus.documents.first(where: { $0.id == document.id }) else {
            throw .unusableCorpus("it has no document \(document.id)")
        }
        do throws(CorpusError) {
            return try DocumentTruth(of: entry, in: corpus)
        } catch {
            throw .unusableCorpus(error.sentence)
        }
    }
}
