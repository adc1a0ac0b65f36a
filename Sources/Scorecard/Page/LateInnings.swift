internal import Recognition

/// Old papers set a short second innings below the table of the first, as a sentence: `Second innings : Fox, lbw, b Lee, 5; Hill, not
/// out, 19,\u{2014}Total (one wicket), 26.`
struct LateInnings {
    /// The rows without the sentences.
    private(set) var rest: [VisualRow]
    /// Each innings as the rows of a table.
    private(set) var tables: [[VisualRow]] = []

    /// Rows that such a sentence fills at most.
    private static let longest = 6

    /// Nil where there is none.
    init?(_ page: [VisualRow]) {
        rest = []
        var index = 0
        while index < page.count {
            guard Self.begins(page[index].words), let end = Self.end(of: page, from: index),
                let side = page[..<index].last(where: Self.isSide),
                let table = Self.table(Array(page[index..<end]), of: side)
            else {
                rest.append(page[index])
                index += 1
                continue
            }
            tables.append(table)
            index = end
        }
        if tables.isEmpty { return nil }
    }

    /// `Second innings :` and a sentence.
    private static func begins(_ words: [PageWord]) -> Bool {
        words.count > 6 && words[0].key == "second" && InningsHeading.isInnings(words[1].key)
            && words[1...2].contains { ":\u{2014}\u{2013}-".contains($0.text.last ?? " ") }
            && words.contains { $0.text.hasSuffix(";") }
    }

    /// The row behind the one in which the total has its figure.
    private static func end(of page: [VisualRow], from index: Int) -> Int? {
        var hasTotal = false
        for row in index..<min(index + longest, page.count) {
            let words = page[row].words
            let total = words.lastIndex { $0.key.hasSuffix("total") }
            hasTotal = hasTotal || total != nil
            let behind = total.map { words[($0 + 1)...] } ?? words[...]
            if hasTotal, behind.contains(where: { Int($0.key) != nil }) { return row + 1 }
        }
        return nil
    }

    /// `WARWICKSHIRE.` alone in a row.
    private static func isSide(_ row: VisualRow) -> Bool {
        row.words.count <= 5 && row.words.allSatisfy { $0.text == $0.text.uppercased() && !$0.hasDigit }
            && row.words.contains { $0.key.utf8.count > 3 } && SectionKeywords.leading(row.words) == nil
    }

    private static func table(_ rows: [VisualRow], of side: VisualRow) -> [VisualRow]? {
        let title = rows[0].words.prefix { !InningsHeading.isInnings($0.key) }
        let sentence = rows[0].words.dropFirst(title.count + 1).drop { $0.key.isEmpty }
        let name = side.words.map { $0.part($0.text.filter { $0 != "." }, from: 0, to: 1) }
        let heading = name + title + [rows[0].words[title.count].part("innings", from: 0, to: 1)]
        let below = rows.dropFirst().map { VisualRow($0.words.flatMap(parted)) }
        return RunInCard.table(ofFew: [VisualRow(heading), VisualRow(sentence.flatMap(parted))] + below)
    }

    /// `2,` and `Total` for `2,\u{2014}Total`
    private static func parted(_ word: PageWord) -> [PageWord] {
        let pieces = word.text.split { "\u{2014}\u{2013}".contains($0) }
        return pieces.count < 2 ? [word] : pieces.map { word.part($0, of: word.text) }
    }
}
