import Recognition
import Scorecard
import Testing

/// Rows that look like something else: initials like headings, marks like letters, figures far from their headings.
@Suite struct MisreadRowsTests {
    private let text = """
        Byron Bay innings
        Batter                               R    B    M   4s   6s     S/R
        AT Bird       b N Khan              18   19   25    2    0   94.74
        MR Noor       b N Khan               5   12   22    1    0   41.67
        Tom Latham t  Cc Root b N Khan      10   13   20    0    0   76.92
        J Kowalski    Lbw b Khan             3    4    7    0    0   75.00
        TSam Ali      not out                2    9   10    0    0   22.22
        Extras                               0
        Total                               38
        """

    private func innings(_ text: String) throws -> Innings {
        try #require(ScorecardReader().read(pages: [page(text, source: .ocr)]).card.innings.first)
    }

    @Test func initialsAreNoHeading() throws {
        let batting = try innings(text).batting
        #expect(batting.map(\.player) == ["AT Bird", "MR Noor", "Tom Latham", "J Kowalski", "Sam Ali"])
        #expect(batting.map(\.runs) == [18, 5, 10, 3, 2])
    }

    @Test func marksThatWereReadAsLettersAreMarks() throws {
        let batting = try innings(text).batting
        #expect(batting[2].keeper == true && batting[2].howOut == .caught && batting[2].fielder == "Root")
        #expect(batting[4].keeper == true)
        #expect(batting[2].dismissal == "c Root b N Khan" && batting[3].dismissal == "lbw b Khan")
    }

    @Test func figuresAtTheFarEdgeOfWideColumnsBelongToTheirOwn() throws {
        let bowling = try innings(
            """
            Byron Bay innings
            Batter                R    B
            AT Bird   not out    18   19

            Byron Bay bowling
            Bowler         Overs              Maidens              Runs              Wickets              Econ
            C Woakes               9                    0            37                     3               4.11
            J Archer              10                    1            42                     1               4.20
            L Plunkett            10                    0            42                     2               4.20
            """
        ).bowling
        #expect(bowling.map(\.maidens) == [0, 1, 0])
        #expect(bowling.map(\.wickets) == [3, 1, 2] && bowling.map(\.runs) == [37, 42, 42])
    }

    /// A terminal draws lines between the rows, of which an engine reads the uprights.
    @Test func strokesOfLinesAreNoRows() throws {
        let strokes = "|          I           l    I    I    :        |"
        let lines = SmallCard.text.split(separator: "\n").flatMap { [strokes, String($0)] }
        let card = ScorecardReader().read(pages: [page(lines.joined(separator: "\n"), source: .ocr)]).card
        let innings = try #require(card.innings.first)
        #expect(innings.batting.map(\.player) == ["A Khan", "B Rao", "C Lee"])
        #expect(innings.batting.map(\.runs) == [14, 16, 4] && innings.bowling.map(\.runs) == [20, 17])
    }
}
