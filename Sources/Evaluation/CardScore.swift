/// What became of one field.
public enum FieldOutcome: String, Codable, Sendable, Hashable, CaseIterable {
    /// The truth's value, or one that the truth accepts.
    case right
    /// Another value than the truth's.
    case wrong
    /// The truth has a value, and none was read.
    case missed
    /// A value was read where the truth has none.
    case invented
}

/// Fields counted four ways.
public struct FieldCounts: Codable, Sendable, Hashable {
    /// Fields read rightly.
    public var right: Int
    /// Fields read wrongly.
    public var wrong: Int
    /// Fields not read.
    public var missed: Int
    /// Fields read that the card does not show.
    public var invented: Int

    /// Creates counts.
    public init(right: Int = 0, wrong: Int = 0, missed: Int = 0, invented: Int = 0) {
        self.right = right
        self.wrong = wrong
        self.missed = missed
        self.invented = invented
    }

    /// All fields that count.
    public var total: Int { right + wrong + missed + invented }
    /// Right by all four; nil when there is none. An invented field costs as much as a missed one.
    public var accuracy: Double? { Self.share(right, of: total) }
    /// Right by what the truth shows; nil when it shows nothing.
    public var recall: Double? { Self.share(right, of: right + wrong + missed) }
    /// Right by what was read; nil when nothing was.
    public var precision: Double? { Self.share(right, of: right + wrong + invented) }

    /// Counts one more field.
    public mutating func add(_ outcome: FieldOutcome) {
        switch outcome {
        case .right: right += 1
        case .wrong: wrong += 1
        case .missed: missed += 1
        case .invented: invented += 1
        }
    }

    /// The sum of two counts.
    public static func + (left: FieldCounts, right: FieldCounts) -> FieldCounts {
        FieldCounts(
            right: left.right + right.right, wrong: left.wrong + right.wrong, missed: left.missed + right.missed,
            invented: left.invented + right.invented)
    }

    private static func share(_ part: Int, of whole: Int) -> Double? {
        whole == 0 ? nil : Double(part) / Double(whole)
    }
}

/// One field compared.
public struct CellOutcome: Codable, Sendable, Hashable {
    /// Place in the truth's card; in the card that was read when invented.
    public var path: String
    /// Place in the card that was read; nil when the row or the innings was not found there.
    public var foundPath: String?
    /// Its kind.
    public var kind: FieldKind
    /// What became of it.
    public var outcome: FieldOutcome
    /// The truth's value.
    public var expected: String?
    /// The value that was read or derived.
    public var found: String?

    /// Creates an outcome.
    public init(
        path: String, foundPath: String? = nil, kind: FieldKind, outcome: FieldOutcome, expected: String?,
        found: String?
    ) {
        self.path = path
        self.foundPath = foundPath
        self.kind = kind
        self.outcome = outcome
        self.expected = expected
        self.found = found
    }
}

/// How well a card was read.
public struct CardScore: Codable, Sendable, Hashable {
    /// Counts by kind of field; a kind that neither card has is absent.
    public private(set) var counts: [FieldKind: FieldCounts] = [:]
    /// Every field in the order of the truth, invented ones at the end of their table.
    public private(set) var cells: [CellOutcome] = []
    /// Batting and bowling rows of the truth with every cell right and none invented.
    public private(set) var rowsRight = 0
    /// Batting and bowling rows of the truth.
    public private(set) var rows = 0
    /// Batting and bowling rows that were read.
    public private(set) var rowsFound = 0

    /// All kinds together.
    public var total: FieldCounts { counts.values.reduce(FieldCounts(), +) }
    /// Everything is right and nothing invented.
    public var cardRight: Bool { total.right == total.total }

    mutating func add(_ cell: CellOutcome) {
        cells.append(cell)
        counts[cell.kind, default: FieldCounts()].add(cell.outcome)
    }

    mutating func addRow(inTruth: Bool, found: Bool, cells: [CellOutcome]) {
        rows += inTruth ? 1 : 0
        rowsFound += found ? 1 : 0
        rowsRight += inTruth && found && cells.allSatisfy { $0.outcome == .right } ? 1 : 0
    }
}

/// Card scores of many documents together.
public struct FieldSummary: Codable, Sendable, Hashable {
    /// Counts by kind of field.
    public private(set) var counts: [FieldKind: FieldCounts] = [:]
    /// Rows with every cell right.
    public private(set) var rowsRight = 0
    /// Rows of the truths.
    public private(set) var rows = 0
    /// Rows that were read.
    public private(set) var rowsFound = 0
    /// Cards with everything right.
    public private(set) var cardsRight = 0
    /// Cards.
    public private(set) var cards = 0

    /// A summary of no cards.
    public init() {}

    /// A summary of these cards.
    public init(_ scores: some Sequence<CardScore>) {
        for score in scores { add(score) }
    }

    /// Adds a card.
    public mutating func add(_ score: CardScore) {
        counts.merge(score.counts, uniquingKeysWith: +)
        rowsRight += score.rowsRight
        rows += score.rows
        rowsFound += score.rowsFound
        cardsRight += score.cardRight ? 1 : 0
        cards += 1
    }

    /// All kinds together.
    public var total: FieldCounts { counts.values.reduce(FieldCounts(), +) }
    /// Share of rows with every cell right; nil without rows.
    public var rowAccuracy: Double? { rows == 0 ? nil : Double(rowsRight) / Double(rows) }
    /// Share of cards with everything right; nil without cards.
    public var cardAccuracy: Double? { cards == 0 ? nil : Double(cardsRight) / Double(cards) }
}
