/// A bracket that a narrow column closes in the line below: `71/0 (10.0` over `Ov)`.
enum WrappedBracket {
    /// The rows with such a line put behind the bracket that it closes.
    static func closed(_ rows: [VisualRow]) -> [VisualRow] {
        rows.reduce(into: []) { closed, row in
            if let last = closed.last, row.words.count == 1, closes(row.words[0], last) {
                closed[closed.count - 1] = VisualRow(last.words + row.words)
            } else {
                closed.append(row)
            }
        }
    }

    private static func closes(_ word: PageWord, _ row: VisualRow) -> Bool {
        guard word.text.hasSuffix(")"), !word.text.contains("("), word.top - row.bottom < word.height,
            let open = row.words.last(where: { $0.text.contains("(") })
        else { return false }
        return !row.words.contains { $0.left >= open.left && $0.text.contains(")") }
    }
}
