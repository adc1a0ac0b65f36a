import ChildProcesses
import Foundation
import Testing

import ObjectStorage

/// A server of Tests/Support/s3, started once for all tests. It ends with this process, whose pipe it reads.
struct TestServer: Sendable {
    static let moto = Task { try await onThread { try TestServer("moto_server.py", keys: HostileKeys.accepted) } }
    static let swift = Task { try await onThread { try TestServer("swift_server.py", keys: HostileKeys.accepted) } }
    static let faults = Task { try await onThread { try TestServer("fault_server.py", keys: []) } }

    private let input = Pipe()
    /// What it printed; `group.name` for what is in a group.
    private let told: [String: String]

    private init(_ program: String, keys: [String]) throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Support/s3")
        let process = Process()
        let output = Pipe()
        process.executableURL = folder.appending(path: "python")
        process.arguments = [folder.appending(path: program).path]
        process.standardInput = input
        process.standardOutput = output
        try process.start()
        try input.fileHandleForWriting.write(contentsOf: JSONEncoder().encode(keys) + Data("\n".utf8))
        var line = Data()
        while line.last != UInt8(ascii: "\n"), let more = try output.fileHandleForReading.read(upToCount: 1) {
            if more.isEmpty { break }
            line += more
        }
        let printed = try #require(try JSONSerialization.jsonObject(with: line) as? [String: Any])
        var told: [String: String] = [:]
        for (name, value) in printed {
            told[name] = value as? String
            for (part, text) in value as? [String: String] ?? [:] { told["\(name).\(part)"] = text }
        }
        self.told = told
    }

    var isMoto: Bool { told["role"] != nil }

    func text(_ name: String) throws -> String { try #require(told[name]) }

    func keys(_ name: String) throws -> AccessKeys {
        AccessKeys(accessKey: try text("\(name).accessKey"), secretKey: try text("\(name).secretKey"))
    }

    /// A store on this server. Retries wait for no longer than a test likes to.
    func store(
        keys: AccessKeys?, endpoint: String = "address", bucket: String? = nil, environment: [String: String] = [:],
        change: (inout ObjectStoreConfiguration) -> Void = { _ in }, now: @escaping @Sendable () -> Date = { Date() }
    ) throws -> ObjectStore {
        var configuration = ObjectStoreConfiguration(
            bucket: bucket ?? told["bucket"] ?? "bucket", endpoint: try text(endpoint),
            accessKeys: keys, environment: environment)
        configuration.retry.firstWait = .milliseconds(20)
        configuration.retry.budget = .seconds(20)
        configuration.slowPeriod = 5
        change(&configuration)
        return try ObjectStore(configuration, now: now)
    }

    /// What the server tells about itself at a path of its own.
    func report<Report: Decodable & Sendable>(_ path: String) async throws -> Report {
        let address = try text("address") + path
        return try await onThread { try Self.report(address) }
    }

    private static func report<Report: Decodable>(_ address: String) throws -> Report {
        let program = """
            import sys, urllib.request as r
            sys.stdout.buffer.write(r.build_opener(r.ProxyHandler({})).open(sys.argv[1]).read())
            """
        let python = Process()
        let output = Pipe()
        python.executableURL = URL(filePath: "/usr/bin/env")
        python.arguments = ["python3", "-c", program, address]
        python.standardOutput = output
        try python.start()
        return try JSONDecoder().decode(Report.self, from: #require(try output.fileHandleForReading.readToEnd()))
    }
}

/// A request as the fault server saw it.
struct LoggedRequest: Decodable, Sendable {
    var method: String
    var path: String
    var headers: [String: String]
}

/// Waits for processes on a thread of its own; two of Swift's would be all there are.
func onThread<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) async throws -> Value {
    try await withCheckedThrowingContinuation { continuation in
        Thread.detachNewThread { continuation.resume(with: Result(catching: body)) }
    }
}

/// The error that an operation ends with.
func fault(_ operation: () async throws -> some Any) async -> ObjectStorageError? {
    do {
        _ = try await operation()
    } catch {
        return error as? ObjectStorageError
    }
    return nil
}

/// Keys as users' file names make them.
enum HostileKeys {
    static let accepted = [
        "uploads/u1/0b6e/card.pdf", "with space.png", " leading and trailing ", "plus+plus.jpg", "equals=a&b=c",
        "100%.png", "%2e%2e/%2F", "a//b", "double//slash//", "trailing/", "quote\"s and 'single'", "a..b/..c/d../...",
        "caf\u{E9}", "cafe\u{301}", "क्रिकेट स्कोर.jpg", "🏏/比分.png", "?query=1#fragment", "back\\slash", "semi;colon,comma",
        "brackets[1]{2}(3)<4>", "!*'()", "~tilde-_.", "colon:at@", "pipe|caret^tick`", "$dollar", "\u{202E}gnp.exe",
        "nb\u{A0}sp", "bucket/again", String(repeating: "k", count: 1000),
    ]

    static let refused: [(String, KeyRefusal)] = [
        ("", .empty), (String(repeating: "é", count: 513), .tooLong), ("a\u{0}b", .controlCharacter),
        ("a\nb", .controlCharacter), ("a\r\nx-amz-acl: public", .controlCharacter), ("a\u{7F}", .controlCharacter),
        ("a\u{85}b", .controlCharacter), ("/etc/passwd", .leadingSlash), ("//", .leadingSlash),
        ("a/../b", .dotSegment), ("..", .dotSegment), (".", .dotSegment), ("a/./b", .dotSegment), ("a/..", .dotSegment),
        ("../other/secret", .dotSegment),
    ]
}
