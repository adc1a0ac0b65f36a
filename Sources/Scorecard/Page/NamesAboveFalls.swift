internal import Recognition

/// Falls of wickets in cells of a grid, who was out above the score: `N Kelly   H Nicholls` over `1-13, Over 2.6   2-91, Over 17.1`.
enum NamesAboveFalls {
    private typealias Fall = (score: PageWord, over: PageWord)

    /// Fewer such rows are no grid.
    private static let fewest = 2

    /// The rows with each name behind its score, `1-13 (N Kelly, 2.6 ov)`.
    static func joined(_ rows: [VisualRow]) -> [VisualRow] {
        let pairs = rows.indices.dropFirst().filter { namesStand(in: rows[$0 - 1], above: rows[$0]) }
        guard pairs.count >= fewest else { return rows }
        return rows.indices.compactMap { index in
            if pairs.contains(index + 1) { return nil }
            guard pairs.contains(index), let falls = falls(in: rows[index]) else { return rows[index] }
            return joined(rows[index - 1], falls)
        }
    }

    private static func namesStand(in above: VisualRow, above row: VisualRow) -> Bool {
        guard falls(in: row) != nil, row.top - above.bottom < 2 * row.height else { return false }
        let words = above.words.filter { !$0.key.isEmpty }
        return !words.isEmpty && words.count <= 8
            && !words.contains { $0.hasDigit || ScoreLine.notInNames.contains($0.key) }
    }

    /// The scores of a row that is nothing but scores and overs.
    private static func falls(in row: VisualRow) -> [Fall]? {
        var falls: [Fall] = []
        var score: PageWord?
        for word in row.words where !word.key.isEmpty && word.key != "over" {
            guard word.hasDigit else { return nil }
            let parts = word.text.filter { $0 != "," }.split(separator: "-")
            if parts.count == 2, score == nil, let wicket = Int(parts[0]), 1...10 ~= wicket, Int(parts[1]) != nil {
                score = word.part(parts.joined(separator: "-"), from: 0, to: 1)
            } else if let known = score, Overs(word.text) != nil {
                falls.append((known, word))
                score = nil
            } else {
                return nil
            }
        }
        return score == nil && !falls.isEmpty && row.words.contains { $0.key == "over" } ? falls : nil
    }

    private static func joined(_ names: VisualRow, _ falls: [Fall]) -> VisualRow {
        var cells = falls.map { _ in [PageWord]() }
        for word in names.words where !word.key.isEmpty {
            let nearest = falls.indices.min { distance(word, falls[$0]) < distance(word, falls[$1]) } ?? 0
            cells[nearest].append(word)
        }
        let words = zip(falls, cells).flatMap { fall, name in
            guard let first = name.first, let last = name.last else { return [fall.score, fall.over] }
            var name = name
            name[0] = first.part("(" + first.text, from: 0, to: 1)
            name[name.count - 1] = (name.count > 1 ? last : name[0]).part(
                name[name.count - 1].text + ",", from: 0, to: 1)
            return [fall.score] + name + [fall.over, fall.over.part("ov)", from: 0, to: 1)]
        }
        return VisualRow(CellPlaces.inLine(words))
    }

    private static func distance(_ word: PageWord, _ fall: Fall) -> Double {
        (word.midX - (fall.score.left + fall.over.right) / 2).magnitude
    }
}
