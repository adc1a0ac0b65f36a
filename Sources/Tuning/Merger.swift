/// Finds settings that cannot be told apart by what they read.
package enum Merger {
    /// A setting with what it read, in the order of the space.
    package struct Entry: Sendable {
        /// The setting.
        package var setting: SettingID
        /// Defaults and incumbent always stay.
        package var isContender: Bool
        /// Texts by document order; nil for a document that it has not read.
        package var texts: [String?]
        /// CPU seconds of all these documents.
        package var cpu: Double

        /// Creates an entry.
        package init(setting: SettingID, isContender: Bool, texts: [String?], cpu: Double) {
            self.setting = setting
            self.isContender = isContender
            self.texts = texts
            self.cpu = cpu
        }
    }

    /// CPU of byte-identical work differs by up to a tenth from run to run; less is no difference.
    static let noise = 0.1

    /// Groups of two and more whose texts are all the same. The contender of a group stands for it, or else the first;
    /// one that costs clearly less for the same text is no copy and stays in the race.
    package static func groups(_ entries: [Entry]) -> [MergedSettings] {
        var byTexts: [[String?]: [Entry]] = [:]
        for entry in entries { byTexts[entry.texts, default: []].append(entry) }
        return entries.compactMap { entry in
            guard let group = byTexts.removeValue(forKey: entry.texts), group.count > 1 else { return nil }
            return merge(group)
        }
    }

    private static func merge(_ group: [Entry]) -> MergedSettings? {
        let contenders = group.filter(\.isContender)
        let others = group.filter { !$0.isContender }
        let cheapest = group.map(\.cpu).min() ?? 0
        let affordable = { (entry: Entry) in entry.cpu * (1 - noise) <= cheapest }
        guard let kept = contenders.first(where: affordable) ?? others.first(where: affordable) else { return nil }
        let merged = others.filter { $0.setting != kept.setting }
        guard !merged.isEmpty else { return nil }
        return MergedSettings(kept: kept.setting, others: merged.map(\.setting), documents: kept.texts.count)
    }
}
