public import Recognition

/// A figure with its interval; the bounds are nil when there were too few documents for one.
public struct Estimate: Codable, Sendable, Equatable {
    /// The figure.
    public var value: Double
    /// Lower end of the interval (`RunFacts.intervalLevel`).
    public var low: Double?
    /// Upper end of the interval.
    public var high: Double?

    /// Creates an estimate.
    public init(_ value: Double, low: Double? = nil, high: Double? = nil) {
        self.value = value
        self.low = low
        self.high = high
    }
}

/// The figures of one setting on one part of the corpus.
public struct SettingSummary: Codable, Sendable, Equatable {
    /// The setting.
    public var setting: SettingID
    /// The split.
    public var split: StudySplit
    /// The kind of input; nil for the figures weighted by the mix.
    public var kind: InputKind?
    /// The figures.
    public var figures: Figures
}

/// What a setting achieved and cost. Rates are fractions (0.02 is 2%), times are seconds, memory is bytes.
/// Weighted by the mix, rates and times are weighted means of the kinds' figures, counts are plain sums.
public struct Figures: Codable, Sendable, Equatable {
    /// Files read.
    public var documents: Int
    /// Pages in them.
    public var pages: Int
    /// Files that could not be read at all; their fields count as missed and their text as empty.
    public var failures: Int
    /// Character error rate on grapheme clusters: sum of edits / sum of reference lengths.
    public var cerMicro: Estimate?
    /// Mean of the documents' character error rates.
    public var cerMacro: Estimate?
    /// `cerMicro` on code points, to compare with other tools.
    public var cerCodePoints: Double?
    /// The part of `cerMicro` that does not depend on reading order.
    public var cerOrderFree: Double?
    /// Word error rate: sum of edits / sum of reference words.
    public var werMicro: Estimate?
    /// Mean of the documents' word error rates.
    public var werMacro: Estimate?
    /// F1 of the bag of numbers.
    public var numbersF1: Double?
    /// Documents whose reference text is empty; they count in no error rate.
    public var emptyReferences: Int
    /// Fields right / (right + wrong + missed + invented).
    public var fieldAccuracy: Estimate?
    /// Mean over layouts of the layout's field accuracy.
    public var fieldAccuracyByLayout: Double?
    /// Field accuracy by kind of field, in Evaluation's order; kinds that do not occur are left out.
    public var fields: [FieldFigures]
    /// Table rows with every field right.
    public var rowsRight: Int
    /// Table rows of the truth.
    public var rows: Int
    /// Cards with every field right.
    public var cardsRight: Int
    /// Cards of the truth.
    public var cards: Int
    /// Cards read whose hard laws all hold.
    public var cardsClosing: Int
    /// CPU seconds per page, as though this setting had been measured alone.
    public var cpuSecondsPerPage: Estimate?
    /// Time from document to card inside the reader, per page.
    public var latency: LatencyFigures
    /// Highest resident size of a reader child that read these documents, in bytes. Settings measured in one request
    /// share it, so it is an upper bound; `MachineResult` has each contender's own.
    public var peakResidentBytes: Int?
}

/// How often one kind of field was right.
public struct FieldFigures: Codable, Sendable, Equatable {
    /// Evaluation's `FieldKind`, by its raw value.
    public var field: String
    /// Found as printed.
    public var right: Int
    /// Found otherwise.
    public var wrong: Int
    /// Printed, not found.
    public var missed: Int
    /// Found, not printed.
    public var invented: Int

    /// Right / (right + wrong + missed + invented); nil when nothing was counted.
    public var accuracy: Double? {
        let all = right + wrong + missed + invented
        return all == 0 ? nil : Double(right) / Double(all)
    }
}

/// Percentiles of a latency, in seconds. One that fewer than three observations lie above is nil (p90 wants 30
/// observations, p95 60, p99 300): such a figure would be the maximum by another name.
public struct LatencyFigures: Codable, Sendable, Equatable {
    /// Observations.
    public var count: Int
    /// Median.
    public var p50: Double?
    /// 90th percentile.
    public var p90: Double?
    /// 95th percentile.
    public var p95: Double?
    /// 99th percentile.
    public var p99: Double?
    /// The longest.
    public var max: Double?
}

/// One document as one setting read it.
public struct PageRow: Codable, Sendable, Equatable {
    /// The setting.
    public var setting: SettingID
    /// The document's identifier in the corpus.
    public var document: String
    /// The split.
    public var split: StudySplit
    /// The kind of input.
    public var kind: InputKind
    /// The layout of the card.
    public var layout: String
    /// Pages of the document.
    public var pages: Int
    /// Why it could not be read; nil when it was.
    public var failure: String?
    /// Character error rate; nil when the reference is empty.
    public var cer: Double?
    /// Word error rate; nil when the reference is empty.
    public var wer: Double?
    /// Fields right.
    public var fieldsRight: Int
    /// Fields counted: right, wrong, missed and invented.
    public var fieldsTotal: Int
    /// Table rows right.
    public var rowsRight: Int
    /// Table rows of the truth.
    public var rows: Int
    /// Whether every field is right.
    public var cardRight: Bool
    /// Whether the hard laws of the card as read all hold.
    public var closes: Bool
    /// CPU seconds of the document.
    public var cpuSeconds: Double
    /// Elapsed seconds of the document.
    public var wallSeconds: Double
    /// Cells that are not right: all of them for defaults, incumbent, candidate and winner, none for other settings.
    public var cells: [CellError]
}

/// One cell that was not read as printed.
public struct CellError: Codable, Sendable, Equatable {
    /// Place in the card, `innings/0/batting/3/runs`.
    public var path: String
    /// Evaluation's `FieldKind`, by its raw value.
    public var field: String
    /// `wrong`, `missed` or `invented`.
    public var outcome: String
    /// What is printed; nil when invented.
    public var expected: String?
    /// What was read; nil when missed.
    public var found: String?
    /// Where it stands on the page; nil when that is not known, and in the results of studies.
    public var place: CellPlace?
}

/// Where a cell was read, or where its row stands when nothing was read of it.
public struct CellPlace: Codable, Sendable, Hashable {
    /// Number of the page, from 0.
    public var page: Int
    /// Size of the upright page, in pixels or points.
    public var width: Int
    /// See `width`.
    public var height: Int
    /// The box.
    public var box: PageBox
    /// What the reader said of it; nil when nothing was read.
    public var confidence: Double?
    /// Whether it looks sure and no warning names it.
    public var isSilent: Bool

    /// Creates a place.
    public init(page: Int, width: Int, height: Int, box: PageBox, confidence: Double?, isSilent: Bool) {
        self.page = page
        self.width = width
        self.height = height
        self.box = box
        self.confidence = confidence
        self.isSilent = isSilent
    }
}
