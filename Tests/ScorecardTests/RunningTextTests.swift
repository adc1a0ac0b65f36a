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
}
