import Recognition
import Scorecard
import Testing

/// A newspaper's card: four innings in two columns, without a header above the batters.
@Suite struct PageColumnsTests {
    private let text = """
                                  Hill CC v Dale CC
                                     Mill Lane
                                    17 June 1936
                                   First-class
                             Hill CC won by 15 runs

        Hill CC 1st Innings                             Hill CC 2nd Innings
        N Bin Zafar     c R Moor b Fell          13     N Bin Zafar     run out                   3
        A Rao           c sub (Dale) b Fell      44     A Rao           lbw b Moor                8
        R Yadav         lbw b R Moor              8     R Yadav         b Fell                    4
        V Singh         not out                  12     V Singh         not out                  20
        Extras          (b 2, w 1)                3     Extras          (lb 5)                    5
        TOTAL           for 3 wkts dec           80     TOTAL           for 3 wkts dec           40
        Fall of wickets: 1-20, 2-60, 3-68               Fall of wickets: 1-3, 2-15, 3-20
                                O.   M.   R.   W.       Bowling: B Fell 10-2-17-1; R Moor 8-1-18-1
        B Fell                  15   1    42   2
        R Moor                  14   2    36   1        Dale CC 2nd Innings
                                                        R Moor          b Singh                  30
        Dale CC 1st Innings                             B Fell          not out                  14
        R Moor          b Rao                    10     T Dale          c Rao b Singh             2
        B Fell          run out                  20     Q Hall          b Singh                   1
        T Dale          not out                   5     Extras          (nb 1)                    1
        Q Hall          b Rao                     2     TOTAL           all out                  48
        Extras          (w 2)                     2
        TOTAL           for 3 wkts               39
        """

    @Test func columnsAreReadOneAfterTheOther() throws {
        let card = ScorecardReader().read(pages: [page(text)]).card
        #expect(card.teams == ["Hill CC", "Dale CC"] && card.matchType == "First-class")
        #expect(card.innings.map(\.team) == ["Hill CC", "Dale CC", "Hill CC", "Dale CC"])
        #expect(card.innings.map(\.total.runs) == [80, 39, 40, 48])
        let first = try #require(card.innings.first)
        #expect(first.batting.map(\.player) == ["N Bin Zafar", "A Rao", "R Yadav", "V Singh"])
        #expect(first.batting.map(\.runs) == [13, 44, 8, 12] && first.batting[1].fielder == "sub (Dale)")
        #expect(first.bowling.map(\.runs) == [42, 36])
        #expect(card.innings[2].bowling.map(\.runs) == [17, 18])
        #expect(card.innings[2].batting.map(\.runs) == [3, 8, 4, 20])
    }

    /// A dagger is often read as a t.
    @Test func aKeeperIsKnownByADaggerHoweverItWasRead() throws {
        let card = ScorecardReader().read(pages: [
            page(
                """
                Hill CC Innings
                Batter         How out                 Runs   Balls
                tA. Rao        c tMoor b Singh           12      20
                B. Hill        not out                   33      41
                T. Jones       lbw b Singh                4      11
                Total          (2 wickets, 20 overs)     49
                """, source: .ocr)
        ]).card
        let first = try #require(card.innings.first?.batting.first)
        #expect(first.player == "A. Rao" && first.keeper == true)
        #expect(first.fielder == "Moor" && first.dismissal == "c \u{2020}Moor b Singh")
    }

    /// The card that a county sells at the ground: the sides beside one another, both innings of each in one table.
    @Test func bothInningsOfASideStandInOneTable() throws {
        let text = """
                                               Hill CC v. Dale CC
                                                 17 June 1996

              HILL CC        First Innings        Second Innings               DALE CC        First Innings         Second Innings
            1 N. Zafar       c Moor b Fell   13   run out           3        1 R. Moor        b Rao            10   b Singh            30
            2 *A. Rao        c Hall b Fell   44   lbw b Moor        8        2 +B. Fell       run out          20   not out            14
            3 R. Yadav       lbw b Moor       8   b Fell            4        3 T. Dale        lbw b Rao         5   c Rao b Singh       2
            4 V. Singh       b Moor          12   not out          20        4 Q. Hall        b Rao             2   b Singh             1
            5 S. Iyer        not out          1   c Dale b Moor     1        5 L. Wood        not out           0   c & b Singh         0
            6 K. Das         did not bat          not out           0        6 P. Lane        b Zafar           7   run out             3
              Extras         b 2, w 1         3   l-b 5             5          Extras         w 2               2   n-b 1               1
              Total          (4 wkts dec)    81   (4 wkts dec)     41          Total          (5 wkts)         46   (5 wkts)           51
            Fall of wickets                                                  Fall of wickets
            1-20    2-60    3-68     4-80                                    1-3     2-15    3-20    4-30   5-46
            1-3     2-15    3-20     4-38                                    1-30    2-44    3-47    4-48   5-50
            Bowling Analysis O M R W     Bowling Analysis O M R W            Bowling Analysis O M R W      Bowling Analysis O M R W
            B. Fell         15 1 42 2    B. Fell          4 0 19 1           A. Rao           9 1 20 3     V. Singh         8 1 28 4
            R. Moor         14 2 36 2    R. Moor          3 0 17 2           N. Zafar         8 0 24 1     A. Rao           7 0 22 0
            """
        let card = ScorecardReader().read(pages: [page(text)]).card
        #expect(card.innings.map(\.team) == ["HILL CC", "DALE CC", "HILL CC", "DALE CC"])
        #expect(card.innings.map(\.total.runs) == [81, 46, 41, 51])
        #expect(
            card.innings.map { $0.batting.compactMap(\.runs) } == [
                [13, 44, 8, 12, 1], [10, 20, 5, 2, 0, 7], [3, 8, 4, 20, 1, 0], [30, 14, 2, 1, 0, 3],
            ])
        #expect(card.innings.map { $0.bowling.map(\.runs) } == [[42, 36], [20, 24], [19, 17], [28, 22]])
        #expect(
            card.innings.map { $0.fallOfWickets.compactMap(\.runs) } == [
                [20, 60, 68, 80], [3, 15, 20, 30, 46], [3, 15, 20, 38], [30, 44, 47, 48, 50],
            ])
        #expect(card.innings[2].batting.first?.howOut == .runOut && card.innings[2].bowling.first?.player == "B. Fell")
    }

    /// A newspaper's page: a report beside the card, and an innings that ends in the column behind it.
    @Test func anInningsGoesOnInTheNextColumn() throws {
        let text = """
            The new ball was taken as soon as it       V Singh b Moor                    12
            could be, and for an hour nothing went     S Iyer not out                    31
            past the bat. A collapse then followed     P Lane c Dale b Fell              27
            of the kind that members here have got     Extras (b 2, w 1)                  3
            to know and, after their own fashion,      Total (4 wkts dec)               120
            to enjoy. The spinners came on at both     Fall of wickets: 40, 62, 68, 85
            ends when shadows fell, and the hill       Bowling: B Fell 15-1-62-2; R Moor 14-
            was full of people wrapped in rugs who     2-50-1.
            had come to see the visitors bat out       DALE
            what was left of a dull afternoon.         R Moor b Rao                      10
            Hill v Dale                                †B A C Fell c Iyer b Lane         20
            Mill Lane (second day of two): Match       T Dale ro                          5
            HILL                                       Q Hall no                          2
            N Zafar c Moor b Fell             13       Ext                                2
            A C Rao c Hall b Fell             34       Tot (3w, 20 ov)                   39
            """
        let card = ScorecardReader().read(pages: [page(text)]).card
        #expect(card.innings.map(\.team) == ["HILL", "DALE"] && card.innings.map(\.total.runs) == [120, 39])
        let first = try #require(card.innings.first)
        #expect(first.batting.map(\.player) == ["N Zafar", "A C Rao", "V Singh", "S Iyer", "P Lane"])
        #expect(first.fallOfWickets.map(\.runs) == [40, 62, 68, 85] && first.total.declared == true)
        #expect(first.bowling.map(\.runs) == [62, 50] && first.bowling.last?.wickets == 1)
        let last = try #require(card.innings.last)
        #expect(last.batting.map(\.player) == ["R Moor", "B A C Fell", "T Dale", "Q Hall"])
        #expect(last.batting.map(\.howOut) == [.bowled, .caught, .runOut, .notOut] && last.extras.total == 2)
    }

    /// A league's handbook sets its matches below one another, the sides of each in two columns.
    @Test func matchesStandBelowOneAnother() {
        let match = """
                                   Hill CC v Dale CC
                              League Two: at Mill Lane, 13 August 1986
            HILL CC                                   DALE CC
            N Zafar c Moor b Fell             13      R Moor b Rao                      10
            A Rao c Hall b Fell               44      B Fell ro                         20
            R Yadav lbw b Moor                 8      T Dale c Lane b Rao                5
            V Singh no                        12      Q Hall no                          2
            Ext                                3      Ext                                2
            Tot (3w, 20 ov)                   80      Tot (3w, 20 ov)                   39
            FoW: 20 62 68                             FoW: 15 32 37
            B Fell 10-1-42-2; R Moor 10-2-            A Rao 10-1-20-2; N Zafar 10-2-17-0
            36-1
                                 Hill CC won by 41 runs

            """
        let card = ScorecardReader().read(pages: [
            page(match + match.replacing("Hill", with: "Fen").replacing("HILL", with: "FEN"))
        ]).card
        #expect(card.innings.map(\.team) == ["HILL CC", "DALE CC", "FEN CC", "DALE CC"])
        #expect(card.innings.map(\.total.runs) == [80, 39, 80, 39])
        #expect(
            card.innings.map { $0.fallOfWickets.map(\.runs) } == [
                [20, 62, 68], [15, 32, 37], [20, 62, 68], [15, 32, 37],
            ])
        #expect(card.innings.map { $0.bowling.map(\.runs) } == [[42, 36], [20, 17], [42, 36], [20, 17]])
        #expect(card.result == "Hill CC won by 41 runs" && card.date == "13 August 1986")
    }

    @Test func aResultStandsBehindItsGround() {
        let text = """
            Hill v Dale
            Mill Lane (final day of four): Hill won by 3 wickets.
            HILL
            N Zafar c Moor b Fell             13
            A Rao not out                     34
            V Singh b Moor                    12
            Extras (b 2, w 1)                  3
            Total (for 2 dec)                 62
            """
        let card = ScorecardReader().read(pages: [page(text)]).card
        #expect(card.result == "Hill won by 3 wickets" && card.venue == "Mill Lane" && card.date == nil)
    }

    /// A book of Test matches: both innings of a side in one table and both of its bowlers in another, the falls of all in columns.
    @Test func bowlersOfBothInningsShareTheirNames() throws {
        let text = """
            ZANJ v OSTANIA
            Toss: Zanj. Result: Zanj won by 44 runs.
            ZANJ
            D.W. Joseph      c Henry b Holder        0    c Lewis b Sealy          5
            *J.S. Cummings   lbw b Holder           12    lbw b Sealy             26
            M.J. Marshall    b Sealy                 4    not out                 29
            J. Gordon        run out                75    b Holder                14
            R.M. Lewis       not out                30    c and b Sealy            1
            Extras           (B 4, LB 7)            11    (W 3)                    3
            Total                                  132                            78
            OSTANIA
            M.K. Henry       c and b Gordon         20    b Lewis                  0
            C. Lewis         b Gordon               21    c and b Gordon          45
            S.R. Holder      run out                36    b Lewis                  8
            R. Sealy         not out                 4    lbw b Gordon             5
            K.D. Browne      b Lewis                 7    not out                  1
            Extras           (NB 2)                  2    (LB 2)                   2
            Total                                   90                            61

            OSTANIA          O    M    R    W    O    M    R    W           FALL OF WICKETS
            S.R. Holder      9    0   36    2    5    0   26    1             Z    O    Z    O
            R. Sealy         8    0   32    1    5.1  0   24    3     Wkt   1st  1st  2nd  2nd
            M.K. Henry       4    0   53    0                         1st     0   33   21    0
            C. Lewis                             3    0   25    0     2nd    21   56   50   47
            ZANJ             O    M    R    W    O    M    R    W     3rd    23   82   57   56
            J. Gordon        6    1   42    2    9    0   47    2     4th    98   90   78   61
            R.M. Lewis       5    0   46    1    4    0   12    2
            """
        let card = ScorecardReader().read(pages: [page(text)]).card
        #expect(card.innings.map(\.team) == ["ZANJ", "OSTANIA", "ZANJ", "OSTANIA"])
        #expect(card.innings.map(\.total.runs) == [132, 90, 78, 61])
        #expect(
            card.innings.map { $0.bowling.compactMap(\.player) } == [
                ["S.R. Holder", "R. Sealy", "M.K. Henry"], ["J. Gordon", "R.M. Lewis"],
                ["S.R. Holder", "R. Sealy", "C. Lewis"], ["J. Gordon", "R.M. Lewis"],
            ])
        #expect(card.innings.map { $0.bowling.map(\.runs) } == [[36, 32, 53], [42, 46], [26, 24, 25], [47, 12]])
        #expect(
            card.innings.map { $0.fallOfWickets.map(\.runs) } == [
                [0, 21, 23, 98], [33, 56, 82, 90], [21, 50, 57, 78], [0, 47, 56, 61],
            ])
        #expect(card.toss == "Zanj" && card.result == "Zanj won by 44 runs")
    }
}
