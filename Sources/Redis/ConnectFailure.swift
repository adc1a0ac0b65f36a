extension RedisError {
    /// Why a connection could not be made.
    public struct ConnectFailure: Error, Sendable, Hashable {
        /// The server's address; never a password.
        public let server: String
        /// Why.
        public let reason: Reason
    }
}

extension RedisError.ConnectFailure {
    /// The steps of connecting, for sentences.
    public enum Step: String, Sendable, Hashable {
        /// TCP or unix socket.
        case connect = "connecting"
        /// The TLS handshake.
        case tls = "the TLS handshake"
        /// AUTH, SELECT and PING in plain text.
        case login = "logging in"
        /// The same over TLS.
        case secureLogin = "logging in over TLS"
    }

    /// The reasons.
    public enum Reason: Sendable, Hashable {
        /// The name has no address; the resolver's words.
        case unresolved(String)
        /// The kernel's words: refused, no route, no such file.
        case unreachable(String)
        /// A step took too long.
        case timedOut(Step, after: Duration)
        /// The server hung up during a step.
        case hungUp(Step)
        /// The certificate does not pass; OpenSSL's words.
        case untrusted(String)
        /// TLS failed for another reason; OpenSSL's words.
        case tls(String)
        /// A file of ours for TLS cannot be used; the sentence says which.
        case tlsFile(String)
        /// AUTH, SELECT or PING was refused.
        case login(command: String, RedisError.Reply)
        /// The answer makes no sense, or the kernel gives no more; the sentence says which.
        case unusable(String)
        /// No attempt has ended yet.
        case noAttemptYet
    }

    /// Whether trying again is no use until somebody changes something: such attempts are seconds apart.
    public var isRefusal: Bool {
        switch reason {
        case .untrusted, .tls, .tlsFile: true
        case .login(_, let reply): !reply.kind.isTransient
        case .unresolved, .unreachable, .timedOut, .hungUp, .unusable, .noAttemptYet: false
        }
    }

    /// What happened, why, and what to do.
    public var sentence: String {
        switch reason {
        case .unresolved(let detail): "\(server) has no address (\(detail)); check the host name in the URL."
        case .unreachable(let detail): "\(server) cannot be reached (\(detail)); see whether it runs and listens there."
        case .timedOut(.tls, let limit):
            "\(server) did not answer the TLS handshake within \(limit);"
                + " if it does not speak TLS, the URL must begin with redis://."
        case .timedOut(let step, let limit):
            "\(server) did not answer within \(limit) while \(step.rawValue); see whether it is overloaded or cut off."
        case .hungUp(.login):
            "\(server) hung up while logging in; if it speaks TLS, the URL must begin with rediss://."
        case .hungUp(.secureLogin):
            "\(server) hung up while logging in over TLS; see its log: it may want a certificate (ssl_certfile)."
        case .hungUp(let step): "\(server) hung up during \(step.rawValue); see its log."
        case .untrusted(let detail):
            "The certificate of \(server) is not accepted: \(detail);"
                + " name the right CA in ssl_ca_certs and the host as the certificate does."
        case .tls(let detail):
            "TLS with \(server) failed: \(detail); see whether the port speaks TLS 1.2 or newer and what its log says."
        case .tlsFile(let sentence), .unusable(let sentence): sentence
        case .login(let command, let reply): "\(server) refused \(command): \(reply.sentence)"
        case .noAttemptYet: "\(server) has not been reached yet."
        }
    }
}
