internal import Evaluation
internal import Foundation

/// What a gate can see on a machine.
public struct GateSelfTestReport: Codable, Sendable, Equatable {
    /// How some comparisons ended.
    public struct Tally: Codable, Sendable, Equatable {
        /// Ended with `pass`.
        public var passed: BinomialCount
        /// Ended with `fail`.
        public var failed: BinomialCount
        /// Ended without an answer.
        public var undecided: BinomialCount
        /// Seconds of a comparison, the median.
        public var medianSeconds: Double
        /// Pairs of a comparison, the median.
        public var medianPairs: Double
        /// The ratio of costs that was found, the median.
        public var medianRatio: Double
        /// Every round's logarithm of the ratio of costs, comparison by comparison.
        public var rounds: [[Double]]
    }

    /// A count with Clopper and Pearson's 95% interval of what it is a sample of.
    public struct BinomialCount: Codable, Sendable, Equatable {
        /// Times that it happened.
        public var count: Int
        /// Times that it could have.
        public var total: Int
        /// Lower end.
        public var low: Double
        /// Upper end.
        public var high: Double

        init(_ count: Int, of total: Int) {
            let interval = BinomialShare(count, of: total).interval()
            self.count = count
            self.total = total
            low = interval.lower
            high = interval.upper
        }
    }

    /// The build with itself: `failed` are false alarms.
    public var same: Tally
    /// The build with itself slowed: `failed` are found.
    public var slowed: Tally
    /// By how much it was slowed.
    public var slowdown: Double
    /// What was allowed.
    public var limits: SpeedLimits
    /// What replays of the rounds with itself say, which are many more comparisons than there was time for; nil with too few
    /// rounds.
    public var outlook: GateOutlook?
    /// By how much counts of instructions of the build and itself differed at the most, as a share; nil where they are not
    /// counted by Valgrind.
    public var countDifference: Double?

    /// How many builds were compared with themselves.
    public var builds: Int

    init(_ comparisons: [GateComparison], slowdown: Double, limits: SpeedLimits) {
        let same = comparisons.filter { !$0.isSlowed }
        self.same = Tally(same)
        slowed = Tally(comparisons.filter(\.isSlowed))
        self.slowdown = slowdown
        self.limits = limits
        builds = Set(comparisons.map(\.commit)).count
        countDifference = same.compactMap { $0.countRatio.map { abs(exp($0) - 1) } }.max()
        guard countDifference == nil else { return }
        let seconds = same.reduce(0) { $0 + $1.seconds } / Double(max(1, same.reduce(0) { $0 + $1.rounds.count }))
        outlook = GateOutlook(
            rounds: self.same.rounds.flatMap { $0 }, limits: limits, metrics: same.first?.metrics ?? 1,
            count: Int(limits.seconds / max(seconds, 0.001)))
    }

    /// What it amounts to: only what was seen.
    public var sentences: [String] {
        [
            "The build with itself: \(same.failed.words) false alarms, passed \(same.passed.words), "
                + "undecided \(same.undecided.words).",
            "The build with itself slowed by \(percent(slowdown)): found \(slowed.failed.words), "
                + "let pass \(slowed.passed.words), undecided \(slowed.undecided.words); "
                + "measured \(percent(slowed.medianRatio - 1)) slower.",
        ] + (builds > 1 ? ["Of \(builds) builds, each compared with itself."] : []) + outlookSentences
    }

    private var outlookSentences: [String] {
        if let countDifference {
            return [
                "Instructions decide here: those of the build and itself differed by at most \(percent(countDifference))."
            ]
        }
        return outlook?.sentences(limits) ?? ["There are too few rounds to say what else could be seen."]
    }
}

extension GateSelfTestReport.Tally {
    init(_ comparisons: [GateComparison]) {
        let count = { (verdict: GateVerdict) in
            GateSelfTestReport.BinomialCount(comparisons.count { $0.verdict == verdict }, of: comparisons.count)
        }
        passed = count(.pass)
        failed = count(.fail)
        undecided = count(.inconclusive)
        medianSeconds = Percentile.value(0.5, of: comparisons.map(\.seconds)) ?? 0
        medianPairs = Percentile.value(0.5, of: comparisons.map { Double($0.pairs) }) ?? 0
        medianRatio = Percentile.value(0.5, of: comparisons.compactMap(\.ratio)) ?? 1
        rounds = comparisons.map(\.rounds)
    }
}

extension GateSelfTestReport.BinomialCount {
    /// `3 of 10 (7% to 65%)`.
    public var words: String {
        "\(count) of \(total) (\(Int((low * 100).rounded()))% to \(Int((high * 100).rounded()))%)"
    }
}

private func percent(_ share: Double) -> String { "\((share * 100).shortDecimal)%" }
