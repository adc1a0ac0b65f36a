import CeleryQueue
import Testing

@Suite struct ControlTests {
    static func snapshot() -> WorkerSnapshot {
        WorkerSnapshot(
            node: "worker1@vm", clock: 7, pid: 1, uptime: 1, monotonicTime: 100, prefetchCount: 2,
            pool: PoolSnapshot(
                implementation: "p", concurrency: 2, processes: [10, 11], tasksPerChild: nil, limits: TimeLimits(),
                writes: [], busy: 0),
            broker: BrokerSnapshot(host: "h", database: 0, port: 6379),
            usage: ResourceUsage(userTime: 1, systemTime: 2, counters: []), sendsTaskEvents: false,
            residentBytes: 54_562_816)
    }

    static func request(_ method: String, _ arguments: JSON = [:]) throws -> ControlRequest {
        let envelope = Envelope(
            body: ["method": .text(method), "arguments": arguments], headers: [:], properties: ["delivery_tag": "t"])
        return try ControlRequest(parsing: envelope.encodedBytes)
    }

    private func decide(_ method: String, _ arguments: JSON = [:], _ snapshot: WorkerSnapshot = snapshot()) throws
        -> ControlDecision
    {
        snapshot.decide(try Self.request(method, arguments))
    }

    private func task(_ id: String, stamps: JSON = [:]) throws -> RequestSnapshot {
        let envelope = Envelope(
            body: [[1], [:], [:]], headers: ["task": "t", "id": .text(id), "stamps": stamps],
            properties: ["delivery_tag": "t"])
        return RequestSnapshot(try TaskMessage(envelope), node: "worker1@vm")
    }

    @Test func commandsAct() throws {
        #expect(try decide("pool_grow", ["n": 2]).actions == [.growPool(by: 2)])
        #expect(try decide("pool_shrink").actions == [.shrinkPool(by: 1)])
        #expect(try decide("shutdown").actions == [.shutDown(message: "Got shutdown from remote")])
        #expect(try decide("shutdown").reply == nil)
        #expect(try decide("enable_events").actions == [.setTaskEvents(true)])
        #expect(try decide("disable_events").actions.isEmpty)
        #expect(try decide("heartbeat") == decide("heartbeat") && decide("heartbeat").actions == [.sendHeartbeat])
        #expect(try decide("add_consumer", ["queue": "q"]).actions == [.addConsumer(QueueDeclaration("q"))])
        #expect(try decide("cancel_consumer", ["queue": "q"]).actions == [.cancelConsumer(queue: "q")])
        #expect(try decide("revoke", ["task_id": ["a", "b", "a"]]).actions == [.revoke(ids: ["a", "b"])])
    }

    @Test func autoscaling() throws {
        var snapshot = Self.snapshot()
        snapshot.autoscaler = Autoscaler(3, 10)
        let decision = try decide("autoscale", ["max": 5, "min": 2], snapshot)
        #expect(decision.reply == ["ok": "autoscale now max=5 min=2"])
        let refused: JSON = [
            "error": "pool_grow is not supported with autoscale. Adjust autoscale range instead."
        ]
        #expect(try decide("pool_grow", [:], snapshot).reply == refused)
        let stats = try decide("stats", [:], snapshot).reply
        #expect(stats?["autoscaler"] == ["max": 10, "min": 3, "current": 2, "qty": 0])
        #expect(stats?["pool"]?["max-tasks-per-child"] == "N/A" && stats?["pool"]?["timeouts"] == [0, 0])
    }

    @Test func terminating() throws {
        var snapshot = Self.snapshot()
        snapshot.active = [try task("a", stamps: ["tenant": "acme"]), try task("b", stamps: ["tenant": ["x", "y"]])]
        let one = try decide("terminate", ["task_id": "a", "signal": "KILL"], snapshot)
        #expect(one.reply == ["ok": "terminate: a"])
        #expect(one.actions == [.revoke(ids: ["a"]), .terminate(ids: ["a"], signal: 9)])
        let many = try decide("revoke", ["task_id": ["a", "z", "b"], "terminate": true], snapshot)
        #expect(many.actions.last == .terminate(ids: ["a", "b"], signal: 15))
        let stamped = try decide(
            "revoke_by_stamped_headers", ["headers": ["tenant": ["acme"]], "terminate": true], snapshot)
        #expect(stamped.reply == ["ok": "headers defaultdict(<class 'set'>, {'tenant': {'acme'}}) revoked"])
        #expect(stamped.actions.last == .terminate(ids: ["a"], signal: 15))
        let listed = try decide("revoke_by_stamped_headers", ["headers": ["tenant=y"], "terminate": true], snapshot)
        #expect(listed.actions.last == .terminate(ids: ["b"], signal: 15))
        #expect(
            try decide("terminate", ["task_id": "a", "signal": "kill"], snapshot).reply
                == ["error": "TypeError('signal name must be uppercase string.')"])
        #expect(
            try decide("terminate", ["task_id": "a", "signal": "FOO"], snapshot).reply
                == ["error": #"AttributeError("module 'signal' has no attribute 'SIGFOO'")"#])
    }

    /// The words are Python's; checked against the functions of Celery 5.4.
    @Test func wrongArguments() throws {
        func error(_ method: String, _ arguments: JSON = [:]) throws -> String? {
            try decide(method, arguments).reply?["error"]?.asText
        }
        #expect(try error("nosuchcommand") == "KeyError('nosuchcommand')")
        #expect(
            try error("revoke") == #"TypeError("revoke() missing 1 required positional argument: 'task_id'")"#)
        #expect(
            try error("terminate")
                == #"TypeError("terminate() missing 2 required positional arguments: 'signal' and 'task_id'")"#)
        #expect(
            try error("autoscale", ["most": 3])
                == #"TypeError("autoscale() got an unexpected keyword argument 'most'")"#)
        #expect(try error("ping", ["bogus": 1]) == nil)
        #expect(try error("rate_limit", ["task_name": "t", "rate_limit": "1/x"]) == "KeyError('x')")
    }

    @Test func neighbours() throws {
        var snapshot = Self.snapshot()
        snapshot.revoked = [("a", 50)]
        let arguments: JSON = ["from_node": "other@vm", "revoked": ["b": [3.5, "b"], "a": [1.5, "a"]]]
        let old = try decide("hello", arguments, snapshot)
        #expect(old.reply == ["revoked": ["a": [50.0, "a"], "b": [100.0, "b"]], "clock": 8])
        #expect(old.actions == [.mergeRevoked(ids: ["b", "a"]), .advanceClock])
        snapshot.dialect = .celery57
        let new = try decide("hello", ["from_node": "other@vm", "revoked": ["b"]], snapshot)
        #expect(new.reply == ["revoked": ["a", "b"], "clock": 8])
    }

    @Test func scheduledTasks() throws {
        var snapshot = Self.snapshot()
        let capture = try #require(Capture.named("unacked").first)
        let waiting = RequestSnapshot(try TaskMessage(try capture.envelope()), node: "worker1@vm")
        snapshot.scheduled = [waiting]
        let reply = try decide("scheduled", [:], snapshot).reply?.asArray?.first
        #expect(reply?["eta"]?.asText == waiting.task.eta?.isoFormat && reply?["priority"] == 6)
        let query: JSON = ["ids": .text(waiting.task.id)]
        #expect(try decide("query_task", query, snapshot).reply == [:])
        snapshot.dialect = .celery57
        #expect(try decide("query_task", query, snapshot).reply?[waiting.task.id]?.asArray?.first == "scheduled")
    }

    @Test func memory() throws {
        var snapshot = Self.snapshot()
        #expect(try decide("memsample").reply == "52.035MB")
        snapshot.memorySamples = [1023, 1 << 30]
        #expect(
            try decide("memdump", [:], snapshot).reply
                == "- rss (sample):\n-    > 1023b,\n-    > 1GB,\n- rss (end): 52.035MB.\n")
    }

    @Test func secretsAreMasked() throws {
        var snapshot = Self.snapshot()
        snapshot.software = ["celery:5.4.0"]
        snapshot.settings = [
            .init("broker_url", "redis://user:s3cr@et:x@h:1/0"), .init("redis_password", "hunter2"),
            .init("result_backend", "redis+socket:///run/x.sock?password=hunter2&virtual_host=1"),
            .init("broker_transport_options", ["sentinel_kwargs": ["password": "hunter2"]]),
            .init("other", "redis://h"), .init("task_time_limit", 600, isDefault: true),
        ]
        let conf = try decide("conf", [:], snapshot).reply
        #expect(conf?["broker_url"] == "redis://user:********@h:1/0")
        #expect(conf?["result_backend"] == "redis+socket:///run/x.sock?password=********&virtual_host=1")
        #expect(conf?["other"] == "redis://h" && conf?["task_time_limit"] == nil)
        let report = try decide("report", [:], snapshot).reply?["ok"]?.asText ?? ""
        #expect(report.contains("software -> celery:5.4.0"))
        for text in [report, conf?.encoded ?? ""] { #expect(!text.contains("hunter2") && !text.contains("s3cr")) }
        #expect(try decide("conf", ["with_defaults": true], snapshot).reply?["task_time_limit"] == 600)
    }

    @Test func whoIsMeant() {
        let globs: [(String, Bool)] = [
            ("worker*", true), ("*", true), ("worker1@vm", true), ("w?rker[0-9]@*", true), ("*@v*m", true),
            ("worker[!1]@vm", false), ("orker*", false), ("worker", false), ("worker1@vm?", false), ("[w", false),
            ("", false), ("**1**", true), ("[]w]*", true), ("WORKER*", false),
        ]
        for (pattern, expected) in globs {
            #expect(NodeMatcher.glob(pattern).matches("worker1@vm") == expected, "\(pattern)")
        }
        #expect(NodeMatcher.pcre(#"worker\d@.*"#).matches("worker1@vm"))
        #expect(NodeMatcher.pcre("worker").matches("worker1@vm"))
        #expect(!NodeMatcher.pcre("vm").matches("worker1@vm"))
        #expect(!NodeMatcher.pcre("(").matches("worker1@vm"))
        #expect(NodeMatcher.names(["a", "worker1@vm"]).matches("worker1@vm"))
        #expect(!NodeMatcher.nobody.matches("worker1@vm") && NodeMatcher.everybody.matches("worker1@vm"))
        let stars = String(repeating: "*a", count: 200) + "b"
        #expect(!NodeMatcher.glob(stars).matches(String(repeating: "a", count: 2000)))
    }

    /// Requests and replies of a real mingle, in Tests/Fixtures/celery/control_540.jsonl.
    @Test func requestsAreReadAndAnswered() throws {
        let line = try #require(Capture.lines("control_540.jsonl").first)
        let raw = try #require(line["raw"]).encodedBytes
        let request = try ControlRequest(parsing: raw)
        #expect(request.method == "hello" && request.clock == 1 && request.nodes == .everybody)
        #expect(request.expires == 1795450107.6489727)
        let address = try #require(request.replyTo)
        #expect(address.routingKey == "26ee5a2b-8032-3e3d-937c-32f5f0fe56a1")
        let reply = address.envelope(["ok": "pong"], from: "worker1@vm", clock: 3, deliveryTag: "d")
        #expect(try reply.readBody() == ["worker1@vm": ["ok": "pong"]])
        #expect(reply.headers == ["ticket": "f4a99a1c-7b8e-4f72-9462-9f3a73da92f8", "clock": 3])
        #expect(reply.exchange == "reply.celery.pidbox" && reply.properties["delivery_mode"] == 1)
        let ours = ControlBroadcast.hello(
            from: "worker1@vm", revoked: [], replyTo: address.routingKey, ticket: address.ticket.asText ?? "")
        var theirs = try Envelope(parsing: raw)
        var body = try theirs.readBody()
        // 5.4 sends an empty mapping, 5.7 a list; both read both.
        body["arguments"] = ["from_node": "worker1@vm", "revoked": []]
        theirs = Envelope(body: body, headers: theirs.headers, properties: theirs.properties)
        let tag = try #require(theirs.deliveryTag)
        #expect(ours.envelope(clock: 1, expires: 1795450107.6489727, deliveryTag: tag) == theirs)
    }
}
