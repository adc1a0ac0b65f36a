internal import Evaluation

/// How much of the variance of a figure each axis explains in an additive model of the settings.
///
/// The model has one effect for every value of every axis and is fitted by weighted least squares. An axis's share is
/// the mean, over the orders in which axes can enter the model, of what it adds to R² (LMG: Lindeman, Merenda and Gold
/// 1980; Shapley's value of R²). Over a whole grid this is the main-effects analysis of variance, the first order of a
/// functional ANOVA (Hutter, Hoos and Leyton-Brown 2014); on any other set of points the shares still add up to R².
package struct VarianceShares: Sendable {
    /// By axis, in the order given; they add up to `explained`.
    package let shares: [Double]
    /// R² of all axes together.
    package let explained: Double
    /// Effects that were fitted, the mean not counted.
    package let parameters: Int
    /// Settings that it was fitted to.
    package let points: Int

    /// Whether there are too few points for so many effects to say more than a hint.
    package var isSparse: Bool { points < 3 * (parameters + 1) }

    private static let mostExactAxes = 6
    private static let sampledOrders = 256

    /// Nil when the figure does not vary or there are fewer than three points.
    ///
    /// - Parameters:
    ///   - levels: the number of each point's value, axis by axis.
    ///   - weights: of the points.
    package init?(levels: [[Int]], values: [Double], weights: [Double]) {
        let design = Design(levels: levels, values: values, weights: weights)
        guard values.count > 2, !levels.isEmpty, design.total > 1e-12 else { return nil }
        var known: [UInt64: Double] = [0: 0]
        func fit(_ axes: UInt64) -> Double {
            if let fit = known[axes] { return fit }
            let fit = design.explained(by: levels.indices.filter { axes & (1 << UInt64($0)) != 0 })
            known[axes] = fit
            return fit
        }
        let orders = Self.orders(of: levels.count)
        var sums = [Double](repeating: 0, count: levels.count)
        for order in orders {
            var entered: UInt64 = 0
            for axis in order {
                let before = fit(entered)
                entered |= 1 << UInt64(axis)
                sums[axis] += fit(entered) - before
            }
        }
        shares = sums.map { max(0, $0 / Double(orders.count)) }
        explained = fit(levels.indices.reduce(0) { $0 | (1 << UInt64($1)) })
        parameters = design.columns(of: Array(levels.indices)).count
        points = values.count
    }

    /// All orders of a few axes, else a sample of them, each with its reverse.
    private static func orders(of count: Int) -> [[Int]] {
        guard count > mostExactAxes else { return permutations(Array(0..<count)) }
        var generator = SplitMix64(seed: 1)
        return (0..<sampledOrders / 2).flatMap { _ in
            var order = Array(0..<count)
            for place in stride(from: count - 1, to: 0, by: -1) {
                order.swapAt(place, generator.next(below: place + 1))
            }
            return [order, order.reversed()]
        }
    }

    private static func permutations(_ axes: [Int]) -> [[Int]] {
        guard axes.count > 1 else { return [axes] }
        return axes.flatMap { first in permutations(axes.filter { $0 != first }).map { [first] + $0 } }
    }
}

/// The sums of squares and products behind every model.
private struct Design {
    /// Columns of each axis, the first value left out.
    private let axisColumns: [[Int]]
    private let products: [[Double]]
    private let withValues: [Double]
    /// Variance to be explained.
    let total: Double

    init(levels: [[Int]], values: [Double], weights: [Double]) {
        let mass = max(weights.reduce(0, +), 1e-300)
        let weights = weights.map { $0 / mass }
        let centred = { (column: [Double]) -> [Double] in
            let mean = zip(column, weights).reduce(0) { $0 + $1.0 * $1.1 }
            return column.map { $0 - mean }
        }
        var columns: [[Double]] = []
        axisColumns = levels.map { axis in
            (1..<max(1, (axis.max() ?? 0) + 1)).map { level in
                columns.append(centred(axis.map { $0 == level ? 1 : 0 }))
                return columns.count - 1
            }
        }
        let values = centred(values)
        let product = { (left: [Double], right: [Double]) in
            left.indices.reduce(0) { $0 + weights[$1] * left[$1] * right[$1] }
        }
        products = columns.map { left in columns.map { product(left, $0) } }
        withValues = columns.map { product($0, values) }
        total = product(values, values)
    }

    func columns(of axes: [Int]) -> [Int] { axes.flatMap { axisColumns[$0] } }

    /// R² of a model of some axes. Columns that others already span add nothing and are passed over.
    func explained(by axes: [Int]) -> Double {
        let columns = columns(of: axes)
        var matrix = columns.map { row in columns.map { products[row][$0] } + [withValues[row]] }
        var explained = 0.0
        for pivot in columns.indices where matrix[pivot][pivot] > 1e-10 {
            explained += matrix[pivot][columns.count] * matrix[pivot][columns.count] / matrix[pivot][pivot]
            for row in columns.indices where row > pivot {
                let factor = matrix[row][pivot] / matrix[pivot][pivot]
                guard factor != 0 else { continue }
                for column in pivot...columns.count { matrix[row][column] -= factor * matrix[pivot][column] }
            }
        }
        return min(1, explained / total)
    }
}
