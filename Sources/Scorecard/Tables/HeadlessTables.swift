/// Finds tables whose header is not printed or was not read: rows of a name, a dismissal and figures, or of a name and
/// a bowling analysis. The columns are told by where the figures stand and by what the laws say of them.
struct HeadlessTables {
    private struct Block {
        var kind: TableKind
        var first: Int
        var rows: [[PageWord]]
        /// The heading of how batters were out, where that stands behind their figures.
        var dismissal: PageWord?
    }

    private let rows: [VisualRow]
    private let headerRows: [Int: TableKind]

    /// Headers made up for the tables that the known headers leave out.
    static func headers(in rows: [VisualRow], besides known: [TableHeader]) -> [TableHeader] {
        // Beside a table with a header, a row holds the words of two tables; nothing is made up from there on.
        let twice = Dictionary(grouping: known, by: \.row).filter { $0.value.count > 1 }.keys.min()
        guard twice == nil || !known.contains(where: { $0.kind == .batting }) else { return [] }
        let rows = Array(rows[..<(twice ?? rows.count)])
        let headerRows = Dictionary(known.map { ($0.row, $0.kind) }, uniquingKeysWith: { first, _ in first })
        let finder = HeadlessTables(rows: rows, headerRows: headerRows)
        return finder.blocks().compactMap(finder.header)
    }

    private func blocks() -> [Block] {
        var blocks: [Block] = []
        var table: TableKind?
        var index = 0
        while index < rows.count {
            let keyword = SectionKeywords.leading(rows[index].words)?.keyword
            if let kind = headerRows[index] {
                // Where only the bowling goes on from the page before, the batters are over.
                table = InlineBowling.isPresent(in: rows[index].words) ? nil : kind
            } else if table == .batting, isInningsHeading(index) {
                table = nil
            } else if let block = blockBeforeDismissals(below: index) {
                blocks.append(block)
                table = .batting
            } else if let kind = announced(at: index), let block = block(from: index + 1, of: kind, announced: true) {
                blocks.append(block)
                table = kind
            } else if let keyword {
                if keyword != .footer { table = nil }
            } else if table == .batting, beginsAnalyses(index),
                let block = block(from: index, of: .bowling, announced: false)
            {
                blocks.append(block)
                table = .bowling
            } else if table != .batting, let block = block(from: index, in: table) {
                blocks.append(block)
                table = block.kind
            }
            index += 1
        }
        return blocks
    }

    /// What a row announces that says `Bowling` or `Batting` above its figures, the letters of the columns unread.
    private func announced(at index: Int) -> TableKind? {
        // Averages of a season have a row of figures for each player too.
        guard !rows[index].words.contains(where: { Self.averages.contains($0.key) }) else { return nil }
        if SectionKeywords.leading(rows[index].words)?.keyword == .bowling { return .bowling }
        return HeaderWords.announcesBatters(rows[index].words) ? .batting : nil
    }

    private static let averages: Set = ["inn", "inns", "average", "averages", "av", "ave"]

    /// `Batting  How Out` above names, figures whose heads were not read, and how the batters were out.
    private func blockBeforeDismissals(below index: Int) -> Block? {
        let header = rows[index].words
        guard header.count <= 4, header.count > 1, HeaderWords.term(header[0].key)?.batting == .name,
            let dismissal = header.dropFirst().first(where: { $0.key == "how" || $0.key == "dismissal" })
        else { return nil }
        let table = rows[(index + 1)...].prefix { row in
            SectionKeywords.leading(row.words) == nil && HeaderWords.term(row.words[0].key)?.batting != .name
        }
        let figures = table.map { row in
            RowFigures.split(row.words.filter { $0.midX < dismissal.left - 0.5 * row.height }).figures
        }
        let told = figures.filter { $0.count >= 2 }
        guard told.count >= 4, told.count * 2 > table.count else { return nil }
        return Block(kind: .batting, first: index + 1, rows: told, dismissal: dismissal)
    }

    /// A table from this row on; below a bowling table only one of batters, whose dismissals no bowler has.
    private func block(from first: Int, in table: TableKind?) -> Block? {
        for kind in [TableKind.batting, .bowling] where kind != table {
            if let block = block(from: first, of: kind, announced: false) { return block }
        }
        return nil
    }

    /// - Parameter announced: whether the row above says what table this is: then two rows are one, and cells may be missing.
    private func block(from first: Int, of kind: TableKind, announced: Bool) -> Block? {
        guard first < rows.count, headerRows[first] == nil, figures(first, kind, announced) != nil else { return nil }
        var found: [[PageWord]] = []
        var misses = 0
        var index = first
        while index < rows.count, misses < 3, headerRows[index] == nil,
            SectionKeywords.leading(rows[index].words) == nil, found.isEmpty || !isInningsHeading(index)
        {
            if let figures = figures(index, kind, announced) {
                found.append(figures)
                misses = 0
            } else if !isPlainBatter(index) {
                misses += 1
            }
            index += 1
        }
        if kind == .bowling, !announced, !areAnalyses(found) || hasDismissals(first..<index) { return nil }
        let isPair = found.count == 2 && (kind == .batting ? isSum(index) : isBelowTotal(first))
        guard found.count >= (announced ? 2 : 3) || isPair else { return nil }
        return Block(kind: kind, first: kind == .batting ? begin(first, like: found[0]) : first, rows: found)
    }

    /// `KENT\u{2014}First Innings`, `second innings`: a table ends above it, whether or not its sum was said.
    private func isInningsHeading(_ index: Int) -> Bool {
        let words = rows[index].words
        guard words.count <= 6, let last = words.last, InningsHeading.isInnings(last.key), words.count > 1 else {
            return false
        }
        let before = words[words.count - 2].key
        return InningsHeading.ordinals.contains { before.hasSuffix($0) } && !words.contains { Int($0.key) != nil }
    }

    /// Whether the row above is the total of the innings: two bowlers may have bowled it all.
    private func isBelowTotal(_ index: Int) -> Bool {
        index > 0 && SectionKeywords.leading(rows[index - 1].words)?.keyword == .total
    }

    /// Whether three bowlers stand here right below the batters: no more maidens than overs, and the rates that the figures make.
    private func beginsAnalyses(_ first: Int) -> Bool {
        guard first + 3 <= rows.count else { return false }
        return (first..<(first + 3)).allSatisfy { index in
            let words = figures(index, .bowling, false) ?? []
            let values = words.compactMap { NumericText.decimal($0.text)?.number }
            guard values.count == 5, words.count == 5, words[4].text.contains("."),
                let length = NumericText.overs(words[0].text).flatMap({ Overs($0.number) }),
                values[1] <= values[0], values[3] <= 10, !isPlainBatter(index)
            else { return false }
            return RowLaws.agrees(6 * values[2] / Double(max(length.totalBalls, 1)), printed: values[4])
        }
    }

    /// Whether every third of these rows says how somebody was out.
    private func hasDismissals(_ range: Range<Int>) -> Bool {
        range.count(where: isDismissalAlone) * 3 >= range.count
    }

    /// Whether most rows can be bowling: no more maidens than overs, no more wickets than a side has.
    private func areAnalyses(_ rows: [[PageWord]]) -> Bool {
        let sound = rows.count { row in
            let values = row.compactMap { NumericText.decimal($0.text)?.number }
            guard values.count >= 4 else { return true }
            return values[1] <= values[0] && values[3] <= 10 || values[2] <= 10
        }
        return sound * 3 >= rows.count * 2
    }

    /// `49 24 4 4 204.17`: the rate that these runs and balls make ends the row, with minutes between them or not.
    private func endsWithStrikeRate(_ figures: [PageWord]) -> Bool {
        let values = figures.compactMap { NumericText.decimal($0.text)?.number }
        guard values.count == figures.count, values.count >= 3, let rate = values.last, rate >= 10,
            figures[figures.count - 1].text.contains(".")
        else { return false }
        return values[1..<min(3, values.count - 1)].contains {
            $0 > 0 && RowLaws.agrees(100 * values[0] / $0, printed: rate)
        }
    }

    /// Where the batters begin: those above the first sure one have a dismissal below them or no figures.
    ///
    /// - Parameter sure: the figures of the first sure one, in whose columns those above have theirs.
    private func begin(_ first: Int, like sure: [PageWord]) -> Int {
        let left = sure[0].left - 3 * sure[0].height
        let right = sure[sure.count - 1].right + 3 * sure[0].height
        var begin = first
        while begin > 0, headerRows[begin - 1] == nil, SectionKeywords.leading(rows[begin - 1].words) == nil {
            let (figures, text) = RowFigures.split(rows[begin - 1].words)
            let isBatter =
                !figures.isEmpty && text.contains { $0.key.count > 1 } && isPlainBatter(begin)
                && figures.contains { $0.left > left && $0.right < right }
            guard isBatter || isPlainBatter(begin - 1) && begin > 1 else { break }
            begin -= 1
        }
        return begin
    }

    /// Whether extras or a total follow: then two rows are a table, of an innings soon over.
    private func isSum(_ index: Int) -> Bool {
        guard index < rows.count, let keyword = SectionKeywords.leading(rows[index].words)?.keyword else {
            return false
        }
        return keyword == .extras || keyword == .total
    }

    /// The figures at the end of a row that can be one of such a table.
    private func figures(_ index: Int, _ kind: TableKind, _ announced: Bool) -> [PageWord]? {
        let words = rows[index].words
        let (figures, text) = RowFigures.split(kind == .bowling ? Self.withoutExtras(words) : words)
        guard !figures.isEmpty, text.contains(where: { $0.key.count > 1 && !$0.hasDigit }), !rows[index].isLogged else {
            return nil
        }
        // Names with a number behind each, as in a list of tee times, are several players.
        guard text.dropFirst().count(where: { Int($0.text) != nil }) < 2 else { return nil }
        switch kind {
        case .batting:
            guard text.count <= 14 else { return nil }
            let dismissal = DismissalParser.start(in: Array(text), from: 1)
            if dismissal != nil || announced && figures.count >= 2 || endsWithStrikeRate(figures) { return figures }
            guard isDismissalAlone(index + 1) else { return nil }
            return figures.count >= 3 || DismissalParser.begins(rows[index + 1].words, at: 0) ? figures : nil
        case .bowling:
            guard (announced ? 2...9 : 4...9).contains(figures.count), NumericText.overs(figures[0].text) != nil,
                text.count <= 6
            else {
                return nil
            }
            return figures
        }
    }

    /// The row without the `(1nb, 3w)` behind an analysis.
    private static func withoutExtras(_ words: [PageWord]) -> [PageWord] {
        guard words.last?.text.hasSuffix(")") == true,
            let open = words.lastIndex(where: { $0.text.hasPrefix("(") }), words.count - open <= 3
        else { return words }
        return Array(words[..<open])
    }

    /// A row that says how somebody was out, as cards with two lines to a batter have below each name.
    private func isDismissalAlone(_ index: Int) -> Bool {
        index < rows.count && isPlainBatter(index) && RowFigures.split(rows[index].words).figures.isEmpty
    }

    /// A batter who did not bat has no figures, nor has a dismissal on a line of its own.
    private func isPlainBatter(_ index: Int) -> Bool {
        DismissalParser.start(in: rows[index].words, from: 0) != nil && !rows[index].isLogged
    }

    private func header(_ block: Block) -> TableHeader? {
        let unit = max(Slope.median(block.rows.flatMap { $0.map(\.height) }), 1)
        let clusters = FigureColumns.clusters(block.rows, unit: unit)
        guard !clusters.isEmpty else { return nil }
        let columns = FigureColumns.columns(block.kind, rows: block.rows.map { FigureColumns.assign($0, to: clusters) })
        guard columns.count == clusters.count else { return nil }
        let first = block.dismissal == nil ? block.first : block.first - 1
        let row = rows[first]
        var cells = zip(columns, clusters).map { TableHeader.Cell(column: $0, left: $1.left, right: $1.right) }
        if let word = block.dismissal {
            cells.append(TableHeader.Cell(column: .dismissal, left: word.left, right: word.right))
        }
        return TableHeader(
            kind: block.kind, cells: cells, label: [], row: first, bodyRow: block.first, top: row.top,
            bottom: block.dismissal == nil ? row.top : row.bottom)
    }
}
