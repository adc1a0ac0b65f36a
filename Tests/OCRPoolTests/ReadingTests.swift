import Glibc
import OCRPool
import OCRWire
import Recognition
import Scorecard
import Testing

extension RealProcesses {
    @Suite struct Reading {
        @Test(arguments: [1, 2, 4]) func everyDocumentGetsItsOwnAnswer(_ concurrency: Int) async throws {
            try await FaultPool.with(FaultPool.configuration(concurrency: concurrency)) { pool async throws in
                let counts = try await withThrowingTaskGroup(of: (Int, Int).self) { group in
                    for count in 1...40 {
                        group.addTask { (count, try await pool.text("words \(count)").split(separator: " ").count) }
                    }
                    return try await group.reduce(into: []) { $0.append($1) }
                }
                #expect(counts.count == 40)
                #expect(counts.allSatisfy { $0.0 == $0.1 })
            }
        }

        @Test func eachSettingHasItsResultInOrder() async throws {
            try await FaultPool.with(FaultPool.configuration()) { pool async throws in
                let settings = (50..<70).map { RecognitionSettings(rasterDPI: $0) }
                let answer = try await pool.read(Array("words 500".utf8), plan: .all(settings))
                #expect(answer.results.count == 20)
                let byKind = try await pool.read([], plan: .byKind([RecognitionProfile(settings: settings[0])]))
                #expect(byKind.results.count == 1)
                #expect(try await pool.read([], plan: .all([])).results.isEmpty)
            }
        }

        @Test func theRequestArrivesAsItWasMeant() async throws {
            try await FaultPool.with(FaultPool.configuration()) { pool async throws in
                #expect(try await pool.text("request") == "540000 10 7")
                let options = ReadOptions(limits: RecognitionLimits(pages: 3), softLimit: .milliseconds(1500))
                #expect(try await pool.text("request", options) == "1500 3 7")
            }
        }

        @Test func largeDocumentsArrive() async throws {
            try await FaultPool.with(FaultPool.configuration()) { pool async throws in
                let document = Array("request ".utf8) + [UInt8](repeating: 65, count: 20 << 20)
                let answer = try await pool.read(document, plan: ReaderPool.onePlan)
                guard case .success(let read)? = answer.results.first else {
                    throw UnexpectedAnswer(document: "request", text: "")
                }
                #expect(read.pages[0].words.last?.text == "\(document.count)")
            }
        }

        @Test func usageIsMeasuredFromOutside() async throws {
            try await FaultPool.with(FaultPool.configuration()) { pool async throws in
                let burnt = try await pool.read(Array("burn 300".utf8), plan: ReaderPool.onePlan)
                #expect((0.25...3).contains(burnt.usage.cpuSeconds))
                #expect(burnt.wall >= .milliseconds(250))
                let touched = try await pool.read(Array("touch 100".utf8), plan: ReaderPool.onePlan)
                #expect(touched.usage.peakResidentBytes > 100 << 20)
                let small = try await pool.read(Array("words 1".utf8), plan: ReaderPool.onePlan)
                #expect(small.usage.peakResidentBytes < 60 << 20, "the peak is that of the document before")
                #expect(small.usage.peakResidentBytes > 1 << 20)
                #expect(small.usage.cpuSeconds < 0.1)
                #expect(small.usage.processID == burnt.usage.processID)
            }
        }

        @Test func waitingIsToldFromReading() async throws {
            try await FaultPool.with(FaultPool.configuration()) { pool async throws in
                async let first = pool.read(Array("sleep 300".utf8), plan: ReaderPool.onePlan)
                try await Task.sleep(for: .milliseconds(50))
                let second = try await pool.read(Array("sleep 10".utf8), plan: ReaderPool.onePlan)
                #expect(second.queueWait >= .milliseconds(150))
                #expect(second.wall < .milliseconds(200))
                #expect(try await first.queueWait < .milliseconds(100))
            }
        }

        @Test func theReaderFindsOnlyWhatItShould() async throws {
            setenv("AWS_SECRET_ACCESS_KEY", "canary", 1)
            var configuration = try FaultPool.configuration()
            configuration.modelDirectory = "/models"
            try await FaultPool.with(configuration) { pool async throws in
                let environment = try await pool.text("environment").split(separator: " ").sorted()
                #expect(
                    environment == [
                        "LC_ALL=C.UTF-8", "OMP_THREAD_LIMIT=1", "SWIFT_BACKTRACE=enable=no", "TESSDATA_PREFIX=/models",
                        "TZ=UTC",
                    ])
                let descriptors = try await pool.text("descriptors").split(separator: " ")
                #expect(descriptors.prefix(4) == ["0=/dev/null", "1=pipe", "2=pipe", "3=socket"])
                #expect(descriptors.dropFirst(4).allSatisfy { $0.contains("=/proc/") })
                let identity = try await pool.text("identity").split(separator: " ")
                #expect(identity[0] == identity[1], "not in a session of its own")
                #expect(identity[2] == "0", "signals are blocked")
            }
        }

        @Test func whatALibraryPrintsIsNoAnswer() async throws {
            try await FaultPool.with(FaultPool.configuration()) { pool async throws in
                #expect(try await pool.text("print-out") == "read")
                #expect(try await pool.text("flood 200") == "read")
                #expect(try await pool.text("words 3") == "word0 word1 word2")
            }
        }

        @Test func memoryOfTheTreeIsThreeFigures() async throws {
            try await FaultPool.with(FaultPool.configuration(concurrency: 2)) { pool async throws in
                _ = try await pool.text("touch 100")
                let sample = ProcessTree.sample()
                #expect(sample.processes == 3)
                #expect(sample.peakResidentBytes > sample.residentBytes)
                let proportional = try #require(sample.proportionalBytes)
                #expect(proportional > 1 << 20 && proportional < sample.residentBytes)
            }
        }
    }
}
