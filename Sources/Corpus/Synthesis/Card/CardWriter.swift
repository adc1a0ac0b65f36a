internal import Scorecard

/// Writes down the card as a style prints it: the ground truth, and the only source the drawing has.
struct CardWriter {
    private let match: SimulatedMatch
    private let style: CardStyle
    private let namer: Namer

    static func write(_ match: SimulatedMatch, style: CardStyle) -> Scorecard {
        CardWriter(match: match, style: style, namer: Namer(style: style)).card()
    }

    private func card() -> Scorecard {
        Scorecard(
            teams: [match.sides[match.home], match.sides[1 - match.home]].map(namer.team),
            toss: style.showsToss ? toss() : nil,
            result: style.showsResult ? result() : nil,
            matchType: style.showsMatchType ? match.matchType : nil,
            venue: style.showsVenue ? match.ground : nil,
            date: style.date.map { match.day.printed($0) },
            innings: (style.shownInnings ?? Array(match.innings.indices)).map(innings))
    }

    private func toss() -> String {
        let choice = match.tossWinner == 0 ? "bat" : "field"
        return namer.team(match.sides[match.tossWinner]) + ", elected to " + choice
    }

    private func result() -> String { match.outcome.printed { namer.team(match.sides[$0]) } }

    private func innings(_ number: Int) -> Innings {
        let record = match.innings[number]
        let side = match.batting(number)
        let absent = record.isShort ? [] : Array(side.players.indices.dropFirst(record.batters.count))
        var batting = record.batters.map { batter($0, innings: number) }
        if style.absent == .rows { batting += absent.map { absentRow($0, of: side) } }
        return Innings(
            team: namer.team(side), total: total(record), extras: extras(record), batting: batting,
            didNotBat: style.absent == .paragraph ? absent.map { namer.name(side.players[$0]) } : [],
            bowling: record.bowlers.map { bowler($0, of: match.fielding(number), record) },
            fallOfWickets: style.falls == .none ? [] : falls(record, of: side))
    }

    private func total(_ record: InningsRecord) -> InningsTotal {
        let showsOvers = style.total != .forWickets
        return InningsTotal(
            runs: record.runs, wickets: record.wickets,
            overs: showsOvers ? overs(record.legalBalls, of: record.ballsPerOver) : nil,
            declared: record.declared ? true : nil)
    }

    private func extras(_ record: InningsRecord) -> Extras {
        var extras = Extras(total: record.extras)
        guard style.extras != .totalOnly else { return extras }
        let printsZero = style.extras == .everyPart
        func shown(_ runs: Int) -> Int? { runs > 0 || printsZero ? runs : nil }
        extras.byes = shown(record.byes)
        extras.legByes = shown(record.legByes)
        extras.wides = shown(record.wides)
        extras.noBalls = shown(record.noBalls)
        extras.penalty = record.penalty > 0 ? record.penalty : nil
        return extras
    }

    private func overs(_ balls: Int, of length: Int) -> String {
        balls % length == 0 && style.wholeOversShort ? "\(balls / length)" : "\(balls / length).\(balls % length)"
    }

    /// A zero in a column of many zeros, which some styles leave blank.
    private func sparse(_ value: Int) -> Int? { value == 0 && style.zeros != .digit ? nil : value }

    private func absentRow(_ player: Int, of side: Side) -> BattingEntry {
        var entry = BattingEntry(player: namer.name(side.players[player]), howOut: .didNotBat, dismissal: "did not bat")
        mark(&entry, player: player, of: side)
        return entry
    }

    private func mark(_ entry: inout BattingEntry, player: Int, of side: Side) {
        guard style.marks != .none else { return }
        if player == side.captain { entry.captain = true }
        if player == side.keeper { entry.keeper = true }
    }

    private func batter(_ batter: InningsRecord.Batter, innings: Int) -> BattingEntry {
        let side = match.batting(innings)
        let text = DismissalText(
            batter.dismissal, fielding: match.fielding(innings), wording: style.wording, marks: style.marks,
            namer: namer)
        var entry = BattingEntry(
            player: namer.name(side[batter.player]), howOut: text.howOut, dismissal: text.printed,
            dismissalAccept: text.accepted.isEmpty ? nil : text.accepted, fielder: text.fielder, bowler: text.bowler,
            runs: batter.runs)
        mark(&entry, player: batter.player, of: side)
        guard batter.dismissal != .absent else {
            entry.runs = nil
            return entry
        }
        if style.shows(.balls) { entry.balls = batter.balls }
        if style.shows(.fours) { entry.fours = sparse(batter.fours) }
        if style.shows(.sixes) { entry.sixes = sparse(batter.sixes) }
        if style.shows(.minutes) { entry.minutes = match.innings[innings].minutes(batter) }
        if style.shows(.strikeRate), batter.balls > 0 {
            entry.strikeRate = Decimals.rounded(100 * batter.runs, batter.balls, digits: style.strikeRateDigits)
        }
        return entry
    }

    private func bowler(_ bowler: InningsRecord.Bowler, of side: Side, _ record: InningsRecord) -> BowlingEntry {
        var entry = BowlingEntry(
            player: namer.name(side.players[bowler.player]), overs: overs(bowler.balls, of: record.ballsPerOver),
            runs: bowler.runs,
            wickets: bowler.wickets)
        if style.shows(.maidens) { entry.maidens = bowler.maidens }
        if style.shows(.wides) { entry.wides = sparse(bowler.wides) }
        if style.shows(.noBalls) { entry.noBalls = sparse(bowler.noBalls) }
        if style.shows(.economy), bowler.balls > 0 {
            entry.economy = Decimals.rounded(6 * bowler.runs, bowler.balls, digits: style.economyDigits)
        }
        return entry
    }

    private func falls(_ record: InningsRecord, of side: Side) -> [FallOfWicket] {
        let named = style.falls == .named || style.falls == .scoreFirst
        return record.falls.enumerated().map { index, fall in
            let player = side[record.batters[fall.batter].player]
            return FallOfWicket(
                wicket: index + 1, runs: fall.runs, player: named ? namer.short(player, in: side) : nil,
                over: named ? "\(fall.over).\(fall.ball)" : nil)
        }
    }
}

/// Quotients as cards print them.
package enum Decimals {
    /// The quotient rounded half up, as a scorer does it.
    package static func rounded(_ numerator: Int, _ denominator: Int, digits: Int) -> Double {
        let scale = digits == 2 ? 100 : digits == 1 ? 10 : 1
        return Double((2 * numerator * scale + denominator) / (2 * denominator)) / Double(scale)
    }

    package static func text(_ value: Double, digits: Int) -> String {
        let scale = digits == 2 ? 100 : digits == 1 ? 10 : 1
        let scaled = Int((value * Double(scale)).rounded())
        guard digits > 0 else { return String(scaled) }
        let fraction = String(scaled % scale)
        return "\(scaled / scale)." + String(repeating: "0", count: digits - fraction.count) + fraction
    }
}

extension SimulatedMatch.Day {
    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]

    func printed(_ style: DateStyle) -> String {
        let name = Self.months[month - 1]
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return switch style {
        case .long: "\(day) \(name) \(year)"
        case .slashes: "\(two(day))/\(two(month))/\(year)"
        case .american: "\(name) \(day), \(year)"
        case .iso: "\(year)-\(two(month))-\(two(day))"
        case .short: "\(day) \(name.prefix(3)) \(year)"
        }
    }
}
