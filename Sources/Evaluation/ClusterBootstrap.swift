/// One page's share of a ratio: right fields by fields, edits by length, CPU seconds by 1.
public struct Observation: Codable, Sendable, Hashable {
    /// The source document; pages of one document are drawn together.
    public var cluster: String
    /// The group that is weighted as one, a kind of input for example.
    public var stratum: String
    /// What is summed above the line.
    public var numerator: Double
    /// What is summed below the line; 1 for a mean.
    public var denominator: Double

    /// Creates an observation.
    public init(cluster: String, stratum: String = "", numerator: Double, denominator: Double = 1) {
        self.cluster = cluster
        self.stratum = stratum
        self.numerator = numerator
        self.denominator = denominator
    }
}

/// A confidence interval.
public struct Interval: Codable, Sendable, Hashable {
    /// The lower end.
    public var lower: Double
    /// The upper end.
    public var upper: Double
    /// Share of intervals so made that hold the true value, 0.95.
    public var level: Double

    /// Creates an interval.
    public init(lower: Double, upper: Double, level: Double) {
        self.lower = lower
        self.upper = upper
        self.level = level
    }
}

/// Percentile intervals (Efron) by drawing source documents with replacement. The same seed gives the same interval;
/// under two documents there is none. Documents are drawn among those that occur in the same strata, so that every
/// draw has the corpus's share of each.
public struct ClusterBootstrap: Codable, Sendable, Hashable {
    /// Seed of the draws.
    public var seed: UInt64
    /// Number of draws.
    public var resamples: Int
    /// Level of the intervals.
    public var level: Double

    /// Creates a bootstrap.
    public init(seed: UInt64, resamples: Int = 2_000, level: Double = 0.95) {
        self.seed = seed
        self.resamples = resamples
        self.level = level
    }

    /// The ratio of sums in each stratum, weighted; nil when a stratum of some weight has nothing below the line.
    /// Without weights all observations are one stratum.
    public static func value(of observations: [Observation], weights: [String: Double]? = nil) -> Double? {
        let table = ClusterTable([observations], weights: weights)
        return table.value(0, draw: table.everyCluster)
    }

    /// Interval of one ratio.
    public func interval(of observations: [Observation], weights: [String: Double]? = nil) -> Interval? {
        let table = ClusterTable([observations], weights: weights)
        return interval(table) { draw in table.value(0, draw: draw) }
    }

    /// Interval of `first - second`, both on the same drawn documents.
    public func interval(
        ofDifference first: [Observation], _ second: [Observation], weights: [String: Double]? = nil
    ) -> Interval? {
        let table = ClusterTable([first, second], weights: weights)
        return interval(table) { draw in
            guard let first = table.value(0, draw: draw), let second = table.value(1, draw: draw) else { return nil }
            return first - second
        }
    }

    /// Interval of `first / second`, both on the same drawn documents.
    public func interval(
        ofRatio first: [Observation], _ second: [Observation], weights: [String: Double]? = nil
    ) -> Interval? {
        let table = ClusterTable([first, second], weights: weights)
        return interval(table) { draw in
            guard let first = table.value(0, draw: draw), let second = table.value(1, draw: draw), second != 0 else {
                return nil
            }
            return first / second
        }
    }

    /// Interval of any figure of a sample of clusters; the figure is given the numbers of the clusters that were drawn.
    public func interval(clusters count: Int, statistic: ([Int]) -> Double?) -> Interval? {
        guard count > 1 else { return nil }
        var generator = SplitMix64(seed: seed)
        return interval(
            (0..<resamples).compactMap { _ in
                statistic((0..<count).map { _ in generator.next(below: count) })
            })
    }

    private func interval(_ table: ClusterTable, statistic: ([Int]) -> Double?) -> Interval? {
        guard table.groups.allSatisfy({ $0.count > 1 }), !table.groups.isEmpty else { return nil }
        var generator = SplitMix64(seed: seed)
        return interval((0..<resamples).compactMap { _ in statistic(table.draw(with: &generator)) })
    }

    private func interval(_ figures: [Double]) -> Interval? {
        let values = figures.sorted()
        guard !values.isEmpty else { return nil }
        let tail = (1 - level) / 2
        return Interval(
            lower: Percentile.value(tail, ofSorted: values), upper: Percentile.value(1 - tail, ofSorted: values),
            level: level)
    }
}
