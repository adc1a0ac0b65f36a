internal import Recognition
internal import Scorecard

/// What `cricksy-worker config explain` prints: every value and where it came from, secrets masked.
public struct ConfigurationReport {
    private let configuration: WorkerConfiguration
    private let tuned: TunedSettings
    private let engineFault: String?

    /// - Parameters:
    ///   - tuned: the tuned file held against the engine; nil when the engine was not asked.
    ///   - engineFault: why it could not be asked.
    public init(_ configuration: WorkerConfiguration, tuned: TunedSettings? = nil, engineFault: String? = nil) {
        self.configuration = configuration
        self.tuned = tuned ?? configuration.tuned
        self.engineFault = engineFault
    }

    private var settings: [ResolvedSetting] { configuration.settings.filter { $0.row.use == .used } }

    private var sentences: [String] {
        tuned.sentences + (engineFault.map { ["Whether the engine is the tuned one is not known: \($0)"] } ?? [])
    }

    // MARK: Text

    /// An aligned table for people.
    public var text: String {
        var rows = settings.map { [$0.row.name, $0.words, $0.source.description] }
        rows += tuned.profiles.map { profile in
            [
                "recognition of " + profile.kinds.map(\.rawValue).joined(separator: ", "), "\(profile.settings)",
                "\(tuned.recognitionSource)",
            ]
        }
        let notes = sentences + configuration.notes
        return Self.aligned([["SETTING", "VALUE", "FROM"]] + rows) + "\n" + notes.map { "\($0)\n" }.joined()
    }

    private static func aligned(_ rows: [[String]]) -> String {
        let width = { (column: Int) in min(48, rows.map { $0[column].count }.max() ?? 0) }
        let widths = [width(0), width(1)]
        return rows.map { row in
            zip(row, widths).map { $0.padded(to: $1) + "  " }.joined() + row[2] + "\n"
        }.joined()
    }

    // MARK: JSON

    /// One object for programs.
    public var json: String {
        let object = OrderedJSON.object([
            .init("settings", .array(settings.map(\.json))),
            .init("recognition", .array(tuned.profiles.map { profile(of: $0) })),
            .init(
                "tuned_file",
                .object([
                    .init("state", .text(tuned.word)), .init("sentences", .array(sentences.map { .text($0) })),
                ])),
            .init("notes", .array(configuration.notes.map { .text($0) })),
        ])
        return object.encoded(.pretty)
    }

    private func profile(of profile: RecognitionProfile) -> OrderedJSON {
        .object([
            .init("kinds", .array(profile.kinds.map { .text($0.rawValue) })),
            .init("settings", .text("\(profile.settings)")), .init("source", tuned.recognitionSource.json),
        ])
    }
}

extension ResolvedSetting {
    /// The value with its unit.
    var words: String {
        switch shown {
        case .null: row.standardNote.map { "(\($0))" } ?? "(none)"
        case .text(let text): text.quotable
        case .array(let values):
            values.map { if case .text(let text) = $0 { text.quotable } else { $0.encoded() } }.joined(separator: ",")
        case .integer, .decimal: shown.encoded() + (row.unit.map { " " + $0 } ?? "")
        default: shown.encoded().quotable
        }
    }

    var json: OrderedJSON {
        .object([
            .init("name", .text(row.name)), .init("value", shown),
            .init("unit", row.unit.map { .text($0) } ?? .null), .init("secret", .bool(row.isSecret)),
            .init("source", source.json), .init("remark", remark.map { .text($0) } ?? .null),
        ])
    }
}

extension SettingSource {
    var json: OrderedJSON {
        let detail: OrderedJSON =
            switch self {
            case .flag(let name), .environment(let name), .secretFile(let name, _): .text(name)
            case .tunedFile(let path): .text(path)
            case .standard: .null
            }
        return .object([.init("kind", .text(kind)), .init("name", detail)])
    }
}

extension String {
    /// With spaces behind it up to a width.
    func padded(to width: Int) -> String {
        self + String(repeating: " ", count: max(0, width - count))
    }
}

extension SettingsTable {
    /// The README's tables, one for each section.
    public static var markdown: String {
        Setting.Section.allCases.map { section in
            let rows = Self.rows.filter { $0.section == section }
            return "### \(section.rawValue)\n\n| flag | environment | default | meaning |\n|---|---|---|---|\n"
                + rows.map(\.markdown).joined()
        }.joined(separator: "\n")
    }
}

extension Setting {
    /// Long and short flags as they are typed.
    public var spellings: [String] {
        guard hasFlag else { return [] }
        return (short.map { ["-\($0)"] } ?? []) + ([name] + aliases).map { "--\($0)" }
    }

    /// What it means, what is allowed and what else there is to know.
    public var explanation: String {
        switch use {
        case .used: isToggle || ["a text", "a path"].contains(allowed) ? help : "\(help) Takes \(allowed)."
        case .ignored(let reason): "Accepted, without effect: \(reason)."
        case .refused(let remedy): "Refused: \(remedy)."
        }
    }

    fileprivate var markdown: String {
        let code = { (texts: [String]) in texts.map { "`\($0)`" }.joined(separator: " ") }
        let files = isSecret ? variables.map { $0 + "_FILE" } : []
        let standard = use == .used ? standardText : ""
        return "| \(code(spellings)) | \(code(variables + files)) | \(standard) | \(explanation) |\n"
            .replacing("``", with: "")
    }
}
