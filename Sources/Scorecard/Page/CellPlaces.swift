/// Where the cells of a table go that signs part instead of columns.
enum CellPlaces {
    /// The distance of columns that every cell fits in.
    static func step(of rows: [[[PageWord]]], among lines: [[PageWord]]) -> Double {
        let width = rows.joined().map { ($0.last?.right ?? 0) - ($0.first?.left ?? 0) }.max() ?? 0
        return width + 3 * Slope.median(lines.flatMap { $0 }.map(\.height))
    }

    /// The cells of a row at equal distances; they are seen where they were read.
    static func place(_ row: [[PageWord]], step: Double) -> [PageWord] {
        row.enumerated().flatMap { index, cell in
            cell.map { word in
                var word = word
                let shift = Double(index) * step - (cell.first?.left ?? 0)
                (word.left, word.right) = (word.left + shift, word.right + shift)
                return word
            }
        }
    }

    /// Words of several lines one behind the other in the line of the last.
    static func inLine(_ words: [PageWord]) -> [PageWord] {
        guard let last = words.last else { return [] }
        var left = 0.0
        return words.map { word in
            var word = word
            (word.left, word.right) = (left, left + word.width)
            (word.top, word.bottom) = (last.top, last.bottom)
            left = word.right + last.height / 3
            return word
        }
    }
}
