/// Where the names of a table begin, and what stands to the left of them: numbers of rows, the edge of a table under
/// the page, shadows that were read as letters.
struct TableMargin {
    private let edge: Double?
    private let unit: Double

    init(header: TableHeader, rows: [VisualRow]) {
        let table = rows.prefix { SectionKeywords.leading($0.words) == nil }
        let unit = TextUnit.of(table)
        self.unit = unit
        let figures = header.numeric.first?.left ?? .infinity
        var lefts: [(x: Double, row: Int)] = []
        for (index, row) in table.enumerated() {
            for word in row.words where word.left < figures && word.key.utf8.count >= 3 && !word.hasDigit {
                lefts.append((word.left, index))
            }
        }
        lefts.sort { $0.x < $1.x }
        var windows: [(x: Double, rows: Int)] = []
        for (index, first) in lefts.enumerated() {
            let inside = lefts[index...].prefix { $0.x - first.x < unit }
            windows.append((first.x, Set(inside.map(\.row)).count))
        }
        let most = windows.map(\.rows).max() ?? 0
        let names = windows.first { $0.rows >= 3 && $0.rows * 10 >= most * 6 }?.x
        // Initials stand before the long words that were counted.
        let nameCell = header.cell(.name)?.left
        edge = names.map { x in nameCell.map { min($0, x) } ?? x }
    }

    /// The rows without what stands apart on the left.
    func cleared(_ rows: [VisualRow]) -> [VisualRow] {
        guard let edge else { return rows }
        return rows.compactMap { row in
            guard let first = row.words.firstIndex(where: { $0.left >= edge - 1.2 * unit }), first > 0 else {
                return row
            }
            guard row.words[first].left - row.words[first - 1].right > unit else { return row }
            return VisualRow(Array(row.words[first...]))
        }
    }
}
