import Foundation
import ObjectStorage
import Testing

/// One run of `cricksy-worker check` against servers that may be wrong.
struct CheckRun {
    struct Line {
        let verdict: String
        let detail: String
        let remedy: String?
    }

    let code: Int32
    let output: String
    let errors: String
    let seconds: Double

    static let password = "c4n4ry"

    init(_ arguments: [String] = [], _ environment: [String: String], openFiles: Int? = nil) async throws {
        self = try await onThread { try CheckRun(running: arguments, environment, openFiles: openFiles) }
        #expect(!(output + errors).contains(Self.password))
        #expect(!output.contains("\u{1B}"))
    }

    private init(running arguments: [String], _ environment: [String: String], openFiles: Int?) throws {
        let program = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
            .appending(path: "cricksy-worker").path
        let limit = openFiles.map { "ulimit -n \($0); " } ?? ""
        let start = ContinuousClock.now
        let run = try FinishedProgram(
            "/bin/sh", ["-c", limit + "exec \"$@\"", "sh", program, "check"] + arguments, environment: environment)
        seconds = (ContinuousClock.now - start) / .seconds(1)
        output = String(decoding: run.output, as: UTF8.self)
        errors = String(decoding: run.errors, as: UTF8.self)
        code = run.code
    }

    var object: [String: Any] {
        (try? JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any]) ?? [:]
    }

    /// The findings of `--json` by subject; the worst where a subject has several.
    var lines: [String: Line] {
        let findings = (object["findings"] as? [[String: Any]] ?? []).map { finding in
            (
                finding["subject"] as? String ?? "",
                Line(
                    verdict: finding["verdict"] as? String ?? "", detail: finding["detail"] as? String ?? "",
                    remedy: finding["remedy"] as? String)
            )
        }
        return Dictionary(findings, uniquingKeysWith: { $0.verdict == "ok" ? $1 : $0 })
    }

    /// Subjects with this verdict, in the order of the alphabet.
    func subjects(_ verdict: String) -> [String] { lines.filter { $0.value.verdict == verdict }.keys.sorted() }

    /// The line of a subject, after a look at its verdict.
    func line(
        _ subject: String, is verdict: String, sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> Line {
        let line = try #require(lines[subject], "\(subject): \(output)\(errors)", sourceLocation: sourceLocation)
        #expect(line.verdict == verdict, "\(subject): \(line)", sourceLocation: sourceLocation)
        #expect((line.remedy == nil) == (line.verdict == "ok"), "\(line)", sourceLocation: sourceLocation)
        return line
    }
}

/// The real servers that all is well with.
struct Servers {
    let redis: RedisServer
    let postgres: PostgresServer
    let storage: TestServer

    init(redis options: [String] = []) async throws {
        redis = try await RedisServer(["--appendonly", "yes"] + options)
        postgres = try await PostgresServer.shared.value
        storage = try await TestServer.moto.value
    }

    func environment(_ changes: [String: String] = [:]) throws -> [String: String] {
        let keys = try storage.keys("reader")
        let database = try databaseURL()
        return [
            "CRICKSY_REDIS_URL": "redis://127.0.0.1:\(redis.port)/0", "DATABASE_URL": database,
            "CRICKSY_S3_ENDPOINT": try storage.text("address"), "CRICKSY_S3_BUCKET": try storage.text("bucket"),
            "CRICKSY_S3_ACCESS_KEY": keys.accessKey, "CRICKSY_S3_SECRET_KEY": keys.secretKey, "HOME": "/nonexistent",
        ].merging(changes) { $1 }
    }

    func databaseURL(password: String = PostgresServer.password, database: String = "postgres") throws -> String {
        let secret = try #require(password.addingPercentEncoding(withAllowedCharacters: .alphanumerics))
        return "postgresql+asyncpg://cricksy:\(secret)@127.0.0.1:\(postgres.port)/\(database)"
    }
}
