internal import Histogram

extension LatencyFigures {
    /// Percentiles of latencies in seconds, all of the same weight.
    package init(_ seconds: [Double]) { self.init(weighted: seconds.map { ($0, 1) }) }

    /// Percentiles of latencies in seconds, each with the weight that it has in the mix. Kept in an HdrHistogram in
    /// microseconds at three digits.
    package init(weighted observations: [(seconds: Double, weight: Double)]) {
        count = observations.count
        let heaviest = observations.map(\.weight).max() ?? 0
        var histogram = Histogram<UInt64>(highestTrackableValue: 3_600_000_000, numberOfSignificantValueDigits: .three)
        histogram.autoResize = true
        for observation in observations where observation.weight > 0 {
            let share = UInt64((observation.weight / heaviest * 1_000).rounded())
            histogram.record(UInt64(Swift.max(0, observation.seconds * 1e6).rounded()), count: Swift.max(1, share))
        }
        guard histogram.totalCount > 0 else { return }
        p50 = histogram.seconds(at: 50)
        p90 = Self.isSupported(0.90, by: count) ? histogram.seconds(at: 90) : nil
        p95 = Self.isSupported(0.95, by: count) ? histogram.seconds(at: 95) : nil
        p99 = Self.isSupported(0.99, by: count) ? histogram.seconds(at: 99) : nil
        max = observations.filter { $0.weight > 0 }.map(\.seconds).max()
    }

    /// At least three observations lie above the percentile.
    private static func isSupported(_ fraction: Double, by count: Int) -> Bool {
        Double(count) * (1 - fraction) > 3 - 1e-9
    }
}

extension Histogram {
    fileprivate func seconds(at percentile: Double) -> Double { Double(valueAtPercentile(percentile)) / 1e6 }
}
