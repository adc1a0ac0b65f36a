import Recognition
import TesseractOCR
import Testing

/// Pages that one pass of Tesseract misreads: made with Chromium from tables such as cricket sites print.
@Suite struct SecondLookTests {
    private func words(_ name: String, _ secondLook: SecondLookPolicy?) throws -> [RecognizedWord] {
        let settings = RecognitionSettings(
            pageSegmentation: .singleBlock,
            preparation: PagePreparation(
                invertDarkPages: true, normalizeBackground: true, deskew: true, removeRules: true),
            secondLook: secondLook)
        return try recognize(name, settings: settings).flatMap(\.words)
    }

    @Test func lightLettersOnABandOfAMiddleGreyAreRead() throws {
        let texts = try words("colour-band.png", nil).map(\.text)
        #expect(texts.starts(with: ["New", "Zealand", "(50", "ovs", "maximum)"]))
    }

    @Test func linesThatWereTakenForOneAreReadApart() throws {
        let (first, second) = (try words("two-line-rows.png", nil), try words("two-line-rows.png", .doubtful))
        let doubtful = { (words: [RecognizedWord]) in words.count { $0.confidence < 0.6 } }
        #expect(doubtful(second) < doubtful(first))
        let texts = second.map(\.text)
        for name in ["Nicholls", "Williamson*", "Taylor", "Neesham", "Plunkett", "Root"] {
            #expect(texts.contains(name), "\(name) in \(texts)")
        }
    }

    @Test func wordsOfBothLooksLieWhereTheyStand() throws {
        let words = try words("two-line-rows.png", .doubtful)
        let names = words.filter { ["Henry", "Kane", "Ross", "Tom", "James"].contains($0.text) }
        #expect(names.count >= 4)
        #expect(names.allSatisfy { ($0.box.x - 36.0 / 1350).magnitude < 0.006 })
        #expect(zip(names, names.dropFirst()).allSatisfy { $0.box.midY < $1.box.midY })
    }
}
