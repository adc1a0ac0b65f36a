/// Rows of cells set in columns for a terminal.
struct TextTable {
    enum Alignment {
        case left, right
    }

    struct Cell {
        var text: String
        /// One character behind the cell, a space for none.
        var mark: Character = " "
    }

    struct Column {
        var title: String
        var alignment = Alignment.right
        /// Whether it gives way when the table is too wide.
        var isFlexible = false
    }

    private let columns: [Column]
    private let rows: [[Cell]]

    /// Columns in which no row has a text are left out.
    init(columns: [Column], rows: [[Cell]]) {
        let used = columns.indices.filter { column in
            column == 0 || rows.contains { !$0[column].text.isEmpty }
        }
        self.columns = used.map { columns[$0] }
        self.rows = rows.map { row in used.map { row[$0] } }
    }

    /// The lines of the table, none wider than `width` where its flexible columns allow.
    func lines(width: Int) -> [String] {
        let widths = widths(within: width)
        let title = line(columns.map { Cell(text: $0.title) }, widths)
        return [title] + rows.map { line($0, widths) }
    }

    private func widths(within width: Int) -> [Int] {
        var widths = columns.indices.map { column in
            max(columns[column].title.count, rows.map { $0[column].text.count }.max() ?? 0)
        }
        // Each column is followed by its mark and a space.
        var excess = widths.reduce(0) { $0 + $1 + 2 } - width
        while excess > 0 {
            let widest = columns.indices.filter { columns[$0].isFlexible }.max { widths[$0] < widths[$1] }
            guard let widest, widths[widest] > 8 else { break }
            widths[widest] -= 1
            excess -= 1
        }
        return widths
    }

    private func line(_ cells: [Cell], _ widths: [Int]) -> String {
        var line = ""
        for (index, cell) in cells.enumerated() {
            let text = Self.cut(cell.text, to: widths[index])
            let space = String(repeating: " ", count: widths[index] - text.count)
            // A mark stands beside its text, not behind the white space.
            switch columns[index].alignment {
            case .left: line += text + String(cell.mark) + space + " "
            case .right: line += space + text + String(cell.mark) + " "
            }
        }
        while line.last == " " { line.removeLast() }
        return line
    }

    static func cut(_ text: String, to width: Int) -> String {
        text.count <= width ? text : String(text.prefix(max(0, width - 1))) + "\u{2026}"
    }

    /// Words in lines of at most `width`, all but the first indented.
    static func wrapped(_ text: String, width: Int, indent: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        for word in text.words {
            if !line.isEmpty, line.count + 1 + word.count > width {
                lines.append(line)
                line = String(repeating: " ", count: indent) + word
            } else {
                line += (line.isEmpty ? "" : " ") + word
            }
        }
        return line.isEmpty ? lines : lines + [line]
    }
}
