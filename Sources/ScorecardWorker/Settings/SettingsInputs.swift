internal import Foundation
internal import Scorecard
public import TunedConfiguration

/// All that settings are made from. The same inputs give the same configuration, so that a reload is a second call.
public struct SettingsInputs: Sendable {
    /// Texts from the command line by the name of their row; `true` for a flag without a value.
    public var flags: [String: String]
    /// The process's environment. An empty variable counts as unset.
    public var environment: [String: String]
    /// What it runs on.
    public var machine: MachineFingerprint
    /// The machine's name.
    public var host: String

    /// Creates inputs.
    public init(flags: [String: String], environment: [String: String], machine: MachineFingerprint, host: String) {
        self.flags = flags
        self.environment = environment
        self.machine = machine
        self.host = host
    }

    /// Those of this process.
    public static func current(flags: [String: String]) -> SettingsInputs {
        SettingsInputs(
            flags: flags, environment: ProcessInfo.processInfo.environment, machine: .current(),
            host: hostName)
    }

    /// As `gethostname` has it; Foundation would ask the name servers.
    private static var hostName: String {
        var buffer = [CChar](repeating: 0, count: 257)
        guard gethostname(&buffer, buffer.count - 1) == 0 else { return "localhost" }
        return String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}

/// Environment and flags hold passwords, and a configuration that holds its inputs may be printed.
extension SettingsInputs: CustomStringConvertible, CustomReflectable {
    /// Whose they are, and no more.
    public var description: String { "inputs of \(host)" }
    /// As `description`.
    public var customMirror: Mirror { Mirror(self, children: ["host": host]) }
}

/// A value with its row and where it came from.
public struct ResolvedSetting: Sendable {
    /// The row.
    public let row: Setting
    /// Where the value came from.
    public internal(set) var source: SettingSource
    /// What was done to the value, and why: a cap, a limit that follows another.
    public internal(set) var remark: String?
    /// The value for printing; a secret is masked.
    var shown: OrderedJSON
}

/// Takes each setting from the first source that has it: flag, environment, tuned file, default. swift-configuration's
/// providers have one name for a key and report a provider, not the variable; with several variables to a setting,
/// `_FILE` twins and a sentence for each fault, only the loop in `find` would be left of it.
struct SettingsReader {
    let inputs: SettingsInputs
    /// Texts of the tuned machine half by name; filled in once the file is known.
    var tuned: (path: String, texts: [String: String])?
    private(set) var resolved: [ResolvedSetting] = []

    init(_ inputs: SettingsInputs) { self.inputs = inputs }

    /// The value; nil when no source has one.
    mutating func optional<Value>(_ setting: TypedSetting<Value>) throws(SettingsError) -> Value? {
        guard let (text, source) = try find(setting.row) else {
            record(setting, nil, .standard)
            return nil
        }
        return try take(text, source, as: setting)
    }

    /// The value, or else the computed default.
    mutating func value<Value>(
        _ setting: TypedSetting<Value>, standard: Value
    ) throws(SettingsError) -> Value {
        if let (text, source) = try find(setting.row) { return try take(text, source, as: setting) }
        record(setting, standard, .standard)
        return standard
    }

    /// The value of a setting whose row has a default.
    mutating func value<Value>(_ setting: TypedSetting<Value>) throws(SettingsError) -> Value {
        if let value = try optional(setting) { return value }
        throw SettingsError(sentence: "\(setting.row.flag) is not set; it takes \(setting.row.allowed).")
    }

    /// Replaces a value that was taken, and says why.
    mutating func amend<Value>(_ setting: TypedSetting<Value>, to value: Value, _ remark: String) {
        guard let index = resolved.firstIndex(where: { $0.row.name == setting.row.name }) else { return }
        resolved[index].shown = setting.form.show(value)
        resolved[index].remark = remark
    }

    func source<Value>(of setting: TypedSetting<Value>) -> SettingSource {
        resolved.first { $0.row.name == setting.row.name }?.source ?? .standard
    }

    private mutating func take<Value>(
        _ text: String, _ source: SettingSource, as setting: TypedSetting<Value>
    ) throws(SettingsError) -> Value {
        do throws(SettingFault) {
            let value = try setting.form.read(String(text.trimmed))
            record(setting, value, source)
            return value
        } catch {
            throw SettingsError(setting.row, source, text: text, fault: error)
        }
    }

    private mutating func record<Value>(_ setting: TypedSetting<Value>, _ value: Value?, _ source: SettingSource) {
        resolved.append(
            ResolvedSetting(row: setting.row, source: source, shown: value.map(setting.form.show) ?? .null))
    }

    private func find(_ row: Setting) throws(SettingsError) -> (String, SettingSource)? {
        if let text = inputs.flags[row.name] { return (text, .flag(row.flag)) }
        for variable in row.variables {
            if let found = try fromEnvironment(variable, isSecret: row.isSecret) { return found }
        }
        if let tuned, let text = tuned.texts[row.name] { return (text, .tunedFile(path: tuned.path)) }
        return row.standard.map { ($0, .standard) }
    }

    private func fromEnvironment(
        _ variable: String, isSecret: Bool
    ) throws(SettingsError) -> (String, SettingSource)? {
        let text = set(variable)
        guard isSecret, let path = set(variable + "_FILE") else {
            return text.map { ($0, .environment(variable: variable)) }
        }
        guard text == nil else {
            throw SettingsError(sentence: "Both \(variable) and \(variable)_FILE are set; unset one of them.")
        }
        let source = SettingSource.secretFile(variable: variable + "_FILE", path: path)
        return (try SecretFile.text(path, source), source)
    }

    private func set(_ variable: String) -> String? {
        inputs.environment[variable].flatMap { $0.trimmed.isEmpty ? nil : $0 }
    }
}
