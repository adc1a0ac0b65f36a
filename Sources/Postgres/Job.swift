internal import Dispatch
internal import Synchronization

/// A statement's answer.
struct Answer: Sendable {
    var rows: Rows
    /// True if an earlier attempt ended without word from the server, so that this may have been the second time.
    var isRepeated: Bool
}

/// A statement on its way to a connection, and who waits for it.
final class Job: Sendable {
    typealias Outcome = Result<Answer, PostgresError>

    let statement: Statement
    let values: [String?]
    /// No new attempt is made after it.
    let deadline: ContinuousClock.Instant
    private let interruption = Mutex<PostgresError?>(nil)
    private let wakeup = DispatchSemaphore(value: 0)
    private let continuation = Mutex<CheckedContinuation<Outcome, Never>?>(nil)

    init(_ statement: Statement, _ values: [String?], patience: Duration) {
        self.statement = statement
        self.values = values
        deadline = .now + patience
    }

    /// Who waits. Called once, before anything else.
    func setContinuation(_ continuation: CheckedContinuation<Outcome, Never>) {
        self.continuation.withLock { $0 = continuation }
    }

    /// Ends it as soon as may be: nobody waits any more.
    func interrupt(_ error: PostgresError) {
        interruption.withLock { $0 = $0 ?? error }
        wakeup.signal()
    }

    var interruptionError: PostgresError? { interruption.withLock { $0 } }

    /// Blocks for this time, or until interrupted.
    func sleep(_ duration: Duration) throws(PostgresError) {
        _ = wakeup.wait(timeout: .now() + .nanoseconds(Int(duration / .nanoseconds(1))))
        if let error = interruptionError { throw error }
    }

    /// Wakes who waits; later calls do nothing.
    func finish(_ outcome: Outcome) {
        let waiter = continuation.withLock { continuation in
            defer { continuation = nil }
            return continuation
        }
        waiter?.resume(returning: outcome)
    }
}
