/// Why a command has no answer.
public enum RedisError: Error, Sendable, Hashable {
    /// There was no connection for as long as the command could wait; it was not sent.
    case unavailable(ConnectFailure)
    /// The connection broke after the command was sent: it may have run.
    case connectionLost(server: String, detail: String)
    /// No answer came in time.
    case timedOut(server: String, after: Duration, wasSent: Bool)
    /// The server refused the command.
    case reply(Reply)
    /// The calling task was cancelled.
    case cancelled(wasSent: Bool)
    /// The connection has been closed by its owner.
    case closed(wasSent: Bool)
    /// The server does not speak the protocol.
    case protocolViolation(String)
    /// The command must not be sent in this way; nothing was sent.
    case unsafeCommand(name: String, why: String)
    /// The kernel refused a resource.
    case systemFailure(String)

    /// Whether the server may have carried the command out.
    public var mayHaveRun: Bool {
        switch self {
        case .connectionLost, .protocolViolation: true
        case .timedOut(_, _, let wasSent), .cancelled(let wasSent), .closed(let wasSent): wasSent
        case .unavailable, .reply, .unsafeCommand, .systemFailure: false
        }
    }

    /// Whether the same command may well succeed later without anybody's help.
    public var isTransient: Bool {
        switch self {
        case .unavailable(let failure): !failure.isRefusal
        case .connectionLost, .timedOut, .protocolViolation, .systemFailure: true
        case .reply(let reply): reply.kind.isTransient
        case .cancelled, .closed, .unsafeCommand: false
        }
    }

    /// What happened, why, and what to do. Holds no password and no argument.
    public var sentence: String {
        switch self {
        case .unavailable(let failure): failure.sentence
        case .connectionLost(let server, let detail):
            "The connection to \(server) broke (\(detail)); it is made anew, and the command may or may not have run."
        case .timedOut(let server, let limit, let wasSent):
            "\(server) did not answer within \(limit)\(wasSent ? "" : ", nor could the command be sent");"
                + " see whether it is overloaded, stopped or cut off."
        case .reply(let reply): reply.sentence
        case .cancelled(let wasSent):
            "The Redis command was cancelled\(wasSent ? " after it was sent" : " before it was sent")."
        case .closed(let wasSent):
            "The Redis connection was closed\(wasSent ? " while a command waited for its answer" : "")."
        case .protocolViolation(let what):
            "What answers is not a Redis server (\(what)); check host and port of the URL."
        case .unsafeCommand(let name, let why): "\(name) is not sent: \(why)."
        case .systemFailure(let what): what
        }
    }
}

extension RedisError: CustomStringConvertible {
    /// The sentence.
    public var description: String { sentence }
}

/// The text with everything escaped that could move a terminal's cursor; servers' messages may quote anything.
func printable(_ text: String) -> String {
    var line = ""
    for scalar in text.unicodeScalars {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned:
            line += "\\u{\(String(scalar.value, radix: 16))}"
        default: line.unicodeScalars.append(scalar)
        }
    }
    return line
}
