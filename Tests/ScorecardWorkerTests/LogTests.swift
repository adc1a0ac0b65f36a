import Foundation
import Logging
import ScorecardWorker
import Testing

/// Lines of the log, real files and a real logrotate's moves.
@Suite struct LogTests {
    let directory: TemporaryDirectory
    var path: String { directory.path + "/worker.log" }

    init() throws { directory = try TemporaryDirectory() }

    private func logger(_ flags: [String: String] = [:]) throws -> Logger {
        try WorkerLog.logger(SettingsFixture.configuration(["logfile": path].merging(flags) { $1 }).process)
    }

    private func text(_ path: String? = nil) throws -> String {
        try String(contentsOf: URL(filePath: path ?? self.path), encoding: .utf8)
    }

    private func lines(_ path: String? = nil) throws -> [String] {
        try text(path).split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
    }

    private func object(_ line: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }

    // MARK: Lines

    @Test func textIsAsCeleryWritesIt() throws {
        let before = Date()
        try logger().info("Task process_upload_task[ab-1] received", metadata: ["task_id": "ab-1", "upload_id": "42"])
        let line = try #require(try lines().first)
        let match = try #require(
            line.wholeMatch(
                of: /\[(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d),(\d{3}): INFO\/MainProcess\] (.*)/))
        #expect(match.3 == "Task process_upload_task[ab-1] received upload_id=42")
        let clock = DateFormatter()
        clock.locale = Locale(identifier: "en_US_POSIX")
        clock.dateFormat = "yyyy-MM-dd HH:mm:ss,SSS"
        let time = try #require(clock.date(from: "\(match.1),\(match.2)"))
        #expect((before.addingTimeInterval(-0.002)...Date()).contains(time))
    }

    @Test func levelsHavePythonsNames() throws {
        let logger = try logger(["loglevel": "DEBUG"])
        for level in Logger.Level.allCases { logger.log(level: level, "m") }
        let levels = try lines().map { try #require($0.firstMatch(of: /: ([A-Z]+)\//)).1 }
        #expect(levels == ["DEBUG", "INFO", "INFO", "WARNING", "ERROR", "CRITICAL"])
    }

    @Test func aDisabledLevelIsNotEvenMade() throws {
        let logger = try logger(["loglevel": "WARNING"])
        logger.info("\(Issue.record("this message was made"))")
        logger.warning("shown")
        #expect(try lines().count == 1)
    }

    @Test func metadataIsLogfmt() throws {
        var logger = try logger()
        logger[metadataKey: "node"] = "w1@h"
        logger[metadataKey: "queue"] = "far"
        logger.error(
            "m", error: SettingsError(sentence: "It broke."),
            metadata: [
                "task_id": "t1", "b": "two words", "c": "a\"b\\c", "d": "", "n": .stringConvertible(7), "queue": "near",
            ])
        #expect(
            try lines().first?.hasSuffix(
                "] m b=\"two words\" c=\"a\\\"b\\\\c\" d=\"\" error=\"It broke.\" n=7 node=w1@h queue=near task_id=t1")
                == true)
    }

    @Test func jsonIsOneObjectALine() throws {
        let logger = try logger(["log-format": "json"])
        logger.warning(
            "a\nb \u{1F3CF}",
            metadata: [
                "upload_id": .stringConvertible(42), "late": .stringConvertible(true), "s": .stringConvertible(0.5),
                "list": ["x", "y"], "map": ["k": "v"], "message": "mine",
            ])
        let line = try #require(try lines().first)
        #expect(try lines().count == 1)
        #expect(
            line.contains(
                /^{"time":"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z","level":"WARNING","logger":"cricksy-worker","message":/
            ))
        let object = try object(line)
        #expect(object["message"] as? String == "a\nb \u{1F3CF}")
        #expect(object["message_"] as? String == "mine")
        #expect(object["upload_id"] as? Int == 42)
        #expect(object["late"] as? Bool == true)
        #expect(object["s"] as? Double == 0.5)
        #expect(object["list"] as? [String] == ["x", "y"])
        #expect(object["map"] as? [String: String] == ["k": "v"])
        let time = try #require(object["time"] as? String)
        let style = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
        #expect(abs(try style.parse(time).timeIntervalSinceNow) < 5)
    }

    // MARK: Hostile texts

    static let hostile = "a\n\r\t\0\u{1B}[2J\u{7F}\u{85}\u{9B}\u{2028}\u{2029}\u{202E}\u{2066}\u{200F}\u{E0001}z"

    @Test(arguments: ["text", "json"]) func controlCharactersAreEscaped(format: String) throws {
        try logger(["log-format": format]).info(
            Logger.Message(stringLiteral: LogTests.hostile), metadata: ["k": .string(LogTests.hostile)])
        let written = try text()
        #expect(written.last == "\n")
        for scalar in written.dropLast().unicodeScalars {
            let category = scalar.properties.generalCategory
            #expect(![.control, .format, .lineSeparator, .paragraphSeparator].contains(category), "\(scalar.value)")
        }
        if format == "json" {
            // A NUL is left out: no store for JSON takes it.
            #expect(try object(written)["message"] as? String == LogTests.hostile.replacing("\0", with: ""))
        } else {
            #expect(written.contains("a\\n\\r\\t\\u{0}\\u{1b}[2J\\u{7f}\\u{85}\\u{9b}\\u{2028}"))
        }
    }

    @Test(arguments: ["text", "json"]) func longLinesAreCut(format: String) throws {
        let logger = try logger(["log-format": format])
        let long = String(repeating: "\u{E9}\"", count: 100_000)
        logger.info(Logger.Message(stringLiteral: long))
        logger.info("m", metadata: ["k": .string(long), "l": .string(long)])
        logger.info("m", metadata: .init(uniqueKeysWithValues: (0..<5000).map { ("key\($0)", "v") }))
        logger.info("short")
        let lines = try lines()
        #expect(lines.count == 4)
        #expect(lines.allSatisfy { $0.utf8.count < 8192 })
        #expect(lines[..<2].allSatisfy { $0.contains("\u{2026}") && $0.utf8.count > 7000 })
        #expect(lines[3].contains("short") && !lines[3].contains("\u{2026}"))
        if format == "json" { for line in lines { _ = try object(line) } }
    }

    static let secrets = [
        "see https://s3.example/b/k.jpg?X-Amz-Credential=c4n4ry%2F2026&X-Amz-Signature=c4n4ry&x=1 now",
        "GET /b/k?AWSAccessKeyId=c4n4ry&Signature=c4n4ry&Expires=1", "X-Amz-Security-Token=c4n4ry",
        "redis://user:c4n4ry@h:6379/0", "dsn=postgresql://u:p@c4n4ry/x@h/d", "://user:c4n4ry@h",
        "Authorization: AWS4 Credential=c4n4ry/s3,Signature=c4n4ry", "password=c4n4ry",
        "a=b,Signature=c4n4ry", "(redis://:c4n4ry@h/1,redis://:c4n4ry@h/2)", "x=1&y=https://h/?token=c4n4ry",
        "line\nredis://:c4n4ry@h/0\n",
    ]

    @Test(arguments: ["text", "json"], secrets) func secretsAreMasked(format: String, secret: String) throws {
        let logger = try logger(["log-format": format])
        logger.info(Logger.Message(stringLiteral: "before \(secret) after"), metadata: ["k": .string(secret)])
        logger.info("m", metadata: ["password": "c4n4ry", "list": [.string(secret)], "map": ["k": .string(secret)]])
        let written = try text()
        #expect(!written.contains("c4n4ry"))
        #expect(written.contains("***") && written.contains("before "))
        #expect(written.contains(" after"))
    }

    @Test func whatIsNoSecretStays() throws {
        let message = "key=uploads/7/card.jpg from https://s3.example/uploads/7?versionId=3 took a=1, b=2 s"
        try logger().info(Logger.Message(stringLiteral: message))
        #expect(try lines().first?.hasSuffix("] " + message) == true)
    }
}
