import Recognition
import Scorecard
import Testing

/// Figures that say themselves what they are.
@Suite struct WordedFiguresTests {
    private func card(_ text: String) -> Scorecard { ScorecardReader().read(pages: [page(text)]).card }

    @Test func cardsWrittenOutForScreenReadersHaveColumns() throws {
        let innings = try #require(
            card(
                """
                Kent in Essex
                1st Test / Day 1 of 5 / The Park
                Essex 1st innings
                Total
                71 for 1, from 15 overs.
                Batting
                1. Lee not out; 30 runs, 50 balls, 5 fours, 0 sixes, and a strike rate of 60.00
                2. Fox c Hill b Webb; 3 runs, 13 balls, 0 fours, 0 sixes, and a strike rate of 23.08
                3. Moss not out; 33 runs, 29 balls, 7 fours, 0 sixes, and a strike rate of 113.79
                Extras
                5 from 3 legbyes, 2 noballs.
                Bowling
                AS Rowe: 7overs, 1 maidens, 37 runs, 0 wickets, and an economy of 5.28.
                Webb: 6overs, 1 maidens, 18 runs, 1 wickets, and an economy of 3.00.
                """
            ).innings.first)
        #expect(innings.batting.map(\.player) == ["Lee", "Fox", "Moss"])
        #expect(innings.batting.map(\.runs) == [30, 3, 33] && innings.batting.map(\.fours) == [5, 0, 7])
        #expect(innings.batting[1].bowler == "Webb" && innings.batting[1].fielder == "Hill")
        #expect(innings.total.runs == 71 && innings.total.wickets == 1 && innings.total.overs == "15")
        #expect(innings.extras.total == 5 && innings.extras.legByes == 3 && innings.extras.noBalls == 2)
        #expect(innings.bowling.map(\.player) == ["AS Rowe", "Webb"])
        #expect(innings.bowling.map(\.overs) == ["7", "6"] && innings.bowling.map(\.runs) == [37, 18])
    }

    @Test func summariesHaveThemInBracketsBehindNames() throws {
        let innings = card(
            """
            Summarized Scorecard:
            Kent (Batting): 286 for 8 runs in 50 overs
            Ann Lee (120 runs, 108 balls, 4x9, 6x4), May Fox (69 runs, 93 balls, 4x4 6x1)
            Essex (Bowling)
            Eve Hill (34 for 5), Joy Webb (24 for 1)
            Essex (Batting): 289 for 9 runs in 50 overs
            Kay Rowe (91 runs not out, 61 balls, 4x9, 6x4), Eve Hill (56 runs 60 balls, 4x6, 6x1)
            Kent (Bowling)
            Zoe Dale (53 for 2), May Fox (34 for 2)
            """
        ).innings
        #expect(innings.map(\.team) == ["Kent", "Essex"] && innings.map(\.total.runs) == [286, 289])
        #expect(innings.map { $0.batting.map(\.runs) } == [[120, 69], [91, 56]])
        #expect(innings[1].batting[0].howOut == .notOut && innings[0].batting[1].sixes == 1)
        #expect(innings[0].bowling.map(\.runs) == [34, 24] && innings[0].bowling.map(\.wickets) == [5, 1])
    }

    @Test func aSideMayBeToldByItsBestAlone() throws {
        let innings = card(
            """
            Summarised scores: Kent Red Force 270 for seven in 50 overs (Ann Lee 97, May Fox 34, Eve Hill 18 n.o.; Kay Rowe 2-54).
            Essex Pride (Zoe Dale 50, Kay Rowe 46, Joy Webb 27 n.o.; Ann Lee 3-46, May Fox 2-30). Red Force won by 72 runs.
            """
        ).innings
        #expect(innings.map(\.team) == ["Kent Red Force", "Essex Pride"] && innings.map(\.total.runs) == [270, nil])
        #expect(innings[1].batting.map(\.runs) == [50, 46, 27] && innings[1].bowling.map(\.wickets) == [3, 2])
    }
}
