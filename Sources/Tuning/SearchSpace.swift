public import Foundation
public import Recognition

/// The settings that a study compares.
public struct SearchSpace: Codable, Sendable, Equatable {
    /// One point of the space.
    public struct Point: Codable, Sendable, Equatable {
        /// For tables.
        public var name: String
        /// The values; where they differ by kind of input, those of the first profile.
        public var settings: RecognitionSettings
        /// Values by kind of input; nil where one setting serves all.
        public var profiles: [RecognitionProfile]?

        /// Creates a point; without a name it is called by what differs from Tesseract's defaults.
        public init(name: String? = nil, settings: RecognitionSettings) {
            self.name = name ?? settings.description
            self.settings = settings
        }
    }

    /// Name of the file, or of the built-in space.
    public var name: String
    /// Points that may run, in order, each of them once.
    public var points: [Point]
    /// Points that cannot run whatever the models, with the reason.
    public var infeasible: [InfeasibleSetting]

    /// Sorts out what cannot work at all; what the models at hand cannot do, the reader says when it is asked.
    public init(name: String, points: [Point]) {
        self.name = name
        self.points = []
        infeasible = []
        var seen = Set<RecognitionSettings>()
        for point in points where seen.insert(point.settings).inserted {
            if point.settings.pageSegmentation.recognizesText {
                self.points.append(point)
            } else {
                let reason =
                    "PSM \(point.settings.pageSegmentation.rawValue) finds orientation or layout and reads no text"
                infeasible.append(InfeasibleSetting(name: point.name, settings: point.settings, reason: reason))
            }
        }
    }
}

// MARK: - The file

extension SearchSpace {
    /// Reads a JSON file of the form
    ///
    ///     {"schemaVersion": 1, "base": {"dpi": 200}, "axes": {"psm": [4, 6], "prepare": ["none", "deskew+rules"]},
    ///      "settings": [{"name": "sparse", "psm": 11}]}
    ///
    /// The points are every combination of the axes, each on top of `base`, and then `settings`, each on top of `base`.
    /// Keys are those of `SettingsKey`; text layers are preferred unless `base` says otherwise.
    public init(json: Data, name: String) throws(TuningError) {
        let file = try SpaceFile.decode(json, name: name)
        let start = RecognitionSettings(textLayer: .preferWhenSound)
        do {
            let base = try file.base.setting(start)
            let axes = try file.combinations().map { values throws(TuningError) in
                Point(settings: try values.setting(base))
            }
            let listed = try file.settings.map { values throws(TuningError) in
                var values = values
                let name = values.removeValue(forKey: "name")?.text
                return Point(name: name, settings: try values.setting(base))
            }
            self.init(name: name, points: axes + listed)
        } catch {
            throw .invalidSpace(path: name, reason: error.sentence)
        }
        guard !points.isEmpty || !infeasible.isEmpty else {
            throw .invalidSpace(path: name, reason: "it has neither axes nor settings")
        }
    }
}

private struct SpaceFile: Decodable {
    var schemaVersion: Int
    var base: [String: SpaceValue]
    var axes: [String: [SpaceValue]]
    var settings: [[String: SpaceValue]]

    enum CodingKeys: String, CodingKey, CaseIterable {
        case schemaVersion, base, axes, settings
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        schemaVersion = try container.decode(Int.self, forKey: .schemaVersion)
        base = try container.decodeIfPresent([String: SpaceValue].self, forKey: .base) ?? [:]
        axes = try container.decodeIfPresent([String: [SpaceValue]].self, forKey: .axes) ?? [:]
        settings = try container.decodeIfPresent([[String: SpaceValue]].self, forKey: .settings) ?? []
    }

    static func decode(_ json: Data, name: String) throws(TuningError) -> SpaceFile {
        do {
            let keys = try JSONDecoder().decode([String: Ignored].self, from: json).keys
            let unknown = keys.filter { CodingKeys(rawValue: $0) == nil }.sorted()
            guard unknown.isEmpty else {
                let reason = "it has keys that are not known: \(unknown.joined(separator: ", "))"
                throw TuningError.invalidSpace(path: name, reason: reason)
            }
            let file = try JSONDecoder().decode(SpaceFile.self, from: json)
            guard file.schemaVersion == 1 else {
                let reason = "its schemaVersion is \(file.schemaVersion), this program reads 1"
                throw TuningError.invalidSpace(path: name, reason: reason)
            }
            return file
        } catch let error as TuningError {
            throw error
        } catch {
            throw .invalidSpace(path: name, reason: "it is not a search space in JSON (\(StudyJSON.reason(error)))")
        }
    }

    /// Every combination of the axes, the last axis by name turning fastest; none without axes.
    func combinations() -> [[String: SpaceValue]] {
        guard !axes.isEmpty else { return [] }
        return axes.sorted { $0.key < $1.key }.reduce([[:]]) { combinations, axis in
            combinations.flatMap { combination in
                axis.value.map { combination.merging([axis.key: $0]) { $1 } }
            }
        }
    }
}

/// A value of the file: text, number, truth value or null, kept as `SettingsKey` takes it.
private struct SpaceValue: Decodable {
    let text: String

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            text = "none"
        } else if let flag = try? container.decode(Bool.self) {
            text = String(flag)
        } else if let number = try? container.decode(Int.self) {
            text = String(number)
        } else if let number = try? container.decode(Double.self) {
            text = number.shortDecimal
        } else {
            text = try container.decode(String.self)
        }
    }
}

private struct Ignored: Decodable {
    init(from decoder: any Decoder) throws {}
}

extension [String: SpaceValue] {
    /// `prepare` goes first, so that single steps beside it change it.
    fileprivate func setting(_ base: RecognitionSettings) throws(TuningError) -> RecognitionSettings {
        var settings = base
        let first = SettingsKey.prepare.rawValue
        for (name, value) in sorted(by: { ($0.key != first ? 1 : 0, $0.key) < ($1.key != first ? 1 : 0, $1.key) }) {
            try settings.set(name, to: value.text)
        }
        return settings
    }
}
