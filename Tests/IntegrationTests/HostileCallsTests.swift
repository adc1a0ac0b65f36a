import ChildProcesses
import Foundation
import OCRPool
import OCRWire
import Recognition
import Scorecard
import Testing

/// What a decoder that a hostile file has taken over can do inside the shipped reader (SECURITY.md 1.2), and, to show that the
/// calls are real, what the same decoder does in a reader that is not locked in.
@Suite struct HostileCallsTests {
    enum Fate {
        /// The kernel ends the reader and names the call.
        case fatal(String)
        /// The call fails with this errno and the reader lives.
        case refused(String)
    }

    static let calls: [(name: String, fate: Fate)] = [
        ("socket", .fatal("socket")), ("socketpair", .fatal("socketpair")), ("execve", .fatal("execve")),
        ("fork", .fatal("clone")), ("mmap", .fatal("mmap")), ("kill", .fatal("kill")), ("tgkill", .fatal("tgkill")),
        ("getppid", .fatal("getppid")), ("ptrace", .fatal("ptrace")), ("io_uring_setup", .fatal("io_uring_setup")),
        ("passwd", .refused("EACCES")), ("environment", .refused("EACCES")),
        ("parents-environment", .refused("EACCES")), ("temporary-file", .refused("EACCES")),
        ("font-file", .refused("EACCES")), ("memory", .refused("ENOMEM")),
    ]

    @Test(arguments: HostileCallsTests.calls)
    func isRefusedOrFatalToTheReaderAlone(_ name: String, _ fate: Fate) async throws {
        let hostile = try HostileReader(policy: .require)
        try await hostile.with { pool async throws in
            let error = try await hostile.error(of: name, in: pool)
            switch fate {
            case .fatal(let call): #expect(error.reason == .sandboxViolation(systemCall: call))
            case .refused(let errno):
                #expect(error.reason == .exited(code: 40))
                #expect(error.childOutput.contains(errno), "\(error)")
            }
            try await hostile.expectHonestPage(in: pool)
        }
    }

    /// Root can do all of it; other users cannot write to the fonts in any case.
    @Test(arguments: HostileCallsTests.calls.map(\.name).filter { getuid() == 0 || $0 != "font-file" })
    func goesThroughWhereTheSandboxIsOff(_ name: String) async throws {
        let hostile = try HostileReader(policy: .off)
        try await hostile.with { pool async throws in
            let error = try await hostile.error(of: name, in: pool)
            // execve has put /bin/true in the reader's place.
            #expect(error.reason == .exited(code: name == "execve" ? 0 : 41), "\(error)")
        }
    }

    @Test func fontsCanStillBeRead() async throws {
        let hostile = try HostileReader(policy: .require)
        try await hostile.with { pool async throws in
            #expect(try await hostile.error(of: "font", in: pool).reason == .exited(code: 41))
        }
    }

    @Test(arguments: [
        ("starve-abort", PoolError.Reason.outOfMemory), ("starve-crash", .outOfMemory),
        ("abort", .crashed(signal: "SIGABRT")), ("crash", .crashed(signal: "SIGSEGV")),
    ])
    func aLibraryThatDiesForWantOfMemoryIsNoCrash(_ name: String, _ reason: PoolError.Reason) async throws {
        let hostile = try HostileReader(policy: .require)
        try await hostile.with { pool async throws in
            #expect(try await hostile.error(of: name, in: pool).reason == reason)
        }
    }

    @Test func aLibraryThatGivesUpForWantOfMemoryIsNoDamagedFile() async throws {
        let hostile = try HostileReader(policy: .require)
        try await hostile.with { pool async throws in
            let answer = try await pool.read(try hostile.picture("starve-quietly"), plan: HostileReader.plan)
            #expect(answer.results == [.failure(.outOfMemory)])
            try await hostile.expectHonestPage(in: pool)
        }
    }

    @Test func aLibraryThatPrintsDoesNotReachTheChannel() async throws {
        let hostile = try HostileReader(policy: .require)
        try await hostile.with { pool async throws in
            let answer = try await pool.read(try hostile.picture("print"), plan: HostileReader.plan)
            #expect(try #require(try answer.results.first?.get()).text.contains("Batting"))
        }
    }

    /// Without root the kernel shows what a reader hides only to who opened it before.
    @Test func theParentSeesAllThreeSizesOfALockedInReader() async throws {
        let pool = try await ReaderPool(PoolConfiguration(program: try ReaderProgram.find()))
        let sample = ProcessTree.sample()
        await pool.shutdown()
        #expect(sample.processes >= 2 && sample.residentBytes > 0 && sample.peakResidentBytes > 0)
        #expect(try #require(sample.proportionalBytes) > 0)
    }

    @Test func theReaderSaysWhatLocksItIn() async throws {
        try await HostileReader(policy: .require).with { pool async throws in
            #expect(pool.hello.sandbox.first == "seccomp")
            #expect(pool.hello.sandbox.contains { $0.hasPrefix("landlock ") })
            #expect(pool.hello.sandbox.contains(getuid() == 0 ? "user nobody" : "no root"))
        }
        try await HostileReader(policy: .off).with { pool async throws in #expect(pool.hello.sandbox.isEmpty) }
    }
}

/// The shipped reader with a hostile library before leptonica's PNG decoder.
private final class HostileReader: Sendable {
    static let plan = ReadPlan.all([RecognitionSettings()])
    private static let library = Result { try build() }
    private let policy: SandboxPolicy
    private let page: [UInt8]

    init(policy: SandboxPolicy) throws {
        self.policy = policy
        page = [UInt8](try Data(contentsOf: URL(filePath: Repository.fixture("page.png"))))
    }

    /// The library is built once, with the compiler that came with Swift or the system's.
    private static func build() throws -> String {
        let library = FileManager.default.temporaryDirectory.appending(path: "cricksy-hostile-\(getpid()).so").path
        let source = Repository.root.appending(path: "Tests/Support/hostile-calls/hostile_calls.c").path
        let compiler = Process()
        compiler.executableURL = URL(filePath: "/usr/bin/env")
        compiler.arguments = ["cc", "-shared", "-fPIC", "-Wall", "-Wextra", "-Werror", "-o", library, source]
        try compiler.start()
        compiler.waitUntilExit()
        try #require(compiler.terminationStatus == 0, "the hostile library cannot be built")
        atexit { unlink(FileManager.default.temporaryDirectory.appending(path: "cricksy-hostile-\(getpid()).so").path) }
        return library
    }

    func with(_ body: (ReaderPool) async throws -> Void) async throws {
        let pool = try await ReaderPool(
            PoolConfiguration(
                program: "/usr/bin/env",
                arguments: ["LD_PRELOAD=\(try Self.library.get())", try ReaderProgram.find()],
                hardLimit: .seconds(30), sandbox: SandboxOrder(policy: policy)))
        do {
            try await body(pool)
        } catch {
            await pool.shutdown()
            throw error
        }
        await pool.shutdown()
    }

    /// A page with an order to the library at its end.
    func picture(_ call: String) throws -> [UInt8] { page + Array("HOSTILE:\(call)\n".utf8) }

    func error(of call: String, in pool: ReaderPool) async throws -> PoolError {
        let results: [ReadResult]
        do {
            results = try await pool.read(try picture(call), plan: Self.plan).results
        } catch let error as PoolError {
            return error
        }
        Issue.record("\(call) was answered: \(results)")
        throw PoolError(.cancelled)
    }

    func expectHonestPage(in pool: ReaderPool) async throws {
        let answer = try await pool.read(page, plan: Self.plan)
        let text = try #require(try answer.results.first?.get()).text
        #expect(text.contains("Batting"))
    }
}
