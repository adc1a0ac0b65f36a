import CeleryQueue
import Foundation
import Redis

/// The loop around the queue.
actor Worker {
    let options: Options
    let redis: RedisConnection
    let broker: Broker
    let consumer: Consumer
    let store: ResultStore
    let ending: DeliveryEnding
    let events: EventPublisher
    let control: ControlListener
    let clock = NodeClock()
    let pid = Int(ProcessInfo.processInfo.processIdentifier)
    let start = ContinuousClock.now
    var active: [String: RequestSnapshot] = [:]
    var reserved: [Delivery] = []
    var waiting = WaitingTasks()
    var revoked = RevokedTasks()
    var totals: [String: Int] = [:]
    var endings = 0
    var freed: CheckedContinuation<Void, Never>?

    init(_ options: Options) throws {
        self.options = options
        let configuration = RedisConfiguration(url: try RedisURL(options.url), clientName: options.node)
        let keys = BrokerKeys(TransportOptions(), database: configuration.url.database)
        redis = try RedisConnection(configuration)
        broker = Broker(redis, keys: keys, node: options.node, pid: pid)
        store = ResultStore(redis, sharesBroker: true)
        consumer = Consumer(
            broker, waiter: try RedisConnection(configuration), queues: options.queues, results: store
        ) { print("event: \($0)") }
        ending = DeliveryEnding(
            broker: broker, results: store, defaultQueue: "celery", origin: "gen\(pid)@\(options.node)")
        events = EventPublisher(
            redis, keys: keys, source: EventSource(node: options.node, pid: pid, hoursWest: 0), clock: clock,
            sendsTaskEvents: options.sendsEvents)
        control = ControlListener(
            redis, configuration: configuration, keys: keys, node: options.node, clock: clock)
    }

    func run() async throws {
        for queue in options.queues { try await Bindings(redis, broker.keys).declare(QueueDeclaration(queue)) }
        try await events.send(.online(heartbeat))
        await withTaskGroup { group in
            group.addTask { await self.events.run() }
            group.addTask { try? await self.control.run { await self.answer($0) } }
            group.addTask { await self.every(.seconds(1)) { await self.tick() } }
            group.addTask { await self.every(.seconds(2)) { try? await self.events.send(.heartbeat(self.heartbeat)) } }
            group.addTask { await self.every(.seconds(10)) { await self.recover() } }
            group.addTask { await self.consume() }
        }
        // Cancelled: the server should hear of it all the same.
        try await Task {
            try await self.events.send(.offline(self.heartbeat))
            while !self.active.isEmpty || self.endings > 0 { try await Task.sleep(for: .milliseconds(20)) }
            let count = try await self.consumer.giveBackAll()
            print("gave back \(count)")
        }.value
    }

    private func every(_ interval: Duration, _ body: () async -> Void) async {
        while !Task.isCancelled {
            await body()
            try? await Task.sleep(for: interval)
        }
    }

    private var heartbeat: Heartbeat {
        Heartbeat(
            active: active.count, processed: totals.values.reduce(0, +), loadAverage: [0, 0, 0],
            software: SoftwareIdentity(name: "noop-worker", version: "1"))
    }

    private func recover() async {
        if let recovered = try? await broker.recoverDeadOwners(), !recovered.isEmpty { print("recovered \(recovered)") }
    }

    private func tick() async {
        await consumer.renew()
        let due = waiting.takeDue(now: Date().timeIntervalSince1970)
        for delivery in due { begin(delivery) }
    }
}

// MARK: Tasks

extension Worker {
    private func consume() async {
        while !Task.isCancelled {
            if room <= 0 { await withCheckedContinuation { freed = $0 } }
            do {
                for delivery in try await consumer.next(upTo: room) { receive(delivery) }
            } catch {
                print(error.sentence)
            }
        }
    }

    private var room: Int { options.slots * options.prefetch - active.count - reserved.count }

    private func receive(_ delivery: Delivery) {
        let task = delivery.task
        totals[task.type, default: 0] += 1
        events.send(.received(task))
        guard let eta = task.eta, eta.epoch > Date().timeIntervalSince1970 else { return begin(delivery) }
        if let last = waiting.insert(delivery) {
            Task { try await consumer.giveBack(last, toFront: false) }
        }
    }

    private func begin(_ delivery: Delivery) {
        guard active.count < options.slots else { return reserved.append(delivery) }
        let task = delivery.task
        active[delivery.claim.name] = RequestSnapshot(
            task, node: options.node, started: Date().timeIntervalSince1970, childPid: pid)
        Task { await self.work(delivery) }
    }

    private func work(_ delivery: Delivery) async {
        let task = delivery.task
        let begun = ContinuousClock.now
        let reason = reasonNotToRun(task)
        let outcome: TaskOutcome
        if let reason {
            outcome = .revoked(reason)
        } else {
            store.announceStart(of: task, pid: pid, node: options.node)
            events.send(.started(id: task.id))
            outcome = await run(task)
        }
        release(delivery)
        let end = try? await consumer.end(delivery, outcome, by: ending)
        endings -= 1
        if end != .done { print("ended \(task.id): \(String(describing: end))") }
        report(task, outcome, (ContinuousClock.now - begun) / .seconds(1))
    }

    /// The next task is claimed on the way that the ending takes.
    private func release(_ delivery: Delivery) {
        endings += 1
        active[delivery.claim.name] = nil
        if !reserved.isEmpty { begin(reserved.removeFirst()) }
        freed?.resume()
        freed = nil
    }

    private func reasonNotToRun(_ task: TaskMessage) -> RevocationReason? {
        let now = Date().timeIntervalSince1970
        if let expires = task.expires, expires.epoch < now { return .expired }
        return revoked.contains(task.id, now: now) ? .revoked : nil
    }

    private func run(_ task: TaskMessage) async -> TaskOutcome {
        switch task.type {
        case "noop": return .succeeded(.array(task.args))
        case "noop.fail":
            return .failed(PythonException("ValueError", ["kaput"], traceback: "Traceback\nValueError: kaput\n"))
        case "noop.retry" where task.retries < 2:
            let eta = PythonDateTime(epoch: Date().timeIntervalSince1970 + 0.5)
            return .retry(PythonException("ConnectionError", ["again"]), eta: eta)
        case "noop.retry": return .succeeded(.integer(task.retries))
        case "noop.sleep":
            try? await Task.sleep(for: .seconds(task.args.first?.asDecimal ?? 0))
            return .succeeded(.null)
        default: return .failed(.notRegistered(task.type))
        }
    }

    private func report(_ task: TaskMessage, _ outcome: TaskOutcome, _ runtime: Double) {
        switch outcome {
        case .succeeded(let value): events.send(.succeeded(id: task.id, result: value, runtime: runtime))
        case .failed(let exception): events.send(.failed(id: task.id, exception))
        case .retry(let exception, _): events.send(.retried(id: task.id, exception))
        case .revoked(let reason): events.send(.revoked(id: task.id, signal: nil, isExpired: reason == .expired))
        case .ignored: break
        }
    }
}

// MARK: Control

extension Worker {
    private func answer(_ request: ControlRequest) async -> JSON? {
        let decision = snapshot.decide(request)
        for action in decision.actions {
            switch action {
            case .revoke(let ids), .mergeRevoked(let ids):
                for id in ids { revoked.insert(id, at: Date().timeIntervalSince1970) }
            case .setTaskEvents(let enabled): events.sendsTaskEvents = enabled
            case .addConsumer(let queue): await consumer.add(queue.name)
            case .cancelConsumer(let queue): await consumer.remove(queue)
            case .advanceClock: clock.forward()
            default: break
            }
        }
        return decision.reply
    }

    private var snapshot: WorkerSnapshot {
        var snapshot = WorkerSnapshot(
            node: options.node, clock: clock.value, pid: pid, uptime: (ContinuousClock.now - start) / .seconds(1),
            monotonicTime: ProcessInfo.processInfo.systemUptime, prefetchCount: options.slots,
            pool: PoolSnapshot(
                implementation: "noop-worker", concurrency: options.slots, processes: [pid], tasksPerChild: nil,
                limits: TimeLimits(), writes: [totals.values.reduce(0, +)], busy: active.isEmpty ? 0 : 1),
            broker: BrokerSnapshot(host: "localhost", database: broker.keys == BrokerKeys() ? 0 : 1, port: 0),
            usage: ResourceUsage(userTime: 0, systemTime: 0, counters: []), sendsTaskEvents: events.sendsTaskEvents,
            residentBytes: 0)
        snapshot.active = Array(active.values)
        snapshot.scheduled = waiting.sorted.map { RequestSnapshot($0.task, node: options.node) }
        snapshot.registered = ["noop", "noop.fail", "noop.retry", "noop.sleep"].map { RegisteredTask($0) }
        snapshot.queues = options.queues.map { QueueDeclaration($0) }
        snapshot.revoked = revoked.entries(now: Date().timeIntervalSince1970)
        snapshot.totals = totals.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        return snapshot
    }
}
