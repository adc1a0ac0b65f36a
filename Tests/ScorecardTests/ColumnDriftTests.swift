import Recognition
import Scorecard
import Testing

/// Figures of a bent page stand lower than the names of their rows.
@Suite struct ColumnDriftTests {
    private let text = """
        Hill CC Innings
        Batter         How out                 Runs   Balls

        A Rao          c Brown b Singh           12      20

        B Hill         not out                   33      41

        T Jones        lbw b Singh                4      11

        V Dale         run out (Brown)            9      10

        Q Moor         b Brown                   21      30

        Extras                                    3
        Total          (4 wickets, 20 overs)     82
        """

    /// The page with everything right of the middle lower by this share of its rows' distance.
    private func bent(by share: Double) -> RecognizedPage {
        var page = page(text, source: .ocr)
        let row = 1 / Double(text.split(separator: "\n", omittingEmptySubsequences: false).count)
        for block in page.blocks.indices {
            for line in page.blocks[block].lines.indices {
                for word in page.blocks[block].lines[line].words.indices
                where page.blocks[block].lines[line].words[word].box.x > 0.6 {
                    page.blocks[block].lines[line].words[word].box.y += share * row
                }
            }
        }
        return page
    }

    @Test(arguments: [0, 0.35, 0.55])
    func figuresKeepTheirRows(share: Double) throws {
        let innings = try #require(ScorecardReader().read(pages: [bent(by: share)]).card.innings.first)
        #expect(innings.batting.map(\.player) == ["A Rao", "B Hill", "T Jones", "V Dale", "Q Moor"])
        #expect(innings.batting.map(\.runs) == [12, 33, 4, 9, 21])
        #expect(innings.batting.map(\.balls) == [20, 41, 11, 10, 30])
    }
}
