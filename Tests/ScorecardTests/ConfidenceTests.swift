import Recognition
import Scorecard
import Testing

@Suite struct FieldConfidenceTests {
    private func reading(_ text: String, source: TextSource = .ocr, repairs: Bool = true) -> ScorecardReading {
        ScorecardReader(repairs: repairs).read(pages: [page(text, source: source)])
    }

    private let text = """
        Hill v Dale
        BATTING                     R     B    4s    6s       SR
        A Khan   c Smith b Jones   14    12     2     1   116.67
        B Rao    not out           16    20     2     0    80.00
        Extras   (b 1, lb 2, w 3)   6
        Total    1 wkt (5.0 ov)    36
        """

    @Test func everyFieldHasItsEvidenceInOrder() {
        let pages = [page(text)]
        let fields = ScorecardReader().read(pages: pages).fields
        let evidence = ScorecardReader().evidence(pages: pages)
        #expect(evidence.count == fields.count && !fields.isEmpty)
        #expect(evidence.allSatisfy { $0.values.count == FieldEvidence.Feature.allCases.count })
        #expect(evidence.allSatisfy { $0.values[FieldEvidence.Feature.constant.rawValue] == 1 })
        #expect(fields.allSatisfy { (0...1).contains($0.confidence) })
    }

    @Test func aBrokenLawLowersTheConfidenceOfItsCells() throws {
        let path = "innings/0/batting/0/runs"
        let confidence = { (text: String) in
            reading(text, repairs: false).fields.first { $0.path == path }?.confidence
        }
        let sound = try #require(confidence(text))
        let broken = try #require(confidence(text.replacing("  14    12", with: "  74    12")))
        #expect(broken < sound - 0.05)
    }

    @Test func withoutRepairTheCardSaysWhatWasRead() {
        let misread = text.replacing("  16    20", with: "  18    20")
        let path = "innings/0/batting/1/runs"
        #expect(reading(misread).fields.first { $0.path == path }?.value == .integer(16))
        let plain = reading(misread, repairs: false)
        #expect(plain.fields.first { $0.path == path }?.value == .integer(18))
        #expect(plain.fields.allSatisfy { $0.source != .repaired })
    }

    @Test func warningsNameCellsTheLeastSureFirst() throws {
        let card = reading(text.replacing("  16    20", with: "  18    20").replacing("A Khan", with: "A 7h@n"))
        let named = card.fields.filter { card.isWarned($0.path) }
        #expect(named.contains { $0.path == "innings/0/batting/1/runs" })
        let doubts = card.warnings.compactMap { warning in
            card.fields.first { field in
                warning.contains("\"\(field.raw)\"") && card.isWarned(field.path) && !field.raw.isEmpty
            }?.confidence
        }
        #expect(doubts == doubts.sorted())
        #expect(card.isWarned("innings/0/batting/0/balls") == false)
    }
}
