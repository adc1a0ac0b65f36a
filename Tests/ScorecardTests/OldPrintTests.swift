import Recognition
import Scorecard
import Testing

/// Cards as papers printed them long ago, and as clubs and phones print them now.
@Suite struct OldPrintTests {
    private func card(_ text: String, source: TextSource = .textLayer, doubtful: Set<String> = []) -> Scorecard {
        ScorecardReader().read(pages: [page(text, source: source, doubtful: doubtful)]).card
    }

    /// A weekly's two columns, all bowling at the end of the second.
    @Test func theBowlingIsListedBehindTheInnings() throws {
        let card = card(
            """
            HILL v. DALE.
            Played at Mill Lane, May 3. Hill won by 9 runs.

            HILL.                                           DALE.
            Zafar, c Moor, b Fell            13             Moor, b Rao                      10
            Rao, l b w, b Fell               44             Fell, c Singh, b Rao             40
            Mr. C. Singh, b Moor              8             Hall, run out                     5
            Iyer, not out                    16             Wood, not out                    20
            B 4, lb 1                         5             W 2                               2
            Total                            86             Total                            77
            Das, Khan, Mr. A. Hill did not bat.
                                                            BOWLING ANALYSIS.
                                                            HILL.
                                                                             O.   M.   R.   W.
                                                            Fell             15    1   42    2
                                                            Moor             14    2   39    1
                                                            DALE.
                                                                             O.   M.   R.   W.
                                                            Rao              15    1   42    2
                                                            Singh            14    2   33    0
            """)
        #expect(card.innings.map(\.total.runs) == [86, 77])
        let first = try #require(card.innings.first)
        #expect(first.batting.map(\.player) == ["Zafar", "Rao", "Mr. C. Singh", "Iyer"])
        #expect(first.batting[1].howOut == .lbw && first.batting[1].dismissal == "l b w, b Fell")
        #expect(first.didNotBat == ["Das", "Khan", "Mr. A. Hill"])
        #expect(card.innings.map { $0.bowling.map(\.runs) } == [[42, 39], [42, 33]])
    }

    @Test func analysesAreSetInWords() throws {
        let card = card(
            """
            HILL - First Innings.
            N Doyle, b. Wade              77
            McDonald, c. and b. Ryan      15
            Ferguson, run out              4
            Sundries                       6
            Total for three wickets      102
            Bowling. - Wade 5 overs 0 mdns. 60
            runs 1 wkt; Ryan 6.3 overs 1 mdns. 40 runs
            1 wkt.
            """)
        let bowling = try #require(card.innings.first?.bowling)
        #expect(bowling.map(\.player) == ["Wade", "Ryan"] && bowling.map(\.runs) == [60, 40])
        #expect(bowling.map(\.overs) == ["5", "6.3"] && bowling.map(\.wickets) == [1, 1])
    }

    /// A club's letter: runs and balls in brackets, a header for the bowlers alone.
    @Test func ballsStandInBrackets() throws {
        let card = card(
            """
            Hill v Dale

            Hill
            Aaron McDonald    b Burns                 40 (23)
            Hayden Maher      c McKenzie b Barnes      9 (19)
            Jake McKenzie     c&b Stewart             34 (25)
            Brett Wade        run out                 32 (30)
            Zac Donnelly      not out                  7 (10)
            Extras (1b, 2w)                            3
            Total (4 wkts, 20 ov)                    125
            Bowling                              O-M-R-W
            Aaron Barnes                        8-0-55-1
            Craig Stewart                       5-0-35-1
            """)
        let first = try #require(card.innings.first)
        #expect(first.batting.map(\.runs) == [40, 9, 34, 32, 7] && first.batting.map(\.balls) == [23, 19, 25, 30, 10])
        #expect(first.total.runs == 125 && first.total.wickets == 4 && first.bowling.map(\.runs) == [55, 35])
    }

    @Test func outAboveDismissalsSaysHow() throws {
        let card = card(
            """
            Batter      Out                 Runs   Balls   4s   6s
            K Krishnan  c Verma b Rao          2       2    0    0
            A Nair      not out               89      57   11    4
            V Desai     dnb
            Extras                             2
            TOTAL       1 wkt                 93
            """)
        let batting = try #require(card.innings.first?.batting)
        #expect(batting.prefix(2).map(\.dismissal) == ["c Verma b Rao", "not out"])
        #expect(batting.first?.bowler == "Rao")
    }

    /// An app's rows begin with portraits that an engine takes for letters.
    @Test func portraitsAreNoPartOfNames() throws {
        let card = card(
            """
            Batting              R    B   4s   6s       SR
            e@ N Kowalski       10   12    2    0    83.33
            ®& M Barnes         22   13    4    0   169.23
            @  T Ryan            7   11    0    0    63.64
            <a C Lawson         66   71    5    0    92.96
            Extras               5 (w 5)
            Total              110
            """, source: .ocr, doubtful: ["e@", "®&", "@", "<a"])
        #expect(card.innings.first?.batting.map(\.player) == ["N Kowalski", "M Barnes", "T Ryan", "C Lawson"])
    }

    /// The head of a card is set in capitals, its result is not.
    @Test func aResultKeepsItsCase() {
        let card = card(
            """
            HILL PARK v DALE TOWN
            Hill Park won by 9 runs
            HILL PARK
            Batter     How out          R    B
            A Khan     b Jones         14   12
            B Rao      not out         16   20
            Total      (1 wkt)         30
            """, source: .ocr)
        #expect(card.result == "Hill Park won by 9 runs" && card.innings.first?.team == "HILL PARK")
    }

    /// A country paper: wickets and runs of the bowlers in a sentence, the falls of both innings in one.
    @Test func bowlersAndFallsStandInSentences() throws {
        let card = card(
            """
            HILL—First Innings.
            Zampa, lbw, b Kay              67
            Langer, c Hogan, b O'Neill      1
            Quinn, c and b McDonald        80
            Sundries                       12
            Total for 3 wickets           160
            Bowling: O'Neill, 1 for 50; Hayes, none for
            44; McDonald, 1 for 33; Kay, 1 for 21.
            DALE—First Innings.
            Lawson, run out                38
            Doyle, b Langer                 1
            O'Neill, not out               29
            Sundries                       10
            Total for 2 wickets            78
            Bowling: Langer, 1 for 40; Quinn,
            none for 28.
            FALL OF THE WICKETS.—Hill: 1 for 11, 2 for 55, 3 for 160. Dale: 1 for 4, 2 for 69.
            """)
        #expect(card.innings.map(\.team) == ["HILL", "DALE"])
        #expect(card.innings.map { $0.bowling.map(\.runs) } == [[50, 44, 33, 21], [40, 28]])
        #expect(card.innings.map { $0.bowling.map(\.wickets) } == [[1, 0, 1, 1], [1, 0]])
        #expect(card.innings.map { $0.fallOfWickets.map(\.runs) } == [[11, 55, 160], [4, 69]])
        #expect(card.innings.allSatisfy { $0.fallOfWickets.allSatisfy { $0.player == nil } })
    }

    /// Labels in two languages, the second in a script of its own or not.
    @Test func labelsAreSaidTwice() throws {
        let card = card(
            """
            Toss - \u{91F}\u{949}\u{938}: Hill CC, elected to bat
            Result - Uitslag: Hill CC won by 9 runs
            Hill CC
            N Zafar     c Moor b Fell    13
            A Rao       b Fell           44
            S Iyer      not out          16
            Extras                        5
            Total                        78
            Fall of wickets / Val van paaltjies: 1-20 (Zafar), 2-62 (Rao)
            """)
        #expect(card.toss == "Hill CC, elected to bat" && card.result == "Hill CC won by 9 runs")
        #expect(card.innings.first?.fallOfWickets.map(\.player) == ["Zafar", "Rao"])
    }

    /// A weekly sets a long innings in half columns, without blanks behind all commas.
    @Test func anInningsMayStandInTwoColumns() throws {
        let innings = ScorecardReader().read(
            pages: [
                page(
                    """
                                              Magnolia.
                    F. J. Thewlis, st Bryan, b Bulmer   119    H. A. Tapley, c Aris, b Wills       18
                    R. Budwell, c Nelson, b Bulmer       96    W. G. Gillow, b Powell              11
                    E.Currey,c Powell, b Bury             3    T. Hanley, c and b Powell           50
                    T. B. Case, c Bulmer,bWills         171    H. Hallam, not out                   7
                                                               Extras                              20
                                                               Total                              495
                                              Hereford.
                    A. L. Wills, c Browne, b Tapley      30    E. J. Nelson, b Thewlis             12
                    J. N. Aris, c Shaw, b Tapley          2    H. C. Bryan, c Shaw, b Budwell      11
                    W. Bury, not out                    104    A. H. Barry, c Shaw, b Thewlis       5
                                                               Extras                              20
                                                               Total                              184
                    """, source: .textLayer)
            ]
        ).card.innings
        #expect(
            innings.map { $0.batting.map(\.runs) } == [[119, 96, 3, 171, 18, 11, 50, 7], [30, 2, 104, 12, 11, 5]])
        #expect(innings.map(\.total.runs) == [495, 184] && innings.map(\.extras.total) == [20, 20])
        #expect(innings.first?.batting[2].player == "E.Currey" && innings.first?.batting[2].fielder == "Powell")
        #expect(innings.first?.batting[3].bowler == "Wills")
    }

    @Test func partsOfExtrasInOneRow() throws {
        let innings = try #require(
            card(
                """
                ENGLISH ELEVEN.
                R. Carpenter, c Senior, b Hallis ........ 26
                T. Hayward, b Hallis .................... 33
                J. Wisden, run out ......................  3
                G. Parr, not out ........................  7
                Byes 10, leg byes 1, wides 12, no balls 2  25
                Total ................................... 94
                """
            ).innings.first)
        #expect(innings.extras.total == 25 && innings.extras.byes == 10 && innings.extras.legByes == 1)
        #expect(innings.extras.wides == 12 && innings.extras.noBalls == 2)
    }

    /// Season books print the place of a batter in the second innings where it is another, and no word before the totals.
    @Test func placesInTheSecondInnings() {
        let card = ScorecardReader().read(
            pages: [
                page(
                    """
                    KENT v ESSEX
                    Kent won by 129 runs.
                    KENT
                     1 J.W.Hill         c Rudd b King            14      b Astill                 25
                     2 C.Hall           c Coe b King             13      c Coe b Astill           63
                     3 G.E.Tyler        c Coe b Astill           50      b Astill                  0
                     4 R.V.Bard         c Rudd b King             1      b Astill                  2
                     5 *M.Kenyon        not out                  16      not out                  11
                       Extras           b 2, lb 1                 3      b 2, lb 3                 5
                                                                 97                              106
                    FoW (1): 1-16, 2-49, 3-51, 4-94
                    FoW (2): 1-53, 2-55, 3-57, 4-78
                    ESSEX
                     1 H.White          lbw b Dean                5      lbw b Cook               34
                     2 J.Middle         c and b Park              7      b Park                   16
                     3 G.Rudd           c Tyler b Dean            2  (5) b Park                    0
                     4 A.Mount          b Park                    0  (3) c Tyler b Park           13
                     5 S.Coe            b Park                    0  (4) c and b Park              3
                     6 W.Astill         not out                  22      not out                  29
                       Extras           b 2                       2      b 8, lb 2                10
                                                                 38                              105
                    FoW (1): 1-6, 2-16, 3-19, 4-24, 5-24
                    FoW (2): 1-51, 2-51, 3-71, 4-75, 5-75
                    """)
            ]
        ).card
        #expect(card.innings.map(\.team) == ["KENT", "ESSEX", "KENT", "ESSEX"])
        #expect(card.innings.map { $0.batting.count } == [5, 6, 5, 6])
        #expect(card.innings.last?.batting.map(\.runs) == [34, 16, 0, 13, 3, 29])
        #expect(card.innings.last?.batting[4].player == "S.Coe" && card.innings.last?.batting[2].player == "G.Rudd")
        #expect(card.innings[1].fallOfWickets.map(\.runs) == [6, 16, 19, 24, 24])
    }

    /// A paper of 1876: headings with dashes, leaders gone, extras and sums without a word, no bowling.
    @Test func headingsPartInningsAndLoneFiguresAreExtrasAndTotals() throws {
        let card = ScorecardReader().read(pages: [
            page(
                """
                PALMERSTON V. CITIZENS.
                CITIZENS\u{2014}FIRST INNINGS.
                W. Morrison, b Moore            4
                Stokes, b Moore                 0
                Leith, c Dickenson, b Davidson  9
                Haskell, run out                5
                M'Kenzie, not out              13
                                                8
                                               30
                PALMERSTON\u{2014}FIRST INNINGS.
                Thomson, b H. M'Neil            0
                Bellett, c Fagan, b Morrison    4
                Wilson, c M'Kenzie, b Morrison  5
                Moore, b H. M'Neil             13
                Extras                          8
                                               30
                CITIZENS.\u{2014}SECOND INNINGS.
                Morrison, run out              19
                Fagan, not out                 10
                M'Kenzie, b Wilson              8
                Two for                        42
                """, source: .ocr)
        ]).card
        #expect(card.innings.map(\.team) == ["CITIZENS", "PALMERSTON", "CITIZENS"])
        #expect(card.innings.map(\.batting.count) == [5, 4, 3])
        #expect(card.innings.map(\.total.runs) == [30, 30, 42] && card.innings.map(\.extras.total) == [8, 8, nil])
        #expect(card.innings.last?.total.wickets == 2)
    }

    @Test func aShortSecondInningsIsASentence() throws {
        let card = ScorecardReader().read(pages: [
            page(
                """
                WARWICKSHIRE.
                Devey, c Braund, b Sladen      75
                Kinneir, b Sladen               2
                Lilley, c Tindall, b Sladen    42
                Field, not out                  2
                B 14, lb 8                     22
                Total                         143
                Second innings : T. S. Fishwick, lbw, b Murdoch, 5; Devey, not out, 19; Kinneir, not out, 2,\u{2014}Total (one
                wicket), 26.
                """)
        ]).card
        let second = try #require(card.innings.last)
        #expect(card.innings.count == 2 && second.team == "WARWICKSHIRE")
        #expect(second.batting.map(\.player) == ["T. S. Fishwick", "Devey", "Kinneir"])
        #expect(second.batting.map(\.runs) == [5, 19, 2] && second.total.runs == 26 && second.total.wickets == 1)
    }
}
