public import Recognition

/// A leaf of the scorecard as a plain value.
public enum LeafValue: Sendable, Hashable {
    case null
    case bool(Bool)
    case integer(Int)
    case decimal(Double)
    case text(String)
}

/// Where a leaf's value came from.
public enum FieldSource: String, Codable, Sendable, Hashable {
    /// The words of the page say so.
    case read
    /// The words say something else; a law says so.
    case repaired
    /// Not on the page; it follows from other values.
    case derived
}

/// How one leaf was read: what a review page needs to draw a box and to sort by doubt.
public struct FieldReading: Sendable, Hashable {
    /// Place in the `scorecard` object, `innings/0/batting/3/runs`.
    public var path: String
    /// The words it was read from; empty when derived.
    public var raw: String
    /// The value it was given.
    public var value: LeafValue
    /// Read, repaired or derived.
    public var source: FieldSource
    /// 0 to 1.
    public var confidence: Double
    /// Number of the page, from 0.
    public var page: Int
    /// Where the words stand; nil when derived.
    public var box: PageBox?

    /// Creates a field.
    public init(
        path: String, raw: String, value: LeafValue, source: FieldSource, confidence: Double, page: Int, box: PageBox?
    ) {
        self.path = path
        self.raw = raw
        self.value = value
        self.source = source
        self.confidence = confidence
        self.page = page
        self.box = box
    }
}

/// One law of the card, checked (CONTRACT.md, Laws of the card).
public struct LawCheck: Sendable, Hashable {
    /// Name of the law, `batting_plus_extras_is_total`.
    public var law: String
    /// Number of the innings, from 0; nil when the law is about the match.
    public var innings: Int?
    /// Whether it holds.
    public var holds: Bool
    /// Whether a breach is only a hint (real cards break it).
    public var soft: Bool
    /// What the law asks for.
    public var expected: LeafValue
    /// What the card says.
    public var found: LeafValue

    /// Creates a check.
    public init(
        law: String, innings: Int?, holds: Bool, soft: Bool = false, expected: LeafValue, found: LeafValue
    ) {
        self.law = law
        self.innings = innings
        self.holds = holds
        self.soft = soft
        self.expected = expected
        self.found = found
    }
}

/// One ball as the card shows it (`parsed_preview.deliveries`).
public struct Delivery: Sendable, Hashable {
    /// Over, from 1.
    public var over: Int
    /// Ball, 1 to 6.
    public var ball: Int
    /// Striker, empty when not shown.
    public var batsman: String
    /// Bowler, empty when not shown.
    public var bowler: String
    /// Runs off this ball.
    public var runs: Int
    /// Whether a wicket fell.
    public var isWicket: Bool
    /// `wd`, `nb`, `b` or `lb`; nil for runs off the bat.
    public var extraType: String?

    /// Creates a delivery.
    public init(
        over: Int, ball: Int, batsman: String = "", bowler: String = "", runs: Int, isWicket: Bool = false,
        extraType: String? = nil
    ) {
        self.over = over
        self.ball = ball
        self.batsman = batsman
        self.bowler = bowler
        self.runs = runs
        self.isWicket = isWicket
        self.extraType = extraType
    }
}

extension Delivery: Codable {
    enum CodingKeys: String, CodingKey {
        case over, ball, batsman, bowler, runs
        case isWicket = "is_wicket"
        case extraType = "extra_type"
    }
}

/// What the reader made of a document's pages.
public struct ScorecardReading: Sendable, Hashable {
    /// The card; without innings when the pages are no scorecard.
    public var card: Scorecard
    /// Every law that could be checked.
    public var checks: [LawCheck]
    /// Every leaf that was read.
    public var fields: [FieldReading]
    /// Balls shown one by one; most cards show none.
    public var deliveries: [Delivery]
    /// Sentences for the scorer.
    public var warnings: [String]
    /// 0 to 1, for the whole card.
    public var confidence: Double

    /// Creates a reading.
    public init(
        card: Scorecard = Scorecard(), checks: [LawCheck] = [], fields: [FieldReading] = [],
        deliveries: [Delivery] = [], warnings: [String] = [], confidence: Double = 0
    ) {
        self.card = card
        self.checks = checks
        self.fields = fields
        self.deliveries = deliveries
        self.warnings = warnings
        self.confidence = confidence
    }
}
