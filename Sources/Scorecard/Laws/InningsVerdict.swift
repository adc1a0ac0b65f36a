/// What the laws say of the fields of one innings.
struct InningsVerdict {
    enum Verdict {
        case proven, doubted, unknown
    }

    private let innings: Innings
    private let laws: [String: Bool]
    /// The share of the hard laws that are broken; nil when none could be checked.
    let brokenShare: Double?

    init(_ innings: Innings, index: Int, checks: [LawCheck]) {
        self.innings = innings
        var laws: [String: Bool] = [:]
        for check in checks where check.innings == index { laws[check.law] = (laws[check.law] ?? true) && check.holds }
        self.laws = laws
        let hard = checks.filter { $0.innings == index && !$0.soft }
        brokenShare = hard.isEmpty ? nil : Double(hard.count { !$0.holds }) / Double(hard.count)
    }

    func verdict(_ place: FieldPlace) -> Verdict {
        let leaf = place.leaf
        switch place.table {
        case .batting: return place.row.map { batting(innings.batting[$0], leaf) } ?? .unknown
        case .bowling: return place.row.map { bowling(innings.bowling[$0], leaf) } ?? .unknown
        case .total: return leaf == "runs" ? law("batting_plus_extras_is_total") : total(leaf)
        case .extras:
            if leaf == "total" { return law("batting_plus_extras_is_total") }
            return law("extras_parts_are_extras")
        case .fallOfWickets: return place.row.map(fall) ?? .unknown
        case .team, .didNotBat: return .unknown
        }
    }

    private func law(_ name: String) -> Verdict { laws[name].map { $0 ? .proven : .doubted } ?? .unknown }

    /// A list whose numbers, scores or overs do not rise was put together wrongly, all of a fall's cells with it.
    private func fall(_ row: Int) -> Verdict {
        if let wicket = innings.fallOfWickets[row].wicket, wicket != row + 1 { return .doubted }
        let orders = ["fall_of_wickets_rises", "last_fall_within_total", "falls_are_numbered", "fall_overs_rise"]
        if orders.contains(where: { laws[$0] == false }) { return .doubted }
        return law("falls_are_wickets")
    }

    private func total(_ leaf: String) -> Verdict {
        switch leaf {
        case "wickets": law("dismissed_are_wickets")
        case "overs": laws["bowlers_balls_are_innings_balls"] == true ? .proven : .unknown
        default: .unknown
        }
    }

    private func batting(_ entry: BattingEntry, _ leaf: String) -> Verdict {
        let ratio = RowLaws.strikeRate(entry)?.holds
        switch leaf {
        case "runs":
            return laws["batting_plus_extras_is_total"] == true || ratio == true
                ? .proven : ratio == false ? .doubted : law("batting_plus_extras_is_total")
        case "balls", "strike_rate":
            return entry.runs == 0 ? .unknown : ratio.map { $0 ? .proven : .doubted } ?? .unknown
        case "how_out", "dismissal", "bowler":
            let bowlers = law("bowler_wickets_match_dismissals")
            return bowlers == .unknown ? law("dismissed_are_wickets") : bowlers
        case "fielder": return law("dismissal_fielders_are_in_the_field")
        case "fours", "sixes": return RowLaws.boundaries(entry)?.holds == false ? .doubted : .unknown
        default: return .unknown
        }
    }

    private func bowling(_ entry: BowlingEntry, _ leaf: String) -> Verdict {
        let ratio = RowLaws.economy(entry)?.holds
        switch leaf {
        case "runs":
            return laws["bowlers_runs_are_total_less_byes"] == true || ratio == true
                ? .proven : ratio == false ? .doubted : law("bowlers_runs_are_total_less_byes")
        case "overs":
            return laws["bowlers_balls_are_innings_balls"] == true || ratio == true
                ? .proven : ratio.map { _ in .doubted } ?? .unknown
        case "economy": return ratio.map { $0 ? .proven : .doubted } ?? .unknown
        case "wickets":
            if laws["bowler_wickets_match_dismissals"] == true { return .proven }
            return law("bowlers_wickets_are_credited_dismissals")
        case "maidens": return RowLaws.maidens(entry)?.holds == false ? .doubted : .unknown
        default: return .unknown
        }
    }
}
