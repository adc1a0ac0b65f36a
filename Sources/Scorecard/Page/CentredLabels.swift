/// Labels set in the middle beside two lines of text, as tables of pages set them: `Venue` between `Park Oval, Leeds on 26th May` and
/// `1956`.
enum CentredLabels {
    /// The rows with each such label before its lines.
    static func inLine(_ rows: [VisualRow]) -> [VisualRow] {
        var lines: [VisualRow] = []
        var index = 0
        while index < rows.count {
            if index > 0, index + 1 < rows.count, let last = lines.last,
                isBetween(rows[index], last, rows[index + 1])
            {
                lines[lines.count - 1] = joined(rows[index], last, rows[index + 1])
                index += 2
            } else {
                lines.append(rows[index])
                index += 1
            }
        }
        return lines
    }

    private static let labels: Set = ["venue", "ground", "toss", "result", "date", "umpires"]

    private static func isLabel(_ words: [PageWord]) -> Bool {
        if words.count == 1 { return labels.contains(words[0].key) }
        return words.count <= 4 && SectionKeywords.leading(words)?.count == words.count
    }

    /// Whether a label stands to the left of two lines of one text, and beside both.
    private static func isBetween(_ label: VisualRow, _ above: VisualRow, _ below: VisualRow) -> Bool {
        guard above.left > label.right, (above.left - below.left).magnitude < 0.5 * label.height else { return false }
        return below.midY - above.midY < 2 * above.height && above.midY < label.midY && label.midY < below.midY
            && isLabel(label.words)
    }

    /// One row that is as high as the first line.
    private static func joined(_ label: VisualRow, _ above: VisualRow, _ below: VisualRow) -> VisualRow {
        let shift = above.midY - label.midY
        let first = label.words.map { word in
            var word = word
            (word.top, word.bottom) = (word.top + shift, word.bottom + shift)
            return word
        }
        var left = above.right + 0.3 * above.height
        let last = below.words.map { word in
            var word = word
            let width = word.width
            (word.left, word.right) = (left, left + width)
            (word.top, word.bottom) = (above.top, above.bottom)
            left = word.right + 0.3 * above.height
            return word
        }
        return VisualRow(first + above.words + last)
    }
}
