import Recognition
import Scorecard
import Testing

/// Falls of wickets in tables, grids and lists, below the card and beside it.
@Suite struct FallTablesTests {
    private func innings(_ text: String, source: TextSource = .textLayer) throws -> Innings {
        try #require(ScorecardReader().read(pages: [page(text, source: source)]).card.innings.first)
    }

    private static let batting = """
        Hill
        Batter          Dismissal                R     B
        A Khan          c Smith b Jones         14    12
        B Rao           b Jones                 16    20
        C Lee           not out                 16    20
        D Fox           not out                  6    10
        Extras          (w 2)                    2
        Total           2 wkts (10 overs)       54

        """

    @Test func listWithAScoreThatWasNotRead() throws {
        let innings = try innings(
            Self.batting + """
                Fall of wickets
                A Khan                         elk        (11.6)
                B Rao                          7412       (141)
                C Lee                          80/3       (15.2)
                """, source: .ocr)
        #expect(innings.fallOfWickets.map(\.wicket) == [1, 2, 3])
        #expect(innings.fallOfWickets.map(\.player) == ["A Khan", "B Rao", "C Lee"])
        #expect(innings.fallOfWickets.map(\.runs) == [nil, 74, 80])
        #expect(innings.fallOfWickets.map(\.over) == ["11.6", "14.1", "15.2"])
    }

    @Test func gridOfScoresNamesAndOvers() throws {
        let innings = try innings(
            Self.batting + """
                                     5-1              30-2
                FALL OF WICKETS      Aamir Khan       Bina Rao
                                     0.6              7.4
                """)
        #expect(innings.fallOfWickets.map(\.runs) == [5, 30] && innings.fallOfWickets.map(\.wicket) == [1, 2])
        #expect(innings.fallOfWickets.map(\.player) == ["Aamir Khan", "Bina Rao"])
        #expect(innings.fallOfWickets.map(\.over) == ["0.6", "7.4"])
    }

    @Test func tableLeftOfTheBowling() throws {
        let innings = try innings(
            Self.batting + """
                Fall of Wickets   Score   Over       Bowling       Overs   Maidens   Runs   Wickets   Econ
                A Khan               13    2.3       E Smith        5.0         0     24         1    4.80
                B Rao                43    7.6       F Jones        4.0         1     15         1    3.75
                                                     G Hill         1.0         0     13         0   13.00
                """)
        #expect(innings.fallOfWickets.map(\.player) == ["A Khan", "B Rao"])
        #expect(innings.fallOfWickets.map(\.runs) == [13, 43] && innings.fallOfWickets.map(\.over) == ["2.3", "7.6"])
        #expect(innings.bowling.map(\.player) == ["E Smith", "F Jones", "G Hill"])
        #expect(innings.bowling.map(\.runs) == [24, 15, 13])
    }

    @Test func tableRightOfTheBowling() throws {
        let innings = try innings(
            Self.batting + """
                Bowler      Ov    Md   Runs   Wk   RPO      Wkt   Score   Batsman   Overs   Runs
                E Smith    5.0     0     24    1   4.80       1      13   A Khan      2.3     13
                F Jones    5.0     1     28    1   5.60       2      43   B Rao       7.6     16
                """)
        #expect(innings.fallOfWickets.map(\.player) == ["A Khan", "B Rao"])
        #expect(innings.fallOfWickets.map(\.runs) == [13, 43] && innings.fallOfWickets.map(\.over) == ["2.3", "7.6"])
        #expect(innings.bowling.map(\.runs) == [24, 28] && innings.bowling.map(\.wickets) == [1, 1])
    }

    @Test func wicketsThatDidNotFall() throws {
        let innings = try innings(Self.batting + "Fall of wickets\n1-10    2-45    3-    4-    5-\n")
        #expect(innings.fallOfWickets.map(\.runs) == [10, 45])
    }
}
