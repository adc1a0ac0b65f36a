import Foundation
import Recognition
import Scorecard
import Testing

/// What pages of clubs, almanacks and apps had that none before them had.
@Suite struct EleventhCollectionTests {
    private func card(_ text: String, source: TextSource = .textLayer) -> Scorecard {
        ScorecardReader().read(pages: [page(text, source: source)]).card
    }

    @Test func anAppListsFourInningsAboveOne() {
        let innings = card(
            """
            Kent Inning 1      366/10 (123.3)
            Essex Inning 1     291/10 (67.2)
            Kent Inning 2      221/10 (59.2)
            Essex Inning 2     36/2 (11)
            Batsman                     R     B    4s   6s    SR
            A Lee    c Fox b Hill       7    28    1    0    25.00
            B Moss   b Hill           160   260   17    0    61.53
            C Rowe   not out          187   224   11    1    83.48
            Extras                     12
            """
        ).innings
        #expect(innings.map(\.team) == ["Kent", "Essex", "Kent", "Essex"])
        #expect(innings.map(\.total.runs) == [366, 291, 221, 36] && innings.map(\.total.wickets) == [10, 10, 10, 2])
        #expect(innings.map(\.batting.count) == [3, 0, 0, 0])
    }

    @Test func anAlmanackHasAllColumnsOfBothInnings() {
        let innings = card(
            """
            KENT                            R     B    M   4s                              R    B    M   4s
            E.M.Lee     lbw b Piet        100   198  251   12      c Putt b Pater          8   18   21    2
            G.L.Cloet   st Verr b Piet     18    59   95    3      lbw b Pater             9   16   28    2
            M.Y.Vall    c Putt b Pater     63   159  236    9      c Mgij b Piet          24   70   95    4
            L.C.Ngoe    c Putt b Piet      11    48   52    1      b Pater                39   79  104    8
            J.T.Smut    lbw b Pater        49    71   92    9      c Mgij b More          54   76  117    6
            M.J.Nqol    not out           105   172  254   11      (7) lbw b Will         11   24   33    2
            Extras      b 4, lb 3           7                      b 6, lb 5              11
                        (5 wkts dec; 141.2 ov)  353                (6 wkts; 55.2 ov)     156
            """
        ).innings
        #expect(innings.map(\.team) == ["KENT", "KENT"])
        #expect(innings.map { $0.batting.map(\.runs) } == [[100, 18, 63, 11, 49, 105], [8, 9, 24, 39, 54, 11]])
        #expect(innings.map { $0.batting.last?.balls } == [172, 24] && innings.map { $0.batting[0].fours } == [12, 2])
        #expect(innings.map { $0.batting[0].bowler } == ["Piet", "Pater"])
    }

    @Test func aSecondHeadOfWicketsIsThatOfTheWides() throws {
        let bowling = try #require(
            card(
                SmallCard.text.components(separatedBy: "Bowler")[0]
                    + """
                    Bowling        Overs   Mdns   Runs   wkts   w   nb
                    A Khan         4       0      28     2      1   0
                    B Rao          4       0      20     3      0   2
                    """
            ).innings.first
        ).bowling
        #expect(
            bowling.map(\.wides) == [1, 0] && bowling.map(\.noBalls) == [0, 2] && bowling.map(\.wickets) == [2, 3])
    }

    @Test func summariesSayNotOutBehindTheFigure() throws {
        let innings = try #require(
            card(
                """
                London Wanderers v Victoria Lounge
                London Wanderers: 197 for 2 in 16 overs
                Howie Shear 50no
                Luke Myer 37
                Will Floyd 1/26 (2)
                Victoria Lounge: 113 for 4 in 16 overs
                Jim Crutch 51no
                Riv Monsell 2/13 (4)
                """
            ).innings.first)
        #expect(innings.batting.map(\.runs) == [50, 37] && innings.batting.map(\.howOut) == [.notOut, nil])
    }

    /// Small letters of some signs are longer than the signs.
    @Test func signsThatGrowInSmallLettersTrapNothing() {
        let reading = card(
            "Hill: 197 for 2 in 16 overs\nAnn Lee 50no\n\u{130}\u{130}\u{130}\u{130}no 7\nDale: 113 for 4 in 16 overs")
        #expect(reading.innings.first?.batting.first?.runs == 50)
    }

    @Test func aScoreMayStandBehindTheOversOfAChase() {
        let innings = card(
            """
            Welsh Dale                          139/8
            Trent Hill (18.2/20 ov, T:140)      140/4
            Hill won by 6 wickets
            Welsh Dale
            BATTING                     R     B    4s   6s    SR
            A Lee    c Fox b Webb      57    28    1    0    203.57
            B Moss   b Webb            60    40    7    0    150.00
            C Rowe   not out           12    24    1    1    50.00
            Extras                     10
            TOTAL                     139/8
            """
        ).innings
        #expect(innings.map(\.team) == ["Welsh Dale", "Trent Hill"])
        #expect(innings.map(\.total.runs) == [139, 140] && innings.last?.total.overs == "18.2")
    }

    @Test(arguments: ["Hill CC def. Dale CC by 17 runs", "Hill CC lost by 3 wickets.", "Match drawn."])
    func resultsInOtherWords(line: String) {
        #expect(card(line + "\n\n" + SmallCard.text).result?.hasPrefix(String(line.dropLast(2))) == true)
    }

    @Test func twoShareARunOutButNoCatch() {
        let batting = card(
            """
            Hill CC
            Batsman                                    R     B    4s   6s
            A Lee        run out (Park, Jagoe)        57    28    1    0
            B Moss       c F, Camp b Webb             60    40    7    0
            C Rowe       not out                      12    24    1    1
            Extras                                    10
            Total                                     139/2
            """, source: .ocr
        ).innings.first?.batting
        #expect(
            batting?.prefix(2).map { $0.fielder?.contains("/") } == [true, false]
                && batting?.first?.fielder == "Park/Jagoe")
    }

    @Test func theHundredCountsFallsInBalls() throws {
        let falls = try #require(
            card(
                SmallCard.text.components(separatedBy: "Bowler")[0]
                    + "Fall of wickets: 1-13 (Tom Lee, 13b), 2-28 (Ian Fox, 19b)"
            ).innings.first
        ).fallOfWickets
        #expect(falls.map(\.player) == ["Tom Lee", "Ian Fox"] && falls.map(\.runs) == [13, 28])
    }
}
