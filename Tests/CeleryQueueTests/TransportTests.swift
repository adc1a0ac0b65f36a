import CeleryQueue
import Foundation
import Redis
import Synchronization
import Testing

/// The room on a real server, through the Redis room.
@Suite struct TransportTests {
    let server: RedisServer
    let redis: RedisConnection
    let waiter: RedisConnection
    let broker: Broker
    let store: ResultStore
    let keys = BrokerKeys()

    init() throws {
        server = try RedisServer()
        redis = try RedisConnection(server.configuration)
        waiter = try RedisConnection(server.configuration)
        broker = Broker(redis, keys: keys, node: "worker1@vm", pid: 1)
        store = ResultStore(redis, sharesBroker: true)
    }

    private func consumer(_ queues: [String] = ["celery"], _ log: EventLog = EventLog()) -> Consumer {
        Consumer(broker, waiter: waiter, queues: queues, results: store) { log.add($0) }
    }

    private func push(_ id: String, queue: String = "celery", priority: Int = 0, embed: JSON = [:]) throws {
        var task = NewTask(type: "t", id: id, args: [1], routingKey: queue)
        task.priority = priority
        var envelope = task.envelope(deliveryTag: "tag-" + id, now: 0)
        envelope = Envelope(body: [[1], [:], embed], headers: envelope.headers, properties: envelope.properties)
        try server.send("LPUSH", keys.list(queue, priority: priority), envelope.document.encoded)
    }

    private func isEmpty() throws -> Bool {
        try server.send("HLEN", "unacked") == 0 && server.send("ZCARD", "unacked_index") == 0
            && server.send("EXISTS", "cricksy:claims:" + broker.owner.name) == 0
    }

    private var ending: DeliveryEnding {
        DeliveryEnding(broker: broker, results: store, defaultQueue: "celery", origin: "gen1@vm")
    }

    @Test func takesTasksInOrder() async throws {
        try push("later", priority: 9)
        try push("a")
        try push("b", queue: "other")
        let consumer = consumer(["celery", "other"])
        let deliveries = try await consumer.next(upTo: 10)
        #expect(deliveries.map(\.task.id) == ["a", "b", "later"])
        #expect(deliveries.map(\.claim.queue) == ["celery", "other", "celery"])
        #expect(await consumer.count == 3)
    }

    /// A background queue waits for all others, for an idle slot, and for nobody else's order.
    @Test func theBackgroundWaits() async throws {
        try push("trial 1", queue: "trials")
        try push("trial 2", queue: "trials")
        try push("later", priority: 9)
        let idle = Atomic(0)
        let consumer = Consumer(broker, waiter: waiter, queues: ["celery"], background: "trials", results: store)
        let next = { @Sendable () async throws in
            try await consumer.next(upTo: 4) { idle.load(ordering: .relaxed) }.map(\.task.id)
        }
        #expect(try await next() == ["later"])
        #expect(await consumer.queues == ["celery"])
        async let waiting = next()
        try await Task.sleep(for: .milliseconds(100))
        // A slot becomes idle while the consumer waits.
        idle.store(1, ordering: .relaxed)
        #expect(try await waiting == ["trial 1"])
        #expect(await consumer.remove("trials"))
        #expect(await consumer.remove("trials") == false)
        try push("upload")
        #expect(try await next() == ["upload"])
        #expect(try server.send("LLEN", "trials") == 1)
        #expect(await consumer.add("trials"))
        #expect(await consumer.add("trials") == false)
        #expect(try await next() == ["trial 2"])
    }

    @Test func waitsWithoutPolling() async throws {
        let consumer = consumer()
        async let deliveries = consumer.next(upTo: 1)
        try await Task.sleep(for: .milliseconds(300))
        let start = ContinuousClock.now
        try push("a")
        #expect(try await deliveries.map(\.task.id) == ["a"])
        #expect(ContinuousClock.now - start < .milliseconds(500))
    }

    @Test func waitingEndsWhenCancelled() async throws {
        let consumer = consumer()
        let waiting = Task { try await consumer.next(upTo: 1) }
        try await Task.sleep(for: .milliseconds(100))
        waiting.cancel()
        let start = ContinuousClock.now
        await #expect(throws: RedisError.self) { try await waiting.value }
        #expect(ContinuousClock.now - start < .milliseconds(500))
    }

    @Test func successIsOneStep() async throws {
        let next: JSON = [
            "task": "next", "args": [2], "kwargs": [:], "options": ["task_id": "child", "queue": "other"],
            "subtask_type": .null, "immutable": false,
        ]
        try push("a", embed: ["callbacks": [next]])
        let delivery = try #require(try await consumer().next(upTo: 1).first)
        store.announceStart(of: delivery.task, pid: 7, node: "worker1@vm")
        try await store.redis.ping()
        let key = "celery-task-meta-a"
        #expect(try JSON(parsing: try server.send("GET", key).asText ?? "")["status"] == "STARTED")
        #expect(try await ending.end(delivery, .succeeded(["x": 1])) == .done)
        let result = try JSON(parsing: try server.send("GET", key).asText ?? "")
        #expect(result["status"] == "SUCCESS" && result["children"] == [[["child", .null], .null]])
        #expect(try server.send("TTL", key) == 86400)
        let sent = try TaskMessage(
            try Envelope(parsing: Array((try server.send("LINDEX", "other", "0").asText ?? "").utf8)))
        #expect(sent.id == "child" && sent.args == [["x": 1], 2] && sent.parentID == "a")
        #expect(try isEmpty())
        #expect(try await ending.end(delivery, .succeeded(2)) == .stolen)
        store.announceStart(of: delivery.task, pid: 7, node: "worker1@vm")
        try await store.redis.ping()
        #expect(try JSON(parsing: try server.send("GET", key).asText ?? "")["status"] == "SUCCESS")
    }

    @Test func retriesAreOneStep() async throws {
        try push("a", priority: 5)
        let delivery = try #require(try await consumer().next(upTo: 1).first)
        let eta = PythonDateTime(epoch: Date().timeIntervalSince1970 + 60)
        let outcome = TaskOutcome.retry(PythonException("ConnectionError", ["again"]), eta: eta)
        #expect(try await ending.end(delivery, outcome) == .done)
        #expect(try isEmpty())
        let raw = try server.send("LINDEX", keys.list("celery", priority: 5), "0").asText ?? ""
        let retry = try TaskMessage(try Envelope(parsing: Array(raw.utf8)))
        #expect(retry.id == "a" && retry.retries == 1 && retry.eta == eta && retry.parentID == "a")
        let text = try server.send("GET", "celery-task-meta-a").asText ?? ""
        #expect(try JSON(parsing: text)["status"] == "RETRY")
    }

    @Test func resultsElsewhereComeFirst() async throws {
        let other = ResultStore(redis, keys: ResultKeys(globalKeyPrefix: "rp"), expiry: 0, sharesBroker: false)
        let ending = DeliveryEnding(broker: broker, results: other, defaultQueue: "celery", origin: "gen1@vm")
        try push("a")
        let delivery = try #require(try await consumer().next(upTo: 1).first)
        #expect(try await ending.end(delivery, .failed(.workerLost("gone"))) == .done)
        #expect(try isEmpty())
        #expect(try server.send("TTL", "rp_celery-task-meta-a") == -1)
        #expect(try await ending.end(delivery, .succeeded(1)) == .stolen)
    }

    @Test func stolenClaimsAreNoticed() async throws {
        let log = EventLog()
        let consumer = consumer(["celery"], log)
        try push("a")
        let delivery = try #require(try await consumer.next(upTo: 1).first)
        try server.send("HDEL", "unacked", "tag-a")
        await consumer.renew()
        #expect(log.events.contains(.claimsLost(["tag-a"])))
        #expect(try await ending.end(delivery, .succeeded(1)) == .stolen)
        #expect(try server.send("EXISTS", "celery-task-meta-a") == 0)
    }

    @Test func unreadableTasksFail() async throws {
        let log = EventLog()
        let consumer = consumer(["celery"], log)
        let bad = Envelope(
            body: [[1], [:]], headers: ["task": "t", "id": "bad"], properties: ["delivery_tag": "tag-bad"])
        try server.send("LPUSH", "celery", bad.document.encoded)
        try server.send("LPUSH", "celery", "garbage")
        try push("good")
        #expect(try await consumer.next(upTo: 10).map(\.task.id) == ["good"])
        #expect(try server.send("LLEN", "cricksy:dead:celery") == 2)
        let text = try server.send("GET", "celery-task-meta-bad").asText ?? ""
        #expect(try JSON(parsing: text)["result"]?["exc_type"] == "InvalidTaskError")
        #expect(log.events.count == 2)
    }

    @Test func deadWorkersAreRecovered() async throws {
        for id in ["a", "b", "c"] { try push(id) }
        let dead = Broker(redis, keys: keys, node: "worker1@vm", pid: 2)
        let other = Consumer(dead, waiter: waiter, queues: ["celery"], results: nil)
        #expect(try await other.next(upTo: 2).count == 2)
        #expect(try await broker.recoverDeadOwners().isEmpty)
        try endLease(of: dead, ["tag-a", "tag-b"])
        let recovered = try await broker.recoverDeadOwners(pause: .zero)
        #expect(recovered.map(\.owner) == [dead.owner.name] && recovered.map(\.count) == [2])
        let again = try await consumer().next(upTo: 10)
        #expect(Set(again.map(\.task.id)) == ["a", "b", "c"])
        #expect(Set(again.filter { $0.task.envelope.redeliveries == 1 }.map(\.task.id)) == ["a", "b"])
        #expect(try server.send("SISMEMBER", "cricksy:owners", dead.owner.name) == 0)
    }

    /// As though it had said nothing for longer than a lease.
    private func endLease(of dead: Broker, _ claims: [String]) throws {
        try server.send("DEL", keys.lease(dead.owner.name))
        for name in claims { try server.send("ZADD", "unacked_index", "5", name) }
    }

    /// After Redis was away nobody has a lease, and everybody lives.
    @Test func workersThatComeBackInTimeAreLeftAlone() async throws {
        try push("a")
        let slow = Broker(redis, keys: keys, node: "worker2@vm", pid: 2)
        let other = Consumer(slow, waiter: waiter, queues: ["celery"], results: nil)
        #expect(try await other.next(upTo: 1).count == 1)
        try endLease(of: slow, ["tag-a"])
        async let recovered = broker.recoverDeadOwners(pause: .milliseconds(500))
        try await Task.sleep(for: .milliseconds(100))
        await other.renew()
        #expect(try await recovered.isEmpty)
        #expect(try server.send("HLEN", "unacked") == 1)
    }

    /// A Python worker has swept a dead worker's claim and works on it, under the same name.
    @Test func whatPythonTookFromADeadWorkerStaysItsOwn() async throws {
        try push("a")
        let dead = Broker(redis, keys: keys, node: "worker2@vm", pid: 2)
        _ = try await Consumer(dead, waiter: waiter, queues: ["celery"], results: nil).next(upTo: 1)
        try endLease(of: dead, [])
        #expect(try await broker.recoverDeadOwners(pause: .zero).isEmpty)
        #expect(try server.send("HLEN", "unacked") == 1 && server.send("LLEN", "celery") == 0)
    }

    /// A worker that stood still goes on after another one has recovered and claimed its message.
    @Test func aClaimThatAnotherWorkerHasIsNotEnded() async throws {
        let log = EventLog()
        let slow = consumer(["celery"], log)
        try push("a")
        let delivery = try #require(try await slow.next(upTo: 1).first)
        let other = Broker(redis, keys: keys, node: "worker2@vm", pid: 2)
        let successor = Consumer(other, waiter: waiter, queues: ["celery"], results: nil)
        try endLease(of: broker, ["tag-a"])
        #expect(try await other.recoverDeadOwners(pause: .zero).map(\.count) == [1])
        let again = try #require(try await successor.next(upTo: 1).first)
        #expect(again.claim.name == delivery.claim.name)
        #expect(await slow.renew() == ["tag-a"])
        #expect(log.events.contains(.claimsLost(["tag-a"])))
        #expect(try await broker.giveBack(delivery.claim, toFront: true) == .stolen)
        #expect(try await ending.end(delivery, .failed(.workerLost("gone"))) == .stolen)
        #expect(try await broker.quarantine(delivery.claim, .notATask, results: nil) == .stolen)
        #expect(await successor.renew() == [])
        #expect(try server.send("HLEN", "unacked") == 1 && server.send("EXISTS", "celery-task-meta-a") == 0)
    }

    @Test func shuttingDownGivesBackInOrder() async throws {
        for id in ["a", "b", "c"] { try push(id) }
        let consumer = consumer()
        #expect(try await consumer.next(upTo: 10).count == 3)
        #expect(try await consumer.giveBackAll() == 3)
        #expect(try isEmpty())
        #expect(try server.send("EXISTS", keys.lease(broker.owner.name)) == 0)
        let again = try await self.consumer().next(upTo: 10)
        #expect(again.map(\.task.id) == ["a", "b", "c"])
        #expect(again.allSatisfy { $0.task.envelope.isRedelivered && $0.task.envelope.redeliveries == 0 })
    }

    /// What a Python worker claimed and left.
    @Test func sweepsWhatNobodyRenewed() async throws {
        try push("a")
        _ = try await consumer().next(upTo: 1)
        #expect(try await broker.sweep() == 0)
        try server.send("ZADD", "unacked_index", "5", "tag-a")
        #expect(try await broker.sweep() == 1)
        #expect(try server.send("LLEN", "celery") == 1 && server.send("EXISTS", "unacked_mutex") == 0)
    }

    @Test func answersControlRequests() async throws {
        let clock = NodeClock()
        let listener = ControlListener(
            redis, configuration: try server.configuration, keys: keys, node: "worker1@vm", clock: clock)
        let running = Task {
            try await listener.run { request in request.method == "ping" ? ["ok": "pong"] : nil }
        }
        for _ in 0..<200 where try server.send("SCARD", "_kombu.binding.celery.pidbox") == 0 {
            try await Task.sleep(for: .milliseconds(10))
        }
        let asker = Mingle(redis, keys: keys, node: "other@vm", clock: clock)
        #expect(try await asker.ask(revoked: [], for: .milliseconds(200)).nodes.isEmpty)
        try await ask("ping", replyTo: "oid")
        let envelope = try Envelope(parsing: try await firstElement("oid.reply.celery.pidbox"))
        #expect(try envelope.readBody() == ["worker1@vm": ["ok": "pong"]])
        #expect(envelope.headers["ticket"] == "T")
        #expect(try server.send("TTL", "oid.reply.celery.pidbox").asInteger ?? 0 > 50)
        running.cancel()
        try await running.value
        #expect(try server.send("SCARD", "_kombu.binding.celery.pidbox") == 0)
    }

    private func ask(_ method: String, replyTo oid: String) async throws {
        let binding = keys.binding(routingKey: oid, queue: oid + ".reply.celery.pidbox")
        try server.send("SADD", "_kombu.binding.reply.celery.pidbox", binding)
        let address: JSON = ["exchange": "reply.celery.pidbox", "routing_key": .text(oid)]
        let request = Envelope(
            body: ["method": .text(method), "ticket": "T", "reply_to": address], headers: ["clock": 5],
            properties: ["delivery_tag": "d"])
        try server.send("PUBLISH", "/0.celery.pidbox", request.document.encoded)
    }

    private func firstElement(_ list: String) async throws -> [UInt8] {
        for _ in 0..<200 {
            if let text = try server.send("LINDEX", list, "0").asText { return Array(text.utf8) }
            try await Task.sleep(for: .milliseconds(5))
        }
        return []
    }

    @Test func publishesEvents() async throws {
        let listening = try RedisSubscription(server.configuration, patterns: ["/0.celeryev/*"])
        var events = listening.events.makeAsyncIterator()
        #expect(await events.next() == .subscribed)
        let publisher = EventPublisher(
            redis, keys: keys, source: EventSource(node: "worker1@vm", pid: 1, hoursWest: 0), clock: NodeClock(),
            sendsTaskEvents: false)
        publisher.send(.started(id: "dropped"))
        publisher.sendsTaskEvents = true
        publisher.send(.started(id: "a"))
        publisher.send(.started(id: "b"))
        await publisher.flush()
        guard case .message(let message) = await events.next() else {
            Issue.record("no message")
            return
        }
        #expect(message.channel == "/0.celeryev/task.multi")
        let bodies = try Envelope(parsing: message.payload).readBody().asArray ?? []
        #expect(bodies.map { $0["uuid"] } == ["a", "b"] && bodies.map { $0["clock"] } == [1, 2])
        await listening.close()
    }

    @Test func declaresQueuesForBothCelerys() async throws {
        let bindings = Bindings(redis, keys)
        try await bindings.declare(QueueDeclaration("celery"))
        let member: JSON = ["celery\u{06}\u{16}\u{06}\u{16}celery"]
        #expect(try server.send("SMEMBERS", "_kombu.binding.celery") == member)
        #expect(try server.send("SMEMBERS", "_kombu.binding_permanent.celery") == member)
    }
}

/// What a consumer said.
final class EventLog: Sendable {
    private let lines = Mutex<[ConsumerEvent]>([])
    var events: [ConsumerEvent] { lines.withLock { $0 } }
    func add(_ event: ConsumerEvent) { lines.withLock { $0.append(event) } }
}

extension RedisServer {
    var configuration: RedisConfiguration {
        get throws { RedisConfiguration(url: try RedisURL("redis+socket://\(path)?virtual_host=0")) }
    }
}
