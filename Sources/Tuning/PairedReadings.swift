internal import Evaluation
internal import Recognition

/// Two settings on the same documents, weighted so that plain means are means weighted by the mix.
struct PairedReadings {
    /// Field accuracy of the second less that of the first.
    let gains: [Double]
    private let costs: [(first: Double, second: Double)]
    private let bound: Double
    private let cpuCap: Double

    /// Pairs what two settings made of the documents that both have read; CPU seconds a page beyond `cpuCap` count as so many.
    init(
        _ first: SettingID, _ second: SettingID, on documents: [StudyDocument], _ table: MeasurementTable,
        weights: [InputKind: Double], cpuCap: Double
    ) {
        let pairs = documents.compactMap { document -> (StudyDocument, TrialMeasurement, TrialMeasurement)? in
            guard let one = table.measurement(first, document.id), let other = table.measurement(second, document.id)
            else { return nil }
            return (document, one, other)
        }
        gains = pairs.map { (weights[$0.0.kind] ?? 0) * ($0.2.accuracy - $0.1.accuracy) }
        costs = pairs.map { document, one, other in
            let weight = weights[document.kind] ?? 0
            let cpu = { (reading: TrialMeasurement) in
                weight * min(cpuCap, reading.cpuSeconds / Double(max(1, document.pages)))
            }
            return (cpu(one), cpu(other))
        }
        bound = weights.values.max() ?? 1
        self.cpuCap = cpuCap
    }

    /// What the second may be more accurate by at most.
    func largestGain(alpha: Double, _ sampling: Sampling) -> Double {
        sequence(alpha, bound, sampling).upperBound(of: gains)
    }

    /// Whether the first surely costs less than so many times the second's CPU.
    private func limitsCost(to ratio: Double, alpha: Double, _ sampling: Sampling) -> Bool {
        let scale = bound * cpuCap * max(1, ratio)
        return sequence(alpha, scale, sampling).rejects(mean: 0, costs.map { ratio * $0.second - $0.first })
    }

    /// How many times the second's CPU the first may cost at most; nil when that cannot be said.
    func largestCostRatio(alpha: Double, _ sampling: Sampling) -> Double? {
        let most = 100.0
        guard limitsCost(to: most, alpha: alpha, sampling) else { return nil }
        return ConfidenceSequence.largest(from: 0, to: most) { !limitsCost(to: $0, alpha: alpha, sampling) }
    }

    private func sequence(_ alpha: Double, _ bound: Double, _ sampling: Sampling) -> ConfidenceSequence {
        ConfidenceSequence(alpha: alpha, bound: bound, sampling: sampling)
    }

    /// Mean and variance of the gains; nil under two documents.
    var moments: (mean: Double, variance: Double)? {
        guard gains.count > 1 else { return nil }
        let mean = gains.reduce(0, +) / Double(gains.count)
        return (mean, gains.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(gains.count - 1))
    }
}
