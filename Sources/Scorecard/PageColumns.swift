/// Parts a page whose innings stand in two columns without headers, as newspapers set them: each column is read as a page of
/// its own. Tables side by side that have headers are told by those.
struct PageColumns {
    private let rows: [VisualRow]
    private let unit: Double

    /// The rows of the page, or those of its head and left column and those of its right column.
    static func parts(of rows: [VisualRow]) -> [[VisualRow]] {
        let columns = PageColumns(rows: rows)
        guard rows.count >= 10, !columns.hasBattingHeader, let gutter = columns.gutter() else { return [rows] }
        return columns.parted(at: gutter)
    }

    private init(rows: [VisualRow]) {
        self.rows = rows
        unit = TextUnit.of(rows)
    }

    private var hasBattingHeader: Bool {
        rows.enumerated().contains { index, row in
            // A batter called R, bowled by a B, for 8 or 4.
            guard row.words.allSatisfy({ word in Int(word.key).map { $0 == 4 || $0 == 6 } ?? true }) else {
                return false
            }
            return TableHeaderFinder.headers(in: row, at: index).contains { $0.kind == .batting }
        }
    }

    /// The middle of the widest white band that hardly a row crosses and that has a table on either side.
    private func gutter() -> Double? {
        let left = rows.map(\.left).min() ?? 0
        let right = rows.map(\.right).max() ?? 0
        var best: Range<Double>?
        var open: Double?
        for step in 60...142 {
            let place = left + (right - left) * Double(step) / 200
            if step < 142, crossings(place) <= rows.count / 4 {
                open = open ?? place
            } else if let start = open {
                if place - start > (best?.upperBound ?? 0) - (best?.lowerBound ?? 0),
                    isBetweenTables((start + place) / 2)
                {
                    best = start..<place
                }
                open = nil
            }
        }
        return best.map { ($0.lowerBound + $0.upperBound) / 2 }
    }

    private func crossings(_ place: Double) -> Int {
        rows.count { row in row.words.contains { $0.left < place + 0.25 * unit && $0.right > place - 0.25 * unit } }
    }

    /// Whether rows of names and figures stand on both sides: the white between the columns of one table has names only to its
    /// left.
    private func isBetweenTables(_ place: Double) -> Bool {
        let sides = [(-Double.infinity, place), (place, Double.infinity)].map { from, to in
            VisualRows.group(rows.flatMap(\.words).filter { $0.midX >= from && $0.midX < to })
        }
        return sides.allSatisfy { side in
            let batters = side.count { row in
                let (figures, text) = RowFigures.split(row.words)
                return !figures.isEmpty && text.contains { $0.key.count > 1 }
                    && DismissalParser.start(in: Array(text), from: 1) != nil
            }
            return batters >= 4 && batters * 6 >= side.count
        }
    }

    private func parted(at gutter: Double) -> [[VisualRow]] {
        let edge = rows.filter { $0.left < gutter }.map(\.left).sorted()
        let margin = edge.isEmpty ? 0 : edge[edge.count / 8]
        // Titles stand in the middle of the page, tables begin at its margin.
        let first = rows.firstIndex { row in
            row.left < margin + 2 * unit && row.words.contains { $0.left > gutter }
                && !row.words.contains { $0.left < gutter && $0.right > gutter }
        }
        guard let first else { return [rows] }
        let body = rows[first...].flatMap(\.words)
        let left = VisualRows.group(body.filter { $0.midX < gutter })
        return [Array(rows[..<first]) + left, VisualRows.group(body.filter { $0.midX >= gutter })]
    }
}
