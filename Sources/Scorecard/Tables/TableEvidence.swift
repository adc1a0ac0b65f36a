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

    /// By what stands before the last part of the path: a row, or the parts of a total.
    private var rows: [Substring: Sum] = [:]
    /// By innings, table and last part; by innings and table; by innings, table and row.
    private var columns: [String: Sum] = [:]
    private var columnNames: [String: Set<Substring>] = [:]
    private var rowNumbers: [String: Set<Int>] = [:]
    private var leavesOfRow: [String: Set<Substring>] = [:]

    init(_ odds: [(String, Double)]) {
        for (path, value) in odds {
            rows[Self.row(path), default: Sum()].add(value)
            guard let place = FieldPlace(path) else { continue }
            columns[Self.column(place), default: Sum()].add(value)
            guard let row = place.row, Self.isGrid(place) else { continue }
            columnNames[Self.table(place), default: []].insert(place.leaf)
            rowNumbers[Self.table(place), default: []].insert(row)
            leavesOfRow["\(Self.table(place))/\(row)", default: []].insert(place.leaf)
        }
    }

    func weakest(inRowOf path: String) -> Double? { rows[Self.row(path)]?.least }

    func mean(ofColumnOf path: String, _ place: FieldPlace?) -> Double? {
        guard let place, let sum = columns[Self.column(place)] else { return nil }
        return sum.total / Double(sum.count)
    }

    func gaps(inColumnOf place: FieldPlace?) -> Double {
        guard let place, Self.isGrid(place), let rows = rowNumbers[Self.table(place)]?.count,
            let filled = columns[Self.column(place)]?.count
        else { return 0 }
        return 1 - Double(filled) / Double(rows)
    }

    func gaps(inRowOf place: FieldPlace?) -> Double {
        guard let place, let row = place.row, Self.isGrid(place), let names = columnNames[Self.table(place)],
            let filled = leavesOfRow["\(Self.table(place))/\(row)"]
        else { return 0 }
        return 1 - Double(filled.count) / Double(names.count)
    }

    /// Marks and the parts of a dismissal are often and rightly absent.
    private static func isGrid(_ place: FieldPlace) -> Bool {
        switch (place.table, place.leaf) {
        case ("batting", "captain"), ("batting", "keeper"), ("batting", "fielder"), ("batting", "bowler"): false
        case ("batting", _), ("bowling", _): true
        default: false
        }
    }

    private static func row(_ path: String) -> Substring { path[..<(path.lastIndex(of: "/") ?? path.startIndex)] }
    private static func table(_ place: FieldPlace) -> String { "\(place.innings)/\(place.table)" }
    private static func column(_ place: FieldPlace) -> String { "\(table(place))/\(place.leaf)" }
}
