import Recognition
import Scorecard
import Testing

/// Laws and confidences judge between the first reading of a figure and those of the second look.
@Suite struct RereadingTests {
    private static let text = SmallCard.text

    /// The field of a path when a word was read as another one, and again as these.
    private func field(
        _ path: String, _ old: String, _ new: String, word: String, again: [(String, Double)],
        source: TextSource = .ocr
    ) -> FieldReading? {
        var page = page(Self.text.replacing(old, with: new), source: source)
        for line in page.blocks[0].lines.indices {
            for index in page.blocks[0].lines[line].words.indices
            where page.blocks[0].lines[line].words[index].text == word {
                page.blocks[0].lines[line].words[index].rereadings = again.map {
                    Rereading(text: $0.0, confidence: $0.1)
                }
            }
        }
        return ScorecardReader().read(pages: [page]).fields.first { $0.path == "innings/0/" + path }
    }

    @Test func readingsThatAgreeAreTakenWhereNoLawSpeaks() {
        let field = field(
            "batting/0/fours", "12    2    1", "12    5    1", word: "5", again: [("2", 0.9), ("2", 0.8), ("3", 0.3)])
        #expect(field?.value == .integer(2))
        #expect(field?.source == .read)
        #expect(field?.raw == "2")
    }

    @Test func readingsThatDisagreeAreNot() {
        let field = field(
            "batting/0/fours", "12    2    1", "12    1    1", word: "1", again: [("2", 0.9), ("3", 0.9)])
        #expect(field?.value == .integer(1))
    }

    @Test func aLawThatHoldsIsNotBrokenForThem() {
        let field = field(
            "batting/1/runs", "  16   20", "  16   20", word: "16", again: [("18", 0.95), ("18", 0.95), ("18", 0.95)])
        #expect(field?.value == .integer(16))
        #expect(field?.raw == "16")
    }

    @Test func lawsChooseAmongWhatWasRead() {
        let field = field(
            "bowling/1/runs", "   17    0   5.10", "   71    0   5.10", word: "71", again: [("11", 0.6), ("17", 0.6)])
        #expect(field?.value == .integer(17))
        #expect(field?.source == .read)
        #expect(field?.raw == "17")
    }

    @Test func whatNobodyReadIsStillRepaired() {
        let field = field(
            "batting/1/runs", "  16   20", "  18   20", word: "18", again: [("18", 0.9), ("18", 0.9)])
        #expect(field?.value == .integer(16))
        #expect(field?.source == .repaired)
    }

    @Test func oneSureReadingIsEnoughForWhatWasNoFigure() {
        let sure = field("batting/0/fours", "12    2    1", "12    s    1", word: "s", again: [("2", 0.95)])
        #expect(sure?.value == .integer(2))
        let unsure = field("batting/0/fours", "12    2    1", "12    fs    1", word: "fs", again: [("2", 0.6)])
        #expect(unsure == nil)
    }

    @Test func aReadingBeyondALimitIsNotTakenForWhatWasNoFigure() {
        let field = field(
            "batting/0/sixes", "12    2    1", "12    2   fs", word: "fs", again: [("116", 0.97), ("116", 0.97)])
        #expect(field == nil)
    }

    @Test func oversAndRatesKeepTheirPoints() {
        let overs = field(
            "bowling/1/overs", "P Smith       3.2", "P Smith        32", word: "32",
            again: [("3.2", 0.9), ("3.2", 0.8)])
        #expect(overs?.value == .text("3.2"))
        let rate = field(
            "batting/1/strike_rate", "0    80.00", "0    30.50", word: "30.50", again: [("8000", 0.9), ("80.00", 0.8)])
        #expect(rate?.value == .decimal(80))
        #expect(rate?.source == .read)
    }
}
