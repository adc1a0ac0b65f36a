internal import Evaluation
internal import Foundation
public import Recognition

/// What a gate says.
public enum GateVerdict: String, Codable, Sendable {
    /// Nothing is over its limit.
    case pass
    /// Something is.
    case fail
    /// More pairs would have to tell.
    case inconclusive
}

/// How two builds compare in what they cost.
public struct SpeedReport: Codable, Sendable, Equatable {
    /// One figure, head by base.
    public struct Metric: Codable, Sendable, Equatable {
        /// What is compared.
        public var metric: SpeedMetric
        /// What is known of it.
        public var verdict: GateVerdict
        /// Whether the gate waits for it before it passes.
        public var decides: Bool
        /// The median over the rounds; for growth, 1 and what is grown more.
        public var ratio: Double
        /// What it is not below, however often one looked, but for its part of `SpeedLimits.falseAlarms`; nil when unknown.
        public var lower: Double?
        /// What it is not above, but for `SpeedLimits.misses`; nil when unknown.
        public var upper: Double?
        /// What is allowed.
        public var limit: Double
    }

    /// One kind of input.
    public struct Kind: Codable, Sendable, Equatable {
        /// The kind.
        public var kind: InputKind
        /// The base's CPU seconds a document, the median.
        public var baseSeconds: Double
        /// The head's.
        public var headSeconds: Double
        /// The median of the ratios of the rounds.
        public var ratio: Double
    }

    /// The verdict.
    public var verdict: GateVerdict
    /// What the head was held against.
    public var base: String
    /// Figures, those that decide first.
    public var metrics: [Metric]
    /// CPU by kind of input.
    public var kinds: [Kind]
    /// Instructions as Valgrind counts them; nil where it was not asked.
    public var count: InstructionCount?
    /// The documents.
    public var documents: [String]
    /// Pairs of readings.
    public var pairs: Int
    /// Pairs more that an answer would take if they are like those before; nil when there is an answer, or no such
    /// number is in reach.
    public var missingPairs: Int?
    /// Seconds that it took.
    public var seconds: Double
    /// What was allowed.
    public var limits: SpeedLimits
    /// Decides the documents and the order.
    public var seed: UInt64
    /// Every round.
    public var rounds: [SpeedRound]

    init(
        _ judge: SpeedJudge, base: String, rounds: [SpeedRound], schedule: SpeedSchedule, limits: SpeedLimits,
        seconds: Double
    ) {
        verdict = judge.verdict
        self.base = base
        metrics = judge.figures.sorted { $0.decides && !$1.decides }
        kinds = Self.kinds(of: rounds)
        count = judge.count
        documents = schedule.documents.map(\.id)
        pairs = rounds.count * schedule.pairsPerRound
        missingPairs =
            judge.verdict == .inconclusive ? judge.missingRounds.map { $0 * schedule.pairsPerRound } : nil
        self.seconds = seconds
        self.limits = limits
        seed = schedule.seed
        self.rounds = rounds
    }

    private static func kinds(of rounds: [SpeedRound]) -> [Kind] {
        InputKind.allCases.compactMap { kind in
            let visits = rounds.flatMap(\.visits).filter { $0.kind == kind }
            let ratios = visits.compactMap { SpeedMetric.logRatio($0) { $0.cpuSeconds } }
            guard let ratio = Percentile.value(0.5, of: ratios),
                let base = Percentile.value(0.5, of: visits.flatMap(\.base).map(\.cpuSeconds)),
                let head = Percentile.value(0.5, of: visits.flatMap(\.head).map(\.cpuSeconds))
            else { return nil }
            return Kind(kind: kind, baseSeconds: base, headSeconds: head, ratio: exp(ratio))
        }
    }

    /// The figure that decides about cost.
    public var cost: Metric? { metrics.first { $0.decides && $0.metric != .peak } }

    /// Whether the head is surely cheaper than the base.
    public var isImproved: Bool { verdict == .pass && cost?.upper.map { $0 < 1 } == true }

    /// What came out, and what to do.
    public var sentence: String {
        switch verdict {
        case .pass:
            let change = isImproved ? "The head is faster" : "The head is not slower"
            return "\(change) than \(base): \(costSentence)."
        case .fail:
            let over = metrics.filter { $0.verdict == .fail }.map(\.sentence).joined(separator: "; ")
            return "The head costs more than \(base): \(over)."
        case .inconclusive:
            return "Whether the head costs more than \(base) cannot be told after \(pairs) pairs: \(costSentence); "
                + (missingPairs.map { "about \($0) more pairs would tell (--minutes \(minutes(forPairs: $0)))." }
                    ?? "these readings are too noisy, or too near the limit, for any number of pairs in reach.")
        }
    }

    private var costSentence: String { cost?.sentence ?? "nothing was measured" }

    private func minutes(forPairs more: Int) -> Int {
        pairs == 0 ? 1 : Int((seconds * Double(pairs + more) / Double(pairs) / 60).rounded(.up))
    }
}

extension SpeedReport.Metric {
    /// The figure in words.
    public var sentence: String {
        let range = "\(lower.map(percent) ?? "unknown") to \(upper.map(percent) ?? "unknown")"
        return "\(metric.title) \(percent(ratio)) (\(range), allowed \(percent(limit)))"
    }

    private func percent(_ ratio: Double) -> String { String(format: "%+.1f%%", (ratio - 1) * 100) }
}

extension SpeedMetric {
    /// What it is called.
    public var title: String {
        switch self {
        case .instructions: "instructions"
        case .cpu: "CPU time"
        case .latency: "latency"
        case .peak: "peak memory"
        case .growth: "growth over 50 documents"
        }
    }
}
