/// Where a value came from.
public enum SettingSource: Sendable, Hashable, CustomStringConvertible {
    /// The command line.
    case flag(String)
    /// An environment variable.
    case environment(variable: String)
    /// The file that a `_FILE` variable names.
    case secretFile(variable: String, path: String)
    /// The tuned file.
    case tunedFile(path: String)
    /// Nobody said anything else.
    case standard

    /// A word for programs: `flag`, `environment`, `file`, `tuned` or `default`.
    public var kind: String {
        switch self {
        case .flag: "flag"
        case .environment: "environment"
        case .secretFile: "file"
        case .tunedFile: "tuned"
        case .standard: "default"
        }
    }

    /// As `config explain` prints it.
    public var description: String {
        switch self {
        case .flag(let flag): "flag \(flag)"
        case .environment(let variable): "environment \(variable)"
        case .secretFile(let variable, let path): "file \(path.quotable) (\(variable))"
        case .tunedFile(let path): "tuned file \(path.quotable)"
        case .standard: "default"
        }
    }

    /// The same before a verb, for errors.
    func subject(_ name: String) -> String {
        switch self {
        case .flag(let flag): flag
        case .environment(let variable): "The environment variable \(variable)"
        case .secretFile(let variable, let path): "The file \(path.quotable) that \(variable) names"
        case .tunedFile(let path): "The setting \(name) in the tuned file \(path.quotable)"
        case .standard: "The default of \(name)"
        }
    }

    /// A later source gives way to an earlier one: flag, environment, tuned file, default.
    var rank: Int {
        switch self {
        case .flag: 3
        case .environment, .secretFile: 2
        case .tunedFile: 1
        case .standard: 0
        }
    }
}

/// A setting that cannot be used.
public struct SettingsError: Error, Sendable, Hashable, CustomStringConvertible {
    /// One sentence: the setting, where its value came from, what is allowed. Never holds a secret.
    public let sentence: String
    /// See `WorkerExitCode.badConfiguration`.
    public var exitCode: Int32 { WorkerExitCode.badConfiguration }
    /// The sentence.
    public var description: String { sentence }

    /// An error in other words.
    public init(sentence: String) { self.sentence = sentence }

    /// A value that its form does not allow.
    init(_ row: Setting, _ source: SettingSource, text: String, fault: SettingFault) {
        let value = row.isSecret ? "cannot be used" : "is \"\((Mask.url(text) ?? text).quotable)\""
        let reason = fault.reason.map { " (\($0))" } ?? ""
        sentence = "\(source.subject(row.name)) \(value)\(reason); it takes \(row.allowed)."
    }
}
