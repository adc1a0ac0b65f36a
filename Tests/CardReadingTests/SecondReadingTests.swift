import Recognition
import Testing

import CardReading

/// When a page is read by the settings of the second reading, and when that one is taken.
@Suite struct SecondReadingTests {
    private static let card = [
        ["Batter", "", "Runs", "Balls"], ["A Bird", "b Khan", "18", "19"], ["M Noor", "b Khan", "5", "12"],
        ["J Lal", "not out", "20", "24"], ["Extras", "", "2", ""], ["Total", "2 wickets", "45", ""],
    ]

    /// A page of rows and columns, every word as sure as said.
    private func page(_ rows: [[String]], confidence: Double) -> RecognizedPage {
        let lines = rows.enumerated().map { row, cells in
            RecognizedLine(
                words: cells.enumerated().flatMap { column, cell in
                    cell.split(separator: " ").enumerated().map { index, text in
                        RecognizedWord(
                            text: String(text),
                            box: PageBox(
                                x: 0.05 + 0.25 * Double(column) + 0.07 * Double(index), y: 0.05 + 0.04 * Double(row),
                                width: 0.012 * Double(text.count), height: 0.015),
                            confidence: confidence)
                    }
                })
        }
        return RecognizedPage(
            index: 0, width: 1000, height: 1000, source: .ocr, blocks: [RecognizedBlock(lines: lines)])
    }

    @Test func proseIsNotReadAgainForHavingNoCard() {
        let prose = page([["The match was abandoned without a ball"], ["bowled"]], confidence: 0.4)
        #expect(SecondReading(after: prose) == nil)
    }

    @Test func figuresWithoutACardAreReadAgain() throws {
        let figures = page(Array(repeating: ["12 31 7"], count: 6), confidence: 0.3)
        let second = try #require(SecondReading(after: figures))
        #expect(second.isBetter(page(Self.card, confidence: 0.95)))
        #expect(!second.isBetter(figures))
    }

    @Test func aReadingThatSaysNoMoreIsNotTaken() throws {
        let doubtful = page(Self.card, confidence: 0.3)
        guard let second = SecondReading(after: doubtful) else { return }
        #expect(!second.isBetter(doubtful))
    }

    @Test func theSecondReadingHasNoThird() throws {
        var settings = RecognitionSettings(pageSegmentation: .singleLine)
        #expect(settings.forSecondReading == nil)
        settings.secondReading = .singleColumn
        settings.lines = .ink
        let second = try #require(settings.forSecondReading)
        #expect(second.pageSegmentation == .singleColumn && second.lines == nil && second.secondReading == nil)
    }
}
