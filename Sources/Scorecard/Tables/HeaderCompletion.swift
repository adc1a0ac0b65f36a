/// Finds the columns of a table whose headers were not read: figures that stand row by row where no header is.
enum HeaderCompletion {
    /// Adds such columns to the header, where the usual orders of columns and the laws tell what they are.
    static func complete(_ header: inout TableHeader, _ body: [VisualRow]) {
        let known = header.numeric
        let table = body.prefix { SectionKeywords.leading($0.words) == nil }
        let unit = TextUnit.of(table)
        // How batters were out may stand behind their figures.
        guard let last = header.cells.last else { return }
        let end = last.column.isText ? last.left - unit : .infinity
        let rows = table.map { row in
            RowFigures.split(row.words.filter { $0.midX < end && !isNote($0, behind: last) }).figures
        }.filter { $0.count >= 2 }
        guard rows.count >= 3, !known.isEmpty else { return }
        let clusters = FigureColumns.clusters(rows, unit: unit)
        let cells = clusters.map { cluster in
            known.first { $0.left < cluster.right + 0.5 * unit && cluster.left < $0.right + 0.5 * unit }
        }
        let columns = cells.map { $0?.column }
        let told = cells.map { $0?.column == .other && $0?.isForeign == false ? nil : $0?.column }
        guard told.contains(nil), clusters.count > known.count - 1,
            Set(columns.compactMap { $0 }.filter { $0 != .other }).count
                == columns.count(where: { $0 != nil && $0 != .other })
        else { return }
        let missing = known.filter { cell in cell.column != .other && !columns.contains(cell.column) }
        guard missing.isEmpty else { return }
        let completed = FigureColumns.columns(
            header.kind, rows: rows.map { FigureColumns.assign($0, to: clusters) }, known: told)
        guard completed.count == clusters.count else { return }
        let numeric = zip(completed, clusters).map { TableHeader.Cell(column: $0, left: $1.left, right: $1.right) }
        header.cells = (header.cells.filter(\.column.isText) + numeric).sorted { $0.left < $1.left }
    }

    /// Drops columns whose heads were not understood and below which words stand: they are what is left of `How out`.
    static func dropScraps(_ header: inout TableHeader, over body: [VisualRow]) {
        header.cells.removeAll { cell in
            guard cell.column == .other, !cell.isForeign else { return false }
            let below = body.flatMap { row in row.words.filter { $0.left < cell.right && $0.right > cell.left } }
            return below.count >= 3 && below.count(where: { !$0.hasDigit && $0.key.utf8.count > 1 }) * 2 > below.count
        }
    }

    /// `(1w)` behind a bowler's figures.
    private static func isNote(_ word: PageWord, behind last: TableHeader.Cell) -> Bool {
        word.left > last.right && (word.text.hasPrefix("(") || word.text.hasSuffix(")"))
    }
}

/// The figures at the end of a row.
enum RowFigures {
    /// The figures and the text before them; specks between the figures are passed over.
    static func split(_ words: [PageWord]) -> (figures: [PageWord], text: ArraySlice<PageWord>) {
        var figures: [PageWord] = []
        var end = words.count
        for index in words.indices.reversed() {
            let word = words[index]
            if word.hasDigit, !word.text.hasSuffix(")") || word.text.utf8.count <= 2,
                NumericText.decimal(word.text) != nil
            {
                figures.append(word)
                end = index
            } else if word.key.utf8.count > 1 || word.text.hasSuffix(")") && word.text.utf8.count > 2 {
                break
            }
        }
        return (figures.reversed(), words[..<end])
    }
}
