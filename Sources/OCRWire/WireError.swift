/// Why bytes are not a message, or a value cannot be one.
public enum WireError: Error, Sendable, Hashable {
    /// The bytes end inside a value.
    case truncated
    /// The message is complete and bytes are left over.
    case trailingBytes(Int)
    /// A frame, a list or a text is longer than allowed.
    case tooLong(what: String, found: Int, allowed: Int)
    /// A number is outside its range, or not finite.
    case outOfRange(String)
    /// A byte that names a case names none.
    case unknownCase(of: String, value: Int)
    /// A text is not UTF-8.
    case invalidText
    /// A value is spelled in a way our writer never spells it.
    case notCanonical(String)
    /// The other side speaks another version or knows other settings.
    case incompatible(version: UInt32, schema: UInt64)

    /// One sentence: what is wrong.
    public var sentence: String {
        switch self {
        case .truncated: "The message ends too early."
        case .trailingBytes(let count): "The message has \(count) bytes too many."
        case .tooLong(let what, let found, let allowed): "The message has \(found) \(what), more than \(allowed)."
        case .outOfRange(let what): "The message has a \(what) out of range."
        case .unknownCase(let type, let value): "The message has \(value) for a \(type), which names none."
        case .invalidText: "The message has a text that is not UTF-8."
        case .notCanonical(let what): "The message spells a \(what) in another way than it should."
        case .incompatible(let version, let schema):
            """
            The other side speaks wire version \(version) with settings \(String(schema, radix: 16)), this one \
            \(Wire.version) with \(String(WireSchema.hash, radix: 16)); install programs of the same build.
            """
        }
    }
}
