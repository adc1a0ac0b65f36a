import Recognition
import Scorecard
import Testing

/// Tables of comma-separated values, as scripts print them and people paste them.
@Suite struct CommaTableTests {
    private func card(_ text: String) -> Scorecard {
        ScorecardReader().read(pages: [page(text, source: .textLayer)]).card
    }

    @Test func aScriptPrintsTotalBattersExtrasAndBowlers() throws {
        let card = card(
            """
            Team,Total,Wickets
            Delhi Dashers,168,3
            ---
            Batter,Dismissal,Runs,Balls,4s,6s
            S Samson,run out (B Stokes),42,34,0,0
            K Nair,c J Unadkat b B Stokes,64,45,9,0
            S Iyer,not out,55,40,0,1
            ---
            Noballs,Wides,Legbyes,Byes
            0,4,3,0
            ---
            Bowler,O,R,W
            J Unadkat,4.0,29,0
            B Stokes,4.0,33,1
            """)
        let innings = try #require(card.innings.first)
        #expect(innings.team == "Delhi Dashers" && innings.total.runs == 168 && innings.total.wickets == 3)
        #expect(innings.batting.map(\.player) == ["S Samson", "K Nair", "S Iyer"])
        #expect(innings.batting.map(\.runs) == [42, 64, 55] && innings.batting.map(\.sixes) == [0, 0, 1])
        #expect(innings.batting[1].fielder == "J Unadkat" && innings.batting[1].bowler == "B Stokes")
        #expect(innings.bowling.map(\.overs) == ["4.0", "4.0"] && innings.bowling.map(\.wickets) == [0, 1])
        #expect(innings.extras.wides == 4 && innings.extras.legByes == 3 && innings.extras.byes == 0)
    }

    @Test func quotesKeepCommasInACell() throws {
        let innings = try #require(
            card(
                """
                Kent innings
                Batter,Dismissal,Runs,Balls,4s
                "Lee, A","c Fox, b Hill",7,28,1
                "Moss, B",b Hill,60,80,7
                "Rowe, C",not out,87,99,11
                """
            ).innings.first)
        #expect(innings.batting.map(\.runs) == [7, 60, 87] && innings.batting.map(\.fours) == [1, 7, 11])
    }

    @Test func aHeadAloneMakesNoTable() {
        #expect(card("Runs,balls,fours,sixes\nBatting, bowling, fielding and keeping").innings.isEmpty)
    }
}
