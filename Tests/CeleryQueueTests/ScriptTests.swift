import CeleryQueue
import Foundation
import Testing

/// The scripts on a real server.
@Suite struct ScriptTests {
    let server: RedisServer
    let keys = BrokerKeys()
    let owner: ClaimOwner

    init() throws {
        server = try RedisServer()
        owner = ClaimOwner("worker1@vm:1:a", keys: keys)
    }

    private var lists: [(key: String, queue: String)] { QueueRotation(["celery"]).lists(keys) }

    private func message(_ id: String, tag: String? = nil) -> String {
        let envelope = Envelope(
            body: [[1], [:], [:]], headers: ["task": "t", "id": .text(id), "empty": [], "big": 12345678901234567],
            properties: [
                "delivery_tag": .text(tag ?? "tag-" + id),
                "delivery_info": ["exchange": "", "routing_key": "celery"],
            ])
        return envelope.document.encoded
    }

    private func push(_ text: String, to list: String = "celery") throws { try server.send("LPUSH", list, text) }

    private func claim(_ most: Int = 10, by other: ClaimOwner? = nil) throws -> [ClaimedElement] {
        try server.claim(.claim(lists, most: most, owner: other ?? owner, lease: 30))
    }

    private func isEmpty() throws -> Bool {
        try server.send("HLEN", "unacked") == 0 && server.send("ZCARD", "unacked_index") == 0
            && server.send("EXISTS", "cricksy:claims:" + owner.name) == 0
    }

    @Test func claimsInOrderOfPriorityAndAge() throws {
        try push(message("late"), to: keys.list("celery", priority: 9))
        try push(message("first"))
        try push(message("second"))
        let names = try claim(2).map { element in
            if case .claimed(let name, _, "celery") = element { name } else { "" }
        }
        #expect(names == ["tag-first", "tag-second"])
        #expect(try claim().count == 1 && claim().isEmpty)
        #expect(try server.send("HLEN", "unacked") == 3)
        #expect(try server.send("TTL", "cricksy:lease:" + owner.name).asInteger ?? 0 > 25)
        #expect(try server.send("SMEMBERS", "cricksy:owners") == [.text(owner.name)])
    }

    /// What lies in `unacked` is the text as it was, in the shape that Python's workers give back.
    @Test func claimsAreLaidOutAsCelerys() throws {
        let text = message("a")
        try push(text)
        _ = try claim()
        #expect(try server.send("HGET", "unacked", "tag-a").asText == "[\(text), \"\", \"celery\"]")
        let score = try #require(try server.send("ZSCORE", "unacked_index", "tag-a").asText.flatMap(Double.init))
        #expect(abs(score - Date().timeIntervalSince1970) < 5)
    }

    @Test func equalTagsDoNotOverwriteEachOther() throws {
        for id in ["a", "b", "c"] { try push(message(id, tag: "same")) }
        let claimed = try claim()
        let names = claimed.map { if case .claimed(let name, _, _) = $0 { name } else { "" } }
        #expect(names == ["same", "same#2", "same#3"])
        for (name, id) in zip(names, ["a", "b", "c"]) {
            #expect(try server.send("HGET", "unacked", name).asText?.contains("\"\(id)\"") == true)
        }
    }

    @Test(arguments: ["garbage", "[1]", "5", "{\"a\": 1}", "{\"properties\": {}}", "{\"properties\": 1}", "", "tëxt"])
    func whatIsNoMessageGoesToTheDeadLetters(text: String) throws {
        try push(text)
        try push(message("good"))
        let elements = try claim()
        #expect(elements.count == 2)
        guard case .dead(let reason, let raw, "celery") = elements.first else {
            Issue.record("not dead: \(elements)")
            return
        }
        #expect(raw == Array(text.utf8) && !reason.isEmpty)
        let entry = try JSON(parsing: try server.send("LINDEX", "cricksy:dead:celery", "0").asText ?? "")
        #expect(entry["reason"]?.asText == reason && entry["queue"] == "celery")
        #expect(entry["raw"]?.asText == text || entry["raw_hex"] == "74c3ab7874")
        #expect(try server.send("LLEN", "celery") == 0)
    }

    @Test func deadLettersAreBounded() throws {
        for index in 0..<20 { try push("garbage \(index)") }
        _ = try server.claim(.claim(lists, most: 1, owner: owner, lease: 30, deadLetters: 5))
        #expect(try server.send("LLEN", "cricksy:dead:celery") == 5)
    }

    @Test func listsOfTheWrongTypeArePassedOver() throws {
        try server.send("SET", "celery", "x")
        try push(message("a"), to: keys.list("celery", priority: 3))
        #expect(try claim().count == 1)
    }

    /// A server that refuses to write keeps the message.
    @Test func refusedWritesLoseNothing() throws {
        try push(message("a"))
        try server.send("SET", "unacked_index", "not a sorted set")
        _ = try claim()
        #expect(try server.send("LLEN", "celery") == 1)
    }

    @Test func finishingIsAllOrNothing() throws {
        try push(message("a"))
        _ = try claim()
        let call = ScriptCall.finish(
            "tag-a", owner: owner, results: [KeyedValue("result", Array("{}".utf8))],
            messages: [KeyedValue("next", Array("1".utf8)), KeyedValue("next", Array("2".utf8))], deleting: ["old"])
        try server.send("SET", "old", "x")
        #expect(try server.run(call) == 1)
        #expect(try isEmpty())
        #expect(try server.send("GET", "result") == "{}" && server.send("TTL", "result") == 86400)
        #expect(try server.send("LRANGE", "next", "0", "-1") == ["2", "1"] && server.send("EXISTS", "old") == 0)
        try server.send("DEL", "result", "next")
        #expect(try server.run(call) == 0)
        #expect(try server.send("EXISTS", "result", "next") == 0)
    }

    @Test func successIsNotOverwritten() throws {
        let success = #"{"status": "SUCCESS", "result": 1}"#
        try server.send("SET", "result", success)
        try push(message("a"))
        _ = try claim()
        let failure = KeyedValue("result", Array(#"{"status": "FAILURE"}"#.utf8))
        #expect(try server.run(.finish("tag-a", owner: owner, results: [failure], expiry: 0)) == 1)
        #expect(try server.send("GET", "result").asText == success)
    }

    @Test func renewingTellsWhatWasLost() throws {
        try push(message("a"))
        try push(message("b"))
        _ = try claim()
        try server.send("ZADD", "unacked_index", "5", "tag-a")
        try server.send("HDEL", "unacked", "tag-b")
        try server.send("DEL", "cricksy:lease:" + owner.name)
        #expect(try server.run(.renew(["tag-a", "tag-b"], owner: owner, lease: 30)) == ["tag-b"])
        #expect(try server.send("ZSCORE", "unacked_index", "tag-a").asText.flatMap(Double.init) ?? 0 > 1_000_000)
        #expect(try server.send("EXISTS", "cricksy:lease:" + owner.name) == 1)
        #expect(try server.send("SMEMBERS", "cricksy:claims:" + owner.name) == ["tag-a"])
    }

    @Test func restoringNeedsADeadOwner() throws {
        try push(message("a"))
        try push(message("b"))
        _ = try claim(1)
        let seen = Array((try server.send("HGET", "unacked", "tag-a").asText ?? "").utf8)
        let raw = Array(message("a").utf8)
        let back = try Envelope(parsing: raw).redelivered(workerDied: true).encodedBytes
        let call = ScriptCall.restore(
            "tag-a", seen: seen, message: back, lists: ["celery"], toFront: true, owner: owner,
            guard: .deadOwner(lease: 30))
        #expect(try server.run(call) == -1)
        try server.send("DEL", "cricksy:lease:" + owner.name)
        #expect(try server.run(call) == -1, "claimed less than a lease ago")
        try server.send("ZADD", "unacked_index", "5", "tag-a")
        #expect(try server.run(call) == 1)
        #expect(try isEmpty())
        #expect(try server.run(call) == 0)
        #expect(try server.run(.retire(owner, isSelf: false)) == 1)
        #expect(try server.send("SCARD", "cricksy:owners") == 0)
        // In front of the one that was waiting.
        guard case .claimed("tag-a", let again, _) = try claim(1).first else {
            Issue.record("not given back")
            return
        }
        #expect(try Envelope(parsing: again).redeliveries == 1)
    }

    @Test func sweepsSpareWhatWasRenewed() throws {
        try push(message("a"))
        _ = try claim()
        let python = ClaimOwner("", keys: keys)
        func sweep(before time: Double) throws -> JSON {
            try server.run(
                .restore(
                    "tag-a", message: [0x78], lists: ["celery"], toFront: true, owner: python,
                    guard: .claimedBefore(time)))
        }
        #expect(try sweep(before: 5) == -1)
        #expect(try sweep(before: Date().timeIntervalSince1970 + 5) == 1)
        #expect(try server.send("LRANGE", "celery", "0", "-1") == ["x"])
    }

    @Test func ownClaimsGoToTheBackOrFront() throws {
        for id in ["a", "b"] { try push(message(id)) }
        _ = try claim(1)
        #expect(
            try server.run(
                .restore("tag-a", message: [0x31], lists: ["celery"], toFront: false, owner: owner, guard: .own)) == 1)
        #expect(try server.send("LINDEX", "celery", "0") == "1")
        #expect(try isEmpty())
    }

    @Test func quarantine() throws {
        try push(message("a"))
        _ = try claim()
        let letter = DeadLetter(raw: Array(message("a").utf8), queue: "celery", error: .notATask)
        let result = KeyedValue("r", Array("{}".utf8))
        let call = ScriptCall.quarantine(
            "tag-a", owner: owner, queue: "celery", entry: letter.encoded(at: 1), result: result)
        #expect(try server.run(call) == 1)
        #expect(try server.run(call) == 0)
        #expect(try server.send("LLEN", "cricksy:dead:celery") == 1 && server.send("EXISTS", "r") == 1)
        #expect(try isEmpty())
    }

    @Test func locks() throws {
        try server.send("SET", "unacked_mutex", "mine")
        #expect(try server.run(.unlock("unacked_mutex", token: "other")) == 0)
        #expect(try server.run(.unlock("unacked_mutex", token: "mine")) == 1)
    }

    @Test func chords() throws {
        let keys = ResultKeys()
        func member(_ index: Int) throws -> JSON {
            let envelope = Envelope(
                body: [[], [:], [:]],
                headers: ["task": "t", "id": "m\(index)", "group": "g", "group_index": .integer(index)],
                properties: ["delivery_tag": "x"])
            let task = try TaskMessage(envelope)
            let chord = ChordMember(
                taskID: task.id, group: "g", index: index,
                result: TaskResult(of: task, .success(.integer(index * 10))), body: [:])
            return try server.run(.chordMember(chord, keys: keys))
        }
        #expect(try member(1) == ["wait"])
        try server.send("SETEX", keys.chordSize("g"), "86400", "2")
        let complete = try member(0)
        #expect(complete == ["complete", "[1, \"m0\", \"SUCCESS\", 0]", "[1, \"m1\", \"SUCCESS\", 10]"])
        // The last one died before it could say so, and runs again.
        #expect(try member(0) == complete)
        try server.send("INCR", keys.chordAdded("g"))
        #expect(try member(0) == ["wait"] && member(2).asArray?.count == 4)
        try server.send("SET", keys.group("g"), "{}")
        #expect(try member(2) == ["saved"])
    }
}
