internal import Recognition

/// What stands to the left of a table's names and is no part of them: row numbers, `Zi` for `11`, and portraits and flags, `@`.
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
            return withoutIcons(Array(table)) + rows[table.endIndex...]
        }
        return table.map { cleared($0, right: right) } + rows[table.endIndex...]
    }

    private static func cleared(_ row: VisualRow, right: Double) -> VisualRow {
        guard row.words.count > 1, let first = row.words.first, first.source == .ocr, first.text.count <= 3,
            first.right <= right + 0.2 * first.height, Int(first.key) ?? 0 == 0, row.words[1].left > right
        else { return row }
        return VisualRow(Array(row.words.dropFirst()))
    }

    /// Rows without short words that an engine is unsure of left of the edge at which most names begin.
    private static func withoutIcons(_ rows: [VisualRow]) -> [VisualRow] {
        let unit = TextUnit.of(rows)
        let isIcon = { (word: PageWord, edge: Double) in
            word.source == .ocr && word.confidence < 0.9 && word.text.count <= 3 && !word.hasDigit
                && word.right < edge && word.text != "t" && !word.text.allSatisfy(NameText.signs.contains)
        }
        let lefts = rows.compactMap { row in
            row.words.first { $0.confidence >= 0.85 && $0.text.first?.isLetter == true }?.left
        }
        let edge = lefts.max { one, other in support(one, lefts, unit) < support(other, lefts, unit) }
        guard let edge, support(edge, lefts, unit) >= 4, support(edge, lefts, unit) * 2 > lefts.count,
            rows.count(where: { row in row.words.contains { isIcon($0, edge) } }) >= fewest
        else { return rows }
        return rows.compactMap { row in
            let words = row.words.filter { !isIcon($0, edge) }
            return words.isEmpty ? nil : VisualRow(words)
        }
    }

    private static func support(_ edge: Double, _ lefts: [Double], _ unit: Double) -> Int {
        lefts.count { ($0 - edge).magnitude < 0.5 * unit }
    }
}
