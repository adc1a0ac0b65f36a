import ChildProcesses
import Corpus
import Foundation
import Labelling
import OCRWire
import Testing

/// A label page that is served, and requests to it as they are, Host header and all.
struct PageClient: Sendable {
    /// `http://127.0.0.1:PORT/TOKEN/`.
    let address: String
    let session: LabelSession

    /// A status and a body.
    struct Answer: Sendable {
        var status: Int
        var headers: String
        var body: Data

        var text: String { String(decoding: body, as: UTF8.self) }
        func json() throws -> [String: Any] {
            try #require(try JSONSerialization.jsonObject(with: body) as? [String: Any])
        }
    }

    /// Serves a document until the body has ended, and closes the page the way a person does.
    static func serving(
        _ id: String, into directory: String, _ body: (PageClient) async throws -> Void
    ) async throws {
        let (corpus, document) = try Cards.document(id)
        let bytes = try corpus.bytes(of: document)
        let drafted = try await Cards.withDrafter { drafter in
            try await drafter.draft(bytes, name: id, pictures: .init(longestSide: 900))
        }
        let session = LabelSession(
            name: document.file, bytes: bytes, drafted: drafted,
            collection: try CardCollection(at: directory, alone: false),
            terms: .init(consent: "a test", split: .tune, added: "2026-01-02"))
        let (addresses, bound) = AsyncStream.makeStream(of: String.self)
        let server = Task { try await LabelServer(session).run { bound.yield($0) } }
        var waiting = addresses.makeAsyncIterator()
        let address = try #require(await waiting.next())
        let client = PageClient(address: address, session: session)
        do {
            try await body(client)
        } catch {
            _ = try? await client.post("close", "{}")
            throw error
        }
        _ = try await client.post("close", "{}")
        try await server.value
    }

    var host: String { String(address.dropFirst(7).prefix { $0 != "/" }) }
    var port: String { String(host.drop { $0 != ":" }) }

    func get(_ path: String, header: String? = nil) async throws -> Answer {
        try await curl((header.map { ["-H", $0] } ?? []) + [address + path])
    }

    func post(_ path: String, _ body: String, type: String = "application/json") async throws -> Answer {
        let file = NSTemporaryDirectory() + "body-\(UUID().uuidString)"
        try Data(body.utf8).write(to: URL(filePath: file))
        defer { try? FileManager.default.removeItem(atPath: file) }
        return try await curl(["--data-binary", "@\(file)", "-H", "Content-Type: \(type)", address + path])
    }

    func curl(_ arguments: [String]) async throws -> Answer {
        try await withCheckedThrowingContinuation { continuation in
            Thread.detachNewThread { continuation.resume(with: Result { try Self.run(arguments) }) }
        }
    }

    private static func run(_ arguments: [String]) throws -> Answer {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["curl", "-s", "-i", "--noproxy", "*", "--max-time", "20"] + arguments
        process.standardOutput = output
        try process.start()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        let end = try #require(data.range(of: Data("\r\n\r\n".utf8)))
        let headers = String(decoding: data[..<end.lowerBound], as: UTF8.self)
        let status = try #require(headers.split(separator: " ").dropFirst().first.flatMap { Int($0) })
        return Answer(status: status, headers: headers.lowercased(), body: data[end.upperBound...])
    }
}
