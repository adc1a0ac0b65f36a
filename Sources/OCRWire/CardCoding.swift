internal import Scorecard

extension Scorecard: WireValue {
    package func write(to writer: inout WireWriter) throws(WireError) {
        try writer.integer(schema)
        try writer.list(teams)
        for text in [toss, result, matchType, venue, date] { try writer.optional(text) }
        try writer.list(innings)
        try writer.optional(printedInconsistent)
    }

    package init(from reader: inout WireReader) throws(WireError) {
        let schema = try reader.integer()
        self.init(
            teams: try reader.list(), toss: try reader.optional(), result: try reader.optional(),
            matchType: try reader.optional(), venue: try reader.optional(), date: try reader.optional(),
            innings: try reader.list(), printedInconsistent: try reader.optional())
        self.schema = schema
    }
}

extension Innings: WireValue {
    package func write(to writer: inout WireWriter) throws(WireError) {
        try writer.optional(team)
        try writer.value(total)
        try writer.value(extras)
        try writer.list(batting)
        try writer.list(didNotBat)
        try writer.list(bowling)
        try writer.list(fallOfWickets)
    }

    package init(from reader: inout WireReader) throws(WireError) {
        self.init(
            team: try reader.optional(), total: try reader.value(), extras: try reader.value(),
            batting: try reader.list(), didNotBat: try reader.list(), bowling: try reader.list(),
            fallOfWickets: try reader.list())
    }
}

extension InningsTotal: WireValue {
    package func write(to writer: inout WireWriter) throws(WireError) {
        try writer.optional(runs)
        try writer.optional(wickets)
        try writer.optional(overs)
        try writer.optional(declared)
    }

    package init(from reader: inout WireReader) throws(WireError) {
        self.init(
            runs: try reader.optional(), wickets: try reader.optional(), overs: try reader.optional(),
            declared: try reader.optional())
    }
}

extension Extras: WireValue {
    package func write(to writer: inout WireWriter) throws(WireError) {
        for runs in [total, byes, legByes, wides, noBalls, penalty] { try writer.optional(runs) }
    }

    package init(from reader: inout WireReader) throws(WireError) {
        self.init(
            total: try reader.optional(), byes: try reader.optional(), legByes: try reader.optional(),
            wides: try reader.optional(), noBalls: try reader.optional(), penalty: try reader.optional())
    }
}

extension HowOut: WireValue {
    package func write(to writer: inout WireWriter) throws(WireError) { try writer.choice(self) }
    package init(from reader: inout WireReader) throws(WireError) { self = try reader.choice() }
}

/// A list that may be absent, which is not the same as an empty one.
private struct Spellings: WireValue {
    var texts: [String]

    init(texts: [String]) { self.texts = texts }
    func write(to writer: inout WireWriter) throws(WireError) { try writer.list(texts) }
    init(from reader: inout WireReader) throws(WireError) { texts = try reader.list() }
}

extension BattingEntry: WireValue {
    package func write(to writer: inout WireWriter) throws(WireError) {
        try writer.optional(player)
        try writer.optional(captain)
        try writer.optional(keeper)
        try writer.optional(howOut)
        try writer.optional(dismissal)
        try writer.optional(dismissalAccept.map(Spellings.init))
        try writer.optional(fielder)
        try writer.optional(bowler)
        for number in [runs, balls, fours, sixes, minutes] { try writer.optional(number) }
        try writer.optional(strikeRate)
    }

    package init(from reader: inout WireReader) throws(WireError) {
        self.init(
            player: try reader.optional(), captain: try reader.optional(), keeper: try reader.optional(),
            howOut: try reader.optional(), dismissal: try reader.optional(),
            dismissalAccept: try reader.optional(Spellings.self)?.texts, fielder: try reader.optional(),
            bowler: try reader.optional(), runs: try reader.optional(), balls: try reader.optional(),
            fours: try reader.optional(), sixes: try reader.optional(), minutes: try reader.optional(),
            strikeRate: try reader.optional())
    }
}

extension BowlingEntry: WireValue {
    package func write(to writer: inout WireWriter) throws(WireError) {
        try writer.optional(player)
        try writer.optional(overs)
        for number in [maidens, runs, wickets, wides, noBalls] { try writer.optional(number) }
        try writer.optional(economy)
    }

    package init(from reader: inout WireReader) throws(WireError) {
        self.init(
            player: try reader.optional(), overs: try reader.optional(), maidens: try reader.optional(),
            runs: try reader.optional(), wickets: try reader.optional(), wides: try reader.optional(),
            noBalls: try reader.optional(), economy: try reader.optional())
    }
}

extension FallOfWicket: WireValue {
    package func write(to writer: inout WireWriter) throws(WireError) {
        try writer.optional(wicket)
        try writer.optional(runs)
        try writer.optional(player)
        try writer.optional(over)
    }

    package init(from reader: inout WireReader) throws(WireError) {
        self.init(
            wicket: try reader.optional(), runs: try reader.optional(), player: try reader.optional(),
            over: try reader.optional())
    }
}
