internal import Recognition
internal import Tuning

/// One thing that a setting sets, by the name that a search space calls it by.
struct SettingAxis: Equatable {
    /// The keys that it stands for: one, or several that never differ apart from each other.
    let keys: [String]
    /// Values that occur, in their own order.
    let values: [String]

    var title: String { keys.joined(separator: " + ") }
}

/// A setting as its values by key.
struct SettingValues {
    private let values: [String: String]

    init(_ settings: RecognitionSettings) {
        let preparation = settings.preparation
        let flag = { (value: Bool) in value ? "yes" : "no" }
        let number = { (value: Int?) in value.map(String.init) ?? "none" }
        var values: [SettingsKey: String] = [
            .psm: "\(settings.pageSegmentation.rawValue)", .oem: "\(settings.engine.rawValue)",
            .models: settings.models.joined(separator: "+"), .dpi: "\(settings.rasterDPI)",
            .textLayer: settings.textLayer == .ignore ? "ignore" : "prefer",
            .invert: flag(preparation.invertDarkPages), .background: flag(preparation.normalizeBackground),
            .deskew: flag(preparation.deskew), .rules: flag(preparation.removeRules),
            .height: number(preparation.targetTextHeight), .resolution: number(settings.declaredResolution),
        ]
        values[.textModels] = settings.textModels?.joined(separator: "+") ?? "none"
        values[.threshold] = "\(preparation.thresholding)"
        values[.dictionaries] = flag(settings.dictionaries)
        values[.lineInversion] = flag(settings.invertDoubtfulLines)
        values[.alternatives] = flag(settings.symbolAlternatives)
        values[.lines] = settings.lines?.rawValue ?? "layout"
        values[.secondLook] = flag(settings.secondLook != nil)
        values[.secondReading] = number(settings.secondReading?.rawValue)
        values[.allow] = settings.characterAllowList ?? "all"
        var named: [String: String] = [:]
        for (key, value) in values { named[key.rawValue] = value }
        for (name, value) in settings.variables { named["variable.\(name)"] = value }
        self.values = named
    }

    /// What a Tesseract variable has that is not set.
    static let unset = "unset"

    subscript(key: String) -> String { values[key] ?? Self.unset }

    /// The value on an axis; keys that never differ apart have theirs side by side.
    subscript(axis: SettingAxis) -> String { value(of: axis.keys) }

    func value(of keys: [String]) -> String {
        let values = keys.map { self[$0] }
        return Set(values).count == 1 ? values[0] : values.joined(separator: ", ")
    }

    var keys: [String] { values.keys.sorted(by: Self.isBefore) }

    /// Keys in the order of `SettingsKey`, variables behind them.
    static func isBefore(_ left: String, _ right: String) -> Bool {
        let rank = { (key: String) in
            SettingsKey(rawValue: key).flatMap { SettingsKey.allCases.firstIndex(of: $0) } ?? SettingsKey.allCases.count
        }
        return (rank(left), left) < (rank(right), right)
    }
}

extension SettingAxis {
    /// What differs among settings. Keys by which the settings fall into the same groups are one axis: no figure could
    /// tell them apart.
    static func all(of settings: [SettingValues]) -> [SettingAxis] {
        let keys = Set(settings.flatMap(\.keys)).sorted(by: SettingValues.isBefore)
        var byPartition: [[Int]: [String]] = [:]
        var order: [[Int]] = []
        for key in keys {
            let partition = partition(settings.map { $0[key] })
            guard partition.contains(where: { $0 != 0 }) else { continue }
            if byPartition[partition] == nil { order.append(partition) }
            byPartition[partition, default: []].append(key)
        }
        return order.compactMap { byPartition[$0] }.map { keys in
            SettingAxis(keys: keys, values: ordered(Set(settings.map { $0.value(of: keys) })))
        }
    }

    /// Each value's number in the order of their first appearance.
    private static func partition(_ values: [String]) -> [Int] {
        var numbers: [String: Int] = [:]
        return values.map { value in
            if let number = numbers[value] { return number }
            numbers[value] = numbers.count
            return numbers.count - 1
        }
    }

    private static func ordered(_ values: Set<String>) -> [String] {
        let rank = { (value: String) -> Double in
            switch value {
            case "none", "no", unset, "ignore": -1
            default: Double(value) ?? .infinity
            }
        }
        return values.sorted { (rank($0), $0) < (rank($1), $1) }
    }

    private static let unset = SettingValues.unset
}
