import Recognition
import Scorecard
import Testing

/// Pages as clubs, papers and federations of many countries set them.
@Suite struct ClubPagesTests {
    private func card(_ text: String, source: TextSource = .textLayer) -> Scorecard {
        ScorecardReader().read(pages: [page(text, source: source)]).card
    }

    @Test func aHeaderOfRunsAndBallsAloneIsOne() throws {
        let innings = try #require(
            card(
                """
                Hill v Dale
                                                        R     B
                N Verma                not out         87    53
                A Tiwari               not out         65    67
                EXTRAS  18   OVERS  20          TOTAL  170/0
                BOWLING                      O     R     W
                D Bhat                       4    41     0
                S Rao                       16   119     0
                """
            ).innings.first)
        #expect(innings.batting.map(\.runs) == [87, 65] && innings.batting.map(\.balls) == [53, 67])
        #expect(innings.total.runs == 170 && innings.total.wickets == 0 && innings.extras.total == 18)
    }

    @Test func aScoreWithOversNeedsNoWickets() throws {
        let innings = card(
            """
            Kirkby Moor Women  305 (49.1)        Marlow Heath Ladies  271 (41.3)
            N ELLIS            39  36            E WEBB               16  10
            F EVANS            54  41            P JONES              83  67
            R RAO              41  35            A WRIGHT             51  53
            K BELL             10* 13            E KHAN               15  20
            Kirkby Moor Women won by 34 runs
            """
        ).innings
        #expect(innings.map(\.total.runs) == [305, 271] && innings.map(\.total.overs) == ["49.1", "41.3"])
        #expect(innings.map { $0.batting.map(\.runs) } == [[39, 54, 41, 10], [16, 83, 51, 15]])
    }

    @Test func figuresASpaceBehindTheWordsArePutIntoColumns() throws {
        let innings = try #require(
            card(
                """
                Ashdown Park innings
                L Wright c Parker b Marshall 13
                JCR Stevens not out 55
                R Wilson c Foster b Pearce 46
                HS Turner b Lee 12
                Extras (b1 w1 nb2) 4
                Total (3 wkts, 20 overs) 130
                Bowling O M R W
                W Ollerenshaw 4 0 27 0
                N Marshall 4 0 19 1
                CSN Pearce 12 0 83 1
                """
            ).innings.first)
        #expect(innings.batting.map(\.runs) == [13, 55, 46, 12])
        #expect(innings.bowling.map(\.overs) == ["4", "4", "12"] && innings.bowling.map(\.wickets) == [0, 1, 1])
    }

    @Test(arguments: [("4x4, 2x6", 4, 2), ("4x3, 6x1", 3, 1)])
    func bracketsSayStrokesInEitherOrder(hits: String, fours: Int, sixes: Int) throws {
        let names = ["G. Bohara", "B. Karki", "P. Airee", "L. Paudel", "D. Jha"]
        let batters = names.enumerated().map { index, name in
            "\(name) c Malla b \(String(repeating: "K", count: index + 1))ami \(46 + index) (57b, \(hits))"
        }
        let text =
            (["Nepal 350-5 (50 overs)"] + batters + [
                "Extras (lb-5, w-12): 17", "Total (for five wkts. in 50 overs): 287.",
            ])
            .joined(separator: "\n")
        let innings = try #require(card(text).innings.first)
        #expect(innings.batting.map(\.fours) == Array(repeating: fours, count: 5))
        #expect(innings.batting.map(\.sixes) == Array(repeating: sixes, count: 5))
        #expect(innings.total.wickets == 5)
    }

    @Test func papersPartTheFiguresOfABowlerBySlashes() throws {
        let text = SmallCard.text.split(separator: "\n").prefix { !$0.hasPrefix("Bowler") }.joined(separator: "\n")
        let innings = try #require(card(text + "\nBowling: T Jones 3/0/20/1, P Smith 3.2/0/17/0.").innings.first)
        #expect(innings.bowling.map(\.player) == ["T Jones", "P Smith"])
        #expect(innings.bowling.map(\.overs) == ["3", "3.2"] && innings.bowling.map(\.runs) == [20, 17])
    }

    @Test func theNameOfASideGoesOnBehindItsComma() throws {
        let text = SmallCard.text.split(separator: "\n").dropFirst().joined(separator: "\n")
        let innings = try #require(card("St. Anthony's, Katugastota \u{2013} 1st innings\n" + text).innings.first)
        #expect(innings.team == "St. Anthony's, Katugastota")
    }

    @Test func theFallsStandBelowTheirTitleBesideTheBowling() throws {
        let innings = try #require(
            card(
                """
                GOMTI RIDERS I INNINGS
                S.NO BATSMAN NAME   HOW OUT            RUNS  BALLS
                1    R RAO          B S SINGH             8     15
                2    S NAIR         C & B S SINGH        24     27
                3    N PATEL        NOT OUT              63     75
                EXTRAS B-1 LB-3                           4
                TOTAL                                    99
                S.NO BOWLING      OVERS  MDNS  RUNS  WKTS        FALL OF WICKETS
                1    S SINGH       12.0     0    55     2  WKT  SCORE   BATSMAN     OVER
                2    P PILLAI      12.1     1    40     0   1    24    RAO           4.5
                3    A KHAN         1.0     1     0     0   2    48    NAIR          8.4
                """
            ).innings.first)
        #expect(innings.team == "GOMTI RIDERS")
        #expect(innings.bowling.map(\.wickets) == [2, 0, 0] && innings.bowling.map(\.economy) == [nil, nil, nil])
        #expect(
            innings.fallOfWickets.map(\.runs) == [24, 48] && innings.fallOfWickets.map(\.player) == ["RAO", "NAIR"])
    }

    @Test func aMenuLeftOfTheTablesIsNoPartOfThem() throws {
        let menu = [2: "Teams", 3: "Grounds", 4: "Test Cricket", 6: "Help"]
        let rows = SmallCard.text.split(separator: "\n").enumerated().map { index, row -> String in
            let item = menu[index] ?? ""
            return item + String(repeating: " ", count: 24 - item.count) + row
        }
        #expect(card(rows.joined(separator: "\n")).innings == card(SmallCard.text).innings)
    }

    @Test func aTableOfPointsBesideTheBattersIsNoPartOfThem() throws {
        let points = [
            0: "Team        P W L Pts", 2: "Kent        8 8 0  16", 3: "Essex       8 7 1  14",
            4: "Surrey      8 5 3  10",
        ]
        let rows = SmallCard.text.split(separator: "\n").enumerated().map { index, row -> String in
            String(row) + String(repeating: " ", count: 64 - row.count) + (points[index] ?? "")
        }
        #expect(card(rows.joined(separator: "\n")).innings == card(SmallCard.text).innings)
    }

    @Test func extrasMayStandAboveTheBatters() throws {
        let rows = SmallCard.text.split(separator: "\n").filter { !$0.hasPrefix("Extras") }
        let text = (["Hill: 40/1 (6.2 overs)", "Extras: 6 (b 1, lb 2, w 3)"] + rows.dropFirst()).joined(separator: "\n")
        let innings = try #require(card(text).innings.first)
        #expect(innings.extras.total == 6 && innings.extras.legByes == 2 && innings.team == "Hill")
    }

    @Test func errorsOfASpreadsheetAreNoWords() throws {
        let text = SmallCard.text.replacing("66.67", with: "#DIV/0!")
        let batter = try #require(card(text).innings.first?.batting.last)
        #expect(batter.runs == 4 && batter.strikeRate == nil)
    }

    @Test func federationsHeadTheirTablesInTheirLanguages() throws {
        let innings = try #require(
            card(
                """
                Glostrup CC
                G\u{E6}rdespiller    Ude               L\u{F8}b  Bolde
                O Hald          c Jensen b Klok    37     24
                S Nielsen       b Pedersen          1      5
                R Bhullar       not out            29     38
                Ekstra          b 4 w 1             5
                Ialt            2 g\u{E6}rder, 12.0 overs  72
                Kaster       Overs  Maidens  L\u{F8}b  G\u{E6}rder
                A Pedersen     6.0        0   27       1
                F Klok         6.0        0   41       1
                """
            ).innings.first)
        #expect(innings.batting.map(\.runs) == [37, 1, 29] && innings.total.runs == 72 && innings.total.wickets == 2)
        #expect(innings.bowling.map(\.runs) == [27, 41] && innings.bowling.map(\.wickets) == [1, 1])
    }

    @Test func battersAgainstBowlersAreNoInnings() {
        let rows = (1...5).map { "Bowler \($0)          \($0)     41    40     4    4    2    97.6" }
        let text = (["Karthik Iyer against", "Bowler          Inns  Balls  Runs  Outs  4s   6s    SR"] + rows)
        #expect(card(text.joined(separator: "\n")).innings.isEmpty)
    }

    @Test func whatAnEngineMakesOfAPictureIsNoPartOfAFact() {
        let card = card(
            "s Kandy Tuskers v Moratuwa Club\nW Moratuwa Club won by 5 wickets\n"
                + SmallCard.text.replacing("Hill", with: "Moratuwa Club"), source: .ocr)
        #expect(card.teams == ["Kandy Tuskers", "Moratuwa Club"] && card.result == "Moratuwa Club won by 5 wickets")
    }

    @Test func aScoreOfTheNextSideEndsTheFalls() throws {
        let second = SmallCard.text.split(separator: "\n").dropFirst().joined(separator: "\n")
        let innings = card(
            SmallCard.text + "\nFall of wickets: 1-20 (Khan, 3.4)\nOld Elmians CC 40/1 (6.2 ov)\n" + second
        ).innings
        #expect(innings.map(\.fallOfWickets.count) == [1, 0] && innings.last?.team == "Old Elmians CC")
    }

    @Test func tallBoxesOfATextLayerDoNotJoinTwoLines() throws {
        let rows = SmallCard.text.split(separator: "\n").flatMap { row -> [String] in
            guard row.contains("b Jones") else { return [String(row)] }
            return [String(row).replacing("b Jones", with: "       "), "b Jones"]
        }
        let plain = page(rows.joined(separator: "\n"))
        let lines = plain.lines.map { line in
            RecognizedLine(
                words: line.words.map { word in
                    var box = word.box
                    (box.y, box.height) = (box.y - 1.2 * box.height, 3.4 * box.height)
                    return RecognizedWord(text: word.text, box: box, confidence: 1)
                })
        }
        let tall = RecognizedPage(
            index: 0, width: plain.width, height: plain.height, source: .textLayer,
            blocks: [RecognizedBlock(lines: lines)])
        let innings = try #require(ScorecardReader().read(pages: [tall]).card.innings.first)
        #expect(innings.batting.first?.player == "A Khan" && innings.batting.first?.bowler == "Jones")
    }

    @Test func oversOfFallsGetTheirPointBack() throws {
        let text =
            SmallCard.text
            + "\nFall of wickets\nWkt   Score   Batsman   Over\n1        20   Khan       5.6\n2        31   Rao         74\n3        38   Lee       10.1"
        let falls = try #require(card(text, source: .ocr).innings.first).fallOfWickets
        #expect(falls.map(\.over) == ["5.6", "7.4", "10.1"])
    }

    @Test func aBadgeBeforeEachNameIsNoInitial() throws {
        let names = ["Travis Kowalski", "Damien Doyle", "Mick Campbell", "Tim Nguyen", "Mitch Hogan"]
        let rows = names.enumerated().map { index, name in
            "A \(name)".padding(to: 24) + "b Lee".padding(to: 20) + "\(14 + index)   \(20 + index)"
        }
        let text =
            (["Hill", "Batter                  How out             R    B"] + rows + [
                "Total                                       80"
            ])
        let innings = try #require(card(text.joined(separator: "\n"), source: .ocr).innings.first)
        #expect(innings.batting.map(\.player) == names)
    }

    @Test func dismissalsKeepTheirOwnStyleOfInitials() throws {
        let out = ["b E Bell", "c S Fox b E Bell", "lbw b G Ray", "c A Lee b G Ray", "b S Fox"]
        let rows = out.enumerated().map { index, how in
            "N. Kent\(["", "er", "on", "field", "well"][index])".padding(to: 24) + how.padding(to: 20)
                + "\(14 + index)   \(20 + index)"
        }
        let bowling = ["E. Bell", "G. Ray", "S. Fox", "A. Lee"].map { $0.padding(to: 24) + "4    0   20    1" }
        let text =
            ["Hill", "Batter                  How out             R    B"] + rows
            + ["Total                                       80", "Bowler                  O    M    R    W"] + bowling
        let innings = try #require(card(text.joined(separator: "\n"), source: .ocr).innings.first)
        #expect(innings.batting.map(\.bowler) == ["E Bell", "E Bell", "G Ray", "G Ray", "S Fox"])
        #expect(innings.bowling.map(\.player) == ["E. Bell", "G. Ray", "S. Fox", "A. Lee"])
    }

    @Test func fallsMayBeScoresWithNamesOverTwoLines() throws {
        let text =
            SmallCard.text
            + "\nFall of wickets 3 (O'Brien), 11 (Moore), 26 (Phillips), 70 (Murphy), 85\n(Jackson), 94 (Evans)"
        let falls = try #require(card(text).innings.first).fallOfWickets
        #expect(falls.map(\.runs) == [3, 11, 26, 70, 85, 94] && falls.map(\.wicket) == [1, 2, 3, 4, 5, 6])
        #expect(falls.map(\.player) == ["O'Brien", "Moore", "Phillips", "Murphy", "Jackson", "Evans"])
    }

    @Test func aDismissalIsNoHeader() throws {
        let innings = try #require(
            card(
                """
                Ireland Innings
                BATTER                    R    B   4s   6s      S/R
                C Doheny
                                         11   12    1    0    91.67
                c RM Das b Desai
                G Olphert
                                          3    6    0    0    50.00
                not out
                Total 14/1 (3 Overs)
                """
            ).innings.first)
        #expect(innings.batting.map(\.fielder) == ["RM Das", nil] && innings.batting.map(\.runs) == [11, 3])
    }

    @Test func anInningsOfTheMatchIsThatOfTheSideBefore() throws {
        let text = SmallCard.text.replacing("Hill\n", with: "Riverside CC - 1st Innings of the Match\n")
        #expect(card(text).innings.map(\.team) == ["Riverside CC"])
    }

    @Test func scoresStandBelowTheNamesOfBothSides() throws {
        let second = SmallCard.text.replacing("Hill\n", with: "Dale\n").split(separator: "\n").filter {
            !$0.hasPrefix("Total")
        }
        let text = "Dale              Hill City\nFinal\n40/1 (6.2)        212 (47)\n" + second.joined(separator: "\n")
        let innings = card(text).innings
        #expect(
            innings.map(\.total.runs).contains(40) && innings.contains { $0.team == "Dale" && $0.total.overs == "6.2" })
        #expect(innings.contains { $0.team == "Hill City" && $0.total.runs == 212 && $0.total.overs == "47" })
    }

    @Test func namesInColumnsDidNotBat() throws {
        let text = SmallCard.text.replacing(
            "Bowler ",
            with:
                "Yet to bat\nSuresh Rathore      Naveen Gupta      Arjun Das\nNikhil Saxena       Rahul Singh\nBowler ")
        let innings = try #require(card(text).innings.first)
        #expect(innings.didNotBat == ["Suresh Rathore", "Naveen Gupta", "Arjun Das", "Nikhil Saxena", "Rahul Singh"])
    }

    @Test(arguments: [
        ("MATCH 52 - 9 September 2013", "9 September 2013"), ("Saturday 11 April 2024", "Saturday 11 April 2024"),
        ("Bay Park No. 1, May 26, 2006", "May 26, 2006"), ("CEEFAX 340 Sun 28 Aug 13:25", nil),
    ])
    func aDateIsTheDayAndNothingBeside(line: String, date: String?) {
        #expect(card(line + "\n" + SmallCard.text).date == date)
    }

    @Test(arguments: [("2nd Test", "Test"), ("1st ODI", "ODI")])
    func theKindOfMatchStandsBehindItsNumber(line: String, kind: String) {
        #expect(card(line + "\n" + SmallCard.text).matchType == kind)
    }

    /// A sheet that its scorer left half empty has a row for each of the side.
    @Test func namesAloneAreBattersOfTheirOwn() throws {
        let text = """
            Sunday 1st XI
                                                        R     B     4s    6s
            Ken Pound             ct                    10
            Sam Pole              ct
            Raj Vijay             Not Out               73
            Oliver Cornish                              19
            Harry Mill
            James Thompson +
            Tim Neal              LBW
            Elliot Lodge          ct
            William Jennings *
            Oliver Lodge          ct
            Peter Moran           Not Out
            Extras                ( )                   9
            Total                 (9 wickets, 40 overs) 137
            """
        let batting = try #require(card(text).innings.first).batting
        #expect(
            batting.map(\.player) == [
                "Ken Pound", "Sam Pole", "Raj Vijay", "Oliver Cornish", "Harry Mill", "James Thompson", "Tim Neal",
                "Elliot Lodge", "William Jennings", "Oliver Lodge", "Peter Moran",
            ])
        #expect(batting[5].keeper == true && batting[8].captain == true && batting[3].runs == 19)
    }

    @Test(arguments: ["1 June 2013, at Mill Lane", "Cork v Clontarf at Mill Lane. Toss: Cork, batted."])
    func theGroundStandsBehindAt(line: String) { #expect(card(line + "\n" + SmallCard.text).venue == "Mill Lane") }

    /// Both scores above one side's batters, the other side's nearest: the sum of the runs says whose they are.
    @Test func scoresOfBothSidesAboveOneTable() {
        let card = ScorecardReader().read(
            pages: [
                page(
                    """
                    Hill CC versus Dale CC at Albir on 03-05-2014

                    Hill CC (batting second)  73 all out off 30 overs
                    Dale CC                  268 for 5 off 40 overs

                    No   Player           Score   How Out
                    1.   Chris Lamont        10   Caught
                    2.   John Silva           6   Bowled
                    3.   Darren Gavin        12   Caught
                    4.   Chris Kulas          8   Caught
                    5.   David Padmore       16   LBW
                    6.   Graham Nunn         14   Not Out
                    """)
            ]
        ).card
        let batted = card.innings.first { !$0.batting.isEmpty }
        #expect(batted?.team == "Hill CC" && batted?.total.runs == 73)
        #expect(card.innings.first { $0.batting.isEmpty }?.total.runs == 268)
    }
}
