internal import Recognition

/// A table in Markdown as it was written, `|A Khan|b Jones|14|`: bars part its cells, which stand under no header.
struct MarkdownTable {
    /// What an engine makes of a bar.
    private static let bars: Set<Character> = ["|", "]", "["]
    private static let emphasis: Set<Character> = ["*", "#", "`"]

    /// The words of one row by cell.
    private typealias Row = [[PageWord]]

    /// The words of a page, cells one below the other; nil where the page has no such table.
    ///
    /// - Parameter lines: the words of each line, as they were read.
    static func words(of lines: [[PageWord]]) -> [PageWord]? {
        guard lines.contains(where: isRule) else { return nil }
        let rows = lines.map { isRow($0) ? cells(of: $0) : nil }
        let step = CellPlaces.step(of: rows.compactMap { $0 }, among: lines)
        var words: [PageWord] = []
        for (line, row) in zip(lines, rows) where !isRule(line) {
            let text = line.first?.text == "-" ? line.dropFirst() : line[...]
            let placed = row.map { CellPlaces.place($0, step: step) } ?? text.map(withoutEmphasis)
            for word in placed where !word.text.isEmpty { WordSplitter.append(word, to: &words) }
        }
        return words
    }

    /// `|:--|--:|`, the line below the header.
    private static func isRule(_ line: [PageWord]) -> Bool {
        guard line.first?.text.utf8.first == UInt8(ascii: "|") else { return false }
        let text = line.map(\.text).joined()
        return text.count { bars.contains($0) } >= 3 && text.count { $0 == "-" } >= 4
            && text.allSatisfy { bars.contains($0) || "-:=\u{2014}\u{2013}".contains($0) }
    }

    private static func isRow(_ line: [PageWord]) -> Bool {
        line.first?.text.first.map(bars.contains) == true
            && line.reduce(0) { $0 + $1.text.count(where: bars.contains) } >= 3
    }

    /// The words between the bars.
    private static func cells(of line: [PageWord]) -> Row {
        var row: Row = [[]]
        for word in line {
            let share = 1 / Double(max(word.text.count, 1))
            var start = 0
            for piece in word.text.split(omittingEmptySubsequences: false, whereSeparator: bars.contains) {
                if start > 0 { row.append([]) }
                if !piece.isEmpty {
                    let (from, to) = (Double(start) * share, Double(start + piece.count) * share)
                    row[row.count - 1].append(withoutEmphasis(word.part(String(piece), from: from, to: to)))
                }
                start += piece.count + 1
            }
        }
        return Array(row.dropFirst())
    }

    /// `Venue:` for `**Venue:**`
    private static func withoutEmphasis(_ word: PageWord) -> PageWord {
        guard word.text.contains("**") || word.text.allSatisfy(emphasis.contains) else { return word }
        return word.part(word.text.filter { !emphasis.contains($0) }, from: 0, to: 1)
    }
}
