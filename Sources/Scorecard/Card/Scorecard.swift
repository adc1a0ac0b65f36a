/// A cricket scorecard as printed: the `scorecard` object of the preview and of a corpus's `truth.json`.
/// A value that the card does not show is nil, never 0 and never a guess.
public struct Scorecard: Codable, Sendable, Hashable {
    /// Version of this layout; 1.
    public var schema: Int
    /// The two sides as printed, home or batting side first; empty when the card names none.
    public var teams: [String]
    /// Who won the toss and what they chose, as printed.
    public var toss: String?
    /// The result line, as printed.
    public var result: String?
    /// Kind of match, as printed (`T20`, `40 overs`).
    public var matchType: String?
    /// The ground, as printed.
    public var venue: String?
    /// The date, as printed.
    public var date: String?
    /// The innings in the order in which they were played.
    public var innings: [Innings]
    /// Only in a truth: the printed values do not add up, and are the truth all the same.
    public var printedInconsistent: Bool?
    /// Only in a truth: the balls that the page shows one by one; nil when it shows none.
    public var deliveries: [Delivery]?

    /// Creates a card; one without innings is what a page that is no scorecard gives.
    public init(
        teams: [String] = [], toss: String? = nil, result: String? = nil, matchType: String? = nil,
        venue: String? = nil, date: String? = nil, innings: [Innings] = [], printedInconsistent: Bool? = nil,
        deliveries: [Delivery]? = nil
    ) {
        self.schema = 1
        self.teams = teams
        self.toss = toss
        self.result = result
        self.matchType = matchType
        self.venue = venue
        self.date = date
        self.innings = innings
        self.printedInconsistent = printedInconsistent
        self.deliveries = deliveries
    }

    enum CodingKeys: String, CodingKey {
        case schema, teams, toss, result
        case matchType = "match_type"
        case venue, date, innings, printedInconsistent, deliveries
    }
}

/// One innings of one side.
public struct Innings: Codable, Sendable, Hashable {
    /// The batting side.
    public var team: String?
    /// The total line.
    public var total: InningsTotal
    /// Runs not off the bat.
    public var extras: Extras
    /// Batters in batting order; those who did not bat are in `didNotBat` unless the card lists them as rows.
    public var batting: [BattingEntry]
    /// Names under "did not bat".
    public var didNotBat: [String]
    /// Bowlers in printed order.
    public var bowling: [BowlingEntry]
    /// Wickets as they fell.
    public var fallOfWickets: [FallOfWicket]

    /// Creates an innings.
    public init(
        team: String? = nil, total: InningsTotal = InningsTotal(), extras: Extras = Extras(),
        batting: [BattingEntry] = [], didNotBat: [String] = [], bowling: [BowlingEntry] = [],
        fallOfWickets: [FallOfWicket] = []
    ) {
        self.team = team
        self.total = total
        self.extras = extras
        self.batting = batting
        self.didNotBat = didNotBat
        self.bowling = bowling
        self.fallOfWickets = fallOfWickets
    }

    enum CodingKeys: String, CodingKey {
        case team, total, extras, batting
        case didNotBat = "did_not_bat"
        case bowling
        case fallOfWickets = "fall_of_wickets"
    }
}

/// The total line of an innings.
public struct InningsTotal: Codable, Sendable, Hashable {
    /// Runs.
    public var runs: Int?
    /// Wickets, 0 to 10; "all out" shows ten.
    public var wickets: Int?
    /// Overs as printed, `20.0` or `19.3`.
    public var overs: String?
    /// Whether the side declared.
    public var declared: Bool?

    /// Creates a total.
    public init(runs: Int? = nil, wickets: Int? = nil, overs: String? = nil, declared: Bool? = nil) {
        self.runs = runs
        self.wickets = wickets
        self.overs = overs
        self.declared = declared
    }
}

/// Runs not off the bat; parts that the card does not print are nil.
public struct Extras: Codable, Sendable, Hashable {
    /// All extras.
    public var total: Int?
    /// Byes.
    public var byes: Int?
    /// Leg byes.
    public var legByes: Int?
    /// Wides.
    public var wides: Int?
    /// No-balls.
    public var noBalls: Int?
    /// Penalty runs.
    public var penalty: Int?

    /// Creates extras.
    public init(
        total: Int? = nil, byes: Int? = nil, legByes: Int? = nil, wides: Int? = nil, noBalls: Int? = nil,
        penalty: Int? = nil
    ) {
        self.total = total
        self.byes = byes
        self.legByes = legByes
        self.wides = wides
        self.noBalls = noBalls
        self.penalty = penalty
    }

    enum CodingKeys: String, CodingKey {
        case total, byes
        case legByes = "leg_byes"
        case wides
        case noBalls = "no_balls"
        case penalty
    }
}

/// How a batter's innings ended, in the words of the preview.
public enum HowOut: String, Codable, Sendable, Hashable, CaseIterable {
    case notOut = "not out"
    case bowled
    case caught
    case caughtAndBowled = "caught and bowled"
    case lbw
    case stumped
    case runOut = "run out"
    case hitWicket = "hit wicket"
    case retiredHurt = "retired hurt"
    case retiredNotOut = "retired not out"
    case retiredOut = "retired out"
    case obstructingTheField = "obstructing the field"
    case hitTheBallTwice = "hit the ball twice"
    case timedOut = "timed out"
    case handledTheBall = "handled the ball"
    case absent
    case didNotBat = "did not bat"
}

/// One row of the batting table.
public struct BattingEntry: Codable, Sendable, Hashable {
    /// Name as printed, without the marks of captain and keeper.
    public var player: String?
    /// Marked as captain; nil when the card marks none.
    public var captain: Bool?
    /// Marked as wicket-keeper; nil when the card marks none.
    public var keeper: Bool?
    /// How the innings ended.
    public var howOut: HowOut?
    /// The dismissal as printed, white space folded.
    public var dismissal: String?
    /// Only in a truth: other spellings that count as right.
    public var dismissalAccept: [String]?
    /// Fielder named in the dismissal.
    public var fielder: String?
    /// Bowler named in the dismissal.
    public var bowler: String?
    /// Runs.
    public var runs: Int?
    /// Balls faced.
    public var balls: Int?
    /// Fours.
    public var fours: Int?
    /// Sixes.
    public var sixes: Int?
    /// Minutes at the crease.
    public var minutes: Int?
    /// Strike rate, runs per hundred balls.
    public var strikeRate: Double?

    /// Creates a row.
    public init(
        player: String? = nil, captain: Bool? = nil, keeper: Bool? = nil, howOut: HowOut? = nil,
        dismissal: String? = nil, dismissalAccept: [String]? = nil, fielder: String? = nil, bowler: String? = nil,
        runs: Int? = nil, balls: Int? = nil, fours: Int? = nil, sixes: Int? = nil, minutes: Int? = nil,
        strikeRate: Double? = nil
    ) {
        self.player = player
        self.captain = captain
        self.keeper = keeper
        self.howOut = howOut
        self.dismissal = dismissal
        self.dismissalAccept = dismissalAccept
        self.fielder = fielder
        self.bowler = bowler
        self.runs = runs
        self.balls = balls
        self.fours = fours
        self.sixes = sixes
        self.minutes = minutes
        self.strikeRate = strikeRate
    }

    enum CodingKeys: String, CodingKey {
        case player, captain, keeper
        case howOut = "how_out"
        case dismissal
        case dismissalAccept = "dismissal_accept"
        case fielder, bowler, runs, balls, fours, sixes, minutes
        case strikeRate = "strike_rate"
    }
}

/// One row of the bowling table.
public struct BowlingEntry: Codable, Sendable, Hashable {
    /// Name as printed.
    public var player: String?
    /// Overs as printed, `4` or `3.2`.
    public var overs: String?
    /// Maiden overs.
    public var maidens: Int?
    /// Runs conceded.
    public var runs: Int?
    /// Wickets taken.
    public var wickets: Int?
    /// Wides bowled.
    public var wides: Int?
    /// No-balls bowled.
    public var noBalls: Int?
    /// Runs per over.
    public var economy: Double?

    /// Creates a row.
    public init(
        player: String? = nil, overs: String? = nil, maidens: Int? = nil, runs: Int? = nil, wickets: Int? = nil,
        wides: Int? = nil, noBalls: Int? = nil, economy: Double? = nil
    ) {
        self.player = player
        self.overs = overs
        self.maidens = maidens
        self.runs = runs
        self.wickets = wickets
        self.wides = wides
        self.noBalls = noBalls
        self.economy = economy
    }

    enum CodingKeys: String, CodingKey {
        case player, overs, maidens, runs, wickets, wides
        case noBalls = "no_balls"
        case economy
    }
}

/// One wicket in the fall of wickets.
public struct FallOfWicket: Codable, Sendable, Hashable {
    /// Number of the wicket, 1 to 10.
    public var wicket: Int?
    /// Score at its fall.
    public var runs: Int?
    /// The batter out.
    public var player: String?
    /// Over and ball, `2.3`.
    public var over: String?

    /// Creates a wicket.
    public init(wicket: Int? = nil, runs: Int? = nil, player: String? = nil, over: String? = nil) {
        self.wicket = wicket
        self.runs = runs
        self.player = player
        self.over = over
    }
}
