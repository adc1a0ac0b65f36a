/// What the engine says of the rows and columns of a card's tables, and where they are empty.
struct TableEvidence {
    private struct Sum {
        var total = 0.0
        var count = 0
        var least = Double.infinity

        mutating func add(_ value: Double) {
            total += value
            count += 1
            least = min(least, value)
        }
    }

    private struct Table: Hashable {
        var innings: Int
        var table: FieldPlace.Table
    }

    /// A row of a table; the parts of a total and the names of a list are one row.
    private struct Row: Hashable {
        var table: Table
        var number: Int?
    }

    private struct Column: Hashable {
        var table: Table
        var leaf: String
    }

    /// The cells of a table that are filled.
    private struct Grid {
        var columns: Set<String> = []
        /// How many cells of each row.
        var cells: [Int: Int] = [:]
    }

    private var rows: [Row: Sum] = [:]
    private var columns: [Column: Sum] = [:]
    private var grids: [Table: Grid] = [:]
    /// Of what is about the match, by what stands before the last part of the path.
    private var headings: [Substring: Sum] = [:]

    init(_ odds: [(field: PlacedField, value: Double)]) {
        for (field, value) in odds {
            guard let place = field.place else {
                headings[Self.heading(field), default: Sum()].add(value)
                continue
            }
            rows[Self.row(place), default: Sum()].add(value)
            columns[Self.column(place), default: Sum()].add(value)
            guard let row = place.row, Self.isGrid(place) else { continue }
            grids[Self.table(place), default: Grid()].columns.insert(place.leaf)
            grids[Self.table(place), default: Grid()].cells[row, default: 0] += 1
        }
    }

    func weakest(inRowOf field: PlacedField) -> Double? {
        guard let place = field.place else { return headings[Self.heading(field)]?.least }
        return rows[Self.row(place)]?.least
    }

    func mean(ofColumnOf place: FieldPlace?) -> Double? {
        guard let place, let sum = columns[Self.column(place)] else { return nil }
        return sum.total / Double(sum.count)
    }

    func gaps(inColumnOf place: FieldPlace?) -> Double {
        guard let place, Self.isGrid(place), let rows = grids[Self.table(place)]?.cells.count,
            let filled = columns[Self.column(place)]?.count
        else { return 0 }
        return 1 - Double(filled) / Double(rows)
    }

    func gaps(inRowOf place: FieldPlace?) -> Double {
        guard let place, let row = place.row, Self.isGrid(place), let grid = grids[Self.table(place)],
            let filled = grid.cells[row]
        else { return 0 }
        return 1 - Double(filled) / Double(grid.columns.count)
    }

    /// Marks and the parts of a dismissal are often and rightly absent.
    private static func isGrid(_ place: FieldPlace) -> Bool {
        switch (place.table, place.leaf) {
        case (.batting, "captain"), (.batting, "keeper"), (.batting, "fielder"), (.batting, "bowler"): false
        case (.batting, _), (.bowling, _): true
        default: false
        }
    }

    private static func heading(_ field: PlacedField) -> Substring {
        let path = field.field.path
        return path[..<(path.utf8.lastIndex(of: 0x2F) ?? path.startIndex)]
    }

    private static func table(_ place: FieldPlace) -> Table { Table(innings: place.innings, table: place.table) }
    private static func column(_ place: FieldPlace) -> Column { Column(table: table(place), leaf: place.leaf) }
    private static func row(_ place: FieldPlace) -> Row {
        Row(table: table(place), number: place.table == .didNotBat ? nil : place.row)
    }
}
