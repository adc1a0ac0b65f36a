internal import Scorecard

/// Which cells a law is about.
enum LawCells {
    /// The cells with a value that the law checks.
    static func cells(of check: LawCheck, in card: Scorecard) -> [String] {
        guard let index = check.innings else { return [] }
        let innings = "innings/\(index)/"
        if let leaves = rowLeaves[check.law] {
            return brokenRows(of: card, law: check.law).filter { path in
                path.hasPrefix(innings) && leaves.contains { path.hasSuffix("/" + $0) }
            }
        }
        let name = names.contains(check.law) ? check.found : nil
        return card.leaves.filter { leaf in
            leaf.value != .null && (name == nil || name == leaf.value)
                && patterns[check.law, default: []].contains { matches(leaf.path, innings + $0) }
        }.map(\.path)
    }

    /// Cells of rows that break a law on their own.
    ///
    /// - Parameter law: only this one's; nil for all.
    static func brokenRows(of card: Scorecard, law: String? = nil) -> [String] {
        card.innings.enumerated().flatMap { index, innings in
            let batting = innings.batting.enumerated().flatMap { row, entry in
                broken(Innings(batting: [entry]), law).map { "innings/\(index)/batting/\(row)/\($0)" }
            }
            let bowling = innings.bowling.enumerated().flatMap { row, entry in
                broken(Innings(bowling: [entry]), law).map { "innings/\(index)/bowling/\(row)/\($0)" }
            }
            return batting + bowling
        }
    }

    /// The leaves that broken laws of an innings of one row are about.
    private static func broken(_ innings: Innings, _ law: String?) -> [String] {
        LawChecker.check(Scorecard(innings: [innings])).filter { !$0.holds && (law == nil || $0.law == law) }
            .flatMap { rowLeaves[$0.law] ?? [] }
    }

    /// Laws whose `found` is the name that does not fit.
    private static let names: Set<String> = ["dismissal_bowlers_bowled", "dismissal_fielders_are_in_the_field"]

    /// `*` stands for one part of a path.
    private static func matches(_ path: String, _ pattern: String) -> Bool {
        let (path, pattern) = (path.split(separator: "/"), pattern.split(separator: "/"))
        return path.count == pattern.count && zip(path, pattern).allSatisfy { $1 == "*" || $0 == $1 }
    }

    private static let patterns: [String: [String]] = [
        "batting_plus_extras_is_total": ["batting/*/runs", "extras/total", "total/runs"],
        "extras_parts_are_extras": ["extras/*"],
        "bowlers_runs_are_total_less_byes": [
            "bowling/*/runs", "total/runs", "extras/byes", "extras/leg_byes", "extras/penalty",
        ],
        "wickets_at_most_ten": ["total/wickets"],
        "dismissed_are_wickets": ["batting/*/how_out", "total/wickets"],
        "falls_are_wickets": ["fall_of_wickets/*/wicket", "total/wickets"],
        "bowlers_wickets_are_credited_dismissals": ["batting/*/how_out", "bowling/*/wickets"],
        "bowler_wickets_match_dismissals": ["batting/*/bowler", "bowling/*/wickets"],
        "bowlers_balls_are_innings_balls": ["bowling/*/overs", "total/overs"],
        "balls_faced_are_balls_bowled": ["batting/*/balls", "total/overs", "extras/no_balls"],
        "falls_are_numbered": ["fall_of_wickets/*/wicket"],
        "fall_overs_rise": ["fall_of_wickets/*/over"],
        "fall_of_wickets_rises": ["fall_of_wickets/*/runs"],
        "dismissal_bowlers_bowled": ["batting/*/bowler"],
        "dismissal_fielders_are_in_the_field": ["batting/*/fielder"],
        "last_fall_within_total": ["fall_of_wickets/*/runs", "total/runs"],
    ]

    private static let rowLeaves: [String: [String]] = [
        "overs_have_six_balls": ["overs"],
        "boundaries_within_runs": ["runs", "fours", "sixes"],
        "strike_rate_is_runs_per_hundred_balls": ["runs", "balls", "strike_rate"],
        "economy_is_runs_per_over": ["overs", "runs", "economy"],
        "maidens_within_overs": ["overs", "maidens"],
    ]
}
