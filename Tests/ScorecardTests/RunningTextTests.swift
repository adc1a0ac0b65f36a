import Recognition
import Scorecard
import Testing

/// Cards without columns: paragraphs of newspapers and magazines, messages with a player in each line.
@Suite struct RunningTextTests {
    private func card(_ text: String, source: TextSource = .textLayer) -> Scorecard {
        ScorecardReader().read(pages: [page(text, source: source)]).card
    }

    @Test func paragraphOfANewspaper() throws {
        let card = card(
            """
            Hill CC v Dale CC
            The Park, 28 August 1983: Dale CC won by 4 wickets
            HILL CC: A Webb c Fox b Rowe 6 ; *C Pike run out 61 ; †A Wray c and b
            Rowe 53 ; B Edge not out 87 ; T Moor c and b Jay 22 ; C Lee b Harris
            13 ; P King not out 16 . Extras (lb 4, w 2) 6. Total (5 wkts, 40
            overs) 264. Did not bat: P Tate, L Wills. Fall of wickets: 1-10, 2-
            117, 3-127, 4-145, 5-218. Bowling: R Rowe 8-1-38-2; J Fox 7-0-52-
            0; D Harris 8-0-50-1; L James 4-0-20-1.
            """)
        let innings = try #require(card.innings.first)
        #expect(card.result == "Dale CC won by 4 wickets" && card.venue == "The Park" && card.date == "28 August 1983")
        #expect(innings.team == "Hill CC" || innings.team == "HILL CC")
        #expect(innings.batting.map(\.runs) == [6, 61, 53, 87, 22, 13, 16])
        #expect(innings.batting[1].captain == true && innings.batting[2].keeper == true)
        #expect(innings.batting[5].bowler == "Harris" && innings.batting[6].howOut == .notOut)
        #expect(innings.total.runs == 264 && innings.total.wickets == 5 && innings.total.overs == "40")
        #expect(innings.extras.total == 6 && innings.didNotBat == ["P Tate", "L Wills"])
        #expect(innings.fallOfWickets.map(\.runs) == [10, 117, 127, 145, 218])
        #expect(innings.bowling.map(\.player) == ["R Rowe", "J Fox", "D Harris", "L James"])
        #expect(innings.bowling.map(\.wickets) == [2, 0, 1, 1])
    }

    /// As archives show the text of old newspapers: nothing parts the batters, `O` is no runs, `1.b.w.` leg before.
    @Test func articleOfAnArchive() {
        let card = card(
            """
            THE KENT MATCH. FULL SCORES
            KENT, First Linings. Hill, c Lowry b Fox 21 Moor, c Lowry b Fox 19 Page, b Fox 0
            Webb, st. James b Reid O Wray, l.b.w. Fox 47 Edge, not out 13 Lee, 1.b.w., b Reid 4
            Extras 3 Total 107 Bowling: Fox 4/42, Reid 2/31, Weir 0/31. ESSEX\u{2014}First Innings. Fox,
            c Hill b Moor 7 Reid, l.b.w. Moor 37 Mills, c Webb b Moor 3 Weir, not out 2 James, b
            Lee 0 Lowry, b Lee 11 Extras 7 Total 67 Bowling: Moor 3/22, Lee 2/38.
            """)
        #expect(card.innings.map(\.team) == ["KENT", "ESSEX"] && card.innings.map(\.total.runs) == [107, 67])
        #expect(card.innings.first?.batting.map(\.player) == ["Hill", "Moor", "Page", "Webb", "Wray", "Edge", "Lee"])
        #expect(card.innings.first?.batting.map(\.runs) == [21, 19, 0, 0, 47, 13, 4])
        #expect(card.innings.first?.batting.last?.howOut == .lbw)
        #expect(card.innings.last?.batting.map(\.runs) == [7, 37, 3, 2, 0, 11])
        #expect(card.innings.first?.bowling.map(\.wickets) == [4, 2, 0])
        #expect(card.innings.last?.bowling.map(\.runs) == [22, 38])
    }

    /// At the close of a day: `batting` and `unbeaten` are not out.
    @Test func battersAtTheClose() {
        let card = card(
            """
            Hill 1st Innings:
            Gary Webb c Fox b Rowe 6
            Colin Pike run out 61
            Tim Edge lbw Jay 12
            Tom Moor b Harris 22
            Alan Wray batting 44
            Mike Dell unbeaten 57
            Extras (b 1, w 2) 3
            Total (for four wickets in 56 overs) 205
            Bowling:
            R Rowe 14-3-43-1
            T Jay 22-9-51-1
            D Harris 20-3-108-1
            """)
        #expect(card.innings.first?.batting.map(\.runs) == [6, 61, 12, 22, 44, 57])
        #expect(card.innings.first?.batting.suffix(2).map(\.howOut) == [.notOut, .notOut])
    }

    @Test func messageWithABatterInEachLine() throws {
        let card = card(
            """
            Hill CC v Dale CC
            Hill CC won by 23 runs

            Hill CC 184-5 (40 overs)
            Ed Cooper - ct Wright b Morris - 26 (31)
            S Cox - run out - 9 (12)
            Colin Bell - st Murphy b Lord - 29 (40)
            L Rogers - b Morris - 34 (18)
            C Walker - not out - 61 (77)
            Extras 10 (4lb 5w 1nb)
            DNB: C Atherley

            Dale CC 161 all out (38.1 overs)
            M Griffiths 3 for 39 (8 overs)
            R Morgan 0 for 27 (4 overs)
            E Roberts 4 for 44 (10 overs)
            """)
        #expect(card.innings.map(\.team) == ["Hill CC", "Dale CC"])
        #expect(card.innings.map(\.total.runs) == [184, 161])
        let batting = try #require(card.innings.first).batting
        #expect(batting.map(\.runs) == [26, 9, 29, 34, 61] && batting.map(\.balls) == [31, 12, 40, 18, 77])
        #expect(batting[2].fielder == "Murphy" && card.innings[0].extras.legByes == 4)
        #expect(card.innings[1].bowling.map(\.player) == ["M Griffiths", "R Morgan", "E Roberts"])
        #expect(card.innings[1].bowling.map(\.wickets) == [3, 0, 4])
        #expect(card.innings[1].bowling.map(\.overs) == ["8", "4", "10"])
    }

    @Test func tableIsNoRunningText() throws {
        let card = card(
            """
            Hill CC
            A Webb       c Fox b Rowe           6
            C Pike       run out               61
            A Wray       c and b Rowe          53
            B Edge       not out               87
            T Moor       c and b Jay           22
            C Lee        b Harris              13
            Extras       (lb 4, w 2)            6
            Total        (5 wkts, 40 overs)   248
            """)
        #expect(card.innings.first?.batting.map(\.runs) == [6, 61, 53, 87, 22, 13])
    }

    @Test func scoresOfAMagazine() throws {
        let card = card(
            """
            Hill v Dale
            Played at Mill Lane on 15 August 1969. Dale won by 4 wickets.
            Hill 157 (C C L Evans 34, P M Jones 25; P G R Thompson 4 for 36, G R Parker 4
            for 51); Dale 158 for 6 (A Brown 92*, H S Gibson 15*; J B Smith-
            Jones 2 for 10).
            """)
        #expect(card.innings.map(\.team) == ["Hill", "Dale"] && card.innings.map(\.total.runs) == [157, 158])
        let (first, second) = (try #require(card.innings.first), try #require(card.innings.last))
        #expect(first.batting.map(\.player) == ["C C L Evans", "P M Jones"] && first.batting.map(\.runs) == [34, 25])
        #expect(first.bowling.map(\.wickets) == [4, 4] && second.total.wickets == 6)
        #expect(second.batting.map(\.howOut) == [.notOut, .notOut])
        #expect(second.bowling.map(\.player) == ["J B Smith-Jones"])
    }

    /// An Indian paper: boundaries in brackets, analyses and lists parted at the ends of lines, facts behind the card.
    @Test func boundariesStandInBrackets() throws {
        let card = card(
            """
            Riders in command
            The scores
            Gomti Riders: A. Reddy c Ghosh b Patel 1 (2b), K.R. Iyer c
            Sharma b Joshi 10 (11b), M. Shah c Joshi b Bhat 26 (38b, 4x2),
            D. Bose c & b Krishnan 40 (37b, 4x4, 6x1), G. Kumar not out 36
            (50b, 4x5); Extras (b-2, w-5): 7; Total (for four wkts in 23
            overs): 120. Did not bat: M.P.V. Rao, S. Das, K.A.G.
            Gupta.
            Fall of wickets: 1-4 (Reddy, 0.3), 2-24 (Iyer, 4.3), 3-73
            (Shah, 9.5), 4-114 (Bose, 21.6).
            Deccan Warriors bowling: A.P. Patel 5-0-
            28-1, R. Joshi 8-0-39-1, S.N. Bhat 5-0-26-1 (2w), G. Krishnan
            5-0-25-1 (1nb, 3w).
            Deccan Warriors: D. Krishnan run out 19 (27b, 4x1), A.P. Patel
            lbw b Bose 16 (19b), R. Joshi not out 39 (44b, 4x5), S. Ghosh b
            Kumar 0 (1b), N.K. Bhat not out 12 (18b, 4x1); Extras (w-10):
            10; Total (for three wkts in 18 overs): 96.
            Toss: Deccan Warriors.
            Gomti Riders won by 24 runs.
            """)
        #expect(card.innings.map(\.team) == ["Gomti Riders", "Deccan Warriors"])
        #expect(card.toss == "Deccan Warriors" && card.result == "Gomti Riders won by 24 runs")
        let first = try #require(card.innings.first)
        #expect(
            first.batting.map(\.balls) == [2, 11, 38, 37, 50] && first.batting.map(\.sixes) == [nil, nil, nil, 1, nil])
        #expect(first.batting.map(\.fours) == [nil, nil, 2, 4, 5])
        #expect(first.didNotBat == ["M.P.V. Rao", "S. Das", "K.A.G. Gupta"])
        #expect(first.bowling.map(\.runs) == [28, 39, 26, 25] && first.bowling.map(\.wides) == [nil, nil, 2, 3])
        #expect(first.bowling.map(\.player) == ["A.P. Patel", "R. Joshi", "S.N. Bhat", "G. Krishnan"])
        #expect(card.innings[1].batting.map(\.runs) == [19, 16, 39, 0, 12])
    }

    /// The scoreboard of an agency's story: a batter in each line, nothing in columns.
    @Test func aStoryEndsInAScoreboard() throws {
        let card = card(
            """
            Tim Lane made the day's highest score as Hill met Dale at the Jubilee Oval on April 15, 2016.
            "It was hard work out there," the captain said.
            Scoreboard
            Hill innings
            CGN Ryan c Maher b Lee 5
            T Lane c Donnelly b Stewart 39
            *†CM Moor b Maher 6
            J Quinn not out 17
            TT Fox not out 9
            Extras (lb5, w3, nb1) 9
            TOTAL (3 wkts; 12 overs) 85
            Fall of wickets: 1-14 (Ryan, 2.5 overs), 2-41 (Lane, 7.1 overs), 3-52
            (Moor, 10.6 overs)
            Bowling: G Lee 5-0-18-1, LC Stewart 4-0-37-1 (1w), CL Maher 3-0-25-1 (1nb,
            2w)
            Dale innings
            C Wade c sub (Fox) b Quinn 20
            BJH Maher c Moor b Quinn 11
            CR Lee not out 37
            LC Stewart b Fox 2
            Extras (w9) 9
            TOTAL (all out; 11 overs) 79
            Toss: Hill
            Umpires: Edward Wright, Thomas Cox
            Result: Hill won by 6 runs
            """)
        #expect(card.innings.map(\.team) == ["Hill", "Dale"] && card.innings.map(\.total.runs) == [85, 79])
        #expect(card.innings.map { $0.batting.compactMap(\.runs) } == [[5, 39, 6, 17, 9], [20, 11, 37, 2]])
        let first = try #require(card.innings.first)
        #expect(first.batting[2].captain == true && first.batting[2].keeper == true)
        #expect(first.bowling.map(\.runs) == [18, 37, 25] && first.bowling.map(\.noBalls) == [nil, nil, 1])
        #expect(card.toss == "Hill" && card.result == "Hill won by 6 runs")
    }
}
