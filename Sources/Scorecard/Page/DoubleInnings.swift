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

    /// The rows of the page in parts: for each column of it its first innings, then its second ones, the head of the page before
    /// the first; nil where no column has such a table.
    static func parts(of page: [VisualRow], in columns: [[VisualRow]]) -> [[VisualRow]]? {
        // The white beside the dashes looks like that between two columns.
        if let table = DoubleInnings(page, dashed: true) { return (0..<2).flatMap { table.parts($0) } }
        let tables = columns.map { DoubleInnings($0) }
        guard tables.contains(where: { $0 != nil }) else { return nil }
        return (0..<2).flatMap { innings in
            zip(columns, tables).flatMap { rows, table in table?.parts(innings) ?? (innings == 0 ? [rows] : []) }
        }
    }

    /// - Parameter dashed: whether to take nothing but dashes for what parts the innings.
    private init?(_ rows: [VisualRow], dashed: Bool = false) {
        let all = rows.enumerated().compactMap { index, row in
            Self.split(row.words).map { (row: index, at: $0) }
        }.filter { !dashed || $0.at.count > 1 }
        guard all.count >= Self.fewest else { return nil }
        unit = TextUnit.of(rows)
        let (unit, left) = (unit, Slope.median(all.map { rows[$0.row].words[$0.at.upperBound].left }))
        // Names of another column of the page may look like dismissals, but stand elsewhere.
        let splits = all.filter { (rows[$0.row].words[$0.at.upperBound].left - left).magnitude < 2 * unit }
        guard splits.count >= Self.fewest, splits.count * 4 >= all.count * 3 else { return nil }
        self.rows = rows
        starts = splits.indices.filter { $0 == 0 || splits[$0].row - splits[$0 - 1].row > 6 }
            .map { Self.firstBatter(of: rows, from: splits[$0].row) }
        firstRight = Slope.median(splits.map { rows[$0.row].words[$0.at.lowerBound].right })
        secondLeft = left
        let dismissals = splits.compactMap { split -> Double? in
            let words = rows[split.row].words
            return DismissalParser.start(in: words, from: 1).map { words[$0].left }
        }.sorted()
        guard !dismissals.isEmpty else { return nil }
        dismissalLeft = dismissals[dismissals.count / 4]
    }

    /// The first of the batters above this one, how he was out misread or not.
    private static func firstBatter(of rows: [VisualRow], from row: Int) -> Int {
        var row = row
        while row > 0, let last = rows[row - 1].words.last, last.hasDigit,
            DismissalParser.start(in: rows[row - 1].words, from: 1) != nil
        {
            row -= 1
        }
        return row
    }

    /// From the runs of the first innings to how the batter was out in the second, a dash between them or not.
    private static func split(_ words: [PageWord]) -> Range<Int>? {
        // Few rows have figures between words: the rest need not be searched for a dismissal.
        guard words.dropFirst(2).dropLast().contains(where: { $0.isDash || $0.hasDigit }),
            let first = DismissalParser.start(in: words, from: 1)
        else { return nil }
        for runs in words.indices.dropFirst(first + 1).dropLast() where NumericText.integer(words[runs].text) != nil {
            let next = words[runs + 1].isDash ? runs + 2 : runs + 1
            if next < words.count, DismissalParser.begins(words, at: next) { return runs..<next }
        }
        return nil
    }

    private func parts(_ innings: Int) -> [[VisualRow]] {
        starts.indices.map { side in
            let head = side == 0 && innings == 0 ? Array(rows[..<heading(of: 0)]) : []
            return head + part(side, innings: innings)
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
            + (falls(rows[fall..<bowling], innings: innings)
                ?? sentence(rows[fall..<bowling], innings: innings, keyword: ["Fall", "of", "wickets:"]))
            + (table(rows[bowling..<end], innings: innings)
                ?? sentence(rows[bowling..<end], innings: innings, keyword: ["Bowling:"]))
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

    /// The falls of one innings where those of either begin with the first wicket on a row of their own.
    private func falls(_ rows: ArraySlice<VisualRow>, innings: Int) -> [VisualRow]? {
        let firsts = rows.indices.filter { FallOfWicketsParser.parse(rows[$0].words).first?.wicket?.value == 1 }
        guard firsts.count == 2, let title = rows.first?.words.first,
            !rows.contains(where: { row in row.words.contains { $0.key == "first" || $0.key == "second" } })
        else { return nil }
        let own = innings == 0 ? rows[firsts[0]..<firsts[1]] : rows[firsts[1]...]
        guard SectionKeywords.leading(own[own.startIndex].words) == nil else { return Array(own) }
        return [VisualRow(["Fall", "of", "wickets"].map { title.part($0, from: 0, to: 0) })] + own
    }

    /// The bowling of one innings where that of either is a table, side by side or one below the other.
    private func table(_ rows: ArraySlice<VisualRow>, innings: Int) -> [VisualRow]? {
        for index in rows.indices {
            let headers = TableHeaderFinder.headers(in: rows[index], at: index).filter { $0.kind == .bowling }
            guard headers.count == 2 else { continue }
            let edge = left(of: headers[1], in: rows[index].words) - 0.5 * unit
            let words = rows[index...].flatMap(\.words)
            return VisualRows.group(words.filter { ($0.midX < edge) == (innings == 0) })
        }
        return nil
    }

    /// Where a header begins with the words that stand close before it.
    private func left(of header: TableHeader, in words: [PageWord]) -> Double {
        var left = header.label.first?.left ?? header.left
        for word in words.reversed() where word.left < left && left - word.right < unit { left = word.left }
        return left
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
