import Foundation
import Logging
import ScorecardWorker
import Testing

/// The log's file: rights, rotation, faults of the system.
@Suite struct LogFileTests {
    let directory: TemporaryDirectory
    var path: String { directory.path + "/worker.log" }

    init() throws { directory = try TemporaryDirectory() }

    private func logger(_ path: String? = nil, _ flags: [String: String] = [:]) throws(SettingsError) -> Logger {
        try WorkerLog.logger(
            SettingsFixture.configuration(["logfile": path ?? self.path].merging(flags) { $1 }).process)
    }

    private func lines(_ path: String) throws -> [Substring] {
        try String(contentsOf: URL(filePath: path), encoding: .utf8).split(separator: "\n")
    }

    @Test func theFileIsAppendedToAndNotForAll() throws {
        try Data("old\n".utf8).write(to: URL(filePath: path))
        try logger().info("new")
        #expect(try lines(path).count == 2)
        let other = directory.path + "/other.log"
        try logger(other).info("x")
        let rights = try FileManager.default.attributesOfItem(atPath: other)[.posixPermissions] as? Int
        #expect(try #require(rights) & 0o137 == 0)
    }

    @Test(arguments: ["", "/missing/worker.log"]) func aFileThatCannotBeOpenedIsOneSentence(tail: String) throws {
        let error = try #require(throws: SettingsError.self) { _ = try logger(directory.path + tail) }
        #expect(error.exitCode == 78)
        #expect(error.sentence.hasPrefix("The log's file \(directory.path)\(tail)".prefix(70)))
        #expect(error.sentence.contains(tail.isEmpty ? "Is a directory" : "No such file or directory"))
        #expect(!error.sentence.contains("\n"))
    }

    @Test func aMovedFileIsLeft() async throws {
        let logger = try logger()
        logger.info("one")
        try FileManager.default.moveItem(atPath: path, toPath: path + ".1")
        try await Task.sleep(for: .milliseconds(1100))
        logger.info("two")
        #expect(try lines(path + ".1").count == 1)
        #expect(try lines(path).first?.hasSuffix("two") == true)
        try FileManager.default.removeItem(atPath: path)
        try await Task.sleep(for: .milliseconds(1100))
        logger.info("three")
        #expect(try lines(path).map { $0.suffix(5) } == ["three"])
    }

    @Test func aMovedFileIsKeptWhenThereCanBeNoOther() async throws {
        let inner = directory.path + "/logs"
        try FileManager.default.createDirectory(atPath: inner, withIntermediateDirectories: false)
        let logger = try logger(inner + "/worker.log")
        try FileManager.default.moveItem(atPath: inner, toPath: inner + ".old")
        try await Task.sleep(for: .milliseconds(1100))
        logger.info("one")
        #expect(try lines(inner + ".old/worker.log").count == 1)
    }

    /// A name that first leads to a full device and then to a file, as when a disk has room again.
    @Test(arguments: ["text", "json"]) func lostLinesAreCountedAndSaid(format: String) async throws {
        try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "/dev/full")
        let logger = try logger(nil, ["log-format": format])
        for number in 1...3 { logger.info("lost \(number)") }
        try FileManager.default.removeItem(atPath: path)
        try await Task.sleep(for: .milliseconds(1100))
        logger.info("kept")
        logger.info("more")
        let lines = try lines(path)
        #expect(lines.count == 3)
        #expect(lines.first?.contains("3 lines of the log were lost: No space left on device") == true)
        #expect(lines.dropFirst().first?.contains("kept") == true)
    }

    @Test func linesOfManyTasksAreWhole() async throws {
        let logger = try logger()
        await withTaskGroup(of: Void.self) { group in
            for task in 0..<8 {
                group.addTask { for number in 0..<500 { logger.info("task \(task) number \(number) end") } }
            }
        }
        let lines = try lines(path)
        #expect(lines.count == 4000)
        #expect(Set(lines.map { $0.drop { $0 != "]" } }).count == 4000)
        #expect(lines.allSatisfy { $0.contains(/INFO\/MainProcess\] task \d number \d+ end$/) })
    }

    /// A FIFO stands for standard error: it is opened for writing in the same way.
    @Test func aPipeThatNobodyReadsHoldsNothingUp() throws {
        #expect(mkfifo(path, 0o600) == 0)
        let reader = open(path, O_RDONLY | O_NONBLOCK)
        let logger = try logger()
        let long = Logger.Message(stringLiteral: String(repeating: "x", count: 3000))
        let start = ContinuousClock.now
        for _ in 0..<200 { logger.info(long) }
        #expect(ContinuousClock.now - start < .seconds(20))
        var buffer = [UInt8](repeating: 0, count: 1 << 20)
        #expect(read(reader, &buffer, buffer.count) > 3000)
        logger.info("again")
        let count = read(reader, &buffer, buffer.count)
        let text = String(decoding: buffer[..<max(0, count)], as: UTF8.self)
        #expect(text.contains(/\d+ lines of the log were lost: Resource temporarily unavailable/))
        #expect(text.hasSuffix("again\n"))
        // Nobody at the other end: no signal, no end of this process.
        close(reader)
        logger.info("into the void")
        let next = open(path, O_RDONLY | O_NONBLOCK)
        logger.info("back")
        let rest = read(next, &buffer, buffer.count)
        close(next)
        #expect(
            String(decoding: buffer[..<max(0, rest)], as: UTF8.self).contains("1 line of the log was lost: Broken pipe")
        )
    }
}
