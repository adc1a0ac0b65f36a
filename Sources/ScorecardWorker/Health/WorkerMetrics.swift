internal import Synchronization

/// What the worker has done since it was started: counters and histograms for `/metrics`. Any task may call it at any
/// time; a call takes a lock for less than a microsecond.
public final class WorkerMetrics: Sendable {
    private let tallies: Mutex<Tallies>

    /// - Parameter task: name of the task, for the label that Celery's dashboards go by.
    public init(task: String = "backend.worker.processor.process_upload_task") {
        tallies = Mutex(Tallies(task: task))
    }

    /// Everything counted so far.
    var snapshot: Tallies { tallies.withLock { $0 } }

    private func count(_ change: (inout sending Tallies) -> Void) { tallies.withLock { change(&$0) } }
}

// MARK: Tasks

extension WorkerMetrics {
    /// A task was claimed from a queue.
    public func received(queue: String) { count { $0.count(.received, queue) } }

    /// A reader was given a task.
    public func started(queue: String = "celery") { count { $0.count(.started, queue) } }

    /// A task ended well.
    ///
    /// - Parameter runtime: seconds from its start.
    public func succeeded(runtime: Double, queue: String = "celery") {
        count {
            $0.count(.succeeded, queue)
            $0.runtimes.observe(runtime, queue)
        }
    }

    /// A task ended with an exception.
    ///
    /// - Parameters:
    ///   - exception: name of its class.
    ///   - runtime: seconds from its start; it goes into the histogram of all tasks that ended, not into Celery's, which
    ///     is of those that succeeded.
    public func failed(exception: String, runtime: Double, queue: String = "celery") {
        count {
            $0.count(.failed, queue, exception: exception)
            $0.failures.observe(runtime, queue)
        }
    }

    /// A task will be tried again.
    ///
    /// - Parameter exception: name of the class of what stopped it.
    public func retried(exception: String, queue: String = "celery") {
        count { $0.count(.retried, queue, exception: exception) }
    }

    /// A task was revoked or had expired.
    public func revoked(queue: String = "celery") { count { $0.count(.revoked, queue) } }

    /// A message was refused without a result.
    public func rejected(queue: String = "celery") { count { $0.count(.rejected, queue) } }
}

// MARK: Claims

extension WorkerMetrics {
    /// A message that nobody can work on went to the dead-letter list.
    public func deadLetter() { count { $0.claims[.dead, default: 0] += 1 } }

    /// A claim went back to its queue.
    public func gaveBack() { count { $0.claims[.givenBack, default: 0] += 1 } }

    /// A claim was no longer ours.
    public func claimLost() { count { $0.claims[.lost, default: 0] += 1 } }

    /// Claims of dead workers went back to their queues.
    public func recovered(_ claims: Int) { count { $0.claims[.recovered, default: 0] += claims } }
}

// MARK: Work

extension WorkerMetrics {
    /// A step of a task took so long.
    ///
    /// - Parameter name: `download`, `decode`, `prepare`, `recognize`, `read`, `database`, ...
    public func stage(_ name: String, seconds: Double) { count { $0.stages.observe(seconds, name) } }

    /// A message had waited so long in its queue when it was claimed.
    public func queueWait(seconds: Double) { count { $0.waits.observe(seconds, "") } }

    /// So many pages were read.
    public func pages(_ number: Int) { count { $0.pages += number } }

    /// A document arrived.
    ///
    /// - Parameters:
    ///   - kind: `jpeg`, `pdf`, ...
    ///   - bytes: its size.
    public func document(kind: String, bytes: Int) {
        count {
            $0.documents.add(1, kind)
            $0.documentBytes.add(bytes, kind)
        }
    }

    /// A row of `uploads` got its last status: `ready`, `failed`, ...
    public func upload(status: String) { count { $0.uploads.add(1, status) } }

    /// A reader died or was killed.
    ///
    /// - Parameter reason: one of a few words: `crashed`, `hard-limit`, `memory`, ...
    public func readerDied(reason: String) { count { $0.readerDeaths.add(1, reason) } }

    /// The connection to the broker came up or broke.
    public func redis(connected: Bool) { count { $0.isRedisConnected = connected } }

    /// A connection was made anew.
    ///
    /// - Parameter server: `broker`, `results`, `database`.
    public func reconnected(server: String) { count { $0.reconnections.add(1, server) } }
}
