internal import Evaluation
internal import Foundation
public import Recognition

/// What both builds' readings of a round cost.
public struct SpeedRound: Codable, Sendable, Hashable {
    /// One document.
    public struct Visit: Codable, Sendable, Hashable {
        /// The document.
        public var document: String
        /// Its kind.
        public var kind: InputKind
        /// The base's readings, in order.
        public var base: [ReadingCost]
        /// The head's readings, in order.
        public var head: [ReadingCost]
    }

    /// A whole document, the first that both processes read.
    public var whole: Visit
    /// Pieces of documents.
    public var visits: [Visit]

    /// Creates a round.
    package init(whole: Visit, visits: [Visit]) {
        self.whole = whole
        self.visits = visits
    }
}

/// What is compared. Each is a number for every round, 0 when both builds cost the same, more when the head costs more.
public enum SpeedMetric: String, Codable, Sendable, CaseIterable {
    /// Logarithm of the ratio of instructions outside the kernel.
    case instructions
    /// Logarithm of the ratio of CPU times.
    case cpu
    /// Logarithm of the ratio of latencies.
    case latency
    /// Logarithm of the ratio of peaks of resident memory.
    case peak
    /// By how much more the head grows over 50 documents, after which a reader is replaced, as a share of what is resident.
    case growth

    /// Documents after which the pool that ships replaces a reader.
    private static let documentsPerReader = 50.0

    /// The round's number; nil when it cannot be told.
    func value(_ round: SpeedRound) -> Double? {
        switch self {
        case .instructions: Self.logRatio(round) { $0.instructions }
        case .cpu: Self.logRatio(round) { $0.cpuSeconds }
        case .latency: Self.logRatio(round) { $0.wallSeconds }
        case .peak: Self.peakRatio(round)
        case .growth: Self.growth(round)
        }
    }

    /// Kinds count by the mix of the workload, so that text PDFs, which cost a hundredth, are not lost in a sum. Of
    /// several readings of a side the cheapest counts: what disturbs a reading only ever makes it dearer.
    private static func logRatio(_ round: SpeedRound, _ cost: (ReadingCost) -> Double?) -> Double? {
        var ratios: [InputKind: Double] = [:]
        for visit in round.visits {
            guard let ratio = logRatio(visit, cost) else { return nil }
            ratios[visit.kind] = ratio
        }
        return Mix.standard.mean(of: ratios)
    }

    /// The same for one document.
    static func logRatio(_ visit: SpeedRound.Visit, _ cost: (ReadingCost) -> Double?) -> Double? {
        let (base, head) = (visit.base.compactMap(cost), visit.head.compactMap(cost))
        guard base.count == visit.base.count, head.count == visit.head.count, let before = base.min(),
            let after = head.min(), before > 0, after > 0
        else { return nil }
        return log(after / before)
    }

    private static func peakRatio(_ round: SpeedRound) -> Double? {
        let base = round.whole.base.map(\.peakBytes).max() ?? 0
        let head = round.whole.head.map(\.peakBytes).max() ?? 0
        return base > 0 && head > 0 ? log(Double(head) / Double(base)) : nil
    }

    /// Both sides read the same documents in the same order, so that what a large one leaves cancels out.
    private static func growth(_ round: SpeedRound) -> Double? {
        let sizes = { (side: KeyPath<SpeedRound.Visit, [ReadingCost]>) in
            round.visits.flatMap { $0[keyPath: side] }.map { Double($0.residentBytes) }
        }
        let (base, head) = (sizes(\.base), sizes(\.head))
        guard let before = Slope.theilSen(base), let after = Slope.theilSen(head),
            let resident = Percentile.value(0.5, of: base), resident > 0
        else { return nil }
        return (after - before) * documentsPerReader / resident
    }
}
