/// Batters of one innings in two columns side by side, as weeklies set them to save height: the second goes on with the first and
/// ends in its extras and total.
enum HalfColumns {
    /// The rows with the second column below the first.
    static func joined(_ rows: [VisualRow]) -> [VisualRow] {
        var joined: [VisualRow] = []
        var index = 0
        while index < rows.count {
            if let block = block(rows, from: index) {
                joined += block.first + block.second
                index += block.count
            } else {
                joined.append(rows[index])
                index += 1
            }
        }
        return joined
    }

    private static func block(
        _ rows: [VisualRow], from start: Int
    ) -> (first: [VisualRow], second: [VisualRow], count: Int)? {
        guard let gutter = gutter(of: rows[start]) else { return nil }
        var (first, second): ([VisualRow], [VisualRow]) = ([], [])
        var pairs = 0
        var index = start
        while index < rows.count, let halves = halves(rows[index], at: gutter) {
            if !halves.left.isEmpty { first.append(VisualRow(halves.left)) }
            if !halves.right.isEmpty {
                second.append(VisualRow(halves.right).moved(across: rows[start].left - gutter, down: 0))
            }
            if !halves.left.isEmpty, !halves.right.isEmpty { pairs += 1 }
            index += 1
            if SectionKeywords.leading(halves.right)?.keyword == .total { break }
        }
        guard pairs >= 3, first.count(where: isBatter) * 2 > first.count, second.contains(where: isBatter),
            !first.contains(where: { $0.words.contains { sums.contains($0.key) } }), second.contains(where: isSum),
            !goesOn(rows, at: index, left: gutter)
        else { return nil }
        return (first, second, index - start)
    }

    /// What sums an innings, wherever in a row it stands.
    private static let sums: Set<String> = ["extras", "ext", "sundries", "total", "tot"]

    /// Whether the first column goes on below the total of the second: then they are innings of two sides.
    private static func goesOn(_ rows: [VisualRow], at index: Int, left gutter: Double) -> Bool {
        rows[min(index, rows.count)...].prefix(2).contains { row in
            guard let halves = halves(row, at: gutter), !halves.left.isEmpty else { return false }
            let left = VisualRow(halves.left)
            return isSum(left) || isBatter(left) && (halves.right.isEmpty || !isBatter(VisualRow(halves.right)))
        }
    }

    /// Where the second batter of a row begins: behind the runs of the first, with a dismissal each.
    private static func gutter(of row: VisualRow) -> Double? {
        let words = row.words
        guard words.count >= 8, let dismissal = DismissalParser.start(in: words, from: 1) else { return nil }
        let split = words.indices.dropFirst(max(dismissal + 1, 3)).dropLast(2).first { index in
            Int(words[index - 1].text) != nil && words[index].text.first?.isUppercase == true
                && words[index].left - words[index - 1].right > row.height
                && DismissalParser.start(in: words, from: index + 1) != nil
        }
        return split.map { words[$0].left }
    }

    /// The words on both sides of the gutter; nil where one stands across it or none is near it.
    private static func halves(_ row: VisualRow, at gutter: Double) -> (left: [PageWord], right: [PageWord])? {
        let edge = gutter - 0.5 * row.height
        guard !row.words.contains(where: { $0.left < edge && $0.right > edge }) else { return nil }
        let (left, right) = (row.words.filter { $0.right <= edge }, row.words.filter { $0.left >= edge })
        // A line of prose goes on where it may.
        guard let last = left.last, let first = right.first else { return (left, right) }
        return first.left - last.right > 0.6 * row.height ? (left, right) : nil
    }

    private static func isBatter(_ row: VisualRow) -> Bool { DismissalParser.start(in: row.words, from: 1) != nil }

    private static func isSum(_ row: VisualRow) -> Bool {
        guard let keyword = SectionKeywords.leading(row.words)?.keyword else { return false }
        return keyword == .extras || keyword == .total || keyword == .extrasPart
    }
}
