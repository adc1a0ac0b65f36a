public import Foundation

/// Why a report could not be made.
public enum ReportError: Error, Sendable, Equatable {
    /// A template of this program is broken; the reason is the template engine's.
    case template(name: String, reason: String)
    /// No page can be served on this machine.
    case cannotServe(reason: String)
    /// The file cannot be written.
    case cannotWrite(path: String, reason: String)

    /// One sentence.
    public var sentence: String {
        switch self {
        case .template(let name, let reason):
            "The report cannot be written: its template \(name) is broken (\(reason)); report this as a defect."
        case .cannotServe(let reason):
            "The report cannot be served on this machine: \(reason); choose another --port."
        case .cannotWrite(let path, let reason): "The report \(path) cannot be written: \(reason)."
        }
    }
}

extension ReportError: LocalizedError {
    /// The sentence.
    public var errorDescription: String? { sentence }
}
