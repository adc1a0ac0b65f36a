internal import Evaluation
internal import Recognition

/// Whether a candidate may replace what is in use: the paired comparison on documents that did not choose it.
package struct Confirmation: Sendable {
    /// Field accuracy may be this much worse at most, at the lower end of the interval.
    static let worstDifference = -0.005
    /// CPU may be this many times as much at most, at the upper end of the interval: what reads more fields may cost half as
    /// much again, for a person's corrections cost more.
    static let worstRatio = 1.5

    /// The rule as a sentence.
    package static let rule = """
        On the validation split, weighted by the mix, by paired bootstrap over documents: against the defaults and \
        against the incumbent the candidate must be better in field accuracy or in CPU seconds per page (the 95% \
        interval excludes no difference) and not worse in the other (field accuracy: interval of the difference above \
        -0.5 point; CPU: interval of the ratio below \(worstRatio.shortDecimal)); otherwise the incumbent is kept.
        """

    let table: MeasurementTable
    let documents: [StudyDocument]
    let mix: Mix
    /// How intervals are made; nil makes none.
    let bootstrap: ClusterBootstrap?

    /// Holds one setting against another.
    func compare(_ setting: SettingID, against other: SettingID, role: SettingRole) -> PairedComparison? {
        let common = common(setting, other)
        guard let difference = difference(setting, other, common),
            let ratio = cpuRatio(of: setting, to: other, on: common),
            let split = common.first?.split
        else { return nil }
        let verdict = Verdict(difference: difference, ratio: ratio)
        return PairedComparison(
            setting: setting, against: other, role: role, split: split, documents: common.count,
            fieldAccuracyDifference: difference, cpuRatio: ratio, passes: verdict.passes, finding: verdict.sentence)
    }

    /// How a setting stands on the documents, its CPU held against that of the others of `contenders`.
    func standing(of id: SettingID, beside contenders: [SettingID]) -> Standing {
        let ratios = contenders.filter { $0 != id }.compactMap { cpuRatio(of: id, to: $0) }
        let readings = table.readings(of: id, on: documents)
        return Standing(
            setting: id, accuracy: table.value(.documentAccuracy, of: id, on: documents, mix: mix) ?? 0,
            cpu: table.value(.cpuPerPage, of: id, on: documents, mix: mix) ?? .infinity,
            cpuRatio: ratios.map(\.value).max() ?? 1, cpuRatioBound: ratios.map { $0.high ?? $0.value }.max(),
            p95: Percentile.value(0.95, of: readings.map { $1.wallSeconds / Double(max(1, $0.pages)) }),
            residentBytes: readings.compactMap(\.1.peakResidentBytes).max())
    }

    private func difference(_ one: SettingID, _ other: SettingID, _ documents: [StudyDocument]) -> Estimate? {
        let first = table.observations(.fieldAccuracy, of: one, on: documents)
        let second = table.observations(.fieldAccuracy, of: other, on: documents)
        let weights = mix.strata(of: first)
        guard let left = ClusterBootstrap.value(of: first, weights: weights),
            let right = ClusterBootstrap.value(of: second, weights: weights)
        else { return nil }
        return Estimate(left - right, bootstrap?.interval(ofDifference: first, second, weights: weights))
    }

    /// CPU per page of one setting by that of another, on the documents that both have read.
    func cpuRatio(of one: SettingID, to other: SettingID) -> Estimate? {
        cpuRatio(of: one, to: other, on: common(one, other))
    }

    private func common(_ one: SettingID, _ other: SettingID) -> [StudyDocument] {
        documents.filter {
            mix.weights[$0.kind] != nil && table.measurement(one, $0.id) != nil
                && table.measurement(other, $0.id) != nil
        }
    }

    private func cpuRatio(
        of one: SettingID, to other: SettingID, on documents: [StudyDocument]
    ) -> Estimate? {
        let first = table.observations(.cpuPerPage, of: one, on: documents)
        let second = table.observations(.cpuPerPage, of: other, on: documents)
        let weights = mix.strata(of: first)
        guard let left = ClusterBootstrap.value(of: first, weights: weights),
            let right = ClusterBootstrap.value(of: second, weights: weights), right > 0
        else { return nil }
        return Estimate(left / right, bootstrap?.interval(ofRatio: first, second, weights: weights))
    }
}

/// The rule applied to one comparison.
private struct Verdict {
    let difference: Estimate
    let ratio: Estimate

    private var accuracyHolds: Bool { (difference.low ?? -.infinity) > Confirmation.worstDifference }
    private var cpuHolds: Bool { (ratio.high ?? .infinity) < Confirmation.worstRatio }
    private var accuracyGains: Bool { (difference.low ?? -.infinity) > 0 }
    private var cpuGains: Bool { (ratio.high ?? .infinity) < 1 }

    var passes: Bool { (accuracyGains && cpuHolds) || (cpuGains && accuracyHolds) }

    var sentence: String {
        guard difference.low != nil, ratio.high != nil else {
            return "too few documents for an interval: at least two of each kind of input are needed"
        }
        switch (accuracyGains, cpuGains) {
        case (true, true): return "better in field accuracy and in CPU"
        case (true, false):
            return cpuHolds
                ? "better in field accuracy, CPU within its limit"
                : "better in field accuracy, but may cost more CPU than it may"
        case (false, true):
            return accuracyHolds
                ? "better in CPU, not worse in field accuracy" : "better in CPU, but may read fewer fields"
        case (false, false): return "not shown to be better in field accuracy or in CPU"
        }
    }
}

extension Estimate {
    init(_ value: Double, _ interval: Interval?) {
        self.init(value, low: interval?.lower, high: interval?.upper)
    }
}
