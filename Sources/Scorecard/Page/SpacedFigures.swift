/// Tables in a proportional font without columns, as mails are pasted: each figure stands a space behind the last word of its row,
/// `Rao not out 55 34`, and the heads a space apart. The figures are put into columns.
enum SpacedFigures {
    /// Fewer rows of batters do not show that there are no columns.
    private static let fewest = 3

    private struct Row {
        let figures: [PageWord]
        let text: ArraySlice<PageWord>
        let isBatter: Bool
    }

    /// The rows with their figures below each other; as they are where most figures are.
    static func inColumns(_ rows: [VisualRow]) -> [VisualRow] {
        let unit = TextUnit.of(rows)
        let found = rows.map { row in spaced(row.words, unit: unit) }
        let batters = found.compactMap(\.self).filter(\.isBatter)
        guard batters.count >= fewest, isRagged(batters, unit: unit), !hasColumns(rows, besides: batters.count) else {
            return rows
        }
        let edge = (rows.map(\.right).max() ?? 0) + 4 * unit
        return zip(rows, found).map { row, found in
            guard let found else { return row }
            return VisualRow(
                found.text
                    + found.figures.enumerated().map { index, word in
                        word.moved(to: edge + Double(index) * 6 * unit)
                    })
        }
    }

    /// A row of a player with figures, or of heads, each a space from the next; nil for any other.
    private static func spaced(_ words: [PageWord], unit: Double) -> Row? {
        let heads = words.drop { !isHead($0) }
        if heads.count >= 2, heads.count < words.count, heads.allSatisfy(isHead) {
            return Row(figures: Array(heads), text: words[..<heads.startIndex], isBatter: false)
        }
        let (figures, text) = RowFigures.split(words)
        guard !figures.isEmpty, text.contains(where: { $0.key.count > 1 && !$0.hasDigit }),
            SectionKeywords.leading(words) == nil
        else { return nil }
        let gaps = zip(words[(text.count - 1)...], words[text.count...]).map { $1.left - $0.right }
        guard gaps.allSatisfy({ $0 < 1.8 * unit }) else { return nil }
        let isBatter = DismissalParser.start(in: Array(text), from: 1) != nil
        return isBatter || figures.count >= 4 ? Row(figures: figures, text: text, isBatter: isBatter) : nil
    }

    /// Whether a word heads a column of figures.
    private static func isHead(_ word: PageWord) -> Bool {
        HeaderWords.term(word.key).flatMap { $0.batting ?? $0.bowling }?.isText == false
    }

    private static func isRagged(_ rows: [Row], unit: Double) -> Bool {
        let edges = rows.compactMap(\.figures.last?.right)
        let middle = Slope.median(edges)
        return edges.count { ($0 - middle).magnitude < unit } * 2 <= edges.count
    }

    /// Whether as many batters have their figures elsewhere.
    private static func hasColumns(_ rows: [VisualRow], besides count: Int) -> Bool {
        let all = rows.count { row in
            let (figures, text) = RowFigures.split(row.words)
            return !figures.isEmpty && DismissalParser.start(in: Array(text), from: 1) != nil
        }
        return count * 4 < all * 3
    }
}

extension PageWord {
    /// The word elsewhere on its line; its box on the page stays what it is.
    fileprivate func moved(to left: Double) -> PageWord {
        var word = self
        (word.left, word.right) = (left, left + width)
        return word
    }
}
