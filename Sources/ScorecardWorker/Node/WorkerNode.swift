internal import CeleryQueue
internal import Foundation
internal import Logging
internal import OCRPool
internal import Recognition
internal import Redis
internal import TrialQueue

/// One worker on the queue: takes tasks in, runs as many as it has readers, answers to operators, and goes in order.
actor WorkerNode {
    let parts: NodeParts
    let pid = Int(ProcessInfo.processInfo.processIdentifier)
    let startTime = ContinuousClock.now
    var ledger: TaskLedger
    var profiles: [RecognitionProfile]
    var tunedSettings: TunedSettings
    var autoscaler: Autoscaler?
    var memorySamples: [Int] = []
    var queues: [QueueDeclaration]
    var blocked: Set<Dependency> = []
    var lastRenewal: ContinuousClock.Instant?
    /// How it is to end; nil while it works.
    private(set) var shutdown: Shutdown?
    let jobs: AsyncStream<NodeJob>.Continuation
    private let jobStream: AsyncStream<NodeJob>
    /// A slot or a dependency is free again, or the ledger has something new to wait for.
    let changed = Signal()
    private let scheduleChanged = Signal()
    private let drain = Signal()

    /// How a worker ends.
    enum Shutdown: Sendable, Hashable, Comparable {
        /// What runs is finished, the rest goes back.
        case warm
        /// What runs is stopped and goes back too.
        case cold
    }

    init(_ parts: NodeParts) {
        self.parts = parts
        let settings = parts.configuration
        profiles = parts.tuned.profiles
        tunedSettings = parts.tuned
        ledger = TaskLedger(
            registered: Set(settings.tasks),
            limits: TimeLimits(
                hard: settings.task.hardLimit / .seconds(1), soft: settings.task.softLimit / .seconds(1)),
            slots: settings.readers.concurrency)
        queues = (settings.queue.queues + (settings.acceptsTrials ? [Trial.queue] : [])).map { QueueDeclaration($0) }
        autoscaler = settings.readers.autoscale.map { Autoscaler($0.maximum, max(1, $0.minimum)) }
        (jobStream, jobs) = AsyncStream.makeStream()
    }

    var log: Logger { parts.log }

    /// Seconds since 1970.
    var now: Double { Date().timeIntervalSince1970 }

    /// Seconds of the system's steady clock, in which Python counts revocations.
    var steadyTime: Double { ProcessInfo.processInfo.systemUptime }
}

// MARK: Life

extension WorkerNode {
    /// Works until it is shut down, then leaves in order: what it had claimed and not finished is back in its queue.
    func run() async throws(RedisError) {
        await declare()
        await withDiscardingTaskGroup { upkeep in
            upkeep.addTask { await self.parts.events.run() }
            upkeep.addTask {
                await self.every(.seconds(1)) { await self.renewed(lost: await self.parts.consumer.renew()) }
            }
            upkeep.addTask { await self.schedule() }
            await work()
            upkeep.cancelAll()
        }
        await leave()
    }

    /// Stops taking tasks; a colder shutdown than the one under way takes its place.
    func shutDown(_ how: Shutdown) {
        guard shutdown.map({ $0 < how }) ?? true else { return }
        shutdown = how
        log.notice("worker: \(how == .warm ? "Warm" : "Cold") shutdown (MainProcess)")
        if how == .cold { for task in ledger.running { task.stop.stop(.coldShutdown) } }
        drain.ring()
        changed.ring()
    }

    private func declare() async {
        for queue in queues {
            await insisting("declare the queue \(queue.name)") { () async throws(RedisError) in
                try await Bindings(self.parts.redis, self.parts.broker.keys).declare(queue)
            }
        }
        await insisting("load the revoked tasks") { () async throws(RedisError) in
            let ids = try await self.parts.revoked.load()
            await self.remember(ids)
        }
    }

    private func remember(_ ids: [String]) { ledger.revoke(ids, time: steadyTime) }

    /// Runs jobs until the intake has ended and all jobs are done.
    private func work() async {
        await withDiscardingTaskGroup { group in
            group.addTask { await self.takeIn() }
            for await job in jobStream { group.addTask { await self.perform(job) } }
        }
    }

    /// All that ends when the worker stops taking tasks.
    private func takeIn() async {
        if shutdown == nil { log.info("\(parts.node) ready.") }
        await withTaskGroup { group in
            group.addTask { await self.consume() }
            group.addTask { await self.listen() }
            group.addTask { await self.beat() }
            group.addTask { await self.every(.seconds(10)) { await self.recover() } }
            group.addTask { await self.every(.seconds(100)) { await self.sweep() } }
            group.addTask { await self.askNeighbours() }
            while shutdown == nil { await drain.wait() }
            group.cancelAll()
        }
        await sayGoodbye()
        for delivery in ledger.takeIdle().reversed() { await giveBack(delivery, toFront: true) }
        jobs.finish()
    }

    private func sayGoodbye() async {
        // The task is cancelled, and monitors should hear of it all the same.
        let (events, last) = (parts.events, heartbeat)
        _ = await Task { () async -> Void in try? await events.send(.offline(last)) }.value
    }

    private func leave() async {
        await parts.events.flush()
        do {
            let count = try await parts.consumer.giveBackAll()
            if count > 0 { log.notice("Restoring \(count) unacknowledged message(s)") }
        } catch {
            log.warning("Claims come back when their lease ends: \(error.sentence)")
        }
    }

    private func perform(_ job: NodeJob) async {
        switch job {
        case .run(let task): await run(task)
        case .discard(let delivery, let reason): await discard(delivery, reason)
        case .bury(let delivery, let error): await bury(delivery, error)
        case .giveBack(let delivery): await giveBack(delivery, toFront: false)
        case .storeRevoked(let ids): await storeRevoked(ids)
        case .awaitDependency(let dependency): await awaitDependency(dependency)
        }
    }
}

// MARK: Loops

extension WorkerNode {
    func every(_ interval: Duration, _ body: @Sendable () async -> Void) async {
        while !Task.isCancelled {
            await body()
            try? await Task.sleep(for: interval)
        }
    }

    /// Claims as many tasks as there is room for.
    private func consume() async {
        while !Task.isCancelled {
            let room = credit
            guard room > 0 else {
                // A reader that is warm again does not say so.
                await changed.wait(upTo: .seconds(1))
                continue
            }
            do throws(RedisError) {
                let deliveries = try await parts.consumer.next(upTo: room) { await self.idleSlots }
                let turnedAway = deliveries.count { !receive($0) }
                // They are met again as soon as they are back.
                if turnedAway == deliveries.count {
                    try? await Task.sleep(for: .milliseconds(min(1000, 25 * turnedAway)))
                }
            } catch {
                if Task.isCancelled { return }
                log.critical("Nothing can be claimed: \(error.sentence)")
                try? await Task.sleep(for: .seconds(5))
            }
        }
    }

    /// How many messages may be claimed now.
    private var credit: Int {
        guard blocked.isEmpty, shutdown == nil, !parts.pool.status.readers.isEmpty else { return 0 }
        return prefetchLimit - ledger.held
    }

    /// Slots that a trial may have: those that no upload has or is about to have.
    private var idleSlots: Int {
        guard let trials = parts.trials, !trials.isResting else { return 0 }
        return ledger.slots - ledger.held
    }

    /// Messages that may be held at a time, those that wait for their time aside.
    var prefetchLimit: Int {
        (autoscaler?.maximum ?? ledger.slots) * parts.configuration.queue.prefetchMultiplier
    }

    /// Starts what may start, at the moment it may.
    private func schedule() async {
        while !Task.isCancelled {
            let rest = ledger.rest(now: now, time: steadyTime)
            await scheduleChanged.wait(upTo: .seconds(min(1, rest ?? 1)))
            ledger.wake(now: now)
            scale()
            startTasks()
        }
    }

    /// Gives slots to tasks. Called whenever a task or a slot is added.
    func startTasks() {
        while shutdown == nil, let task = ledger.start(now: now, time: steadyTime, process: pid) {
            jobs.yield(.run(task))
        }
    }

    /// There is something new to wait for.
    func reschedule() { scheduleChanged.ring() }

    private func scale() {
        guard shutdown == nil, var scaler = autoscaler else { return }
        let slots = scaler.slots(now: steadyTime, slots: ledger.slots, wanted: ledger.wanted)
        autoscaler = scaler
        if slots != ledger.slots { resize(to: slots) }
    }

    private func listen() async {
        do throws(RedisError) {
            try await parts.control.run { await self.answer($0) }
        } catch {
            log.critical("Remote control is not heard: \(error.sentence)")
        }
    }

    private func beat() async {
        try? await parts.events.send(.online(heartbeat))
        guard let interval = parts.configuration.queue.heartbeatInterval else { return }
        while !Task.isCancelled {
            try? await Task.sleep(for: interval)
            if !Task.isCancelled { try? await parts.events.send(.heartbeat(heartbeat)) }
        }
    }

    var heartbeat: Heartbeat {
        Heartbeat(
            interval: parts.configuration.queue.heartbeatInterval.map { $0 / .seconds(1) } ?? 2,
            active: ledger.running.count, processed: ledger.begun, loadAverage: ProcessUsage.loadAverage,
            software: BuildVersion.software)
    }

    /// What waits here and is somebody else's by now is theirs to run; what runs notices when it ends.
    private func renewed(lost: [String]?) {
        guard let lost else { return }
        lastRenewal = .now
        for delivery in ledger.dropLost(Set(lost)) {
            parts.metrics.claimLost()
            log(for: delivery.task).warning(
                "Task \(delivery.task.name)[\(delivery.task.id)] is another worker's by now.")
        }
        if !lost.isEmpty { changed.ring() }
    }

    private func recover() async {
        do throws(RedisError) {
            for (owner, count) in try await parts.broker.recoverDeadOwners() {
                log.warning("Gave \(count) claims of the dead worker \(owner) back to their queues.")
                parts.metrics.recovered(count)
            }
        } catch {
            log.debug("Dead workers were not looked for: \(error.sentence)")
        }
    }

    private func sweep() async {
        do throws(RedisError) {
            let count = try await parts.broker.sweep()
            if count > 0 { log.warning("Gave \(count) claims that nobody renewed back to their queues.") }
            parts.metrics.recovered(count)
        } catch {
            log.debug("Lost claims were not looked for: \(error.sentence)")
        }
    }

    private func askNeighbours() async {
        guard parts.configuration.queue.mingles else { return }
        log.info("mingle: searching for neighbors")
        let known = ledger.revoked.entries(now: steadyTime).map(\.id)
        do throws(RedisError) {
            let answer = try await parts.mingle.ask(revoked: known)
            ledger.revoke(answer.revoked, time: steadyTime)
            log.info(
                answer.nodes.isEmpty
                    ? "mingle: all alone" : "mingle: sync with \(answer.nodes.count) nodes, sync complete")
        } catch {
            log.info("mingle: nobody could be asked (\(error.sentence))")
        }
    }

    /// Tries something that the worker cannot start without until it works.
    private func insisting(
        _ what: String, _ body: @Sendable () async throws(RedisError) -> Void
    ) async {
        var delay: Duration = .milliseconds(200)
        while shutdown == nil {
            do throws(RedisError) { return try await body() } catch {
                log.error("Cannot \(what), and try again in \(delay): \(error.sentence)")
            }
            await drain.wait(upTo: delay)
            delay = min(delay * 2, .seconds(8))
        }
        drain.ring()
    }
}
