/// How the database is reached, and how long things may take.
public struct DatabaseConfiguration: Sendable {
    /// Where it is.
    public var url: DatabaseURL
    /// Connections that are open at most; each has a thread, and is opened when it is first needed.
    public var connections: Int
    /// `application_name` unless the URL has one; shows in pg_stat_activity.
    public var applicationName: String
    /// For each host and attempt; the URL's `connect_timeout` goes before it.
    public var connectTimeout: Duration
    /// `statement_timeout` of the session.
    public var statementTimeout: Duration
    /// `lock_timeout` of the session.
    public var lockTimeout: Duration
    /// `idle_in_transaction_session_timeout` of the session.
    public var idleInTransactionTimeout: Duration
    /// How long one call tries again while the database is away, before it throws.
    public var patience: Duration
    /// How attempts to connect are spaced.
    public var backoff: Backoff
    /// Told what an operator may want in the log. Called on the connections' threads; must not block.
    public var onEvent: @Sendable (DatabaseEvent) -> Void

    /// Creates a configuration; the defaults are those that ship.
    public init(
        url: DatabaseURL, connections: Int = 1, applicationName: String = "cricksy-worker",
        connectTimeout: Duration = .seconds(5), statementTimeout: Duration = .seconds(10),
        lockTimeout: Duration = .seconds(5), idleInTransactionTimeout: Duration = .seconds(10),
        patience: Duration = .seconds(30), backoff: Backoff = Backoff(),
        onEvent: @escaping @Sendable (DatabaseEvent) -> Void = { _ in }
    ) {
        self.url = url
        self.connections = connections
        self.applicationName = applicationName
        self.connectTimeout =
            url.value(of: "connect_timeout").flatMap { Int($0) }.flatMap { $0 > 0 ? .seconds($0) : nil }
            ?? connectTimeout
        self.statementTimeout = statementTimeout
        self.lockTimeout = lockTimeout
        self.idleInTransactionTimeout = idleInTransactionTimeout
        self.patience = patience
        self.backoff = backoff
        self.onEvent = onEvent
    }

    /// What each host's connection is opened with: ours unless the URL says otherwise.
    package var connectionParameters: [[DatabaseURL.Parameter]] {
        let defaults = [
            ("application_name", applicationName), ("keepalives_idle", "30"),
            ("keepalives_interval", "10"),
            ("keepalives_count", "3"), ("tcp_user_timeout", "30000"),
        ]
        let ours = defaults.filter { url.value(of: $0.0) == nil }.map {
            DatabaseURL.Parameter(keyword: $0.0, value: $0.1)
        }
        let encoding = DatabaseURL.Parameter(keyword: "client_encoding", value: "UTF8")
        return url.attempts.map { $0.filter { $0.keyword != encoding.keyword } + ours + [encoding] }
    }

    /// What each session is set to, unless the URL's `options` mention it.
    var sessionSettings: [(name: String, value: String)] {
        let options = url.value(of: "options") ?? ""
        return [
            ("statement_timeout", statementTimeout), ("lock_timeout", lockTimeout),
            ("idle_in_transaction_session_timeout", idleInTransactionTimeout),
        ].filter { !options.contains($0.0) }.map { ($0.0, "\(Int($0.1 / .milliseconds(1)))ms") }
    }

    /// The server's own limit ends a statement first, unless the server has stopped or the network is cut.
    var answerTimeout: Duration { statementTimeout + .seconds(2) }
}

/// Waits that double with each failure in a row, each cut by up to half at random so that workers do not come in step.
public struct Backoff: Sendable, Hashable {
    /// After the first failure.
    public var first: Duration
    /// The longest.
    public var longest: Duration

    /// Creates a backoff. With the defaults attempts are more than a second apart from the sixth on.
    public init(first: Duration = .milliseconds(100), longest: Duration = .seconds(8)) {
        self.first = first
        self.longest = longest
    }

    /// How long to wait after this many failures in a row; `share` between 0.5 and 1.
    package func delay(afterFailures failures: Int, share: Double = .random(in: 0.5...1)) -> Duration {
        min(longest, first * (1 << min(20, max(0, failures - 1)))) * share
    }
}

/// What happens to the connections.
public enum DatabaseEvent: Sendable, Hashable {
    /// A connection is open; the server's version as in libpq, 150018 for 15.18.
    case connected(serverVersion: Int)
    /// No connection came about; none is tried again before this time has passed.
    case connectionFailed(PostgresError, retryAfter: Duration)
    /// A connection is given up.
    case connectionLost(PostgresError)
}
