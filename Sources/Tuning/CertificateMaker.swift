internal import Evaluation
internal import Foundation
internal import Recognition

/// Bounds how far a setting can be from the best of those that raced.
struct CertificateMaker {
    let table: MeasurementTable
    /// The documents of the split in the random order in which they were read.
    let order: [StudyDocument]
    let margin: Double
    /// Distinct feasible settings.
    let members: [SettingID]
    /// Members that the race ruled out as the best.
    let ruledOut: Set<SettingID>

    private let weights: [InputKind: Double]
    private let bound: Double
    /// CPU that a page counts at most: four times the mean over the first few documents.
    private let cpuCap: Double

    init(
        table: MeasurementTable, order: [StudyDocument], mix: Mix, margin: Double, members: [SettingID],
        ruledOut: Set<SettingID>
    ) {
        self.table = table
        self.order = order
        self.margin = margin
        self.members = members
        self.ruledOut = ruledOut
        let evidence = RaceEvidence(documents: order, mix: mix, margin: margin)
        (weights, bound) = (evidence.weights, evidence.bound)
        let first = table.readings(on: Array(order.prefix(4)))
        cpuCap = 4 * first.reduce(0) { $0 + $1.cpuSeconds } / Double(max(1, first.count))
    }

    /// Chance of error of one bound: half of what the race leaves, for each setting that could be the answer.
    var alphaOfPair: Double {
        (Certificate.alpha - Certificate.alphaOfRace) / 2 / Double(max(1, members.count - 1))
    }

    func pair(_ setting: SettingID, _ rival: SettingID) -> PairedReadings {
        PairedReadings(setting, rival, on: order, table, weights: weights, cpuCap: cpuCap)
    }

    var withoutReplacement: Sampling { .withoutReplacement(population: order.count) }

    /// The certificate of a setting.
    func certificate(of setting: SettingID, looks: Int) -> Certificate {
        let rivals = members.filter { $0 != setting }.map { ($0, pair(setting, $0)) }
        let tune = bound(rivals.filter { !ruledOut.contains($0.0) }, alpha: alphaOfPair, withoutReplacement)
        let alphaOfPopulation = Certificate.alpha / 2 / Double(max(1, rivals.count))
        let population = bound(rivals, alpha: alphaOfPopulation, .independent)
        let read = order.count { table.measurement(setting, $0.id) != nil }
        return Certificate(
            setting: setting, probability: 1 - Certificate.alpha, tune: tune, population: population,
            goalAccuracy: Certificate.goalAccuracy, goalCPU: Certificate.goalCPU, margin: margin, looks: looks,
            settings: members.count, documents: read, documentsInSplit: order.count, cpuCap: cpuCap,
            documentsNeeded: population.accuracy <= Certificate.goalAccuracy
                ? nil : rivals.map { needed($0.1, alpha: alphaOfPopulation) }.max(),
            method: Certificate.method)
    }

    private func bound(
        _ rivals: [(SettingID, PairedReadings)], alpha: Double, _ sampling: Sampling
    ) -> Certificate.Bound {
        let gains = rivals.map { ($0.0, $0.1.largestGain(alpha: alpha, sampling)) }
        let best = gains.max { $0.1 < $1.1 }.flatMap { $0.1 > 0 ? $0 : nil }
        // What surely reads worse than the margin allows is no cheaper choice.
        let near = zip(rivals, gains).filter { $0.1.1 >= -margin }.map(\.0)
        let costs = near.map { ($0.0, $0.1.largestCostRatio(alpha: alpha, sampling)) }
        let unknown = costs.first { $0.1 == nil }
        let dearest = costs.max { ($0.1 ?? .infinity) < ($1.1 ?? .infinity) }
        let excess = max(0, (dearest?.1 ?? 1) - 1)
        return Certificate.Bound(
            accuracy: max(0, best?.1 ?? 0), cpu: unknown == nil ? excess : nil, accuracyRival: best?.0,
            cpuRival: unknown?.0 ?? (excess > 0 ? dearest?.0 : nil))
    }

    /// Documents beyond those read until Bernstein's inequality would bound the gain of a rival as the goal wants it.
    private func needed(_ pair: PairedReadings, alpha: Double) -> Int {
        guard let (mean, variance) = pair.moments else { return order.count }
        let room = max(Certificate.goalAccuracy - mean, Certificate.goalAccuracy / 2)
        let total = 2 * log(1 / alpha) * (variance / (room * room) + 2 * bound / (3 * room))
        return max(0, Int(total.rounded(.up)) - pair.gains.count)
    }
}
