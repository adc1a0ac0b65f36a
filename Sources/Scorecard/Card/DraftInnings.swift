/// One row of a batting table while it is being read.
struct DraftBatter {
    var player: Read<String>?
    var captain: Read<Bool>?
    var keeper: Read<Bool>?
    /// A star behind name or runs, whose meaning the table as a whole decides.
    var nameStar: Evidence?
    var runsStar: Evidence?
    var dismissal: Read<String>?
    var howOut: Read<HowOut>?
    var fielder: Read<String>?
    var bowler: Read<String>?
    var runs: Read<Int>?
    var balls: Read<Int>?
    var fours: Read<Int>?
    var sixes: Read<Int>?
    var minutes: Read<Int>?
    var strikeRate: Read<Double>?
    /// Words that stand in a column and are no figure.
    var unread: [Column: Evidence] = [:]
    /// Words by the column they stand in, figures or not.
    var cells: [Column: PageWord] = [:]
}

/// One row of a bowling table while it is being read.
struct DraftBowler {
    var player: Read<String>?
    var overs: Read<String>?
    var maidens: Read<Int>?
    var runs: Read<Int>?
    var wickets: Read<Int>?
    var wides: Read<Int>?
    var noBalls: Read<Int>?
    var economy: Read<Double>?
    /// Words that stand in a column and are no figure.
    var unread: [Column: Evidence] = [:]
    /// Words by the column they stand in, figures or not.
    var cells: [Column: PageWord] = [:]
}

/// The total line while it is being read.
struct DraftTotal {
    var runs: Read<Int>?
    var wickets: Read<Int>?
    var overs: Read<String>?
    var declared: Read<Bool>?

    var isEmpty: Bool { runs == nil && wickets == nil && overs == nil && declared == nil }

    /// Fills what is missing from another line that says it too.
    mutating func fill(from other: DraftTotal) {
        runs = runs ?? other.runs
        wickets = wickets ?? other.wickets
        overs = overs ?? other.overs
        declared = declared ?? other.declared
    }
}

/// The extras while they are being read.
struct DraftExtras: Hashable {
    var total: Read<Int>?
    var byes: Read<Int>?
    var legByes: Read<Int>?
    var wides: Read<Int>?
    var noBalls: Read<Int>?
    var penalty: Read<Int>?

    /// Fills what is missing from another line that says it too.
    mutating func fill(from other: DraftExtras) {
        total = total ?? other.total
        byes = byes ?? other.byes
        legByes = legByes ?? other.legByes
        wides = wides ?? other.wides
        noBalls = noBalls ?? other.noBalls
        penalty = penalty ?? other.penalty
    }
}

/// One wicket while it is being read.
struct DraftWicket {
    var wicket: Read<Int>?
    var runs: Read<Int>?
    var player: Read<String>?
    var over: Read<String>?
}

/// An innings while it is being read.
struct DraftInnings {
    var team: Read<String>?
    var total = DraftTotal()
    var extras = DraftExtras()
    var batting: [DraftBatter] = []
    var didNotBat: [Read<String>] = []
    var bowling: [DraftBowler] = []
    var fallOfWickets: [DraftWicket] = []
    /// Number of the page it begins on.
    var page = 0
}

/// A card while it is being read.
struct DraftCard {
    var teams: [Read<String>] = []
    var toss: Read<String>?
    var result: Read<String>?
    var matchType: Read<String>?
    var venue: Read<String>?
    var date: Read<String>?
    var innings: [DraftInnings] = []
    var deliveries: [Delivery] = []
}
