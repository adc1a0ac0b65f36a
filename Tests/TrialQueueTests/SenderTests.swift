import ChildProcesses
import CeleryQueue
import Foundation
import Glibc
import OCRWire
import Recognition
import Redis
import Testing
import TrialQueue

/// The sender against a real server; what workers do is done by hand.
@Suite(.serialized) struct SenderTests {
    private let server: RedisServer
    private let redis: RedisConnection
    private let keys = BrokerKeys()
    private static let document = Array("a card".utf8)

    init() throws {
        server = try RedisServer()
        redis = try RedisConnection(RedisConfiguration(url: server.url))
    }

    private func sender(patience: Duration) throws -> TrialSender {
        let hello = ReaderHello(
            engines: EngineVersions(tesseract: "5", leptonica: "1", poppler: "22"), modelDirectory: "/nowhere",
            models: [])
        return try TrialSender(
            server.url, readers: OwnReaders(hello: hello, program: "/proc/self/exe"), patience: patience)
    }

    private func read(_ sender: TrialSender, _ document: [UInt8] = Self.document) async -> ReadResult? {
        await sender.read(
            document, id: "card-1", request: Sample.request(), models: ["eng"], hardLimit: .seconds(90))
    }

    /// Takes the next trial off the queue, as a worker would.
    private func take() async throws -> (id: String, trial: Trial) {
        for _ in 0..<300 {
            if let raw = try await redis.command("RPOP", Trial.queue).bytes {
                let task = try TaskMessage(try Envelope(parsing: raw))
                #expect(task.ignoresResult && task.type == Trial.task)
                return (task.id, try Trial(task))
            }
            try await Task.sleep(for: .milliseconds(10))
        }
        throw Missing()
    }

    private struct Missing: Error {}

    private func answer(_ id: String, _ answer: TrialAnswer) async throws {
        _ = try await redis.command("SET", keys.trialAnswer(id), try answer.encoded())
    }

    /// Nothing of a sender is left in Redis.
    private func isClean() async throws -> Bool {
        for _ in 0..<100 {
            if try await redis.command("DBSIZE").integer == 0 { return true }
            try await Task.sleep(for: .milliseconds(10))
        }
        return false
    }

    @Test func whatAWorkerReadsComesBack() async throws {
        let sender = try sender(patience: .seconds(60))
        async let result = read(sender)
        let (id, trial) = try await take()
        #expect(try await redis.command("GET", keys.trialDocument(trial.document)).bytes == Self.document)
        #expect(try await redis.command("TTL", keys.trialDocument(trial.document)).integer ?? -1 > 0)
        #expect(trial.request.plan == Sample.request().plan && trial.hardLimit == .seconds(90))
        try await answer(id, .taken(by: "worker1@host"))
        // It is heard between two looks for the answer.
        for _ in 0..<3000 where sender.report.workers.isEmpty { try await Task.sleep(for: .milliseconds(10)) }
        try await answer(id, .read(.success(Sample.document)))
        #expect(await result == .success(Sample.document))
        #expect(sender.report.workers == ["worker1@host"] && sender.report.end == nil)
        #expect(try await isClean())
    }

    @Test func refusedTrialsGoToOthersAndThenHome() async throws {
        let sender = try sender(patience: .seconds(60))
        async let result = read(sender)
        try await answer(try await take().id, .refused(by: "old@host", why: "its model eng is another file"))
        try await answer(try await take().id, .read(.failure(.encryptedPDF)))
        #expect(await result == .failure(.encryptedPDF))
        #expect(sender.report.refusals == ["old@host": "its model eng is another file"])
        async let second = read(sender)
        for _ in 0..<3 { try await answer(try await take().id, .refused(by: "old@host", why: "no")) }
        #expect(await second == nil)
        #expect(sender.report.end == nil)
        #expect(try await isClean())
    }

    @Test(arguments: [TrialAnswer.died("The reader crashed."), .missing])
    func whatNobodyCouldReadIsReadAtHome(answer: TrialAnswer) async throws {
        let sender = try sender(patience: .seconds(60))
        async let result = read(sender)
        try await self.answer(try await take().id, answer)
        #expect(await result == nil)
        #expect(sender.report.end == nil)
        #expect(try await isClean())
    }

    /// The first trial is lost; the second, sent later, is answered, so the first is sent again.
    @Test func aLostTrialIsSentAgain() async throws {
        let sender = try sender(patience: .milliseconds(1500))
        async let lost = read(sender)
        let first = try await take()
        async let other = read(sender)
        try await answer(try await take().id, .read(.failure(.emptyFile)))
        #expect(await other == .failure(.emptyFile))
        let again = try await take()
        #expect(again.id == first.id && again.trial == first.trial)
        try await answer(again.id, .read(.success(Sample.document)))
        #expect(await lost == .success(Sample.document))
        #expect(sender.report.resent == 1 && sender.report.end == nil)
    }

    @Test func aSilentFleetIsGivenUp() async throws {
        let sender = try sender(patience: .milliseconds(300))
        #expect(await read(sender) == nil)
        #expect(sender.report.end == "No worker has taken or answered a trial for 0 s.")
        #expect(try await isClean())
        // From then on nothing is sent.
        #expect(await read(sender) == nil)
        #expect(try await isClean())
    }

    @Test func largeDocumentsStayAtHome() async throws {
        let sender = try sender(patience: .seconds(60))
        #expect(await read(sender, [UInt8](repeating: 0, count: Trial.mostDocumentBytes + 1)) == nil)
        #expect(sender.report.end == nil)
        #expect(try await isClean())
    }
}

/// A redis-server that ends with its owner.
private final class RedisServer: @unchecked Sendable {
    private let process = Process()
    private let directory = FileManager.default.temporaryDirectory.appending(
        path: "cricksy-trials-\(UUID().uuidString)")
    let url: RedisURL

    init() throws {
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        let socket = directory.appending(path: "s").path
        url = RedisURL(endpoint: .unixSocket(path: socket))
        process.executableURL = URL(filePath: "/usr/bin/redis-server")
        process.arguments = ["--port", "0", "--save", "", "--dir", directory.path, "--unixsocket", socket]
        process.standardOutput = FileHandle(forWritingAtPath: "/dev/null")
        try process.start()
    }

    deinit {
        // Not SIGTERM, which other tests of this process may have blocked, and with it their children.
        kill(process.processIdentifier, SIGKILL)
        try? FileManager.default.removeItem(at: directory)
    }
}
