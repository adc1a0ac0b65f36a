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
