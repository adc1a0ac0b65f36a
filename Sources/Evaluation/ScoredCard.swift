/// Kinds of field; accuracy is given for each.
public enum FieldKind: String, Codable, Sendable, Hashable, CaseIterable, CodingKeyRepresentable {
    /// Names of players, in rows and under "did not bat".
    case name
    /// How a batter was out: the printed dismissal, fielder, bowler.
    case dismissal
    case runs
    case balls
    case fours
    case sixes
    case minutes
    case strikeRate
    case bowlingOvers
    case maidens
    case bowlingRuns
    case bowlingWickets
    /// A bowler's wides and no-balls.
    case bowlingExtras
    case economy
    case extras
    /// The total line: runs, wickets, overs, declared.
    case total
    case fallOfWickets
    /// A ball of a commentary or an over strip.
    case delivery
    /// Marks of captain and keeper.
    case mark
    /// What stands above the innings: teams, toss, result, ground, date; the team of an innings too.
    case heading
}

/// One value of a card.
public struct Leaf: Codable, Sendable, Hashable {
    /// Place in the card, `innings/0/batting/3/runs`. What follows its last number says which column it is.
    public var path: String
    /// Its kind.
    public var kind: FieldKind
    /// The value as text; nil when the card does not show it.
    public var value: String?
    /// Other values that are right as well; only in a truth.
    public var accepted: [String]
    /// Not read but worked out from other values; counts neither for nor against.
    public var derived: Bool

    /// Creates a leaf.
    public init(path: String, kind: FieldKind, value: String?, accepted: [String] = [], derived: Bool = false) {
        self.path = path
        self.kind = kind
        self.value = value
        self.accepted = accepted
        self.derived = derived
    }
}

/// One row of a table.
public struct ScoredRow: Codable, Sendable, Hashable {
    /// Its cells.
    public var leaves: [Leaf]

    /// Creates a row.
    public init(leaves: [Leaf]) { self.leaves = leaves }
}

/// One innings.
public struct ScoredInnings: Codable, Sendable, Hashable {
    /// What is there once: team, total, extras.
    public var leaves: [Leaf]
    /// The batting table.
    public var batting: [ScoredRow]
    /// The bowling table.
    public var bowling: [ScoredRow]
    /// Wickets as they fell.
    public var fallOfWickets: [ScoredRow]
    /// Names under "did not bat", in any order.
    public var didNotBat: [Leaf]

    /// Creates an innings.
    public init(
        leaves: [Leaf] = [], batting: [ScoredRow] = [], bowling: [ScoredRow] = [], fallOfWickets: [ScoredRow] = [],
        didNotBat: [Leaf] = []
    ) {
        self.leaves = leaves
        self.batting = batting
        self.bowling = bowling
        self.fallOfWickets = fallOfWickets
        self.didNotBat = didNotBat
    }
}

/// A card as a tree of leaves, all that scoring needs to know of cricket.
public struct ScoredCard: Codable, Sendable, Hashable {
    /// What stands above the innings, compared path by path.
    public var heading: [Leaf]
    /// The innings.
    public var innings: [ScoredInnings]
    /// The balls that the card shows one by one.
    public var deliveries: [ScoredRow]

    /// Creates a card.
    public init(heading: [Leaf] = [], innings: [ScoredInnings] = [], deliveries: [ScoredRow] = []) {
        self.heading = heading
        self.innings = innings
        self.deliveries = deliveries
    }
}
