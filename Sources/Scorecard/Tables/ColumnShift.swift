/// Where the figures of a table stand that are not under their headers: spreadsheets set headers at the left edge of a column
/// and figures at its right.
enum ColumnShift {
    /// Figures that stand under their headers within this many heights of the text are not shifted.
    private static let usual = 1.0
    /// Right edges of columns are the same within this many heights of the text.
    private static let even = 0.8

    private typealias Cluster = (left: Double, right: Double)

    /// The columns moved to where the figures of the rows stand; as they are where figures stand under headers.
    static func placed(_ columns: [TableHeader.Cell], over rows: [[PageWord]], unit: Double) -> [TableHeader.Cell] {
        guard columns.count >= 2, rows.count >= 3 else { return columns }
        let clusters = FigureColumns.clusters(rows, unit: unit)
        guard clusters.count >= min(3, columns.count), clusters.count <= columns.count,
            misfit(clusters, columns, 0) > usual * unit
        else { return columns }
        return inOrder(columns, clusters) ?? atRightEdges(columns, clusters, unit: unit) ?? shifted(columns, clusters)
    }

    /// Heads that are set as text, close together before all figures: as many as there are columns, they stand in their order.
    private static func inOrder(_ columns: [TableHeader.Cell], _ clusters: [Cluster]) -> [TableHeader.Cell]? {
        guard clusters.count == columns.count, columns[columns.count - 1].right < clusters[0].left else { return nil }
        return zip(columns, clusters).map {
            TableHeader.Cell(column: $0.column, left: $1.left, right: $1.right, isForeign: $0.isForeign)
        }
    }

    /// Figures end where the next header begins, all at the same distance before it.
    private static func atRightEdges(
        _ columns: [TableHeader.Cell], _ clusters: [Cluster], unit: Double
    ) -> [TableHeader.Cell]? {
        var gaps: [Double] = []
        var taken = -1
        for cluster in clusters {
            guard let column = columns.lastIndex(where: { $0.left < cluster.right }), column > taken else { return nil }
            taken = column
            if column + 1 < columns.count { gaps.append(columns[column + 1].left - cluster.right) }
        }
        guard gaps.count >= 3, let least = gaps.min(), let most = gaps.max(), most - least < even * unit else {
            return nil
        }
        let gap = Slope.median(gaps)
        return columns.indices.map { index in
            let cell = columns[index]
            let last = taken == index ? clusters.last?.right : nil
            let right = index + 1 < columns.count ? columns[index + 1].left - gap : last ?? cell.right
            return TableHeader.Cell(column: cell.column, left: right - (cell.right - cell.left), right: right)
        }
    }

    /// Figures stand beside their headers, all at the same distance.
    private static func shifted(_ columns: [TableHeader.Cell], _ clusters: [Cluster]) -> [TableHeader.Cell] {
        let headers = columns.map(\.midX)
        let pitch = zip(headers, headers.dropFirst()).map { $1 - $0 }.min() ?? 0
        let shifts = clusters.flatMap { cluster in headers.map { middle(cluster) - $0 } }
            .filter { $0.magnitude < 0.8 * pitch }
        // Of two that fit alike the smaller: the other leaves the first column blank.
        let cost = { (shift: Double) in misfit(clusters, columns, shift) + 0.15 * shift.magnitude }
        let best = shifts.min { cost($0) < cost($1) }
        guard let best, misfit(clusters, columns, best) < 0.5 * misfit(clusters, columns, 0) else { return columns }
        return columns.map { TableHeader.Cell(column: $0.column, left: $0.left + best, right: $0.right + best) }
    }

    /// The mean distance of the clusters from headers of their own, in order; infinite when two fall to one header.
    private static func misfit(_ clusters: [Cluster], _ columns: [TableHeader.Cell], _ shift: Double) -> Double {
        var sum = 0.0
        var taken = -1
        for cluster in clusters {
            let distances = columns.map { (middle(cluster) - $0.midX - shift).magnitude }
            guard let nearest = distances.indices.min(by: { distances[$0] < distances[$1] }), nearest > taken else {
                return .infinity
            }
            sum += distances[nearest]
            taken = nearest
        }
        return sum / Double(clusters.count)
    }

    private static func middle(_ cluster: Cluster) -> Double { (cluster.left + cluster.right) / 2 }
}
