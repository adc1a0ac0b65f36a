internal import Evaluation
internal import Foundation

/// Judges two builds by their rounds, however often it is asked. A metric over its limit fails the head; those that decide must
/// be seen to be within theirs before it passes. Failing needs the evidence of a share of the allowed false alarms each, so that
/// all metrics together hold to it (Bonferroni).
package struct SpeedJudge: Sendable {
    private let limits: SpeedLimits
    private var metrics: [SpeedMetric] = []
    private var tests: [SpeedMetric: SymmetryTest] = [:]
    private var verdicts: [SpeedMetric: GateVerdict] = [:]
    private(set) var count: InstructionCount?

    /// Creates a judge that has seen nothing.
    package init(_ limits: SpeedLimits) { self.limits = limits }

    /// Counts a round.
    package mutating func add(_ round: SpeedRound) {
        if metrics.isEmpty {
            metrics = SpeedMetric.allCases.filter { $0.value(round) != nil }
        }
        for metric in metrics {
            guard let value = metric.value(round) else { continue }
            tests[metric, default: SymmetryTest()].add(value)
            judge(metric)
        }
    }

    /// Counts instructions once and for all: they need no second look, but one too near the limit gives no answer.
    package mutating func add(_ count: InstructionCount) {
        self.count = count
        metrics.insert(.instructions, at: 0)
        let distance = count.logRatio - limits.bound(of: .instructions)
        if abs(distance) > InstructionCount.tolerance { verdicts[.instructions] = distance > 0 ? .fail : .pass }
    }

    /// Whether instructions are among what is compared.
    var seesInstructions: Bool { metrics.contains(.instructions) }

    /// What there is to say now.
    package var verdict: GateVerdict {
        if verdicts.values.contains(.fail) { return .fail }
        let deciding = metrics.filter(decides)
        return !deciding.isEmpty && deciding.allSatisfy { verdicts[$0] == .pass } ? .pass : .inconclusive
    }

    /// Rounds more until there is an answer if they are like those before; nil when nobody can wait for that.
    package var missingRounds: Int? {
        guard verdict == .inconclusive else { return 0 }
        let waits = metrics.filter { decides($0) && verdicts[$0] != .pass }.map { metric in
            tests[metric]?.missing(
                besides: limits.bound(of: metric), alphaAbove: alpha, alphaBelow: limits.misses)
        }
        return waits.contains { $0 == nil } || waits.isEmpty ? nil : waits.compactMap { $0 }.max()
    }

    /// Each metric's figures.
    var figures: [SpeedReport.Metric] { metrics.compactMap(figure) }

    /// Cost decides by the finest measure that there is; latency and growth are too noisy to wait for.
    private func decides(_ metric: SpeedMetric) -> Bool {
        switch metric {
        case .peak: true
        case .instructions: !isCountUndecided
        case .cpu: !seesInstructions || isCountUndecided
        case .latency, .growth: false
        }
    }

    private var isCountUndecided: Bool { count != nil && verdicts[.instructions] == nil }

    private var alpha: Double { limits.falseAlarms / Double(max(1, metrics.count)) }

    /// What was once sure stays so: that is what the error rates are about.
    private mutating func judge(_ metric: SpeedMetric) {
        guard verdicts[metric] == nil, let test = tests[metric] else { return }
        let bound = limits.bound(of: metric)
        if test.evidence(above: bound) >= log(1 / alpha) {
            verdicts[metric] = .fail
        } else if test.evidence(below: bound) >= log(1 / limits.misses) {
            verdicts[metric] = .pass
        }
    }

    private func figure(_ metric: SpeedMetric) -> SpeedReport.Metric? {
        if metric == .instructions, let count { return figure(count) }
        guard let test = tests[metric], let centre = test.centre else { return nil }
        let ratio = { (value: Double) in metric == .growth ? 1 + value : exp(value) }
        return SpeedReport.Metric(
            metric: metric, verdict: verdicts[metric] ?? .inconclusive, decides: decides(metric), ratio: ratio(centre),
            lower: test.lowerBound(alpha: alpha).map(ratio), upper: test.upperBound(alpha: limits.misses).map(ratio),
            limit: ratio(limits.bound(of: metric)))
    }

    private func figure(_ count: InstructionCount) -> SpeedReport.Metric {
        SpeedReport.Metric(
            metric: .instructions, verdict: verdicts[.instructions] ?? .inconclusive, decides: !isCountUndecided,
            ratio: exp(count.logRatio), lower: exp(count.logRatio - InstructionCount.tolerance),
            upper: exp(count.logRatio + InstructionCount.tolerance), limit: exp(limits.bound(of: .instructions)))
    }
}
