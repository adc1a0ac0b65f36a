/// Runs an operation again while its faults may pass, within a number of retries and a time.
struct Attempts: Sendable {
    private let policy: RetryPolicy
    let deadline: ContinuousClock.Instant

    init(_ policy: RetryPolicy) {
        self.policy = policy
        deadline = .now + policy.budget
    }

    func run<Value: Sendable>(
        _ operation: () async throws(ObjectStorageError) -> Value
    ) async throws(ObjectStorageError) -> Value {
        var retries = 0
        while true {
            do {
                return try await operation()
            } catch {
                guard error.disposition == .transient, error.reason != .cancelled, retries < policy.retries
                else { throw error }
                let wait = wait(before: retries)
                guard .now + wait < deadline else { throw error }
                retries += 1
                do { try await Task.sleep(for: wait) } catch { throw ObjectStorageError(.cancelled) }
            }
        }
    }

    /// Anywhere between nothing and a bound that doubles, so that workers do not come back together.
    private func wait(before retry: Int) -> Duration {
        let bound = min(policy.longestWait, policy.firstWait * (1 << min(retry, 16)))
        return bound * Double.random(in: 0...1)
    }
}
