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
}
