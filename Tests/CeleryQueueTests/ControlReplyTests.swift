import CeleryQueue
import Testing

/// Answers compared with those of a real Celery 5.4.0 worker in the same state.
@Suite struct ControlReplyTests {
    static let captured = CapturedReply.all("control_replies_540.txt")
    static let prefix = "backend.worker.processor."

    /// Python's answers that ours differs from on purpose.
    static let exceptions: Set<String> = [
        "report",  // other programs and libraries
        "memsample", "memdump",  // Python had no psutil
        "disable_events",  // 5.4 started with -E answers "already disabled" and goes on sending
    ]

    static let compared = captured.filter { $0.payload != nil && !exceptions.contains($0.command) }

    @Test func allCommandsWereCaptured() {
        #expect(Self.captured.count > 55)
        #expect(Set(Self.compared.map(\.command)).count >= 27)
    }

    @Test(arguments: compared) func answersAsPythonDid(reply: CapturedReply) throws {
        let theirs = try #require(reply.payload)
        let decision = snapshot(for: reply).decide(try request(reply.command, arguments(reply)))
        let ours = try #require(decision.reply)
        if reply.command == "revoke", reply.arguments.contains("[") {
            // A Python set prints in any order.
            #expect(ours["ok"]?.asText?.utf8.sorted() == theirs["ok"]?.asText?.utf8.sorted())
        } else {
            #expect(ours.encoded == theirs.encoded)
        }
    }

    /// The arguments are noted as a Python literal.
    private func arguments(_ reply: CapturedReply) throws -> JSON {
        if reply.arguments == "None" { return .object([]) }
        let text = reply.arguments.replacing("'", with: "\"").replacing("True", with: "true")
            .replacing("False", with: "false").replacing("None", with: "null")
        return try JSON(parsing: text)
    }

    private func request(_ method: String, _ arguments: JSON) throws -> ControlRequest {
        let envelope = Envelope(
            body: ["method": .text(method), "arguments": arguments], headers: ["clock": 1],
            properties: ["delivery_tag": "t"])
        return try ControlRequest(parsing: envelope.encodedBytes)
    }

    /// The state the Python worker was in.
    private func snapshot(for reply: CapturedReply) -> WorkerSnapshot {
        var snapshot = WorkerSnapshot(
            node: "worker1@vm", clock: clock(reply), pid: 11859, uptime: 65.2, monotonicTime: 2285.87, prefetchCount: 2,
            pool: PoolSnapshot(
                implementation: "celery.concurrency.prefork:TaskPool", concurrency: 2, processes: [11929, 11930],
                tasksPerChild: 50, limits: TimeLimits(hard: 600, soft: 540), writes: [1, 1], busy: 0),
            broker: BrokerSnapshot(host: "127.0.0.1", database: 0, port: 7390),
            usage: ResourceUsage(
                userTime: 0.45242499999999997, systemTime: 0.14635399999999998,
                counters: [53288, 0, 0, 0, 18816, 5, 0, 13952, 848, 0, 0, 0, 565, 203]),
            sendsTaskEvents: true, residentBytes: 0)
        // It had been told to grow just before.
        if reply.command == "pool_shrink" { snapshot.pool.concurrency = 3 }
        snapshot.totals = [(Self.prefix + "sleepy", 2)]
        // When tasks were to be terminated, none was left.
        if reply.command != "revoke", reply.command != "terminate" { addTasks(to: &snapshot) }
        snapshot.registered = registered
        snapshot.settings = settings(reply)
        snapshot.queues = queues(reply)
        if reply.payload?.asArray?.isEmpty == false, reply.command == "revoked" {
            snapshot.revoked = (reply.payload?.asArray ?? []).compactMap(\.asText).map { ($0, 1.5) }
        }
        return snapshot
    }

    /// `clock` and `hello` show the clock of their moment.
    private func clock(_ reply: CapturedReply) -> Int {
        let value = reply.payload?["clock"]?.asInteger ?? 79
        return reply.command == "hello" ? value - 1 : value
    }

    private func addTasks(to snapshot: inout WorkerSnapshot) {
        func requests(_ command: String) -> [JSON] {
            Self.captured.first { $0.command == command }?.payload?.asArray ?? []
        }
        snapshot.active = requests("active").compactMap(request)
        snapshot.reserved = requests("reserved").compactMap(request)
    }

    /// The request that a captured answer was made of.
    private func request(_ json: JSON) -> RequestSnapshot? {
        let args = json["args"] ?? .null
        let kwargs = json["kwargs"] ?? .null
        let envelope = Envelope(
            body: [args, kwargs, [:]],
            headers: [
                "task": json["type"] ?? .null, "id": json["id"] ?? .null,
                "argsrepr": .text(JSON.safeTupleRepr(args.asArray ?? [])), "kwargsrepr": .text(kwargs.safeRepr()),
            ],
            properties: [
                "delivery_tag": "t", "delivery_info": ["exchange": "", "routing_key": "celery"], "priority": 0,
            ])
        guard let task = try? TaskMessage(envelope) else { return nil }
        return RequestSnapshot(
            task, node: "worker1@vm", started: json["time_start"]?.asDecimal,
            isAcknowledged: json["acknowledged"] == true, childPid: json["worker_pid"]?.asInteger)
    }

    private var registered: [RegisteredTask] {
        let reply = Self.captured.first { $0.command == "registered" && $0.arguments.contains("max_retries") }
        let tasks = (reply?.payload?.asArray ?? []).compactMap(\.asText).compactMap { text in
            text.wholeMatch(of: /(\S+) \[max_retries=(\d+)\]/).map { match in
                RegisteredTask(String(match.1), attributes: ["max_retries": String(match.2)])
            }
        }
        return tasks.reversed() + [RegisteredTask("celery.chord")]
    }

    /// With defaults Python lists them in the order of its table, else in the order they were set.
    private func settings(_ reply: CapturedReply) -> [SettingSnapshot] {
        let conf = Self.captured.filter { $0.command == "conf" }
        let set = conf.first?.payload?.asObject ?? []
        if reply.arguments.contains("with_defaults': True") {
            let all = conf.last?.payload?.asObject ?? []
            return all.map { setting in
                SettingSnapshot(setting.key, setting.value, isDefault: !set.contains { $0.key == setting.key })
            }
        }
        return set.map { SettingSnapshot($0.key, $0.value) } + [SettingSnapshot("x", 1, isDefault: true)]
    }

    private func queues(_ reply: CapturedReply) -> [QueueDeclaration] {
        guard reply.payload?.asArray?.count == 3 else { return [QueueDeclaration("celery")] }
        return [
            QueueDeclaration("celery"), QueueDeclaration("extra"),
            QueueDeclaration("extra2", exchange: "exx", exchangeType: "topic", routingKey: "a.#"),
        ]
    }
}
