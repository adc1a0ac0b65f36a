/// A row of a table's body: its text and its figures by column.
struct TableRow {
    var text: [PageWord]
    /// What stands to the right of the figures.
    var behind: [PageWord]
    /// For each numeric column its word.
    var cells: [PageWord?]
    var top: Double
    var bottom: Double

    var midY: Double { (top + bottom) / 2 }
    /// Whether a figure stands in the row; dashes alone are none.
    var hasFigures: Bool { cells.contains { $0.map { !$0.isDash && NumericText.decimal($0.text) != nil } ?? false } }
    var hasCells: Bool { cells.contains { $0 != nil } }
}

/// Parts the rows of a table into text and figures.
struct TableRows {
    let columns: [TableHeader.Cell]
    private let model: ColumnModel
    private let zone: FigureZone
    private let unit: Double

    /// Learns where the columns of this table stand from its rows.
    init(header: TableHeader, rows: [VisualRow]) {
        columns = header.numeric
        let unit = TextUnit.of(rows)
        self.unit = unit
        let first = columns.first?.left ?? .infinity
        zone = FigureZone(header: header, first: first, unit: unit)
        var figures: [[PageWord]] = []
        for row in rows { figures.append(Self.figures(row.words, zone: zone, first: first, unit: unit)) }
        let least = min(2, columns.count)
        model = ColumnModel(columns: columns, rows: figures.filter { $0.count >= least }, unit: unit)
    }

    /// The row with its figures assigned to columns and everything else as text.
    func row(_ row: VisualRow) -> TableRow {
        let figures = Self.figures(row.words, zone: zone, first: columns.first?.left ?? .infinity, unit: unit)
        let assigned = model.assign(figures)
        let cells = assigned.map { $0.map { figures[$0] } }
        let taken = cells.compactMap { $0?.left }
        let edge = taken.min() ?? .infinity
        let text = row.words.filter { word in
            !taken.contains(word.left) && (word.left < edge || zone.isText(word))
        }
        let last = taken.max() ?? .infinity
        let behind = row.words.filter { $0.left > last && !taken.contains($0.left) }
        return TableRow(text: text, behind: behind, cells: cells, top: row.top, bottom: row.bottom)
    }

    /// Words that can stand in numeric columns: figures in the zone of the columns, and what looks like one inside it.
    private static func figures(
        _ words: [PageWord], zone: FigureZone, first: Double, unit: Double
    ) -> [PageWord] {
        words.filter { word in
            guard word.midX > zone.left, !zone.isText(word) else { return false }
            if NumericText.fits(word) { return word.hasDigit || word.midX > first - 0.6 * unit }
            // What stands under a header and is short was a figure before it was misread; `(2w)` says what it is.
            return word.midX > first && word.text.utf8.count <= 5 && !(word.hasDigit && word.text.hasPrefix("("))
        }
    }
}

/// Where in a table figures stand: from its first column of them on, but not in a text column among or behind them.
private struct FigureZone {
    let left: Double
    private let text: Range<Double>

    init(header: TableHeader, first: Double, unit: Double) {
        left = first - 1.6 * unit
        guard let behind = header.cells.first(where: { $0.column.isText && $0.left > first })?.left else {
            text = .infinity..<(.infinity)
            return
        }
        // `Runs  Balls  Dismissal  S/R`
        let next = header.numeric.first { $0.left > behind }?.left ?? .infinity
        text = (behind - 0.5 * unit)..<max(next - 1.6 * unit, behind)
    }

    func isText(_ word: PageWord) -> Bool { text.contains(word.left) }
}

extension TableRow {
    /// Words that stand in columns and are neither figures nor dashes.
    func unread(_ columns: [TableHeader.Cell]) -> [Column: Evidence] {
        var unread: [Column: Evidence] = [:]
        for (index, cell) in columns.enumerated() {
            guard let word = cells[index], !word.isDash, NumericText.decimal(word.text) == nil else { continue }
            unread[cell.column] = Evidence([word])
        }
        return unread
    }

    /// The words that stand in columns.
    func words(_ columns: [TableHeader.Cell]) -> [Column: PageWord] {
        var words: [Column: PageWord] = [:]
        for (index, cell) in columns.enumerated() where words[cell.column] == nil { words[cell.column] = cells[index] }
        return words
    }

    /// A whole number; nil for dashes and what is no number.
    func integer(_ column: Int) -> Read<Int>? {
        guard let word = cells[column], let value = NumericText.integer(word.text) else { return nil }
        return Read(value.number, from: [word], doubt: value.doubt)
    }

    /// A number with a point.
    func decimal(_ column: Int) -> Read<Double>? {
        // A share of the total, `13.8%`, is no rate.
        guard let word = cells[column], !word.text.hasSuffix("%"), let value = NumericText.decimal(word.text) else {
            return nil
        }
        return Read(value.number, from: [word], doubt: value.doubt)
    }

    /// Overs as printed.
    func overs(_ column: Int) -> Read<String>? {
        guard let word = cells[column], let value = NumericText.overs(word.text) else { return nil }
        return Read(value.number, from: [word], doubt: value.doubt)
    }
}
