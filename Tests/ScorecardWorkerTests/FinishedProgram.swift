import ChildProcesses
import Foundation

/// A program that has run to its end. Its output goes through files: the end of a pipe is inherited by whatever server
/// another test starts meanwhile, and then never closes.
struct FinishedProgram {
    let code: Int32
    let output: Data
    let errors: Data

    /// - Parameter input: what it reads from standard input.
    init(_ program: String, _ arguments: [String], environment: [String: String]? = nil, input: String = "") throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "cricksy-run-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let (given, printed, complained) = (
            folder.appending(path: "in"), folder.appending(path: "out"), folder.appending(path: "err")
        )
        try Data(input.utf8).write(to: given)
        for file in [printed, complained] { try Data().write(to: file) }
        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = arguments
        if let environment { process.environment = environment }
        process.standardInput = try FileHandle(forReadingFrom: given)
        process.standardOutput = try FileHandle(forWritingTo: printed)
        process.standardError = try FileHandle(forWritingTo: complained)
        try process.start()
        process.waitUntilExit()
        code = process.terminationStatus
        output = try Data(contentsOf: printed)
        errors = try Data(contentsOf: complained)
    }
}
