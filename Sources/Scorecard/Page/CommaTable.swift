internal import Recognition

/// Tables as programs write them, `Batter,Runs,Balls` and rows of as many values below it: commas part the cells (RFC 4180).
struct CommaTable {
    private typealias Row = [[PageWord]]

    /// The words of a page, cells one below the other; nil where the page has no such table.
    ///
    /// - Parameter lines: the words of each line, as they were read.
    static func words(of lines: [[PageWord]]) -> [PageWord]? {
        guard lines.contains(where: isHead) else { return nil }
        var rows: [Row?] = []
        for line in lines {
            let cells = cells(of: line)
            let width = rows.last.flatMap { $0?.count }
            let isRow = areTerms(cells, of: line) || cells.count == width && cells.count >= 3
            if isRow, let head = rows.last ?? nil, let told = told(cells, under: head) {
                rows[rows.count - 1] = []
                rows.append([told])
            } else {
                rows.append(isRow ? cells : nil)
            }
        }
        let step = CellPlaces.step(of: rows.compactMap { $0 }, among: lines)
        var words: [PageWord] = []
        for (line, row) in zip(lines, rows) {
            for word in row.map({ CellPlaces.place($0, step: step) }) ?? line where !word.text.isEmpty {
                WordSplitter.append(word, to: &words)
            }
        }
        return words
    }

    /// The one row below `Team,Total,Wickets` or `Noballs,Wides,Legbyes,Byes` as cards have it.
    private static func told(_ row: Row, under head: Row) -> [PageWord]? {
        let keys = head.map { $0.first?.key ?? "" }
        if keys.starts(with: ["team", "total", "wickets"]), let runs = row[1].first, let wickets = row[2].first {
            return CellPlaces.inLine(row[0] + [runs.joined(with: wickets.part("/" + wickets.text, from: 0, to: 1))])
        }
        guard keys.allSatisfy(ExtrasParser.isKind), let start = row.first?.first else { return nil }
        return CellPlaces.inLine([start.part("Extras", from: 0, to: 0)] + zip(head, row).flatMap { $0 + $1 })
    }

    /// Whether the line heads a table of four columns or more; few lines have so many commas.
    private static func isHead(_ line: [PageWord]) -> Bool {
        let commas = line.reduce(0) { $0 + $1.text.utf8.count { $0 == UInt8(ascii: ",") } }
        return commas >= 3 && areTerms(cells(of: line), of: line)
    }

    private static func areTerms(_ cells: Row, of line: [PageWord]) -> Bool {
        (line.count == 1 || line.first?.source == .ocr) && cells.count >= 3 && cells.allSatisfy(isTerm)
    }

    private static func isTerm(_ cell: [PageWord]) -> Bool {
        guard cell.count == 1 else { return false }
        let key = cell[0].key
        return HeaderWords.term(key) != nil || HeaderWords.foreign.contains(key) || ExtrasParser.isKind(key)
            || key == "total"
    }

    /// The words between the commas; those in quotes part nothing.
    private static func cells(of line: [PageWord]) -> Row {
        var row: Row = [[]]
        var isQuoted = false
        for word in line {
            var start = word.text.startIndex
            for index in word.text.indices {
                if word.text[index] == "\"" { isQuoted.toggle() }
                guard word.text[index] == ",", !isQuoted else { continue }
                append(word, start..<index, to: &row)
                row.append([])
                start = word.text.index(after: index)
            }
            append(word, start..<word.text.endIndex, to: &row)
        }
        return row
    }

    private static func append(_ word: PageWord, _ range: Range<String.Index>, to row: inout Row) {
        guard !range.isEmpty else { return }
        let piece = word.part(word.text[range], of: word.text)
        let text = piece.text.filter { $0 != "\"" }
        if !text.isEmpty { row[row.count - 1].append(piece.part(text, from: 0, to: 1)) }
    }
}
