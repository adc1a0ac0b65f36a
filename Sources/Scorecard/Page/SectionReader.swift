/// What one section of a page says.
struct SectionContent {
    var kind: TableKind
    var innings = DraftInnings()
    /// Rows that belong to no table: headings of the next one, facts about the match.
    var leftOver: [VisualRow] = []
    /// Lower edge of the last row that was understood.
    var bottom = 0.0
}

/// Reads a section row by row: the table, then extras, total, did not bat and fall of wickets in any order.
struct SectionReader {
    /// What the next row may go on with.
    private enum State {
        case table, extras, didNotBat, fallOfWickets, none
    }

    private let section: TableSection
    private let figures: TableRows
    private var batting: BattingTable
    private var bowling: BowlingTable
    private var state = State.table
    private var content: SectionContent
    private var didNotBat = DidNotBatList()
    private var fallOfWickets: [PageWord] = []
    private var fallTable: FallTable?
    private var fallNames = FallNames()
    private var fallList = FallList()
    private var fallGrid: FallGrid?
    private var inlineBowling: [PageWord] = []
    private var lastRow: VisualRow?
    /// A row that was taken for a name and waits for the figures that prove it.
    private var waiting: VisualRow?

    static func read(_ section: TableSection) -> SectionContent {
        var reader = SectionReader(section)
        for row in reader.section.rows { reader.take(row) }
        return reader.finish()
    }

    private init(_ wrapped: TableSection) {
        var section = wrapped
        section.rows = RowBands.merged(wrapped.rows, header: wrapped.header)
        self.section = section
        let table = section.rows.prefix { row in
            guard let leading = SectionKeywords.leading(row.words) else { return true }
            return leading.keyword == .bowling
        }
        let body = Array(table)
        figures = TableRows(header: section.header, rows: body)
        batting = BattingTable(header: section.header, rows: figures, body: section.header.kind == .batting ? body : [])
        bowling = BowlingTable(rows: figures)
        content = SectionContent(kind: section.header.kind, bottom: section.header.bottom)
        content.innings.page = section.page
    }

    private mutating func take(_ row: VisualRow) {
        let understood = takeOpened(row) || takeInlineBowling(row) || takeKeyword(row) || goOn(row)
        let waits = understood && (batting.isWaiting || bowling.isWaiting)
        if let waiting, !waits {
            if understood { accept(waiting) } else { content.leftOver.append(waiting) }
            self.waiting = nil
        }
        if waits {
            waiting = row
        } else if understood {
            accept(row)
        } else {
            content.leftOver.append(row)
        }
    }

    private mutating func accept(_ row: VisualRow) {
        content.bottom = max(content.bottom, row.bottom)
        lastRow = row
    }

    private mutating func takeOpened(_ row: VisualRow) -> Bool {
        guard state == .table, let opened = OpenedRow(row.words, kind: content.kind) else { return false }
        if content.kind == .batting { batting.add(opened) } else { bowling.add(opened) }
        return true
    }

    private mutating func takeInlineBowling(_ row: VisualRow) -> Bool {
        guard
            InlineBowling.isPresent(in: row.words) || InlineBowling.goesOn(inlineBowling, in: row.words)
                || InlineBowling.isListed(row.words, after: inlineBowling)
        else { return false }
        let keyword = SectionKeywords.leading(row.words)
        let words = InlineBowling.named(row.words)
        inlineBowling += words.dropFirst(keyword?.keyword == .bowling ? keyword?.count ?? 0 : 0)
        state = .none
        return true
    }

    private mutating func takeKeyword(_ row: VisualRow) -> Bool {
        if fallOfWickets.isEmpty, fallTable == nil,
            row.words[0].key == "score" || FallList.begins(row.words, below: batting),
            !FallOfWicketsParser.parse(row.words).isEmpty
        {
            fallOfWickets = row.words
            state = .fallOfWickets
            return true
        }
        if fallOfWickets.isEmpty, fallGrid == nil, let grid = FallGrid(row.words) {
            fallGrid = grid
            state = .fallOfWickets
            return true
        }
        if fallOfWickets.isEmpty, fallTable == nil, let table = FallTable(header: row.words),
            table.saysAll || FallTable.isTitled(row.words)
        {
            fallTable = table
            state = .fallOfWickets
            return true
        }
        guard let (keyword, count) = SectionKeywords.leading(row.words) ?? SectionKeywords.fallTitle(row.words) else {
            return false
        }
        let rest = Array(row.words.dropFirst(count))
        switch keyword {
        case .extras: return takeExtras(GluedExtras.separated(rest), row)
        case .extrasPart: return takeExtrasPart(row, keyword: count)
        case .total: takeTotal(rest, row)
        case .wicketsLost:
            // `Wickets lost  10 x 5  -50`, where each costs runs: what is left is the total below.
            let lost = rest.first { $0.hasDigit }
            content.innings.total.wickets = lost.flatMap { word in
                Int(word.text.prefix { $0.isNumber }.prefix(2)).flatMap { Read($0, from: [word]) }
            }
            state = .none
        case .didNotBat:
            // Below a name it is what that batter did.
            if rest.isEmpty, batting.isWaiting || batting.lacksDismissal { return batting.add(row) }
            didNotBat.begin(rest, in: row)
            state = .didNotBat
        case .fallOfWickets:
            if let total = rest.firstIndex(where: { $0.key == "total" }),
                rest[total...].dropFirst().first?.key == "extras"
            {
                return takeExtras(Array(rest[(total + 2)...]), row)
            }
            if fallGrid?.take(rest) == true { return true }
            if fallOfWickets.isEmpty, fallTable == nil, let table = FallTable(header: rest), table.hasPlayers {
                fallTable = table
            } else if fallOfWickets.isEmpty || rest.contains(where: \.hasDigit) {
                fallOfWickets += rest
            }
            if rest.contains(where: \.hasDigit) { fallList.mix() }
            state = .fallOfWickets
        case .bowling, .footer:
            state = .none
            return false
        }
        return true
    }

    /// One part of the extras, or all of them: `Byes 10, leg byes 1, wides 12    23`.
    private mutating func takeExtrasPart(_ row: VisualRow, keyword: Int) -> Bool {
        guard row.words.dropFirst(keyword).contains(where: \.hasDigit) else { return false }
        if let sum = runsCell(row), let score = ScoreAmongExtras(row.words, runs: sum) {
            content.innings.extras.fill(from: ExtrasParser.parse(score.parts))
            content.innings.total.fill(from: score.total)
            state = .none
            return true
        }
        if ExtrasParser.isOnlyParts(row.words, least: 2), !row.words.contains(where: { $0.key == "total" }) {
            return takeExtras(row.words, row)
        }
        content.innings.extras.fill(from: ExtrasParser.parse(withoutStrokes(row, keyword: keyword)))
        state = .extras
        return true
    }

    /// `LEG BYES 1 1 ... 2`: a part of extras, ball by ball, and its sum among the runs.
    private func withoutStrokes(_ row: VisualRow, keyword: Int) -> [PageWord] {
        guard row.words.count > keyword + 2, let sum = runsCell(row) else { return row.words }
        return Array(row.words.prefix(keyword)) + [sum]
    }

    private mutating func takeExtras(_ rest: [PageWord], _ row: VisualRow) -> Bool {
        guard content.kind == .batting || !rest.isEmpty else { return false }
        if let index = rest.firstIndex(where: { $0.key == "total" || $0.key == "overs" }), index > 0 {
            content.innings.extras.fill(from: ExtrasParser.parse(Array(rest[..<index])))
            // `EXTRAS 15 OVERS 50 280-5`
            takeTotal(Array(rest[(rest[index].key == "total" ? index + 1 : index)...]), row)
            return true
        }
        content.innings.extras.fill(from: extras(rest, row))
        state = .extras
        return true
    }

    private func extras(_ words: [PageWord], _ row: VisualRow) -> DraftExtras {
        guard let sum = runsCell(row), let index = words.firstIndex(where: { $0.left == sum.left }) else {
            return ExtrasParser.parse(words)
        }
        var rest = words
        rest.remove(at: index)
        guard let value = NumericText.integer(sum.text) else { return ExtrasParser.parse(words) }
        var extras = ExtrasParser.parse(rest, total: value.number)
        extras.total = Read(value.number, from: [sum], doubt: value.doubt)
        return extras
    }

    private mutating func takeTotal(_ rest: [PageWord], _ row: VisualRow) {
        state = .none
        guard content.kind == .batting else { return }
        var words = rest
        var total = DraftTotal()
        if let sum = runsCell(row), let index = words.firstIndex(where: { $0.left == sum.left }),
            let value = NumericText.integer(sum.text), !isBesideSeparator(words, index)
        {
            // Cards that add up every column print more figures to the right; only the runs belong to the total.
            words.removeAll {
                $0.left >= sum.left && NumericText.fits($0) && !$0.text.contains("(") && !$0.text.contains(")")
                    && !TotalParser.isOvers($0, in: rest)
            }
            total.runs = Read(value.number, from: [sum], doubt: value.doubt)
            var parsed = TotalParser.parse(words)
            parsed.runs = nil
            total.fill(from: parsed)
        } else {
            total = TotalParser.parse(words)
        }
        content.innings.total.fill(from: total)
    }

    /// `184 / 6` and `184 for 6` in words of their own are a score and no cell.
    private func isBesideSeparator(_ words: [PageWord], _ index: Int) -> Bool {
        for neighbour in [index - 1, index + 1] where words.indices.contains(neighbour) {
            let word = words[neighbour]
            if word.key == "for" || word.key == "/" || word.text == "-" || word.key == "all" { return true }
        }
        return false
    }

    /// The figure in the column of runs, when it is nothing but a figure.
    private func runsCell(_ row: VisualRow) -> PageWord? {
        guard let column = figures.columns.firstIndex(where: { $0.column == .runs }) else { return nil }
        let word = figures.row(row).cells[column]
        guard let word, word.text.unicodeScalars.allSatisfy(Characters.isDigit) else { return nil }
        return word
    }

    /// A row without a keyword goes on with what stood above it.
    private mutating func goOn(_ row: VisualRow) -> Bool {
        switch state {
        case .table where content.kind == .bowling: return bowling.add(row)
        case .table:
            if takeUnnamedExtras(row) { return true }
            return batting.add(row)
        case .extras: return goOnWithExtras(row)
        case .didNotBat:
            let isWrapped = isEndOfFullLine(row)
            guard didNotBat.goesOn(in: row, below: lastRow, isClose: isClose(row), isWrapped: isWrapped) else {
                return false
            }
            didNotBat.add(row)
        case .fallOfWickets:
            if fallGrid?.take(row.words) == true { return true }
            if fallTable != nil { return !isScoreOfSide(row) && fallTable?.add(row.words) == true }
            if fallOfWickets.isEmpty, let table = FallTable(header: row.words) {
                fallTable = table
                return true
            }
            if fallNames.take(row.words, under: fallOfWickets) { return true }
            let isListed = (fallList.goesOn(row) || !isNextHeading(row)) && fallList.add(row)
            guard continuesFalls(row) else { return isListed }
            if !isListed { fallList.mix() }
            fallOfWickets += row.words
        case .none: return false
        }
        return true
    }

    /// Old cards print extras without a word for them: `B 4, l-b 2 ... 6`.
    private mutating func takeUnnamedExtras(_ row: VisualRow) -> Bool {
        guard row.words.count >= 3, row.words[0].key.utf8.count <= 3, !batting.batters.isEmpty,
            !row.words.contains(where: ExtrasParser.isForeign), runsCell(row) != nil
        else {
            return false
        }
        let words = GluedExtras.separated(row.words)
        guard ExtrasParser.isOnlyParts(words) else { return false }
        content.innings.extras.fill(from: extras(words, row))
        state = .extras
        return true
    }

    private mutating func goOnWithExtras(_ row: VisualRow) -> Bool {
        if ExtrasParser.isOnlyParts(row.words) {
            content.innings.extras.fill(from: ExtrasParser.parse(row.words))
            return true
        }
        if takeSum(row) { return true }
        // A total needs no keyword where it follows the extras: `(6 wickets, 20 overs) 184`.
        let total = TotalParser.parse(row.words)
        guard content.innings.total.isEmpty, total.runs != nil, row.words.count <= 9 else { return false }
        guard total.wickets != nil || total.overs != nil || runsCell(row) != nil else { return false }
        takeTotal(row.words, row)
        return true
    }

    /// A figure alone below the extras that is the sum of all above it.
    private mutating func takeSum(_ row: VisualRow) -> Bool {
        guard row.words.count == 1, content.innings.total.isEmpty, let sum = Int(row.words[0].key),
            sum == batting.batters.reduce(content.innings.extras.total?.value ?? 0, { $0 + ($1.runs?.value ?? 0) })
        else { return false }
        content.innings.total.runs = Read(sum, from: row.words)
        state = .none
        return true
    }

    private func isClose(_ row: VisualRow) -> Bool {
        guard let lastRow else { return true }
        return row.top - lastRow.bottom < 1.3 * row.height
    }

    /// A list that filled its line goes on below, comma or not.
    private func isEndOfFullLine(_ row: VisualRow) -> Bool {
        guard let lastRow, lastRow.right > section.header.right - 6 * row.height else { return false }
        return row.words.count <= 3 && !row.words.contains(where: \.hasDigit)
    }

    private func continuesFalls(_ row: VisualRow) -> Bool {
        if FallOfWicketsParser.parse(row.words).isEmpty {
            guard isClose(row) else { return false }
            if fallOfWickets.isEmpty {
                return row.words[0].text.hasPrefix("(") || row.words.allSatisfy { !$0.hasDigit || $0.text.count <= 3 }
            }
            let isGrid = fallOfWickets.allSatisfy { Int($0.text) != nil || !$0.hasDigit && !$0.text.hasPrefix("(") }
            if isGrid { return isGridRow(row) }
            let open = fallOfWickets.count { $0.text.contains("(") } > fallOfWickets.count { $0.text.contains(")") }
            if row.words[0].text.hasPrefix("(") || isEndOfFullLine(row) && !areAllFallsClosed { return true }
            return open || fallOfWickets.last.map { ",-".contains($0.text.last ?? " ") } == true
        }
        return !isNextHeading(row)
    }

    /// Whether each fall but the last is closed by a comma, and the last by a bracket: nothing more is to come.
    private var areAllFallsClosed: Bool {
        fallOfWickets.last?.text.hasSuffix(")") == true && fallOfWickets.contains { $0.text.hasSuffix("),") }
    }

    /// A score far below the list that does not go on with it: `England 241/10 (50.0)` above the next table.
    private func isNextHeading(_ row: VisualRow) -> Bool {
        if isScoreOfSide(row) { return true }
        guard let lastRow, row.top - lastRow.bottom > 1.3 * row.height else { return false }
        if row.words.contains(where: { $0.key == "innings" || $0.key == "inns" }) { return true }
        let fallen = FallOfWicketsParser.parse(fallOfWickets)
        guard let next = FallOfWicketsParser.parse(row.words).first, !fallen.isEmpty else { return false }
        return ![next.wicket?.value, next.runs?.value].contains(fallen.count + 1)
    }

    /// `Old Elmians CC 181/10 (26.3 ov)` behind a list that says all.
    private func isScoreOfSide(_ row: VisualRow) -> Bool {
        guard row.words.count > 2, row.words[0].text.first?.isUppercase == true,
            fallOfWickets.last?.text.hasSuffix(",") == false,
            let line = ScoreLine(row.words, isSide: { _ in false }), line.rest.isEmpty
        else { return false }
        return line.total.overs != nil && row.words.contains { $0.key.hasPrefix("ov") }
            && row.words.count { $0.text.contains("/") } == 1
    }

    /// Scores under the numbers of a grid, a label before them.
    private func isGridRow(_ row: VisualRow) -> Bool {
        let scores = row.words.filter { Int($0.key) != nil }
        let others = row.words.filter { Int($0.key) == nil && !$0.key.isEmpty }
        return !scores.isEmpty && others.count <= 2 && !others.contains(where: \.hasDigit)
    }

    private mutating func finish() -> SectionContent {
        if let waiting { content.leftOver.append(waiting) }
        content.innings.batting = content.kind == .batting ? MisplacedFigures.settled(batting.finished()) : []
        UnnamedSums.settle(&content.innings)
        let table = content.kind == .bowling ? MisplacedFigures.settled(bowling.bowlers) : []
        content.innings.bowling = table + InlineBowling.bowlers(in: inlineBowling)
        content.innings.didNotBat = NameList.names(in: didNotBat.words)
        content.innings.fallOfWickets =
            fallTable?.wickets ?? fallGrid?.wickets ?? fallList.wickets
            ?? fallNames.named(FallOfWicketsParser.parse(fallOfWickets, announced: true), in: fallOfWickets)
        return content
    }
}
