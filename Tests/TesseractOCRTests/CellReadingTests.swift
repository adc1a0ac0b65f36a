import Recognition
import TesseractOCR
import Testing

/// Figures of a phone's table that are read once more.
@Suite struct CellReadingTests {
    private static let settings = RecognitionSettings(
        preparation: PagePreparation(invertDarkPages: true, normalizeBackground: true, deskew: true, removeRules: true),
        invertDoubtfulLines: false, lines: .ink, secondLook: .doubtful)

    /// The words of the page, a second look at some cells taken by `look`.
    private func words(
        _ look: (inout [RecognizedBlock]) -> [DoubtfulCell], milliseconds: Int = 0
    ) throws -> [RecognizedWord] {
        try withPrepared("two-line-rows.png", Self.settings) { recognizer, page throws(RecognitionFailure) in
            var blocks = try recognizer.recognize(page, settings: Self.settings, deadline: 0)
            let cells = look(&blocks)
            return try recognizer.reread(
                cells, in: blocks, of: page, settings: Self.settings, deadline: milliseconds
            ).flatMap(\.lines).flatMap(\.words)
        }
    }

    @Test func aFigureIsReadAsItStands() throws {
        let words = try words { blocks in
            blocks.flatMap(\.lines).flatMap(\.words).filter { ["55", "71.43"].contains($0.text) }
                .map { DoubtfulCell(page: 0, box: $0.box) }
        }
        for text in ["55", "71.43"] {
            let word = try #require(words.first { $0.text == text })
            #expect(word.rereadings.count >= 2)
            #expect(word.rereadings.allSatisfy { $0.text == text && $0.confidence > 0.5 })
        }
        #expect(words.count { !$0.rereadings.isEmpty } == 2)
    }

    @Test func aFigureIsFoundInABlankCell() throws {
        var lost: PageBox?
        let words = try words { blocks in
            for line in blocks[0].lines.indices {
                guard let index = blocks[0].lines[line].words.firstIndex(where: { $0.text == "77" }) else { continue }
                lost = blocks[0].lines[line].words.remove(at: index).box
            }
            return lost.map { [DoubtfulCell(page: 0, box: $0, isBlank: true)] } ?? []
        }
        let found = try #require(words.first { $0.text == "77" })
        #expect(found.box == lost)
        #expect(found.rereadings.count >= 2)
    }

    @Test func nothingIsFoundOnPaper() throws {
        var count = 0
        let words = try words { blocks in
            count = blocks.flatMap(\.lines).flatMap(\.words).count
            return [
                DoubtfulCell(page: 0, box: PageBox(x: 0.001, y: 0.5, width: 0.015, height: 0.02), isBlank: true),
                DoubtfulCell(page: 0, box: PageBox(x: 0.99, y: 1.2, width: 0.02, height: 0.02), isBlank: true),
            ]
        }
        #expect(words.count == count)
    }
}
