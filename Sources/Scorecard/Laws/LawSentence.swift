/// Laws in words for a scorer.
public enum LawSentence {
    /// What the check found, in one sentence: `Innings 1 (Hill): runs and extras add up to 39, the total says 38.`
    public static func describe(_ check: LawCheck, in card: Scorecard) -> String {
        let expected = text(check.expected)
        let found = text(check.found)
        let said = phrase(check.law, expected: expected, found: found)
        return place(check, card) + said + (check.holds ? "" : check.soft ? " (cards do print this)." : ".")
    }

    /// A short name of the law for a table: `runs and extras = total`.
    public static func title(_ law: String) -> String {
        titles[law] ?? law.split(separator: "_").joined(separator: " ")
    }

    private static func place(_ check: LawCheck, _ card: Scorecard) -> String {
        guard let index = check.innings, card.innings.indices.contains(index) else { return "Match: " }
        return "Innings \(index + 1)" + (card.innings[index].team.map { " (\($0))" } ?? "") + ": "
    }

    private static func text(_ value: LeafValue) -> String {
        switch value {
        case .null: "nothing"
        case .bool(let value): value ? "yes" : "no"
        case .integer(let value): String(value)
        case .decimal(let value): value.description
        case .text(let value): value
        }
    }

    private static func phrase(_ law: String, expected: String, found: String) -> String {
        switch law {
        case "batting_plus_extras_is_total": "runs and extras add up to \(found), the total says \(expected)"
        case "extras_parts_are_extras": "the parts of the extras add up to \(found), their sum says \(expected)"
        case "bowlers_runs_are_total_less_byes":
            "the bowlers' runs add up to \(found), total less byes and leg byes is \(expected)"
        case "wickets_at_most_ten": "\(found) wickets fell, at most \(expected) can"
        case "dismissed_are_wickets": "\(found) batters are out, the total says \(expected) wickets"
        case "falls_are_wickets": "\(found) falls of wickets are listed, the total says \(expected) wickets"
        case "bowlers_wickets_are_credited_dismissals":
            "the bowlers' wickets add up to \(found), the dismissals credit them with \(expected)"
        case "margin_in_runs_agrees", "margin_in_wickets_agrees":
            "the result says a margin of \(found), the totals say \(expected)"
        case "winner_reaches_target": "the result says that the second side won with \(found), it needed \(expected)"
        case "tied_totals_are_equal": "the result says a tie, the totals are \(expected) and \(found)"
        default: "\(title(law)): expected \(expected), found \(found)"
        }
    }

    private static let titles = [
        "batting_plus_extras_is_total": "runs and extras make the total",
        "extras_parts_are_extras": "the parts make the extras",
        "bowlers_runs_are_total_less_byes": "the bowlers' runs are the total less byes",
        "wickets_at_most_ten": "at most ten wickets",
        "dismissed_are_wickets": "batters out are the wickets",
        "falls_are_wickets": "falls of wickets are the wickets",
        "bowlers_wickets_are_credited_dismissals": "the bowlers' wickets are those credited",
        "bowler_wickets_match_dismissals": "each bowler's wickets",
        "overs_have_six_balls": "overs of six balls",
        "bowlers_balls_are_innings_balls": "the bowlers' balls are the innings' balls",
        "balls_faced_are_balls_bowled": "balls faced are balls bowled",
        "bowler_within_half_the_overs": "no bowler bowls more than half the overs",
        "boundaries_within_runs": "boundaries are within the runs",
        "strike_rate_is_runs_per_hundred_balls": "strike rate",
        "economy_is_runs_per_over": "economy",
        "maidens_within_overs": "maidens are within the overs",
        "falls_are_numbered": "falls of wickets are numbered from 1 on",
        "fall_overs_rise": "the overs of the falls of wickets rise",
        "fall_of_wickets_rises": "the fall of wickets rises",
        "last_fall_within_total": "the last wicket falls within the total",
        "dismissal_bowlers_bowled": "bowlers in dismissals bowled",
        "dismissal_fielders_are_in_the_field": "fielders in dismissals are of the fielding side",
        "margin_in_runs_agrees": "the margin agrees with the totals",
        "margin_in_wickets_agrees": "the margin agrees with the totals",
        "winner_reaches_target": "the winner reaches the target",
        "tied_totals_are_equal": "tied totals are equal",
    ]
}
