public import Foundation
internal import Recognition

/// What a study was asked to do. It is written into the store first, and with the measurements decides everything that
/// the study finds.
public struct StudyRequest: Codable, Sendable, Equatable {
    /// How settings are compared.
    public enum Search: String, Codable, Sendable, CaseIterable {
        /// Racing on paired evidence, with a certificate.
        case race
        /// Successive halving within the budget.
        case halving
        /// Every setting on every document.
        case grid
    }

    /// Name of the run.
    public var run: String
    /// When it was first started.
    public var started: Date
    /// The command line, as typed.
    public var command: [String]
    /// Version of the program.
    public var tool: String
    /// Directory of the corpus.
    public var corpusPath: String
    /// Hash of the corpus.
    public var corpusHash: String
    /// The documents to measure; those of the split `test` only after everything is decided.
    public var documents: [StudyDocument]
    /// Whether `documents` is only a part of the corpus.
    public var partial: Bool
    /// The settings to compare.
    public var space: SearchSpace
    /// What is in use today.
    public var incumbent: SearchSpace.Point
    /// The workload.
    public var mix: Mix
    /// How settings are compared.
    public var search: Search
    /// Seconds for the whole run; a grid has none.
    public var budgetSeconds: Double
    /// Seed of page order and bootstrap.
    public var seed: UInt64
    /// Documents read at a time in accuracy trials.
    public var concurrency: Int
    /// Bootstrap resamples behind each interval.
    public var resamples: Int
    /// Whether concurrency is measured and chosen.
    public var measuresMachine: Bool
    /// Processors of the machine.
    public var processors: Int
    /// What the choice is after; nil is accuracy without limits.
    public var policy: SelectionPolicy?
    /// Whether a fleet reads for accuracy before the race.
    public var screens: Bool?

    /// Creates a request; the defaults are those of the command line.
    public init(
        run: String, started: Date, command: [String] = [], tool: String, corpusPath: String, corpusHash: String,
        documents: [StudyDocument], partial: Bool = false, space: SearchSpace = .standard,
        incumbent: SearchSpace.Point = .guide, mix: Mix = .standard, search: Search = .race,
        budgetSeconds: Double = 900, seed: UInt64 = 1, concurrency: Int = 2, resamples: Int = 2_000,
        measuresMachine: Bool = true, processors: Int = 2, policy: SelectionPolicy? = nil, screens: Bool? = nil
    ) {
        self.run = run
        self.started = started
        self.command = command
        self.tool = tool
        self.corpusPath = corpusPath
        self.corpusHash = corpusHash
        self.documents = documents
        self.partial = partial
        self.space = space
        self.incumbent = incumbent
        self.mix = mix
        self.search = search
        self.budgetSeconds = budgetSeconds
        self.seed = seed
        self.concurrency = concurrency
        self.resamples = resamples
        self.measuresMachine = measuresMachine
        self.processors = processors
        self.policy = policy
        self.screens = screens
    }

    /// The part of the corpus that counts: kinds without weight are not read.
    func documents(in split: StudySplit) -> [StudyDocument] {
        DocumentOrder.stratified(
            documents.filter { $0.split == split && mix.weights[$0.kind] != nil }, seed: seed)
    }

    /// The same in an order in which the kinds come as they come.
    func randomDocuments(in split: StudySplit) -> [StudyDocument] {
        DocumentOrder.random(documents(in: split), seed: seed)
    }

    /// What the choice is after.
    var selection: SelectionPolicy { policy ?? SelectionPolicy() }
}

extension SearchSpace.Point {
    /// Tesseract's own defaults.
    public static let defaults = SearchSpace.Point(name: "Tesseract defaults", settings: .tesseractDefaults)

    /// The old guide's advice, PSM 6 and OEM 3. Like the Python worker it recognises every page from its picture.
    public static let guide = SearchSpace.Point(
        name: "guide: psm 6 oem 3",
        settings: RecognitionSettings(pageSegmentation: .singleBlock, engine: .modelDefault, textLayer: .ignore))
}
