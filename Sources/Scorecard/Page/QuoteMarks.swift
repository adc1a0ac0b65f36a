/// The marks before each line of a mail that was quoted or forwarded: `> Smith  b Khan  12`.
enum QuoteMarks {
    /// The rows of a page without such marks, where most have them.
    static func cleared(_ rows: [VisualRow]) -> [VisualRow] {
        let marked = rows.count { $0.words.first.map(isMark) == true }
        guard marked >= 8, marked * 2 >= rows.count else { return rows }
        return rows.compactMap { row in
            let words = Array(row.words.drop(while: isMark))
            return words.isEmpty ? nil : VisualRow(words)
        }
    }

    private static func isMark(_ word: PageWord) -> Bool {
        !word.text.isEmpty && word.text.count <= 4 && word.text.allSatisfy { ">\u{BB}\u{203A}|".contains($0) }
            && word.text != "|"
    }
}
