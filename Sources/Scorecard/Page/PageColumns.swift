/// Parts a page whose innings stand in columns without headers, as newspapers set them. Tables side by side that have headers
/// are told by those.
struct PageColumns {
    private let rows: [VisualRow]
    private let unit: Double

    /// The rows of the page, or those of its head and left half and those of its right half.
    static func halves(of rows: [VisualRow]) -> [[VisualRow]] {
        let columns = PageColumns(rows: rows)
        if let gutter = columns.gutterBetweenHeaders() { return columns.parted(at: gutter) }
        guard rows.count >= 10, !columns.hasBattingHeader, let gutter = columns.gutter() else { return [rows] }
        return columns.parted(at: gutter)
    }

    /// The text of halves that have no headers, column below column as it runs on: an innings may begin in one and end in the next.
    static func flow(of halves: [[VisualRow]]) -> [[VisualRow]] {
        guard halves.count > 1, !halves.contains(where: { PageColumns(rows: $0).hasBattingHeader }) else {
            return halves
        }
        return [stacked(halves.flatMap(columns))]
    }

    private static func columns(of half: [VisualRow]) -> [[VisualRow]] {
        let halves = halves(of: half)
        return halves.count > 1 ? halves.flatMap(columns) : halves
    }

    private static func stacked(_ columns: [[VisualRow]]) -> [VisualRow] {
        guard var stack = columns.first else { return [] }
        let unit = TextUnit.of(stack)
        let margin = margin(of: stack)
        for column in columns.dropFirst() {
            let down = (stack.last?.bottom ?? 0) + 0.5 * unit - (column.first?.top ?? 0)
            let across = margin - Self.margin(of: column)
            stack += column.map { $0.moved(across: across, down: down) }
        }
        return stack
    }

    /// Where the lines of a column begin; a few stand out to the left of it.
    private static func margin(of rows: [VisualRow]) -> Double {
        let edges = rows.map(\.left).sorted()
        return edges.isEmpty ? 0 : edges[edges.count / 8]
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
            // Heads that were misread stand behind the last that is known.
            let misread = row.words.filter {
                $0.left > batting[0].right && $0.right < next && $0.text.count <= 2
                    && !HeaderBuilder.counters.contains($0.key)
            }
            let right = misread.map(\.right).max() ?? batting[0].right
            let step = max(0.25 * unit, (next - right) / 400, 1e-3)
            let places = stride(from: right + 0.5 * unit, to: next, by: step)
            let free = places.filter { place in
                below.count { row in row.words.contains { $0.left < place && $0.right > place } } <= below.count / 20
            }
            let bands = Self.runs(free, step: step)
            // Names stand before the heads of their figures: the band ends where they begin. Else a column whose head was lost may
            // stand before the band.
            let isNamed = batting[1].cells[0].column.isText != false
            guard let band = isNamed ? bands.max(by: { $0.to - $0.from < $1.to - $1.from }) : bands.first else {
                return nil
            }
            return (band.from + band.to) / 2
        }
        return nil
    }

    /// Places without a gap between them.
    private static func runs(_ places: [Double], step: Double) -> [(from: Double, to: Double)] {
        var runs: [(from: Double, to: Double)] = []
        for place in places {
            if let last = runs.last, place - last.to <= 1.5 * step {
                runs[runs.count - 1].to = place
            } else {
                runs.append((place, place))
            }
        }
        return runs
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
        let areTables = zip(batters, sides).map { $0 * 8 >= $1.count }
        if few >= 2, batters.reduce(0, +) >= 7, !areTables.contains(false) { return few }
        let isTableBesideProse = sides.indices.contains { side in
            batters[side] >= 4 && areTables[side] && Self.isProse(sides[1 - side])
        }
        return isTableBesideProse ? 1 : 0
    }

    /// Whether most of the rows are lines of a report: several words, no figures, nobody out.
    private static func isProse(_ rows: [VisualRow]) -> Bool {
        let lines = rows.count { row in
            row.words.count >= 4 && !row.words.contains(where: \.hasDigit)
                && DismissalParser.start(in: row.words, from: 0) == nil
        }
        return lines >= 8 && lines * 3 >= rows.count * 2
    }

    /// A name, figures and how the batter was out, in this row or alone in the one below.
    fileprivate static func isBatter(_ row: VisualRow, above next: VisualRow?) -> Bool {
        let (figures, text) = RowFigures.split(row.words)
        // Runs before a dismissal are those of a first innings.
        let named = text.drop { $0.hasDigit }
        guard !figures.isEmpty, text.contains(where: { $0.key.count > 1 }), !isDismissal(Array(named)) else {
            return false
        }
        return DismissalParser.start(in: Array(text), from: 1) != nil || next.map { isDismissal($0.words) } == true
    }

    /// How batters were out in a second innings, or in the row below their names.
    private static func isDismissal(_ words: [PageWord]) -> Bool {
        (words.first?.text.first?.isLowercase == true || words.first?.key == "cc")
            && DismissalParser.begins(words, at: 0)
    }

    /// The text above the columns with the left one, then the right one, and so on where lines across the page part the columns:
    /// a handbook sets one match below another.
    private func parted(at gutter: Double) -> [[VisualRow]] {
        guard let first = firstRow(besides: gutter) else { return [rows] }
        let batters = BatterCounts(rows, gutter: gutter)
        let foot = foot(besides: batters) ?? rows.count
        guard first < foot else { return [rows] }
        var cuts = [first]
        for line in first..<foot where isAcross(rows[line], gutter) {
            if batters.areTables(cuts[cuts.count - 1]..<line), batters.areTables(line..<foot) { cuts.append(line) }
        }
        let columns: [[VisualRow]] = zip(cuts, cuts.dropFirst() + [foot]).flatMap { begin, end in
            let above = rows[begin..<end].prefix { begin > first && isAcross($0, gutter) }
            let body = rows[(begin + above.count)..<end].flatMap(\.words)
            let left = VisualRows.group(body.filter { $0.midX < gutter })
            let head = begin == first ? rows[..<first] : above
            // A part with all the words would be parted in the same way without end.
            return [head + left, VisualRows.group(body.filter { $0.midX >= gutter })].filter { !$0.isEmpty }
        }
        return foot < rows.count ? columns + [Array(rows[foot...])] : columns
    }

    /// The first row of a table below the columns in the middle of the page: a third innings has none beside it.
    private func foot(besides sides: BatterCounts) -> Int? {
        let batters = rows.indices.filter { Self.isBatter(rows[$0], above: rows.dropFirst($0 + 1).first) }
        let alone = batters.reversed().prefix { !sides.isBatter($0) }
        guard alone.count >= 3, alone.count < batters.count, var first = alone.last else { return nil }
        let margin = Self.margin(of: alone.map { rows[$0] })
        while first > 0, (rows[first - 1].left - margin).magnitude < 2 * unit { first -= 1 }
        return first
    }

    /// Whether a word of the row stands on the gutter.
    private func isAcross(_ row: VisualRow, _ gutter: Double) -> Bool {
        row.words.contains { $0.left < gutter && $0.right > gutter }
    }

    /// The first row of the columns with what heads them: they reach up from the first batter to a line across the page.
    private func firstRow(besides gutter: Double) -> Int? {
        guard var first = firstBatter(besides: gutter) ?? firstBeside(gutter) else { return nil }
        while first > 0, !crosses(rows[first - 1], gutter) { first -= 1 }
        return first
    }

    private func firstBatter(besides gutter: Double) -> Int? {
        let batters = BatterCounts(rows, gutter: gutter)
        return rows.indices.first { !crosses(rows[$0], gutter) && batters.isBatter($0) }
    }

    /// The first row with text on both sides: titles stand in the middle of the page, text begins at its margin.
    private func firstBeside(_ gutter: Double) -> Int? {
        let margin = Self.margin(of: rows.filter { $0.left < gutter })
        return rows.indices.first { index in
            guard rows[index].left < margin + 2 * unit, !crosses(rows[index], gutter) else { return false }
            // The rows of the columns need not be level.
            let near = rows[max(0, index - 1)...min(index + 1, rows.count - 1)]
            return near.contains { row in !crosses(row, gutter) && row.words.contains { $0.left > gutter } }
        }
    }

    /// Whether words of the row go on from one side to the other.
    private func crosses(_ row: VisualRow, _ gutter: Double) -> Bool {
        let left = row.words.filter { $0.midX < gutter }.map(\.right).max() ?? -.infinity
        let right = row.words.filter { $0.midX >= gutter }.map(\.left).min() ?? .infinity
        return right - left < unit
    }
}

/// How many batters stand left and right of a gutter, counted once for all parts of a page.
private struct BatterCounts {
    /// By side, batters above each row.
    private let sums: [[Int]]

    init(_ rows: [VisualRow], gutter: Double) {
        sums = [(-Double.infinity, gutter), (gutter, Double.infinity)].map { from, to in
            let side = rows.map { $0.clipped(from: from, to: to) }
            return side.indices.reduce(into: [0]) { sums, index in
                let next = index + 1 < side.count ? side[index + 1] : nil
                let isBatter = side[index].map { PageColumns.isBatter($0, above: next) } == true
                sums.append(sums[index] + (isBatter ? 1 : 0))
            }
        }
    }

    func isBatter(_ row: Int) -> Bool { sums.contains { $0[row + 1] > $0[row] } }

    /// Whether these rows are tables on both sides.
    func areTables(_ range: Range<Int>) -> Bool {
        let batters = sums.map { $0[range.upperBound] - $0[range.lowerBound] }
        return batters.allSatisfy { $0 >= 2 && $0 * 8 >= range.count } && batters.reduce(0, +) >= 7
    }
}
