/// How one setting stands on the documents that all in the race have read, weighted by the mix.
package struct Standing: Sendable, Equatable {
    /// The setting.
    package var setting: SettingID
    /// Field accuracy, 0 to 1.
    package var accuracy: Double
    /// CPU seconds per page.
    package var cpu: Double

    /// Creates a standing.
    package init(setting: SettingID, accuracy: Double, cpu: Double) {
        self.setting = setting
        self.accuracy = accuracy
        self.cpu = cpu
    }
}

/// What is better than what. Settings that cost more than the contenders could not be confirmed whatever they read, so
/// they stand behind those that do not.
package struct Preference: Sendable {
    /// CPU seconds per page that a setting may cost: those of the cheaper contender and a little more.
    package let cpuLimit: Double

    /// Accuracy counts first and CPU among equals; this close to the best is equal.
    static let equalAccuracy = 0.0025

    /// The rule as a sentence.
    package static let rule = """
        On the tune split, weighted by the mix: among settings that cost at most \
        \(Int(((Confirmation.worstRatio - 1) * 100).rounded()))% more CPU per page than the cheaper of defaults and \
        incumbent, those within \((equalAccuracy * 100).shortDecimal) points of the best field accuracy are equal, and \
        the one that costs least CPU is the candidate.
        """

    /// The preference given how defaults and incumbent stand.
    package init(contenders: [Standing]) {
        cpuLimit = (contenders.map(\.cpu).min() ?? .infinity) * Confirmation.worstRatio
    }

    /// Best first.
    package func ranked(_ standings: [Standing]) -> [Standing] {
        standings.sorted { left, right in
            if admits(left) != admits(right) { return admits(left) }
            if left.accuracy != right.accuracy { return left.accuracy > right.accuracy }
            return (left.cpu, left.setting) < (right.cpu, right.setting)
        }
    }

    /// The candidate; nil without settings.
    package func choice(among standings: [Standing]) -> Standing? {
        let ranked = ranked(standings)
        guard let best = ranked.first else { return nil }
        return ranked.filter { admits($0) == admits(best) && $0.accuracy >= best.accuracy - Self.equalAccuracy }
            .min { ($0.cpu, $0.setting) < ($1.cpu, $1.setting) }
    }

    private func admits(_ standing: Standing) -> Bool { standing.cpu <= cpuLimit }
}
