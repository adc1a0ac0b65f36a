import Recognition
import TesseractOCR
import Testing

/// A phone's table whose rows hold two lines each: a name and figures, a dismissal below. Layout analysis joins them.
@Suite struct InkReadingTests {
    private func lines(_ secondLook: SecondLookPolicy?) throws -> [RecognizedLine] {
        let settings = RecognitionSettings(
            preparation: PagePreparation(
                invertDarkPages: true, normalizeBackground: true, deskew: true, removeRules: true),
            invertDoubtfulLines: false, lines: .ink, secondLook: secondLook)
        return try recognize("two-line-rows.png", settings: settings).flatMap(\.lines)
    }

    @Test func everyRowKeepsItsFigures() throws {
        let rows = try lines(.doubtful).map { $0.words.map(\.text).joined(separator: " ") }
        for row in ["55 77 4 0 71.43", "30 53 2 0 56.60", "15 31 0 0 48.39", "47 56 2 1 83.93", "19 25 3 0 76.00"] {
            #expect(rows.contains { $0.hasSuffix(row) }, "\(row) in \(rows)")
        }
        for dismissal in ["b Plunkett", "c Root b Plunkett"] { #expect(rows.contains(dismissal)) }
    }

    @Test func aLookAlongTheRowTellsFiguresFromLetters() throws {
        func figures(_ lines: [RecognizedLine]) -> Int { lines.flatMap(\.words).count { Int($0.text) != nil } }
        #expect(try figures(lines(.doubtful)) >= figures(lines(nil)))
    }

    @Test func rowsRunFromTopToBottomAndWordsFromLeftToRight() throws {
        let lines = try lines(.doubtful)
        #expect(zip(lines, lines.dropFirst()).allSatisfy { $0.words[0].box.y <= $1.words[0].box.maxY })
        #expect(lines.allSatisfy { zip($0.words, $0.words.dropFirst()).allSatisfy { $0.box.x <= $1.box.x } })
        let names = lines.flatMap(\.words).filter { ["Henry", "Kane", "Ross", "Tom", "James"].contains($0.text) }
        #expect(names.allSatisfy { ($0.box.x - 36.0 / 1350).magnitude < 0.006 })
    }
}
