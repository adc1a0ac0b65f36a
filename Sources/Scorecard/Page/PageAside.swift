/// Text in a column of its own right of the tables, as web pages set news and the next fixture: it shares rows with the tables and
/// belongs to none of them.
enum PageAside {
    /// The rows of the page without such a column, and those of the column; nil where there is none.
    static func parted(_ rows: [VisualRow], headers: [TableHeader]) -> (page: [VisualRow], aside: [VisualRow])? {
        guard let first = headers.map(\.row).min(), let right = headers.map(\.right).max(),
            let gutter = gutter(in: rows[first...], from: right, unit: TextUnit.of(rows[first...]))
        else { return nil }
        let start = begin(in: rows, above: first, gutter: gutter)
        let aside = rows[start...].compactMap { $0.clipped(from: gutter, to: .infinity) }
        guard isAside(aside, besides: rows.count - start) else { return nil }
        return (rows[..<start] + rows[start...].compactMap { $0.clipped(from: -.infinity, to: gutter) }, aside)
    }

    /// The middle of the leftmost white band that no row crosses and that has text on its right.
    private static func gutter(in rows: ArraySlice<VisualRow>, from right: Double, unit: Double) -> Double? {
        let words = rows.flatMap(\.words).filter { $0.right > right }.sorted { $0.left < $1.left }
        var edge = right
        for word in words {
            if word.left - edge > 1.2 * unit { return (edge + word.left) / 2 }
            edge = max(edge, word.right)
        }
        return nil
    }

    /// The row above the tables with which the column begins: it goes no higher than lines that cross it or say figures.
    private static func begin(in rows: [VisualRow], above first: Int, gutter: Double) -> Int {
        var row = first
        while row > 0, first - row < 6,
            !rows[row - 1].words.contains(where: {
                $0.right > gutter && ($0.left < gutter || $0.hasDigit || $0.key == "v" || $0.key == "vs")
            })
        {
            row -= 1
        }
        return row
    }

    /// Whether these rows are text and no column of the tables: fewer, and without figures or ways out.
    private static func isAside(_ rows: [VisualRow], besides count: Int) -> Bool {
        let words = rows.flatMap(\.words)
        return (2...max(2, count / 2)).contains(rows.count) && words.count(where: \.hasDigit) * 4 <= words.count
            && !rows.contains { DismissalParser.start(in: $0.words, from: 0) != nil }
    }
}
