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

    /// The first sleep of a process opens descriptors of the runtime's own.
    static func settledDescriptors() async throws -> Int {
        try await Task.sleep(for: .milliseconds(1))
        return descriptorCount()
    }

    /// Who waits for an answer may run a moment before the last owner of the document has let it go.
    static func expectDescriptors(atMost limit: Int) async throws {
        for _ in 0..<50 where descriptorCount() > limit { try await Task.sleep(for: .milliseconds(10)) }
        #expect(descriptorCount() <= limit, "a descriptor is left")
    }

    static func descriptorCount() -> Int {
        (0..<4096).filter { fcntl(Int32($0), F_GETFD) >= 0 }.count
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
