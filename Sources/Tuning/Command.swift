internal import Foundation

/// A program that is run to its end, found as a shell would find it.
public enum Command {
    /// Runs it with nothing on its standard input.
    ///
    /// - Parameters:
    ///   - command: the program's name and its arguments.
    ///   - withErrors: whether the output has what it writes to standard error too, which is else dropped.
    /// - Returns: its exit code, 127 when there is no such program, and what it wrote.
    /// - Throws: what Foundation throws where no process can be started at all.
    public static func run(_ command: [String], withErrors: Bool = false) throws -> (code: Int32, output: String) {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = command
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        process.standardError = withErrors ? output : FileHandle.nullDevice
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: data, as: UTF8.self))
    }
}
