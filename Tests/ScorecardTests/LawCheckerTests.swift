import Scorecard
import Testing

/// An innings whose every law closes: 30 off the bat, 8 extras, one wicket, 5 overs.
func lawfulInnings() -> Innings {
    Innings(
        team: "Hill", total: InningsTotal(runs: 38, wickets: 1, overs: "5.0"),
        extras: Extras(total: 8, byes: 1, legByes: 2, wides: 3, noBalls: 2),
        batting: [
            BattingEntry(
                player: "A Khan", howOut: .caught, dismissal: "c Smith b Jones", fielder: "Smith", bowler: "Jones",
                runs: 14, balls: 12, fours: 2, sixes: 1, strikeRate: 116.67),
            BattingEntry(
                player: "B Rao", howOut: .notOut, dismissal: "not out", runs: 16, balls: 20, fours: 1, sixes: 0,
                strikeRate: 80),
        ],
        bowling: [
            BowlingEntry(player: "T Jones", overs: "3", maidens: 0, runs: 20, wickets: 1, economy: 6.67),
            BowlingEntry(player: "P Smith", overs: "2", maidens: 0, runs: 15, wickets: 0, economy: 7.5),
        ],
        fallOfWickets: [FallOfWicket(wicket: 1, runs: 20, player: "A Khan", over: "2.6")])
}

@Suite struct LawCheckerTests {
    private func failed(_ innings: Innings) -> [String] {
        LawChecker.check(Scorecard(innings: [innings])).filter { !$0.holds }.map(\.law)
    }

    @Test func allLawsOfALawfulInningsHold() {
        let checks = LawChecker.check(Scorecard(innings: [lawfulInnings()]))
        #expect(checks.allSatisfy { $0.holds && $0.innings == 0 })
        #expect(
            Set(checks.map(\.law)) == [
                "batting_plus_extras_is_total", "extras_parts_are_extras", "bowlers_runs_are_total_less_byes",
                "wickets_at_most_ten", "dismissed_are_wickets", "falls_are_wickets",
                "bowlers_wickets_are_credited_dismissals", "bowler_wickets_match_dismissals", "overs_have_six_balls",
                "bowlers_balls_are_innings_balls", "balls_faced_are_balls_bowled", "bowler_within_half_the_overs",
                "boundaries_within_runs", "strike_rate_is_runs_per_hundred_balls", "economy_is_runs_per_over",
                "maidens_within_overs", "falls_are_numbered", "fall_overs_rise", "fall_of_wickets_rises",
                "last_fall_within_total", "dismissal_bowlers_bowled",
            ])
        #expect(checks.filter(\.soft).count == 7)
    }

    @Test func oneWrongValueBreaksItsLaws() {
        let cases: [(WritableKeyPath<Innings, Int?>, Int, [String])] = [
            (\Innings.total.runs, 39, ["batting_plus_extras_is_total", "bowlers_runs_are_total_less_byes"]),
            (\Innings.total.wickets, 0, ["dismissed_are_wickets", "falls_are_wickets"]),
            (\Innings.extras.total, 9, ["batting_plus_extras_is_total", "extras_parts_are_extras"]),
            (
                \Innings.extras.byes, 2,
                ["extras_parts_are_extras", "bowlers_runs_are_total_less_byes"]
            ),
            (
                \Innings.batting[0].runs, 44,
                ["batting_plus_extras_is_total", "strike_rate_is_runs_per_hundred_balls"]
            ),
            (\Innings.batting[1].balls, 29, ["balls_faced_are_balls_bowled", "strike_rate_is_runs_per_hundred_balls"]),
            (\Innings.batting[0].sixes, 7, ["boundaries_within_runs"]),
            (
                \Innings.bowling[0].wickets, 2,
                ["bowlers_wickets_are_credited_dismissals", "bowler_wickets_match_dismissals"]
            ),
            (\Innings.bowling[0].runs, 26, ["bowlers_runs_are_total_less_byes", "economy_is_runs_per_over"]),
            (\Innings.bowling[1].maidens, 3, ["maidens_within_overs"]),
            (\Innings.fallOfWickets[0].runs, 39, ["last_fall_within_total"]),
        ]
        for (path, value, laws) in cases {
            var innings = lawfulInnings()
            innings[keyPath: path] = value
            #expect(failed(innings) == laws)
        }
    }

    @Test func missingValuesAreNotChecked() {
        var innings = lawfulInnings()
        innings.batting[0].runs = nil
        innings.bowling[0].wickets = nil
        innings.total.overs = nil
        #expect(failed(innings).isEmpty)
        #expect(LawChecker.check(Scorecard()).isEmpty)
        #expect(LawChecker.check(Scorecard(innings: [Innings()])).isEmpty)
    }

    @Test func illegalOversAreSoft() {
        var innings = lawfulInnings()
        innings.bowling[0].overs = "2.7"
        let broken = LawChecker.check(Scorecard(innings: [innings])).filter { !$0.holds }
        #expect(broken.map(\.law).contains("overs_have_six_balls"))
        #expect(!broken.contains { !$0.soft })
    }

    @Test func oldBooksDoNotChargeWides() {
        var innings = lawfulInnings()
        for row in innings.batting.indices {
            innings.batting[row].balls = nil
            innings.batting[row].strikeRate = nil
        }
        innings.bowling[0].runs = 15
        innings.bowling[0].economy = 5
        #expect(failed(innings).isEmpty)
    }

    @Test(
        arguments: [
            ("Hill won by 8 runs", 30, 4, [], true), ("Hill won by 9 runs", 30, 4, ["margin_in_runs_agrees"], true),
            ("Dale won by 6 wickets", 39, 4, [], true),
            ("Dale won by 5 wickets", 39, 4, ["margin_in_wickets_agrees"], true),
            ("Dale won by 6 wickets", 37, 4, ["winner_reaches_target"], true), ("Match tied", 38, 4, [], true),
            ("Dale won by 6 wickets (D/L method)", 30, 4, [], false), ("Match drawn", 30, 4, [], false),
        ] as [(String, Int, Int, [String], Bool)])
    func resultAgrees(result: String, second: Int, wickets: Int, laws: [String], checked: Bool) {
        let reply = Innings(team: "Dale", total: InningsTotal(runs: second, wickets: wickets))
        let card = Scorecard(result: result, innings: [lawfulInnings(), reply])
        let checks = LawChecker.check(card).filter { $0.innings == nil }
        #expect(checks.filter { !$0.holds }.map(\.law) == laws)
        #expect(checks.isEmpty != checked)
    }
}
