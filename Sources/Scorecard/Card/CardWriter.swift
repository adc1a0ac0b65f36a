/// Turns what was read into the card and the list of its fields.
struct CardWriter {
    private(set) var card = Scorecard()
    private(set) var fields: [FieldReading] = []
    let deliveries: [Delivery]

    init(_ draft: DraftCard) {
        deliveries = draft.deliveries
        for (index, team) in draft.teams.enumerated() {
            if let team = text("teams/\(index)", team) { card.teams.append(team) }
        }
        card.toss = text("toss", draft.toss)
        card.result = text("result", draft.result)
        card.matchType = text("match_type", draft.matchType)
        card.venue = text("venue", draft.venue)
        card.date = text("date", draft.date)
        for (index, innings) in draft.innings.enumerated() {
            card.innings.append(self.innings(innings, at: "innings/\(index)/"))
        }
    }

    private mutating func add<Value>(_ path: String, _ read: Read<Value>?, _ leaf: (Value) -> LeafValue) -> Value? {
        guard let read else { return nil }
        let evidence = read.evidence
        fields.append(
            FieldReading(
                path: path, raw: evidence.raw, value: leaf(read.value), source: read.source,
                confidence: evidence.confidence, page: evidence.page, box: evidence.box))
        return read.value
    }

    private mutating func text(_ path: String, _ read: Read<String>?) -> String? { add(path, read) { .text($0) } }
    private mutating func integer(_ path: String, _ read: Read<Int>?) -> Int? { add(path, read) { .integer($0) } }
    private mutating func decimal(_ path: String, _ read: Read<Double>?) -> Double? { add(path, read) { .decimal($0) } }
    private mutating func flag(_ path: String, _ read: Read<Bool>?) -> Bool? { add(path, read) { .bool($0) } }

    private mutating func innings(_ draft: DraftInnings, at path: String) -> Innings {
        var innings = Innings(team: text(path + "team", draft.team))
        innings.total.runs = integer(path + "total/runs", draft.total.runs)
        innings.total.wickets = integer(path + "total/wickets", draft.total.wickets)
        innings.total.overs = text(path + "total/overs", draft.total.overs)
        innings.total.declared = flag(path + "total/declared", draft.total.declared)
        innings.extras.total = integer(path + "extras/total", draft.extras.total)
        innings.extras.byes = integer(path + "extras/byes", draft.extras.byes)
        innings.extras.legByes = integer(path + "extras/leg_byes", draft.extras.legByes)
        innings.extras.wides = integer(path + "extras/wides", draft.extras.wides)
        innings.extras.noBalls = integer(path + "extras/no_balls", draft.extras.noBalls)
        innings.extras.penalty = integer(path + "extras/penalty", draft.extras.penalty)
        for (row, batter) in draft.batting.enumerated() {
            innings.batting.append(self.batter(batter, at: path + "batting/\(row)/"))
        }
        for (row, name) in draft.didNotBat.enumerated() {
            if let name = text(path + "did_not_bat/\(row)", name) { innings.didNotBat.append(name) }
        }
        for (row, bowler) in draft.bowling.enumerated() {
            innings.bowling.append(self.bowler(bowler, at: path + "bowling/\(row)/"))
        }
        for (row, wicket) in draft.fallOfWickets.enumerated() {
            innings.fallOfWickets.append(self.wicket(wicket, at: path + "fall_of_wickets/\(row)/"))
        }
        return innings
    }

    private mutating func batter(_ draft: DraftBatter, at path: String) -> BattingEntry {
        var entry = BattingEntry()
        entry.player = text(path + "player", draft.player)
        entry.captain = flag(path + "captain", draft.captain)
        entry.keeper = flag(path + "keeper", draft.keeper)
        entry.howOut = add(path + "how_out", draft.howOut) { .text($0.rawValue) }
        entry.dismissal = text(path + "dismissal", draft.dismissal)
        entry.fielder = text(path + "fielder", draft.fielder)
        entry.bowler = text(path + "bowler", draft.bowler)
        entry.runs = integer(path + "runs", draft.runs)
        entry.balls = integer(path + "balls", draft.balls)
        entry.fours = integer(path + "fours", draft.fours)
        entry.sixes = integer(path + "sixes", draft.sixes)
        entry.minutes = integer(path + "minutes", draft.minutes)
        entry.strikeRate = decimal(path + "strike_rate", draft.strikeRate)
        return entry
    }

    private mutating func bowler(_ draft: DraftBowler, at path: String) -> BowlingEntry {
        var entry = BowlingEntry()
        entry.player = text(path + "player", draft.player)
        entry.overs = text(path + "overs", draft.overs)
        entry.maidens = integer(path + "maidens", draft.maidens)
        entry.runs = integer(path + "runs", draft.runs)
        entry.wickets = integer(path + "wickets", draft.wickets)
        entry.wides = integer(path + "wides", draft.wides)
        entry.noBalls = integer(path + "no_balls", draft.noBalls)
        entry.economy = decimal(path + "economy", draft.economy)
        return entry
    }

    private mutating func wicket(_ draft: DraftWicket, at path: String) -> FallOfWicket {
        var wicket = FallOfWicket()
        wicket.wicket = integer(path + "wicket", draft.wicket)
        wicket.runs = integer(path + "runs", draft.runs)
        wicket.player = text(path + "player", draft.player)
        wicket.over = text(path + "over", draft.over)
        return wicket
    }
}
