/// Parts a page whose innings stand in two columns without headers, as newspapers set them: each column is read as a page of
/// its own. Tables side by side that have headers are told by those.
struct PageColumns {
    private let rows: [VisualRow]
    private let unit: Double

    /// The rows of the page, or those of its head and left column and those of its right column.
    static func parts(of rows: [VisualRow]) -> [[VisualRow]] {
        let columns = PageColumns(rows: rows)
        if let gutter = columns.gutterBetweenHeaders() { return columns.parted(at: gutter) }
        guard rows.count >= 10, !columns.hasBattingHeader, let gutter = columns.gutter() else { return [rows] }
        return columns.parted(at: gutter)
    }

    /// The columns of a page of running text, for which nothing but a white band down its middle speaks; nil where there is none.
    static func prose(of rows: [VisualRow]) -> [[VisualRow]]? {
        let columns = PageColumns(rows: rows)
        guard rows.count >= 10, !columns.hasBattingHeader,
            let band = columns.bands(crossedBy: rows.count / 10).max(by: { $0.to - $0.from < $1.to - $1.from })
        else { return nil }
        let sides = columns.parted(at: (band.from + band.to) / 2)
        return sides.count == 2 && sides.allSatisfy { $0.count >= 8 } ? sides : nil
    }

    private init(rows: [VisualRow]) {
        self.rows = rows
        unit = TextUnit.of(rows)
    }

    private var hasBattingHeader: Bool {
        // A batter called R, bowled by a B, for 8 or 4.
        TableHeaderFinder.hasBatting(
            in: rows.filter { $0.words.allSatisfy { word in Int(word.key).map { $0 == 4 || $0 == 6 } ?? true } })
    }

    /// The middle of the white band between two batting tables side by side, where it goes down the page: what stands below them
    /// need not be in rows.
    private func gutterBetweenHeaders() -> Double? {
        for (index, row) in rows.enumerated() {
            // Two headers side by side say the same words twice.
            guard Set(row.words.map(\.key)).count + 1 < row.words.count else { continue }
            let batting = TableHeaderFinder.headers(in: row, at: index).filter { $0.kind == .batting }
            guard batting.count == 2, let next = batting[1].cells.first?.left, batting[0].right < next else { continue }
            let below = rows[index...]
            let places = stride(
                from: batting[0].right + 0.5 * unit, to: next,
                by: max(0.25 * unit, (next - batting[0].right) / 400, 1e-3))
            let free = places.filter { place in
                below.count { row in row.words.contains { $0.left < place && $0.right > place } } <= below.count / 20
            }
            guard let first = free.first, let last = free.last else { return nil }
            return (first + last) / 2
        }
        return nil
    }

    /// The middle of the white band that hardly a row crosses and that has the most batters on either side. Rows of columns that
    /// are not level cross half as often, so that a band of few crossings may hold a column of figures: fewer are tried too.
    private func gutter() -> Double? {
        var best: (middle: Double, batters: Int, width: Double)?
        for most in [rows.count / 4, rows.count / 10] {
            for band in bands(crossedBy: most) {
                let middle = (band.from + band.to) / 2
                let batters = battersBeside(middle)
                guard batters > 0, (batters, band.to - band.from) > (best?.batters ?? 0, best?.width ?? 0) else {
                    continue
                }
                best = (middle, batters, band.to - band.from)
            }
        }
        return best?.middle
    }

    /// The bands near the middle of the page that at most so many rows cross.
    private func bands(crossedBy most: Int) -> [(from: Double, to: Double)] {
        let left = rows.map(\.left).min() ?? 0
        let right = rows.map(\.right).max() ?? 0
        var bands: [(from: Double, to: Double)] = []
        var open: Double?
        for step in 60...142 {
            let place = left + (right - left) * Double(step) / 200
            if step < 142, crossings(place) <= most {
                open = open ?? place
            } else if let start = open {
                bands.append((start, place))
                open = nil
            }
        }
        return bands
    }

    private func crossings(_ place: Double) -> Int {
        rows.count { row in row.words.contains { $0.left < place + 0.25 * unit && $0.right > place - 0.25 * unit } }
    }

    /// Batters on the side with fewer of them; 0 unless there is a table on both. The white between the columns of one table has
    /// names only to its left.
    private func battersBeside(_ place: Double) -> Int {
        let sides = [(-Double.infinity, place), (place, Double.infinity)].map { from, to in
            VisualRows.group(rows.flatMap(\.words).filter { $0.midX >= from && $0.midX < to })
        }
        let batters = sides.map { side in
            side.indices.count { Self.isBatter(side[$0], above: side.dropFirst($0 + 1).first) }
        }
        let few = batters.min() ?? 0
        let isTables = few >= 2 && batters.reduce(0, +) >= 7 && zip(batters, sides).allSatisfy { $0 * 8 >= $1.count }
        return isTables ? few : 0
    }

    /// A name, figures and how the batter was out, in this row or alone in the one below.
    private static func isBatter(_ row: VisualRow, above next: VisualRow?) -> Bool {
        let (figures, text) = RowFigures.split(row.words)
        guard !figures.isEmpty, text.contains(where: { $0.key.count > 1 }), !isDismissal(Array(text)) else {
            return false
        }
        return DismissalParser.start(in: Array(text), from: 1) != nil || next.map { isDismissal($0.words) } == true
    }

    /// How batters were out in a second innings, or in the row below their names.
    private static func isDismissal(_ words: [PageWord]) -> Bool {
        words.first?.text.first?.isLowercase == true && DismissalParser.begins(words, at: 0)
    }

    private func parted(at gutter: Double) -> [[VisualRow]] {
        guard let first = firstRow(besides: gutter) else { return [rows] }
        let body = rows[first...].flatMap(\.words)
        let left = VisualRows.group(body.filter { $0.midX < gutter })
        return [Array(rows[..<first]) + left, VisualRows.group(body.filter { $0.midX >= gutter })]
    }

    /// The first row of the columns with what heads them: titles stand in the middle of the page, tables begin at its margin.
    private func firstRow(besides gutter: Double) -> Int? {
        let edge = rows.filter { $0.left < gutter }.map(\.left).sorted()
        let margin = edge.isEmpty ? 0 : edge[edge.count / 8]
        let table = rows.indices.first { index in
            guard rows[index].left < margin + 2 * unit, !crosses(rows[index], gutter) else { return false }
            // The rows of the columns need not be level.
            let near = rows[max(0, index - 1)...min(index + 1, rows.count - 1)]
            return near.contains { row in !crosses(row, gutter) && row.words.contains { $0.left > gutter } }
        }
        guard var first = table else { return nil }
        while first > 0, !crosses(rows[first - 1], gutter) { first -= 1 }
        return first
    }

    /// Whether words of the row go on from one side to the other.
    private func crosses(_ row: VisualRow, _ gutter: Double) -> Bool {
        let left = row.words.filter { $0.midX < gutter }.map(\.right).max() ?? -.infinity
        let right = row.words.filter { $0.midX >= gutter }.map(\.left).min() ?? .infinity
        return right - left < unit
    }
}
