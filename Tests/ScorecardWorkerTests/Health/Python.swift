import Foundation
import Testing

/// Programs of Tests/Support/metrics.
enum Python {
    /// The answers to requests of (method, path), over one connection.
    static func requests(_ requests: [(String, String)], port: UInt16) async throws -> [Answer] {
        let arguments = [folder.appending(path: "request.py").path, "\(port)"] + requests.flatMap { [$0.0, $0.1] }
        return try JSONDecoder().decode([Answer].self, from: await run("/usr/bin/python3", arguments))
    }

    static func get(_ path: String, port: UInt16) async throws -> Answer {
        try #require(try await requests([("GET", path)], port: port).first)
    }

    /// Metrics by name, read by Prometheus's parser.
    static func metrics(_ text: String) async throws -> [String: Family] {
        let output = try await run(
            folder.appending(path: "python").path, [folder.appending(path: "parse.py").path], input: text)
        return try JSONDecoder().decode([String: Family].self, from: output)
    }

    struct ProgramFailed: Error { let arguments: [String] }

    struct Answer: Decodable, Sendable {
        let status: Int
        let headers: [String: String]
        let body: String
        let milliseconds: Double

        var json: [String: Any] {
            (try? JSONSerialization.jsonObject(with: Data(body.utf8)) as? [String: Any]) ?? [:]
        }
    }

    struct Family: Decodable, Sendable {
        let type: String
        let samples: [Sample]

        /// The value of the one series that has these labels among its own.
        func value(_ labels: [String: String] = [:], suffix: String = "") throws -> Double {
            let found = samples.filter { sample in
                sample.name.hasSuffix(suffix) && labels.allSatisfy { sample.labels[$0.key] == $0.value }
            }
            try #require(found.count == 1, "\(labels) \(suffix): \(found)")
            return found[0].value
        }
    }

    struct Sample: Decodable, Sendable {
        let name: String
        let labels: [String: String]
        let value: Double
    }

    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Support/metrics")

    /// Runs a program on a thread of its own: two waits would stop a machine of two cores.
    private static func run(_ program: String, _ arguments: [String], input: String = "") async throws -> Data {
        try await withCheckedThrowingContinuation { continuation in
            Thread.detachNewThread {
                continuation.resume(with: Result { try output(program, arguments, input: input) })
            }
        }
    }

    private static func output(_ program: String, _ arguments: [String], input: String) throws -> Data {
        let run = try FinishedProgram(program, arguments, input: input)
        // A requirement that fails on another thread would not fail the test.
        guard run.code == 0 else { throw ProgramFailed(arguments: arguments) }
        return run.output
    }
}
