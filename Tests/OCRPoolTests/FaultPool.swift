import Glibc
import OCRPool
import OCRWire
import Recognition
import Scorecard
import Testing

/// Tests that start processes run one after another: some of them count processes and descriptors.
@Suite(.serialized) enum RealProcesses {}

/// A pool of fault readers, with short limits.
enum FaultPool {
    static func configuration(
        _ fault: [String] = [], concurrency: Int = 1, hardLimit: Duration = .seconds(20)
    ) throws -> PoolConfiguration {
        PoolConfiguration(
            program: try ReaderProgram.find(name: "fault-reader"), arguments: fault, concurrency: concurrency,
            hardLimit: hardLimit, startLimit: .seconds(20),
            restarts: RestartPolicy(firstDelay: .milliseconds(20), longestDelay: .milliseconds(100)),
            // Their faults are made of what a locked-in reader cannot do.
            sandbox: SandboxOrder(policy: .off))
    }

    /// A pool for the time of a test, which must leave neither process nor descriptor behind.
    static func with<Result>(
        _ configuration: PoolConfiguration, _ body: (ReaderPool) async throws -> Result
    ) async throws -> Result {
        let before = try await settledDescriptors()
        let pool = try await ReaderPool(configuration)
        let result: Result
        do {
            result = try await body(pool)
        } catch {
            await pool.shutdown()
            throw error
        }
        await pool.shutdown()
        #expect(ProcessTree.processes() == ["self"], "a process is left")
        try await expectDescriptors(atMost: before)
        return result
    }

    /// The runtime opens descriptors of its own whenever it first needs them: the first sleep, the first pool, the first
    /// death must be over before any are counted.
    private static let firstPool = Task {
        let pool = try await ReaderPool(configuration())
        _ = try? await pool.text("crash")
        _ = try await pool.text("words 1")
        await pool.shutdown()
        try await Task.sleep(for: .milliseconds(1))
    }

    static func settledDescriptors() async throws -> Int {
        try await firstPool.value
        return descriptorCount()
    }

    /// Who waits for an answer may run a moment before the last owner of the document has let it go.
    static func expectDescriptors(atMost limit: Int) async throws {
        for _ in 0..<50 where descriptorCount() > limit { try await Task.sleep(for: .milliseconds(10)) }
        let left = openFiles()
        #expect(left.count <= limit, "a descriptor is left: \(left)")
    }

    static func descriptorCount() -> Int { openFiles().count }

    /// What this process has open, by the names the kernel gives it; the runtime's own timers and queues are not ours.
    private static func openFiles() -> [String] {
        (0..<4096).filter { fcntl(Int32($0), F_GETFD) >= 0 }.map(name).filter { !runtimeFiles.contains($0) }
    }

    private static let runtimeFiles: Set = ["anon_inode:[eventpoll]", "anon_inode:[timerfd]", "anon_inode:[eventfd]"]

    private static func name(_ descriptor: Int32) -> String {
        var buffer = [CChar](repeating: 0, count: 256)
        let length = readlink("/proc/self/fd/\(descriptor)", &buffer, buffer.count)
        return String(decoding: buffer.prefix(max(0, length)).map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}

extension ReaderPool {
    static let onePlan = ReadPlan.all([RecognitionSettings()])

    /// Reads a document of this text with one setting; the text of the answer.
    func text(_ document: String, _ options: ReadOptions = ReadOptions()) async throws -> String {
        let answer = try await read(Array(document.utf8), plan: Self.onePlan, options: options)
        guard case .success(let document)? = answer.results.first else { return "" }
        return document.pages.flatMap(\.words).map(\.text).joined(separator: " ")
    }

    /// The error of a document that must have one.
    func error(_ document: String, _ options: ReadOptions = ReadOptions()) async throws -> PoolError {
        let text: String
        do {
            text = try await self.text(document, options)
        } catch let error as PoolError {
            return error
        }
        throw UnexpectedAnswer(document: document, text: text)
    }
}

struct UnexpectedAnswer: Error {
    let document: String
    let text: String
}
