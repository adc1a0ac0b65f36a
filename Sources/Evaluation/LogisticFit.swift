internal import Glibc

/// A logistic regression with a ridge penalty, fitted by Newton's method (iteratively reweighted least squares).
public struct LogisticFit: Sendable {
    /// One case: what is known, and whether it was so.
    public struct Sample: Sendable, Hashable {
        /// What is known; the first value is 1 in every sample.
        public var values: [Double]
        /// Whether it was so.
        public var isRight: Bool

        /// Creates a sample.
        public init(values: [Double], isRight: Bool) {
            self.values = values
            self.isRight = isRight
        }
    }

    /// Pull of every weight but the first towards 0.
    public var ridge: Double
    /// Most steps of Newton's method.
    public var steps: Int

    /// Creates a fit.
    public init(ridge: Double = 2, steps: Int = 50) {
        self.ridge = ridge
        self.steps = steps
    }

    /// The weights; those of `nonNegative` and `nonPositive` are 0 where they would be on the other side. Empty without samples.
    public func weights(
        of samples: [Sample], nonNegative: Set<Int> = [], nonPositive: Set<Int> = []
    ) -> [Double] {
        guard let width = samples.first?.values.count, width > 0 else { return [] }
        var active = Array(0..<width)
        while true {
            let fitted = newton(samples, active)
            let astray = zip(active, fitted).filter { feature, weight in
                weight < 0 ? nonNegative.contains(feature) : weight > 0 && nonPositive.contains(feature)
            }
            // The furthest astray goes first: the others may come right without it.
            guard let worst = astray.max(by: { $0.1.magnitude < $1.1.magnitude })?.0 else {
                var weights = [Double](repeating: 0, count: width)
                for (feature, weight) in zip(active, fitted) { weights[feature] = weight }
                return weights
            }
            active.removeAll { $0 == worst }
        }
    }

    private func newton(_ samples: [Sample], _ active: [Int]) -> [Double] {
        var weights = [Double](repeating: 0, count: active.count)
        for _ in 0..<steps {
            guard let step = step(samples, active, weights) else { return weights }
            for index in weights.indices { weights[index] += step[index] }
            if step.allSatisfy({ $0.magnitude < 1e-8 }) { break }
        }
        return weights
    }

    private func step(_ samples: [Sample], _ active: [Int], _ weights: [Double]) -> [Double]? {
        let width = active.count
        var gradient = weights.enumerated().map { -penalty(active[$0]) * $1 }
        var curvature = [[Double]](repeating: [Double](repeating: 0, count: width), count: width)
        for index in 0..<width { curvature[index][index] = penalty(active[index]) + 1e-9 }
        for sample in samples {
            let values = active.map { sample.values[$0] }
            let odds = zip(weights, values).reduce(0) { $0 + $1.0 * $1.1 }
            let probability = 1 / (1 + exp(-odds))
            let error = (sample.isRight ? 1 : 0) - probability
            let spread = max(probability * (1 - probability), 1e-6)
            for row in 0..<width where values[row] != 0 {
                gradient[row] += error * values[row]
                for column in 0...row { curvature[row][column] += spread * values[row] * values[column] }
            }
        }
        return Self.solve(curvature, gradient)
    }

    /// The constant hardly needs any, only enough to stay finite where all samples agree.
    private func penalty(_ feature: Int) -> Double { feature == 0 ? 0.05 : ridge }

    /// Solves a symmetric system of which the lower half is given (Cholesky); nil when it is not positive definite.
    private static func solve(_ matrix: [[Double]], _ right: [Double]) -> [Double]? {
        let width = right.count
        var lower = matrix
        for row in 0..<width {
            for column in 0...row {
                var sum = matrix[row][column]
                for index in 0..<column { sum -= lower[row][index] * lower[column][index] }
                if row == column {
                    guard sum > 0 else { return nil }
                    lower[row][row] = sum.squareRoot()
                } else {
                    lower[row][column] = sum / lower[column][column]
                }
            }
        }
        var solution = right
        for row in 0..<width {
            for index in 0..<row { solution[row] -= lower[row][index] * solution[index] }
            solution[row] /= lower[row][row]
        }
        for row in (0..<width).reversed() {
            for index in (row + 1)..<width { solution[row] -= lower[index][row] * solution[index] }
            solution[row] /= lower[row][row]
        }
        return solution
    }
}
