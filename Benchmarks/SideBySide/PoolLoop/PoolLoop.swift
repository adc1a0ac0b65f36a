import ArgumentParser
import FoundationEssentials
import Glibc
import OCRPool
import OCRWire
import Recognition
import Scorecard

/// Reads a list of documents through the shipped pool and reader, and writes the text of each: the side of the
/// comparison that is ours. It prints when the readers were warm, what each document took, and this process's own CPU.
@main
struct PoolLoop: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pool-loop", abstract: "Read a list of documents through the pool; for side_by_side.py.")

    @Argument(help: "A file that names one document a line.")
    var list: String

    @Argument(help: "Directory for the texts; the text of line N, from 0, goes to N.txt.")
    var output: String

    @Option(help: "The reader program.")
    var reader: String

    @Option(help: "Readers at once.")
    var slots = 1

    @Option(help: "Replace a reader after so many documents; 0 for never.")
    var recycle = 50

    @Option(help: "Whether readers lock themselves in: require, best-effort or off.", transform: policy)
    var sandbox = SandboxPolicy.require

    func run() async throws {
        let began = ContinuousClock.now
        let pool = try await ReaderPool(pool())
        print("ready", began.duration(to: .now) / .seconds(1))
        try await readAll(with: pool)
        await pool.shutdown()
        print("parent", ownCPUSeconds())
    }

    private func pool() -> PoolConfiguration {
        PoolConfiguration(
            program: reader, concurrency: slots, recycling: RecyclingPolicy(tasks: recycle > 0 ? recycle : nil),
            startLimit: .seconds(300), sandbox: SandboxOrder(policy: sandbox))
    }

    /// One document more than there are readers is on its way, so that none waits for a file.
    private func readAll(with pool: ReaderPool) async throws {
        let paths = try String(contentsOfFile: list, encoding: .utf8).split(separator: "\n").map(String.init)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for (index, path) in paths.enumerated() {
                if index > slots { try await group.next() }
                group.addTask { try await read(path, index: index, with: pool) }
            }
            try await group.waitForAll()
        }
    }

    private func read(_ path: String, index: Int, with pool: ReaderPool) async throws {
        let bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
        let answer = try await pool.read(bytes, plan: .all([Self.settings]))
        for result in answer.results {
            let text = try result.get().pages.map(\.text).joined()
            try Data(text.utf8).write(to: URL(filePath: "\(output)/\(index).txt"))
        }
        print("read", index, answer.usage.processID, answer.wall / .seconds(1), answer.usage.cpuSeconds)
    }

    /// Tesseract's defaults but for PSM 6, which is what cards are usually read with; engine_loop.cc does the same.
    private static let settings = RecognitionSettings(pageSegmentation: .singleBlock, textLayer: .ignore)
}

/// CPU of this process without its readers.
private func ownCPUSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

@Sendable private func policy(_ name: String) throws -> SandboxPolicy {
    guard let policy = SandboxPolicy(rawValue: name) else { throw ValidationError("There is no policy '\(name)'.") }
    return policy
}
