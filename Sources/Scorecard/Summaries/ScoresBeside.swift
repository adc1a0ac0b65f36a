/// Sides beside each other with their players below them: boxes of a match as encyclopaedias set them, with a `v` between the sides
/// and their scores below, and cards for sharing, with the scores beside the sides.
enum ScoresBeside {
    /// The rows with each side's by themselves: its score and its players, then those of the other side.
    static func parted(_ rows: [VisualRow]) -> [VisualRow] { partedBelowScores(partedBelowSides(rows)) }

    /// `Kent 131/5 (20)   Essex 133/3 (17)`, players in two columns below.
    private static func partedBelowScores(_ rows: [VisualRow]) -> [VisualRow] {
        for (index, row) in rows.enumerated() {
            guard let gutter = gutter(row) else { continue }
            let body = rows[index...].prefix { row in !row.words.contains { $0.left < gutter && $0.right > gutter } }
            let left = body.flatMap(\.words).filter { $0.midX < gutter }
            let right = body.flatMap(\.words).filter { $0.midX >= gutter }
            guard left.count(where: \.hasDigit) >= 6, right.count(where: \.hasDigit) >= 6 else { continue }
            return rows[..<index] + VisualRows.group(left) + VisualRows.group(right) + rows[body.endIndex...]
        }
        return rows
    }

    /// Where the second of two sides with scores begins in a row.
    private static func gutter(_ row: VisualRow) -> Double? {
        guard let first = ScoreLine(row.words, isSide: { _ in true }), first.team.value.count > 2,
            ScoreLine(first.rest, isSide: { _ in true }) != nil,
            let begin = first.rest.first(where: { $0.text.first?.isLetter == true })
        else { return nil }
        return begin.left - 0.3 * begin.height
    }

    private static func partedBelowSides(_ rows: [VisualRow]) -> [VisualRow] {
        var parted: [VisualRow] = []
        var index = 0
        while index < rows.count {
            parted.append(rows[index])
            index += 1
            guard index < rows.count, let sides = sides(rows[index - 1]),
                let scores = halves(rows[index], at: sides.middle), begins(sides.left, scores.left),
                begins(sides.right, scores.right)
            else { continue }
            var columns = (left: [VisualRow(sides.left + scores.left)], right: [VisualRow(sides.right + scores.right)])
            index += 1
            while index < rows.count, let pair = halves(rows[index], at: sides.middle) {
                columns.left.append(VisualRow(pair.left))
                columns.right.append(VisualRow(pair.right))
                index += 1
            }
            parted += columns.left + columns.right
        }
        return parted
    }

    /// The words of both sides beside a `v`, and where that stands.
    private static func sides(_ row: VisualRow) -> (left: [PageWord], right: [PageWord], middle: Double)? {
        let words = row.words
        guard
            let versus = words.indices.dropFirst().dropLast().first(where: {
                ["v", "vs", "vv"].contains(words[$0].key)
            })
        else { return nil }
        var start = versus - 1
        while start > 0, words[start].left - words[start - 1].right < row.height { start -= 1 }
        return (Array(words[start..<versus]), Array(words[(versus + 1)...]), words[versus].midX)
    }

    /// The words to either side, where the middle parts them by white space.
    private static func halves(_ row: VisualRow, at middle: Double) -> (left: [PageWord], right: [PageWord])? {
        let left = row.words.filter { $0.midX < middle }
        let right = row.words.filter { $0.midX >= middle }
        guard let end = left.last?.right, let start = right.first?.left, start - end > 2 * row.height else {
            return nil
        }
        return (left, right)
    }

    private static func begins(_ side: [PageWord], _ score: [PageWord]) -> Bool {
        score.first?.hasDigit == true && ScoreLine(side + score) { _ in true } != nil
    }
}
