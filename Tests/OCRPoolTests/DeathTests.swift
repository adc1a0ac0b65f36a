import CProcessShim
import Glibc
import OCRPool
import OCRWire
import Recognition
import Testing

/// A fault and the reason that must come of it.
struct Death: Sendable, CustomTestStringConvertible {
    var document: String
    var reason: @Sendable (PoolError.Reason) -> Bool
    var testDescription: String { document }

    init(_ document: String, _ reason: PoolError.Reason) {
        self.document = document
        self.reason = { $0 == reason }
    }

    init(violation document: String) {
        self.document = document
        reason = { if case .protocolViolation = $0 { true } else { false } }
    }

    static let limit = Duration.milliseconds(1000)
    static let memoryLimit = 160 << 20

    private static func name(ofSystemCall number: Int32) -> String {
        process_system_call_name(number).map { String(cString: $0) } ?? ""
    }

    static let all = [
        Death("crash", .crashed(signal: "SIGSEGV")), Death("abort", .crashed(signal: "SIGABRT")),
        Death("signal 9", .crashed(signal: "SIGKILL")), Death("signal 31", .sandboxViolation(systemCall: "unknown")),
        Death("signal 24", .cpuLimit), Death("leak", .memoryLimit(bytes: memoryLimit)),
        Death("sandbox 41", .sandboxViolation(systemCall: name(ofSystemCall: 41))),
        Death("sandbox 99999", .sandboxViolation(systemCall: "system call 99999")),
        Death("sandbox-mute", .sandboxViolation(systemCall: "unknown")),
        Death("exit 0", .exited(code: 0)), Death("exit 7", .exited(code: 7)),
        Death("out-of-memory", .outOfMemory), Death("hang", .timeout(limit: limit)),
        Death("spin", .timeout(limit: limit)), Death("stop", .timeout(limit: limit)),
        Death("fork-and-crash", .crashed(signal: "SIGSEGV")), Death("fork-and-hang", .timeout(limit: limit)),
        Death("flood 1000000000", .timeout(limit: limit)), Death(violation: "garbage"),
        Death(violation: "huge-frame"), Death(violation: "endless-answer"), Death("partial-frame", .exited(code: 0)),
        Death("partial-frame 1", .timeout(limit: limit)), Death(violation: "wrong-id"), Death(violation: "too-few"),
        Death(violation: "too-many"), Death(violation: "accept-again"), Death(violation: "close"),
    ]
}

extension RealProcesses {
    @Suite struct Deaths {
        @Test(arguments: Death.all) func hasItsReasonInTimeAndTheNextDocumentIsFine(_ death: Death) async throws {
            var configuration = try FaultPool.configuration(hardLimit: Death.limit)
            configuration.memoryLimit = Death.memoryLimit
            try await FaultPool.with(configuration) { pool async throws in
                let descriptors = FaultPool.descriptorCount()
                let start = ContinuousClock.now
                let error = try await pool.error(death.document)
                #expect(death.reason(error.reason), "\(error)")
                #expect(start.duration(to: .now) < Death.limit + .seconds(1))
                let again = ContinuousClock.now
                #expect(try await pool.text("words 2") == "word0 word1")
                #expect(again.duration(to: .now) < .seconds(1), "the slot was not back within a second")
                try await FaultPool.expectDescriptors(atMost: descriptors)
                #expect(ProcessTree.processes().count == 2, "a zombie or a second reader is left")
            }
        }

        @Test(arguments: [1, 2, 4]) func neighboursDoNotNotice(_ concurrency: Int) async throws {
            let configuration = try FaultPool.configuration(concurrency: concurrency, hardLimit: .seconds(5))
            try await FaultPool.with(configuration) { pool async throws in
                let documents = (0..<60).map {
                    $0 % 3 == 1 ? ["crash", "garbage", "exit 3"][$0 / 3 % 3] : "words \($0)"
                }
                let outcomes = await withTaskGroup(of: (String, Bool).self) { group in
                    for document in documents {
                        group.addTask { (document, (try? await pool.text(document)) != nil) }
                    }
                    return await group.reduce(into: []) { $0.append($1) }
                }
                #expect(outcomes.count == 60)
                #expect(outcomes.allSatisfy { $0.0.hasPrefix("words") == $0.1 })
            }
        }

        @Test func aReaderThatLeavesAfterItsAnswerCostsNoDocument() async throws {
            try await FaultPool.with(FaultPool.configuration()) { pool async throws in
                for _ in 0..<5 {
                    _ = try await pool.text("answer-and-exit")
                    #expect(try await pool.text("words 1") == "word0")
                }
            }
        }

        @Test func lastWordsAreKeptOnOneHarmlessLine() async throws {
            try await FaultPool.with(FaultPool.configuration()) { pool async throws in
                let error = try await pool.error("last-words")
                #expect(error.childOutput == "libfault: \\u{1b}[31mno\\u{202e} hope\\nleft")
                #expect(error.description.contains("died of SIGABRT"))
                #expect(error.isChildDeath)
            }
        }

        @Test(arguments: ["fork-and-crash", "fork-and-hang"])
        func whatAReaderStartedGoesWithIt(_ document: String) async throws {
            try await FaultPool.with(FaultPool.configuration(hardLimit: .milliseconds(300))) { pool async throws in
                let error = try await pool.error(document)
                let process = try #require(Int32(error.childOutput), "\(error)")
                for _ in 0..<50 where kill(process, 0) == 0 { try await Task.sleep(for: .milliseconds(20)) }
                #expect(kill(process, 0) == -1 || isZombie(process))
            }
        }

        /// Where this runs as a container, process 1 may reap nothing.
        private func isZombie(_ process: Int32) -> Bool {
            guard let file = fopen("/proc/\(process)/stat", "r") else { return true }
            defer { fclose(file) }
            var text = [CChar](repeating: 0, count: 512)
            fgets(&text, 512, file)
            return String(decoding: text.map(UInt8.init(bitPattern:)), as: UTF8.self).contains(") Z ")
        }

        @Test func readersAreReplacedWhereTheirDeathsAreIgnored() async throws {
            let before = signal(SIGCHLD, SIG_IGN)
            defer { signal(SIGCHLD, before) }
            try await FaultPool.with(FaultPool.configuration()) { pool async throws in
                #expect(try await pool.error("crash").reason == .exited(code: -1))
                #expect(try await pool.text("words 1") == "word0")
            }
        }

        @Test func aFloodLeavesFourKilobytes() async throws {
            try await FaultPool.with(FaultPool.configuration(hardLimit: .milliseconds(300))) { pool async throws in
                let error = try await pool.error("flood 1000000000")
                #expect(error.reason == .timeout(limit: .milliseconds(300)))
                #expect((4000...4096).contains(error.childOutput.utf8.count))
                #expect(!error.isChildDeath)
            }
        }

        @Test func outputOfOneDocumentIsNotBlamedOnTheNext() async throws {
            try await FaultPool.with(FaultPool.configuration()) { pool async throws in
                _ = try await pool.text("flood 1")
                #expect(try await pool.error("exit 3").childOutput.isEmpty)
            }
        }
    }
}
