import CeleryQueue
import Testing

/// Events as Celery's workers send them, byte by byte.
@Suite struct EventTests {
    static let captured = Capture.named("event")

    @Test func everyTypeWasCaptured() throws {
        let types = Set(try Self.captured.flatMap { try bodies($0) }.compactMap { $0["type"]?.asText })
        #expect(
            types.isSuperset(of: [
                "worker-online", "worker-heartbeat", "task-received", "task-started", "task-succeeded", "task-failed",
                "task-retried", "task-revoked", "task-rejected",
            ]))
    }

    @Test(arguments: captured) func isWrittenAsPythonWrites(capture: Capture) throws {
        let envelope = try Envelope(parsing: capture.value)
        let bodies = try bodies(capture)
        let isTask = bodies.allSatisfy { $0["type"]?.asText?.hasPrefix("task-") == true }
        // 5.7 adds a task-failed with a made-up text to task-rejected.
        if bodies.contains(where: { $0["exception"]?.asText?.hasPrefix("reject requeue") == true }) { return }
        if bodies[0]["type"] == "task-sent" { return }
        let ours = try bodies.map(rebuilt)
        #expect(ours == bodies)
        let source = try source(bodies[0])
        let key = isTask ? EventSource.taskRoutingKey : String(capture.key.split(separator: "/")[1])
        let message = source.envelope(
            isTask ? .array(ours) : ours[0], routingKey: key, deliveryTag: envelope.deliveryTag ?? "")
        if capture.version == "5.4.0" { #expect(message.encodedBytes == capture.value) }
        #expect(BrokerKeys().eventChannel(routingKey: key) == capture.key)
    }

    private func bodies(_ capture: Capture) throws -> [JSON] {
        let body = try Envelope(parsing: capture.value).readBody()
        return (body.asArray ?? [body]).map { body in
            var body = body
            // 5.7 writes 0.0 where 5.4 writes 0.
            body["utcoffset"] = .integer(Int(body["utcoffset"]?.asDecimal ?? 99))
            return body
        }
    }

    private func source(_ body: JSON) throws -> EventSource {
        EventSource(
            node: try #require(body["hostname"]?.asText), pid: try #require(body["pid"]?.asInteger),
            hoursWest: try #require(body["utcoffset"]?.asInteger))
    }

    /// The same event, made by us from its values.
    private func rebuilt(_ body: JSON) throws -> JSON {
        let clock = try #require(body["clock"]?.asInteger)
        let time = try #require(body["timestamp"]?.asDecimal)
        if let event = try taskEvent(body) { return try source(body).body(event, clock: clock, time: time) }
        let heartbeat = Heartbeat(
            active: try #require(body["active"]?.asInteger), processed: try #require(body["processed"]?.asInteger),
            loadAverage: try #require(body["loadavg"]?.asArray).compactMap(\.asDecimal),
            software: SoftwareIdentity(name: "py-celery", version: try #require(body["sw_ver"]?.asText)))
        let events: [JSON: WorkerEvent] = [
            "worker-online": .online(heartbeat), "worker-heartbeat": .heartbeat(heartbeat),
            "worker-offline": .offline(heartbeat),
        ]
        let event = try #require(body["type"].flatMap { events[$0] })
        #expect(EventSource.routingKey(event) == event.type.replacing("-", with: "."))
        return try source(body).body(event, clock: clock, time: time)
    }

    private func taskEvent(_ body: JSON) throws -> TaskEvent? {
        let id = body["uuid"]?.asText ?? ""
        switch body["type"]?.asText {
        case "task-received": return .received(try received(body))
        case "task-started": return .started(id: id)
        case "task-succeeded":
            return .succeeded(
                id: id, result: ["upload_id": .integer(id == "header-2" ? 2 : 1), "status": "done"],
                runtime: try #require(body["runtime"]?.asDecimal))
        case "task-failed": return .failed(id: id, try exception(body))
        case "task-retried": return .retried(id: id, try exception(body))
        case "task-revoked":
            return .revoked(
                id: id, signal: body["signum"]?.asInteger.map(Int32.init), isExpired: body["expired"]?.asBool)
        case "task-rejected": return .rejected(id: id, requeue: body["requeue"] == true)
        default: return nil
        }
    }

    private func exception(_ body: JSON) throws -> PythonException {
        let text = try #require(body["exception"]?.asText)
        let match = try #require(text.wholeMatch(of: /(\w+)\((?:'([^']*)'|"([^"]*)")?\)/))
        let argument = (match.2 ?? match.3).map { JSON.text(String($0)) }
        return PythonException(
            String(match.1), argument.map { [$0] } ?? [], traceback: body["traceback"]?.asText)
    }

    /// The message that the event was about, out of what was queued or claimed.
    private func received(_ body: JSON) throws -> TaskMessage {
        let messages = try (Capture.named("queued") + Capture.named("unacked")).map { try TaskMessage($0.envelope()) }
        return try #require(
            messages.first {
                $0.id == body["uuid"]?.asText && $0.retries == body["retries"]?.asInteger
                    && $0.eta?.isoFormat == body["eta"]?.asText && $0.expires?.isoFormat == body["expires"]?.asText
            })
    }

    @Test func logicalClock() {
        var clock = LamportClock()
        #expect(clock.forward() == 1 && clock.adjust(to: 10) == 11 && clock.adjust(to: 3) == 12)
        #expect(clock.adjust(to: .max) == 13 && clock.adjust(to: -5) == 14)
    }

    @Test func requestedHeartbeat() {
        let event = WorkerEvent.heartbeatOnRequest(SoftwareIdentity(name: "n", version: "1"))
        let body = EventSource(node: "w@h", pid: 1, hoursWest: -1).body(event, clock: 2, time: 3)
        #expect(
            body.encoded
                == #"{"hostname": "w@h", "utcoffset": -1, "pid": 1, "clock": 2, "freq": 5, "sw_ident": "n", "#
                + #""sw_ver": "1", "sw_sys": "Linux", "timestamp": 3.0, "type": "worker-heartbeat"}"#)
    }
}
