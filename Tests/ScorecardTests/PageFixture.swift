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
