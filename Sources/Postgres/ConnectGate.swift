internal import Synchronization

/// Spaces the attempts to connect of all connections together, so that a server that is away is not stormed.
final class ConnectGate: Sendable {
    private struct State {
        var failures = 0
        var next = ContinuousClock.now
        var error: PostgresError?
    }

    private let state = Mutex(State())
    private let backoff: Backoff

    init(_ backoff: Backoff) {
        self.backoff = backoff
    }

    /// How long to wait before the next attempt, and why; nil when it may be made now, by the one who asked.
    func pause() -> (Duration, PostgresError)? {
        state.withLock { state in
            guard let error = state.error else { return nil }
            let left = ContinuousClock.now.duration(to: state.next)
            guard left <= .zero else { return (left, error) }
            state.next = .now + backoff.delay(afterFailures: state.failures)
            return nil
        }
    }

    func succeeded() {
        state.withLock { $0 = State() }
    }

    /// Returns how long no attempt will be made.
    func failed(_ error: PostgresError) -> Duration {
        state.withLock { state in
            state.failures += 1
            let delay = backoff.delay(afterFailures: state.failures)
            state.next = .now + delay
            state.error = error
            return delay
        }
    }
}
