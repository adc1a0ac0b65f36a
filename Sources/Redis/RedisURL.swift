/// Where a Redis server is and how to log in, as in Celery's URLs.
public struct RedisURL: Sendable, Hashable {
    /// What to connect to.
    public enum Endpoint: Sendable, Hashable {
        /// A host's name or address, and a port.
        case tcp(host: String, port: UInt16)
        /// A socket in the file system.
        case unixSocket(path: String)
    }

    /// What to connect to.
    public var endpoint: Endpoint
    /// ACL user; nil for the default user.
    public var username: String?
    /// Password; nil for none.
    public var password: String?
    /// Database number.
    public var database: Int
    /// How TLS is done; nil for plain text.
    public var tls: RedisTLS?
    /// Name for CLIENT LIST.
    public var clientName: String?
    /// `socket_connect_timeout`.
    public var connectTimeout: Duration?
    /// `socket_timeout`.
    public var commandTimeout: Duration?
    /// `health_check_interval`.
    public var healthCheckInterval: Duration?
    /// Sentences that the operator should read: options that are ignored, checks that are off.
    public var notes: [String] = []

    /// A server without a login.
    public init(endpoint: Endpoint = .tcp(host: "localhost", port: 6379), database: Int = 0) {
        self.endpoint = endpoint
        self.database = database
    }
}

/// How TLS is done. TLS 1.2 is the least.
public struct RedisTLS: Sendable, Hashable {
    /// Whether the server's certificate must be signed by a known CA.
    public var verifiesCertificate = true
    /// Whether the certificate must be for the host in the URL.
    public var verifiesHostName = true
    /// PEM file of CAs; nil for the system's.
    public var authorityFile: String?
    /// Directory of CAs as `openssl rehash` makes it.
    public var authorityDirectory: String?
    /// PEM file of our certificate, with its chain.
    public var certificateFile: String?
    /// PEM file of our key; nil when it is in the certificate's file.
    public var keyFile: String?

    /// Everything verified against the system's CAs.
    public init() {}
}

/// Why a URL cannot be used. Holds nothing of the URL that may be secret.
public struct RedisURLError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What is wrong, and what to do.
    public let sentence: String

    /// The sentence.
    public var description: String { sentence }
}

// MARK: Redaction

extension RedisURL: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The URL with `***` for the password and without its options.
    public var description: String {
        let login = password == nil ? username.map { "\($0)@" } ?? "" : "\(username ?? ""):***@"
        let text =
            switch endpoint {
            case .tcp: "\(tls == nil ? "redis" : "rediss")://\(login)\(address)/\(database)"
            case .unixSocket(let path): "redis+socket://\(login)\(path)?virtual_host=\(database)"
            }
        return printable(text)
    }

    /// The same: no way of printing shows the password.
    public var debugDescription: String { description }

    /// The same: no way of printing shows the password.
    public var customMirror: Mirror { Mirror(self, children: ["url": description]) }

    /// Host and port, or the socket's path.
    public var address: String {
        switch endpoint {
        case .tcp(let host, let port): host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
        case .unixSocket(let path): path
        }
    }
}
