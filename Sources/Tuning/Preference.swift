/// How one setting stands on the documents that all in the race have read, weighted by the mix.
package struct Standing: Sendable, Equatable {
    /// The setting.
    package var setting: SettingID
    /// Field accuracy, 0 to 1.
    package var accuracy: Double
    /// CPU seconds per page.
    package var cpu: Double
    /// CPU by that of the cheaper contender (defaults, incumbent), the setting itself left out.
    package var cpuRatio: Double
    /// Upper end of the interval of `cpuRatio`; the ratio itself while there are too few documents for an interval.
    package var cpuRatioBound: Double

    /// Creates a standing; without a bound the ratio is one.
    package init(
        setting: SettingID, accuracy: Double, cpu: Double, cpuRatio: Double, cpuRatioBound: Double? = nil
    ) {
        self.setting = setting
        self.accuracy = accuracy
        self.cpu = cpu
        self.cpuRatio = cpuRatio
        self.cpuRatioBound = cpuRatioBound ?? cpuRatio
    }

    /// Whether it seems to cost little enough to be confirmed.
    var isAffordable: Bool { cpuRatio < Confirmation.worstRatio }

    /// Whether it would be confirmed as far as CPU goes, had these documents to decide.
    var isSurelyAffordable: Bool { isAffordable && cpuRatioBound < Confirmation.worstRatio }
}

/// What is better than what. A setting that costs more than the contenders could not be confirmed whatever it reads, so
/// it stands behind those that do not.
package enum Preference {
    /// Accuracy this close to the best is equal.
    static let equalAccuracy = 0.0025

    /// The rule as a sentence.
    package static let rule = """
        On the tune split, weighted by the mix: of the settings whose CPU per page is below \
        \(Confirmation.worstRatio.shortDecimal) times that of defaults and incumbent (upper end of the 95% interval, or \
        else the figure itself), those within \((equalAccuracy * 100).shortDecimal) points of the best field accuracy \
        are equal, and the one that costs least CPU is the candidate.
        """

    /// Best first, for a race that goes on: what may yet turn out to be affordable is not sent away for doubt.
    package static func ranked(_ standings: [Standing]) -> [Standing] {
        standings.sorted { left, right in
            if left.isAffordable != right.isAffordable { return left.isAffordable }
            if left.accuracy != right.accuracy { return left.accuracy > right.accuracy }
            return (left.cpu, left.setting) < (right.cpu, right.setting)
        }
    }

    /// The candidate; nil without settings.
    package static func choice(among standings: [Standing]) -> Standing? {
        let surely = standings.filter(\.isSurelyAffordable)
        let likely = standings.filter(\.isAffordable)
        let eligible = !surely.isEmpty ? surely : !likely.isEmpty ? likely : standings
        let best = eligible.map(\.accuracy).max() ?? 0
        return eligible.filter { $0.accuracy >= best - equalAccuracy }
            .min { ($0.cpu, $0.setting) < ($1.cpu, $1.setting) }
    }
}
