internal import Scorecard

/// One setting as an operator sees it: a row of the one table from which help, validation, `config explain` and the
/// README follow.
public struct Setting: Sendable, Hashable {
    /// Where the row stands in the table.
    public enum Section: String, Sendable, CaseIterable {
        case queue = "Queue and results"
        case task = "Task and limits"
        case readers = "Readers"
        case data = "Database and object storage"
        case process = "Process, log and health"
        case celery = "Celery's options without a use here"
    }

    /// What is done with a value.
    public enum Use: Sendable, Hashable {
        /// The worker goes by it.
        case used
        /// Accepted so that old unit files start; one note says why it has no effect.
        case ignored(because: String)
        /// It would change what the operator relies on; the sentence says what to do instead.
        case refused(because: String)
    }

    /// Name, and long flag without its dashes: `max-tasks-per-child`.
    public let name: String
    /// Where it stands.
    public let section: Section
    /// What it means, as one sentence.
    public let help: String
    /// One-letter flag.
    public let short: Character?
    /// Further long flags without dashes.
    public let aliases: [String]
    /// Whether it can be given on the command line. Secrets cannot: others could read them there.
    public let hasFlag: Bool
    /// Environment variables, the first that is set counts; each secret also by its name with `_FILE` behind it.
    public let variables: [String]
    /// Whether the flag takes no value.
    public let isToggle: Bool
    /// Whether it is masked wherever it is printed.
    public let isSecret: Bool
    /// What values are allowed: `a whole number from 1 to 1024`.
    public let allowed: String
    /// Unit of a number.
    public let unit: String?
    /// The default as text that can be given; nil when there is none or it is computed.
    public let standard: String?
    /// The default in words, where it is computed or its text would say nothing.
    public let standardNote: String?
    /// What is done with it.
    public let use: Use

    /// `--max-tasks-per-child`.
    public var flag: String { "--" + name }

    /// The default as documentation gives it.
    public var standardText: String { standardNote ?? standard.map { $0 + (unit.map { " " + $0 } ?? "") } ?? "none" }
}

/// A row together with how its text becomes a value.
package struct TypedSetting<Value: Sendable>: Sendable {
    package let row: Setting
    let form: SettingForm<Value>

    /// - Parameters:
    ///   - variables: nil for `CRICKSY_WORKER_` and the flag in capitals.
    init(
        _ name: String, _ section: Setting.Section, _ form: SettingForm<Value>, _ help: String,
        standard: String? = nil, note: String? = nil, variables: [String]? = nil, short: Character? = nil,
        aliases: [String] = [], hasFlag: Bool = true, use: Setting.Use = .used
    ) {
        self.form = form
        row = Setting(
            name: name, section: section, help: help, short: short, aliases: aliases, hasFlag: hasFlag,
            variables: variables ?? [Self.variable(name)], isToggle: form.isToggle, isSecret: form.isSecret,
            allowed: form.allowed, unit: form.unit, standard: standard, standardNote: note, use: use)
    }

    private static func variable(_ name: String) -> String {
        "CRICKSY_WORKER_" + name.uppercased().replacing("-", with: "_")
    }
}
