internal import Glibc

/// A connection that is ready for statements. Belongs to one thread.
final class Session {
    private let handle: ConnectionHandle
    private let configuration: DatabaseConfiguration
    private var prepared: Set<String> = []
    /// False behind a pooler that gives every statement another connection of its own.
    private var keepsStatements = true

    /// Tries the hosts in turn, each for the configured time. Throws the last host's error.
    static func open(
        _ configuration: DatabaseConfiguration, isInterrupted: @escaping () -> Bool
    ) throws(PostgresError) -> Session {
        var last = PostgresError(.unreachable, "no host")
        for parameters in configuration.connectionParameters {
            do throws(PostgresError) {
                let handle = try connect(parameters, configuration.connectTimeout, isInterrupted)
                let session = Session(handle, configuration)
                try session.setTimeouts(isInterrupted)
                return session
            } catch {
                last = error
            }
        }
        throw last
    }

    private init(_ handle: consuming ConnectionHandle, _ configuration: DatabaseConfiguration) {
        self.handle = handle
        self.configuration = configuration
    }

    /// See `ConnectionHandle.serverVersion`.
    var serverVersion: Int { handle.serverVersion }

    /// False once the connection is known to be of no use: the server has closed it, or a statement broke it.
    var isUsable: Bool {
        guard !handle.hasFailed else { return false }
        var poll = pollfd(fd: handle.socket, events: Int16(POLLIN), revents: 0)
        // Between statements the server speaks only to send a notice, or to say goodbye.
        while Glibc.poll(&poll, 1, 0) > 0 {
            guard handle.consume(), !handle.isBusy, !handle.hasFailed else { return false }
        }
        return true
    }

    /// Runs a statement, prepared the first time. An error may leave the session unusable.
    func run(
        _ statement: Statement, _ values: [String?], isInterrupted: @escaping () -> Bool
    ) throws(PostgresError) -> Rows {
        guard !values.contains(where: { $0?.utf8.contains(0) ?? false }) else {
            throw PostgresError(.unsendableValue)
        }
        let deadline = Deadline(configuration.answerTimeout, isInterrupted)
        guard keepsStatements, !statement.name.isEmpty else {
            return try exchange(deadline) { handle.send(statement, values, prepared: false) }
        }
        do throws(PostgresError) {
            if !prepared.contains(statement.name) {
                _ = try exchange(deadline) { handle.sendPrepare(statement) }
                prepared.insert(statement.name)
            }
            return try exchange(deadline) { handle.send(statement, values, prepared: true) }
        } catch {
            guard error.sqlState?.isStalePreparedStatement == true else { throw error }
            keepsStatements = false
            return try exchange(deadline) { handle.send(statement, values, prepared: false) }
        }
    }

    private func setTimeouts(_ isInterrupted: @escaping () -> Bool) throws(PostgresError) {
        // Not as startup options: poolers refuse those.
        let settings = configuration.sessionSettings
        let calls = settings.indices.map { "set_config($\($0 * 2 + 1), $\($0 * 2 + 2), false)" }
        let values = settings.flatMap { [$0.name, $0.value] }
        guard !settings.isEmpty else { return }
        _ = try run(
            Statement("SELECT " + calls.joined(separator: ", ")), values, isInterrupted: isInterrupted)
    }

    /// Sends one request and reads its answers to the end.
    private func exchange(_ deadline: Deadline, _ send: () -> Bool) throws(PostgresError) -> Rows {
        guard send() else { throw lost() }
        while true {
            guard let isSent = handle.flush() else { throw lost() }
            if isSent { break }
            try deadline.wait(handle.socket, POLLIN | POLLOUT)
            guard handle.consume() else { throw lost() }
        }
        var rows: Rows?
        var failure: PostgresError?
        while true {
            while handle.isBusy {
                try deadline.wait(handle.socket, POLLIN)
                // Even when the connection is gone, the server's last words may have come.
                if !handle.consume() {
                    guard handle.hasFailed else { throw lost() }
                    break
                }
            }
            guard let answer = handle.nextAnswer() else { break }
            switch answer {
            case .rows(let found): rows = found
            case .failure(let state?, let message):
                failure = failure ?? PostgresError(.server(state), message)
            case .failure(nil, let message): failure = failure ?? PostgresError(.connectionLost, message)
            }
        }
        if let failure { throw failure }
        guard let rows else { throw lost() }
        return rows
    }

    private func lost() -> PostgresError { PostgresError(.connectionLost, handle.errorMessage) }
}

extension Session {
    private static func connect(
        _ parameters: [DatabaseURL.Parameter], _ timeout: Duration,
        _ isInterrupted: @escaping () -> Bool
    ) throws(PostgresError) -> ConnectionHandle {
        let handle = try ConnectionHandle(parameters)
        let password = parameters.first { $0.keyword == "password" }?.value
        guard !handle.hasFailed else { throw ConnectionFailure.error(handle.errorMessage, password) }
        let deadline = Deadline(timeout, isInterrupted)
        // The protocol begins with waiting for the socket to be writable.
        var events = POLLOUT
        while true {
            do throws(PostgresError) {
                try deadline.wait(handle.socket, events)
            } catch {
                guard case .noAnswer(let time) = error.reason else { throw error }
                throw PostgresError(.unreachable, "no connection within \(time)")
            }
            switch handle.proceed() {
            case .readable: events = POLLIN
            case .writable: events = POLLOUT
            case .connected: return handle
            case .failed: throw ConnectionFailure.error(handle.errorMessage, password)
            }
        }
    }
}

/// Until when to wait for a socket.
struct Deadline {
    private let timeout: Duration
    private let end: ContinuousClock.Instant
    private let isInterrupted: () -> Bool

    /// How long a wait may last before it looks whether it is still wanted.
    private static let slice = Duration.milliseconds(200)

    init(_ timeout: Duration, _ isInterrupted: @escaping () -> Bool) {
        self.timeout = timeout
        end = .now + timeout
        self.isInterrupted = isInterrupted
    }

    /// Returns when the socket is ready. Throws `noAnswer` after the deadline, `cancelled` when interrupted.
    func wait(_ socket: Int32, _ events: Int32) throws(PostgresError) {
        while true {
            guard !isInterrupted() else { throw PostgresError(.cancelled) }
            let left = ContinuousClock.now.duration(to: end)
            guard left > .zero else { throw PostgresError(.noAnswer(after: timeout)) }
            var poll = pollfd(fd: socket, events: Int16(events), revents: 0)
            let milliseconds = max(1, Int32(min(left, Self.slice) / .milliseconds(1)))
            if Glibc.poll(&poll, 1, milliseconds) > 0 { return }
        }
    }
}
