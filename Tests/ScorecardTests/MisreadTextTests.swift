import Recognition
import Scorecard
import Testing

/// What engines make of letters, figures and white space, and what the rest of the card says it must have been.
@Suite struct MisreadTextTests {
    private func innings(_ text: String, source: TextSource = .ocr) throws -> Innings {
        try #require(ScorecardReader().read(pages: [page(text, source: source)]).card.innings.first)
    }

    private func batting(_ extras: String = "Extras                               0") throws -> Innings {
        try innings(
            """
            Byron Bay innings
            Batter                               R    B   4s   6s
            AT Bird       b N Khan              18   19    2    0
            MR Noor       not out                5   12    1    0
            J Kowalski    not out                3    4    0    0
            \(extras)
            """)
    }

    @Test(arguments: [
        ("b2ib0w9nb4", 15, [2, 0, 9, 4]), ("bO0OlbOwS5nboO", 5, [0, 0, 5, 0]), ("bOliblw5nbO0", 6, [0, 1, 5, 0]),
        ("bO0OlibOw3nb0O", 3, [0, 0, 3, 0]), ("(b1, 1b7, w8, nb2)", 18, [1, 7, 8, 2]),
    ])
    func extrasWithoutWhiteSpaceMakeTheirSum(text: String, total: Int, parts: [Int]) throws {
        let extras = try batting("Extras  \(text)  \(total)").extras
        #expect(extras.total == total)
        #expect([extras.byes, extras.legByes, extras.wides, extras.noBalls] == parts)
    }

    /// One character may stand for more than a number holds, and a box may lie far from the page.
    @Test func hostileFiguresAndBoxesDoNotTrap() throws {
        let extras = try batting("Extras  b兆兆兆兆w1  5").extras
        #expect(extras.total == 5)
        var far = page(
            "Wicket 1 2 3\nScore 4 5 6\nBatter R B\nA Rao 12 20\nB Hill 3 4\nC Dale 5 6\nD Moor 7 8", source: .ocr)
        for line in far.blocks[0].lines.indices {
            for word in far.blocks[0].lines[line].words.indices where word > 0 {
                far.blocks[0].lines[line].words[word].box.y = 1e18
                far.blocks[0].lines[line].words[word].box.x = line == 1 ? 1e18 : 0.5
            }
        }
        #expect(ScorecardReader().read(pages: [far]).card.innings.count <= 1)
    }

    @Test(arguments: [("(1b11, w27, nb2)", 40, 11), ("(71b 6w 4nb)", 17, 7), ("(1b 1)", 1, 1)])
    func aOneBeforeABIsALegBye(text: String, total: Int, legByes: Int) throws {
        let extras = try batting("Extras  \(text)  \(total)").extras
        #expect(extras.legByes == legByes && extras.byes == nil && extras.total == total)
    }

    @Test func figuresTellTheColumnsThatTheHeaderLost() throws {
        let innings = try innings(
            """
            Byron Bay innings
            BATTING                  ~    B    4's   o's     +R
            AT Bird
            b N Khan                16    6     2     1  266.67
            MR Noor
            c T Hill b MR Ferdous   74   53     8     2  139.62
            Ali Rahman
            not out                 21   15     3     0  140.00
            """)
        #expect(innings.batting.map(\.runs) == [16, 74, 21] && innings.batting.map(\.balls) == [6, 53, 15])
        #expect(innings.batting.map(\.sixes) == [1, 2, 0] && innings.batting[1].strikeRate == 139.62)
        #expect(innings.batting[1].bowler == "MR Ferdous")
    }

    @Test func bowlersBelowAnUnreadHeaderAreFound() throws {
        let bowling = try innings(
            """
            Byron Bay innings
            Batter                               R    B   4s   6s
            AT Bird       b N Khan              18   19    2    0
            MR Noor       not out                5   12    1    0
            Extras                               0
            Total                               23

            Bowling          0.        KR        w
            N Khan           19     1    70      0
            S Hill           13          59      0
            """
        ).bowling
        #expect(bowling.map(\.player) == ["N Khan", "S Hill"] && bowling.map(\.runs) == [70, 59])
        #expect(bowling.map(\.maidens) == [1, nil])
    }

    @Test func battersBelowAnUnreadHeaderAreNoBowlers() throws {
        let innings = try innings(
            """
            Byron Bay Innings
            BATTING                              "2          a          biJ
            I Coetzer               49    29    24     4     4    204.17
            d ur-Rahman
            G Greaves               10    31    17     0     0     58.82
            ct Hill bd Omarzai
            IG Sharif                1     7     3     0     0     33.33
            b Omarzai
            Extras                   4
            """)
        #expect(innings.batting.prefix(3).map(\.runs) == [49, 10, 1] && innings.bowling.isEmpty)
        #expect(innings.batting.prefix(3).map(\.balls) == [24, 17, 3] && innings.batting[0].minutes == 29)
    }

    @Test(arguments: [
        ("c Hill d bin Tariq", "c Hill b bin Tariq", "bin Tariq"), ("e Hill b N Khan", "c Hill b N Khan", "N Khan"),
        ("Csub (Dale) b N Khan", "c sub (Dale) b N Khan", "N Khan"),
    ])
    func lettersOfDismissalsArePutRight(read: String, printed: String, bowler: String) throws {
        let innings = try innings(
            """
            Byron Bay innings
            Batter                               R    B   4s   6s
            AT Bird       \(read)\(String(repeating: " ", count: 22 - read.count)) 18   19    2    0
            MR Noor       not out                5   12    1    0
            """)
        #expect(innings.batting[0].dismissal == printed)
        #expect(innings.batting[0].bowler == bowler)
        #expect(innings.batting[0].player == "AT Bird" && innings.batting[0].howOut == .caught)
    }

    @Test func namesBeginWithCapitals() throws {
        let card = ScorecardReader().read(pages: [
            page(
                """
                wanganui cc innings
                Batter                               R    B   4s   6s
                1  lain Munsey     not out          18   19    2    0
                10 Rahmat janat    b van Beek        5   12    1    0
                ll K ólafsson      b ul-Haq          3    4    0    0
                Extras                               0
                """, source: .ocr)
        ]).card
        let innings = try #require(card.innings.first)
        #expect(innings.team == "Wanganui CC")
        #expect(innings.batting.map(\.player) == ["Iain Munsey", "Rahmat Janat", "K Ólafsson"])
        #expect(innings.batting.map(\.bowler) == [nil, "van Beek", "ul-Haq"])
    }

    @Test func scoresOfWicketsAreCountedWhereTheirNumbersAreLost() throws {
        let alone = try batting("Extras      0\nTotal      26\nScore         36    168    170")
        #expect(alone.fallOfWickets.map(\.runs) == [36, 168, 170])
        #expect(alone.fallOfWickets.map(\.wicket) == [1, 2, 3])
        let gap = try batting(
            """
            Extras      0
            Total      26
            Wicket     1     2     >     4     5
            Score      4    13    34    97
            """)
        #expect(gap.fallOfWickets.map(\.wicket) == [1, 2, 3, 4] && gap.fallOfWickets.map(\.runs) == [4, 13, 34, 97])
    }

    @Test func pointsWithWideGapsMakeOneFigure() throws {
        let innings = try innings(
            """
            Byron Bay innings
            Batter                               R    B   4s   6s        SR
            AT Bird       b N Khan              21   15    3    0   140. 00
            MR Noor       not out               20   15    1    1   133. 33
            J Kowalski    not out                4    3    1    0   133.33
            """)
        #expect(innings.batting.map(\.strikeRate) == [140, 133.33, 133.33])
    }

    @Test func batterWhoDidNotBatHaveRowsOfTheirOwn() throws {
        let innings = try innings(
            """
            Byron Bay innings
            Name           How Out              Runs  Balls
            AT Bird        Not out                24     17
            MR Noor        Not out                10      7
            J Kowalski     did not bat
            T Hill (wk)    did not bat
            K Silva        did not bat
            P Moor         did not bat
            Extras         w 1                     1
            Total          (4 overs)           35/0
            """, source: .textLayer)
        #expect(innings.batting.count == 6 && innings.batting[1].player == "MR Noor")
        #expect(innings.extras.total == 1 && innings.total.runs == 35)
    }
}
