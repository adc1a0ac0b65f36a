import Recognition
import Testing

/// A page that was photographed bent and in poor light, its paper darker than many a letter elsewhere.
@Suite struct BentPageTests {
    private let all = PagePreparation(invertDarkPages: true, normalizeBackground: true, deskew: true, removeRules: true)

    private func lines(_ preparation: PagePreparation) throws -> [String] {
        let settings = RecognitionSettings(pageSegmentation: .singleColumn, preparation: preparation)
        return try recognize("bent-dim-page.jpg", settings: settings).flatMap(\.lines).map { line in
            line.words.map(\.text).joined(separator: " ")
        }
    }

    private let rows = [
        ["Basil", "Waseem", "142.86"], ["Craig", "Chigumbura", "94.74"], ["Chirag", "Hameed", "180.00"],
        ["Aayan", "Waseem", "0.00"], ["Logan", "33"], ["Josh", "Flanagan", "30"],
    ]

    private func found(_ lines: [String]) -> Int {
        rows.count { row in lines.contains { line in row.allSatisfy(line.contains) } }
    }

    @Test func figuresStandInTheLinesOfTheirNames() throws {
        #expect(try found(lines(all)) >= 5)
    }

    @Test func withoutLevellingTheyDoNot() throws {
        let bent = PagePreparation(invertDarkPages: true, normalizeBackground: true, removeRules: true)
        #expect(try found(lines(bent)) < 5)
    }

    @Test func wordsLieOnThePageAsItWasPhotographed() throws {
        let settings = RecognitionSettings(
            pageSegmentation: .singleColumn,
            preparation: PagePreparation(invertDarkPages: true, normalizeBackground: true, deskew: true))
        let words = try recognize("bent-dim-page.jpg", settings: settings).flatMap(\.words)
        let name = try #require(words.first { $0.text == "Waseem" })
        let rate = try #require(words.first { $0.text == "142.86" })
        // The right edge of the sheet hangs by a row: 13 pixels of 880.
        #expect(rate.box.midY - name.box.midY > 0.01)
    }

    /// A flat page whose right edge is farther away than its left: its lines run together, and figures stand far from the names.
    @Test func linesThatRunTogetherAreLevel() throws {
        let settings = RecognitionSettings(pageSegmentation: .singleColumn, preparation: all)
        let words = try recognize("seen-from-the-side.jpg", settings: settings).flatMap(\.words)
        var level = 0
        for (name, rate) in [
            ("Tennant", "86.67"), ("Lindqvist", "113.33"), ("Harcourt", "120.00"), ("Okafor", "120.29"),
        ] {
            let rates = words.filter { $0.text == rate }.compactMap(\.level)
            let names = words.filter { $0.text == name }.compactMap(\.level)
            if rates.contains(where: { rate in names.contains { (rate.midY - $0.midY).magnitude < 0.008 } }) {
                level += 1
            }
        }
        // An engine may misread one of them.
        #expect(level >= 3)
        // On the page as it was photographed they stand two rows apart.
        let last = try #require(words.last { $0.text == "Tennant" })
        let rate = try #require(words.last { $0.text == "121.62" })
        #expect(last.box.midY - rate.box.midY > 0.04)
    }

    /// Faint print that shows through from the back, skewed the other way, in the empty lower half.
    @Test func whatShowsThroughBendsNoLines() throws {
        let settings = RecognitionSettings(pageSegmentation: .singleColumn, preparation: all)
        let lines = try recognize("shows-through.jpg", settings: settings).flatMap(\.lines)
            .map { $0.words.map(\.text).joined(separator: " ") }
        let rows = [("Rawalpindi", "131/1"), ("Malahide", "164/4"), ("Balmoral", "175/5"), ("Penzance", "252/3")]
        // An engine may misread one of them.
        #expect(rows.count { name, score in lines.contains { $0.contains(name) && $0.hasSuffix(score) } } >= 3)
    }
}
