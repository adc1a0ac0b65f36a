/// One side of a table of two innings: its rows from the heading to the bowling against it.
struct DoubleInningsSide {
    /// How many rows have both innings in order.
    let count: Int
    /// The row that names the side.
    let heading: Int

    private let rows: ArraySlice<VisualRow>
    private let unit: Double
    /// The row with the first batter.
    private let start: Int
    /// Where dismissals of the first innings begin, and the white between it and the second.
    private let dismissalLeft: Double
    private let middle: Double
    private let secondLeft: Double

    /// - Parameter rows: those of the page from the last side's batters up to the next side.
    init?(_ rows: ArraySlice<VisualRow>, splits: [(row: Int, split: InningsSplit)]) {
        let unit = TextUnit.of(rows)
        // Names of another column of the page may look like dismissals, but stand elsewhere.
        let left = Slope.median(splits.map(\.split.secondLeft))
        let level = splits.filter { ($0.split.secondLeft - left).magnitude < 2 * unit }
        guard level.count >= 2, level.count * 4 >= splits.count * 3 else { return nil }
        let dismissals = level.map(\.split.dismissalLeft).sorted()
        self.rows = rows
        self.unit = unit
        count = level.count
        dismissalLeft = dismissals[dismissals.count / 4]
        middle = (Slope.median(level.map(\.split.firstRight)) + left) / 2
        secondLeft = left
        start = Self.firstBatter(of: rows, from: splits[0].row)
        heading = Self.heading(above: start, in: rows)
    }

    /// The first of the batters above this one, how he was out misread or not.
    private static func firstBatter(of rows: ArraySlice<VisualRow>, from row: Int) -> Int {
        var row = row
        while row > rows.startIndex, let last = rows[row - 1].words.last, last.hasDigit,
            DismissalParser.start(in: rows[row - 1].words, from: 1) != nil
        {
            row -= 1
        }
        return row
    }

    /// The row above the first batter; `1st inn. 2nd inn.` has no name.
    private static func heading(above start: Int, in rows: ArraySlice<VisualRow>) -> Int {
        var row = max(start - 1, rows.startIndex)
        while row > rows.startIndex, rows[row].words.count <= 4,
            rows[row].words.count(where: { $0.key.hasPrefix("inn") }) == 2
        {
            row -= 1
        }
        return row
    }

    /// The rows of one of the two innings.
    ///
    /// - Parameters:
    ///   - falls: the scores at which its wickets fell, where a table of the whole match says so.
    ///   - right: the left edge of that table.
    func part(_ innings: Int, withHead: Bool, falls scores: [PageWord], before right: Double) -> [VisualRow] {
        let body = rows[start...]
        let table = body.firstIndex { Self.bowlingHeaders($0).count == 2 } ?? body.endIndex
        let fall = body[..<table].firstIndex { ["fall", "fow"].contains($0.words[0].key) } ?? table
        let bowling =
            body[fall..<table].firstIndex { row in row.words.contains { $0.key.hasPrefix("bowling") } } ?? table
        let end = body[..<fall].firstIndex { row in row.words.contains { $0.key == "total" } }.map { $0 + 1 } ?? fall
        return (withHead ? Array(rows[..<heading]) : []) + [headed(innings)]
            + body[..<end].compactMap { row($0, innings: innings) } + (innings == 0 ? body[end..<fall] : [])
            + VisualRow.titled(["Fall", "of", "wickets:"], scores)
            + (falls(body[fall..<bowling], innings: innings)
                ?? sentence(body[fall..<bowling], innings: innings, keyword: ["Fall", "of", "wickets:"]))
            + (tables(body[bowling...], innings: innings, before: right)
                ?? sentence(body[bowling...], innings: innings, keyword: ["Bowling:"]))
    }

    /// The row that names the side, with the heads of the columns of one innings where they stand beside the name.
    private func headed(_ innings: Int) -> VisualRow {
        let words = rows[heading].words
        let isHead = { (word: PageWord) in HeaderWords.term(word.key) != nil }
        guard words.count(where: isHead) >= 6 else { return rows[heading] }
        return VisualRow(words.filter { !isHead($0) || ($0.midX < middle) == (innings == 0) })
    }

    /// A row of one innings; without a name it is that of the extras, with nothing but figures that of the total.
    private func row(_ row: VisualRow, innings: Int) -> VisualRow? {
        let name = name(of: row)
        let edge = name.last?.left ?? dismissalLeft - unit
        let words = row.words.filter {
            !$0.isDash && $0.left > edge
                && !(($0.left - secondLeft).magnitude < 3 * unit && InningsSplit.isPlace($0))
        }
        let own = words.filter { ($0.midX < middle) == (innings == 0) }
        guard let first = own.first else { return nil }
        if let extras = extras(name, own, second: words.filter { $0.midX >= middle }, innings: innings) {
            return extras
        }
        if !name.isEmpty || SectionKeywords.leading(own) != nil { return VisualRow(name + own) }
        let isTotal = own.allSatisfy {
            $0.hasDigit || $0.text.hasPrefix("(") || $0.text.hasSuffix(")")
                || ["wkts", "dec", "ov", "mins"].contains($0.key)
        }
        var keyword = first.part(isTotal ? "Total" : "Extras", from: 0, to: 1)
        keyword.left = rows.map(\.left).min() ?? 0
        keyword.right = keyword.left + 3 * unit
        return VisualRow([keyword] + own)
    }

    /// Whoever bats in both innings: what stands before the column of dismissals, or before the comma where these run on behind names.
    private func name(of row: VisualRow) -> [PageWord] {
        let first = row.words.filter { $0.midX < middle }
        if let start = DismissalParser.start(in: first, from: 1), first[start - 1].text.hasSuffix(",") {
            return Array(first[..<start])
        }
        return row.words.filter { $0.left <= dismissalLeft - unit }
    }

    /// The extras of one innings, of which either names its own: `B 1, lb 1 2  B 4 4`, `Lb 2  Extras 7`; nil for other rows.
    private func extras(_ name: [PageWord], _ own: [PageWord], second: [PageWord], innings: Int) -> VisualRow? {
        let named = (innings == 0 ? name : []) + own
        guard let first = named.first, let sum = own.last, let figure = NumericText.integer(sum.text)?.number else {
            return nil
        }
        let kinds = Array(named.dropLast())
        let total = [first.part("Extras", from: 0, to: 0), sum.part(String(figure), from: 0, to: 1)]
        let keyword = SectionKeywords.leading(named)?.keyword
        if keyword == .total { return VisualRow(named) }
        if keyword == .extras { return VisualRow(kinds.contains(where: \.hasDigit) ? named : total) }
        let parts = kinds.contains(where: \.hasDigit) ? kinds : named
        if ExtrasParser.isOnlyParts(parts) { return VisualRow([total[0]] + parts + [total[1]]) }
        // Words beside those of the second innings were misread.
        return innings == 0 && SectionKeywords.leading(second)?.keyword == .extras ? VisualRow(total) : nil
    }

    /// The falls of one innings where those of either begin with the first wicket on a row of their own.
    private func falls(_ rows: ArraySlice<VisualRow>, innings: Int) -> [VisualRow]? {
        if let numbered = numberedFalls(rows, innings: innings) { return numbered }
        let firsts = rows.indices.filter { FallOfWicketsParser.parse(rows[$0].words).first?.wicket?.value == 1 }
        guard firsts.count == 2, let title = rows.first?.words.first,
            !rows.contains(where: { row in row.words.contains { $0.key == "first" || $0.key == "second" } })
        else { return nil }
        let own = innings == 0 ? rows[firsts[0]..<firsts[1]] : rows[firsts[1]...]
        guard SectionKeywords.leading(own[own.startIndex].words) == nil else { return Array(own) }
        return [VisualRow(["Fall", "of", "wickets"].map { title.part($0, from: 0, to: 0) })] + own
    }

    /// `FoW (1): 1-10, 2-28` above `FoW (2): 3-45`
    private func numberedFalls(_ rows: ArraySlice<VisualRow>, innings: Int) -> [VisualRow]? {
        let starts = ["(1)", "(2)"].compactMap { number in
            rows.firstIndex { $0.words.count > 2 && $0.words[0].key == "fow" && $0.words[1].text.hasPrefix(number) }
        }
        guard starts.count == 2, starts[0] < starts[1] else { return nil }
        let own = innings == 0 ? rows[starts[0]..<starts[1]] : rows[starts[1]...]
        return VisualRow.titled(["Fall", "of", "wickets:"], Array(own.flatMap(\.words).dropFirst(2)))
    }

    private static func bowlingHeaders(_ row: VisualRow) -> [TableHeader] {
        TableHeaderFinder.headers(in: row, at: 0).filter { $0.kind == .bowling }
    }

    /// The bowling of one innings where that of either is a table beside the other.
    private func tables(_ rows: ArraySlice<VisualRow>, innings: Int, before right: Double) -> [VisualRow]? {
        let heads = rows.indices.filter { Self.bowlingHeaders(rows[$0]).count == 2 }
        guard !heads.isEmpty else { return nil }
        // The bowling of an innings of the other side alone.
        let before = rows[..<heads[0]]
        let single = innings == 0 && before.contains { Self.bowlingHeaders($0).count == 1 } ? Array(before) : []
        return single
            + zip(heads, heads.dropFirst() + [rows.endIndex]).flatMap { head, next in
                let headers = Self.bowlingHeaders(rows[head])
                let edge = left(of: headers[1], in: rows[head].words) - 0.5 * unit
                let words = rows[head..<next].flatMap(\.words).filter { $0.midX < right }
                // One column of names may serve both.
                let names =
                    headers[1].label.isEmpty && headers[1].cells[0].column == .overs ? headers[0].left - unit : nil
                return VisualRows.group(words).compactMap { row -> VisualRow? in
                    let own = row.words.filter { ($0.midX < edge) == (innings == 0) }
                    guard let names else { return own.isEmpty ? nil : VisualRow(own) }
                    let figures = own.filter { $0.midX >= names }
                    return figures.isEmpty ? nil : VisualRow(row.words.filter { $0.midX < names } + figures)
                }
            }
    }

    /// Where a header begins with the words that stand close before it.
    private func left(of header: TableHeader, in words: [PageWord]) -> Double {
        var left = header.label.first?.left ?? header.left
        for word in words.reversed() where word.left < left && left - word.right < unit { left = word.left }
        return left
    }

    /// The words of one innings in `First innings 1/19 ...; Second innings 1/35 ...`.
    private func sentence(_ rows: ArraySlice<VisualRow>, innings: Int, keyword: [String]) -> [VisualRow] {
        let isResult = { (row: VisualRow) in MatchFacts.isResult(row.words.map(\.key)) }
        let words = rows.filter { !isResult($0) }.flatMap(\.words)
        let second = words.firstIndex { $0.key == "second" } ?? words.endIndex
        let first = words.firstIndex { $0.key == "first" } ?? words.startIndex
        let own = innings == 0 ? words[min(first, second)..<second] : words[second...]
        let said = own.dropFirst().compactMap { word -> PageWord? in
            // `innings—T.H.` runs on into the first name.
            guard word.key.hasPrefix("innings") else { return word }
            let rest = word.text.drop { $0.isLetter }.drop { !$0.isLetter }
            return rest.isEmpty ? nil : word.part(String(rest), from: 0.5, to: 1)
        }
        return VisualRow.titled(keyword, said) + (innings == 0 ? rows.filter(isResult) : [])
    }
}
