internal import Recognition

/// Reads the rows of a bowling table.
struct BowlingTable {
    private let rows: TableRows
    private(set) var bowlers: [DraftBowler] = []
    private var pendingName: [PageWord] = []

    init(rows: TableRows) { self.rows = rows }

    /// Takes in a row; false when it is none of this table's.
    mutating func add(_ visual: VisualRow) -> Bool {
        let row = rows.row(visual)
        let figures = row.cells.count { $0.map { !$0.isDash && NumericText.decimal($0.text) != nil } ?? false }
        let unknown = figures == 0 ? 0 : row.cells.count { $0?.isUnknown == true }
        // `Page 1 of 1` under a table has two figures.
        if figures + unknown >= min(3, rows.columns.count) {
            // A table of the overs: `Over 1 2 3`, `Runs 10 5 12`.
            if row.text.count == 1, HeaderWords.term(row.text[0].key)?.bowling != nil { return false }
            // The numbers of a grid of falls, the first of them misread.
            if (1...2).contains(row.text.count), row.text[0].key == "wicket" { return false }
            addFigures(row)
            return true
        }
        let text = row.text.filter { !$0.key.isEmpty }
        guard figures == 0, pendingName.isEmpty, !text.isEmpty, text.count <= 5, !text.contains(where: \.hasDigit)
        else {
            return false
        }
        pendingName = text
        return true
    }

    /// Takes what a row says of the bowler above it.
    mutating func add(_ opened: OpenedRow) {
        if let last = bowlers.indices.last { bowlers[last].fill(from: opened) }
    }

    /// Whether the last row was a name without figures.
    var isWaiting: Bool { !pendingName.isEmpty }

    private mutating func addFigures(_ row: TableRow) {
        var bowler = DraftBowler()
        let brackets = row.text.firstIndex { $0.text.hasPrefix("(") && $0.hasDigit } ?? row.text.count
        let name = Array(row.text[..<brackets]).filter { !$0.hasDigit || $0.left == row.text.first?.left }
        if let marked = NameText.marked(name.isEmpty ? pendingName : name) {
            bowler.player = Read(marked.name, from: marked.words)
        }
        pendingName = []
        bowler.unread = row.unread(rows.columns)
        bowler.cells = row.words(rows.columns)
        for (index, cell) in rows.columns.enumerated() {
            switch cell.column {
            case .overs: bowler.overs = row.overs(index)
            case .maidens: bowler.maidens = row.integer(index)
            case .runs: bowler.runs = row.integer(index)
            case .wickets: bowler.wickets = row.integer(index)
            case .wides: bowler.wides = row.integer(index)
            case .noBalls: bowler.noBalls = row.integer(index)
            case .economy: bowler.economy = row.decimal(index)
            default: continue
            }
        }
        bowler.fillExtras(from: row.text[brackets...] + row.behind)
        bowlers.append(bowler)
    }
}

extension DraftBowler {
    /// Wides and no-balls as they stand behind a bowler's figures: `(3w, 1nb)`, `(3w) (1nb)`, `1nb 3w`.
    mutating func fillExtras(from words: ArraySlice<PageWord>) {
        let words = Array(words)
        let tokens = Tokenizer.tokens(words)
        for index in tokens.indices.dropFirst() where tokens[index - 1].kind == .number {
            guard let number = tokens[index - 1].integer else { continue }
            set(tokens[index].text, number, words[tokens[index].word])
        }
        // `(nb2)`
        for (index, next) in zip(tokens.indices, tokens.dropFirst())
        where tokens[index].kind == .letters && next.word == tokens[index].word
            && (index == 0 || tokens[index - 1].kind != .number)
        {
            guard let number = next.integer else { continue }
            set(tokens[index].text, number, words[next.word])
        }
        // `(w 1)`
        for index in tokens.indices.dropFirst().dropLast()
        where tokens[index].kind == .letters && tokens[index - 1].text == "(" {
            guard let number = tokens[index + 1].integer else { continue }
            set(tokens[index].text, number, words[tokens[index + 1].word])
        }
        // `(nb-1, w-1)`
        for index in tokens.indices.dropLast(2) where tokens[index].kind == .letters && tokens[index + 1].isSeparator {
            guard let number = tokens[index + 2].integer else { continue }
            set(tokens[index].text, number, words[tokens[index].word])
        }
        // `(lw, inb)` for `(1w, 1nb)`
        for token in tokens where token.kind == .letters && words[token.word].source == .ocr {
            guard let first = token.text.first, first == "l" || first == "i" else { continue }
            set(String(token.text.dropFirst()), 1, words[token.word])
        }
    }

    private mutating func set(_ part: String, _ number: Int, _ word: PageWord) {
        switch part {
        case "w", "wd", "wds", "wides", "wide": wides = wides ?? Read(number, from: [word])
        case "nb", "nbs", "noballs": noBalls = noBalls ?? Read(number, from: [word])
        default: return
        }
    }
}
