import CeleryQueue
import Testing

/// Every row of CELERY.md 1.6: an error with a reason, never a crash.
@Suite struct PoisonTests {
    private func error(_ raw: String) -> MessageError? {
        error(Array(raw.utf8))
    }

    private func error(_ raw: [UInt8]) -> MessageError? {
        do {
            _ = try TaskMessage(try Envelope(parsing: raw))
            return nil
        } catch {
            return error
        }
    }

    private func message(
        body: String = "[[1], {}, {}]", headers: String = #"{"task": "t", "id": "i"}"#, more: String = "",
        properties: String = #"{"delivery_tag": "d"}"#
    ) -> String {
        let text = JSON.text(body).encoded
        return #"{"body": \#(text), "headers": \#(headers), "properties": \#(properties)\#(more)}"#
    }

    @Test func rowsOfTheTable() {
        #expect(error(message()) == nil)
        #expect(error("garbage") == .notJSON(.unexpectedByte(0x67, offset: 0)))
        #expect(error("[1]") == .notAMessage(missing: "properties"))
        #expect(error(#"{"body": "x", "headers": {}}"#) == .notAMessage(missing: "properties"))
        #expect(error(message(body: "{not json")) == .bodyNotJSON(.unexpectedByte(0x6E, offset: 1)))
        #expect(
            error(message(more: #", "content-type": "application/x-yaml""#))
                == .contentTypeRefused("application/x-yaml"))
        #expect(error(message(headers: "{}")) == .notATask)
        #expect(error(message(body: "5", headers: "{}")) == .notATask)
        #expect(error(message(headers: #"{"task": "t"}"#)) == .noTaskID)
        #expect(
            error(message(headers: #"{"task": "t", "id": "i", "eta": "soon"}"#))
                == .invalidDate(field: "eta", value: "soon"))
        #expect(
            error(message(headers: #"{"task": "t", "id": "i", "expires": 5}"#))
                == .invalidDate(field: "expires", value: "5"))
        #expect(error(message(body: "[[1], {}]")) == .bodyMalformed("it has 2 elements"))
        #expect(error(message(body: "[{}, {}, {}]")) == .bodyMalformed("args is not a list"))
        #expect(error(message(body: "[[], [], {}]")) == .bodyMalformed("kwargs is not a mapping"))
        #expect(
            error(message(properties: #"{"delivery_tag": "d", "body_encoding": "rot13"}"#))
                == .unknownBodyEncoding("rot13"))
        #expect(
            error(message(properties: #"{"delivery_tag": "d", "body_encoding": "base64"}"#))
                == .bodyNotDecodable(encoding: "base64"))
        #expect(
            error(message(body: #"[[{"__type__": "x", "__value__": 1}], {}, {}]"#)) == .unknownKombuType("\"x\""))
        #expect(error(String(repeating: "[", count: 100_000)) == .notJSON(.tooDeep(limit: 512)))
        #expect(
            error(message(body: String(repeating: "[", count: 100_000))) == .bodyNotJSON(.tooDeep(limit: 512)))
    }

    @Test func compressions() {
        func compressed(_ name: String) -> String {
            message(headers: #"{"task": "t", "id": "i", "compression": "\#(name)"}"#)
        }
        #expect(error(compressed("application/x-gzip")) == .compressionCorrupt("application/x-gzip"))
        #expect(error(compressed("application/x-brotli")) == .unknownCompression("application/x-brotli"))
        for (name, type) in [("bzip2", "application/x-bz2"), ("lzma", "application/x-lzma")] {
            for capture in Capture.named(name) { #expect(error(capture.value) == .compressionNotSupported(type)) }
        }
        for name in ["yaml", "msgpack"] {
            for capture in Capture.named(name) {
                #expect(error(capture.value) == .contentTypeRefused("application/x-" + name))
            }
        }
    }

    @Test func largeMessagesAreRefused() throws {
        var limits = MessageLimits()
        limits.element = 100
        #expect(throws: MessageError.tooLarge(limit: 100)) {
            try Envelope(parsing: Array(message().utf8) + [UInt8](repeating: 0x20, count: 100), limits: limits)
        }
        for capture in Capture.named("gzip") {
            limits = MessageLimits()
            limits.body = 1000
            #expect(throws: MessageError.bodyTooLarge(limit: 1000)) { try capture.envelope().readBody(limits: limits) }
        }
    }

    @Test func deadLettersKeepEverything() throws {
        let raw = Array(message(headers: #"{"task": "t", "id": "i", "eta": "soon"}"#).utf8)
        let letter = DeadLetter(raw: raw, queue: "celery", error: .invalidDate(field: "eta", value: "soon"))
        #expect(letter.taskID == "i")
        let json = try JSON(parsing: letter.encoded(at: 5))
        #expect(json["raw"]?.asText.map { Array($0.utf8) } == raw)
        #expect(json["reason"]?.asText?.contains("soon") == true && json["queue"] == "celery")
        let binary = DeadLetter(raw: [0xFF, 0x00], queue: "celery", error: .notATask)
        #expect(try JSON(parsing: binary.encoded(at: 5))["raw_hex"] == "ff00" && binary.taskID == nil)
    }

    /// Any prefix and any changed byte of a real message is either read or refused.
    @Test func damagedMessagesNeverCrash() throws {
        let raw = try #require(Capture.named("link").first).value
        for length in stride(from: 0, to: raw.count, by: 7) { #expect(error(Array(raw[..<length])) != nil) }
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<2000 {
            var copy = raw
            copy[Int.random(in: copy.indices, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
            if let error = error(copy) {
                #expect(!error.sentence.isEmpty && !error.exception.type.isEmpty)
            }
        }
    }
}
