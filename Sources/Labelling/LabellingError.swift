/// Why a card cannot be drafted, shown or labelled.
public enum LabellingError: Error, Sendable, Hashable {
    /// The document cannot be read at all.
    case unreadable(name: String, sentence: String)
    /// No reader does any work.
    case reader(String)
    /// The page cannot be served.
    case server(String)
    /// The page was left and nothing was saved.
    case nothingSaved
    /// A file cannot be read or written.
    case file(path: String, reason: String)

    /// One sentence: what, why, and what to do.
    public var sentence: String {
        switch self {
        case .unreadable(let name, let sentence): "\(name): \(sentence)"
        case .reader(let reason): "The readers cannot be used: \(reason)"
        case .server(let reason): "The page cannot be served on this machine: \(reason); choose another --port."
        case .nothingSaved: "Nothing was saved."
        case .file(let path, let reason): "\(path): \(reason)."
        }
    }
}
