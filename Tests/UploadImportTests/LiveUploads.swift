import ChildProcesses
import Foundation
import Testing

/// The checkout that the tests were built from.
enum Repository {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    static let programs = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
}

/// Real PostgreSQL and S3 with uploads in them; they end with this value.
final class LiveUploads {
    /// An upload as the backend has it.
    struct Row {
        var id: Int
        var key: String
        var status: String
        var metadata: [String: Bool] = [:]
        var preview: String
        var file: String?

        var object: [String: Any] {
            [
                "id": id, "key": key, "status": status, "metadata": metadata, "preview": preview,
                "file": file ?? NSNull(),
            ]
        }
    }

    private let process = Process()
    private let input = Pipe()
    private let output = Pipe()
    private var told: [String: String] = [:]

    init(_ rows: [Row], files: URL) throws {
        let live = Repository.root.appending(path: "Tests/Support/live")
        let python = try Self.output(
            of: Repository.root.appending(path: "Tests/Support/venv"), [live.appending(path: "requirements.txt").path])
        process.executableURL = URL(filePath: python.trimmingCharacters(in: .whitespacesAndNewlines))
        process.arguments = ["-W", "ignore", live.appending(path: "confirmed_uploads.py").path, files.path]
        process.standardInput = input
        process.standardOutput = output
        try process.start()
        let uploads = try JSONSerialization.data(withJSONObject: rows.map(\.object))
        told = try #require(
            try JSONSerialization.jsonObject(with: ask(String(decoding: uploads, as: UTF8.self))) as? [String: String])
    }

    deinit {
        try? input.fileHandleForWriting.close()
        process.waitUntilExit()
    }

    /// What the import's environment says.
    var environment: [String: String] {
        [
            "DATABASE_URL": told["database"] ?? "", "CRICKSY_S3_ENDPOINT": told["endpoint"] ?? "",
            "CRICKSY_S3_BUCKET": told["bucket"] ?? "", "CRICKSY_S3_ACCESS_KEY": told["accessKey"] ?? "",
            "CRICKSY_S3_SECRET_KEY": told["secretKey"] ?? "",
        ]
    }

    func query(_ sql: String) throws -> [[String]] {
        try #require(try JSONSerialization.jsonObject(with: ask(sql)) as? [[String]])
    }

    private func ask(_ line: String) throws -> Data {
        try input.fileHandleForWriting.write(contentsOf: Data((line + "\n").utf8))
        var answer = Data()
        while answer.last != UInt8(ascii: "\n"), let more = try output.fileHandleForReading.read(upToCount: 1),
            !more.isEmpty
        {
            answer += more
        }
        return answer
    }

    static func output(of program: URL, _ arguments: [String]) throws -> String {
        let process = Process()
        let output = Pipe()
        process.executableURL = program
        process.arguments = arguments
        process.standardOutput = output
        try process.start()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: data, as: UTF8.self)
    }
}

/// `cricksy-bench`, run to its end.
struct Bench {
    let status: Int32
    let output: String
    let errors: String

    init(_ arguments: [String], environment: [String: String]) throws {
        let process = Process()
        let (output, errors) = (Pipe(), Pipe())
        process.executableURL = Repository.programs.appending(path: "cricksy-bench")
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        process.currentDirectoryURL = Repository.root
        process.standardOutput = output
        process.standardError = errors
        try process.start()
        self.output = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        self.errors = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        status = process.terminationStatus
    }
}
