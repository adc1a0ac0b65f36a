import Recognition
import Scorecard
import Testing

/// Innings of which messages tell the totals alone, above the one they show.
@Suite struct ToldInningsTests {
    private func card(_ text: String) -> Scorecard { ScorecardReader().read(pages: [page(text)]).card }

    @Test func totalsAboveAMessageAreInningsOfTheirOwn() {
        let innings = card(
            """
            Scoreboard at lunch Monday on the fourth day of the second test between Kent and Essex at the Park:
            Kent 1st Innings: 307
            Essex (first innings) 371
            Kent, 2nd Innings
            (Overnight: 62-2)
            A Lee not out 83
            B Fox c Webb b Rowe 25
            C Hill lbw b Vine 1
            D Moss c Webb b Rowe 18
            E Dale c & b Rowe 0
            Extras: (1nb) 1
            TOTAL: (for four wickets) 128
            Bowling: J Vine 9-1-49-1 (1nb), K Rowe 21-7-79-3.
            """
        ).innings
        #expect(innings.map(\.team) == ["Kent", "Essex", "Kent"])
        #expect(innings.map(\.total.runs) == [307, 371, 128])
        #expect(innings.map(\.batting.count) == [0, 0, 5] && innings.map(\.bowling.count) == [0, 0, 2])
    }

    @Test func aCardInOneParagraphHasTheBestOfTheInningsBefore() {
        let read = card(
            """
            Scoreboard after rain washed out the whole of the third day's play in the second Test between Kent and Essex at the
            Park on Saturday: Kent 1st Innings 469-9 dec (B Lee 176, D Fox 120; R Vine 5-172) Essex 1st Innings (overnight: 32-1)
            K. Moss not out 6 J. Webb lbw b Lee 12 A. Rowe not out 14 Total (1 wkt, 14 overs, 59 mins) 32 To bat: S Dale, S Hart, R
            Vine Fall of wickets: 1-16 (Webb) Bowling: Hill 5-1-14-0; Fox 4-3-2-0; Lee 3-1-8-1; Tate 2-0-8-0 Toss: Essex
            """)
        #expect(read.innings.map(\.team) == ["Kent", "Essex"])
        #expect(read.innings.map(\.total.runs) == [469, 32] && read.innings[0].total.declared == true)
        #expect(read.innings[0].batting.map(\.runs) == [176, 120])
        #expect(read.innings[0].bowling.map(\.player) == ["R Vine"] && read.innings[0].bowling[0].runs == 172)
        #expect(read.innings[1].batting.map(\.player) == ["K. Moss", "J. Webb", "A. Rowe"])
        #expect(read.innings[1].bowling.map(\.runs) == [14, 2, 8, 8])
    }
}
