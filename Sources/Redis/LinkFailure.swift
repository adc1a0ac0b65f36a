/// What ends an attempt to connect, or a connection.
enum LinkFailure: Error {
    case because(RedisError.ConnectFailure.Reason)
    /// The owner wants an end, or the kernel gives no more.
    case interrupted(RedisError)

    /// For commands that were sent over a connection which then broke.
    func afterLogin(server: String) -> RedisError {
        switch self {
        case .interrupted(let error): error
        case .because(.hungUp): .connectionLost(server: server, detail: "the server hung up")
        case .because(.unreachable(let words)), .because(.tls(let words)), .because(.untrusted(let words)):
            .connectionLost(server: server, detail: words)
        case .because(let reason):
            .unavailable(RedisError.ConnectFailure(server: server, reason: reason))
        }
    }
}
