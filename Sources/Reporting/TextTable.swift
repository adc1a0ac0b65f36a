/// A table of text whose columns line up, for terminals and Markdown.
public struct TextTable: Sendable, Equatable {
    /// On which side of a column its text stands.
    public enum Alignment: Sendable, Hashable {
        case left, right
    }

    /// One column.
    public struct Column: Sendable, Hashable {
        /// What stands above it.
        public var title: String
        /// Words to the left, numbers to the right.
        public var alignment: Alignment

        /// Creates a column.
        public init(_ title: String, _ alignment: Alignment = .left) {
            self.title = title
            self.alignment = alignment
        }
    }

    /// The columns.
    public var columns: [Column]
    /// The rows; a short one is filled with empty cells.
    public var rows: [[String]]

    /// Creates a table.
    public init(columns: [Column], rows: [[String]] = []) {
        self.columns = columns
        self.rows = rows
    }

    /// Plain text: a header, a rule, the rows; two spaces between columns and none at the end of a line.
    public var terminal: String {
        let widths = widths(least: 0) { $0 }
        let header = line(columns.map(\.title), widths, separator: "  ")
        let rule = widths.map { String(repeating: "─", count: $0) }.joined(separator: "  ")
        return ([header, rule] + rows.map { line($0, widths, separator: "  ") }).map { $0 + "\n" }.joined()
    }

    /// GitHub's Markdown, aligned in the source too.
    public var markdown: String {
        let widths = widths(least: 3, escaped)
        let rule = zip(columns, widths).map { column, width in
            column.alignment == .left
                ? String(repeating: "-", count: width) : String(repeating: "-", count: width - 1) + ":"
        }
        let lines = [columns.map(\.title)] + rows
        let texts = lines.map { "| \(line($0.map(escaped), widths, separator: " | ", trims: false)) |\n" }
        return texts[0] + "| \(rule.joined(separator: " | ")) |\n" + texts.dropFirst().joined()
    }

    private func escaped(_ cell: String) -> String {
        cell.map { $0 == "|" ? "\\|" : $0.isNewline ? " " : String($0) }.joined()
    }

    private func widths(least: Int, _ form: (String) -> String) -> [Int] {
        columns.indices.map { index in
            let cells = rows.compactMap { index < $0.count ? form($0[index]).count : nil }
            return max(least, form(columns[index].title).count, cells.max() ?? 0)
        }
    }

    private func line(_ cells: [String], _ widths: [Int], separator: String, trims: Bool = true) -> String {
        let padded = zip(columns, widths).enumerated().map { index, pair in
            let cell = index < cells.count ? cells[index] : ""
            let space = String(repeating: " ", count: max(0, pair.1 - cell.count))
            return pair.0.alignment == .left ? cell + space : space + cell
        }
        let text = padded.joined(separator: separator)
        guard trims else { return text }
        return String(text.reversed().drop { $0 == " " }.reversed())
    }
}
