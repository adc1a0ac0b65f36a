/// A worker's name on the wire, `worker1@host.example.org`, and Celery's expansions of it (CELERY.md 6.6).
public struct NodeName: Sendable, Hashable, CustomStringConvertible {
    /// What stands before the `@`.
    public let name: String
    /// What stands behind it.
    public let host: String
    /// Both.
    public var description: String { "\(name)@\(host)" }

    /// Reads `--hostname`: without an `@` it is the host of a node called `celery`; `%h` is the machine's name, `%n` its
    /// part before the first dot, `%d` the rest, `%i` 0 and `%I` nothing, as for Celery's main process.
    public init(_ format: String = "celery@%h", machine: String) {
        let short = machine.prefix { $0 != "." }
        let text = Self.expanded(format, host: machine, name: String(short), full: "", index: 0)
        let parts = text.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let (name, host) = parts.count == 2 ? (parts[0], parts[1]) : ("", text)
        self.name = name.isEmpty ? "celery" : name
        self.host = host.isEmpty ? machine : host
    }

    /// A path with its expansions: `%n` name, `%h` host, `%d` domain, `%p` both, `%i` number of the process (0 is the
    /// worker itself), `%I` the same with a dash before it, and nothing for the worker itself.
    public func expand(_ format: String, process index: Int = 0) -> String {
        Self.expanded(format, host: host, name: name, full: description, index: index)
    }

    /// The first letter behind a `%` that nothing stands for.
    static func unknownExpansion(in format: String) -> Character? {
        zip(format, format.dropFirst()).first { $0 == "%" && $1.isExpansionLetter && !"hndpiI".contains($1) }?.1
    }

    private static func expanded(_ format: String, host: String, name: String, full: String, index: Int) -> String {
        var result = ""
        var rest = format[...]
        while let character = rest.popFirst() {
            guard character == "%", let letter = rest.first, letter.isExpansionLetter else {
                result.append(character)
                continue
            }
            rest.removeFirst()
            switch letter {
            case "h": result += host
            case "n": result += name
            case "d": result += host.drop { $0 != "." }.dropFirst()
            case "p": result += full
            case "i": result += String(index)
            case "I": result += index == 0 ? "" : "-\(index)"
            default: result += "%\(letter)"
            }
        }
        return result
    }
}

extension Character {
    /// Celery's pattern is `%(\w)`: a lone percent sign stays as it is.
    fileprivate var isExpansionLetter: Bool { isLetter || isNumber || self == "_" }
}
