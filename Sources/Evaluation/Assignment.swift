/// The assignment problem (Kuhn 1955, Munkres 1957) by shortest augmenting paths with potentials, O(rows² · columns).
public enum Assignment {
    /// For each row the column paired with it, nil for rows left over, at the least total cost. All rows must be
    /// equally long; every row or every column is paired.
    public static func leastCost(_ costs: [[Int]]) -> [Int?] {
        guard let width = costs.first?.count, width > 0 else { return costs.map { _ in nil } }
        if costs.count <= width {
            var search = AugmentingSearch(costs: costs, columns: width)
            return search.solve()
        }
        let transposed = (0..<width).map { column in costs.map { $0[column] } }
        var rows = [Int?](repeating: nil, count: costs.count)
        for (column, row) in leastCost(transposed).enumerated() {
            if let row { rows[row] = column }
        }
        return rows
    }
}

/// Adds one row after another to a least assignment of those before it. Needs no more rows than columns.
private struct AugmentingSearch {
    let costs: [[Int]]
    let columns: Int
    var rowPotential: [Int]
    var columnPotential: [Int]
    var rowOfColumn: [Int?]

    init(costs: [[Int]], columns: Int) {
        self.costs = costs
        self.columns = columns
        rowPotential = [Int](repeating: 0, count: costs.count)
        columnPotential = [Int](repeating: 0, count: columns)
        rowOfColumn = [Int?](repeating: nil, count: columns)
    }

    mutating func solve() -> [Int?] {
        for row in costs.indices { add(row) }
        var columnOfRow = [Int?](repeating: nil, count: costs.count)
        for (column, row) in rowOfColumn.enumerated() {
            if let row { columnOfRow[row] = column }
        }
        return columnOfRow
    }

    /// Dijkstra over reduced costs from the new row to the nearest free column, then the path's pairs change over.
    private mutating func add(_ newRow: Int) {
        var distance = [Int](repeating: .max, count: columns)
        var previous = [Int?](repeating: nil, count: columns)
        var settled: [Int] = []
        var isSettled = [Bool](repeating: false, count: columns)
        var row = newRow
        var (column, reached) = (-1, 0)
        while true {
            var nearest = Int.max
            for candidate in 0..<columns where !isSettled[candidate] {
                let reduced = costs[row][candidate] - rowPotential[row] - columnPotential[candidate]
                if reached + reduced < distance[candidate] {
                    distance[candidate] = reached + reduced
                    previous[candidate] = settled.last
                }
                if distance[candidate] < nearest { (nearest, column) = (distance[candidate], candidate) }
            }
            reached = nearest
            guard let next = rowOfColumn[column] else { break }
            isSettled[column] = true
            settled.append(column)
            row = next
        }
        rowPotential[newRow] += reached
        for column in settled {
            if let owner = rowOfColumn[column] { rowPotential[owner] += reached - distance[column] }
            columnPotential[column] -= reached - distance[column]
        }
        changeOver(endingAt: column, previous: previous, newRow: newRow)
    }

    private mutating func changeOver(endingAt freeColumn: Int, previous: [Int?], newRow: Int) {
        var column = freeColumn
        while let before = previous[column] {
            rowOfColumn[column] = rowOfColumn[before]
            column = before
        }
        rowOfColumn[column] = newRow
    }
}
