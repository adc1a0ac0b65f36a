import Recognition
import Scorecard
import Testing

/// Scores in brief as papers, clubs and schools print them: several matches on a page, sides within sentences.
@Suite struct BriefScoresTests {
    private func card(_ text: String) -> Scorecard { ScorecardReader().read(pages: [page(text)]).card }

    @Test func severalMatchesStandInAParagraph() throws {
        let card = card(
            """
            Rovers bag five points
            LEEDS: Riding on left-armer Ian Rowe (5/68), Rovers managed to bag a lead of 69 runs.
            Brief scores: At MILL: Hill 259/7 declare in 74.5 overs (Adam Webb 115) drew with Dale
            Colts 219 in 56.2 overs (Carl V Pike 111 n.o). At PARK: MCC 236 drew with Grand Union
            240/5 in 76 overs (N Wray 136). At OVAL: Old Boys 186 & 39/0 13 overs drew with UFC (T
            Ward) 187 in 85.3 overs (J Fox 59; L Tate 6/71).
            """)
        #expect(
            card.innings.map(\.team) == [
                "Hill", "Dale Colts", "MCC", "Grand Union", "Old Boys", "Old Boys", "UFC (T Ward)",
            ])
        #expect(card.innings.map(\.total.runs) == [259, 219, 236, 240, 186, 39, 187])
        #expect(card.teams == ["Hill", "Dale Colts", "MCC", "Grand Union", "Old Boys", "UFC (T Ward)"])
        try #require(card.innings.count == 7)
        let batter = try #require(card.innings[1].batting.first)
        #expect(batter.player == "Carl V Pike" && batter.howOut == .notOut)
        #expect(card.innings[0].total.declared == true && card.innings[0].total.overs == "74.5")
        #expect(card.innings[6].bowling.map(\.wickets) == [6] && card.venue == "MILL")
    }

    @Test func schoolsHaveTwoInningsEach() throws {
        let card = card(
            """
            St. Ann's batted first and were able to post 164 in 42.2 overs and bowled out Hill for 160.
            At Mill Lane: St. Ann's beat Hill
            St. Ann's 164 all out (42.2) (Adam Webb 41,
            Carl Pike 31; Tom Fox 5/39) and
            198 all out (47.4) (Neville Wray 39;
            Ian Rowe 5/73)
            Hill 160 all out (62) (Dan Jay 34n.o)
            and 31 for 6 (9) (Luke Tate 4/8)
            """)
        #expect(card.innings.map(\.team) == ["St. Ann's", "St. Ann's", "Hill", "Hill"])
        #expect(card.innings.map(\.total.runs) == [164, 198, 160, 31])
        try #require(card.innings.count == 4)
        #expect(card.innings.map(\.total.overs) == ["42.2", "47.4", "62", "9"])
        #expect(card.innings[2].batting.first?.howOut == .notOut)
        #expect(card.result == "St. Ann's beat Hill" && card.venue == "Mill Lane")
    }

    @Test func sidesAreNamedByTheirAge() {
        let card = card(
            """
            Under 14s vs Under 13s (friendly)
            Under 13s 102 for 2 in 18.0 overs
            (Adam Webb 31*, Carl Pike 27*)
            Under 14s 105 for 3 in 17.5 overs
            (Tom Fox 26 retired, Ian
            Rowe 20)
            """)
        #expect(
            card.innings.map(\.team) == ["Under 13s", "Under 14s"] && card.innings.map(\.total.runs) == [102, 105])
        #expect(card.innings.first?.batting.map(\.howOut) == [.notOut, .notOut])
    }

    @Test func figuresStandBehindAColon() throws {
        let card = card(
            """
            County Cup: Hill v
            Dale day one
            Dale 143: Webb 25; Fox 3-9, Rowe 3-21
            Hill 25-3: Pike 11*; Lee 2-15
            Dale were 71-6 shortly after lunch but Adam Webb (25) and Carl Pike (22) dug
            deep to get them to 143 all out.
            """)
        #expect(card.innings.map(\.team) == ["Dale", "Hill"] && card.teams == ["Hill", "Dale"])
        try #require(card.innings.count == 2)
        #expect(card.innings[0].bowling.map(\.runs) == [9, 21] && card.innings[1].batting.first?.howOut == .notOut)
    }

    @Test func resultsOfSchoolsAreListed() throws {
        let card = card(
            """
            RESULTS (*denotes home team):
            Hill 177-9 dec,*Dale GS 171-9; *Dale GS 234-2 dec
            (D.Webb 100 not out), Union 115-7; CUP: *Old
            Boys 190 (50 ov), Rovers 171; Park (RSA) 265,
            Mill 230; Lane Blues 134-8, *Lane 83-9;
            """)
        #expect(
            card.teams == [
                "Hill", "Dale GS", "Dale GS", "Union", "Old Boys", "Rovers", "Park (RSA)", "Mill", "Lane Blues", "Lane",
            ])
        #expect(card.innings.map(\.total.runs) == [177, 171, 234, 115, 190, 171, 265, 230, 134, 83])
    }

    /// Text of a magazine, whose spaces were lost.
    @Test func figuresAreSetWithoutSpaces() throws {
        let card = card(
            """
            Hill: 70(Webb 30, Pike 26*, Fox 6 for 15, Rowe 4 for 11)and 106 for 6 declared (Lee
            28, Fox 2for 46). Dale; 76 for5 wkts. dec. (Jay 22.Wray 3for 28) and 38 for 2 wkts. (King 18, Hay 2for 10).
            """)
        #expect(card.innings.map(\.team) == ["Hill", "Hill", "Dale", "Dale"])
        #expect(card.innings.map(\.total.wickets) == [nil, 6, 5, 2])
        try #require(card.innings.count == 4)
        #expect(card.innings[2].bowling.map(\.player) == ["Wray"])
    }

    @Test(
        arguments: [
            "20th over: Hill 51-1 (Webb 29, Pike 7) Webb brings up the score.\n19th over: Hill 49-1 (Webb 27, Pike 7) Fox"
                + " is back.\n18th over: Hill 47-1 (Webb 26, Pike 6) Both look out.",
            "Adam Webb 2/10; Carl Pike 2/20; Neville Wray 38, Tom Fox 46; Chasing 145 to win they lost\nRowe (12) and Lee 4/22.",
        ])
    func commentariesAndNotablesAreNoBriefs(text: String) {
        #expect(!card(text).innings.contains { ["Carl Pike", "Chasing", "Neville Wray"].contains($0.team ?? "") })
        #expect(card(text).innings.count < 3)
    }

    @Test func bowlingOfAClubStandsBelowTheOtherSidesTotal() throws {
        let card = card(
            """
            Dale Batting
            232 for 5 in 35 overs
            Hill Bowling
            Name              O    M    R    W
            1 Adam Webb       17   0    127  3
            2 Carl Pike       18   0    99   2
            Hill Batting
            Name            How Out   Bowler    Runs
            1 Adam Webb     LBW       Fox       33
            2 Carl Pike     Caught    Fox       2
            3 Neville Wray  NotOut              98
            Total                               133 for 2
            """)
        #expect(card.innings.map(\.team) == ["Dale", "Hill"] && card.innings.map(\.total.runs) == [232, 133])
        try #require(card.innings.count == 2)
        #expect(card.innings[0].bowling.map(\.wickets) == [3, 2] && card.innings[1].bowling.isEmpty)
    }

    @Test func averagesOfASeasonAreNoCard() {
        let card = card(
            """
            AVERAGES.
            Batting      Inn.  N-O.  Runs.  Average.
            Webb.        11    4     153    21.9
            Pike.        8     2     89     14.8
            Wray.        8     0     67     8.4
            Fox.         5     1     29     7.2
            Rowe.        8     0     53     6.6
            Jay.         7     2     31     6.2
            Bowling      O     M     R      W     Av.
            Jay.         29    8     47     8     5.9
            Tate.        138   28    323    34    9.5
            Lee.         15    5     35     3     11.7
            """)
        #expect(card.innings.isEmpty)
    }

    /// `batsman`, `score` and `runs` in a sentence head no table.
    @Test func sentencesAreNoHeads() {
        let card = card(
            """
            St. Ann's College opener Adam Webb scored 104 not out
            and became the eighth schoolboy batsman to score 1,000 runs this season
            in their inter-school cricket match against Hill College.
            St. Ann's College 139 all out and 213 for 6 wickets in 71 overs (Adam
            Webb 104 not out, Carl Pike 29, Tom Fox 2 for 64)
            Hill College (112 for 7 overnight contd) 172 all out in 59
            overs (Dan Jay 33, Carl Pike 2 for 37, Luke Tate 6 for 52).
            """)
        #expect(card.innings.map(\.team) == ["St. Ann's College", "St. Ann's College", "Hill College"])
        #expect(card.innings.map(\.total.runs) == [139, 213, 172])
    }

    @Test func wicketsInWordsAndUnitsBehindFigures() throws {
        let card = card(
            """
            Summarised scores:
            Old Rovers 186 for seven in 50 overs (Adam Webb 97, Carl Pike 34; Ian Rowe 5 wkts for 12 runs,
            Tom Fox 2 for 7)
            Dale Colts 65 all out (John Wray 29, Theo Moor 12; Gus Hall 5 wkts for 8 runs, Dan Jay 3 for 23)
            Old Rovers won by 121 runs
            """)
        let first = try #require(card.innings.first)
        #expect(first.total.runs == 186 && first.total.wickets == 7 && first.total.overs == "50")
        #expect(first.bowling.map(\.player) == ["Ian Rowe", "Tom Fox"])
        #expect(first.bowling.map(\.wickets) == [5, 2] && first.bowling.map(\.runs) == [12, 7])
    }
}
