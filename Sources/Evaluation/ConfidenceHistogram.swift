/// How sure a reader said it was of its values and how many of those were right, counted at each thousandth of confidence.
public struct ConfidenceHistogram: Sendable, Hashable {
    /// The values of one confidence.
    public struct Entry: Sendable, Hashable {
        /// The confidence in thousandths, 0 to 1000.
        public var thousandth: Int
        /// Values that were right.
        public var right: Int
        /// Values that were wrong or invented.
        public var wrong: Int
    }

    /// What was counted, the least sure first; a confidence that did not occur is absent.
    public private(set) var entries: [Entry] = []

    /// Creates an empty histogram.
    public init() {}

    /// Counts one more value.
    public mutating func add(confidence: Double, isRight: Bool) {
        let thousandth = Int((min(max(confidence, 0), 1) * 1_000).rounded())
        let index = entries.firstIndex { $0.thousandth >= thousandth } ?? entries.endIndex
        if index == entries.endIndex || entries[index].thousandth != thousandth {
            entries.insert(Entry(thousandth: thousandth, right: 0, wrong: 0), at: index)
        }
        if isRight { entries[index].right += 1 } else { entries[index].wrong += 1 }
    }
}

/// A flat list of thousandth, right, wrong; studies hold many histograms.
extension ConfidenceHistogram: Codable {
    /// Reads the list.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let numbers = try container.decode([Int].self)
        guard numbers.count.isMultiple(of: 3) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "a histogram is made of threes")
        }
        entries = stride(from: 0, to: numbers.count, by: 3).map { index in
            Entry(thousandth: numbers[index], right: numbers[index + 1], wrong: numbers[index + 2])
        }
        guard entries.allSatisfy({ (0...1_000).contains($0.thousandth) && $0.right >= 0 && $0.wrong >= 0 }) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "a confidence is 0 to 1000")
        }
    }

    /// Writes the list.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(entries.flatMap { [$0.thousandth, $0.right, $0.wrong] })
    }
}

/// How far confidences can be trusted.
public struct ConfidenceFigures: Codable, Sendable, Hashable {
    /// Expected calibration error: the mean distance, over bins of about equal mass, between how sure the values of a bin are
    /// and how many of them are right (Guo et al., On Calibration of Modern Neural Networks, 2017, with bins of equal mass in
    /// place of equal width). Values of one confidence are never parted, so there may be fewer bins. Nil without values.
    public var calibrationError: Double?
    /// The chance that a right value is surer than a wrong one, ties half (area under the ROC curve). Nil when one is lacking.
    public var auroc: Double?
    /// The largest share of the values that can be taken unseen, the surest first, so that 99 in 100 of them are right.
    public var coverage: Double?

    /// Bins of the calibration error.
    public static let bins = 10
    /// Precision at which the coverage is given.
    public static let precision = 0.99

    /// The figures of all these together.
    public init(_ histograms: some Sequence<ConfidenceHistogram>) {
        var counts = [Count](repeating: Count(), count: 1_001)
        for histogram in histograms {
            for entry in histogram.entries {
                counts[entry.thousandth].right += entry.right
                counts[entry.thousandth].wrong += entry.wrong
            }
        }
        let total = counts.reduce(0) { $0 + $1.all }
        calibrationError = Self.calibrationError(counts, total: total)
        auroc = Self.auroc(counts)
        coverage = Self.coverage(counts, total: total)
    }

    private struct Count {
        var right = 0
        var wrong = 0
        var all: Int { right + wrong }
    }

    private static func calibrationError(_ counts: [Count], total: Int) -> Double? {
        guard total > 0 else { return nil }
        var (distance, seen, sure, right, end) = (0.0, 0, 0.0, 0, 1)
        for (thousandth, count) in counts.enumerated() where count.all > 0 {
            seen += count.all
            sure += Double(thousandth * count.all) / 1_000
            right += count.right
            guard seen * bins >= end * total else { continue }
            distance += (sure - Double(right)).magnitude
            (sure, right, end) = (0, 0, seen * bins / total + 1)
        }
        return distance / Double(total)
    }

    private static func auroc(_ counts: [Count]) -> Double? {
        let (right, wrong) = counts.reduce((0, 0)) { ($0.0 + $1.right, $0.1 + $1.wrong) }
        guard right > 0, wrong > 0 else { return nil }
        var (wrongBelow, ordered) = (0, 0.0)
        for count in counts {
            ordered += Double(count.right) * (Double(wrongBelow) + Double(count.wrong) / 2)
            wrongBelow += count.wrong
        }
        return ordered / (Double(right) * Double(wrong))
    }

    private static func coverage(_ counts: [Count], total: Int) -> Double? {
        guard total > 0 else { return nil }
        var (right, all, accepted) = (0, 0, 0)
        for count in counts.reversed() {
            right += count.right
            all += count.all
            if Double(right) >= precision * Double(all) { accepted = all }
        }
        return Double(accepted) / Double(total)
    }
}
