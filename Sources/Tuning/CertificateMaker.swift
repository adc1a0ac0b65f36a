internal import Evaluation
internal import Foundation
internal import Recognition

/// Bounds how far a setting can be from the best of those that raced.
struct CertificateMaker {
    let table: MeasurementTable
    let evidence: ReferenceEvidence
    /// Distinct feasible settings.
    let members: [SettingID]
    /// Members that the race ruled out as the best.
    let ruledOut: Set<SettingID>

    /// Chance of error of one bound of one setting.
    private let alpha: Double
    private let weights: [InputKind: Double]
    private let bound: Double
    /// CPU that a page counts at most where the answer has not read all: four times the mean over the first few documents.
    private let cpuCap: Double

    init(
        table: MeasurementTable, evidence: ReferenceEvidence, mix: Mix, alpha: Double, members: [SettingID],
        ruledOut: Set<SettingID>
    ) {
        self.table = table
        self.evidence = evidence
        self.alpha = alpha
        self.members = members
        self.ruledOut = ruledOut
        weights = mix.documentWeights(of: evidence.order)
        bound = weights.values.max() ?? 1
        let first = table.readings(on: Array(evidence.order.prefix(4)))
        cpuCap = 4 * first.reduce(0) { $0 + $1.cpuSeconds } / Double(max(1, first.count))
    }

    private var order: [StudyDocument] { evidence.order }

    private func pair(_ setting: SettingID, _ rival: SettingID) -> PairedReadings {
        PairedReadings(setting, rival, on: order, table, weights: weights, cpuCap: cpuCap)
    }

    /// The certificate of a setting.
    func certificate(of setting: SettingID, looks: Int) -> Certificate {
        let rivals = members.filter { $0 != setting }
        let tune = widest(rivals.filter { !ruledOut.contains($0) }.map { onSplit(setting, $0) })
        let alphaOfPopulation = Certificate.alpha / 3 / Double(max(1, rivals.count))
        let population = widest(onAllCards(setting, rivals, alpha: alphaOfPopulation))
        let more = rivals.map { self.needed(pair(setting, $0), alpha: alphaOfPopulation) }.max()
        return Certificate(
            setting: setting, probability: 1 - Certificate.alpha, tune: tune, population: population,
            goalAccuracy: Certificate.goalAccuracy, goalCPU: Certificate.goalCPU, margin: evidence.margin, looks: looks,
            settings: members.count, documents: order.count { table.measurement(setting, $0.id) != nil },
            documentsInSplit: order.count, cpuCap: cpuCap,
            documentsNeeded: population.accuracy <= Certificate.goalAccuracy ? nil : more,
            method: Certificate.method)
    }

    // MARK: - Rivals

    /// What a rival may be better by at most.
    private struct Rival {
        let setting: SettingID
        let gain: Double
        /// How many times its CPU the answer may cost; nil when that cannot be said.
        let costRatio: () -> Double?
    }

    private func onSplit(_ setting: SettingID, _ rival: SettingID) -> Rival {
        guard let own = evidence.means(of: setting, table) else { return onSplitInPart(setting, rival) }
        let least = evidence.least(of: rival, table, alpha: alpha)
        return Rival(setting: rival, gain: own.loss - least.loss) { least.cost > 0 ? own.cost / least.cost : nil }
    }

    /// As long as the answer itself has not read all, what can be said of it and a rival together; for each setting that could
    /// be the answer.
    private func onSplitInPart(_ setting: SettingID, _ rival: SettingID) -> Rival {
        let (pair, alpha) = (pair(setting, rival), alpha / 2 / Double(max(1, members.count - 1)))
        let sampling = Sampling.withoutReplacement(population: order.count)
        return Rival(setting: rival, gain: pair.largestGain(alpha: alpha, sampling)) {
            pair.largestCostRatio(alpha: alpha, sampling)
        }
    }

    /// No rival reads more than everything.
    private func onAllCards(_ setting: SettingID, _ rivals: [SettingID], alpha: Double) -> [Rival] {
        let losses = order.compactMap { document in
            table.measurement(setting, document.id).map { (weights[document.kind] ?? 0) * (1 - $0.accuracy) }
        }
        let most = ConfidenceSequence(alpha: alpha, bound: bound, sampling: .independent).upperBound(of: losses)
        return rivals.map { rival in
            let pair = pair(setting, rival)
            return Rival(setting: rival, gain: min(most, pair.largestGain(alpha: alpha, .independent))) {
                pair.largestCostRatio(alpha: alpha, .independent)
            }
        }
    }

    private func widest(_ rivals: [Rival]) -> Certificate.Bound {
        let best = rivals.max { $0.gain < $1.gain }.flatMap { $0.gain > 0 ? $0 : nil }
        // What surely reads worse than the margin allows is no cheaper choice.
        let costs = rivals.filter { $0.gain >= -evidence.margin }.map { ($0.setting, $0.costRatio()) }
        let unknown = costs.first { $0.1 == nil }
        let dearest = costs.max { ($0.1 ?? .infinity) < ($1.1 ?? .infinity) }
        let excess = max(0, (dearest?.1 ?? 1) - 1)
        return Certificate.Bound(
            accuracy: max(0, best?.gain ?? 0), cpu: unknown == nil ? excess : nil, accuracyRival: best?.setting,
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
