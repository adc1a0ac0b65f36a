/// Tables whose figures do not stand under their headers: cells parted by one blank or a tab, as pasted and printed by programs.
/// There a row that has a figure for each column has them in the columns' order.
enum RaggedRows {
    /// The rows with their figures under the headers; as they are where the figures stand in columns already.
    static func aligned(_ rows: [VisualRow], under header: TableHeader) -> [VisualRow] {
        let columns = header.numeric
        guard columns.count >= 4, header.isPrinted, let first = columns.first, header.cells.last?.column.isText == false
        else { return rows }
        let parts = rows.map { parted($0.words) }
        let split = parts.map { RowFigures.split($0.words) }
        let whole = rows.indices.filter { split[$0].figures.count == columns.count && !split[$0].text.isEmpty }
        let figured = split.count { $0.figures.count >= 2 && !$0.text.isEmpty }
        guard whole.count >= 3, whole.count * 5 >= figured * 3,
            isRagged(whole.map { split[$0].figures[0] }, columns)
        else { return rows }
        var aligned = rows
        let edge = first.left - 2 * header.height
        for index in rows.indices {
            let (figures, text) = split[index]
            // Who faced no ball has no rate.
            let isWhole = figures.count == columns.count
            guard isWhole || figures.count + 1 == columns.count && columns.last?.column == .strikeRate, !text.isEmpty
            else { continue }
            let right = max(header.right, figures.last?.right ?? 0)
            aligned[index].words =
                pressed(Array(text), before: edge) + zip(figures, columns).map { moved($0, to: $1.midX) }
                + parts[index].extras.map { moved($0, to: $0.midX + right) }
        }
        return aligned
    }

    /// `29 6 114 4 (1nb, 4w)`: what a bowler gave away stands behind the columns.
    private static func parted(_ words: [PageWord]) -> (words: [PageWord], extras: [PageWord]) {
        guard let bracket = words.lastIndex(where: { $0.text.hasPrefix("(") && $0.hasDigit }), bracket > 0,
            words[words.count - 1].text.hasSuffix(")"), words[bracket - 1].hasDigit,
            words[bracket...].allSatisfy({ !$0.key.isEmpty && $0.text.contains(where: \.isLetter) })
        else { return (words, []) }
        return (Array(words[..<bracket]), Array(words[bracket...]))
    }

    /// Whether the first figures of rows stand here and there: not in a line, not even in one that leans.
    private static func isRagged(_ words: [PageWord], _ columns: [TableHeader.Cell]) -> Bool {
        let pitch = (columns[columns.count - 1].midX - columns[0].midX) / Double(columns.count - 1)
        let run = words[words.count - 1].midY - words[0].midY
        // Columns of a photographed page lean, but not by more than this.
        let lean = run > 0 ? min(max(Slope.median(slopes(words)), -0.15), 0.15) : 0
        let places = words.map { $0.midX - lean * ($0.midY - words[0].midY) }
        let middle = Slope.median(places)
        return places.count { ($0 - middle).magnitude > 0.75 * pitch } * 3 > places.count
    }

    private static func slopes(_ words: [PageWord]) -> [Double] {
        words.indices.flatMap { first in
            words[(first + 1)...].compactMap { other in
                let run = other.midY - words[first].midY
                return run > 0 ? (other.midX - words[first].midX) / run : nil
            }
        }
    }

    /// The text of a row drawn together so that it ends left of the figures.
    private static func pressed(_ words: [PageWord], before edge: Double) -> [PageWord] {
        guard let left = words.first?.left, let right = words.last?.right, right > edge, edge > left else {
            return words
        }
        let share = (edge - left) / (right - left)
        return words.map { word in
            var word = word
            word.left = left + (word.left - left) * share
            word.right = left + (word.right - left) * share
            return word
        }
    }

    private static func moved(_ word: PageWord, to midX: Double) -> PageWord {
        var word = word
        let half = word.width / 2
        word.left = midX - half
        word.right = midX + half
        return word
    }
}
