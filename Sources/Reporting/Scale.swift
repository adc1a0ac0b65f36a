internal import Foundation

/// From values to places on an axis, with round ticks at both ends.
struct Scale {
    let ticks: [Double]
    private let domain: ClosedRange<Double>
    private let start: Double
    private let end: Double
    private let isLogarithmic: Bool

    /// Steps of 1, 2 or 5; `limit` is what the axis must not pass, 100% for example.
    static func linear(
        covering values: [Double], from start: Double, to end: Double, includingZero: Bool = false,
        limit: Double? = nil,
        ticks count: Int = 6
    ) -> Scale {
        let values = values.filter(\.isFinite)
        var low = values.min() ?? 0
        var high = values.max() ?? 1
        if includingZero { low = min(low, 0) }
        if high - low < 1e-9 { (low, high) = (low - abs(low) * 0.1 - 0.01, high + abs(high) * 0.1 + 0.01) }
        if includingZero { low = max(low, 0) }
        let step = roundStep((high - low) / Double(count))
        let first = (low / step).rounded(.down)
        var last = (high / step).rounded(.up)
        if let limit, high <= limit { last = min(last, (limit / step).rounded(.down)) }
        let ticks = stride(from: first, through: max(last, first + 1), by: 1).map { $0 * step }
        return Scale(
            ticks: ticks, domain: ticks[0]...max(ticks[ticks.count - 1], high), start: start, end: end,
            isLogarithmic: false)
    }

    /// Ticks at every whole number from the first to the last; for counts.
    static func whole(_ values: [Int], from start: Double, to end: Double) -> Scale {
        let low = values.min() ?? 0
        let high = max(values.max() ?? 1, low + 1)
        let step = max(1, (high - low) / 8)
        let ticks = stride(from: low, through: high, by: step).map(Double.init)
        let margin = Double(high - low) * 0.04
        return Scale(
            ticks: ticks, domain: Double(low) - margin...Double(high) + margin, start: start, end: end,
            isLogarithmic: false)
    }

    /// Ticks at 1, 2 and 5 times every power of ten.
    static func logarithmic(covering values: [Double], from start: Double, to end: Double) -> Scale {
        let values = values.filter { $0 > 0 && $0.isFinite }
        let low = values.min() ?? 0.1
        let high = values.max() ?? 1
        let candidates = (-9...6).flatMap { power in [1, 2, 5].map { $0 * pow(10, Double(power)) } }
        let first = candidates.last { $0 <= low * 1.0001 } ?? low
        let last = candidates.first { $0 >= high * 0.9999 && $0 > first } ?? high
        var ticks = candidates.filter { $0 >= first && $0 <= last }
        if ticks.count > 12 {
            ticks = ticks.filter { abs(log10($0) - log10($0).rounded()) < 1e-6 }
        }
        return Scale(ticks: ticks, domain: first...last, start: start, end: end, isLogarithmic: true)
    }

    func callAsFunction(_ value: Double) -> Double {
        let share =
            isLogarithmic
            ? log(value / domain.lowerBound) / log(domain.upperBound / domain.lowerBound)
            : (value - domain.lowerBound) / (domain.upperBound - domain.lowerBound)
        return start + (end - start) * min(max(share, 0), 1)
    }

    /// Decimals that tell neighbouring ticks apart.
    var decimals: Int {
        let step = zip(ticks, ticks.dropFirst()).map { $1 - $0 }.min() ?? 1
        return max(0, Int((-log10(step) - 1e-9).rounded(.up)))
    }

    private static func roundStep(_ rough: Double) -> Double {
        let power = pow(10, log10(rough).rounded(.down))
        let factor = [1.0, 2, 5, 10].first { $0 * power >= rough * 0.999 } ?? 10
        return factor * power
    }
}
