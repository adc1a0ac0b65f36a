internal import CeleryQueue
internal import Foundation
internal import Logging
internal import OCRPool
internal import Postgres
internal import Recognition
internal import Redis
internal import TrialQueue

// MARK: Taking in

extension WorkerNode {
    /// Takes a task in; false when it is due later than all that there is room for and goes back untold.
    func receive(_ delivery: Delivery) -> Bool {
        let task = delivery.task
        let intake = ledger.receive(delivery, now: now, time: steadyTime)
        if case .buried(let error) = intake {
            jobs.yield(.bury(delivery, error))
            return true
        }
        if case .scheduled(evicted: delivery) = intake {
            jobs.yield(.giveBack(delivery))
            return false
        }
        log(for: task).info("Task \(task.name)[\(task.id)] received")
        parts.metrics.received(queue: delivery.claim.queue)
        switch intake {
        case .discarded(let reason): jobs.yield(.discard(delivery, reason))
        case .scheduled(let evicted):
            parts.events.send(.received(task))
            if let evicted { jobs.yield(.giveBack(evicted)) }
            reschedule()
        case .reserved, .buried:
            parts.events.send(.received(task))
            startTasks()
            reschedule()
        }
        return true
    }

    /// Every line about a task carries its id and the upload's.
    func log(for task: TaskMessage) -> Logger {
        var log = log
        log[metadataKey: "task_id"] = "\(task.id)"
        if let id = UploadArguments.id(of: task) { log[metadataKey: "upload_id"] = "\(id)" }
        return log
    }
}

// MARK: Running

extension WorkerNode {
    /// How a run of a task is ended.
    private enum Ending {
        case outcome(TaskOutcome, signal: Int32? = nil)
        case giveBack(Dependency?, why: String)
    }

    func run(_ running: RunningTask) async {
        let (delivery, task) = (running.delivery, running.delivery.task)
        let begun = ContinuousClock.now
        if let reason = ledger.reasonNotToRun(task, now: now, time: steadyTime) {
            return await discard(delivery, reason)
        }
        sayStarted(task)
        switch await ending(of: running) {
        case .giveBack(let dependency, let why):
            log(for: task).warning("Task \(task.name)[\(task.id)] was given back: \(why)")
            if let dependency { block(dependency) }
            await giveBack(delivery, toFront: true)
        case .outcome(let outcome, let signal):
            // The next task is claimed on the way that the ending takes.
            release(delivery)
            await end(delivery, outcome)
            report(task, outcome, runtime: (ContinuousClock.now - begun) / .seconds(1), signal: signal)
        }
    }

    private func sayStarted(_ task: TaskMessage) {
        parts.events.send(.started(id: task.id))
        parts.metrics.started(queue: task.envelope.routingKey)
        parts.results.announceStart(of: task, pid: pid, node: parts.node)
    }

    private func ending(of running: RunningTask) async -> Ending {
        let task = running.delivery.task
        if let trials = parts.trials, task.type == Trial.task { return await ending(ofTrial: running, trials) }
        let arguments: UploadArguments
        do { arguments = try UploadArguments(task) } catch {
            return .outcome(.failed(error.traced(at: "arguments")))
        }
        let job = job(for: running, arguments)
        let pipeline = parts.pipeline
        let result = await running.stop.stopping {
            do throws(UploadFault) { return .success(try await pipeline.process(job)) } catch {
                return .failure(error)
            }
        }
        switch result {
        case .success(let value): return .outcome(.succeeded(value))
        case .failure(let fault): return await ending(fault, task, arguments)
        }
    }

    /// A trial has no row: what keeps it from being read ends it, or gives it back.
    private func ending(ofTrial running: RunningTask, _ trials: TrialDesk) async -> Ending {
        let (task, name, log) = (running.delivery.task, running.delivery.claim.name, log(for: running.delivery.task))
        let result = await running.stop.stopping {
            do throws(UploadFault) {
                return .success(
                    try await trials.process(task, log: log) { process in
                        Task { await self.setProcess(Int(process), of: name) }
                    })
            } catch {
                return .failure(error)
            }
        }
        switch result {
        case .success(let value): return .outcome(.succeeded(value))
        case .failure(let fault):
            note(fault, task)
            switch fault.verdict {
            case .giveBack(let dependency): return .giveBack(dependency, why: fault.sentence)
            case .terminate(let signal): return .outcome(.revoked(.terminated), signal: signal)
            case .fail(_, let exception), .retry(_, let exception): return .outcome(.failed(exception))
            case .refuse(_, let sentence): return .outcome(.succeeded(UploadResult.error(sentence)))
            }
        }
    }

    private func job(for running: RunningTask, _ arguments: UploadArguments) -> UploadPipeline.Job {
        let name = running.delivery.claim.name
        return UploadPipeline.Job(
            arguments: arguments, profiles: profiles,
            clock: TaskClock(running.delivery.task.timeLimits.orElse(ledger.effectiveLimits)),
            log: log(for: running.delivery.task), isFirstTry: running.delivery.task.isFirstTry,
            // Told on the reader's thread, which must not wait.
            onReader: { process in Task { await self.setProcess(Int(process), of: name) } })
    }

    private func setProcess(_ process: Int, of name: String) { ledger.setProcess(process, of: name) }

    /// Writes what a fault means for the row, and says what it means for the task.
    private func ending(_ fault: UploadFault, _ task: TaskMessage, _ arguments: UploadArguments) async -> Ending {
        note(fault, task)
        switch fault.verdict {
        case .fail(let row, let exception):
            return await failing(arguments, row, fault, .failed(exception))
        case .refuse(let row, let result):
            return await failing(arguments, row, fault, .succeeded(UploadResult.error(result)))
        case .retry(let row, let exception):
            let policy = RetryPolicy(
                backoff: parts.configuration.task.retryBackoff / .seconds(1), longest: 600, hasJitter: true)
            guard let delay = policy.delay(afterRetries: task.retries, random: .random(in: 0.5...1)) else {
                return await failing(arguments, row, fault, .failed(exception))
            }
            return .outcome(.retry(exception.retried(in: delay), eta: PythonDateTime(epoch: now + delay)))
        case .giveBack(let dependency): return .giveBack(dependency, why: fault.sentence)
        case .terminate(let signal):
            return await failing(
                arguments, ScorerMessage.terminated, fault, .revoked(.terminated), signal: signal)
        }
    }

    private func failing(
        _ arguments: UploadArguments, _ message: String, _ fault: UploadFault, _ outcome: TaskOutcome,
        signal: Int32? = nil
    ) async -> Ending {
        do throws(PostgresError) {
            _ = try await parts.pipeline.fail(arguments.id, message, isForced: arguments.isForced)
            return .outcome(outcome, signal: signal)
        } catch {
            if case .giveBack(let dependency) = UploadFault.database(error).verdict {
                return .giveBack(dependency, why: error.sentence)
            }
            log.error("The row of upload \(arguments.id) cannot be marked as failed: \(error.sentence)")
            return .outcome(outcome, signal: signal)
        }
    }

    private func note(_ fault: UploadFault, _ task: TaskMessage) {
        let log = log(for: task)
        switch fault {
        case .interrupted(.softLimit(let seconds)):
            log.warning("Soft time limit (\(seconds.plain)s) exceeded for \(task.name)[\(task.id)]")
        case .document(.deadlineExceeded):
            let limit = task.timeLimits.orElse(ledger.effectiveLimits).soft ?? 0
            log.warning("Soft time limit (\(limit.plain)s) exceeded for \(task.name)[\(task.id)]")
        case .interrupted(.hardLimit(let seconds)):
            parts.metrics.readerDied(reason: "hard-limit")
            log.error("Hard time limit (\(seconds.plain)s) exceeded for \(task.name)[\(task.id)]")
        case .interrupted: break
        case .reader(let error):
            if error.blamesDocument { parts.metrics.readerDied(reason: error.word) }
            log.error("\(fault.sentence)")
        case .document: log.info("\(fault.sentence)")
        case .storage, .database: log.warning("\(fault.sentence)")
        }
    }
}

// MARK: Ending

extension WorkerNode {
    private func end(_ delivery: Delivery, _ outcome: TaskOutcome) async {
        let task = delivery.task
        do throws(RedisError) {
            switch try await parts.consumer.end(delivery, outcome, by: parts.ending) {
            case .done, .unknown: break
            case .stolen: try await keepSuccess(task, outcome)
            }
        } catch {
            log(for: task).error("The result of \(task.name)[\(task.id)] was not stored: \(error.sentence)")
        }
    }

    /// Somebody else has the message, or Redis lost it. A success is true whoever stores it; all else is theirs to say.
    private func keepSuccess(_ task: TaskMessage, _ outcome: TaskOutcome) async throws(RedisError) {
        parts.metrics.claimLost()
        log(for: task).warning(
            "The claim on \(task.name)[\(task.id)] was lost while it ran: it may run again, which changes nothing.")
        guard case .succeeded(let value) = outcome, !task.ignoresResult else { return }
        try await parts.results.store(TaskResult(of: task, .success(value), extendedBy: parts.results.extendedBy))
    }

    private func release(_ delivery: Delivery) {
        ledger.remove(delivery.claim.name)
        startTasks()
        changed.ring()
    }

    func giveBack(_ delivery: Delivery, toFront: Bool) async {
        let task = delivery.task
        // The task may be cancelled, and the message must go back all the same.
        let consumer = parts.consumer
        let end = await Task { () async -> Result<ClaimEnd, RedisError> in
            do throws(RedisError) { return .success(try await consumer.giveBack(delivery, toFront: toFront)) } catch {
                return .failure(error)
            }
        }.value
        if case .failure(let error) = end {
            log(for: task).warning("The message comes back when the lease ends: \(error.sentence)")
        }
        parts.metrics.gaveBack()
        release(delivery)
    }

    func discard(_ delivery: Delivery, _ reason: RevocationReason) async {
        let task = delivery.task
        let message = reason == .expired ? ScorerMessage.expired : ScorerMessage.revoked
        if let arguments = UploadArguments.ofUpload(task) {
            do throws(PostgresError) { _ = try await parts.pipeline.fail(arguments.id, message) } catch {
                log(for: task).warning("The row still says processing: \(error.sentence)")
            }
        }
        log(for: task).info("Discarding revoked task: \(task.name)[\(task.id)]")
        await end(delivery, .revoked(reason))
        report(task, .revoked(reason), runtime: 0, signal: nil)
        release(delivery)
    }

    func bury(_ delivery: Delivery, _ error: MessageError) async {
        let task = delivery.task
        if case .redeliveredTooOften = error, let arguments = UploadArguments.ofUpload(task) {
            do throws(PostgresError) {
                _ = try await parts.pipeline.fail(arguments.id, ScorerMessage.workersDied)
            } catch {
                log(for: task).warning("The message is given back, for its row cannot be written: \(error.sentence)")
                block(.database)
                return await giveBack(delivery, toFront: true)
            }
        }
        do throws(RedisError) { _ = try await parts.consumer.quarantine(delivery, error) } catch {
            log(for: task).warning("The message comes back when the lease ends: \(error.sentence)")
        }
        parts.metrics.deadLetter()
        parts.events.send(.failed(id: task.id, error.exception))
        log(for: task).error(
            "A message of the queue \(delivery.claim.queue) went to the dead letters: \(error.sentence)")
        release(delivery)
    }
}

// MARK: Telling

extension WorkerNode {
    private func report(_ task: TaskMessage, _ outcome: TaskOutcome, runtime: Double, signal: Int32?) {
        let (log, title, queue) = (log(for: task), "\(task.name)[\(task.id)]", task.envelope.routingKey)
        switch outcome {
        case .succeeded(let value):
            log.info("Task \(title) succeeded in \(runtime)s: \(value.safeRepr())")
            parts.events.send(.succeeded(id: task.id, result: value, runtime: runtime))
            parts.metrics.succeeded(runtime: runtime, queue: queue)
        case .failed(let exception):
            log.error("Task \(title) raised unexpected: \(exception.repr)")
            parts.events.send(.failed(id: task.id, exception))
            parts.metrics.failed(exception: exception.type, runtime: runtime, queue: queue)
        case .retry(let exception, let eta):
            log.info("Task \(title) retry: Retry in \(max(0, (eta.epoch - now).rounded()).plain)s: \(exception.repr)")
            parts.events.send(.retried(id: task.id, exception))
            parts.metrics.retried(exception: exception.type, queue: queue)
        case .revoked(let reason):
            if let signal { log.info("Terminated \(title) (signal \(signal))") }
            parts.events.send(
                .revoked(id: task.id, signal: signal, isExpired: task.expires.map { _ in reason == .expired }))
            parts.metrics.revoked(queue: queue)
        case .ignored: break
        }
    }
}

extension TaskMessage {
    fileprivate var isFirstTry: Bool {
        retries == 0 && eta == nil && !envelope.isRedelivered
    }
}

extension PythonException {
    /// With the traceback that Celery stores for a task that will be tried again.
    fileprivate func retried(in seconds: Double) -> PythonException {
        var copy = self
        copy.traceback =
            (traceback ?? "") + "celery.exceptions.Retry: Retry in \(Int(seconds.rounded()))s: \(repr)\n"
        return copy
    }
}

extension PoolError {
    /// One word for a metric.
    var word: String {
        switch reason {
        case .timeout: "hard-limit"
        case .crashed: "crashed"
        case .exited: "exited"
        case .outOfMemory, .memoryLimit: "memory"
        case .cpuLimit: "cpu-limit"
        case .sandboxViolation: "sandbox"
        case .protocolViolation: "protocol"
        case .startFailed, .incompatible: "start"
        case .systemFailure: "system"
        case .cancelled, .shutDown: "stopped"
        }
    }
}
