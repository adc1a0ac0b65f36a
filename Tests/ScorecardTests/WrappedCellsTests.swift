import Recognition
import Scorecard
import Testing

/// Tables of web pages as a printer or a narrow screen breaks them: cells on several lines, tables over several pages.
@Suite struct WrappedCellsTests {
    private let first = """
        Hill CC Innings                         38-1 5.0
        Batter            How out                R    B   4s   6s      SR

        Colin de          c van der
                                                14   12    2    1  116.67
        Grandhomme (c)    Merwe b T Jones

        B Rao             not out               16   20    1    0   80.00

        Extras            8 (b 1, lb 2, w 3, nb 2)

        Bowler                        O    M    R    W       Econ

        T Jones                       3    0   20    1       6.67   (2w, 1nb)

        Roelof van
                                      2    0   15    0       7.50   (1w)
        der Merwe

        Fall of wickets                    Score    Over

        Colin de Grandhomme                 20-1     2.6

        Dale CC Innings                         30-2 5.0
        Batter            How out                R    B   4s   6s      SR

        T Jones           lbw b Rao             10   12    1    0   83.33
        """
    private let second = """

        R van der Merwe   run out (Rao)          9   10    1    0   90.00
        Q Brown           not out                8    8    0    0  100.00
        Extras            3 (w 3)

        Bowler                        O    M    R    W       Econ
        B Rao                         3    0   20    1       6.67   (3w)
        """
    private let third = """
        C de Grandhomme               2    0   10    0       5.00
        """

    /// The pages, all of one width.
    private func card() -> Scorecard {
        let edge = "\n" + String(repeating: " ", count: 79) + "."
        let pages = [first, second, third].enumerated().map { page($0.element + edge, index: $0.offset) }
        return ScorecardReader().read(pages: pages).card
    }

    @Test func linesOfACellBelongToTheirFigures() throws {
        let innings = try #require(card().innings.first)
        #expect(innings.batting.map(\.player) == ["Colin de Grandhomme", "B Rao"])
        #expect(innings.batting.first?.dismissal == "c van der Merwe b T Jones")
        #expect(innings.batting.first?.fielder == "van der Merwe" && innings.batting.first?.captain == true)
        #expect(innings.batting.map(\.runs) == [14, 16])
        #expect(innings.bowling.map(\.player) == ["T Jones", "Roelof van der Merwe"])
    }

    @Test func whatStandsBehindABowlersFiguresSaysWhatItIs() throws {
        let innings = try #require(card().innings.first)
        #expect(innings.bowling.map(\.wides) == [2, 1])
        #expect(innings.bowling.map(\.noBalls) == [1, nil])
    }

    @Test func aTableOfFallsEndsAtTheNextHeading() throws {
        let card = card()
        #expect(
            card.innings.first?.fallOfWickets
                == [FallOfWicket(wicket: 1, runs: 20, player: "Colin de Grandhomme", over: "2.6")])
        #expect(card.innings.map(\.team) == ["Hill CC", "Dale CC"])
        #expect(card.innings.map(\.total.overs) == ["5.0", "5.0"])
    }

    @Test func tablesGoOnOverPageBreaks() throws {
        let card = card()
        #expect(card.innings.count == 2)
        let innings = try #require(card.innings.last)
        #expect(innings.batting.map(\.player) == ["T Jones", "R van der Merwe", "Q Brown"])
        #expect(innings.extras.total == 3)
        #expect(innings.bowling.map(\.player) == ["B Rao", "C de Grandhomme"])
        #expect(innings.bowling.map(\.wides) == [3, nil])
    }

    /// A phone's table, some of whose rows were opened before the picture was taken.
    @Test func rowsThatWereOpenedSayMore() throws {
        let text = """
            Hill CC
            BATTING                                R    (B)
            Anjali Taylor
                                                  11    (9)
            c Holly Iyer b Megan Fletcher
            Beth Ward
                                                  10    (9)
            b Sarah Jones
            4s 1    6s 0    S/R 111.11
            Priya Brown
                                                  29   (24)
            not out
            4s2     6s1     S/R 120.83
            EXTRAS  4b, 1w                         5
            TOTAL   for 2, 7 overs                55
            BOWLING                     O    M    R    W
            Megan Fletcher              4    0   30    1
            Wides 1    No balls 0    Econ 7.50
            Sarah Jones                 3    0   21    1
            """
        let card = ScorecardReader().read(pages: [page(text)]).card
        let innings = try #require(card.innings.first)
        #expect(innings.batting.map(\.runs) == [11, 10, 29] && innings.batting.map(\.balls) == [9, 9, 24])
        #expect(innings.batting.map(\.fours) == [nil, 1, 2] && innings.batting.map(\.sixes) == [nil, 0, 1])
        #expect(innings.batting.map(\.strikeRate) == [nil, 111.11, 120.83])
        #expect(innings.bowling.map(\.player) == ["Megan Fletcher", "Sarah Jones"])
        #expect(innings.bowling[0].wides == 1 && innings.bowling[0].noBalls == 0 && innings.bowling[0].economy == 7.5)
    }

    /// The header is the last row of its page, and each row of figures ends in a sign.
    @Test func aHeaderAtTheFootOfAPageHasItsRowsOnTheNext() throws {
        let head = """
            Hill vs Dale
            Dale 1st Innings                       41-1 (7 Ov)
            Batter                           R      B     4s    6s
            Harry Din
                                            20     21     0     1   \u{203A}
            b Vogel
            Alaud Hasan
                                            19     21     2     0   \u{203A}
            not out
            Extras                           2
            Total  41-1 (7 Overs)
            Hill 2nd Innings                       30-2 (7 Ov)
            Batter                           R      B     4s    6s
            """
        let rows = """
            Felix Rana
                                            14     19     0     1   \u{203A}
            run out (Anik De Luca)
            Lukas Safi
                                             9     11     1     0   \u{203A}
            b Weber
            Rohit Vogel
                                             4     12     0     0   \u{203A}
            not out
            Extras                           3
            Total  30-2 (7 Overs)
            """
        let card = ScorecardReader().read(pages: [page(head), page(rows, index: 1)]).card
        let innings = try #require(card.innings.last)
        #expect(innings.batting.map(\.player) == ["Felix Rana", "Lukas Safi", "Rohit Vogel"])
        #expect(innings.batting.map(\.runs) == [14, 9, 4] && innings.extras.total == 3)
    }
}
