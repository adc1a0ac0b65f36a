import CProcessShim
import Glibc
import OCRPool
import OCRWire
import Testing

extension RealProcesses {
    /// Limits hold for open readers and for those that are locked in and run as nobody.
    @Suite struct Limits {
        @Test(arguments: [SandboxPolicy.off, .require])
        func memoryIsLimitedDuringTheDocument(_ policy: SandboxPolicy) async throws {
            var configuration = try FaultPool.configuration()
            configuration.sandbox.policy = policy
            configuration.memoryLimit = 100 << 20
            try await FaultPool.with(configuration) { pool async throws in
                let start = ContinuousClock.now
                let error = try await pool.error("leak")
                #expect(error.reason == .memoryLimit(bytes: 100 << 20), "\(error)")
                #expect(start.duration(to: .now) < .seconds(1.5))
                #expect(try await pool.text("words 1") == "word0")
            }
        }

        @Test func theRefusedSystemCallHasItsName() async throws {
            var configuration = try FaultPool.configuration()
            configuration.sandbox.policy = .require
            try await FaultPool.with(configuration) { pool async throws in
                #expect(try await pool.error("socket").reason == .sandboxViolation(systemCall: "socket"))
                #expect(try await pool.text("words 1") == "word0")
            }
        }

        @Test func cpuIsLimitedAnewForEachDocument() async throws {
            try await FaultPool.with(FaultPool.configuration(hardLimit: .seconds(20))) { pool async throws in
                let first = try await pool.read(Array("burn 1000".utf8), plan: ReaderPool.onePlan)
                let limit = try #require(softCPULimit(first.usage.processID))
                #expect((23...24).contains(limit), "hard limit, two seconds, and less than one of starting")
                _ = try await pool.text("words 1")
                #expect(try #require(softCPULimit(first.usage.processID)) - limit >= 1)
            }
        }

        /// The limit is lowered from here, so that nobody waits for it. The clock of the parent has no part in this death.
        @Test(arguments: [SandboxPolicy.off, .require])
        func aReaderThatHasUsedUpItsCPUEndsByItself(_ policy: SandboxPolicy) async throws {
            var configuration = try FaultPool.configuration()
            configuration.sandbox.policy = policy
            try await FaultPool.with(configuration) { pool async throws in
                let reader = try #require(pool.status.readers.first?.processID)
                async let error = pool.error("spin")
                while !pool.status.readers.contains(where: \.isBusy) { try await Task.sleep(for: .milliseconds(5)) }
                // The pool sets its own limit when it sends the document.
                try await Task.sleep(for: .milliseconds(200))
                #expect(process_limit_cpu(reader, 1) == 0)
                #expect(try await error.reason == .cpuLimit)
                #expect(try await pool.text("words 1") == "word0")
            }
        }

        @Test func residentMemoryAfterTheDocumentIsReported() async throws {
            try await FaultPool.with(FaultPool.configuration()) { pool async throws in
                let before = try await pool.read(Array("touch 100".utf8), plan: ReaderPool.onePlan).usage
                #expect(before.residentBytes > 1 << 20 && before.residentBytes < 60 << 20)
                let after = try await pool.read(Array("keep 100".utf8), plan: ReaderPool.onePlan).usage
                #expect(after.residentBytes > 100 << 20 && after.residentBytes <= after.peakResidentBytes)
            }
        }

        /// Seconds, from `Max cpu time  23  unlimited  seconds`.
        private func softCPULimit(_ process: Int32) -> Int? {
            guard let file = fopen("/proc/\(process)/limits", "r") else { return nil }
            defer { fclose(file) }
            var line = [CChar](repeating: 0, count: 256)
            while fgets(&line, 256, file) != nil {
                let text = String(decoding: line.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
                guard text.hasPrefix("Max cpu time") else { continue }
                return text.split(separator: " ").dropFirst(3).first.flatMap { Int($0) }
            }
            return nil
        }
    }
}
