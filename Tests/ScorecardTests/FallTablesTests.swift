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

    @Test(
        arguments: [
            ("1-12, 2-?, 3-40", [12, nil, 40]), ("1-?, 2-?, 3-56 (26 ov)", [nil, nil, 56]),
            ("(A Khan, 3 ov) (B Rao, 13.2 ov) (D\nFox, 14.3 ov)", [nil, nil, nil]),
        ] as [(String, [Int?])])
    func listsWithoutScores(list: String, runs: [Int?]) throws {
        let falls = try innings(Self.batting + "Fall of wickets:\n" + list).fallOfWickets
        #expect(falls.map(\.wicket) == [1, 2, 3] && falls.map(\.runs) == runs)
        if list.hasPrefix("(") {
            #expect(falls.map(\.player) == ["A Khan", "B Rao", "D Fox"] && falls.map(\.over) == ["3", "13.2", "14.3"])
        }
    }

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

    /// A print of a scoring program: strips of strokes, times, falls beside the bowling, overs in a table below.
    @Test func aScoringProgramPrintsItsSheet() throws {
        let text = """
            Innings of Hill CC
               Batter      Timed In  Timed Out   How Out      Bowler      Scoring strokes              4s  6s  Runs
            1  M Lee          13:00      14:10   lbw          D Redmond   1 . 1 1 . 4 1 6 1 . 2 1       1   1    17
            2  D Fulton       13:00      14:48   st M Hall    T Munro     . 1 . 1 1 . 2 . 1 4 1 6       1   1    16
            3  C Ngata        14:12              not out                  1 1 . . 1 1 . 3 1 1           0   0     8
               Extras      Byes 2, Wides 1                                                                        3
               Total       for 2 wickets in 9.0 overs                                                            44

            Bowler       Overs  Mdns  Runs  Wkts  Wd  NB  Econ      Wkt   Score  Batter out       Over
            T Munro        5.0     0    27     1   1   0  5.40        1      20  M Lee             4.5
            D Redmond      4.0     0    15     1   0   0  3.75        2      37  Fulton            7.6
            Over by over
            Over    1    2    3    4    5    6    7    8    9
            Runs   10    5    2    1    7    2    9    6    2
            Wkts                   1              1
            """
        let card = ScorecardReader().read(pages: [page(text)]).card
        let innings = try #require(card.innings.first)
        #expect(innings.batting.map(\.player) == ["M Lee", "D Fulton", "C Ngata"])
        #expect(innings.batting.map(\.dismissal) == ["lbw D Redmond", "st M Hall T Munro", "not out"])
        #expect(innings.batting.map(\.runs) == [17, 16, 8] && innings.batting.map(\.fours) == [1, 1, 0])
        #expect(innings.bowling.map(\.player) == ["T Munro", "D Redmond"])
        #expect(innings.fallOfWickets.map(\.runs) == [20, 37] && innings.fallOfWickets.map(\.over) == ["4.5", "7.6"])
    }
}
