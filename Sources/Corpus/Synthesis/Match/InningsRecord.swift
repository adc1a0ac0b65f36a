/// How a batter got out; players are places in their side.
enum Dismissal: Sendable, Hashable {
    case bowled(bowler: Int)
    case caught(fielder: Int, bowler: Int)
    case caughtAndBowled(bowler: Int)
    case lbw(bowler: Int)
    case stumped(bowler: Int)
    case hitWicket(bowler: Int)
    case runOut(fielders: [Int])
    case retiredHurt
    case caughtBySubstitute(bowler: Int)
    case retiredNotOut
    case retiredOut
    case timedOut
    case obstructingTheField
    case handledTheBall
    case hitTheBallTwice
    case absent

    /// The bowler whose wicket it is.
    var creditedBowler: Int? {
        switch self {
        case .bowled(let bowler), .caught(_, let bowler), .caughtAndBowled(let bowler), .lbw(let bowler),
            .stumped(let bowler), .hitWicket(let bowler), .caughtBySubstitute(let bowler):
            bowler
        case .runOut, .retiredHurt, .retiredNotOut, .retiredOut, .timedOut, .obstructingTheField, .handledTheBall,
            .hitTheBallTwice, .absent:
            nil
        }
    }
}

/// What the scorer wrote down of one innings, before any card shows some of it.
struct InningsRecord: Sendable {
    struct Batter: Sendable {
        var player: Int
        var runs = 0
        var balls = 0
        var fours = 0
        var sixes = 0
        var cameIn: Double
        var left: Double?
        var dismissal: Dismissal?
    }

    struct Bowler: Sendable {
        var player: Int
        var balls = 0
        var maidens = 0
        var runs = 0
        var wickets = 0
        var wides = 0
        var noBalls = 0
    }

    struct Fall: Sendable {
        var batter: Int
        var runs: Int
        /// Completed overs and the ball of the next one.
        var over: Int
        var ball: Int
    }

    /// One ball, after the fact.
    struct Ball: Sendable {
        /// Overs completed before it.
        var over: Int
        /// Number in its over of the ball, or for a wide or no-ball of the one it did not become.
        var number: Int
        /// Places in `batters` and `bowlers`.
        var striker: Int
        var bowler: Int
        /// All runs of the ball.
        var runs: Int
        var extra: ExtraKind?
        /// Place in `batters` of who got out.
        var out: Int?
        /// Score after it.
        var score: Int
        var wickets: Int
    }

    enum ExtraKind: String, Sendable {
        case wide = "wd"
        case noBall = "nb"
        case bye = "b"
        case legBye = "lb"
    }

    /// Those who batted, in batting order.
    var batters: [Batter] = []
    /// In the order in which they came on.
    var bowlers: [Bowler] = []
    var falls: [Fall] = []
    var byes = 0
    var legByes = 0
    var wides = 0
    var noBalls = 0
    var penalty = 0
    var legalBalls = 0
    var ballsPerOver = 6
    var declared = false
    /// Nobody lists who did not bat in a super over.
    var isShort = false
    var balls: [Ball] = []
    /// Minutes since the first ball.
    var clock = 0.0

    var extras: Int { byes + legByes + wides + noBalls + penalty }
    var runs: Int { batters.reduce(extras) { $0 + $1.runs } }
    var wickets: Int { falls.count }

    func minutes(_ batter: Batter) -> Int { max(1, Int(((batter.left ?? clock) - batter.cameIn).rounded())) }
}
