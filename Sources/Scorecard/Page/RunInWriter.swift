/// Writes the rows of a table on made-up ground; each word keeps the box of its print.
struct RunInWriter {
    private(set) var rows: [VisualRow] = []
    private var top: Double
    private let unit: Double
    init(top: Double, unit: Double) {
        self.top = top
        self.unit = max(unit, 1)
    }

    mutating func write(text: [PageWord]) { add(placed(text, from: 0)) }

    /// Writes the header of a table, of whose columns the first hold text.
    mutating func writeHeader(_ columns: [String], texts: Int, like word: PageWord) {
        write(columns.map { [word.part($0, from: 0, to: 1)] }, texts: texts)
    }

    /// Writes a row, a cell for each column.
    mutating func write(_ cells: [[PageWord]], texts: Int) {
        add(
            cells.enumerated().flatMap { index, words in
                index < texts
                    ? placed(words, from: Double(40 * index) * unit) : placed(words, until: right(of: index))
            })
    }

    private func right(of column: Int) -> Double { Double(100 + 10 * column) * unit }

    /// Extras and a total end in a figure, which belongs to the column of runs.
    mutating func write(section words: [PageWord]) {
        var words = words
        while let last = words.last, last.key.isEmpty { words.removeLast() }
        guard let last = words.last, let figure = Int(last.key), figure < 2000, words.count > 2,
            !last.text.hasSuffix(")"),
            words.contains(where: { $0.text.hasSuffix(")") }),
            !words.contains(where: { $0.text.contains("-") })
        else {
            add(placed(words, from: 0))
            return
        }
        add(
            placed(Array(words.dropLast()), from: 0)
                + placed([last.part(last.key, from: 0, to: 1)], until: right(of: 2)))
    }

    private mutating func add(_ words: [PageWord]) {
        guard !words.isEmpty else { return }
        rows.append(VisualRow(words))
        top += 1.4 * unit
    }

    private func placed(_ words: [PageWord], from left: Double) -> [PageWord] {
        var left = left
        return words.map { word in
            var word = word
            let width = 0.5 * unit * Double(max(word.text.count, 1))
            (word.left, word.right, word.top, word.bottom) = (left, left + width, top, top + unit)
            left += width + 0.4 * unit
            return word
        }
    }

    private func placed(_ words: [PageWord], until right: Double) -> [PageWord] {
        let shift = right - (placed(words, from: 0).last?.right ?? 0)
        return placed(words, from: shift)
    }
}
