import ChildProcesses
import Foundation

/// The checkout that the tests were built from.
enum Repository {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    static let corpus = root.appending(path: "corpus")

    static func fixture(_ name: String) -> String { root.appending(path: "Tests/Fixtures/\(name)").path }
}

/// One of our programs, run to its end.
struct Program {
    let status: Int32
    let output: String
    let errors: String

    /// Runs a program that SwiftPM put beside the test bundle.
    static func run(_ name: String, _ arguments: [String], environment: [String: String] = [:]) throws -> Program {
        let folder = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
        let process = Process()
        process.executableURL = folder.appending(path: name)
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        process.currentDirectoryURL = Repository.root
        let scratch = try ScratchDirectory()
        let (output, errors) = (scratch.file("output"), scratch.file("errors"))
        process.standardOutput = try FileHandle(forWritingTo: scratch.create("output"))
        process.standardError = try FileHandle(forWritingTo: scratch.create("errors"))
        process.standardInput = FileHandle.nullDevice
        try process.start()
        process.waitUntilExit()
        return Program(
            status: process.terminationStatus, output: try String(contentsOfFile: output, encoding: .utf8),
            errors: try String(contentsOfFile: errors, encoding: .utf8))
    }

    /// What it said to a person, without progress.
    var sentences: [Substring] { errors.split(separator: "\n") }
}

/// A directory that is gone with the value that holds it.
final class ScratchDirectory {
    let url = FileManager.default.temporaryDirectory.appending(path: "cricksy-\(UUID().uuidString)")

    init() throws {
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(at: url)
    }

    func file(_ name: String) -> String { url.appending(path: name).path }

    func create(_ name: String, _ contents: String = "") throws -> URL {
        let target = url.appending(path: name)
        try Data(contents.utf8).write(to: target)
        return target
    }
}
