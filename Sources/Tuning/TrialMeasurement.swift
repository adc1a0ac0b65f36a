public import Evaluation
public import Recognition

/// A document as a study knows it.
public struct StudyDocument: Codable, Sendable, Hashable {
    /// Identifier in the corpus.
    public var id: String
    /// The split.
    public var split: StudySplit
    /// The kind of input, as the corpus says.
    public var kind: InputKind
    /// The layout of the card.
    public var layout: String
    /// Pages.
    public var pages: Int

    /// Creates a document.
    public init(id: String, split: StudySplit, kind: InputKind, layout: String, pages: Int = 1) {
        self.id = id
        self.split = split
        self.kind = kind
        self.layout = layout
        self.pages = pages
    }
}

/// How well a document was read: what figures are added up from.
public struct DocumentScore: Codable, Sendable, Equatable {
    /// The text.
    public var text: TextScore
    /// Fields by kind.
    public var counts: [FieldKind: FieldCounts]
    /// Table rows right.
    public var rowsRight: Int
    /// Table rows of the truth.
    public var rows: Int
    /// Whether everything is right and nothing invented.
    public var cardRight: Bool
    /// Whether the hard laws of the card as read could be checked and all hold.
    public var closes: Bool
    /// Every cell that is not right.
    public var errors: [CellOutcome]
    /// What users pay for beside wrong fields; nil when it was not looked at, in studies of old for example.
    public var quality: ReadingQuality?

    /// Keeps of a card's score what figures need; cells that are right are only counted.
    public init(text: TextScore, card: CardScore, closes: Bool, quality: ReadingQuality? = nil) {
        self.text = text
        counts = card.counts
        rowsRight = card.rowsRight
        rows = card.rows
        cardRight = card.cardRight
        self.closes = closes
        errors = card.cells.filter { $0.outcome != .right }
        self.quality = quality
    }

    /// A score of which only the fields are known; the text counts as empty on both sides.
    init(fields: [FieldKind: FieldCounts]) {
        text = TextScore(reference: "", hypothesis: "")
        counts = fields
        (rowsRight, rows, cardRight, closes) = (0, 0, false, false)
        errors = []
    }

    /// All kinds of field together.
    public var fields: FieldCounts { counts.values.reduce(FieldCounts(), +) }
}

/// What became of one document read with one setting.
public struct TrialMeasurement: Codable, Sendable, Equatable {
    /// How a reading ended.
    public enum Ending: Codable, Sendable, Equatable {
        /// The document was read.
        case read
        /// It could not be read, or the reader died of it; the sentence says why.
        case failed(String)
        /// The setting cannot work with the models at hand; says nothing about the document.
        case infeasible(String)
    }

    /// How it ended.
    public var ending: Ending
    /// What was recognised; empty when the reading failed.
    public var text: String
    /// Every leaf of the card as read, by its path.
    public var fields: [String: String]
    /// How well.
    public var score: DocumentScore
    /// CPU seconds, as though this setting had been measured alone.
    public var cpuSeconds: Double
    /// Elapsed seconds in the reader, as though this setting had been measured alone.
    public var wallSeconds: Double
    /// Largest resident size of the reader in the request that this setting was part of, in bytes.
    public var peakResidentBytes: Int?
    /// Where the cells that are not right stand, by their path; a study does not keep it.
    public var places: [String: CellPlace] = [:]
    /// True when a worker of a fleet read it; then it says nothing of costs.
    public var byFleet: Bool?

    /// Creates a measurement.
    public init(
        ending: Ending = .read, text: String, fields: [String: String] = [:], score: DocumentScore,
        cpuSeconds: Double, wallSeconds: Double, peakResidentBytes: Int? = nil
    ) {
        self.ending = ending
        self.text = text
        self.fields = fields
        self.score = score
        self.cpuSeconds = cpuSeconds
        self.wallSeconds = wallSeconds
        self.peakResidentBytes = peakResidentBytes
    }

    /// Why the document could not be read; nil when it was.
    public var failure: String? {
        switch ending {
        case .read: nil
        case .failed(let reason), .infeasible(let reason): reason
        }
    }
}

/// Reads documents for a study; the product's drives reader processes, a test's makes measurements up.
public protocol TrialExecutor: Sendable {
    /// Reads one document: a measurement for each of the plan's settings, in their order.
    func measure(_ document: StudyDocument, plan: ReadPlan) async throws(TuningError) -> [TrialMeasurement]

    /// Ends the readers: no more trials are coming, and what is measured next must have the machine to itself.
    func finish() async
}

/// Measures throughput, latency and memory of what a plan reads with, at one concurrency.
public protocol LoadExecutor: Sendable {
    /// Reads the documents, `concurrency` at a time, in fresh readers.
    func load(
        _ documents: [StudyDocument], plan: ReadPlan, concurrency: Int
    ) async throws(TuningError) -> LoadMeasurement
}

/// What a load did.
public struct LoadMeasurement: Codable, Sendable, Equatable {
    /// Elapsed seconds from the first document to the last answer.
    public var wallSeconds: Double
    /// CPU seconds of the readers.
    public var cpuSeconds: Double
    /// Elapsed seconds of each document from its reader's request to the answer.
    public var latencies: [Double]
    /// Highest sum of resident sizes of the process tree, in bytes.
    public var residentBytes: Int?
    /// Highest sum of proportional sizes of the process tree, in bytes.
    public var proportionalBytes: Int?
    /// Sum of the peaks of the tree's processes, in bytes.
    public var peakBytes: Int?
    /// Peak resident size of each reader, in bytes.
    public var childPeakBytes: [Int]
    /// `latencies` in the order of the documents, nil for one that was not read; nil in measurements of older programs.
    public var documentSeconds: [Double?]?

    /// Creates a measurement.
    public init(
        wallSeconds: Double, cpuSeconds: Double, latencies: [Double], residentBytes: Int? = nil,
        proportionalBytes: Int? = nil, peakBytes: Int? = nil, childPeakBytes: [Int] = [],
        documentSeconds: [Double?]? = nil
    ) {
        self.documentSeconds = documentSeconds
        self.wallSeconds = wallSeconds
        self.cpuSeconds = cpuSeconds
        self.latencies = latencies
        self.residentBytes = residentBytes
        self.proportionalBytes = proportionalBytes
        self.peakBytes = peakBytes
        self.childPeakBytes = childPeakBytes
    }
}
