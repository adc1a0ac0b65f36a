internal import Recognition

/// Cells of forms with their labels above or below the figures, `15` over `Total extras`, as rows that name each figure.
struct LabelledCells {
    private enum Kind { case extras, total }

    private struct Cell {
        var label: [PageWord]
        var value: PageWord
    }

    private struct Group {
        var kind: Kind
        var cells: [Cell]
        /// The row with most of the labels.
        var row: Int
    }

    private static let labels: [(kind: Kind, keys: [String])] = [
        (.extras, ["byes"]), (.extras, ["leg", "byes"]), (.extras, ["wides"]), (.extras, ["no", "balls"]),
        (.extras, ["total", "extras"]), (.total, ["total"]), (.total, ["wickets"]), (.total, ["overs"]),
    ]

    /// The rows with such cells in line; the total of an innings follows its extras, whichever table it stands beside.
    static func inLine(_ rows: [VisualRow]) -> [VisualRow] {
        let groups = rows.indices.flatMap { Self.groups(in: rows, at: $0) }
        guard !groups.isEmpty else { return rows }
        let taken = Set(groups.flatMap(\.cells).flatMap { $0.label + [$0.value] }.map(place))
        var written: [VisualRow] = []
        var totals: [Group] = []
        for (index, row) in rows.enumerated() {
            let rest = row.words.filter { !taken.contains(place($0)) }
            if !rest.isEmpty { written.append(VisualRow(rest)) }
            totals += groups.filter { $0.row == index && $0.kind == .total }
            for extras in groups where extras.row == index && extras.kind == .extras {
                written += ([extras] + totals).map { Self.row($0, from: extras.cells[0].label[0].left) }
                totals = []
            }
        }
        return written + totals.map { Self.row($0, from: $0.cells[0].label[0].left) }
    }

    private static func place(_ word: PageWord) -> [Double] { [word.left, word.top, word.right] }

    /// The groups whose labels stand in a row, their figures in it or in the next rows.
    private static func groups(in rows: [VisualRow], at index: Int) -> [Group] {
        let words = rows[index].words
        guard words.contains(where: { $0.key == "wides" || $0.key == "wickets" }) else { return [] }
        let near = rows[max(0, index - 1)..<min(rows.count, index + 2)].flatMap(\.words)
        var cells: [(kind: Kind, cell: Cell)] = []
        for (start, word) in words.enumerated() {
            let found = labels.filter { label in
                words[start...].prefix(label.keys.count).map(\.key) == label.keys
            }.max { $0.keys.count < $1.keys.count }
            guard let found, start == 0 || !(found.keys == ["byes"] && words[start - 1].key == "leg") else { continue }
            let label = Array(words[start..<(start + found.keys.count)])
            guard let value = near.first(where: { isStacked($0, word) }) else { continue }
            cells.append((found.kind, Cell(label: label, value: value)))
        }
        return [Kind.extras, .total].compactMap { kind in
            let own = cells.filter { $0.kind == kind }.map(\.cell)
            return own.count >= 3 ? Group(kind: kind, cells: own, row: index) : nil
        }
    }

    /// Whether a figure stands at the left edge of a label, right above or below it.
    private static func isStacked(_ value: PageWord, _ label: PageWord) -> Bool {
        let height = max(value.height, label.height)
        return value.hasDigit && (value.left - label.left).magnitude < 0.6 * height
            && (value.midY - label.midY).magnitude > 0.5 * label.height
            && max(value.top - label.bottom, label.top - value.bottom) < height
    }

    /// The cells one behind the other: parts of the extras behind their labels, wickets and overs before theirs.
    private static func row(_ group: Group, from left: Double) -> VisualRow {
        var words: [PageWord] = []
        var next = left
        for (index, cell) in group.cells.enumerated() {
            let isBehind = group.kind == .extras || index == 0
            for var word in isBehind ? cell.label + [cell.value] : [cell.value] + cell.label {
                (word.left, word.right) = (next, next + word.width)
                (word.top, word.bottom) = (group.cells[0].label[0].top, group.cells[0].label[0].bottom)
                next = word.right + 0.4 * word.height
                words.append(word)
            }
        }
        return VisualRow(words)
    }
}
