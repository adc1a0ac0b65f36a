import Glibc
import OCRPool
import OCRWire
import Recognition
import Testing

extension RealProcesses {
    @Suite struct Starting {
        @Test(arguments: [
            (["crash"], "died of SIGSEGV while it started"), (["exit"], "exit code 3 while it started"),
            (["refuse"], "There is no model."), (["garbage"], "no reader of ours"),
            (["close"], "exit code 0 while it started"),
        ])
        func aFailureHasItsSentence(_ arguments: [String], _ part: String) async throws {
            let error = try await startError(FaultPool.configuration(arguments))
            guard case .startFailed(let sentence) = error.reason else { throw error }
            #expect(sentence.contains(part), "\(sentence)")
        }

        @Test func aHangEndsAtTheStartLimit() async throws {
            var configuration = try FaultPool.configuration(["hang"])
            configuration.startLimit = .milliseconds(300)
            let start = ContinuousClock.now
            let error = try await startError(configuration)
            guard case .startFailed(let sentence) = error.reason else { throw error }
            #expect(sentence.contains("not ready"))
            #expect(start.duration(to: .now) < .milliseconds(1300))
        }

        @Test func anotherBuildIsRefused() async throws {
            let error = try await startError(FaultPool.configuration(["old"]))
            guard case .incompatible(let sentence) = error.reason else { throw error }
            #expect(sentence.contains("wire version \(Wire.version - 1)"))
        }

        @Test func aProgramThatIsNoReaderIsNamed() async throws {
            for (program, part) in [("/nonexistent", "No such file"), ("/bin/true", "while it started")] {
                let error = try await startError(PoolConfiguration(program: program))
                guard case .startFailed(let sentence) = error.reason else { throw error }
                #expect(sentence.contains(part), "\(sentence)")
            }
        }

        @Test func theReaderIsFoundBesideTheProgramOrWhereItIsSaidToBe() throws {
            #expect(try ReaderProgram.find("/bin/true") == "/bin/true")
            #expect(throws: PoolError.self) { try ReaderProgram.find("/etc/passwd") }
            #expect(throws: PoolError.self) { try ReaderProgram.find(name: "no-such-reader") }
        }

        @Test func aReaderStartedByHandSaysSo() throws {
            let program = try ReaderProgram.find(name: "fault-reader")
            let pipe = try #require(popen("'\(program)' 2>&1 </dev/null 3<&-", "r"))
            var line = [CChar](repeating: 0, count: 256)
            fgets(&line, 256, pipe)
            #expect(pclose(pipe) == ReaderExitCode.noChannel << 8)
            let text = String(decoding: line.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
            #expect(text.hasSuffix("not by hand.\n"))
        }

        @Test func aReaderThatLeavesBeforeEveryDocumentIsRefusedInTheEnd() async throws {
            try await FaultPool.with(FaultPool.configuration(["leave"])) { pool async throws in
                #expect(try await pool.error("words 1").reason == .exited(code: 5))
            }
        }

        /// All slots fail to start: documents are refused at once, until a start succeeds again.
        @Test func theBreakerOpensAndCloses() async throws {
            let switchFile = "/tmp/fault-reader-\(getpid())"
            close(open(switchFile, O_CREAT | O_WRONLY, 0o600))
            defer { unlink(switchFile) }
            try await FaultPool.with(FaultPool.configuration(["needs", switchFile], concurrency: 2)) {
                pool async throws in
                unlink(switchFile)
                async let first = pool.error("crash")
                async let second = pool.error("crash")
                _ = try await (first, second)
                let refused = try await pool.error("words 1")
                guard case .startFailed(let sentence) = refused.reason else { throw refused }
                #expect(sentence.contains("exit code 4"))
                close(open(switchFile, O_CREAT | O_WRONLY, 0o600))
                try await Task.sleep(for: .milliseconds(500))
                #expect(try await pool.text("words 1") == "word0")
            }
        }

        private func startError(_ configuration: @autoclosure () throws -> PoolConfiguration) async throws -> PoolError
        {
            let configuration = try configuration()
            let before = try await FaultPool.settledDescriptors()
            do {
                _ = try await ReaderPool(configuration)
            } catch {
                #expect(ProcessTree.processes() == ["self"])
                try await FaultPool.expectDescriptors(atMost: before)
                return error
            }
            throw UnexpectedAnswer(document: "\(configuration.arguments)", text: "it started")
        }
    }

    @Suite struct Ending {
        @Test func cancellingKillsTheReaderAndFreesTheSlot() async throws {
            try await FaultPool.with(FaultPool.configuration()) { pool async throws in
                let start = ContinuousClock.now
                let task = Task { try await pool.error("hang") }
                try await Task.sleep(for: .milliseconds(100))
                task.cancel()
                #expect(try await task.value.reason == .cancelled)
                #expect(start.duration(to: .now) < .seconds(1))
                #expect(try await pool.text("words 1") == "word0")
            }
        }

        @Test func cancellingADocumentThatWaitsLeavesTheOthers() async throws {
            try await FaultPool.with(FaultPool.configuration()) { pool async throws in
                async let running = pool.text("sleep 300")
                try await Task.sleep(for: .milliseconds(50))
                let task = Task { try await pool.error("words 1") }
                try await Task.sleep(for: .milliseconds(50))
                task.cancel()
                #expect(try await task.value.reason == .cancelled)
                #expect(try await running == "read")
            }
        }

        @Test func aTaskThatIsCancelledAlreadyReadsNothing() async throws {
            try await FaultPool.with(FaultPool.configuration()) { pool async throws in
                let task = Task {
                    while !Task.isCancelled { await Task.yield() }
                    return try await pool.error("hang")
                }
                task.cancel()
                #expect(try await task.value.reason == .cancelled)
            }
        }

        @Test func shuttingDownEndsWhatRunsAndWhatWaits() async throws {
            try await FaultPool.with(FaultPool.configuration(concurrency: 2)) { pool async throws in
                let tasks = (0..<5).map { _ in Task { try await pool.error("hang") } }
                try await Task.sleep(for: .milliseconds(200))
                let start = ContinuousClock.now
                await pool.shutdown()
                #expect(start.duration(to: .now) < .seconds(1))
                for task in tasks { #expect(try await task.value.reason == .shutDown) }
                #expect(try await pool.error("words 1").reason == .shutDown)
            }
        }

        @Test func aForgottenPoolEndsItsReaders() async throws {
            do {
                let pool = try await ReaderPool(FaultPool.configuration(concurrency: 2))
                #expect(try await pool.text("words 1") == "word0")
            }
            for _ in 0..<100 where ProcessTree.processes() != ["self"] { try await Task.sleep(for: .milliseconds(20)) }
            #expect(ProcessTree.processes() == ["self"])
        }

        @Test func manyDeathsLeaveNothing() async throws {
            try await FaultPool.with(FaultPool.configuration(concurrency: 2)) { pool async throws in
                _ = try await pool.text("words 1")
                let before = FaultPool.descriptorCount()
                for _ in 0..<25 {
                    async let first = pool.error("crash")
                    async let second = pool.error("garbage")
                    _ = try await (first, second)
                }
                _ = try await pool.text("words 1")
                // A slot that is starting its next reader has more for a moment.
                try await FaultPool.expectDescriptors(atMost: before)
                #expect(ProcessTree.processes().count <= 3)
            }
        }
    }
}
