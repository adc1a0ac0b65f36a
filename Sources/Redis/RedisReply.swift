/// What the server answers.
public enum RedisReply: Sendable, Hashable {
    /// No value: a key that is not there, a wait that ended without an element.
    case null
    /// A status, usually `OK`.
    case status(String)
    /// A number.
    case integer(Int64)
    /// A value, binary safe.
    case bytes([UInt8])
    /// A list of answers.
    case array([RedisReply])
    /// A refusal inside a pipeline's, a transaction's or a script's list.
    case error(RedisError.Reply)
}

extension RedisReply {
    /// The number, if it is one.
    public var integer: Int64? {
        guard case .integer(let value) = self else { return nil }
        return value
    }

    /// The value's bytes, if it is a value or a status.
    public var bytes: [UInt8]? {
        switch self {
        case .bytes(let bytes): bytes
        case .status(let text): Array(text.utf8)
        default: nil
        }
    }

    /// The value as text, if it is a value or a status; invalid UTF-8 is replaced.
    public var string: String? {
        switch self {
        case .bytes(let bytes): String(decoding: bytes, as: UTF8.self)
        case .status(let text): text
        default: nil
        }
    }

    /// The list, if it is one.
    public var array: [RedisReply]? {
        guard case .array(let replies) = self else { return nil }
        return replies
    }

    /// The refusal, if it is one.
    public var error: RedisError.Reply? {
        guard case .error(let reply) = self else { return nil }
        return reply
    }

    /// Whether there is no value.
    public var isNull: Bool { self == .null }
}
