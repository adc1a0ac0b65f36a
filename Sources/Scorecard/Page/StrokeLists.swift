/// Cards of old that print each batter's strokes, `D. Ashby, 3,3,2,4,4,3,6, c Crawshaw, b McNeil 25`: a card has no place for them.
enum StrokeLists {
    /// Fewer rows with strokes are no such card.
    private static let fewest = 3

    /// The rows without strokes, and without what an engine made of them between a name's comma and how the batter was out.
    static func cleared(_ rows: [VisualRow]) -> [VisualRow] {
        guard rows.count(where: { $0.words.dropFirst().contains(where: isList) }) >= fewest else { return rows }
        return rows.map { row in
            guard let comma = row.words.prefix(4).firstIndex(where: { $0.text.hasSuffix(",") && !$0.hasDigit }),
                SectionKeywords.leading(row.words) == nil,
                let end = DismissalParser.start(in: row.words, from: comma + 1)
            else { return VisualRow(row.words.enumerated().filter { $0 == 0 || !isList($1) }.map(\.element)) }
            return VisualRow(Array(row.words[...comma] + row.words[end...]))
        }
    }

    /// Three strokes or more, parted by commas.
    private static func isList(_ word: PageWord) -> Bool {
        let comma = UInt8(ascii: ",")
        guard word.text.utf8.contains(comma) else { return false }
        let strokes = word.text.utf8.split(separator: comma)
        return strokes.count >= 3 && strokes.allSatisfy { $0.count == 1 && (0x30...0x39).contains($0.first ?? 0) }
    }
}
