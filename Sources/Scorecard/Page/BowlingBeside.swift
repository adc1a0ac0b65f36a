/// Bowlers beside the batters whose heads were not read, white on a dark band for example: they stand in the batters' rows.
struct BowlingBeside {
    /// Fewer bowlers at one left edge are no table.
    private static let fewest = 3

    /// The rows with such bowlers, and what else stands on their side, below the batters.
    static func parted(_ rows: [VisualRow]) -> [VisualRow] {
        let unit = TextUnit.of(rows)
        let names = rows.map { name(in: $0.words, unit: unit) }
        guard names.count(where: { $0 != nil }) >= fewest else { return rows }
        let heads = rows.indices.filter { TableHeaderFinder.hasBatting(in: rows[$0...$0]) }
        var parted = Array(rows[..<(heads.first ?? rows.count)])
        for (head, next) in zip(heads, heads.dropFirst() + [rows.count]) {
            let section = rows[head..<next]
            guard let edge = edge(names[head..<next].compactMap { $0 }, unit: unit),
                !TableHeaderFinder.headers(in: rows[head], at: head).contains(where: { $0.right > edge })
            else {
                parted += section
                continue
            }
            let left = section.map(\.left).min() ?? 0
            parted += section.compactMap { $0.clipped(from: -.infinity, to: edge) }
            parted += section.compactMap {
                $0.clipped(from: edge, to: .infinity)?.moved(across: left - edge, down: 0)
            }
        }
        return parted
    }

    /// The left edge that the names of most bowlers share, a little before it; nil where they do not.
    private static func edge(_ names: [Double], unit: Double) -> Double? {
        guard names.count >= fewest else { return nil }
        let middle = Slope.median(names)
        let level = names.count { ($0 - middle).magnitude < 1.5 * unit }
        return level >= fewest && level * 3 >= names.count * 2 ? middle - unit : nil
    }

    /// Where a bowler's name begins behind a gap: figures that may be an analysis end the row; nil where none do.
    private static func name(in words: [PageWord], unit: Double) -> Double? {
        let figures = words.reversed().prefix { NumericText.decimal($0.text) != nil }
        let first = words.count - figures.count
        guard 3...9 ~= figures.count, first > 1, isAnalysis(words[first...]) else { return nil }
        let name = words[..<first].reversed().prefix { !$0.hasDigit && $0.text.first?.isUppercase == true }
        let start = (first - name.count..<first).last { $0 > 0 && words[$0].left - words[$0 - 1].right > 2 * unit }
        return start.map { words[$0].left }
    }

    private static func isAnalysis(_ figures: ArraySlice<PageWord>) -> Bool {
        let values = figures.compactMap { NumericText.decimal($0.text)?.number }
        guard let overs = values.first, NumericText.overs(figures[figures.startIndex].text) != nil, overs <= 60 else {
            return false
        }
        return values[1] <= overs && (values.count == 3 || values[3] <= 10)
    }
}
