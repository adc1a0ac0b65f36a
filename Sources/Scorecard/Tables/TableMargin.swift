internal import Recognition

/// The column of row numbers to the left of a table's names: whatever stands in it is no part of a name, `Zi` for `11`.
enum TableMargin {
    /// A table with fewer numbered rows has no such column.
    private static let fewest = 3

    /// The rows of a section, those of its table without what stands in the column of row numbers.
    static func cleared(_ rows: [VisualRow], header: TableHeader) -> [VisualRow] {
        guard header.kind == .batting || header.kind == .bowling else { return rows }
        let table = rows.prefix { SectionKeywords.leading($0.words) == nil }
        let numbers = table.compactMap { row -> PageWord? in
            guard row.words.count > 1, let first = row.words.first else { return nil }
            return Int(first.key).map { 1...15 ~= $0 } == true && first.right < row.words[1].left ? first : nil
        }
        guard numbers.count >= fewest, numbers.count * 2 > table.count, let right = numbers.map(\.right).max() else {
            return rows
        }
        return table.map { cleared($0, right: right) } + rows[table.endIndex...]
    }

    private static func cleared(_ row: VisualRow, right: Double) -> VisualRow {
        guard row.words.count > 1, let first = row.words.first, first.source == .ocr, first.text.count <= 3,
            first.right <= right + 0.2 * first.height, Int(first.key) == nil, row.words[1].left > right
        else { return row }
        return VisualRow(Array(row.words.dropFirst()))
    }
}
