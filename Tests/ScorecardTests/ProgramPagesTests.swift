import Recognition
import Scorecard
import Testing

/// Cards as programs and sites print them whose cells, titles and marks are set in their own way.
@Suite struct ProgramPagesTests {
    private func innings(_ text: String, source: TextSource = .textLayer) -> [Innings] {
        ScorecardReader().read(pages: [page(text, source: source)]).card.innings
    }

    /// Cells parted by one blank: no figure stands under its head.
    @Test func raggedFiguresAreInTheOrderOfTheHeads() throws {
        let innings = try #require(
            innings(
                """
                Batter                                 R    B    4s   6s   SR
                Rao c Iyer b Das 14 19 1 0 73.68
                Deepak Ghosh c Venkataraman b Das Gupta 8 23 2 0 34.78
                Pillai not out 49 46 5 1 106.52
                Vikram Rathore not out 7 12 0 0 58.33
                Bowler          O    M    R    W    NB   WD   ECO
                Mohan Das Gupta 4 0 33 1 0 2 8.2
                Das 3.5 1 26 1 1 0 6.8
                Venkataraman 4 0 19 0 0 1 4.8
                R Das 2 0 11 0 0 0 5.5
                """
            ).first)
        #expect(innings.batting.map(\.runs) == [14, 8, 49, 7] && innings.batting.map(\.sixes) == [0, 0, 1, 0])
        #expect(innings.batting.map(\.bowler) == ["Das", "Das Gupta", nil, nil])
        #expect(
            innings.bowling.map(\.overs) == ["4", "3.5", "4", "2"] && innings.bowling.map(\.wides) == [2, 0, 1, 0])
    }

    @Test func howABatterStandsIsNoPartOfHisName() throws {
        let batting = try #require(
            innings(
                """
                No Batsman              Status              R    B    M    4s  6s  SR
                1  JD (RHB)             b Raina             11   8    8    2   0   137.50
                2  Naveen (wk) (LHB)    c Rao b Saini       0    1    4    0   0   0.00
                3  Kiran (c) (RHB)      not out             40   31   50   4   1   129.03
                """
            ).first?.batting)
        #expect(batting.map(\.player) == ["JD", "Naveen", "Kiran"])
        #expect(batting.map(\.keeper) == [nil, true, nil] && batting.map(\.captain) == [nil, nil, true])
    }

    @Test func bestPerformancesAreNoInnings() throws {
        let innings = innings(
            """
            Best Performances - Batsmen
            Players Name               R    B    4s  6s  SR
            Kiran                      40   31   4   1   129.03
            Best Performances - Bowlers
            Players Name               O    M    R    W   Eco
            Raina                      4.0  0    15   1   3.75

            Hill CC 51/2 (6.4 Ov)
            No Batsman     Status      R    B    4s  6s  SR
            1  JD          b Raina     11   8    2   0   137.50
            2  Naveen      b Saini     0    1    0   0   0.00
            3  Kiran       not out     40   31   4   1   129.03
            No Bowler                  O    M    R    W   Eco
            1  Raina                   4    0    15   1   3.75
            2  Saini                   2.4  0    36   1   13.50
            """)
        #expect(innings.map(\.team) == ["Hill CC"])
        #expect(innings.first?.bowling.map(\.player) == ["Raina", "Saini"])
    }

    @Test func fallsMayBeNumberedInTwoColumns() throws {
        let falls = try #require(
            innings(
                """
                Batter                      Runs  B    4s  6s  SR
                M Perera  s Brown b Khan    21  25  0  0  84.00
                K Silva   not out           39  39  3  1  100.00
                Total     12.0 Overs, 3 wkts     68
                Fall of Wickets
                1. 6 Fernando 1.3ov         5. 66 De Mel 11.3ov
                2. 18 Mendis 3.3ov          6.
                3. 40 Jayasuriya 6.0ov      7.
                4. 61 Perera 10.2ov         8.
                """
            ).first)
        #expect(falls.batting.first?.howOut == .stumped && falls.batting.first?.fielder == "Brown")
        #expect(falls.fallOfWickets.map(\.wicket) == [1, 2, 3, 4, 5])
        #expect(falls.fallOfWickets.map(\.player) == ["Fernando", "Mendis", "Jayasuriya", "Perera", "De Mel"])
        #expect(falls.fallOfWickets.map(\.over) == ["1.3", "3.3", "6.0", "10.2", "11.3"])
    }

    @Test func fallsMayStandBelowTheBattersWithoutATitle() throws {
        let innings = try #require(
            innings(
                """
                BATTING                              R    B    4s  6s  SR
                Martin Low      c Finch b Starr      2    5    0   0   40.00
                Devon Cole      lbw b Zade           5    20   0   0   25.00
                Kane Wills      not out              17   58   1   0   29.31
                2-1 (Martin Low,0.5),14-2 (Devon Cole (wk),8.2)
                """
            ).first)
        #expect(innings.batting.count == 3)
        #expect(innings.fallOfWickets.map(\.player) == ["Martin Low", "Devon Cole"])
        #expect(innings.fallOfWickets.map(\.runs) == [2, 14] && innings.fallOfWickets.map(\.over) == ["0.5", "8.2"])
    }

    @Test func namesBelowTheLastBatterAreYetToBat() throws {
        let batting = try #require(
            innings(
                """
                Batsmen                              R    B    4s  6s  SR
                A. Shafiq
                                                     44   105  3   1   41.90
                c. Cummings b. Lyle
                I. Haqq
                                                     132  271  15  2   48.71
                not out
                M.B. Azmi*
                F. Alim
                M. Rizvi+
                Extras                               5
                Total                                181
                """
            ).first?.batting)
        #expect(batting.map(\.player) == ["A. Shafiq", "I. Haqq", "M.B. Azmi", "F. Alim", "M. Rizvi"])
        #expect(batting.map(\.runs) == [44, 132, nil, nil, nil])
        #expect(batting.map(\.howOut) == [.caught, .notOut, nil, nil, nil])
    }

    @Test func smallNamesStaySmall() throws {
        let innings = try #require(
            innings(
                """
                BATTER                                   R    B    4s  6s  SR
                Abdul Shafi     b jack leech             7    28   1   0   25.00
                Saim Ayoub      c stoker b matt pott     77   160  7   0   48.12
                Shan Masud      c zak crowley b jack leech  3  7   0   0   42.86
                Kamran Ghul     b shoaib basher          118  224  11  1   52.68
                Aamer Jama      not out                  37   69   4   0   53.62
                BOWLER                                   O    M    R   W   ECON
                Jack Leech                               40   3    160 2   4.00
                Matt Pott                                26   1    66  1   2.53
                Shoaib Basher                            38   1    156 1   4.10
                """, source: .ocr
            ).first)
        #expect(innings.batting.compactMap(\.bowler) == ["jack leech", "matt pott", "jack leech", "shoaib basher"])
        #expect(innings.bowling.map(\.player) == ["Jack Leech", "Matt Pott", "Shoaib Basher"])
    }

    @Test func linksBeforeNamesAreNoNames() throws {
        let innings = try #require(
            innings(
                """
                Hill CC 1st innings                       R    M    B    4s  6s  SR
                View dismissal  V Sibley    c Peters b Stein   0    9    7    0   0   0.00
                View dismissal  H Maskell   b Piet             45   142  93   5   0   48.38
                                DT Tripp    not out            9    67   67   1   0   13.43
                Bowling                                   O    M    R    W    Econ
                View wickets    DW Stein                  21   10   45   1    2.14
                View wicket     DL Piet                   24   1    9    1    0.37
                """
            ).first)
        #expect(innings.batting.map(\.player) == ["V Sibley", "H Maskell", "DT Tripp"])
        #expect(innings.bowling.map(\.player) == ["DW Stein", "DL Piet"])
    }

    @Test func scoreAndOutBeforeTheRunsSayHow() throws {
        let batting = try #require(
            innings(
                """
                Batsman          Score / Out          Runs   Balls   4s   6s   SR
                Maaz Sadiq       c Short b Ellis      25     30      2    0    83.33
                Babar Azmi       lbw b Ellis          69     94      4    1    73.40
                Arafat Minha     Not Out              18     17      1    1    105.88
                """
            ).first?.batting)
        #expect(batting.map(\.runs) == [25, 69, 18] && batting.map(\.howOut) == [.caught, .lbw, .notOut])
    }

    @Test func columnsMayHaveNoHeadsAtAll() throws {
        let innings = try #require(
            innings(
                """
                Mighty Wasps
                R Winters     Ct Vaji                        38
                Maddox        Ct Gavin         Turnbull      3
                Montague      Bwld             Malick        12
                R Pagett      Bwld             Pearce        27
                Soza          Ct Wkt           Pearce        35
                Mortimore     N/O                            10
                TOTAL                               125   All out
                """
            ).first)
        #expect(innings.batting.map(\.runs) == [38, 3, 12, 27, 35, 10])
        #expect(innings.batting.map(\.bowler) == [nil, "Turnbull", "Malick", "Pearce", "Pearce", nil])
        #expect(innings.batting.map(\.howOut) == [.caught, .caught, .bowled, .bowled, .caught, .notOut])
    }

    @Test func fallsOfBothInningsStandBelowThem() {
        let card = ScorecardReader().read(
            pages: [
                page(
                    """
                    7,9,10 August 1920
                    LANCING
                    1  R.H.Spooner     b Barratt               14    c Gunn b Richards      9
                    2  J.W.Makepeace   b Hardy                 71    c Barratt b Richards  19
                    3  G.E.Tyler       b Staples               11    c Oates b Barratt      4
                    4  C.Hallam        c and b Barratt         18    b Richards            15
                    5  J.Sharpe        b Hardy                 13    c Barratt b Hardy      6
                    6  A.W.Pewter      c Barratt b Hardy       26    c sub b Barratt       15
                    7  J.S.Heaps       not out                 18    b Barratt              5
                    Extras             b 14, lb 4              18    lb 3, nb 1             4
                                                              189                          77
                    FoW (1):  1-23, 2-47, 3-97
                    FoW (2):  1-11, 2-15, 3-48
                    """)
            ]
        ).card
        #expect(card.innings.map { $0.fallOfWickets.map(\.runs) } == [[23, 47, 97], [11, 15, 48]])
        #expect(card.date == "7,9,10 August 1920")
    }

    @Test(arguments: [
        """
        Top run scorers
        Player           Runs   Inn   Balls   4s   6s   SR
        BB McCall        1,666  65    1,231   161  89   149.4
        AJ Fincham       1,433  47    925     132  73   162.1
        KA Pollen        1,401  68    1,034   82   83   144.3
        """,
        """
        AVERAGES.
        Batting     Inn.  N-O.  Runs.  Average.
        Crawley.    11    4     153    21.9
        Pepper.     8     2     89     14.8
        Barrett.    8     0     67     8.4
        """,
        """
        Each time a batter is out, 5 runs are deducted and the other batter faces the next ball.
        A batter may be out bowled, caught, run out, stumped, hit wicket.
        There is no law unless the batter deliberately blocks the ball with a leg or foot.
        2 runs will be awarded to the batting team for each wide ball, but no extra ball, except in the last over
        of each innings when, in addition to the 2 runs, an extra ball will be bowled.
        """,
        """
        Points system
        Action                      Points
        Per run                     1
        Reach 50                    +10
        SR < 50                     -5
        Economy < 4 (min 4 overs)   +15
        Economy < 5                 +10
        Run out                     10
        Stumping                    12
        """,
    ])
    func sumsAndRulesAreNoInnings(text: String) {
        #expect(innings(text).isEmpty)
    }

    /// A league's spreadsheet: how out, fielder and bowler in columns, extras and score in one row, columns that a card has no
    /// place for behind the bowlers' figures.
    @Test func spreadsheetOfALeague() throws {
        let card = ScorecardReader().read(
            pages: [
                page(
                    """
                    Phoenix Batting

                    BatsMan            How Out       Fielder         Bowler          Runs     Balls     Fours     Sixers
                    Ram Nara           ctw           Pranav S        Mukul B             6         9         1         0
                    Arvind Kann        ct            Mukul B         Mukul B            44        58         0         0
                    Jai Vora           ro                            Harish G            9         8         0         0
                    Vikas Saw          b                             Sridhar S           3         7         0         0
                    Dil Shah                                                            12        14         1         0

                    Byes: 1            Leg Byes: 0   Wickets : 4 Wides : 11 No Balls: O 86        12

                    Dublin Bowling

                    Bowler             Overs     Madiens   Runs      Wickets   Wides     No Balls  Hattricks Dot Balls
                    Sridhar S                  4         0        19         1         1         0         0        12
                    Mukul Bish                 4         0        31         2         0         0         0        15
                    Harish God                 4         0        35         0        10         0         0         8
                    """)
            ]
        ).card
        let innings = try #require(card.innings.first)
        #expect(innings.batting.map(\.howOut) == [.caught, .caughtAndBowled, .runOut, .bowled, nil])
        #expect(innings.batting.map(\.fielder) == ["Pranav S", nil, "Harish G", nil, nil])
        #expect(innings.batting.map(\.runs) == [6, 44, 9, 3, 12])
        #expect(innings.total.runs == 86 && innings.total.wickets == 4 && innings.total.overs == "12")
        #expect(innings.extras.byes == 1 && innings.extras.wides == 11 && innings.extras.noBalls == 0)
        #expect(innings.bowling.map(\.overs) == ["4", "4", "4"] && innings.bowling.map(\.runs) == [19, 31, 35])
        #expect(innings.bowling.map(\.wides) == [1, 0, 10])
    }

    /// A simulation's card: each batter's row ends in the fall of his wicket, a log with the clock before each line above it.
    @Test func fallsAtTheEndsOfTheRows() throws {
        let card = ScorecardReader().read(
            pages: [
                page(
                    """
                    16:28 Stars 61-3 (15.0 overs) C Hayne c. M Butcher b. D Gough 11 (14b) - new batsman R Rich
                    16:30 Stars 115-3 (25.0 overs) End of innings S Tend 39* (70b), B Lee 19* (17b)
                    Stars - 1st innings
                    C Hayne        c. M Butcher b. D Gough      11 (14)      FOW: 21-2
                    G Chris        lbw. b. A Fraser              9 (29)      FOW: 11-1
                    *R Rich        c. T Stewart b. P Tufn       30 (41)      FOW: 61-3
                    S Tend         not out                      39 (70)      FOW:
                    B Lee          not out                      19 (17)      FOW:
                    4b, 1lb, 2nb extras                          7
                    (3 wickets 28.2 overs)                     115 (4.06 RPO)
                                    O     M     R     W
                    A Fraser       14     2    49     1
                    D Gough        10     2    35     1
                    P Tufn        4.2     1    24     1
                    """)
            ]
        ).card
        let innings = try #require(card.innings.first)
        #expect(card.innings.count == 1 && innings.team == "Stars" && innings.total.runs == 115)
        #expect(
            innings.batting.map(\.runs) == [11, 9, 30, 39, 19] && innings.batting.map(\.balls) == [14, 29, 41, 70, 17])
        #expect(innings.fallOfWickets.map(\.runs) == [11, 21, 61])
        #expect(innings.fallOfWickets.map(\.player) == ["G Chris", "C Hayne", "R Rich"])
        #expect(innings.bowling.map(\.wickets) == [1, 1, 1])
    }
}
