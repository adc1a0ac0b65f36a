internal import Recognition

/// Cells without a word in columns where nearly all rows of the table have one.
struct BlankCells {
    private typealias Row = [Column: PageWord]

    /// A figure is missing where this share of the other rows have one.
    private static let filled = 0.7
    /// Fewer rows show no column.
    private static let leastRows = 3

    /// Where the figure of each would stand, row by row from top to bottom.
    static func boxes(_ rows: [[Column: PageWord]]) -> [(page: Int, box: PageBox)] {
        let rows = rows.filter { row in row.count { !$0.value.isDash } >= 2 }
        guard rows.count >= leastRows else { return [] }
        let columns = Set(rows.flatMap(\.keys)).filter { column in
            column != .other && Double(rows.count { $0[column] != nil }) >= filled * Double(rows.count - 1)
        }
        var boxes: [(page: Int, box: PageBox)] = []
        for index in rows.indices {
            let blank = columns.filter { rows[index][$0] == nil }
            for column in blank {
                if let place = Self.place(column, rows, index) { boxes.append(place) }
            }
        }
        return boxes.sorted { ($0.page, $0.box.y, $0.box.x) < ($1.page, $1.box.y, $1.box.x) }
    }

    /// The column's cells in the nearest rows, moved to the height of this one: by how far a word of this row lies from that of
    /// the same column there, since lines of a photograph are not level.
    private static func place(_ column: Column, _ rows: [Row], _ index: Int) -> (page: Int, box: PageBox)? {
        let near = rows.indices.filter { rows[$0][column].map { !$0.isDash } == true }
            .sorted { (($0 - index).magnitude, $0) < (($1 - index).magnitude, $1) }
        let moved = near.prefix(4).compactMap { Self.moved(column, from: rows[$0], to: rows[index]) }
        guard let first = moved.first else { return nil }
        let middle = moved.reduce(0) { $0 + $1.midY } / Double(moved.count)
        let around = moved.dropFirst().reduce(first) { $0.union($1) }
        let height = moved.map(\.height).max() ?? first.height
        let box = PageBox(x: around.x, y: middle - height / 2, width: around.width, height: height)
        return rows[index].values.first.map { ($0.page, box) }
    }

    private static func moved(_ column: Column, from row: Row, to other: Row) -> PageBox? {
        guard let cell = row[column] else { return nil }
        let shared = row.filter { other[$0.key] != nil && $0.key != column && other[$0.key]?.page == cell.page }
        let nearest = shared.min { one, next in
            let (first, second) = (one.value.midX, next.value.midX)
            return ((first - cell.midX).magnitude, first) < ((second - cell.midX).magnitude, second)
        }
        guard let nearest, let here = other[nearest.key] else { return nil }
        var box = cell.box
        box.y += here.box.midY - nearest.value.box.midY
        return box
    }
}
