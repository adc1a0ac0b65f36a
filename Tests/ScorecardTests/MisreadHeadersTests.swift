import Recognition
import Scorecard
import Testing

/// Headers that an engine misread, and tables whose lines it misread below them.
@Suite struct MisreadHeadersTests {
    private func read(_ text: String) -> Scorecard { ScorecardReader().read(pages: [page(text, source: .ocr)]).card }

    private func innings(_ text: String) throws -> Innings { try #require(read(text).innings.first) }

    @Test(arguments: [
        "Batsman                           R    8   S/R     4s   6s",
        "Batsman                           R    5   S/R     4s   6s",
        "man                               R    B   S/R     45    6",
    ])
    func aDigitAmongLettersIsALetter(_ header: String) throws {
        let batting = try innings(
            """
            St Albans innings
            \(header)
            U Hafeez   c Siddiqui b Younis    6    9   66.67    0    0
            Y Iftikhar c Siddiqui b Afridi   26   25  104.00    2    0
            F Butt     lbw b Ghani            7    8   87.50    0    0
            T Mahmood  not out               54   60   90.00    5    0
            Extras                            2
            Total                            95
            """
        ).batting
        #expect(batting.map(\.player) == ["U Hafeez", "Y Iftikhar", "F Butt", "T Mahmood"])
        #expect(batting.map(\.runs) == [6, 26, 7, 54] && batting.map(\.balls) == [9, 25, 8, 60])
        #expect(batting.map(\.fours) == [0, 2, 0, 5])
    }

    @Test func aWideColumnIsNoSecondTable() throws {
        let bowling = try innings(
            """
            Byron Bay innings
            Batter                R    B
            AT Bird   not out    18   19

            BOWLING        O   M    R   W   WO   NB   ECON
            Z Waseem       4   0   38   0    1    0   9.50
            M Tariq        4   0   22   1    0    0   5.50
            B Meiyappan    4   0   42   1    2    0  10.50
            """
        ).bowling
        #expect(bowling.map(\.wides) == [1, 0, 2] && bowling.map(\.wickets) == [0, 1, 1])
        #expect(bowling.map(\.economy) == [9.5, 5.5, 10.5])
    }

    @Test func theHeadOfTheRowNumbersIsNoSide() throws {
        let card = read(
            """
            Worcester CC innings
            NO  BATTER        HOW  QUT            BOWLER       RUNS
            1   SS Malla      ct MacLeod          b O'Neil       41
            2   RLM Pretorius low                 b O'Neil       13
            3   KA Gurung     notout                              1
            EXTRAS                                                0
            TOTAL                                                55
            """)
        let innings = try #require(card.innings.first)
        #expect(innings.team == "Worcester CC")
        #expect(innings.batting.map(\.howOut) == [.caught, .lbw, .notOut])
        #expect(innings.batting.map(\.player) == ["SS Malla", "RLM Pretorius", "KA Gurung"])
        #expect(innings.batting[2].dismissal == "not out")
    }

    /// Dismissals below the names, their first letters lost, and a header that says nothing.
    @Test func linesOfDismissalsAreNoBatters() throws {
        let batting = try innings(
            """
            Kingston 3rd XI Innings
                                              R    &    4    -
            JG Smith                         26   16    3    1
            lbw b Greaves
            DW Ntini                          3    7    0    0
            t Sharif b Greaves
            S Bjarnason (wk)                117   83   13    2
            c & b Drummond
            JB van Lingen                    15   10    1    1
            E Munsey b Greaves
            G Gislason                       14   18    2    0
            run out
            Extras (1b 4w)                    5
            Total (31.4 overs)              180
            """
        ).batting
        #expect(batting.map(\.player) == ["JG Smith", "DW Ntini", "S Bjarnason", "JB van Lingen", "G Gislason"])
        #expect(batting.map(\.runs) == [26, 3, 117, 15, 14] && batting.map(\.fours) == [3, 0, 13, 1, 2])
        #expect(batting[1].dismissal == "c Sharif b Greaves" && batting[1].howOut == .caught)
    }

    @Test func aBatterWithoutFiguresHasHisDismissalBelow() throws {
        let text = """
            Kingston innings
            Batter                            R    B   4s   6s
            JG Smith                         26   16    3    1
            lbw b Greaves
            VC Farooq
            absent hurt
            Extras (1b 4lb)                   5
            Total                            31
            """
        let reading = ScorecardReader().read(pages: [page(text)])
        let innings = try #require(reading.card.innings.first)
        #expect(innings.batting.map(\.player) == ["JG Smith", "VC Farooq"] && innings.batting[1].howOut == .absent)
        #expect(innings.extras.total == 5)
    }

    @Test func aGridOfWicketsIsCountedAnew() throws {
        let falls = try innings(
            """
            Byron Bay innings
            Batter                R    B
            AT Bird   not out    18   19
            Total                98
            WICKET  1    2    3    4    9    6    7    8    8   10
            SCORE  10   22   35   40   51   60   72   80   91   98
            """
        ).fallOfWickets
        #expect(falls.map(\.wicket) == Array(1...10) && falls.map(\.runs).first == 10)
    }

    /// `M.`, `b` and `R.` are heads of columns elsewhere.
    @Test func initialsAreNoHeads() throws {
        let innings = try #require(
            ScorecardReader().read(pages: [
                page(
                    """
                    Hill
                    Batsman          How Out             Bowler            Runs
                    K. van Wyk       ct K. Zulu          b R. Steyn           8
                    J. le Roux       ct M. van Wyk       b R. Ndlovu         25
                    A. Fourie        not out                                 62
                    Extras           lb1, w8                                  9
                    TOTAL            for 2 (20.0 overs)                     104
                    """)
            ]).card.innings.first)
        #expect(innings.batting.map(\.runs) == [8, 25, 62] && innings.total.runs == 104)
    }

    /// A semicolon read for the colon of a notebook's prompt makes no sentence.
    @Test func aPromptStandsBeforeAHeader() throws {
        let card = ScorecardReader().read(pages: [
            page(
                """
                Hill: 40/1 (6.2 overs)
                Out [4]:   batter     dismissal        runs   balls
                      0    A Khan     b Jones            14      12
                      1    B Rao      not out            16      20
                      2    C Lee      b Jones             4       6
                      3    D Fox      not out             4       6
                Out [5];   bowler     overs   maidens   runs   wickets
                      0    T Jones      3.0         0     20         1
                      1    P Smith      3.2         0     17         0
                """, source: .ocr)
        ]).card
        #expect(card.innings.first?.bowling.map(\.runs) == [20, 17])
        // Rows of a data frame count from 0.
        #expect(card.innings.first?.batting.map(\.player) == ["A Khan", "B Rao", "C Lee", "D Fox"])
    }

    private let form = """
        HILL INNINGS
        NO  BATSMAN         HOW OUT      BOWLER      RUNS  BALLS
        1   A N Norton      run out                    13     10
        2   N Vale          not out                    60     45
        3   J Hart          c&b          B Cox          5      5
        4   A Roy           run out                     4      3
        5   M Tennant       b            S Wills       16     12
        6   R B van Lint    did not bat
        EXTRAS                                         10
        TOTAL for 4 wkts                              108
        Wicket   1     2     3     4     5     6    7    8    9    30
        Score   15    29    88   108
        """

    /// `4 A Roy run out 4 3` has heads of fours and runs, `6 R B van Lint did not bat` of sixes, runs and balls: both are batters.
    @Test func shortNamesAndSmallFiguresAreNoHeads() throws {
        let innings = try #require(ScorecardReader().read(pages: [page(form)]).card.innings.first)
        #expect(innings.batting.map(\.player).suffix(3) == ["A Roy", "M Tennant", "R B van Lint"])
        #expect(innings.batting.map(\.runs) == [13, 60, 5, 4, 16, nil] && innings.total.runs == 108)
    }

    /// A line between two columns read as the 3 of `30`.
    @Test func aNumberThatNoWicketHasBreaksNoGrid() throws {
        let innings = try #require(ScorecardReader().read(pages: [page(form, source: .ocr)]).card.innings.first)
        #expect(innings.fallOfWickets.map(\.runs) == [15, 29, 88, 108])
        #expect(innings.fallOfWickets.map(\.wicket) == [1, 2, 3, 4])
    }
}
