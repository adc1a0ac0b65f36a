import Glibc
import OCRPool
import OCRWire
import Testing

extension RealProcesses {
    @Suite struct Recycling {
        private struct Outcome {
            var process: Int32
            var wait: Duration
            var warmReaders: Int
        }

        /// Reads the documents with so many callers at once, each of which waits for its answer.
        private func read(
            _ count: Int, _ document: String, callers: Int, _ pool: ReaderPool
        ) async throws -> [Outcome] {
            try await withThrowingTaskGroup(of: [Outcome].self) { group in
                for caller in 0..<callers {
                    let share = count / callers + (caller < count % callers ? 1 : 0)
                    group.addTask {
                        var outcomes: [Outcome] = []
                        for _ in 0..<share {
                            let answer = try await pool.read(Array(document.utf8), plan: ReaderPool.onePlan)
                            let warm = pool.status.readers.filter { !$0.isRetiring }.count
                            outcomes.append(
                                Outcome(
                                    process: answer.usage.processID, wait: answer.queueWait, warmReaders: warm))
                        }
                        return outcomes
                    }
                }
                return try await group.reduce(into: []) { $0 += $1 }
            }
        }

        private func settled(_ pool: ReaderPool, readers: Int) async throws {
            for _ in 0..<100 where pool.status.readers.count != readers { try await Task.sleep(for: .milliseconds(20)) }
            #expect(pool.status.readers.count == readers)
            for _ in 0..<50 where ProcessTree.processes().count != readers + 1 {
                try await Task.sleep(for: .milliseconds(20))
            }
            #expect(ProcessTree.processes().count == readers + 1)
        }

        /// Readers take 300 ms to start, and no document waits for that.
        @Test func throughputDoesNotDip() async throws {
            var configuration = try FaultPool.configuration(["slow", "300"], concurrency: 2)
            configuration.recycling = RecyclingPolicy(tasks: 50)
            try await FaultPool.with(configuration) { pool async throws in
                let outcomes = try await read(200, "sleep 15", callers: 2, pool)
                #expect(outcomes.count == 200)
                let processes = Dictionary(grouping: outcomes, by: \.process)
                #expect(processes.count >= 4 && pool.status.recycled >= 2)
                #expect(outcomes.allSatisfy { $0.warmReaders >= 2 })
                #expect(outcomes.allSatisfy { $0.wait < .milliseconds(150) }, "a document waited for a start")
                #expect(pool.status.restarts == 0)
            }
        }

        @Test func aReaderThatKeepsMemoryIsReplaced() async throws {
            var configuration = try FaultPool.configuration()
            configuration.recycling = RecyclingPolicy(tasks: nil, residentBytes: 100 << 20)
            try await FaultPool.with(configuration) { pool async throws in
                let first = try await read(1, "keep 150", callers: 1, pool)
                for _ in 0..<100 where pool.status.recycled == 0 { try await Task.sleep(for: .milliseconds(20)) }
                let second = try await read(1, "words 1", callers: 1, pool)
                #expect(second[0].process != first[0].process && second[0].wait < .milliseconds(100))
                try await settled(pool, readers: 1)
            }
        }

        @Test func underLoadNoDocumentIsLost() async throws {
            var configuration = try FaultPool.configuration(concurrency: 2)
            configuration.recycling = RecyclingPolicy(tasks: 1)
            try await FaultPool.with(configuration) { pool async throws in
                // Documents that take a moment: on a busy machine a successor may start slower than 300 of the shortest are read.
                let outcomes = try await read(300, "sleep 4", callers: 6, pool)
                #expect(outcomes.count == 300 && pool.status.recycled >= 2)
                try await settled(pool, readers: 2)
            }
        }

        @Test func aSuccessorThatCannotStartCostsNothing() async throws {
            let switchFile = "/tmp/fault-reader-\(getpid())-recycling"
            close(open(switchFile, O_CREAT | O_WRONLY, 0o600))
            defer { unlink(switchFile) }
            var configuration = try FaultPool.configuration(["needs", switchFile])
            configuration.recycling = RecyclingPolicy(tasks: 3)
            try await FaultPool.with(configuration) { pool async throws in
                unlink(switchFile)
                let before = try await read(40, "sleep 10", callers: 1, pool)
                #expect(Set(before.map(\.process)).count == 1)
                close(open(switchFile, O_CREAT | O_WRONLY, 0o600))
                for _ in 0..<100 where pool.status.recycled == 0 { try await Task.sleep(for: .milliseconds(20)) }
                let after = try await read(1, "words 1", callers: 1, pool)
                #expect(after[0].process != before[0].process)
            }
        }

        @Test func aCrashWhileASuccessorWarmsLeavesOneReader() async throws {
            var configuration = try FaultPool.configuration(["slow", "200"])
            configuration.recycling = RecyclingPolicy(tasks: 2)
            try await FaultPool.with(configuration) { pool async throws in
                _ = try await read(2, "words 1", callers: 1, pool)
                #expect(try await pool.error("crash").reason == .crashed(signal: "SIGSEGV"))
                #expect(try await pool.text("words 2") == "word0 word1")
                try await settled(pool, readers: 1)
                #expect(try await pool.text("words 1") == "word0")
            }
        }
    }

    @Suite struct Resizing {
        @Test func underLoadEveryDocumentIsRead() async throws {
            try await FaultPool.with(FaultPool.configuration()) { pool async throws in
                async let load = withThrowingTaskGroup(of: String.self) { group in
                    for _ in 0..<200 { group.addTask { try await pool.text("sleep 10") } }
                    return try await group.reduce(into: 0) { count, _ in count += 1 }
                }
                for size in [4, 2, 3, 1, 4, 1] {
                    pool.resize(to: size)
                    #expect(pool.size == size)
                    try await Task.sleep(for: .milliseconds(100))
                }
                #expect(try await load == 200)
                for _ in 0..<100 where ProcessTree.processes().count != 2 {
                    try await Task.sleep(for: .milliseconds(20))
                }
                #expect(ProcessTree.processes().count == 2)
                #expect(pool.status.restarts == 0)
            }
        }

        @Test func shrinkingSparesTheBusy() async throws {
            try await FaultPool.with(FaultPool.configuration(concurrency: 3)) { pool async throws in
                async let busy = pool.read(Array("sleep 500".utf8), plan: ReaderPool.onePlan)
                try await Task.sleep(for: .milliseconds(100))
                let reader = try #require(pool.status.readers.first(where: \.isBusy)?.processID)
                pool.resize(to: -1)
                #expect(pool.size == 1)
                for _ in 0..<20 where pool.status.readers.count != 1 { try await Task.sleep(for: .milliseconds(10)) }
                #expect(pool.status.readers == [ReaderStatus(processID: reader, documents: 0, isBusy: true)])
                #expect(try await busy.usage.processID == reader)
                #expect(pool.status.readers == [ReaderStatus(processID: reader, documents: 1, isBusy: false)])
            }
        }

        @Test func aBrokenPoolThatGrowsStillRefuses() async throws {
            let switchFile = "/tmp/fault-reader-\(getpid())-resizing"
            close(open(switchFile, O_CREAT | O_WRONLY, 0o600))
            defer { unlink(switchFile) }
            try await FaultPool.with(FaultPool.configuration(["needs", switchFile])) { pool async throws in
                unlink(switchFile)
                _ = try await pool.error("crash")
                guard case .startFailed = try await pool.error("words 1").reason else { throw PoolError(.cancelled) }
                pool.resize(to: 3)
                guard case .startFailed = try await pool.error("words 1").reason else { throw PoolError(.cancelled) }
                close(open(switchFile, O_CREAT | O_WRONLY, 0o600))
                try await Task.sleep(for: .milliseconds(500))
                #expect(try await pool.text("words 1") == "word0")
            }
        }
    }
}
