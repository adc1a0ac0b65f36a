import Recognition
import Scorecard
import Testing

/// Scoreboards as agencies send them, and as papers and sites print what they were sent.
@Suite struct WireTextTests {
    private func card(_ text: String, source: TextSource = .textLayer) -> Scorecard {
        ScorecardReader().read(pages: [page(text, source: source)]).card
    }

    /// The head of the bowlers stands in a row of its own, a space between its words, and so do their figures.
    @Test func aBoardWithoutColumnsMayHaveARowForEachBowler() throws {
        let board = """
            Zimbabwe 1st innings
            Hamilton Masakadza c Mushfiqur Rahim b Mashrafe Mortaza 15
            Craig Ervine c Sabbir Rahman b Shakib Al Hasan 0
            Brendan Taylor c Mushfiqur Rahim b Mustafizur Rahman 24
            Sikandar Raza Run Out Shakib Al Hasan 52
            Malcolm Waller c Sabbir Rahman b Sunzamul Islam 13
            Kyle Jarvis Not Out 4
            Extras 0b 5lb 0nb 0pen 11w 16
            Total (49.0 overs) 124-5
            Fall of Wickets : 1-2 Masakadza, 2-2 Ervine, 3-30 Taylor
            Did Not Bat : Mire
            Bowling Ov Md Rn Wk Econ Ex
            Shakib Al Hasan 10 0 43 3 4.30 3w
            Sunzamul Islam 10 0 29 1 2.90 1w
            Nasir Hossain 5 0 15 0 3.00
            """
        let innings = try #require(card(board, source: .ocr).innings.first)
        #expect(innings.bowling.map(\.player) == ["Shakib Al Hasan", "Sunzamul Islam", "Nasir Hossain"])
        #expect(innings.bowling.map(\.wides) == [3, 1, nil] && innings.bowling.map(\.economy) == [4.3, 2.9, 3])
    }

    @Test func analysesHaveNoBallsInBracketsAndABracketBeforeThem() throws {
        let bowling = try #require(
            card(
                """
                Hill first innings
                A. Webb (c)\u{2020} c Fox b Rowe 15
                C. Pike b Fox 45
                N. Wray lbw b Fox 3
                B. Edge not out 20
                Extras (lb-5) 5
                Total (3 wickets, 30 overs) 88
                Bowling (till date): Rowe 18-5-46-2, Fox 12-1-42-0, Jay 30-5-64-2
                (nb2), Lee 8-1-30-1
                """
            ).innings.first)
        #expect(bowling.bowling.map(\.player) == ["Rowe", "Fox", "Jay", "Lee"])
        #expect(bowling.bowling.map(\.noBalls) == [nil, nil, 2, nil])
        #expect(bowling.batting.first?.captain == true && bowling.batting.first?.keeper == true)
    }

    @Test func boardRunsOnInAParagraph() throws {
        let card = card(
            """
            Hill Rovers Men 1st innings Adam Webb c Tom Fox b Ian Rowe 23 Carl Pike lbw Ian Rowe 61 Neville
            Wray Not Out 46 Brian Edge c Ian Rowe b Tom Fox 35 Theo Moor b Tom Fox 0 Colin
            Lee Not Out 2 Fred Alexander Hall Not Out 10 Gus Robert Kent Not Out 1 Extras 4b 2lb 6nb 0pen
            3w 15 Total (20.0 overs) 182-4 Fall of Wickets : 1-79 Webb, 2-126 Pike, 3-160 Edge, 4-160
            Moor Did Not Bat : King, Tate, Wills Bowling Ov Md Rn Wk Econ Ex Tom Fox 4 1 23 2 5.75 1w 1nb Ian
            Rowe 4 0 49 2 12.25 2nb Dan Jay 4 0 36 0 9.00 Dale Park Men 1st innings Ian Rowe b Colin Lee 19
            Tom Fox c Brian Edge b Colin Lee 4 Dan Jay Not Out 20 Extras 0b 0lb 0nb 0pen 0w 0 Total (9.0 overs) 43-2
            """)
        #expect(card.innings.map(\.team) == ["Hill Rovers Men", "Dale Park Men"])
        let first = try #require(card.innings.first)
        try #require(first.batting.count == 8 && first.bowling.count == 3)
        #expect(first.batting.map(\.player)[1...2] == ["Carl Pike", "Neville Wray"])
        #expect(first.batting.map(\.runs) == [23, 61, 46, 35, 0, 2, 10, 1] && first.batting[1].bowler == "Ian Rowe")
        #expect(first.extras.total == 15 && first.extras.wides == 3 && first.extras.penalty == 0)
        #expect(first.total.runs == 182 && first.total.wickets == 4 && first.didNotBat == ["King", "Tate", "Wills"])
        #expect(first.bowling.map(\.player) == ["Tom Fox", "Ian Rowe", "Dan Jay"])
        #expect(first.bowling.map(\.economy) == [5.75, 12.25, 9] && first.bowling.map(\.wickets) == [2, 2, 0])
        #expect(first.bowling[0].wides == 1 && first.bowling.map(\.noBalls) == [1, 2, nil])
        #expect(card.innings.last?.batting.map(\.runs) == [19, 4, 20])
    }

    @Test func boardOfLinesWrapsItsLists() throws {
        let card = card(
            """
            Hill second innings
            A. Webb not out 15
            C. Pike not out 45
            Extras (lb-5) 5
            Total (without loss, 22 overs) 65
            To bat: N. Wray, B. Edge, T. Moor, C.
            Lee, P. King, L. Tate.
            Bowling: Fox 11-1-36-0 (nb-1, w-2), Rowe
            11-2-24-0.
            Dale first innings
            T. Fox c Webb b Lee 13
            I. Rowe c Pike b Lee 40
            D. Jay not out 10
            Extras (b-1) 1
            Total (2 wickets, 20 overs) 64
            Fall of wickets: 1-18 T. Fox,2-50 I. Rowe
            To bat: G. Hay, S. Low
            Bowling
            C. Lee 9 - 1 - 33-2(w-2)
            P. King 8 - 0 - 20 - 0
            L. Tate 3 -0-10-0
            Hill won the toss and elected to bat
            """)
        let (first, second) = (try #require(card.innings.first), try #require(card.innings.last))
        #expect(first.total.wickets == 0 && first.total.overs == "22" && first.total.runs == 65)
        #expect(first.didNotBat == ["N. Wray", "B. Edge", "T. Moor", "C. Lee", "P. King", "L. Tate"])
        #expect(first.bowling.map(\.player) == ["Fox", "Rowe"] && first.bowling[0].noBalls == 1)
        #expect(second.didNotBat == ["G. Hay", "S. Low"])
        #expect(second.fallOfWickets.map(\.player) == ["T. Fox", "I. Rowe"])
        #expect(second.bowling.map(\.player) == ["C. Lee", "P. King", "L. Tate"])
        #expect(second.bowling.map(\.runs) == [33, 20, 10] && second.bowling[0].wides == 2)
        #expect(card.toss == "Hill won the toss and elected to bat")
    }

    /// A site that breaks its lines behind points, and an innings that is told by its total alone.
    @Test func linesBreakBehindPoints() throws {
        let card = card(
            """
            Hill 1st Innings 151 (J Fox 3-32, S Rowe 4-37) Dale 1st Innings (overnight: 111-3) A.
            Fox c Webb b Lee 4 Z. Rowe c Pike b Lee 38 O. Jay b Lee 23 J. Hay c Webb b King 9 B.
            Low not out 113 Extras (b6, lb5) 11 Total (4 wkts dec, 60.4 overs) 198 Bowling: Lee 23-2-110-3; King 22.
            4-4-78-1 Toss: Hill Umpires: Ann Gray (ENG)
            """)
        #expect(card.innings.map(\.team) == ["Hill", "Dale"] && card.innings.map(\.total.runs) == [151, 198])
        let (first, second) = (try #require(card.innings.first), try #require(card.innings.last))
        #expect(first.bowling.map(\.player) == ["J Fox", "S Rowe"] && first.bowling.map(\.wickets) == [3, 4])
        #expect(second.batting.map(\.player) == ["A. Fox", "Z. Rowe", "O. Jay", "J. Hay", "B. Low"])
        #expect(second.bowling.map(\.overs) == ["23", "22.4"] && card.toss == "Hill")
    }

    @Test func oversStandBelowTheTotal() throws {
        let innings = try #require(
            card(
                """
                Hill 1st Innings
                Adam Webb c de Kock b Fox 38
                Carl Pike b Rowe 63
                Neville Wray lbw b Rowe 4
                Brian Edge b Rowe 25
                Theo Moor not out 99
                Extras: (14lb) 14
                TOTAL: (for 4 wickets) 243
                Overs: 71.3
                Still to bat: Colin Lee, Peter King, Luke Tate, Alexander Wills, Oliver
                Hart, Henry Cole.
                Bowling: Tom Fox 18-7-25-1, Ian Rowe 21-2-96-3.
                """
            ).innings.first)
        #expect(innings.total.overs == "71.3" && innings.total.runs == 243)
        #expect(innings.didNotBat.suffix(2) == ["Oliver Hart", "Henry Cole"])
    }

    @Test func boundariesAreCountedBehindTheBalls() throws {
        let card = card(
            """
            Hill (50 Overs Maximum)
            Adam Webb (C) c Fox b Rowe 13 (31)
            Carl Pike b Rowe 37 (52) 4 '4s'
            Neville Wray not out 91 (102) 4 '4s' 1 '6s'
            Brian Edge run out (Fox) 3 (6)
            Theo Moor not out 11 (13)
            Colin Lee not out 4 (5)
            Henry Cole not out 1 (2)
            Luke Tate (WK)
            Peter King
            Extras: 5 (Wides: 4 No Balls: 1)
            Total: 160/3 (Overs: 50.0)
            Fall of Wickets : 1-31 (Webb), 2-57 (Pike), 3-85 (Edge)
            Dale Bowling
            Fox 25-1-85-0 (2w 1nb)
            Rowe 25-1-74-2
            Dale (Target: 161 from 50 Overs)
            Tom Fox lbw b Tate 23 (19) 3 '4s'
            Ian Rowe not out 30 (19) 5 '4s' 1 '6s'
            Extras: 1 (Byes: 1)
            Total: 54/1 (Overs: 7.1)
            """)
        let (first, second) = (try #require(card.innings.first), try #require(card.innings.last))
        #expect(
            first.batting.map(\.fours) == [nil, 4, 4] + Array(repeating: nil, count: 6) && first.batting[2].sixes == 1)
        #expect(
            first.batting.suffix(2).map(\.player) == ["Luke Tate", "Peter King"] && first.batting[7].keeper == true)
        #expect(first.fallOfWickets.map(\.player) == ["Webb", "Pike", "Edge"])
        #expect(first.bowling.map(\.player) == ["Fox", "Rowe"] && second.team == "Dale")
        #expect(second.batting.map(\.fours) == [3, 5] && second.total.runs == 54)
    }
}
