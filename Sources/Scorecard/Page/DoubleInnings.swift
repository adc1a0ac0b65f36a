/// Almanacks set both innings of a side in one table: `A. Khan  c Lee b Fox  8 – b Hill  18`. Each innings becomes a table of its own.
struct DoubleInnings {
    /// Fewer rows of two innings make no such table.
    private static let fewest = 5

    private let rows: [VisualRow]
    private let unit: Double
    /// The row with the first batter of each side.
    private let starts: [Int]
    /// Where dismissals of the first innings begin, where its runs end, and where those of the second begin.
    private let dismissalLeft: Double
    private let firstRight: Double
    private let secondLeft: Double

    /// The rows of each innings in the order in which they were played, the head of the page before the first; nil where there is
    /// no such table.
    static func parts(of rows: [VisualRow]) -> [[VisualRow]]? {
        guard let table = DoubleInnings(rows) else { return nil }
        var parts = (0..<2).flatMap { innings in table.starts.indices.map { table.part($0, innings: innings) } }
        parts[0] = Array(rows[..<table.heading(of: 0)]) + parts[0]
        return parts
    }

    private init?(_ rows: [VisualRow]) {
        let splits = rows.enumerated().compactMap { index, row in Self.split(row.words).map { (row: index, at: $0) } }
        guard splits.count >= Self.fewest else { return nil }
        self.rows = rows
        unit = TextUnit.of(rows)
        starts = splits.indices.filter { $0 == 0 || splits[$0].row - splits[$0 - 1].row > 6 }.map { splits[$0].row }
        firstRight = Slope.median(splits.map { rows[$0.row].words[$0.at - 1].right })
        secondLeft = Slope.median(splits.map { rows[$0.row].words[$0.at + 1].left })
        let dismissals = splits.compactMap { split -> Double? in
            let words = rows[split.row].words
            return DismissalParser.start(in: words, from: 1).map { words[$0].left }
        }
        guard !dismissals.isEmpty else { return nil }
        dismissalLeft = Slope.median(dismissals)
    }

    /// The dash between the runs of the first innings and how the batter was out in the second.
    private static func split(_ words: [PageWord]) -> Int? {
        // Few rows have a dash between others: the rest need not be searched for a dismissal.
        guard words.dropFirst(2).dropLast().contains(where: \.isDash),
            let first = DismissalParser.start(in: words, from: 1)
        else { return nil }
        return words.indices.dropFirst(first + 1).dropLast().first { index in
            words[index].isDash && NumericText.integer(words[index - 1].text) != nil
                && DismissalParser.begins(words, at: index + 1)
        }
    }

    /// The row above the first batter of a side.
    private func heading(of side: Int) -> Int { max(starts[side] - 1, 0) }

    private func part(_ side: Int, innings: Int) -> [VisualRow] {
        let end = side + 1 < starts.count ? heading(of: side + 1) : rows.count
        let body = rows[starts[side]..<end]
        let fall = body.firstIndex { $0.words[0].key == "fall" } ?? end
        let bowling = body[fall...].firstIndex { row in row.words.contains { $0.key == "bowling" } } ?? end
        return [rows[heading(of: side)]] + body[..<fall].compactMap { self.row($0, innings: innings) }
            + sentence(rows[fall..<bowling], innings: innings, keyword: ["Fall", "of", "wickets:"])
            + sentence(rows[bowling..<end], innings: innings, keyword: ["Bowling:"])
    }

    /// A row of one innings; without a name it is that of the extras, with nothing but figures that of the total.
    private func row(_ row: VisualRow, innings: Int) -> VisualRow? {
        let middle = (firstRight + secondLeft) / 2
        let own = row.words.filter {
            !$0.isDash && ($0.midX < middle) == (innings == 0) && $0.left > dismissalLeft - unit
        }
        guard let first = own.first else { return nil }
        let name = row.words.filter { $0.left <= dismissalLeft - unit }
        if !name.isEmpty { return VisualRow(name + own) }
        let isTotal = own.allSatisfy {
            $0.hasDigit || $0.text.hasPrefix("(") || $0.text.hasSuffix(")") || $0.key == "wkts"
        }
        var keyword = first.part(isTotal ? "Total" : "Extras", from: 0, to: 1)
        keyword.left = rows.map(\.left).min() ?? 0
        keyword.right = keyword.left + 3 * unit
        return VisualRow([keyword] + own)
    }

    /// The words of one innings in `First innings 1/19 ...; Second innings 1/35 ...`.
    private func sentence(_ rows: ArraySlice<VisualRow>, innings: Int, keyword: [String]) -> [VisualRow] {
        let words = rows.flatMap(\.words)
        let second = words.firstIndex { $0.key == "second" } ?? words.endIndex
        let first = words.firstIndex { $0.key == "first" } ?? words.startIndex
        let own = innings == 0 ? words[min(first, second)..<second] : words[second...]
        let said = own.dropFirst().compactMap { word -> PageWord? in
            // `innings—T.H.` runs on into the first name.
            guard word.key.hasPrefix("innings") else { return word }
            let rest = word.text.drop { $0.isLetter }.drop { !$0.isLetter }
            return rest.isEmpty ? nil : word.part(String(rest), from: 0.5, to: 1)
        }
        guard let start = said.first else { return [] }
        return [VisualRow(keyword.map { start.part($0, from: 0, to: 0) } + said)]
    }
}
