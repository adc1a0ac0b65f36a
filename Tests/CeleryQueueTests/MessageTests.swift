import CeleryQueue
import Testing

/// Messages as Celery 5.4 and 5.7 put them on Redis.
@Suite struct MessageTests {
    static let names = [
        "plain", "keyword", "countdown", "expires", "limits", "priority5", "priority9", "shadow", "header", "ignored",
        "unicode", "stamped", "link", "types", "chain", "group", "chord", "protocol1", "queued", "left",
    ]
    static let messages = names.flatMap(Capture.named)

    @Test func everyKindWasCaptured() {
        for name in Self.names { #expect(Set(Capture.named(name).map(\.version)).count == 2, "\(name)") }
    }

    @Test(arguments: messages) func isWrittenAsItCame(capture: Capture) throws {
        let envelope = try Envelope(parsing: capture.value)
        #expect(envelope.encodedBytes == capture.value)
        let body = try envelope.readBody()
        let again = Envelope(body: body, headers: envelope.headers, properties: envelope.properties)
        #expect(again.encodedBytes == capture.value)
    }

    @Test(arguments: ["5.4.0", "5.7.0"]) func readsTheFields(version: String) throws {
        func task(_ name: String) throws -> TaskMessage {
            let capture = try #require(Capture.named(name).first { $0.version == version })
            return try TaskMessage(try capture.envelope())
        }
        let plain = try task("plain")
        #expect(plain.type == "backend.worker.processor.process_upload_task")
        #expect(plain.args == [42] && plain.kwargs.isEmpty && plain.embed == Embed())
        #expect(plain.rootID == plain.id && plain.parentID == nil && plain.retries == 0 && plain.eta == nil)
        #expect(plain.argsRepr == "(42,)" && plain.kwargsRepr == "{}" && plain.name == plain.type)
        #expect(try task("keyword").kwargsRepr == #"{'upload_id': 42, 'tag': 'it\'s'}"#)
        #expect(try task("countdown").eta != nil)
        #expect(try task("expires").expires != nil)
        #expect(try task("limits").timeLimits == TimeLimits(hard: 30, soft: 20))
        #expect(try task("priority9").envelope.priority == 9)
        #expect(try task("gzip").args == [.text(String(repeating: "x", count: 3000))])
        #expect(try task("shadow").name == "other name")
        #expect(try task("header").envelope.headers["x-custom"] == "hdr")
        #expect(try task("ignored").ignoresResult)
        #expect(try task("unicode").args == ["tëxt 🏏"])
        #expect(try task("stamped").stampedHeaders == ["tenant"])
        #expect(try task("stamped").stamps == [.init("tenant", version == "5.4.0" ? "acme" : "acme")])
        #expect(try task("link").embed.callbacks.count == 1 && task("link").embed.errbacks.count == 1)
        #expect(try task("chain").embed.chain.map { $0["args"] } == [[3], [2]])
        #expect(try task("group").group != nil)
        #expect(try task("chord").embed.chord?["task"]?.asText == plain.type)
    }

    @Test func readsProtocolOne() throws {
        for capture in Capture.named("protocol1") {
            let task = try TaskMessage(try capture.envelope())
            #expect(task.args == [42] && task.kwargs == [.init("tag", "a")])
            #expect(task.timeLimits == TimeLimits(hard: 30, soft: 20) && task.eta != nil)
            let eta = try #require(PythonDateTime(iso: "2030-01-01T00:00:00Z"))
            let retry = try TaskMessage(task.retry(eta: eta, deliveryTag: "t", now: 0))
            #expect(retry.id == task.id && retry.args == task.args && retry.kwargs == task.kwargs)
            #expect(retry.retries == 1 && retry.eta == eta && retry.envelope.headers["task"]?.asText == task.type)
        }
    }

    @Test func readsTheMixedForm() throws {
        let envelope = Envelope(
            body: ["args": [1], "kwargs": ["a": 2]], headers: ["task": "t", "id": "i"],
            properties: ["delivery_tag": "d"])
        let task = try TaskMessage(envelope)
        #expect(task.args == [1] && task.kwargs == [.init("a", 2)] && task.id == "i")
    }

    @Test func readsTheLeastThatCeleryRan() throws {
        let raw = #"""
            {"body": "[[1], {}, {}]", "headers": {"task": "t", "id": "i"},
             "properties": {"delivery_tag": "d", "delivery_info": {"exchange": "", "routing_key": "celery"}}}
            """#
        let task = try TaskMessage(try Envelope(parsing: Array(raw.utf8)))
        #expect(task.args == [1] && task.embed == Embed() && task.argsRepr == "(1,)" && task.envelope.priority == 0)
    }

    /// Python gave these back when it stopped: byte by byte what we would push.
    @Test(arguments: ["5.4.0", "5.7.0"]) func redeliveredAsPythonDoes(version: String) throws {
        let claimed = Capture.named("unacked").filter { $0.version == version }
        #expect(claimed.count == 2)
        for capture in claimed {
            let restored = try #require(
                Capture.named("left").first { $0.version == version && $0.text.contains(capture.key) })
            let ours = try capture.envelope().redelivered(workerDied: false)
            #expect(ours.encodedBytes == restored.value)
            #expect(ours.isRedelivered && ours.redeliveries == 0)
            let counted = ours.redelivered(workerDied: true).redelivered(workerDied: true)
            #expect(counted.redeliveries == 2)
        }
    }

    /// Python retried this task: ours differs in nothing but the milliseconds that AMQP would expire it after.
    @Test(arguments: ["5.4.0", "5.7.0"]) func retriesAsPythonDoes(version: String) throws {
        func find(_ name: String) throws -> Envelope {
            let found = try Capture.named(name).filter { $0.version == version }.map { try $0.envelope() }
            return try #require(found.first { $0.headers["id"] == "retried" })
        }
        let first = try TaskMessage(try find("queued"))
        let theirs = try find("unacked")
        let second = try TaskMessage(theirs)
        let eta = try #require(second.eta)
        var ours = first.retry(eta: eta, deliveryTag: theirs.deliveryTag ?? "", now: eta.epoch - 3600)
        #expect(ours.properties["expiration"]?.asText.flatMap { Int($0) } ?? 0 > 86_000_000)
        // The sender of the retry is the worker, not the client, in Python.
        ours.properties["origin"] = theirs.properties["origin"]
        ours.properties["expiration"] = theirs.properties["expiration"]
        ours.headers["origin"] = theirs.headers["origin"]
        #expect(ours.document.unordered == theirs.document.unordered)
    }

    @Test func newTasksLookLikePythons() throws {
        for capture in Capture.named("plain") {
            let theirs = try TaskMessage(try capture.envelope())
            var ours = NewTask(type: theirs.type, id: theirs.id, args: theirs.args, routingKey: "celery")
            ours.origin = theirs.origin
            ours.replyTo = theirs.replyTo
            // 5.7 clients fill in the limits of their app.
            ours.timeLimits = theirs.timeLimits
            let envelope = ours.envelope(deliveryTag: theirs.envelope.deliveryTag ?? "", now: 0)
            #expect(String(decoding: envelope.encodedBytes, as: UTF8.self) == capture.text)
        }
    }
}

extension Capture {
    var text: String { String(decoding: value, as: UTF8.self) }
}
