extension RedisError {
    /// A refusal by the server.
    public struct Reply: Error, Sendable, Hashable {
        /// What callers decide by.
        public let kind: Kind
        /// The server's words, on one line.
        public let message: String

        /// Reads the server's words; the first is its code.
        public init(_ message: String) {
            let code = message.prefix { $0 != " " }
            self.message = printable(message)
            self.kind = Kind(code: String(code), message: message)
        }
    }
}

extension RedisError.Reply {
    /// The refusals that callers tell apart; names follow the server's codes.
    public enum Kind: Sendable, Hashable {
        /// LOADING: the server reads its data after a start.
        case loading
        /// READONLY: the server is a replica.
        case readOnly
        /// MISCONF: the server cannot save to disk and refuses writes.
        case misconfigured
        /// OOM: the server is at its memory limit and refuses writes.
        case outOfMemory
        /// BUSY: a script runs for too long.
        case busy
        /// MASTERDOWN, CLUSTERDOWN, TRYAGAIN, NOREPLICAS: the server cannot serve for now.
        case unavailable
        /// The server has as many clients as it may have.
        case tooManyClients
        /// NOAUTH: a password is needed.
        case authenticationRequired
        /// WRONGPASS: the user's name or password is wrong.
        case wrongPassword
        /// NOPERM: the user may not do this.
        case noPermission
        /// NOSCRIPT: the server does not know the script of this hash.
        case noScript
        /// EXECABORT: the transaction was not run.
        case transactionAborted
        /// WRONGTYPE: the key holds a value of another type.
        case wrongType
        /// ERR and every code not listed here.
        case other(code: String)

        init(code: String, message: String) {
            switch code {
            case "LOADING": self = .loading
            case "READONLY": self = .readOnly
            case "MISCONF": self = .misconfigured
            case "OOM": self = .outOfMemory
            case "BUSY": self = .busy
            case "MASTERDOWN", "CLUSTERDOWN", "TRYAGAIN", "NOREPLICAS": self = .unavailable
            case "NOAUTH": self = .authenticationRequired
            case "WRONGPASS": self = .wrongPassword
            case "NOPERM": self = .noPermission
            case "NOSCRIPT": self = .noScript
            case "EXECABORT": self = .transactionAborted
            case "WRONGTYPE": self = .wrongType
            case "ERR" where message.contains("max number of clients"): self = .tooManyClients
            default: self = .other(code: code)
            }
        }

        /// Whether the server may take the same command later without anybody's help.
        var isTransient: Bool {
            switch self {
            case .loading, .readOnly, .misconfigured, .outOfMemory, .busy, .unavailable, .tooManyClients: true
            case .authenticationRequired, .wrongPassword, .noPermission, .noScript, .transactionAborted, .wrongType,
                .other:
                false
            }
        }

        private var advice: String {
            switch self {
            case .loading: "it reads its data after a start; wait"
            case .readOnly: "it is a replica; the URL must name the primary"
            case .misconfigured: "it cannot save to disk; see its log and its disk"
            case .outOfMemory: "it is at maxmemory; free memory or raise the limit"
            case .busy: "a script runs for too long; see SCRIPT KILL"
            case .unavailable: "it waits for its primary or its replicas"
            case .tooManyClients: "raise maxclients or close other clients"
            case .authenticationRequired: "give user and password in the URL"
            case .wrongPassword: "check user and password in the URL"
            case .noPermission: "give the user this right with ACL SETUSER"
            case .noScript: "send the script itself"
            case .transactionAborted: "nothing of the transaction was run"
            case .wrongType: "another program uses this key"
            case .other: "see the server's documentation"
            }
        }

        fileprivate func sentence(_ message: String) -> String { "Redis refused: \(message) (\(advice))." }
    }

    /// What the server said, and what to do.
    public var sentence: String { kind.sentence(message) }

    /// Without this text, which the server may have quoted.
    func withholding(_ secret: String?) -> Self {
        guard let secret, !secret.isEmpty else { return self }
        return Self(message.replacing(secret, with: "***"))
    }
}
