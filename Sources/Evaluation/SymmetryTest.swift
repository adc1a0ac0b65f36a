internal import Glibc

/// Evidence about the centre of observations that lie symmetrically around it, valid however often one looks.
///
/// The e-test of symmetry of Vovk and Wang ("Nonparametric e-tests of symmetry", arXiv 2208.08925, section on Fisher's
/// test; de la Peña, Annals of Probability 27, 1999): if `x` is symmetric about 0 given all that came before, then
/// `exp(bet x) / cosh(bet x)` has the expectation 1, whatever the tails of `x`, so a product of such factors reaches `1 / alpha`
/// with probability `alpha` at most, ever (Ville's inequality). Tails are also cut: any odd function of a symmetric `x` is
/// symmetric, so observations are clipped at three times a scale that is learnt from earlier ones alone. Several bets
/// are mixed with equal weights.
///
/// A factor grows with `x`, so evidence against "the centre is at most c" holds for every centre below `c` too.
public struct SymmetryTest: Sendable, Hashable {
    /// How much is bet on each observation, in units of its scale.
    private static let bets = [0.5, 1, 2]
    /// Observations beyond so many scales count as though they lay there.
    private static let clip = 3.0
    /// The scale that is assumed before there are observations, as though it had been seen so many times.
    private static let prior = (scale: 0.03, weight: 4.0)

    /// What was observed, in order.
    public private(set) var observations: [Double] = []
    private var scales: [Double] = []

    /// Creates a test of no observations.
    public init() {}

    /// Creates a test of these, in order.
    public init(_ observations: some Sequence<Double>) {
        for observation in observations { add(observation) }
    }

    /// Adds an observation.
    public mutating func add(_ observation: Double) {
        scales.append(Self.scale(of: observations))
        observations.append(observation)
    }

    /// The median; nil without observations.
    public var centre: Double? { Percentile.value(0.5, of: observations) }

    /// Natural logarithm of the evidence against "the centre is at most this"; 0 is none.
    public func evidence(above centre: Double) -> Double { evidence(against: centre, direction: 1) }

    /// Natural logarithm of the evidence against "the centre is at least this"; 0 is none.
    public func evidence(below centre: Double) -> Double { evidence(against: centre, direction: -1) }

    /// Centres with less than `1 / alpha` of evidence against them from above: the true one lies below this bound at no
    /// look ever with probability `1 - alpha`; nil while there are too few observations for any.
    public func lowerBound(alpha: Double) -> Double? { bound(alpha: alpha, direction: 1) }

    /// The same on the other side.
    public func upperBound(alpha: Double) -> Double? { bound(alpha: alpha, direction: -1) }

    /// Observations more until the evidence against one of the two sides of `centre` reaches `1 / alpha`, if those to come are
    /// like those that came; nil when that takes over `limit`.
    public func missing(
        besides centre: Double, alphaAbove: Double, alphaBelow: Double, limit: Int = 10_000
    ) -> Int? {
        guard !observations.isEmpty else { return nil }
        // The evidence of a like observation is that of the mean factor: replays grow linearly in each bet.
        let scale = Self.scale(of: observations)
        let above = growth(from: centre, direction: 1, scale: scale)
        let below = growth(from: centre, direction: -1, scale: scale)
        let needs = [
            (logs(against: centre, direction: 1), above, log(1 / alphaAbove)),
            (logs(against: centre, direction: -1), below, log(1 / alphaBelow)),
        ]
        return needs.compactMap { Self.steps(from: $0.0, growth: $0.1, to: $0.2, limit: limit) }.min()
    }

    // MARK: - Evidence

    private func evidence(against centre: Double, direction: Double) -> Double {
        Self.mean(ofLogs: logs(against: centre, direction: direction))
    }

    private func logs(against centre: Double, direction: Double) -> [Double] {
        Self.bets.map { bet in
            zip(observations, scales).reduce(0) { sum, pair in
                sum + Self.factor(direction * (pair.0 - centre) / pair.1, bet: bet)
            }
        }
    }

    /// `log(exp(bet x) / cosh(bet x))` of a clipped `x`.
    private static func factor(_ value: Double, bet: Double) -> Double {
        let staked = bet * min(max(value, -clip), clip)
        return log(2) - log1p(exp(-2 * staked))
    }

    private static func mean(ofLogs logs: [Double]) -> Double {
        guard let largest = logs.max() else { return 0 }
        return largest + log(logs.reduce(0) { $0 + exp($1 - largest) } / Double(logs.count))
    }

    private func bound(alpha: Double, direction: Double) -> Double? {
        guard let middle = centre, let least = observations.min(), let most = observations.max() else { return nil }
        let wanted = log(1 / alpha)
        let reach = most - least + Self.clip * (scales.max() ?? 0)
        var inside = middle
        var outside = middle - direction * reach
        guard evidence(against: outside, direction: direction) >= wanted else { return nil }
        for _ in 0..<60 {
            let half = (inside + outside) / 2
            if evidence(against: half, direction: direction) >= wanted { outside = half } else { inside = half }
        }
        return outside
    }

    /// A robust scale: 1.4826 times the median distance from the median, drawn towards the assumed one.
    private static func scale(of observations: [Double]) -> Double {
        guard observations.count > 2, let middle = Percentile.value(0.5, of: observations),
            let distance = Percentile.value(0.5, of: observations.map { abs($0 - middle) })
        else { return prior.scale }
        let seen = 1.4826 * distance
        let count = Double(observations.count)
        return
            ((prior.weight * prior.scale * prior.scale + count * seen * seen) / (prior.weight + count)).squareRoot()
    }

    // MARK: - Outlook

    /// Mean growth of each bet's logarithm with the present scale.
    private func growth(from centre: Double, direction: Double, scale: Double) -> [Double] {
        Self.bets.map { bet in
            observations.reduce(0) { $0 + Self.factor(direction * ($1 - centre) / scale, bet: bet) }
                / Double(observations.count)
        }
    }

    private static func steps(from logs: [Double], growth: [Double], to wanted: Double, limit: Int) -> Int? {
        let after = { (steps: Int) in mean(ofLogs: zip(logs, growth).map { $0 + Double(steps) * $1 }) }
        guard after(limit) >= wanted else { return nil }
        var (low, high) = (0, limit)
        while low < high {
            let half = (low + high) / 2
            if after(half) >= wanted { high = half } else { low = half + 1 }
        }
        return low
    }
}
