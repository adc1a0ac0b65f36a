/// Why a tuned file cannot be used or written.
public enum TunedConfigurationError: Error, Sendable, Hashable {
    /// There is no such file.
    case missing(path: String)
    /// The file is there and cannot be read.
    case unreadable(path: String, reason: String)
    /// Not JSON; the place says where it breaks off.
    case notJSON(path: String, place: String)
    /// Written by a newer program.
    case newerSchema(path: String, found: Int, known: Int)
    /// A key is missing or its value of the wrong sort.
    case wrongValue(path: String, key: String, reason: String)
    /// A key that this layout does not have.
    case unknownKey(path: String, key: String)
    /// The content is not what was written.
    case wrongHash(path: String)
    /// The values contradict each other or a rule; without a path when the value never was in a file.
    case invalid(path: String?, reason: String)
    /// The file could not be written.
    case notWritten(path: String, reason: String)

    /// One sentence: what, why, and what to do.
    public var sentence: String {
        switch self {
        case .missing(let path):
            "There is no tuned file at \(path); make one with `cricksy-bench sweep` and `cricksy-bench promote`."
        case .unreadable(let path, let reason): "The tuned file \(path) cannot be read: \(reason)."
        case .notJSON(let path, let place):
            "The tuned file \(path) is damaged (\(place)); \(Self.remedy)."
        case .newerSchema(let path, let found, let known):
            "The tuned file \(path) has schema version \(found) and this program knows \(known); update the program."
        case .wrongValue(let path, let key, let reason):
            "The tuned file \(path) is damaged (\(key): \(reason)); \(Self.remedy)."
        case .unknownKey(let path, let key):
            "The tuned file \(path) has the unknown key \(key); remove it or \(Self.remedy)."
        case .wrongHash(let path):
            "The tuned file \(path) was changed after it was written (its content hash differs); \(Self.remedy)."
        case .invalid(let path, let reason):
            "The tuned \(path.map { "file \($0)" } ?? "configuration") cannot be used: \(reason); \(Self.remedy)."
        case .notWritten(let path, let reason): "The tuned file \(path) cannot be written: \(reason)."
        }
    }

    private static let remedy = "restore it from git or make it again with `cricksy-bench sweep`"
}

extension TunedConfigurationError: CustomStringConvertible {
    /// The sentence.
    public var description: String { sentence }
}
