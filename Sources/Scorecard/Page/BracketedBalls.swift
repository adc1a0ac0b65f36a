internal import Recognition

/// Balls in brackets behind the runs, `40 (23)`, below no head or below that of the runs alone: two figures like those of other
/// tables.
enum BracketedBalls {
    /// Fewer pairs are no column.
    private static let fewest = 4

    /// The rows with the brackets taken off.
    static func opened(_ rows: [VisualRow]) -> [VisualRow] {
        let brackets = rows.map { pairs(in: $0.words) }
        let edges = zip(rows, brackets).flatMap { row, indices in indices.map { row.words[$0].right } }
        guard areColumns(edges, unit: TextUnit.of(rows)) else { return rows }
        guard TableHeaderFinder.hasBatting(in: rows) else { return zip(rows, brackets).map { opened($0, at: $1) } }
        return belowRuns(rows, brackets)
    }

    private static func opened(_ row: VisualRow, at indices: [Int]) -> VisualRow {
        var words = row.words
        for index in indices.reversed() { words.replaceSubrange(index...index, with: opened(words[index])) }
        return VisualRow(words)
    }

    /// The rows with a head for the balls beside that of the runs where the card has none, and the brackets below taken off.
    private static func belowRuns(_ rows: [VisualRow], _ brackets: [[Int]]) -> [VisualRow] {
        var rows = rows
        let heads = rows.indices.map { TableHeaderFinder.headers(in: rows[$0], at: $0) }
        for index in rows.indices where heads[index].count == 1 {
            let end = heads[(index + 1)...].firstIndex { !$0.isEmpty } ?? rows.endIndex
            let below = (index + 1..<end).filter {
                brackets[$0].count == 1 && rows[$0].words[brackets[$0][0]].text.hasPrefix("(")
            }
            let balls = below.map { rows[$0].words[brackets[$0][0]] }
            guard let row = withHead(rows[index], heads[index][0], above: balls) else { continue }
            rows[index] = row
            for row in below { rows[row] = opened(rows[row], at: brackets[row]) }
        }
        return rows
    }

    /// The head of a table with `B` above these balls; nil where it has one, or they do not stand between the runs and the next head.
    private static func withHead(_ row: VisualRow, _ header: TableHeader, above balls: [PageWord]) -> VisualRow? {
        guard balls.count >= fewest, header.kind == .batting, header.cell(.balls) == nil,
            let runs = header.cell(.runs), let head = row.words.firstIndex(where: { $0.left == runs.left })
        else { return nil }
        var words = row.words
        let (left, right) = (Slope.median(balls.map(\.left)), Slope.median(balls.map(\.right)))
        let next = head + 1 < words.count ? words[head + 1].left : .infinity
        guard left > words[head].left, left < words[head].right + 3 * row.height, right < next else { return nil }
        var added = words[head].part("B", from: 0, to: 1)
        (added.left, added.right) = (left, right)
        words[head].right = min(words[head].right, left - 1)
        words.insert(added, at: head + 1)
        return VisualRow(words)
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
            guard let bracket = word.text.utf8.firstIndex(of: UInt8(ascii: "(")),
                word.text.utf8.last == UInt8(ascii: ")"),
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
