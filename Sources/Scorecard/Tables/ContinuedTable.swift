/// Finds a table that goes on over a page break without its header.
enum ContinuedTable {
    /// The header of the page before, put above the rows at the head of this page if they fit under it.
    ///
    /// - Parameter above: the row of the page's first own header.
    static func header(_ open: TableHeader, rows: [VisualRow], above: Int?) -> TableHeader? {
        let head = rows[..<(above ?? rows.count)]
        // A page may have a heading of its own, which is repeated on each.
        guard
            let first = head.indices.prefix(4).first(where: {
                fits(head[$0], open) || isName(head[$0], above: head, open)
            })
        else { return nil }
        var header = open
        header.label = []
        header.row = first
        header.bodyRow = first
        header.goesOn = true
        (header.top, header.bottom) = (rows[first].top, rows[first].top)
        return header
    }

    /// Whether a name stands in a row of its own above figures that are in the table's columns, as apps set batters.
    private static func isName(_ row: VisualRow, above rows: ArraySlice<VisualRow>, _ header: TableHeader) -> Bool {
        guard let next = rows.first(where: { $0.midY > row.midY }), row.words.count <= 5,
            !row.words.contains(where: \.hasDigit), (row.left - header.left).magnitude < 2 * row.height,
            next.top - row.bottom < 2 * row.height
        else { return false }
        let figures = next.words.filter(\.hasDigit)
        return figures.count >= 3 && figures.count == next.words.count(where: { !$0.key.isEmpty })
            && areInColumns(figures, header, row.height)
    }

    private static func areInColumns(_ figures: [PageWord], _ header: TableHeader, _ height: Double) -> Bool {
        figures.allSatisfy { figure in
            header.numeric.contains { $0.left - height < figure.right && figure.left < $0.right + height }
        }
    }

    private static func fits(_ row: VisualRow, _ header: TableHeader) -> Bool {
        if header.kind == .batting, InlineBowling.isPresent(in: row.words) { return true }
        if header.kind == .batting, let keyword = SectionKeywords.leading(row.words)?.keyword {
            return [.extras, .total, .didNotBat, .fallOfWickets].contains(keyword)
        }
        let (figures, text) = RowFigures.split(row.words)
        guard text.contains(where: { $0.key.utf8.count > 1 }), figures.count <= header.numeric.count else {
            return false
        }
        guard !figures.isEmpty, areInColumns(figures, header, row.height) else { return false }
        if header.kind == .batting, DismissalParser.start(in: Array(text), from: 1) != nil { return true }
        return figures.count >= 3 && figures.count >= header.numeric.count - 2
    }
}
