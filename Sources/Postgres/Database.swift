/// The database over libpq. Connects when it is first needed, and again whenever the connection is lost.
///
/// A call waits for a free connection, tries again while the database is away, and throws after
/// `DatabaseConfiguration.patience`. Cancelling the task ends the wait; a statement that was on its way may then have
/// been carried out or not.
public final class Database: Sendable {
    /// How it was set up.
    public let configuration: DatabaseConfiguration
    private let jobs = JobQueue()

    /// Starts the threads; connects to nothing yet. Throws `system`.
    public init(_ configuration: DatabaseConfiguration) throws(PostgresError) {
        self.configuration = configuration
        let gate = ConnectGate(configuration.backoff)
        for _ in 0..<max(1, configuration.connections) {
            do throws(PostgresError) {
                try ConnectionThread.start(jobs, gate, configuration)
            } catch {
                jobs.shutDown()
                throw error
            }
        }
    }

    deinit {
        jobs.shutDown()
    }

    /// Ends what waits and runs, closes the connections, and returns when the threads have ended.
    public func shutDown() async {
        jobs.shutDown()
        await jobs.allEnded()
    }

    /// Asks the server for nothing, to know that it answers. Throws after the patience.
    public func ping(patience: Duration = .seconds(3)) async throws(PostgresError) {
        _ = try await query(Statement("SELECT 1"), patience: patience)
    }

    /// Runs one statement with its values as text; nil is NULL.
    package func query(
        _ statement: Statement, _ values: [String?] = [], patience: Duration? = nil
    ) async throws(PostgresError) -> Rows {
        try await run(statement, values, patience: patience).rows
    }

    func run(
        _ statement: Statement, _ values: [String?], patience: Duration? = nil
    ) async throws(PostgresError) -> Answer {
        let job = Job(statement, values, patience: patience ?? configuration.patience)
        let outcome: Job.Outcome = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                job.setContinuation(continuation)
                jobs.submit(job)
                // The handler ran before there was anything to cancel.
                if Task.isCancelled { jobs.cancel(job) }
            }
        } onCancel: {
            jobs.cancel(job)
        }
        return try outcome.get()
    }
}
