internal import CeleryQueue

/// What is left of a task's time.
struct TaskClock: Sendable {
    let limits: TimeLimits
    private let start: ContinuousClock.Instant

    init(_ limits: TimeLimits) {
        self.limits = limits
        start = .now
    }

    /// Seconds since the task began.
    var elapsed: Double { (ContinuousClock.now - start) / .seconds(1) }

    /// Until the soft limit; nil for none. Never zero or less: what is started then ends at once by itself.
    var softRest: Duration? { rest(of: limits.soft) }

    /// Until the hard limit.
    var hardRest: Duration? { rest(of: limits.hard) }

    private func rest(of limit: Double?) -> Duration? {
        limit.map { .seconds(max(0.001, $0 - elapsed)) }
    }

    /// Runs a step that knows no limits itself, and cancels it at the earlier of the two.
    func limiting<Value: Sendable>(
        _ body: @escaping @Sendable () async -> Result<Value, UploadFault>
    ) async -> Result<Value, UploadFault> {
        guard let (rest, why) = nearest else { return await body() }
        return await withTaskGroup { group in
            group.addTask { await body() }
            group.addTask {
                // Ends early only when the body was first.
                try? await Task.sleep(for: rest)
                return .failure(.interrupted(why))
            }
            defer { group.cancelAll() }
            return await group.next() ?? .failure(.interrupted(why))
        }
    }

    private var nearest: (Duration, Interruption)? {
        let soft = softRest.map { ($0, Interruption.softLimit(limits.soft ?? 0)) }
        let hard = hardRest.map { ($0, Interruption.hardLimit(limits.hard ?? 0)) }
        guard let soft, let hard else { return soft ?? hard }
        return soft.0 < hard.0 ? soft : hard
    }
}
