internal import Recognition

/// Balls in brackets behind the runs, `40 (23)`, on pages without a header: two figures like those of other tables.
enum BracketedBalls {
    /// Fewer pairs are no column.
    private static let fewest = 4

    /// The rows with the brackets taken off.
    static func opened(_ rows: [VisualRow]) -> [VisualRow] {
        let brackets = rows.map { pairs(in: $0.words) }
        let edges = zip(rows, brackets).flatMap { row, indices in indices.map { row.words[$0].right } }
        guard areColumns(edges, unit: TextUnit.of(rows)), !TableHeaderFinder.hasBatting(in: rows) else { return rows }
        return zip(rows, brackets).map { row, indices in
            var words = row.words
            for index in indices.reversed() { words.replaceSubrange(index...index, with: opened(words[index])) }
            return VisualRow(words)
        }
    }

    /// Whether most of these edges stand below others; in running text they do not.
    private static func areColumns(_ edges: [Double], unit: Double) -> Bool {
        guard edges.count >= fewest else { return false }
        let level = edges.count { edge in edges.count { ($0 - edge).magnitude < 0.7 * unit } >= fewest }
        return level * 4 >= edges.count * 3
    }

    /// Indices of the words that are balls in brackets close behind runs, or both in one word; not those of a score or its overs.
    private static func pairs(in words: [PageWord]) -> [Int] {
        words.indices.filter { index in
            let word = words[index]
            guard let bracket = word.text.firstIndex(of: "("), word.text.hasSuffix(")"),
                Int(word.text[word.text.index(after: bracket)...].dropLast()).map({ $0 < 400 }) == true,
                !words[..<index].contains(where: { $0.key == "total" || $0.key == "extras" })
            else { return false }
            if bracket > word.text.startIndex { return isRuns(word.text[..<bracket]) }
            guard index > 0, word.left - words[index - 1].right < 1.5 * word.height else { return false }
            return isRuns(words[index - 1].text[...])
        }
    }

    private static func isRuns(_ text: Substring) -> Bool {
        let digits = text.hasSuffix("*") ? text.dropLast() : text
        return digits.count <= 3 && Int(digits) != nil
    }

    private static func opened(_ word: PageWord) -> [PageWord] {
        let parts = word.text.dropLast().split(separator: "(", omittingEmptySubsequences: true)
        guard parts.count == 2, let first = parts.first, let last = parts.last else {
            return [word.part(String(word.text.dropFirst().dropLast()), from: 0.1, to: 0.9)]
        }
        let edge = Double(first.count) / Double(word.text.count)
        return [word.part(String(first), from: 0, to: edge), word.part(String(last), from: edge + 0.1, to: 0.95)]
    }
}
