/// How a connection behaves. With the defaults a server that is cut off or stopped is noticed within 20 s.
public struct RedisConfiguration: Sendable, Hashable {
    /// Where the server is.
    public var url: RedisURL
    /// Name for CLIENT LIST; nil for none.
    public var clientName: String?
    /// Longest time for one attempt to connect, TLS and login included.
    public var connectTimeout: Duration
    /// Longest time from handing a command in to its answer, waiting for a connection included.
    public var commandTimeout: Duration
    /// An idle connection is checked with PING after this time.
    public var healthCheckInterval: Duration
    /// Longest time for the answer to such a PING.
    public var healthCheckTimeout: Duration
    /// How long to wait between attempts to connect.
    public var backoff: RedisBackoff

    /// Creates a configuration; what the URL says about times and name comes before the defaults.
    public init(url: RedisURL, clientName: String? = nil) {
        self.url = url
        self.clientName = url.clientName ?? clientName
        connectTimeout = url.connectTimeout ?? .seconds(5)
        commandTimeout = url.commandTimeout ?? .seconds(10)
        healthCheckInterval = min(url.healthCheckInterval ?? .seconds(10), .seconds(20))
        healthCheckTimeout = .seconds(8)
        backoff = RedisBackoff()
    }
}

/// How long to wait between attempts to connect: twice as long each time, with jitter.
public struct RedisBackoff: Sendable, Hashable {
    /// After the first failure.
    public var first: Duration = .milliseconds(50)
    /// At most; half of it at least once it has grown.
    public var limit: Duration = .seconds(2)
    /// After a refusal (login, certificate), which only somebody's hand can change.
    public var afterRefusal: Duration = .seconds(8)
    /// A connection that lived as long as this starts again from `first`.
    public var stableAfter: Duration = .seconds(5)

    /// The defaults: at most one attempt per second once it has grown.
    public init() {}

    /// The wait after the given number of failures in a row (1 or more), for a jitter from 0 to 1.
    public func delay(failures: Int, isRefusal: Bool, jitter: Double) -> Duration {
        let whole = isRefusal ? afterRefusal : min(limit, first * (1 << min(max(failures, 1) - 1, 16)))
        return whole * (0.5 + 0.5 * jitter)
    }
}

/// What happens to a connection, for the caller's log.
public enum RedisConnectionEvent: Sendable, Hashable {
    /// The connection is up and logged in.
    case connected(server: String)
    /// It broke; an attempt follows.
    case lost(RedisError)
    /// An attempt failed; the next follows after this time.
    case retrying(RedisError.ConnectFailure, after: Duration)

    /// One line for a log.
    public var sentence: String {
        switch self {
        case .connected(let server): "Connected to \(server)."
        case .lost(.connectionLost(let server, let detail)):
            "Lost the connection to \(server) (\(detail)); connecting again."
        case .lost(let error): error.sentence
        case .retrying(let failure, let delay):
            "\(failure.sentence) Next attempt in \((delay / .milliseconds(1)).rounded() / 1000) s."
        }
    }
}
