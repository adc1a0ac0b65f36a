import CeleryQueue
import Foundation
import OCRWire
import Recognition
import Scorecard
import Testing
import TrialQueue
import TunedConfiguration

/// What is made up for the tests of this room.
enum Sample {
    static let readers = ReaderIdentity(
        engine: EngineFingerprint(
            tesseract: "5.3.0", leptonica: "1.82.0", poppler: "22.12.0", models: ["eng": "aa", "Latin": "bb"]),
        program: "cc")

    static func request(_ plan: ReadPlan = .all([RecognitionSettings(pageSegmentation: .singleBlock)])) -> ReadRequest {
        ReadRequest(id: 0, plan: plan, deadlineMilliseconds: 60_000, documentBytes: 3)
    }

    static func trial(_ request: ReadRequest = request()) -> Trial {
        Trial(readers: readers, document: "card-1", request: request, hardLimit: .seconds(90))
    }

    /// A task as a worker gets it.
    static func task(_ keywords: [JSON.Member]) throws -> TaskMessage {
        let task = NewTask(type: Trial.task, id: "id", kwargs: keywords, routingKey: Trial.queue)
        return try TaskMessage(try Envelope(parsing: task.envelope(deliveryTag: "tag", now: 0).encodedBytes))
    }

    static let document = ReadDocument(
        kind: .screen, format: .png,
        pages: [RecognizedPage(index: 0, width: 10, height: 10, source: .ocr, blocks: [])], reading: .init(),
        cost: ReadCost())
}

@Suite struct CodingTests {
    @Test func aTrialArrivesAsItWasSent() throws {
        let trial = Sample.trial()
        let keywords = try trial.keywords()
        #expect(try Trial(try Sample.task(keywords)) == trial)
        // The document goes another way: a message stays small.
        #expect(JSON.object(keywords).encodedBytes.count < 1024)
    }

    @Test(
        arguments: [
            ("document", JSON.text("../celery")), ("document", ""),
            ("document", .text(String(repeating: "a", count: 101))),
            ("document", 7), ("request", "%%%"), ("request", .text(Data([1, 2, 3]).base64EncodedString())),
            ("request", .null),
            ("request", .text(String(repeating: "A", count: 200_000))), ("hard_limit_ms", 0),
            ("hard_limit_ms", 700_000),
            ("hard_limit_ms", "90"), ("readers", [:]), ("readers", .null), ("readers", ["tesseract": "5"]),
        ] as [(String, JSON)])
    func whatIsNoTrialIsRefused(key: String, value: JSON) throws {
        var keywords = JSON.object(try Sample.trial().keywords())
        keywords[key] = value
        let task = try Sample.task(keywords.asObject ?? [])
        #expect(throws: TrialFault.self) { try Trial(task) }
    }

    @Test func oneTrialIsOneReading() throws {
        for plan in [ReadPlan.all([]), .all([RecognitionSettings(), RecognitionSettings(rasterDPI: 300)])] {
            let task = try Sample.task(try Sample.trial(Sample.request(plan)).keywords())
            #expect(throws: TrialFault.self) { try Trial(task) }
        }
    }

    @Test func aRequestIsBounded() {
        let settings = RecognitionSettings(characterAllowList: String(repeating: "x", count: 100_000))
        #expect(throws: TrialFault.self) { try Sample.trial(Sample.request(.all([settings]))).keywords() }
    }

    @Test(arguments: [
        TrialAnswer.taken(by: "worker1@host"), .died("The reader crashed (SIGSEGV)."), .missing,
        .refused(by: "worker1@host", why: "its model eng is another file"), .read(.success(Sample.document)),
        .read(.failure(.deadlineExceeded)), .read(.failure(.infeasibleSettings("no legacy part"))),
    ])
    func anAnswerArrivesAsItWasStored(answer: TrialAnswer) throws {
        #expect(TrialAnswer(try answer.encoded()) == answer)
    }

    @Test func nonsenseIsNoAnswer() throws {
        let reading = try TrialAnswer.read(.success(Sample.document)).encoded()
        for bytes in [[], Array("X".utf8), Array("Nnode".utf8), Array("R".utf8), Array(reading.dropLast())] {
            #expect(TrialAnswer(bytes) == nil)
        }
    }

    @Test func whoDiffersMayNotRead() {
        let own = Sample.readers
        #expect(own.objection(to: own) == nil)
        var wanted = own
        wanted.engine.models = ["eng": "aa"]
        #expect(own.objection(to: wanted) == nil)
        wanted.engine.models["eng"] = "dd"
        #expect(own.objection(to: wanted) == "its model eng is another file")
        wanted.engine.models = ["osd": "ee"]
        #expect(own.objection(to: wanted) == "it has no model osd")
        wanted = own
        wanted.engine.tesseract = "5.5.0"
        #expect(own.objection(to: wanted) == "its Tesseract is 5.3.0 and the tuner's 5.5.0")
        wanted = own
        wanted.program = "ff"
        #expect(own.objection(to: wanted) == "its cricksy-reader is another build")
    }

    @Test func keysFollowThePrefix() throws {
        let keys = BrokerKeys(try TransportOptions(["global_keyprefix": "p:"]))
        #expect(
            keys.trialDocument("a") == "p:cricksy:trial:document:a"
                && keys.trialAnswer("b") == "p:cricksy:trial:answer:b")
    }
}
