internal import Glibc

/// How often something happened, and how often it would.
public struct BinomialShare: Codable, Sendable, Hashable {
    /// Times that it happened.
    public var count: Int
    /// Times that it could have.
    public var total: Int

    /// Creates a share.
    public init(_ count: Int, of total: Int) {
        self.count = count
        self.total = total
    }

    /// The share; nil when it could never have happened.
    public var value: Double? { total > 0 ? Double(count) / Double(total) : nil }

    /// Clopper and Pearson's interval (Biometrika 26, 1934), which holds the true share at least as often as `level` says;
    /// all of 0 to 1 when it could never have happened.
    public func interval(level: Double = 0.95) -> Interval {
        let tail = (1 - level) / 2
        let lower = count == 0 ? 0 : solve { 1 - atMost(count - 1, $0) < tail }
        let upper = count == total ? 1 : solve { atMost(count, $0) > tail }
        return Interval(lower: lower, upper: upper, level: level)
    }

    /// The share at which a condition that holds for small ones stops holding.
    private func solve(_ holds: (Double) -> Bool) -> Double {
        var (low, high) = (0.0, 1.0)
        for _ in 0..<50 {
            let half = (low + high) / 2
            if holds(half) { low = half } else { high = half }
        }
        return (low + high) / 2
    }

    /// Probability of at most so many of `total`, each with this probability.
    private func atMost(_ most: Int, _ share: Double) -> Double {
        guard share > 0 else { return 1 }
        guard share < 1 else { return most >= total ? 1 : 0 }
        return (0...most).reduce(0) { sum, number in
            let ways = lgamma(Double(total + 1)) - lgamma(Double(number + 1)) - lgamma(Double(total - number + 1))
            return sum + exp(ways + Double(number) * log(share) + Double(total - number) * log1p(-share))
        }
    }
}
