internal import Glibc

/// A thread with at most one connection, which takes jobs and blocks where nothing else may.
final class ConnectionThread {
    private let jobs: JobQueue
    private let gate: ConnectGate
    private let configuration: DatabaseConfiguration
    private var session: Session?
    /// The present job cannot wait until the next attempt to connect.
    private var isOutOfPatience = false

    private init(_ jobs: JobQueue, _ gate: ConnectGate, _ configuration: DatabaseConfiguration) {
        self.jobs = jobs
        self.gate = gate
        self.configuration = configuration
    }

    /// Starts a thread; it ends with the queue's shutdown.
    static func start(
        _ jobs: JobQueue, _ gate: ConnectGate, _ configuration: DatabaseConfiguration
    ) throws(PostgresError) {
        let body = Unmanaged.passRetained(ConnectionThread(jobs, gate, configuration))
        var thread = pthread_t()
        jobs.threadStarted()
        let result = pthread_create(
            &thread, nil,
            { argument in
                guard let argument else { return nil }
                Unmanaged<ConnectionThread>.fromOpaque(argument).takeRetainedValue().work()
                return nil
            }, body.toOpaque())
        guard result == 0 else {
            body.release()
            jobs.threadEnded()
            throw PostgresError(.system, String(cString: strerror(result)))
        }
        pthread_detach(thread)
    }

    private func work() {
        while let job = jobs.take() { jobs.finished(job, serve(job)) }
        session = nil
        jobs.threadEnded()
    }

    /// Tries until it is done, hopeless, interrupted or out of patience.
    private func serve(_ job: Job) -> Job.Outcome {
        isOutOfPatience = false
        var failures = 0
        var isRepeated = false
        while true {
            do throws(PostgresError) {
                let rows = try attempt(job)
                return .success(Answer(rows: rows, isRepeated: isRepeated))
            } catch {
                if let interruption = job.interruptionError { return .failure(interruption) }
                isRepeated = isRepeated || error.outcomeIsUnknown
                failures += 1
                guard error.disposition == .away, !isOutOfPatience else { return .failure(error) }
                do throws(PostgresError) {
                    try pause(job, failures, error)
                } catch {
                    return .failure(error)
                }
            }
        }
    }

    private func attempt(_ job: Job) throws(PostgresError) -> Rows {
        let session = try usableSession(job)
        do throws(PostgresError) {
            return try session.run(job.statement, job.values) { job.interruptionError != nil }
        } catch {
            let isSpoilt = error.sqlState?.spoilsConnection ?? (error.reason != .unsendableValue)
            if isSpoilt { giveUpSession(error) }
            throw error
        }
    }

    /// Waits before the next attempt; throws when there will be none. A lost connection is replaced at once the first
    /// time; how attempts to connect are spaced is the gate's business.
    private func pause(_ job: Job, _ failures: Int, _ error: PostgresError) throws(PostgresError) {
        if error.reason == .unreachable { return }
        let isReplaced = failures == 1 && session == nil
        let delay = isReplaced ? .zero : configuration.backoff.delay(afterFailures: failures)
        guard ContinuousClock.now + delay < job.deadline else { throw error }
        try job.sleep(delay)
    }

    private func giveUpSession(_ error: PostgresError) {
        session = nil
        if error.disposition != .cancelled { configuration.onEvent(.connectionLost(error)) }
    }

    private func usableSession(_ job: Job) throws(PostgresError) -> Session {
        if let session {
            if session.isUsable { return session }
            giveUpSession(PostgresError(.connectionLost, "closed by the server"))
        }
        while let (delay, error) = gate.pause() {
            isOutOfPatience = error.disposition != .away || .now + delay >= job.deadline
            if isOutOfPatience { throw error }
            try job.sleep(delay)
        }
        let opened = try open(job)
        session = opened
        return opened
    }

    private func open(_ job: Job) throws(PostgresError) -> Session {
        do throws(PostgresError) {
            let session = try Session.open(configuration) { job.interruptionError != nil }
            gate.succeeded()
            configuration.onEvent(.connected(serverVersion: session.serverVersion))
            return session
        } catch {
            guard error.disposition != .cancelled else { throw error }
            configuration.onEvent(.connectionFailed(error, retryAfter: gate.failed(error)))
            throw error
        }
    }
}
