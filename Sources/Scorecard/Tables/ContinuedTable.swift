/// Finds a table that goes on over a page break without its header.
enum ContinuedTable {
    /// The header of the page before, put above the rows at the head of this page if they fit under it.
    ///
    /// - Parameter above: the row of the page's first own header.
    static func header(_ open: TableHeader, rows: [VisualRow], above: Int?) -> TableHeader? {
        let head = rows[..<(above ?? rows.count)]
        // A page may have a heading of its own, which is repeated on each.
        guard let first = head.prefix(4).firstIndex(where: { fits($0, open) }) else { return nil }
        var header = open
        header.label = []
        header.row = first
        header.bodyRow = first
        header.goesOn = true
        (header.top, header.bottom) = (rows[first].top, rows[first].top)
        return header
    }

    private static func fits(_ row: VisualRow, _ header: TableHeader) -> Bool {
        if header.kind == .batting, let keyword = SectionKeywords.leading(row.words)?.keyword {
            return [.extras, .total, .didNotBat, .fallOfWickets].contains(keyword)
        }
        let (figures, text) = RowFigures.split(row.words)
        guard text.contains(where: { $0.key.utf8.count > 1 }), figures.count <= header.numeric.count else {
            return false
        }
        let inColumns = figures.filter { figure in
            header.numeric.contains { $0.left - row.height < figure.right && figure.left < $0.right + row.height }
        }
        guard inColumns.count == figures.count, !figures.isEmpty else { return false }
        if header.kind == .batting, DismissalParser.start(in: Array(text), from: 1) != nil { return true }
        return figures.count >= 3 && figures.count >= header.numeric.count - 2
    }
}
