/// The sheet of a scorebook: between the names and how they were out stands a strip of the scoring strokes, and a bowler's figures
/// behind a strip of his overs. Both are left out; the totals say the same.
enum ScoreSheet {
    /// The header and the rows of a section without the strips; as they are where there are none.
    static func withoutStrips(_ header: TableHeader, _ rows: [VisualRow]) -> (header: TableHeader, rows: [VisualRow]) {
        var sheet = (header: header, rows: rows)
        for strip in [strip(header), strokes(header)].compactMap({ $0 }) {
            sheet = without(strip, sheet.header, sheet.rows)
        }
        return sheet
    }

    private static func without(
        _ strip: Range<Double>, _ header: TableHeader, _ rows: [VisualRow]
    ) -> (header: TableHeader, rows: [VisualRow]) {
        var header = header
        header.cells.removeAll { [.other, .strokes].contains($0.column) && strip.contains($0.midX) }
        let table = rows.prefix { row in
            let keyword = SectionKeywords.leading(row.words)?.keyword
            return keyword == nil || keyword == .extrasPart
        }
        let cleared = table.compactMap { row -> VisualRow? in
            let words = row.words.indices.filter { index in
                let word = row.words[index]
                if !strip.contains(word.midX) || isOfDismissal(word) { return true }
                // The end of a long name.
                return index > 0 && word.text.first?.isUppercase == true
                    && word.left - row.words[index - 1].right < 1.2 * word.height
            }
            return words.isEmpty ? nil : VisualRow(words.map { row.words[$0] })
        }
        return (header, cleared + rows[table.endIndex...])
    }

    /// From the column before a strip that has a header to the one behind it.
    private static func strokes(_ header: TableHeader) -> Range<Double>? {
        guard header.kind == .batting, let index = header.cells.firstIndex(where: { $0.column == .strokes }), index > 0
        else { return nil }
        let behind = header.cells[index - 1].right + 0.5 * header.height
        // A head far behind the names stands over the middle of its strip.
        let isCentred = header.cells[index].left - behind > 8 * header.height
        let begin = isCentred ? behind : max(behind, header.cells[index].left - header.height)
        let next = index + 1 < header.cells.count ? header.cells[index + 1].left - header.height : .infinity
        return begin < next ? begin..<next : nil
    }

    /// From where to where a strip lies: in batting tables up to the words of the dismissals, in bowling tables up to the overs.
    private static func strip(_ header: TableHeader) -> Range<Double>? {
        let others = header.cells.filter { $0.column == .other }
        guard let name = header.cell(.name), let first = others.first else { return nil }
        let end: Double?
        switch header.kind {
        case .batting: end = header.cell(.dismissal)?.left
        case .bowling: end = others.count >= 2 ? header.cell(.overs)?.left : nil
        }
        guard let end, first.left > name.right, first.left < end else { return nil }
        return (name.right + header.height)..<end
    }

    /// Letters that say how a batter was out, and names; strokes are figures, points and what engines make of them.
    private static func isOfDismissal(_ word: PageWord) -> Bool {
        if ["c", "b", "ct", "st", "&"].contains(word.text.lowercased()) { return true }
        return word.text.count(where: \.isLetter) >= 3 && !word.hasDigit
    }
}
