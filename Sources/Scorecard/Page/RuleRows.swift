internal import Recognition

/// Rows of nothing but upright strokes, which engines read in the lines between the rows of a terminal's table: `| I I I : |`.
enum RuleRows {
    /// Fewer strokes may be figures.
    private static let fewest = 4
    private static let strokes: Set = ["|", "I", "l", "i", "!", ":", "'", "t"]
    /// What no row of figures is read as.
    private static let rules: Set = ["|", "!", ":", "'"]

    /// The other rows.
    static func cleared(_ rows: [VisualRow]) -> [VisualRow] { rows.filter { !isRule($0.words) } }

    private static func isRule(_ words: [PageWord]) -> Bool {
        guard words.count >= fewest, let first = words.first, first.source == .ocr, first.text.utf8.count == 1 else {
            return false
        }
        return words.allSatisfy { strokes.contains($0.text) }
            && (words.count > fewest || words.contains { rules.contains($0.text) })
    }
}
