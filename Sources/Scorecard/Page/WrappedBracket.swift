/// A bracket that a narrow column closes in the line below: `71/0 (10.0` over `Ov)`, `Total (for nine` over `wkts. decl.): 293`.
enum WrappedBracket {
    /// The rows with such a line put behind the bracket that it closes.
    static func closed(_ rows: [VisualRow]) -> [VisualRow] {
        rows.reduce(into: []) { closed, row in
            if let last = closed.last, row.words.count == 1 ? closes(row.words[0], last) : goesOn(row, last) {
                closed[closed.count - 1] = VisualRow(last.words + row.words)
            } else {
                closed.append(row)
            }
        }
    }

    /// Whether a row is the rest of a total that is open above it.
    private static func goesOn(_ row: VisualRow, _ last: VisualRow) -> Bool {
        guard let end = row.words.firstIndex(where: { $0.text.contains(")") }), row.words.count <= 8,
            !row.words[...end].contains(where: { $0.text.contains("(") }),
            last.words.suffix(4).contains(where: { $0.key == "total" })
        else { return false }
        return closes(row.words[end], last)
    }

    private static func closes(_ word: PageWord, _ row: VisualRow) -> Bool {
        guard word.text.contains(")"), !word.text.contains("("), word.top - row.bottom < word.height,
            let open = row.words.last(where: { $0.text.contains("(") })
        else { return false }
        return !row.words.contains { $0.left >= open.left && $0.text.contains(")") }
    }
}
