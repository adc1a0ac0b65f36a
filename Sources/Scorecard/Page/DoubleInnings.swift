/// Almanacks set both innings of a side in one table: `A. Khan  c Lee b Fox  8 – b Hill  18`. Each innings becomes a table of its own.
struct DoubleInnings {
    /// Fewer rows of two innings make no such table.
    private static let fewest = 5

    private let sides: [DoubleInningsSide]
    private let falls: FallColumns?

    /// The rows of the page in parts: for each column of it its first innings, then its second ones, the head of the page before
    /// the first; nil where no column has such a table.
    static func parts(of page: [VisualRow], in columns: [[VisualRow]]) -> [[VisualRow]]? {
        let splits = splits(of: page)
        guard splits.count >= fewest else { return nil }
        // The white beside the dashes looks like that between two columns.
        if let table = DoubleInnings(page, splits: splits.filter(\.split.isDashed)) {
            return (0..<2).flatMap { table.parts($0) }
        }
        let tables = columns.map { DoubleInnings($0, splits: columns.count == 1 ? splits : Self.splits(of: $0)) }
        let count = tables.reduce(0) { $0 + ($1?.count ?? 0) }
        // The white between the innings of some rows alone looks like that too.
        if columns.count > 1, let table = DoubleInnings(page, splits: splits), table.count > count {
            return (0..<2).flatMap { table.parts($0) }
        }
        guard count > 0 else { return nil }
        return (0..<2).flatMap { innings in
            zip(columns, tables).flatMap { rows, table in table?.parts(innings) ?? (innings == 0 ? [rows] : []) }
        }
    }

    /// Rows that have both innings in order.
    private var count: Int { sides.reduce(0) { $0 + $1.count } }

    private static func splits(of rows: [VisualRow]) -> [(row: Int, split: InningsSplit)] {
        rows.enumerated().compactMap { index, row in InningsSplit(row.words).map { (row: index, split: $0) } }
    }

    private init?(_ rows: [VisualRow], splits: [(row: Int, split: InningsSplit)]) {
        guard splits.count >= Self.fewest else { return nil }
        let starts = splits.indices.filter { index in
            guard index > 0 else { return true }
            let between = rows[(splits[index - 1].row + 1)..<splits[index].row]
            return between.count > 5
                || between.contains { row in
                    row.words.contains { $0.key == "total" }
                        || SectionKeywords.leading(row.words)?.keyword == .fallOfWickets
                }
        }
        var sides: [DoubleInningsSide] = []
        for (start, end) in zip(starts, starts.dropFirst() + [splits.count]).reversed() {
            let next = sides.first?.heading ?? rows.count
            let last = start > 0 ? splits[start - 1].row + 1 : 0
            let side = DoubleInningsSide(rows[last..<next], splits: splits[start..<end].map { ($0.row, $0.split) })
            guard let side else { continue }
            sides.insert(side, at: 0)
        }
        self.sides = sides
        falls = FallColumns(rows)
        guard count * 4 >= splits.count * 3 else { return nil }
    }

    private func parts(_ innings: Int) -> [[VisualRow]] {
        sides.enumerated().map { index, side in
            side.part(
                innings, withHead: index == 0 && innings == 0,
                falls: falls?.scores(side: index, innings: innings) ?? [],
                before: falls?.left ?? .infinity)
        }
    }
}

/// A row of two innings: the words from the runs of the first to how the batter was out in the second.
struct InningsSplit {
    /// Where the dismissal of the first innings begins, the right edge of its runs, and where the second innings begins.
    let dismissalLeft: Double
    let firstRight: Double
    let secondLeft: Double
    /// Whether a dash stands between the innings.
    let isDashed: Bool

    /// Nil for a row of one innings.
    init?(_ words: [PageWord]) {
        // Few rows have figures between words: the rest need not be searched for a dismissal.
        guard words.dropFirst(2).dropLast().contains(where: { $0.isDash || $0.hasDigit }),
            let first = DismissalParser.start(in: words, from: 1)
        else { return nil }
        let found = words.indices.dropFirst(first + 1).dropLast().lazy.compactMap { runs -> (Int, Int)? in
            guard words[runs].text != "b", NumericText.integer(words[runs].text) != nil else { return nil }
            // Balls, minutes, fours and sixes may stand behind the runs.
            let last = words.indices.dropFirst(runs + 1).prefix(4).prefix { Int(words[$0].text) != nil }.last ?? runs
            guard last + 1 < words.count else { return nil }
            let next = words[last + 1].isDash || Self.isPlace(words[last + 1]) ? last + 2 : last + 1
            return next < words.count && DismissalParser.begins(words, at: next) ? (last, next) : nil
        }.first
        guard let (runs, next) = found else { return nil }
        dismissalLeft = words[first].left
        firstRight = words[runs].right
        secondLeft = words[next].left
        isDashed = words[runs + 1].isDash
    }

    /// `(5)`: the place of a batter in the second innings.
    static func isPlace(_ word: PageWord) -> Bool {
        word.text.hasPrefix("(") && word.text.hasSuffix(")") && (1...12).contains(Int(word.key) ?? 0)
    }
}
