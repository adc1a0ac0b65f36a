import Recognition
import Scorecard
import Testing

/// What the fifth collection of public pages taught: clubs' own pages, league lines, portals' empty rows.
@Suite struct FifthCollectionTests {
    private func card(_ text: String, source: TextSource = .textLayer) -> Scorecard {
        ScorecardReader().read(pages: [page(text, source: source)]).card
    }

    /// A club shows its own batting and its own bowling: the bowlers bowled at the other side.
    @Test func ownBattingAndOwnBowling() throws {
        let card = card(
            """
            Exiles vs Strollers, Sunday, 03 Jun 2007
            Strollers 174 for 7 (40 overs)
            Exiles 65 all out (19.5 overs)
            Batsmen                            Runs   Balls    4s    6s
            1   Mark Brad       ct. & b.         33      52     2     0
            2   Quent Davies    b.               10      23     0     0
            3   Amil Patel      lbw              12      20     1     0
            4   Wil Scott       not out           3       8     0     0
            Extras              3b 4lb            7
            Bowler               O     M     R     W    Avg
            1   Wil Scott      8.0     0    30     2     15
            2   Amil Patel     8.0     3    24     0      0
            3   Mark Brad      8.0     1    16     2      8
            """)
        let theirs = try #require(card.innings.first { $0.batting.isEmpty })
        let ours = try #require(card.innings.first { !$0.batting.isEmpty })
        #expect(theirs.bowling.map(\.player) == ["Wil Scott", "Amil Patel", "Mark Brad"] && ours.bowling.isEmpty)
        #expect(theirs.team == "Strollers" && theirs.total.runs == 174 && ours.batting.map(\.runs) == [33, 10, 12, 3])
    }

    /// A portal during play: rows of those yet to bat hold noughts; overs stand behind the runs; falls are numbered names.
    @Test func rowsOfThoseYetToBat() throws {
        let card = card(
            """
            Australia Women first innings
            Batter                                    Runs   Balls    4s    6s
            Beth Mooney          c James b Devine       21      15     3     0
            Georgia Voll         b Bates                75      57     8     1
            Ellyse Perry         Not Out                32      19     5     0
            Tahlia McGrath       Not Out                14       5     3     0
            Grace Harris         Yet to Bat              0       0     0     0
            Kim Garth            Yet to Bat              0       0     0     0
            Extras               1nb                     1
            Total                for 2                 143    16.0 overs
            Bowler                  O     M     R     W
            Jess Kerr             8.0     0    73     1
            Sophie Devine         8.0     0    70     1
            Fall of wickets
            1      Beth Mooney                          64
            2      Georgia Voll                        118
            """)
        let innings = try #require(card.innings.first)
        #expect(innings.total.runs == 143 && innings.total.wickets == 2 && innings.total.overs == "16.0")
        #expect(innings.batting.suffix(2).map(\.howOut) == [.didNotBat, .didNotBat])
        #expect(innings.fallOfWickets.map(\.runs) == [64, 118])
        #expect(innings.fallOfWickets.map(\.player) == ["Beth Mooney", "Georgia Voll"])
    }

    /// On a telephone `Yet to Bat` stands below the name like any other dismissal.
    @Test func yetToBatBelowTheName() throws {
        let card = card(
            """
            Batter                        Runs   Balls
            Beth Mooney
                                            21      15
            c James b Devine
            Georgia Voll
                                            75      57
            Fielder Catch Kerr bowled Bates
            Ellyse Perry
                                            32      19
            Not Out
            Grace Harris
                                             0       0
            Yet to Bat
            Kim Garth
                                             0       0
            Yet to Bat
            Extras                           1
            Total                          129
            """)
        let batting = try #require(card.innings.first).batting
        #expect(batting.map(\.howOut) == [.caught, .caught, .notOut, .didNotBat, .didNotBat])
        #expect(
            batting.map(\.runs) == [21, 75, 32, 0, 0] && batting[1].fielder == "Kerr" && batting[1].bowler == "Bates")
    }

    /// A league's lines: names and runs, `n/o` behind them, overs, runs and wickets of bowlers.
    @Test func namesAndRunsInLines() {
        let card = card(
            """
            East London won by 64 runs
            East London: 213 for 3 in 16 overs
            Altaf 50n/o
            Mohit 2
            Ibrahim 51 n/o
            Fazal 2-29-0
            Richard 4-55-1
            Conquerors: 149 for 5 in 16 overs
            Fazal 4
            Nad 39
            Waheed 3-22-2
            Altaf 2-13-3
            """)
        #expect(card.innings.map(\.total.runs) == [213, 149])
        #expect(
            card.innings.first?.batting.map(\.runs) == [50, 2, 51] && card.innings.first?.batting[0].howOut == .notOut)
        #expect(
            card.innings.first?.bowling.map(\.runs) == [29, 55] && card.innings.first?.bowling.map(\.wickets) == [0, 1])
        #expect(card.innings.last?.bowling.map(\.wickets) == [2, 3])
    }

    /// Noughts in every column are no heads, and a glossary's `FOW fall of wicket` adds nothing to the falls.
    @Test func noughtsAndAGlossary() throws {
        let card = card(
            """
            Pine Lodge 1st Innings 43
            Batsman         Fieldsman          Bowler          Runs   Min   Bls   4s   6s
            SA Pigatto      c S Tate           b VC Garner       14     0     0    2    0
            J Cameron       c WR Sidebottom    b M Tate           0     0     0    0    0
            J Waters        c ?                b M Tate           0     0     0    0    0
            J Young         not out                              15     0     0    1    1
            extras          (b5 lb0 w4 nb5)                      14
            TOTAL                                                43
            Bowler          O     M     R     W
            CP Taylor       5     2    15     0
            M Tate          6     0    14     2
            VC Garner       4     0     9     1
            FOW: 25, 39, 43
            FOW fall of wicket
            """)
        let innings = try #require(card.innings.first)
        #expect(card.innings.count == 1 && innings.batting.map(\.runs) == [14, 0, 0, 15])
        #expect(innings.bowling.count == 3 && innings.fallOfWickets.map(\.runs) == [25, 39, 43])
    }
}
