import Recognition
import Scorecard
import Testing

/// Which figures a card wants read again.
@Suite struct DoubtTests {
    private static let text = SmallCard.text

    private func doubts(
        _ changes: [(String, String)], source: TextSource = .ocr, doubtful: Set<String> = []
    ) -> [(text: String?, cell: DoubtfulCell)] {
        let text = changes.reduce(Self.text) { $0.replacing($1.0, with: $1.1) }
        let page = page(text, source: source, doubtful: doubtful)
        return ScorecardReader().doubts(pages: [page]).map { cell in
            (page.words.first { $0.box == cell.box }?.text, cell)
        }
    }

    @Test func aCardInOrderIsNotDoubted() {
        #expect(doubts([]).isEmpty)
    }

    @Test func figuresOfABrokenLawAreDoubted() {
        let texts = doubts([("0    80.00", "0    60.00")]).map(\.text)
        #expect(texts.contains("60.00"))
        #expect(!texts.contains("116.67"))
    }

    @Test func wordsThatAreNoFigureAreDoubted() {
        #expect(doubts([("  16   20    1", "  16   20   fs")]).map(\.text).contains("fs"))
    }

    @Test func whatTheEngineIsUnsureOfIsDoubtedUnlessALawProvesIt() {
        #expect(doubts([("12    2    1", "12    3    1")], doubtful: ["3"]).map(\.text).contains("3"))
        #expect(!doubts([], doubtful: ["116.67"]).map(\.text).contains("116.67"))
    }

    @Test func aBlankCellIsWhereItsFigureWouldStand() throws {
        let cells = doubts([("  16   20    1    0", "  16   20         0")]).filter(\.cell.isBlank)
        let original = try #require(page(Self.text, source: .ocr).words.last { $0.text == "20" && $0.box.y < 0.4 })
        let box = try #require(cells.first).cell.box
        #expect(cells.count == 1)
        #expect((box.midY - original.box.midY).magnitude < 0.3 * box.height)
        #expect(box.x > original.box.maxX && box.x - original.box.maxX < 0.1)
    }

    @Test func aTextLayerIsNotDoubted() {
        #expect(doubts([("0    80.00", "0    60.00")], source: .textLayer).isEmpty)
    }
}
