import Recognition

/// A page set in a typewriter face: every character of the text has its place, as in a terminal; an engine is unsure of the
/// doubtful words.
func page(
    _ text: String, source: TextSource = .textLayer, index: Int = 0, doubtful: Set<String> = []
) -> RecognizedPage {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let columns = Double(max(lines.map(\.count).max() ?? 1, 1))
    let rows = Double(max(lines.count, 1))
    var recognized: [RecognizedLine] = []
    for (row, line) in lines.enumerated() {
        var words: [RecognizedWord] = []
        var start = 0
        for (column, character) in (line + " ").enumerated() where character == " " {
            if column > start {
                let text = String(line.dropFirst(start).prefix(column - start))
                let sure = doubtful.contains(text) ? 0.3 : 0.9
                let box = PageBox(
                    x: Double(start) / columns, y: (Double(row) + 0.15) / rows, width: Double(column - start) / columns,
                    height: 0.7 / rows)
                words.append(RecognizedWord(text: text, box: box, confidence: source == .ocr ? sure : 1))
            }
            start = column + 1
        }
        if !words.isEmpty { recognized.append(RecognizedLine(words: words)) }
    }
    return RecognizedPage(
        index: index, width: Int(columns) * 10, height: Int(rows) * 20, source: source,
        blocks: recognized.isEmpty ? [] : [RecognizedBlock(lines: recognized)])
}

/// A card in order, for what is said of one figure of it.
enum SmallCard {
    static let text = """
        Hill
        Batter     How out            R    B   4s   6s       SR
        A Khan     b Jones           14   12    2    1   116.67
        B Rao      not out           16   20    1    0    80.00
        C Lee      not out            4    6    0    0    66.67
        Extras     (b 1, lb 2, w 3)   6
        Total      1 wkt (6.2 ov)    40
        Bowler          O    M    R    W   Econ
        T Jones         3    0   20    1   6.67
        P Smith       3.2    0   17    0   5.10
        """
}

extension String {
    /// Filled up with blanks to a column, one of them at least.
    func padding(to column: Int) -> String { self + String(repeating: " ", count: max(1, column - count)) }
}
