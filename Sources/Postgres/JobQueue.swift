internal import Dispatch
internal import Synchronization

/// Brings statements and the connections' threads together. First come, first served.
final class JobQueue: Sendable {
    private struct State {
        var waiting: [Job] = []
        var running: [ObjectIdentifier: Job] = [:]
        var threads = 0
        var isShutDown = false
        var whenEnded: [CheckedContinuation<Void, Never>] = []
    }

    private let state = Mutex(State())
    private let arrivals = DispatchSemaphore(value: 0)

    /// A thread begins to take jobs.
    func threadStarted() {
        state.withLock { $0.threads += 1 }
    }

    func submit(_ job: Job) {
        let isRefused = state.withLock { state in
            if !state.isShutDown { state.waiting.append(job) }
            return state.isShutDown
        }
        if isRefused { job.finish(.failure(PostgresError(.shutDown))) } else { arrivals.signal() }
    }

    /// Blocks until there is a job; nil after the shutdown.
    func take() -> Job? {
        while true {
            arrivals.wait()
            let (job, isOver) = state.withLock { state -> (Job?, Bool) in
                guard !state.waiting.isEmpty else { return (nil, state.isShutDown) }
                let job = state.waiting.removeFirst()
                state.running[ObjectIdentifier(job)] = job
                return (job, false)
            }
            if let job { return job }
            if isOver { return nil }
        }
    }

    func finished(_ job: Job, _ outcome: Job.Outcome) {
        state.withLock { _ = $0.running.removeValue(forKey: ObjectIdentifier(job)) }
        job.finish(outcome)
    }

    /// Ends a job that nobody waits for any more.
    func cancel(_ job: Job) {
        state.withLock { $0.waiting.removeAll { $0 === job } }
        job.interrupt(PostgresError(.cancelled))
        job.finish(.failure(PostgresError(.cancelled)))
    }

    /// Refuses what waits and what comes, interrupts what runs, and lets the threads end.
    func shutDown() {
        let (waiting, running, threads) = state.withLock { state in
            defer {
                state.waiting = []
                state.isShutDown = true
            }
            return (state.waiting, Array(state.running.values), state.threads)
        }
        let error = PostgresError(.shutDown)
        for job in waiting { job.finish(.failure(error)) }
        for job in running { job.interrupt(error) }
        for _ in 0..<threads { arrivals.signal() }
    }

    func threadEnded() {
        let waiters = state.withLock { state in
            state.threads -= 1
            guard state.threads == 0 else { return [CheckedContinuation<Void, Never>]() }
            defer { state.whenEnded = [] }
            return state.whenEnded
        }
        for waiter in waiters { waiter.resume() }
    }

    /// Returns when every thread has closed its connection and ended.
    func allEnded() async {
        await withCheckedContinuation { continuation in
            let isDone = state.withLock { state in
                if state.threads > 0 { state.whenEnded.append(continuation) }
                return state.threads == 0
            }
            if isDone { continuation.resume() }
        }
    }
}
