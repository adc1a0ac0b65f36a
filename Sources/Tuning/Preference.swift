/// How one setting stands on the documents that all in the race have read, weighted by the mix.
package struct Standing: Sendable, Equatable {
    /// The setting.
    package var setting: SettingID
    /// Mean over documents of their field accuracy, 0 to 1.
    package var accuracy: Double
    /// CPU seconds per page.
    package var cpu: Double
    /// CPU by that of the cheaper contender (defaults, incumbent), the setting itself left out.
    package var cpuRatio: Double
    /// Upper end of the interval of `cpuRatio`; the ratio itself while there are too few documents for an interval.
    package var cpuRatioBound: Double
    /// 95th percentile of the time per page, in seconds; nil when nothing was read.
    package var p95: Double?
    /// Largest peak of a reader, in bytes; nil when it is not known.
    package var residentBytes: Int?

    /// Creates a standing; without a bound the ratio is one.
    package init(
        setting: SettingID, accuracy: Double, cpu: Double, cpuRatio: Double, cpuRatioBound: Double? = nil,
        p95: Double? = nil, residentBytes: Int? = nil
    ) {
        self.setting = setting
        self.accuracy = accuracy
        self.cpu = cpu
        self.cpuRatio = cpuRatio
        self.cpuRatioBound = cpuRatioBound ?? cpuRatio
        self.p95 = p95
        self.residentBytes = residentBytes
    }

    /// Whether it seems to cost little enough to be confirmed.
    var isAffordable: Bool { cpuRatio < Confirmation.worstRatio }

    /// Whether it would be confirmed as far as CPU goes, had these documents to decide.
    var isSurelyAffordable: Bool { isAffordable && cpuRatioBound < Confirmation.worstRatio }

    /// Whether another is at least as good in everything and better in something.
    func isDominated(by other: Standing) -> Bool {
        let sides: [(Double, Double)] = [
            (-accuracy, -other.accuracy), (cpu, other.cpu), (p95 ?? 0, other.p95 ?? 0),
            (Double(residentBytes ?? 0), Double(other.residentBytes ?? 0)),
        ]
        return sides.allSatisfy { $0.1 <= $0.0 } && sides.contains { $0.1 < $0.0 }
    }
}

/// What is better than what. A setting that costs more than the contenders could not be confirmed whatever it reads, so
/// it stands behind those that do not.
package enum Preference {
    /// The rule as a sentence.
    package static func rule(_ policy: SelectionPolicy = SelectionPolicy()) -> String {
        let cost = policy.prefer == .memory ? "needs least memory" : "costs least CPU"
        return """
            On the tune split, weighted by the mix: of the settings\(policy.limits) whose CPU per page is below \
            \(Confirmation.worstRatio.shortDecimal) times that of defaults and incumbent (upper end of the 95% interval, or \
            else the figure itself), those within \((policy.margin * 100).shortDecimal) points of the best field accuracy \
            (mean over documents) are equal, and the one that \(cost) is the candidate.
            """
    }

    /// Best first, for a race that goes on: what may yet turn out to be affordable is not sent away for doubt.
    package static func ranked(_ standings: [Standing]) -> [Standing] {
        standings.sorted { left, right in
            if left.isAffordable != right.isAffordable { return left.isAffordable }
            if left.accuracy != right.accuracy { return left.accuracy > right.accuracy }
            return (left.cpu, left.setting) < (right.cpu, right.setting)
        }
    }

    /// Those that may be chosen, as far as CPU goes.
    static func eligible(_ standings: [Standing]) -> [Standing] {
        let surely = standings.filter(\.isSurelyAffordable)
        let likely = standings.filter(\.isAffordable)
        return !surely.isEmpty ? surely : !likely.isEmpty ? likely : standings
    }

    /// The candidate; nil without settings that keep the limits.
    package static func choice(
        among standings: [Standing], policy: SelectionPolicy = SelectionPolicy()
    ) -> Standing? {
        let eligible = eligible(standings.filter { policy.violation(of: $0) == nil })
        let best = eligible.map(\.accuracy).max() ?? 0
        let cost = { (standing: Standing) in
            policy.prefer == .memory ? Double(standing.residentBytes ?? .max) : standing.cpu
        }
        return eligible.filter { $0.accuracy >= best - policy.margin }
            .min { (cost($0), $0.cpu, $0.setting) < (cost($1), $1.cpu, $1.setting) }
    }

    /// Those that none of the others dominates, in their order.
    package static func front(of standings: [Standing]) -> [Standing] {
        standings.filter { standing in !standings.contains { standing.isDominated(by: $0) } }
    }
}
