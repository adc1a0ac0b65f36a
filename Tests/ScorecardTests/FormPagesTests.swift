import Recognition
import Scorecard
import Testing

/// Forms and sheets: figures above their labels, tables beside each other, heads that an engine did not read.
@Suite struct FormPagesTests {
    private func card(_ text: String, source: TextSource = .textLayer) -> Scorecard {
        ScorecardReader().read(pages: [page(text, source: source)]).card
    }

    /// The result card of a league: each figure above its label, the total beside the batters, the falls across both tables.
    @Test func figuresAboveTheirLabels() throws {
        let card = card(
            """
            INNINGS OF Malahide Castle
            Name            How out          Bowler         Runs    Bowling           O     M     R     W
            1 F G Byrne     c S Getkate      S T Hoey         35    S T Hoey         10     1    55     3
            2 C C Kavanagh  bowled           S T Hoey          6    C E Reilly        7     0    50     1
            3 N S Rourke    c G T Dock       S T Hoey         90    N S Kane         10     0    66     0
            4 E Moloney     run out                            9    288        10       46.3
            5 P Garth       not out                           28    TOTAL      Wickets  Overs
            0        1          10       4          15
            Byes     Leg byes   Wides    No balls   Total extras

            Fall of wickets    1     2     3      4      5      6      7      8      9      10
            Score              7     85    104    119    134    140    158    219    220    288
            """)
        let innings = try #require(card.innings.first)
        #expect(innings.total.runs == 288 && innings.total.wickets == 10 && innings.total.overs == "46.3")
        #expect(innings.extras.total == 15 && innings.extras.wides == 10 && innings.extras.noBalls == 4)
        #expect(innings.extras.byes == 0 && innings.extras.legByes == 1)
        #expect(innings.batting.count == 5 && innings.batting.map(\.runs) == [35, 6, 90, 9, 28])
        #expect(innings.bowling.map(\.wickets) == [3, 1, 0])
        #expect(innings.fallOfWickets.map(\.runs) == [7, 85, 104, 119, 134, 140, 158, 219, 220, 288])
    }

    /// Bowlers beside the batters, the heads of their columns unread.
    @Test func bowlersBesideTheBattersWithoutHeads() throws {
        let card = card(
            """
            Legal Eagles v Operations XI                Legal Eagles innings
            Batsman       How out                  Runs   &
            M Malhotra    lbw b Chauhan              27         R Joshi          4    0   16    3
            K Verma       c Chauhan b Joshi           1         H Rao            3    0   27    0
            K Saxena      c Iyer b Chauhan           22         N Chauhan        4    0   19    4
            H Chauhan     b Iyer                      3         D Iyer           2    0   17    1
            A Rao         st Rathore b Chauhan       16         A Bose         2.4    0   27    2
            Y Patel       b Joshi                     0
            K Naidu       not out                     6
            Extras                                   31
            TOTAL         all out (15.4 overs)      106
            """, source: .ocr)
        let innings = try #require(card.innings.first)
        #expect(innings.batting.map(\.runs) == [27, 1, 22, 3, 16, 0, 6] && innings.total.runs == 106)
        #expect(innings.bowling.map(\.player) == ["R Joshi", "H Rao", "N Chauhan", "D Iyer", "A Bose"])
        #expect(innings.bowling.map(\.wickets) == [3, 0, 4, 1, 2] && innings.bowling.last?.overs == "2.4")
    }

    /// `How out` read as scraps, `Werper` as its last letter, a bowler's initials like heads of columns, `W` as `WwW`.
    @Test func headsReadInPart() throws {
        let card = card(
            """
            Paarl Union
            a      er         ow  u            Mins  Balls   4s   6s     S/R   Runs
            1   Hendrik Steyn ct W Jansen b M Lee  23     19    2    0   89.47     17
            2   Ryan Ngcobo   b P Ngcobo            4      1    0    0    0.00      0
            3   Marco Steyn   st W Jansen b P Lee  32     18    1    2  116.67     21
            4   Ryan Kruger   not out             133     79   12    3  127.85    101
            Extras            2b, 1w                3
            Total             for 3 wkts, 21.2 overs                            142
            r                Overs   Maidens  Runs  WwW
            CN Gibson            4         0    16    1
            OWR Pearce           4         0    32    2
            M Walker             5         0    41    0
            """, source: .ocr)
        let innings = try #require(card.innings.first)
        #expect(innings.batting.map(\.runs) == [17, 0, 21, 101] && innings.batting.map(\.balls) == [19, 1, 18, 79])
        #expect(innings.batting.map(\.howOut) == [.caught, .bowled, .stumped, .notOut])
        #expect(innings.bowling.map(\.player) == ["CN Gibson", "OWR Pearce", "M Walker"])
        #expect(innings.bowling.map(\.runs) == [16, 32, 41] && innings.bowling.map(\.wickets) == [1, 2, 0])
    }
}
