/// Says how sure the reader is: what an engine reports, corrected by what the laws prove and what they doubt.
struct ReadingJudge {
    let card: Scorecard
    let checks: [LawCheck]

    /// What proven and doubted fields are worth.
    private enum Level {
        static let proven = 0.98
        static let supported = 0.95
        static let doubted = 0.5
        static let questionedTextLayer = 0.7
        static let repaired = 0.8
    }

    /// The fields with their confidence.
    func judged(_ fields: [FieldReading]) -> [FieldReading] {
        let verdicts = card.innings.indices.map { InningsVerdict(card.innings[$0], index: $0, checks: checks) }
        let known = Set(card.innings.flatMap { $0.bowling.compactMap(\.player) + $0.batting.compactMap(\.player) })
        return fields.map { field in
            var field = field
            field.confidence = confidence(field, verdicts, known)
            return field
        }
    }

    private func confidence(_ field: FieldReading, _ verdicts: [InningsVerdict], _ known: Set<String>) -> Double {
        if field.source == .derived { return min(field.confidence, Level.repaired) }
        let base = field.source == .repaired ? max(field.confidence, Level.repaired) : field.confidence
        guard let place = FieldPlace(field.path), verdicts.indices.contains(place.innings) else { return base }
        if case .text(let name) = field.value, place.leaf == "bowler" || place.leaf == "fielder", known.contains(name) {
            return max(base, Level.supported)
        }
        switch verdicts[place.innings].verdict(place) {
        case .proven: return max(base, Level.proven)
        case .doubted: return min(base, base == 1 ? Level.questionedTextLayer : Level.doubted)
        case .unknown: return base
        }
    }

    /// Confidence in the card: the mean of its fields, less for laws that fail.
    func confidence(_ fields: [FieldReading]) -> Double {
        guard !card.innings.isEmpty, !fields.isEmpty else { return 0 }
        let mean = fields.reduce(0) { $0 + $1.confidence } / Double(fields.count)
        let hard = checks.filter { !$0.soft }
        guard !hard.isEmpty else { return mean * 0.8 }
        return mean * (1 - 0.5 * Double(hard.count { !$0.holds }) / Double(hard.count))
    }
}

/// What the laws say of the fields of one innings.
private struct InningsVerdict {
    enum Verdict {
        case proven, doubted, unknown
    }

    private let innings: Innings
    private let laws: [String: Bool]

    init(_ innings: Innings, index: Int, checks: [LawCheck]) {
        self.innings = innings
        var laws: [String: Bool] = [:]
        for check in checks where check.innings == index { laws[check.law] = (laws[check.law] ?? true) && check.holds }
        self.laws = laws
    }

    func verdict(_ place: FieldPlace) -> Verdict {
        let leaf = place.leaf
        switch place.table {
        case "batting": return place.row.map { batting(innings.batting[$0], leaf) } ?? .unknown
        case "bowling": return place.row.map { bowling(innings.bowling[$0], leaf) } ?? .unknown
        case "total": return leaf == "runs" ? law("batting_plus_extras_is_total") : total(leaf)
        case "extras":
            if leaf == "total" { return law("batting_plus_extras_is_total") }
            return law("extras_parts_are_extras")
        case "fall_of_wickets": return leaf == "runs" || leaf == "wicket" ? law("falls_are_wickets") : .unknown
        default: return .unknown
        }
    }

    private func law(_ name: String) -> Verdict { laws[name].map { $0 ? .proven : .doubted } ?? .unknown }

    private func total(_ leaf: Substring) -> Verdict {
        switch leaf {
        case "wickets": law("dismissed_are_wickets")
        case "overs": laws["bowlers_balls_are_innings_balls"] == true ? .proven : .unknown
        default: .unknown
        }
    }

    private func batting(_ entry: BattingEntry, _ leaf: Substring) -> Verdict {
        let ratio = RowLaws.strikeRate(entry)?.holds
        switch leaf {
        case "runs":
            return laws["batting_plus_extras_is_total"] == true || ratio == true
                ? .proven : ratio == false ? .doubted : law("batting_plus_extras_is_total")
        case "balls", "strike_rate":
            return entry.runs == 0 ? .unknown : ratio.map { $0 ? .proven : .doubted } ?? .unknown
        case "fours", "sixes": return RowLaws.boundaries(entry)?.holds == false ? .doubted : .unknown
        default: return .unknown
        }
    }

    private func bowling(_ entry: BowlingEntry, _ leaf: Substring) -> Verdict {
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
