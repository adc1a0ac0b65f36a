/// Boxes of a match as encyclopaedias set them: the sides beside each other with a `v` between, below each its score and its best
/// players.
enum ScoresBeside {
    /// The rows with each box parted: the side, its score and its players, then those of the other side.
    static func parted(_ rows: [VisualRow]) -> [VisualRow] {
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
