internal import CeleryQueue
internal import Logging
internal import OCRPool
internal import ObjectStorage
internal import Postgres
internal import Redis

/// While something that every task needs is away, nothing is claimed: the tasks stay where other workers can have them.
extension WorkerNode {
    func block(_ dependency: Dependency) {
        guard blocked.insert(dependency).inserted else { return }
        ledger.isBlocked = true
        log.error("Nothing is claimed until this works again: \(dependency.rawValue).")
        jobs.yield(.awaitDependency(dependency))
    }

    func awaitDependency(_ dependency: Dependency) async {
        var delay: Duration = .seconds(1)
        while shutdown == nil {
            await pause(delay * Double.random(in: 0.5...1))
            if await isThere(dependency) { break }
            delay = min(delay * 2, .seconds(30))
        }
        guard shutdown == nil else { return }
        blocked.remove(dependency)
        ledger.isBlocked = !blocked.isEmpty
        log.notice("Works again: \(dependency.rawValue).")
        startTasks()
        changed.ring()
    }

    /// Sleeps, but no longer than until a shutdown.
    private func pause(_ delay: Duration) async {
        let end = ContinuousClock.now + delay
        while shutdown == nil, ContinuousClock.now < end {
            try? await Task.sleep(for: min(.milliseconds(250), end - .now))
        }
    }

    private func isThere(_ dependency: Dependency) async -> Bool {
        do {
            switch dependency {
            case .database: try await parts.database.ping()
            case .storage: _ = try await parts.store.check()
            // The pool starts readers by itself, with a backoff of its own.
            case .readers: return !parts.pool.status.readers.isEmpty
            }
            return true
        } catch {
            log.warning("Still away: \(dependency.rawValue) (\(Self.sentence(of: error)))")
            return false
        }
    }

    private static func sentence(of error: any Error) -> String {
        (error as? PostgresError)?.sentence ?? (error as? ObjectStorageError)?.sentence ?? "\(error)"
    }
}

// MARK: The size of the pool

extension WorkerNode {
    /// Changes the number of readers, within what the machine can bear.
    func resize(to wanted: Int) {
        let (slots, reason) = parts.configuration.readers.cap.applied(to: max(1, wanted))
        if let reason { log.warning("\(reason).") }
        guard slots != ledger.slots else { return }
        log.info("The pool has \(slots) readers instead of \(ledger.slots).")
        ledger.slots = slots
        parts.pool.resize(to: slots)
        startTasks()
        changed.ring()
    }
}

// MARK: Revocation

extension WorkerNode {
    func revoke(_ ids: [String]) {
        ledger.revoke(ids, time: steadyTime)
        log.info("Tasks flagged as revoked: \(ids.prefix(10).joined(separator: " "))\(ids.count > 10 ? " ..." : "")")
        jobs.yield(.storeRevoked(ids))
    }

    /// So that a restart does not forget them, and nobody waits for results that will not come.
    func storeRevoked(_ ids: [String]) async {
        do throws(RedisError) {
            try await parts.revoked.add(ids)
            let running = Set(ledger.running.map(\.delivery.task.id))
            for id in ids where !running.contains(id) {
                try await parts.results.revokeIfPending(id)
            }
        } catch {
            log.warning("The revoked tasks are known to this worker only until it ends: \(error.sentence)")
        }
    }

    func terminate(_ ids: Set<String>, signal: Int32) {
        for task in ledger.running where ids.contains(task.delivery.task.id) {
            log.info("Terminating \(task.delivery.task.id) (signal \(signal))")
            task.stop.stop(.terminated(signal: signal))
        }
    }
}
