import Recognition
import Scorecard
import Testing

/// What stands around tables on pages of sites, apps, boards and mails.
@Suite struct WebPagesTests {
    private func card(_ pages: [RecognizedPage]) -> Scorecard { ScorecardReader().read(pages: pages).card }

    private func runs(_ innings: Innings) -> [Int?] { innings.batting.map(\.runs) }

    @Test func aTableWhoseHeaderStandsAtTheFootOfAPageHasItsRowsOnTheNext() throws {
        let first = page(
            SmallCard.text + """

                Dale Innings
                Batter     How out            R    B   4s   6s       SR
                """)
        let second = page(
            """
            D Root     b Khan              9   12    1    0    75.00
            E Wood     not out            16   20    1    0    80.00
            Extras     (b 1)               1
            Total      1 wkt (5 ov)       26
            """, index: 1)
        let innings = card([first, second]).innings
        #expect(innings.map(\.team) == ["Hill", "Dale"])
        #expect(runs(innings[0]) == [14, 16, 4] && runs(innings[1]) == [9, 16])
    }

    @Test func rowsOfTwoLinesGoOnOverAPageBreak() throws {
        let second = page(
            """
            D Root
                                           9   12    1    0    75.00
            b Khan
            E Wood
                                          16   20    1    0    80.00
            not out
            """, index: 1)
        let first = page(
            """
            Dale Innings
            Batter                         R    B   4s   6s       SR
            C Lee
                                           4    6    0    0    66.67
            b Khan
            """)
        let innings = try #require(card([first, second]).innings.first)
        #expect(innings.batting.map(\.player) == ["C Lee", "D Root", "E Wood"] && runs(innings) == [4, 9, 16])
    }

    @Test func aForwardedMailHasMarksBeforeEachLine() throws {
        let text = SmallCard.text.split(separator: "\n").map { ">> " + $0 }.joined(separator: "\n")
        #expect(card([page(text)]).innings == card([page(SmallCard.text)]).innings)
    }

    @Test func newsBesideTheTablesIsNoPartOfThem() throws {
        let news = [0: "Latest news", 2: "AGM minutes", 4: "Quiz night", 5: "Juniors start again"]
        let rows = SmallCard.text.split(separator: "\n").enumerated().map { index, row -> String in
            String(row) + String(repeating: " ", count: 64 - row.count) + (news[index] ?? "")
        }
        #expect(card([page(rows.joined(separator: "\n"))]).innings == card([page(SmallCard.text)]).innings)
    }

    @Test func oversStandBelowTheScoresOfAGridOfWickets() throws {
        let text =
            SmallCard.text + """

                FALL OF WKTS     1      2      3
                SCORE           12     20     31
                OVER           2.4    3.1    5.2
                """
        let falls = try #require(card([page(text)]).innings.first).fallOfWickets
        #expect(falls.map(\.runs) == [12, 20, 31] && falls.map(\.over) == ["2.4", "3.1", "5.2"])
    }

    @Test func namesStandBelowTheTitleOfATableOfWickets() throws {
        let text =
            SmallCard.text + """

                Wkt   Fall of wickets    Score    Over
                1     A Khan                12     2.4
                2     B Rao                 20     3.1
                """
        let falls = try #require(card([page(text)]).innings.first).fallOfWickets
        #expect(falls.map(\.player) == ["A Khan", "B Rao"] && falls.map(\.over) == ["2.4", "3.1"])
    }

    @Test func scoresAboveTheTablesSayWhoseTheInningsIsAndHowTheOtherEnded() throws {
        let text = """
            HIL vs DAL
            Hill CC     40/1 (6.2)
            Dale Park   39/9 (8.0)

            """
        let table = SmallCard.text.drop { $0 != "\n" }
        let innings = card([page(text + table)]).innings
        #expect(innings.map(\.team) == ["Hill CC", "Dale Park"])
        #expect(innings.map(\.total.runs) == [40, 39] && innings.map(\.total.wickets) == [1, 9])
    }

    @Test func aWatermarkIsNoPartOfTheTables() throws {
        var marked = page(SmallCard.text)
        let letters = "OFFICIAL".enumerated().map { index, letter in
            RecognizedWord(
                text: String(letter),
                box: PageBox(x: 0.2 + 0.08 * Double(index), y: 0.7 - 0.07 * Double(index), width: 0.05, height: 0.2),
                confidence: 1)
        }
        marked.blocks += [RecognizedBlock(lines: letters.map { RecognizedLine(words: [$0]) })]
        #expect(card([marked]).innings == card([page(SmallCard.text)]).innings)
    }

    @Test func wordsThatWereReadTwiceCountOnce() throws {
        var doubled = page(SmallCard.text, source: .ocr)
        doubled.blocks[0].lines[1].words = doubled.blocks[0].lines[1].words.flatMap { word in
            var again = word
            again.confidence = 0.5
            return [word, again]
        }
        #expect(card([doubled]).innings == card([page(SmallCard.text, source: .ocr)]).innings)
    }

    @Test func aHeaderOfBareFiguresMayHaveALetterMisread() throws {
        let text = """
            Hill                R     5     4     6
            A Khan   b Jones   14    12     2     1
            B Rao    not out   16    20     1     0
            Total              30
            """
        let innings = try #require(card([page(text, source: .ocr)]).innings.first)
        #expect(innings.team == "Hill" && runs(innings) == [14, 16] && innings.batting.map(\.balls) == [12, 20])
    }
}

/// Rows that were taken for something else on such pages.
@Suite struct WebRowsTests {
    private func innings(_ text: String) throws -> Innings {
        try #require(ScorecardReader().read(pages: [page(text, source: .ocr)]).card.innings.first)
    }

    @Test func initialsBeforeADismissalAreNoHeader() throws {
        let batting = try innings(
            """
            Hill
            Batter        Dismissal                R    B
            RP Ghosh      c & b Pillai            44   42
            MR Shah       c Shah b Sharma          1    2
            RS Kumar      not out                 21   22
            """
        ).batting
        #expect(batting.map(\.player) == ["RP Ghosh", "MR Shah", "RS Kumar"] && batting.map(\.runs) == [44, 1, 21])
    }

    @Test func theNumbersOfAFormAreNoFalls() throws {
        let form = SmallCard.text + "\nFall of wickets:   1   2   3   4   5   6   7   8   9   10"
        #expect(try innings(form).fallOfWickets.isEmpty)
    }

    @Test func runsMayStandBehindTheOtherFigures() throws {
        let batting = try innings(
            """
            Hill
            Batter      How Out            Balls   4s   6s      S/R   Runs
            A Khan      b Jones       20      18    0    1    72.22     13
            B Rao       b Smith      123      67    2    0    49.25     33
            C Lee       not out       72      44    2    1    75.00     33
            """
        ).batting
        #expect(batting.map(\.runs) == [13, 33, 33] && batting.map(\.minutes) == [20, 123, 72])
        #expect(batting.map(\.dismissal) == ["b Jones", "b Smith", "not out"])
    }

    @Test func headsOfFiguresBeforeTheDismissalsMayBeLost() throws {
        let batting = try innings(
            """
            Hill
            Batting                                How Out
            A Khan       23   16    4    0         b S Jones
            B Rao        22   26    4    0         ct J Hall b S Jones
            C Lee        20   29    0    1         c & b S Jones
            D Root       51   40    5    2         not out
            Total       116                        3 wkts
            """
        ).batting
        #expect(batting.map(\.runs) == [23, 22, 20, 51] && batting.map(\.balls) == [16, 26, 29, 40])
        #expect(batting.map(\.bowler) == ["S Jones", "S Jones", "S Jones", nil])
    }

    @Test func cellsOfATableInMarkdownArePartedByBars() throws {
        let text = """
            - **Venue:** Hagley Annex
            ### Hill 66/2 (8 ov)
            |Batter|Dismissal|R|B|4s|
            |:--|:--|--:|--:|--:|
            |A Khan|b Jones|14|12|2|
            |B Rao|not out|36|20|1|
            |C Lee|lbw b Smith|4|6|0|
            |Extras|(b 1, w 11)|12|||
            |Bowler|O|M|R|W|
            |:--|--:|--:|--:|--:|
            |T Jones|4|0|20|1|
            """
        for source in [TextSource.textLayer, .ocr] {
            let card = ScorecardReader().read(pages: [page(text, source: source)]).card
            let innings = try #require(card.innings.first)
            #expect(innings.batting.map(\.player) == ["A Khan", "B Rao", "C Lee"] && card.venue == "Hagley Annex")
            #expect(innings.batting.map(\.runs) == [14, 36, 4] && innings.batting.map(\.balls) == [12, 20, 6])
            #expect(innings.bowling.map(\.player) == ["T Jones"] && innings.bowling.map(\.wickets) == [1])
        }
    }

    @Test func aBracketMayBeClosedInTheLineBelow() throws {
        let text = """
            Kandy Tuskers CC     71/0 (10.0
                                       Ov)
            Dinesh Perera        34* (34)      Dinesh Mendis    0-2 (1.0)
            Panadura Union       72/1 (8.2
                                       Ov)
            Kasun Silva          38* (27)      Asanka Dias     1-17 (2.0)
            Panadura Union won by 9 wickets
            """
        let card = ScorecardReader().read(pages: [page(text)]).card
        #expect(card.innings.map(\.total.runs) == [71, 72] && card.innings.map(\.total.overs) == ["10.0", "8.2"])
        #expect(card.innings.map { $0.batting.map(\.runs) } == [[34], [38]])
    }

    @Test func theTotalMayStandAloneBelowAHeaderOnTheNextPage() throws {
        let rows = (1...11).map { "Batter\($0)      b Jones     \($0 + 10)   \($0 + 20)" }
        let header = "Batting                     R    B"
        let first = page((["Hill Innings", header] + rows + ["Extras (b 1)                1"]).joined(separator: "\n"))
        let second = page(header + "\nTotal (8 ov)              180\nToss won by: Hill", index: 1)
        let card = ScorecardReader().read(pages: [first, second]).card
        #expect(card.innings.count == 1 && card.innings.first?.total.runs == 180 && card.toss == "Hill")
    }
}
