internal import Recognition

/// Cards with the runs before the names, `60 (86) Terry Fray c Painter b Rawlins` or `..60 [86] Terry Fray`, as rows that end in their figures.
struct LeadingRuns {
    /// Fewer batters make no such card.
    private static let fewest = 4

    private let unit: Double
    /// Where the runs go, behind everything else on the page.
    private let edge: Double

    /// The rows with such figures behind the names.
    static func behind(_ rows: [VisualRow]) -> [VisualRow] {
        let leading = rows.filter(isBatter).compactMap { parted($0.words)?.figures[0] }.map { Int($0.text) ?? 0 }
        // The numbers of the batters count upwards.
        guard leading.count >= fewest,
            zip(leading, leading.dropFirst()).count(where: { $0 + 1 == $1 }) * 2 < leading.count
        else { return rows }
        let runs = LeadingRuns(unit: TextUnit.of(rows), edge: rows.map(\.right).max() ?? 0)
        return rows.map { row in isBatter(row) || isSum(row) ? runs.moved(row) : row }
    }

    private static func isBatter(_ row: VisualRow) -> Bool {
        guard let (_, rest) = parted(row.words), rest[0].text.first?.isUppercase == true else { return false }
        return !rest.contains { $0.hasDigit || $0.key == "did" || $0.key == "dnb" }
            && DismissalParser.start(in: rest, from: 1) != nil
    }

    private static func isSum(_ row: VisualRow) -> Bool {
        guard let (_, rest) = parted(row.words), let keyword = SectionKeywords.leading(rest)?.keyword else {
            return false
        }
        return keyword == .extras || keyword == .total
    }

    /// The figures at the beginning, leaders of dots and brackets taken off, and the words behind them; nil where there are none.
    private static func parted(_ words: [PageWord]) -> (figures: [PageWord], rest: [PageWord])? {
        guard words.count >= 3, let runs = figure(words[0], opening: ".") else { return nil }
        let closing = words[1].text.last
        let balls = closing == ")" || closing == "]" ? figure(words[1], opening: closing == ")" ? "(" : "[") : nil
        let rest = Array(words.dropFirst(balls == nil ? 1 : 2))
        return rest.count >= 2 ? ([runs] + (balls.map { [$0] } ?? []), rest) : nil
    }

    private static func figure(_ word: PageWord, opening mark: Character) -> PageWord? {
        let figure = word.text.drop { $0 == mark }.prefix { $0.isNumber || $0 == "*" }
        let behind = word.text[figure.endIndex...]
        guard (1...4).contains(figure.utf8.count), behind.isEmpty || behind == ")" || behind == "]",
            Int(figure.prefix(3)) != nil
        else {
            return nil
        }
        return word.part(figure, of: word.text)
    }

    private func moved(_ row: VisualRow) -> VisualRow {
        guard let (figures, rest) = Self.parted(row.words) else { return row }
        let behind = figures.enumerated().map { column, figure in
            var figure = figure
            let right = edge + Double(6 * (column + 1)) * unit
            (figure.left, figure.right) = (right - figure.width, right)
            return figure
        }
        return VisualRow(rest + behind)
    }
}
