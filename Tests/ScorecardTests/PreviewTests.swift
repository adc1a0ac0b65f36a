import FoundationEssentials
import Recognition
import Scorecard
import Testing

@Suite struct PreviewTests {
    private struct Preview: Decodable {
        struct Metadata: Decodable {
            var confidence: Double
            var parser: String
            var warnings: [String]
            var team_names: [String]?
            var lines_processed: Int
            var deliveries_found: Int
            var ocr_text: String
            var ocr_text_full_length: Int
            var validation_errors: [String]
        }
        struct Card: Decodable {
            struct Check: Decodable {
                var law: String
                var holds: Bool
            }
            struct Field: Decodable {
                var path: String
                var raw: String
                var source: String
                var confidence: Double
                var page: Int
                var box: [Double]?
            }
            var schema: Int
            var innings: [Innings]
            var checks: [Check]
            var fields: [Field]
        }
        struct Ball: Decodable {
            var over: Int
            var ball: Int
            var is_extra: Bool
            var extra_type: String?
        }
        var deliveries: [Ball]
        var metadata: Metadata
        var scorecard: Card
    }

    private let text = """
        Hill v Dale
        Hill
        Batter     How out            R    B
        A Khan     b Jones           14   12
        B Rao      not out           16   20
        C Lee      not out            4    6
        Extras     (w 3)              3
        Total      1 wkt             40
        """

    private func document(_ pages: [RecognizedPage]) -> ReadDocument {
        ReadDocument(
            kind: .text, format: .pdf, pages: pages, reading: ScorecardReader().read(pages: pages), cost: ReadCost())
    }

    private func decoded(_ document: ReadDocument) throws -> Preview {
        try JSONDecoder().decode(Preview.self, from: Data(PreviewWriter.encode(document).utf8))
    }

    @Test func keysOfTheContract() throws {
        let document = document([page(text)])
        let preview = try decoded(document)
        #expect(preview.deliveries.isEmpty)
        #expect(preview.metadata.parser == "cricksy-ocr")
        #expect(preview.metadata.team_names == ["Hill", "Dale"])
        #expect(preview.metadata.lines_processed == 8)
        #expect(preview.metadata.ocr_text == document.text)
        #expect(preview.metadata.ocr_text_full_length == document.text.unicodeScalars.count)
        #expect(
            preview.metadata.validation_errors == [
                "Innings 1 (Hill): runs and extras add up to 37, the total says 40."
            ])
        #expect(preview.scorecard.innings == document.reading.card.innings)
        #expect(preview.scorecard.checks.count == document.reading.checks.count)
        let runs = try #require(preview.scorecard.fields.first { $0.path == "innings/0/batting/0/runs" })
        #expect(runs.raw == "14")
        #expect(runs.source == "read")
        #expect(runs.box?.count == 4)
        #expect(runs.confidence <= 0.7)
    }

    @Test func everyFieldHasItsLeaf() {
        let reading = document([page(text)]).reading
        let leaves = Dictionary(uniqueKeysWithValues: reading.card.leaves.map { ($0.path, $0.value) })
        for field in reading.fields { #expect(leaves[field.path] == field.value) }
        #expect(reading.fields.count == leaves.values.count { $0 != .null })
    }

    @Test func textIsCutAndFreeOfNul() throws {
        let long = page(String(repeating: "Batter\u{0}é ", count: 4000))
        let preview = try decoded(document([long]))
        #expect(preview.metadata.ocr_text.unicodeScalars.count == 10_000)
        #expect(preview.metadata.ocr_text_full_length > 10_000)
        #expect(!preview.metadata.ocr_text.unicodeScalars.contains("\0"))
        #expect(preview.metadata.team_names == nil)
    }

    /// Found by fuzzing: the number of an innings that is not there, plus one, was none.
    @Test(arguments: [Int.max, .min, 7]) func aCheckOfAnInningsThatIsNotThereIsOneOfTheMatch(innings: Int) throws {
        let check = LawCheck(law: "x", innings: innings, holds: false, expected: .integer(1), found: .integer(2))
        let reading = ScorecardReading(checks: [check])
        let preview = try decoded(
            ReadDocument(kind: .scan, format: .tiff, pages: [], reading: reading, cost: ReadCost()))
        #expect(preview.metadata.validation_errors == ["Match: x: expected 1, found 2."])
    }

    @Test func tableForATerminal() {
        let table = CardTable.text(of: document([page(text)]).reading, width: 60)
        #expect(table.hasPrefix("Hill v Dale\n\nHill  40/1\n"))
        #expect(table.contains("A Khan"))
        #expect(table.contains("FAILS: Innings 1 (Hill): runs and extras add up to 37"))
        #expect(table.split(separator: "\n").allSatisfy { $0.count <= 60 })
    }
}
