internal import Evaluation
internal import Foundation

/// What a gate would say in comparisons replayed from rounds of a build with itself: rounds are drawn with replacement, and
/// each is turned round with probability one half, since nothing tells the two sides apart.
public struct GateOutlook: Codable, Sendable, Equatable {
    private static let replays = 1_000
    private static let steps = 20
    private static let power = 0.9

    /// Rounds in each replay: as many as the time allows.
    public var rounds: Int
    /// Robust standard deviation of a round's logarithm of the ratio.
    public var noise: Double
    /// Share of replays of a build with itself that fail.
    public var falseAlarms: Double
    /// Share that pass.
    public var passes: Double
    /// The smallest slowdown that fails in nine replays of ten; nil when 10% does not.
    public var smallestSlowdown: Double?

    init?(rounds values: [Double], limits: SpeedLimits, metrics: Int, count: Int) {
        guard values.count > 7, count > 0 else { return nil }
        rounds = min(count, limits.rounds ?? count, 200)
        let median = Percentile.value(0.5, of: values) ?? 0
        noise = 1.4826 * (Percentile.value(0.5, of: values.map { abs($0 - median) }) ?? 0)
        let replay = Replay(values: values, rounds: rounds, limits: limits, metrics: metrics)
        let same = replay.verdicts(slowdown: 0, replays: Self.replays)
        falseAlarms = same.failed
        passes = same.passed
        smallestSlowdown = (1...Self.steps).lazy.map { Double($0) * 0.1 / Double(Self.steps) }.first {
            replay.verdicts(slowdown: $0, replays: Self.replays).failed >= Self.power
        }
    }

    func sentences(_ limits: SpeedLimits) -> [String] {
        let minutes = (limits.seconds / 60).shortDecimal
        return [
            "Replays of these rounds (\(Self.replays), noise \(percent(noise)) a round): "
                + "\(percent(falseAlarms)) false alarms, \(percent(passes)) pass within \(minutes) minutes "
                + "(\(rounds) rounds).",
            smallestSlowdown.map {
                "In \(minutes) minutes this machine shows a slowdown by \(percent($0)) or more nine times of ten."
            }
                ?? "In \(minutes) minutes this machine does not show a slowdown by 10% nine times of ten: "
                + "do not rely on it.",
        ]
    }

    private struct Replay {
        var values: [Double]
        var rounds: Int
        var limits: SpeedLimits
        var metrics: Int

        func verdicts(slowdown: Double, replays: Int) -> (passed: Double, failed: Double) {
            var generator = SplitMix64(seed: 1)
            var counts = [GateVerdict: Int]()
            for _ in 0..<replays { counts[verdict(slowdown, &generator), default: 0] += 1 }
            return (Double(counts[.pass] ?? 0) / Double(replays), Double(counts[.fail] ?? 0) / Double(replays))
        }

        private func verdict(_ slowdown: Double, _ generator: inout SplitMix64) -> GateVerdict {
            var test = SymmetryTest()
            let bound = limits.bound(of: .cpu)
            for _ in 0..<rounds {
                let value = values[generator.next(below: values.count)]
                test.add((generator.next(below: 2) == 0 ? value : -value) + log(1 + slowdown))
                if test.evidence(above: bound) >= log(Double(metrics) / limits.falseAlarms) { return .fail }
                if test.evidence(below: bound) >= log(1 / limits.misses) { return .pass }
            }
            return .inconclusive
        }
    }
}

private func percent(_ share: Double) -> String { "\((share * 100).shortDecimal)%" }
