internal import Foundation
public import OCRPool
internal import OCRWire
internal import Synchronization

/// Valgrind's counter of instructions, for machines that hide their processor's own, as most virtual ones do: slow, but
/// what it counts hardly depends on what else the machine does (valgrind.org, "Callgrind: a call-graph generating cache
/// and branch prediction profiler", monitor commands).
public struct Callgrind: Sendable {
    /// A reader is slower by this much, at the most, than by itself.
    private static let slowness = 100

    private let valgrind: String
    /// Where its files go.
    private let folder: String

    /// - Parameter folder: a directory for its files; it must exist.
    /// - Returns: nil where it is not installed.
    public init?(folder: String) {
        let found = (try? Command.run(["sh", "-c", "for p in valgrind vgdb strip; do command -v $p; done"]))?.output
        let paths = found?.split(separator: "\n") ?? []
        guard paths.count == 3 else { return nil }
        valgrind = String(paths[0])
        self.folder = folder
    }

    /// A pool whose readers run in it, open: what locks a reader in would lock Valgrind in.
    ///
    /// - Throws: `TuningError` when the reader cannot be copied. It is run without debug information: Valgrind cannot read
    ///   Swift's.
    func configuration(_ plain: PoolConfiguration, name: String) throws(TuningError) -> PoolConfiguration {
        let reader = "\(folder)/\(name)"
        let stripped = try? Command.run(["strip", "--strip-debug", "-o", reader, plain.program], withErrors: true)
        guard stripped?.code == 0 else {
            throw .reader("\(plain.program) cannot be copied for Valgrind (\(stripped?.output ?? "no strip"))")
        }
        var counted = plain
        counted.program = valgrind
        counted.arguments = [
            "--quiet", "--tool=callgrind", "--instr-atstart=no", "--vgdb-prefix=\(folder)/vgdb",
            "--callgrind-out-file=\(folder)/callgrind.%p", reader,
        ]
        counted.sandbox.policy = .off
        counted.memoryLimit = nil
        counted.startLimit = plain.startLimit * Self.slowness
        counted.softLimit = nil
        counted.hardLimit = plain.hardLimit * Self.slowness
        return counted
    }

    /// Has a reader's instructions counted from now on: until then it is several times faster.
    ///
    /// - Returns: whether it does.
    func begin(_ processID: Int32) -> Bool { tell(processID, "instrumentation", "on") }

    private func tell(_ processID: Int32, _ command: String...) -> Bool {
        let told = ["vgdb", "--max-invoke-ms=1", "--vgdb-prefix=\(folder)/vgdb", "--pid=\(processID)"] + command
        return (try? Command.run(told))?.code == 0
    }

    /// Instructions of a reader since the last time, or since it began to count; nil when it does not say.
    func take(_ processID: Int32) -> UInt64? {
        guard tell(processID, "dump") else { return nil }
        let written = try? FileManager.default.contentsOfDirectory(atPath: folder)
        var sum: UInt64?
        for file in written ?? [] where file.hasPrefix("callgrind.\(processID).") {
            if let total = total(of: "\(folder)/\(file)") { sum = (sum ?? 0) + total }
            try? FileManager.default.removeItem(atPath: "\(folder)/\(file)")
        }
        return sum
    }

    private func total(of path: String) -> UInt64? {
        let text = (try? String(contentsOfFile: path, encoding: .isoLatin1)) ?? ""
        let line = text.split(separator: "\n").last { $0.hasPrefix("totals: ") }
        return line.flatMap { UInt64($0.dropFirst("totals: ".count)) }
    }
}

/// Tells how many instructions a process has run outside the kernel.
protocol InstructionCounting: Sendable {
    /// The process.
    var processID: Int32 { get }
    /// Instructions since the counter was made; nil when they cannot be told.
    var value: UInt64? { get }
}

extension InstructionCounter: InstructionCounting {}

/// Counts the instructions of a reader that runs in Valgrind.
final class CallgrindCounter: InstructionCounting {
    let processID: Int32
    private let callgrind: Callgrind
    private let sum: Mutex<UInt64?>

    /// Begins to count.
    init(_ callgrind: Callgrind, processID: Int32) {
        self.callgrind = callgrind
        self.processID = processID
        sum = Mutex(callgrind.begin(processID) ? 0 : nil)
    }

    var value: UInt64? {
        let more = callgrind.take(processID)
        return sum.withLock { sum in
            sum = sum.flatMap { sum in more.map { sum + $0 } }
            return sum
        }
    }
}
