/// Grows headers word by word, beginning a new one where a word does not fit the present one.
struct HeaderBuilder {
    private struct Item {
        var word: PageWord
        /// Nil for a word that may be a misread column.
        var term: HeaderTerm?
    }

    private let row: VisualRow
    private let index: Int
    private var headers: [TableHeader] = []
    private var items: [Item] = []
    private var label: [PageWord] = []

    init(row: VisualRow, index: Int) {
        self.row = row
        self.index = index
    }

    mutating func add(_ word: PageWord) {
        guard
            let term = widesBehindWickets(word) ?? HeaderWords.term(word.key) ?? inningsOfBatter(word) ?? misread(word)
        else {
            addUnknown(word)
            return
        }
        if term.batting?.isText == true, items.allSatisfy({ $0.term == nil || Int($0.word.key) != nil }) {
            // No `6` stands before the names: that is a misread number of the rows.
            label += items.map(\.word)
            items = []
        }
        while !items.isEmpty, kinds(items + [Item(word: word, term: term)]).isEmpty {
            if tableKind(items) != nil, !isScrap(items[0], beside: word, term) {
                close()
            } else {
                label.append(items.removeFirst().word)
            }
        }
        items.append(Item(word: word, term: term))
    }

    /// A misspelt word counts only among others that are columns.
    private func misread(_ word: PageWord) -> HeaderTerm? { items.isEmpty ? nil : HeaderWords.misreadTerm(word.key) }

    /// `Batsman  Innings  Dismissal`, where the head of no other column says runs: `16 (29)` are a batter's innings.
    private func inningsOfBatter(_ word: PageWord) -> HeaderTerm? {
        guard word.key == "innings", items.last?.term?.batting == .name, items.last?.term?.bowling == nil,
            !row.words.contains(where: { HeaderWords.term($0.key)?.batting == .runs })
        else { return nil }
        return HeaderTerm(batting: .runs)
    }

    /// `Wkts  W  NB`: a second head of wickets is that of the wides.
    private func widesBehindWickets(_ word: PageWord) -> HeaderTerm? {
        let isBehind = word.key == "w" && items.contains { $0.term?.bowling == .wickets }
        return isBehind ? HeaderTerm(bowling: .wides) : nil
    }

    /// Whether the first word is the rest of one that was lost: `r  Overs  Maidens` before `Runs`.
    private func isScrap(_ item: Item, beside word: PageWord, _ term: HeaderTerm) -> Bool {
        item.word.text.count == 1 && word.key.utf8.count > 2 && item.term?.bowling == term.bowling
            && items.dropFirst().allSatisfy { $0.word.key.utf8.count > 2 }
    }

    mutating func finish() -> [TableHeader] {
        close()
        return headers
    }

    private mutating func addUnknown(_ word: PageWord) {
        if !hasNumeric(items) {
            label.append(word)
        } else if word.text.count <= 4, !word.isDash {
            items.append(Item(word: word, term: nil))
        } else if let last = items.last?.word, items[0].word.text == "b", word.left - last.right < word.height {
            // `b MR Ferdous` is a bowler with initials.
            label += items.map(\.word) + [word]
            items = []
        } else {
            close()
            label.append(word)
        }
    }

    private mutating func close() {
        while !items.isEmpty {
            if let kind = tableKind(items) {
                headers.append(header(kind))
                items = []
                label = []
            } else {
                label.append(items.removeFirst().word)
            }
        }
    }

    private func header(_ kind: TableKind) -> TableHeader {
        // Words after the last known column are no part of the table.
        let end = items.lastIndex { $0.term != nil } ?? items.count - 1
        var items = Array(items[...end])
        var label = label
        // A short word between the names and the first figures that are known may be a misread column too.
        if let last = label.last, last.text.count <= 3, !last.key.isEmpty,
            let name = items.firstIndex(where: { $0.term?.column(in: kind) != .name }),
            items[name].term?.column(in: kind)?.isText != true, items[name].word.left > last.right,
            label.count > 1 || name > 0 || items[name].word.left - last.right < 6 * row.height,
            isBeside(last, items[name...].map(\.word))
        {
            if name == 0 || items[name - 1].word.right < last.left {
                items.insert(Item(word: last, term: nil), at: name)
                label.removeLast()
            }
        }
        var cells = items.map { item in
            TableHeader.Cell(
                column: item.term?.column(in: kind) ?? .other, left: item.word.left, right: item.word.right,
                isForeign: item.term?.column(in: kind) == .other)
        }
        MisreadHeaders.resolve(&cells, words: items.map { $0.term == nil ? $0.word.text : nil }, kind: kind)
        label.removeAll { Self.counters.contains($0.key) }
        // A row that begins with scraps and goes on with `Bowler  Runs` has lost the head of the names.
        if kind == .batting, cells.first?.column == .bowler, let scrap = label.first,
            label.allSatisfy({ $0.text.count <= 3 })
        {
            cells.insert(TableHeader.Cell(column: .name, left: scrap.left, right: scrap.right), at: 0)
            label = []
        }
        return TableHeader(
            kind: kind, cells: cells, label: label, row: index, bodyRow: index + 1, top: row.top,
            bottom: row.bottom)
    }

    /// Whether a word stands about as far from the first of these as they stand from one another.
    private func isBeside(_ word: PageWord, _ columns: [PageWord]) -> Bool {
        let steps = zip(columns, columns.dropFirst()).map { $1.left - $0.right }
        return columns[0].left - word.right < max(8 * row.height, 1.8 * Slope.median(steps))
    }

    /// Heads of a column that counts the rows, or says when a batter came and went.
    static let counters: Set<String> = [
        "no", "pair", "nr", "num", "sl", "sno", "slno", "srno", "sr.no", "s.no", "in", "out",
    ]

    /// The kinds of table in which all these words can stand together.
    private func kinds(_ items: [Item]) -> [TableKind] {
        [TableKind.batting, .bowling].filter { kind in
            var used: Set<Column> = []
            var numericSeen = false
            for item in items {
                guard let term = item.term else { continue }
                guard let column = term.column(in: kind) else { return false }
                if column == .other { continue }
                // A name column comes first; where one follows figures, the next table begins.
                if column == .name || column == .bowler && numericSeen, numericSeen { return false }
                if !used.insert(column).inserted { return false }
                numericSeen = numericSeen || !column.isText && column != .strokes
            }
            return true
        }
    }

    private func hasNumeric(_ items: [Item]) -> Bool {
        items.contains { item in
            item.term.map { $0.batting?.isText == false || $0.bowling?.isText == false } ?? false
        }
    }

    private func tableKind(_ items: [Item]) -> TableKind? {
        kinds(items).first { isTable(items, $0) }
    }

    private func isTable(_ items: [Item], _ kind: TableKind) -> Bool {
        // No column makes a table alone, and most words are alone.
        items.count >= 2 && hasColumns(items, kind) && !hasFigures(items)
    }

    private func hasColumns(_ items: [Item], _ kind: TableKind) -> Bool {
        let columns = Set(items.compactMap { $0.term?.column(in: kind) })
        switch kind {
        case .batting:
            let telling = columns.intersection([.balls, .fours, .sixes, .minutes, .strikeRate]).count
            let named = columns.contains(.name) || columns.contains(.dismissal)
            // `b YT Butt 6 4` is the end of a batter's row: bare figures are no columns there, nor is the R of `b R.S. Smit 4`.
            let bare = items.count { Int($0.word.key) != nil }
            if columns == [.runs, .balls], row.words.allSatisfy({ isFigureHead($0) }) { return true }
            // Between the names and how they were out the heads of figures may be lost.
            if columns.isSuperset(of: [.name, .dismissal, .strikeRate]) { return true }
            if columns.contains(.runs) {
                return telling - (items[0].word.text == "b" ? bare : 0) >= 2 || named && isDistinct(items)
            }
            return telling - bare >= 3 || telling - bare >= 2 && named
        case .bowling:
            let telling = columns.intersection([.maidens, .runs, .wickets, .economy]).count
            // `Bowling  Overs  Maidens` in full, before heads that were not read.
            let isWhole = columns == [.name, .overs, .maidens] && row.words.allSatisfy { $0.key.utf8.count >= 5 }
            if columns.contains(.overs) { return telling >= 2 || isWhole }
            // `Bowler  Balls  0s  R  W`, where balls are counted and no overs.
            let isBowlers = items[0].term?.batting == .bowler && columns.contains(.name)
            return telling >= (isBowlers && items.count >= 4 ? 2 : 3)
        }
    }

    /// Above the figures of one table or of two side by side nothing but such heads stands.
    private func isFigureHead(_ word: PageWord) -> Bool {
        HeaderWords.term(word.key)?.batting?.isText == false && Int(word.key) == nil
    }

    /// A figure among the words makes it a row of a table or a sentence: `45 runs, 30 balls, 4 fours`.
    private func hasFigures(_ items: [Item]) -> Bool {
        guard let left = items.first?.word.left else { return false }
        let lettered = items.count { $0.term != nil && !$0.word.hasDigit }
        let headed = items.count { $0.term != nil && Int($0.word.text) == nil }
        let end = (items.last?.word.right ?? left) + 4 * row.height
        let figures = row.words.filter { word in
            guard word.left >= left, word.hasDigit, HeaderWords.term(word.key) == nil else { return false }
            return Double(word.text) != nil && !Self.misreadFigures.contains(word.text)
        }
        // `R 8 S/R 4s 6s`: one digit among letters is a letter too.
        let isTold =
            lettered >= 2 || lettered == 1 && items.count { Int($0.word.key) == 4 || Int($0.word.key) == 6 } == 2
        if figures.count == 1, figures[0].text.utf8.count == 1, isTold { return false }
        // Behind four heads and more the figures are those of a chart or of a table of points.
        let inside = figures.filter { $0.left <= items.last?.word.right ?? left }
        if headed >= 4, inside.isEmpty || inside.count == 1 && inside[0].text.utf8.count == 1 { return false }
        // `MR Noor b N Khan 12 15 30` has a batter's initials, not columns.
        return figures.count >= 3 || figures.contains { $0.left < end }
    }

    /// What engines make of `4s` and `6s`.
    private static let misreadFigures: Set<String> = ["45", "65", "48", "68", "05", "08"]

    /// A name column and one of runs alone make a batting table only when a word says that it is one.
    private func isDistinct(_ items: [Item]) -> Bool {
        items.contains { item in
            guard let term = item.term, let column = term.batting else { return false }
            switch column {
            case .name, .dismissal: return term.bowling == nil
            case .balls, .fours, .sixes, .strikeRate: return true
            default: return false
            }
        }
    }
}
