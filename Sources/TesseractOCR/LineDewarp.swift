internal import CLeptonica
internal import Recognition

/// Makes bent lines of text level by moving every column of the picture up and down (after Bloomberg's `dewarp`, from letters
/// in place of whole lines, which tables do not have).
struct LineDewarp {
    private static let cell = 16
    private let columns: Int
    /// How far the lines have fallen at each corner of the grid, row by row, 0 in the middle of the page.
    private let falls: [Float]

    /// Nil where the lines are level to a third of a letter.
    init?(of binary: borrowing Picture) {
        guard let slopes = LineSlopes(binary) else { return nil }
        let (width, height) = (binary.width, binary.height)
        columns = width / Self.cell + 2
        let rows = height / Self.cell + 2
        var falls: [Float] = []
        var most = 0.0
        let text = (1..<columns).filter { slopes.across.contains(Self.u($0, width)) }
        for row in 0..<rows {
            let v = 2 * Double(row * Self.cell) / Double(height) - 1
            var sums = [0.0]
            for column in 1..<columns {
                sums.append(sums[column - 1] + slopes.slope(u: Self.u(column, width), v: v) * Double(Self.cell))
            }
            let middle = sums[columns / 2]
            falls += sums.map { Float($0 - middle) }
            let lines = text.map { sums[$0] }
            most = max(most, ((lines.max() ?? 0) - (lines.min() ?? 0)) / 2)
        }
        // A fold that throws lines over each other is none of paper.
        guard most > 0.35 * slopes.letter, most < 0.25 * Double(height) else { return nil }
        self.falls = falls
    }

    /// Where the middle of a column of the grid is, -1 to 1 over the page.
    private static func u(_ column: Int, _ width: Int) -> Double {
        2 * (Double(column) - 0.5) * Double(cell) / Double(width) - 1
    }

    /// How far the line through this place has fallen.
    func fall(x: Double, y: Double) -> Double {
        let (column, row) = (x / Double(Self.cell), y / Double(Self.cell))
        let left = min(max(Int(column), 0), columns - 2)
        let top = min(max(Int(row), 0), falls.count / columns - 2)
        let (right, below) = (min(max(column - Double(left), 0), 1), min(max(row - Double(top), 0), 1))
        let start = top * columns + left
        let upper = Double(falls[start]) * (1 - right) + Double(falls[start + 1]) * right
        let lower = Double(falls[start + columns]) * (1 - right) + Double(falls[start + columns + 1]) * right
        return upper * (1 - below) + lower * below
    }

    /// The picture with level lines; what comes from beyond its edges is white.
    func levelled(_ picture: borrowing Picture) throws(RecognitionFailure) -> Picture {
        let result = try picture.derived("dewarp") { pixCreateTemplate($0) }
        let (width, height) = (picture.width, picture.height)
        picture.withPix { source in
            result.withPix { target in
                guard let from = pixGetData(source), let to = pixGetData(target) else { return }
                let wordsPerLine = Int(pixGetWpl(source))
                for y in 0..<height {
                    level(row: y, width: width, height: height, from, to + y * wordsPerLine, wordsPerLine)
                }
            }
        }
        return result
    }

    private func level(
        row y: Int, width: Int, height: Int, _ from: UnsafeMutablePointer<UInt32>, _ to: UnsafeMutablePointer<UInt32>,
        _ wordsPerLine: Int
    ) {
        for start in stride(from: 0, to: width, by: Self.cell) {
            let first = fall(x: Double(start), y: Double(y))
            let step = (fall(x: Double(start + Self.cell), y: Double(y)) - first) / Double(Self.cell)
            for x in start..<min(start + Self.cell, width) {
                let place = Double(y) + first + step * Double(x - start)
                var grey: UInt32 = 255
                if place >= 0, place < Double(height - 1) {
                    let above = Int(place)
                    let shift = UInt32(24 - (x & 3) * 8)
                    let upper = Double((from[above * wordsPerLine + (x >> 2)] >> shift) & 0xFF)
                    let lower = Double((from[(above + 1) * wordsPerLine + (x >> 2)] >> shift) & 0xFF)
                    grey = UInt32(upper + (lower - upper) * (place - Double(above)) + 0.5)
                }
                to[x >> 2] |= grey << UInt32(24 - (x & 3) * 8)
            }
        }
    }
}
