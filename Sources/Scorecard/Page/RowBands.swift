/// Brings the lines of wrapped cells together: where names and dismissals take several lines and the figures stand in
/// the middle of them, as in tables of web pages, the lines around a row of figures belong to it.
struct RowBands {
    private let rows: [VisualRow]
    private let zone: Double
    private let unit: Double
    /// White space that no two words of a cell have between them.
    private let white: Double
    /// The usual distance of two rows of figures.
    private let pitch: Double
    private let isFigures: [Bool]
    /// The distance of lines that all stand as far from one another, rows of figures among them: then none of them is wrapped.
    private let grid: Double?

    /// The rows of a table, each with all its lines; rows behind the table as they were.
    static func merged(_ rows: [VisualRow], header: TableHeader) -> [VisualRow] {
        guard let first = header.numeric.first?.left, let last = header.numeric.last?.right else { return rows }
        let table = rows.prefix { row in
            guard let keyword = SectionKeywords.leading(row.words)?.keyword else { return true }
            return keyword == .extras || keyword == .extrasPart || keyword == .total
        }
        let bands = RowBands(Array(table), first: first, last: last)
        return bands.merged() + rows[table.endIndex...]
    }

    private init(_ rows: [VisualRow], first: Double, last: Double) {
        self.rows = rows
        let unit = TextUnit.of(rows)
        self.unit = unit
        let zone = first - 1.6 * unit
        self.zone = zone
        isFigures = rows.map { Self.isFigures($0, zone: zone, end: last + 0.5 * unit) }
        let lines = zip(rows, isFigures).filter(\.1).map(\.0.midY)
        let gaps = zip(lines, lines.dropFirst()).map { $1 - $0 }
        pitch = gaps.isEmpty ? 0 : Slope.median(gaps)
        let steps = zip(rows, rows.dropFirst()).map { $1.midY - $0.midY }
        let step = steps.isEmpty ? 0 : Slope.median(steps)
        let isEven = steps.count { ($0 - step).magnitude < 0.15 * step } * 10 >= steps.count * 9
        grid = isEven && gaps.contains { ($0 - step).magnitude < 0.15 * step } ? step : nil
        // Blanks of a typewriter face are wide.
        let blanks = rows.flatMap { row in
            zip(row.words, row.words.dropFirst()).filter { $1.midX <= zone }.map { $1.left - $0.right }
        }
        white = max(0.9 * unit, blanks.isEmpty ? 0 : min(1.4 * unit, 1.5 * Slope.median(blanks)))
    }

    /// Whether figures and nothing but figures stand in the columns of figures; what stands behind them is no matter.
    private static func isFigures(_ row: VisualRow, zone: Double, end: Double) -> Bool {
        let inZone = row.words.filter { $0.midX > zone && $0.left < end }
        return inZone.contains(where: \.hasDigit) && inZone.allSatisfy(NumericText.fits)
    }

    private func merged() -> [VisualRow] {
        var owners: [Int: [Int]] = [:]
        var taken: Set<Int> = []
        for index in rows.indices where !isFigures[index] {
            guard let owner = owner(of: index) else { continue }
            owners[owner, default: []].append(index)
            taken.insert(index)
        }
        guard !taken.isEmpty else { return rows }
        return rows.indices.compactMap { index in
            if taken.contains(index) { return nil }
            guard let lines = owners[index] else { return rows[index] }
            return row((lines + [index]).sorted())
        }
    }

    /// The row of figures that a line without any is much nearer to than to the next.
    private func owner(of index: Int) -> Int? {
        let words = rows[index].words
        guard words.allSatisfy({ $0.midX < zone || $0.key.isEmpty }), pitch > 0 else { return nil }
        // `did not bat` makes a row of its own.
        if words.map(\.key).suffix(3) == ["did", "not", "bat"] { return nil }
        let above = rows[..<index].indices.last { isFigures[$0] }
        let below = rows[(index + 1)...].indices.first { isFigures[$0] }
        let sides = [above, below].compactMap(\.self).map { (row: $0, distance: distance(index, $0)) }
        guard let near = sides.min(by: { $0.distance < $1.distance }), near.distance < 2.6 * unit else { return nil }
        if let grid, near.distance > 0.8 * grid, isWholeName(words) { return nil }
        // What stands above the extras belongs to no sum.
        if near.row > index, SectionKeywords.leading(rows[near.row].words) != nil { return nil }
        let far = sides.first { $0.row != near.row }?.distance ?? pitch - near.distance
        return near.distance < 0.72 * far && near.distance < 0.72 * pitch ? near.row : nil
    }

    /// `Ann Lee`, `Ann Lee *` and nothing else.
    private func isWholeName(_ words: [PageWord]) -> Bool {
        let name = words.filter { !$0.key.isEmpty }
        return (2...4).contains(name.count)
            && name.allSatisfy { $0.text.first?.isUppercase == true && !$0.hasDigit && $0.key.utf8.count > 1 }
    }

    private func distance(_ one: Int, _ other: Int) -> Double { (rows[one].midY - rows[other].midY).magnitude }

    /// One row out of its lines: column by column, from the upper line to the lower.
    private func row(_ lines: [Int]) -> VisualRow {
        let words = lines.flatMap { rows[$0].words }
        var columns: [(left: Double, right: Double, words: [PageWord])] = []
        for segment in lines.flatMap({ segments(rows[$0].words.filter { $0.midX <= zone }) }) {
            var column = (left: segment[0].left, right: segment.map(\.right).max() ?? 0, words: segment)
            let same = columns.filter { $0.left < column.right && column.left < $0.right }
            columns.removeAll { $0.left < column.right && column.left < $0.right }
            column.left = min(column.left, same.map(\.left).min() ?? .infinity)
            column.right = max(column.right, same.map(\.right).max() ?? -.infinity)
            column.words = same.flatMap(\.words) + column.words
            columns.append(column)
        }
        let text = columns.sorted { $0.left < $1.left }.flatMap(\.words)
        return VisualRow(text + words.filter { $0.midX > zone }.sorted { $0.left < $1.left })
    }

    /// Parts of a line with white space between them that no two words of a cell have.
    private func segments(_ words: [PageWord]) -> [[PageWord]] {
        var segments: [[PageWord]] = []
        for word in words {
            if let last = segments.last?.last, word.left - last.right < white {
                segments[segments.count - 1].append(word)
            } else {
                segments.append([word])
            }
        }
        return segments
    }
}
