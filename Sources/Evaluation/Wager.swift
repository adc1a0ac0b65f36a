/// A game against the hypothesis that bounded numbers have at most a given mean: a fair one as long as that holds, so
/// that the chance of ever having made `1 / a` times the stake is at most `a`, however often one looks (Ville's
/// inequality). Waudby-Smith and Ramdas, "Estimating means of bounded random variables by betting" (JRSS B 2024),
/// section 5; the stake is spread over bets of different boldness, their "diversified Kelly".
public struct Wager: Sendable, Hashable {
    /// Shares of the largest allowed bet.
    private static let boldness = [0.3, 0.65, 0.98]

    /// Numbers lie between `-bound` and `bound`.
    private let bound: Double
    private var fortunes = [Double](repeating: 1, count: boldness.count)
    /// What one unit of stake is now.
    public private(set) var fortune = 1.0
    /// The most that one unit of stake has ever been; the hypothesis is rejected at level `a` from `1 / a` on.
    public private(set) var evidence = 1.0

    /// Begins a game over numbers between `-bound` and `bound`.
    public init(bound: Double) { self.bound = bound }

    /// Takes the next number.
    ///
    /// - Parameters:
    ///   - mean: the largest mean that the hypothesis leaves this number, all before it known.
    ///   - least: what the number is known to be at least; `-bound` when nil.
    public mutating func observe(_ number: Double, mean: Double, least: Double? = nil) {
        let least = least ?? -bound
        let (share, allowed) = ((number - least) / (2 * bound), (mean - least) / (2 * bound))
        guard allowed > 1e-12 else {
            // No number is small enough for the hypothesis; only one that is as small as can be does not refute it.
            if allowed < -1e-9 || share > 1e-9 { evidence = .infinity }
            return
        }
        for index in fortunes.indices {
            let stake = Self.boldness[index]
            fortunes[index] = min(fortunes[index] * (1 - stake + stake * share / allowed), 1e100)
        }
        fortune = fortunes.reduce(0, +) / Double(fortunes.count)
        evidence = max(evidence, fortune)
    }
}

/// Numbers drawn at random: how many there are in all, when they are drawn without replacement.
public enum Sampling: Sendable, Hashable {
    /// From a population of so many, each drawn once; the bounds are for the mean of that population.
    case withoutReplacement(population: Int)
    /// Each number from the same distribution; the bounds are for its mean.
    case independent

    /// The mean that remains for the next number, when `count` numbers with this sum were drawn and all have this mean.
    func remaining(mean: Double, sum: Double, count: Int) -> Double {
        switch self {
        case .independent: mean
        case .withoutReplacement(let population):
            (Double(population) * mean - sum) / Double(max(1, population - count))
        }
    }
}

/// Bounds for a mean that all hold at once, after every single number, with the stated probability; so one may look at them
/// after each and stop when one likes. By `Wager`.
public struct ConfidenceSequence: Sendable, Hashable {
    /// Chance that the bound of one side ever fails.
    public var alpha: Double
    /// Numbers lie between `-bound` and `bound`.
    public var bound: Double
    /// How numbers are drawn.
    public var sampling: Sampling

    /// Creates a sequence.
    public init(alpha: Double, bound: Double, sampling: Sampling) {
        self.alpha = alpha
        self.bound = bound
        self.sampling = sampling
    }

    /// The upper bound after these numbers, the best of all that held on the way; `bound` when there are too few to say more.
    public func upperBound(of numbers: [Double]) -> Double { -lowerBound(of: numbers.map { -$0 }) }

    /// The lower bound after these numbers.
    public func lowerBound(of numbers: [Double]) -> Double {
        if case .withoutReplacement(let population) = sampling, numbers.count >= population, population > 0 {
            return numbers.reduce(0, +) / Double(numbers.count)
        }
        return Self.largest(from: -bound, to: bound) { rejects(mean: $0, numbers) }
    }

    /// Whether a mean of at most `mean` is ruled out.
    public func rejects(mean: Double, _ numbers: [Double]) -> Bool {
        var wager = Wager(bound: bound)
        var sum = 0.0
        for (count, number) in numbers.enumerated() {
            wager.observe(number, mean: sampling.remaining(mean: mean, sum: sum, count: count))
            if wager.evidence * alpha >= 1 { return true }
            sum += number
        }
        return isExhausted(mean, sum: sum, count: numbers.count)
    }

    /// Whether the numbers that are left cannot bring the mean down to this, whatever they are.
    private func isExhausted(_ mean: Double, sum: Double, count: Int) -> Bool {
        guard case .withoutReplacement(let population) = sampling else { return false }
        return (sum - bound * Double(population - count)) / Double(population) > mean
    }

    /// The largest value for which a condition holds that holds below some value and not above it, by halving.
    package static func largest(from low: Double, to high: Double, holds: (Double) -> Bool) -> Double {
        var (low, high) = (low, high)
        for _ in 0..<24 {
            let middle = (low + high) / 2
            if holds(middle) { low = middle } else { high = middle }
        }
        return low
    }
}
