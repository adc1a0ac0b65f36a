import CeleryQueue
import Testing

@Suite struct QueueTests {
    @Test func listsByPriority() throws {
        let keys = BrokerKeys()
        #expect(
            keys.lists("celery") == ["celery", "celery\u{06}\u{16}3", "celery\u{06}\u{16}6", "celery\u{06}\u{16}9"])
        let buckets = [-1: "", 0: "", 2: "", 3: "3", 5: "3", 6: "6", 8: "6", 9: "9", 200: "9"]
        for (priority, bucket) in buckets {
            #expect(keys.list("q", priority: priority) == (bucket.isEmpty ? "q" : "q\u{06}\u{16}" + bucket))
        }
    }

    /// Captured messages lie in the list that we would look for them in.
    @Test func capturedPrioritiesAgree() throws {
        for capture in ["priority5", "priority9", "queued", "left"].flatMap(Capture.named) {
            let envelope = try capture.envelope()
            #expect(BrokerKeys().list(envelope.routingKey, priority: envelope.priority) == capture.key)
        }
    }

    @Test func optionsChangeNames() throws {
        let options = try TransportOptions([
            "global_keyprefix": "p:", "sep": ":", "priority_steps": [5, 0], "visibility_timeout": 7200,
            "queue_order_strategy": "priority", "unacked_restore_limit": 10, "max_connections": 3,
        ])
        let keys = BrokerKeys(options, database: 2)
        #expect(keys.lists("celery") == ["p:celery", "p:celery:5"])
        #expect(keys.unacked == "p:unacked" && keys.unackedIndex == "p:unacked_index")
        #expect(keys.bindings(of: "celery") == "p:_kombu.binding.celery")
        #expect(keys.controlChannel() == "p:/2.celery.pidbox")
        #expect(keys.eventChannel(routingKey: "worker.online") == "p:/2.celeryev/worker.online")
        #expect(keys.replyList("oid") == "p:oid.reply.celery.pidbox")
        #expect(options.visibilityTimeout == 7200 && options.restoreLimit == 10)
    }

    @Test func broadcastPrefixes() throws {
        #expect(BrokerKeys().controlChannel() == "/0.celery.pidbox")
        #expect(BrokerKeys(try TransportOptions(["fanout_prefix": false])).controlChannel() == "celery.pidbox")
        #expect(BrokerKeys(try TransportOptions(["fanout_prefix": "x"])).controlChannel() == "xcelery.pidbox")
        let flat = BrokerKeys(try TransportOptions(["fanout_patterns": false]))
        #expect(flat.eventChannel(routingKey: "task.multi") == "/0.celeryev")
        #expect(BrokerKeys.pattern("/0.a*b[c]?\\") == #"/0.a\*b\[c\]\?\\"#)
    }

    @Test(
        arguments: [
            ["priority_steps": []], ["priority_steps": ["0"]], ["visibility_timeout": -1], ["visibility_timeout": "1h"],
            ["queue_order_strategy": "fastest"], ["sep": 1], ["fanout_prefix": 5], [1],
        ] as [JSON])
    func refusesBadOptions(json: JSON) {
        #expect(throws: TransportOptionError.self) { try TransportOptions(json) }
    }

    @Test func bindings() {
        let keys = BrokerKeys()
        let member = keys.binding(routingKey: "celery", queue: "celery")
        #expect(member == "celery\u{06}\u{16}\u{06}\u{16}celery")
        let other = keys.binding(routingKey: "x", queue: "y")
        #expect(keys.queues(boundTo: "celery", in: [other, member, "damaged"]) == ["celery"])
        #expect(
            keys.binding(routingKey: "", queue: "worker1@vm.celery.pidbox")
                == "\u{06}\u{16}\u{06}\u{16}worker1@vm.celery.pidbox")
    }

    @Test func rotation() {
        var rotation = QueueRotation(["a", "b", "c"])
        let keys = BrokerKeys()
        #expect(rotation.lists(keys).map(\.key).prefix(4) == ["a", "b", "c", "a\u{06}\u{16}3"])
        #expect(rotation.lists(keys).count == 12)
        rotation.served("a")
        #expect(rotation.queues == ["b", "c", "a"])
        #expect(rotation.add("d") && !rotation.add("d") && rotation.remove("b") && !rotation.remove("b"))
        #expect(rotation.queues == ["c", "a", "d"])
        var sorted = QueueRotation(["b", "a"], order: .sorted)
        sorted.served("a")
        sorted.add("0")
        #expect(sorted.queues == ["0", "a", "b"])
        var fixed = QueueRotation(["b", "a"], order: .priority)
        fixed.served("b")
        #expect(fixed.queues == ["b", "a"])
    }
}
