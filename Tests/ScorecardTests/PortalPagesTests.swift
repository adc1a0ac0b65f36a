import Recognition
import Scorecard
import Testing

/// Pages as portals, applications and papers set them beside their tables.
@Suite struct PortalPagesTests {
    private func innings(_ text: String, source: TextSource = .textLayer) -> [Innings] {
        ScorecardReader().read(pages: [page(text, source: source)]).card.innings
    }

    @Test func tablesSideBySideMayBothBeNumbered() throws {
        let innings = innings(
            """
            No Batsman    Status          R   B  4s 6s SR      No Batsman     Status         R   B  4s 6s SR
            1  G Rao      c Iyer b Das    14  19  1  0  73.68   1  D Chopra    run out Rao    0   1   0  0  0.00
            2  D Ghosh    not out         18  23  2  0  78.26   2  P Reddy     b Ghosh        4   4   1  0  100.00
            3  A Pillai   not out         49  46  5  1  106.52  3  V Rathore   not out       15  23   1  0  65.22
            """)
        #expect(
            innings.map { $0.batting.map(\.player) } == [
                ["G Rao", "D Ghosh", "A Pillai"], ["D Chopra", "P Reddy", "V Rathore"],
            ])
        #expect(innings.first?.batting.map(\.strikeRate) == [73.68, 78.26, 106.52])
    }

    @Test func initialsMayReadLikeAKeyword() throws {
        let innings = try #require(
            innings(
                """
                Balwyn East innings           R    M   B   4s  6s  SR
                HS Burns c Hill b Wade        66   96  53  8   1   124.53
                DNB Nguyen c Hill b Lane      66   72  51  8   2   129.41
                AT Hayes not out              44   51  31  5   1   141.94
                DNB: R Fry, T Lee
                """
            ).first)
        #expect(innings.batting.map(\.player) == ["HS Burns", "DNB Nguyen", "AT Hayes"])
        #expect(innings.didNotBat == ["R Fry", "T Lee"])
    }

    @Test(arguments: ["Fall of Wickets   Batter        Score   Over", "                  Batter        Score   Over"])
    func fallsStandBelowHeadsOfTheirOwn(heads: String) throws {
        let falls = try #require(
            innings(
                """
                Batter                 R    B    4s  6s  S/R
                U. Abbasi b Joy        8    5    1   0   160.00
                F. Shah b Das          67   80   8   0   83.75
                A. Malik not out       21   28   1   0   75.00
                Total (26.1 overs)  98
                \(heads)
                1                 U. Abbasi     9       1.3
                2                 F. Shah       51      11.1
                """
            ).first?.fallOfWickets)
        guard heads.hasPrefix("Fall") else { return #expect(falls.isEmpty) }
        #expect(falls.map(\.runs) == [9, 51] && falls.map(\.wicket) == [1, 2])
        #expect(falls.map(\.player) == ["U. Abbasi", "F. Shah"] && falls.map(\.over) == ["1.3", "11.1"])
    }

    @Test(arguments: [("(69min, 50 balls, 2 fours, 1 six)", 69), ("50 balls, 1 six, 2 fours", nil)])
    func aLineBelowABatterCountsWhatItSays(line: String, minutes: Int?) throws {
        let batter = try #require(
            innings(
                """
                Zimbabwe: First Innings
                B Chatara c Wairau b Redmond                  30
                \(line)
                C Nyauchi c Ngata b Parore                     36
                87min, 54 balls, 4 fours
                W Burl b Fulton                               101
                174min, 112 balls, 3 sixes, 5 fours
                Extras (b 1, lb 5)                              6
                Total (3 wkts, 70 overs)                      173
                """
            ).first?.batting.first)
        #expect(batter.balls == 50 && batter.fours == 2 && batter.sixes == 1 && batter.minutes == minutes)
    }

    @Test func anArrowIsNoBowler() throws {
        let innings = try #require(
            innings(
                """
                BATTING                  R   B   4s  6s  SR
                R Samuels               40   43   3   0  93.02
                c Ramdeen b Browne v
                K Persad               133  120  12   3  110.83
                c Weekes b Browne v
                D Cummings              24   38   2   0  63.16
                run out (Henry) v
                """
            ).first)
        #expect(innings.batting.map(\.bowler) == ["Browne", "Browne", nil])
        #expect(innings.batting.last?.dismissal == "run out (Henry)")
    }

    @Test func aSheetOfAnotherGameIsNoCard() {
        let sheet = """
            Harbour City Giants 140, Prairie Wolves 126
            Harbour City Giants
            PLAYER         MIN  FG     3PT   FT    REB  AST  STL  PF  PTS
            D. Campbell    15   3-9    0-3   0-0   5    3    2    3   6
            J. Sutherland  36   4-12   2-4   5-7   0    0    3    3   15
            G. Fitzgerald  17   10-10  3-4   5-7   1    3    3    4   28
            H. Sheehan     16   5-8    1-1   0-1   10   8    1    0   11
            A. Donnelly    23   6-10   3-3   4-5   1    9    0    3   19
            TOTALS         208                     38   33   13   25  140
            """
        #expect(innings(sheet).isEmpty)
    }

    @Test func scoresOfEarlierMatchesAtOtherPlacesAreNoCard() {
        let preview = """
            Ireland vs South Africa
            Probable XIs
            1 Eoin Getkate             1 Kyle Ngcobo
            2 Declan Tector            2 Werner Jansen
            Last meetings
            Date        Where          Result                       1st     2nd
            9 May                      South Africa won by 9
            Hove                                                    206/9   200
            2018                       runs
            1 Aug                      South Africa won by 23
            Harare                                                  193/3   168
            2020                       runs
            """
        #expect(innings(preview).isEmpty)
    }

    @Test func strokesBelowAHeadInTheirMiddleAreNoName() throws {
        let innings = try #require(
            innings(
                """
                No  IN   OUT   BATSMAN          RUNS AS SCORED          HOW OUT    BOWLER     RUNS
                1   130  139   L. Thompson      1 1                     ct Pearce  Harris     2
                2   130  132   T. Bell          4                       bowled     Pickering  4
                3   133  224   A. Hartley       111 24 11               ct Harris  Turner     11
                4   136  212   A. Gibson        1134 111                not out               12
                """
            ).first)
        #expect(innings.batting.map(\.player) == ["L. Thompson", "T. Bell", "A. Hartley", "A. Gibson"])
        #expect(innings.batting.map(\.runs) == [2, 4, 11, 12])
    }

    @Test func theBowlingMayBeginTheNextPage() throws {
        let first = """
            Zanj 1st Innings
            JG Carter c Baker b Cox         10
            RP Price run out (Young)         6
            J Wilson not out                12
            Extras: (w-1)                    1
            Total: (2 wkts in 5 overs)      29
            Fall of Wickets: 1-10, 2-16
            """
        let second = """
            Bowling: JT Cox 3-0-15-1, HDS Bird 2-1-13-0
            Tamarind 1st Innings
            GJ Young c Price b Turner       12
            GC Martin c Carter b Wilson      0
            CA Baker not out                17
            Extras: (nb-1)                   1
            Total: (2 wkts in 4 overs)      30
            """
        let pages = [first, second].enumerated().map { page($1, index: $0) }
        let innings = ScorecardReader().read(pages: pages).card.innings
        #expect(innings.map(\.total.runs) == [29, 30])
        #expect(innings.first?.bowling.map(\.player) == ["JT Cox", "HDS Bird"])
    }

    @Test func whatAnEngineMakesOfLeadersIsNoBowler() throws {
        let innings = try #require(
            ScorecardReader().read(pages: [
                page(
                    """
                    Lower Weston: First Innings
                    B Murphy c Barlow b Lord ..             0
                    F Lord lbw b Hall oan SAAA              41
                    D Cox c Fry b Ash                       21
                    G Hall not out                          21
                    Total (26.4 overs)                      83
                    """, source: .ocr, doubtful: ["oan", "SAAA"])
            ]).card.innings.first)
        #expect(innings.batting.map(\.dismissal) == ["c Barlow b Lord", "lbw b Hall", "c Fry b Ash", "not out"])
    }

    @Test func scrapsBeforeTheBowlersAreTheHeadOfTheNames() throws {
        let innings = try #require(
            innings(
                """
                Cork Mardyke Innings
                  ow  u te er           Bowler           Runs  Balls  4  6
                1  Paddy McCarter   b   Eoin Hoey          72     60  7  3
                2  Shane Tector     b   Paddy Garth        26     27  2  1
                3  Niall Olphert    b   Eoin Hoey          13     17  1  0
                """, source: .ocr
            ).first)
        #expect(innings.batting.map(\.player) == ["Paddy McCarter", "Shane Tector", "Niall Olphert"])
        #expect(innings.batting.map(\.bowler) == ["Eoin Hoey", "Paddy Garth", "Eoin Hoey"])
        #expect(innings.batting.map(\.sixes) == [3, 1, 0])
    }

    /// An application's page of one innings, both scores above it and names below one another, its heads partly unread.
    private let app = """
         Zimbabwe          Ended           Ireland
           168/4                            155/3
           (20.0)                           (20.0)
           Zimbabwe won by 13 runs
        ZIM   IRE
        Batter                R    B    4s   6s   SR
           E. Masakadza      12   10     1    0   120.00
           b Myers
           T. Murtagh        85   68     8    3   125.00
           not out
           F. Delany         40   33     5    0   121.21
           not out
        Extras               18
        Total                155
        Did not bat
           N. Byrne
           E. Tector
           T. van der Hoey
        Bowling         Overs   Maidens
           C. Myers       4       1      26    3    6.50
           W. Nyauchi     4       0      33    0    8.25
           T. Maunze      3       0      19    1    6.33
        """

    @Test func scoresBelowTheSidesSayWhoseInningsIsShown() throws {
        let innings = innings(app)
        #expect(innings.map(\.team) == ["Zimbabwe", "Ireland"] && innings.map(\.total.runs) == [168, 155])
        #expect(innings.map(\.total.overs) == ["20.0", "20.0"])
    }

    @Test func namesOfThoseWhoDidNotBatStandBelowOneAnother() throws {
        let last = try #require(innings(app).last)
        #expect(last.didNotBat == ["N. Byrne", "E. Tector", "T. van der Hoey"])
    }

    @Test func bowlersWhoseHeadsAreHalfUnread() throws {
        let last = try #require(innings(app).last)
        #expect(last.bowling.map(\.player) == ["C. Myers", "W. Nyauchi", "T. Maunze"])
        #expect(last.bowling.map(\.runs) == [26, 33, 19] && last.bowling.map(\.wickets) == [3, 0, 1])
    }
}
