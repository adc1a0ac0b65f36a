internal import Evaluation

/// A match of limited overs, played from a seed.
struct SimulatedMatch: Sendable {
    struct Day: Sendable {
        var year: Int
        var month: Int
        var day: Int
    }

    /// In batting order.
    var sides: [Side]
    /// Number of the side at home.
    var home: Int
    var overs: Int
    var innings: [InningsRecord]
    /// Number of the side that batted in each innings.
    var batting = [0, 1]
    var outcome: Outcome
    var day: Day
    var ground: String
    var competition: String
    var umpires: [String]
    /// Number of the side that won the toss.
    var tossWinner: Int

    init(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let pair = Side.pair(using: &random)
        sides = [pair.0, pair.1]
        home = random.next(below: 2)
        overs = random.pick([20, 20, 20, 40, 40, 45, 50])
        let first = InningsSimulation.play(pair.0, against: pair.1, overs: overs, target: nil, using: &random)
        let second = InningsSimulation.play(
            pair.1, against: pair.0, overs: overs, target: first.runs + 1, using: &random)
        innings = [first, second]
        outcome = Outcome(first: first, second: second)
        day = Day(year: random.integer(1998, 2025), month: random.integer(1, 12), day: random.integer(1, 28))
        ground = random.pick(Self.grounds)
        competition = random.pick(Self.competitions)
        umpires = (0..<2).map { _ in Self.official(using: &random) }
        tossWinner = random.next(below: 2)
    }

    /// `T20` or `40 overs`.
    var matchType: String { form ?? (overs == 20 ? "T20" : "\(overs) overs") }
    /// What kind of match it is, where overs do not say it.
    var form: String?

    /// The side bowling in an innings.
    func fielding(_ innings: Int) -> Side { sides[1 - batting[innings]] }
    func batting(_ innings: Int) -> Side { sides[batting[innings]] }

    static func official(using random: inout SplitMix64) -> String {
        let book = random.pick(NameBook.all)
        return String(random.pick(book.given).prefix(1)) + ". " + random.pick(book.surnames)
    }

    static let grounds = [
        "Abbey Road", "Albert Park", "Central Broughton", "College Field", "County Ground", "Gymkhana Ground",
        "Hagley Oval", "Jubilee Park", "Maidan No. 4", "Mill Lane", "Queen's Park", "Railway Oval", "Recreation Ground",
        "Riverside", "School Lane", "Sparta Park", "St George's Park", "The Green", "Victoria Ground", "Willow Park",
    ]
    static let competitions = [
        "Border League Division One", "City and Suburban Cup", "Coastal Premier League", "Friendly Match",
        "Inter-District Trophy", "Midland Combined Counties", "President's Cup Semi-Final", "Regional Super League",
        "Saturday B Grade, Round 7", "Village Championship", "Youth League, Group B",
    ]
}
