public import Evaluation
public import Scorecard

extension Scorecard {
    /// The card as Evaluation's tree of leaves; `fields` say which values were worked out and not read.
    /// A mark that is not there is no value: false and null are the same.
    public func scored(fields: [FieldReading]? = nil) -> ScoredCard {
        let derived = Set((fields ?? []).filter { $0.source == .derived }.map(\.path))
        return LeafWriter(derived: derived).card(self)
    }
}

/// Turns the parts of a card into leaves with the paths of CONTRACT.md.
private struct LeafWriter {
    let derived: Set<String>

    func card(_ card: Scorecard) -> ScoredCard {
        let heading: [(String, String?)] = [
            ("toss", card.toss), ("result", card.result), ("match_type", card.matchType), ("venue", card.venue),
            ("date", card.date),
        ]
        return ScoredCard(
            heading: list("teams", .heading, card.teams) + heading.map { leaf($0.0, .heading, $0.1) },
            innings: card.innings.enumerated().map { innings($1, at: "innings/\($0)") },
            deliveries: rows(card.deliveries ?? [], at: "deliveries", delivery))
    }

    private func innings(_ innings: Innings, at path: String) -> ScoredInnings {
        ScoredInnings(
            leaves: [leaf("\(path)/team", .heading, innings.team)] + total(innings.total, at: path + "/total")
                + extras(innings.extras, at: path + "/extras"),
            batting: rows(innings.batting, at: path + "/batting", batter),
            bowling: rows(innings.bowling, at: path + "/bowling", bowler),
            fallOfWickets: rows(innings.fallOfWickets, at: path + "/fall_of_wickets", wicket),
            didNotBat: list(path + "/did_not_bat", .name, innings.didNotBat))
    }

    private func total(_ total: InningsTotal, at path: String) -> [Leaf] {
        [
            leaf("\(path)/runs", .total, text(total.runs)), leaf("\(path)/wickets", .total, text(total.wickets)),
            leaf("\(path)/overs", .total, total.overs), leaf("\(path)/declared", .total, text(total.declared)),
        ]
    }

    private func extras(_ extras: Extras, at path: String) -> [Leaf] {
        let parts: [(String, Int?)] = [
            ("total", extras.total), ("byes", extras.byes), ("leg_byes", extras.legByes), ("wides", extras.wides),
            ("no_balls", extras.noBalls), ("penalty", extras.penalty),
        ]
        return parts.map { leaf("\(path)/\($0.0)", .extras, text($0.1)) }
    }

    private func batter(_ entry: BattingEntry, _ path: String) -> [Leaf] {
        let cells: [(String, FieldKind, String?)] = [
            ("player", .name, entry.player), ("captain", .mark, text(entry.captain)),
            ("keeper", .mark, text(entry.keeper)), ("how_out", .dismissal, entry.howOut?.rawValue),
            ("fielder", .dismissal, entry.fielder), ("bowler", .dismissal, entry.bowler),
            ("runs", .runs, text(entry.runs)), ("balls", .balls, text(entry.balls)),
            ("fours", .fours, text(entry.fours)), ("sixes", .sixes, text(entry.sixes)),
            ("minutes", .minutes, text(entry.minutes)), ("strike_rate", .strikeRate, text(entry.strikeRate)),
        ]
        let dismissal = leaf(
            "\(path)/dismissal", .dismissal, entry.dismissal, accepted: entry.dismissalAccept ?? [])
        return cells.map { leaf("\(path)/\($0.0)", $0.1, $0.2) } + [dismissal]
    }

    private func bowler(_ entry: BowlingEntry, _ path: String) -> [Leaf] {
        let cells: [(String, FieldKind, String?)] = [
            ("player", .name, entry.player), ("overs", .bowlingOvers, entry.overs),
            ("maidens", .maidens, text(entry.maidens)), ("runs", .bowlingRuns, text(entry.runs)),
            ("wickets", .bowlingWickets, text(entry.wickets)), ("wides", .bowlingExtras, text(entry.wides)),
            ("no_balls", .bowlingExtras, text(entry.noBalls)), ("economy", .economy, text(entry.economy)),
        ]
        return cells.map { leaf("\(path)/\($0.0)", $0.1, $0.2) }
    }

    private func wicket(_ entry: FallOfWicket, _ path: String) -> [Leaf] {
        let cells: [(String, String?)] = [
            ("wicket", text(entry.wicket)), ("runs", text(entry.runs)), ("player", entry.player), ("over", entry.over),
        ]
        return cells.map { leaf("\(path)/\($0.0)", .fallOfWickets, $0.1) }
    }

    private func delivery(_ ball: Delivery, _ path: String) -> [Leaf] {
        let cells: [(String, String?)] = [
            ("over", text(ball.over)), ("ball", text(ball.ball)), ("batsman", ball.batsman), ("bowler", ball.bowler),
            ("runs", text(ball.runs)), ("is_wicket", text(ball.isWicket)), ("extra_type", ball.extraType),
        ]
        return cells.map { leaf("\(path)/\($0.0)", .delivery, $0.1) }
    }

    private func rows<Entry>(
        _ entries: [Entry], at path: String, _ leaves: (Entry, String) -> [Leaf]
    ) -> [ScoredRow] {
        entries.enumerated().map { ScoredRow(leaves: leaves($1, "\(path)/\($0)")) }
    }

    private func list(_ path: String, _ kind: FieldKind, _ values: [String]) -> [Leaf] {
        values.enumerated().map { leaf("\(path)/\($0)", kind, $1) }
    }

    private func leaf(_ path: String, _ kind: FieldKind, _ value: String?, accepted: [String] = []) -> Leaf {
        Leaf(path: path, kind: kind, value: value, accepted: accepted, derived: derived.contains(path))
    }

    private func text(_ value: Int?) -> String? { value.map(String.init) }
    private func text(_ value: Double?) -> String? { value.map { String($0) } }
    private func text(_ value: Bool?) -> String? { value == true ? "true" : nil }
}
