/// Text in a column of its own beside the tables, as web pages set menus, news and the next fixture: it shares rows with the tables
/// and belongs to none of them.
enum PageAside {
    /// The rows of the page without such a column, and those of the column; nil where there is none.
    static func parted(_ rows: [VisualRow], headers: [TableHeader]) -> (page: [VisualRow], aside: [VisualRow])? {
        let titles = rows.indices.first { HeaderWords.announcesBatters(rows[$0].words) }
        guard let first = (headers.map(\.row) + [titles].compactMap(\.self)).min() else { return nil }
        let unit = TextUnit.of(rows[first...])
        return rightOf(headers, rows, first, unit) ?? leftOf(headers, rows, first, unit)
    }

    // MARK: Right of the tables

    private static func rightOf(
        _ headers: [TableHeader], _ rows: [VisualRow], _ first: Int, _ unit: Double
    ) -> (page: [VisualRow], aside: [VisualRow])? {
        guard let right = headers.map(\.right).max(), let gutter = gutter(in: rows[first...], from: right, unit: unit)
        else { return nil }
        let start = begin(in: rows, above: first, gutter: gutter)
        let aside = rows[start...].compactMap { $0.clipped(from: gutter, to: .infinity) }
        guard aside.count <= max(2, (rows.count - start) / 2) else { return nil }
        let page = rows[..<start] + rows[start...].compactMap { $0.clipped(from: -.infinity, to: gutter) }
        if isText(aside) { return (Array(page), aside) }
        // A table of points says nothing of the match.
        let above = rows[max(0, start - 3)..<start].compactMap { $0.clipped(from: gutter, to: .infinity) }
        return (above + aside).contains(where: isOfPoints) && !hasDismissals(aside) ? (Array(page), []) : nil
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

    /// `Team  P  W  L  Pts`
    private static func isOfPoints(_ row: VisualRow) -> Bool {
        row.words.count >= 4 && row.words.count { HeaderWords.foreign.contains($0.key) } >= 3
    }

    // MARK: Left of the tables

    /// A menu: the tables' names begin where their headers do, the menu ends left of there.
    private static func leftOf(
        _ headers: [TableHeader], _ rows: [VisualRow], _ first: Int, _ unit: Double
    ) -> (page: [VisualRow], aside: [VisualRow])? {
        let edges = headers.compactMap { header in
            header.cells.first?.column.isText == true ? header.left : header.label.first?.left
        }
        guard edges.count == headers.count, let left = edges.min() else { return nil }
        let edge = left - 1.2 * unit
        let crosses = { (row: VisualRow) in row.words.contains { $0.left < edge && $0.right > edge } }
        guard !rows[first...].contains(where: crosses) else { return nil }
        let beside = rows[first...].compactMap { $0.clipped(from: -.infinity, to: edge) }
        guard beside.count >= 3, isText(beside),
            areNamed(rows[first...].compactMap { $0.clipped(from: edge, to: .infinity) })
        else { return nil }
        let start = rows[..<first].lastIndex(where: crosses).map { $0 + 1 } ?? 0
        let aside = rows[start..<first].compactMap { $0.clipped(from: -.infinity, to: edge) } + beside
        return (rows[..<start] + rows[start...].compactMap { $0.clipped(from: edge, to: .infinity) }, aside)
    }

    /// Whether most rows with figures begin with a name: where they do not, the column holds the names.
    private static func areNamed(_ rows: [VisualRow]) -> Bool {
        let figured = rows.filter { $0.words.count > 2 && $0.words.last?.hasDigit == true }
        let named = figured.count { row in
            row.words[0].text.first?.isLetter == true && !DismissalParser.begins(row.words, at: 0)
        }
        return named * 4 >= figured.count * 3
    }

    // MARK: What stands in the column

    /// Whether these rows are text and no column of the tables: without figures or ways out.
    private static func isText(_ rows: [VisualRow]) -> Bool {
        let words = rows.flatMap(\.words)
        return rows.count >= 2 && words.count(where: \.hasDigit) * 4 <= words.count && !hasDismissals(rows)
    }

    private static func hasDismissals(_ rows: [VisualRow]) -> Bool {
        rows.contains { DismissalParser.start(in: $0.words, from: 0) != nil }
    }
}
