import Foundation
import OCRPool
import OCRWire
import Recognition
import Scorecard
import Testing

/// Every file of Tests/Fixtures/hostile_files.py ends as its table says, in bounded time and memory, and the pool goes on.
/// Takes about a minute on two cores. With `HOSTILE_FILES_VERBOSE` set it prints each file's ending, time and peak.
@Suite struct HostileFilesTests {
    /// What no reader may ever hold resident: the pool looks at its own, lower limit ten times a second.
    private static let residentLimit = SandboxOrder().addressSpaceBytes
    private static let batchSize = 24

    @Test(.timeLimit(.minutes(10))) func everyFileEndsAsItsTableSays() async throws {
        let scratch = try ScratchDirectory()
        let files = try HostileFile.makeAll(in: scratch)
        let filesBefore = SharedDirectories.entriesOfReaders()
        let pool = try await ReaderPool(PoolConfiguration(program: try ReaderProgram.find(), concurrency: 2))
        let watch = ReaderMemoryWatch()
        let honest = try await readHonestPage(pool)
        #expect(honest.contains("187"))
        for batch in stride(from: 0, to: files.count, by: Self.batchSize) {
            await read(files[batch..<min(files.count, batch + Self.batchSize)], pool, honest)
            #expect(try await readHonestPage(pool) == honest)
        }
        await pool.shutdown()
        let peak = await watch.end()
        #expect(peak < Self.residentLimit, "a reader held \(peak >> 20) MiB")
        #expect(SharedDirectories.entriesOfReaders().subtracting(filesBefore).isEmpty)
    }

    /// What a text layer takes is time too, though no picture is read.
    @Test func textLayersObeyTheSoftLimit() async throws {
        let pool = try await ReaderPool(PoolConfiguration(program: try ReaderProgram.find()))
        let page = [UInt8](try Data(contentsOf: URL(filePath: Repository.fixture("page.pdf"))))
        let options = ReadOptions(softLimit: .milliseconds(1))
        let answer = try await pool.read(page, plan: .all([RecognitionSettings()]), options: options)
        #expect(answer.results == [.failure(.deadlineExceeded)])
        await pool.shutdown()
    }

    private func readHonestPage(_ pool: ReaderPool) async throws -> String {
        let page = [UInt8](try Data(contentsOf: URL(filePath: Repository.fixture("page.png"))))
        let answer = try await pool.read(page, plan: .all([.tesseractDefaults]))
        return try #require(try answer.results.first?.get()).text
    }

    /// Two at a time, one for each slot, so that nothing but the replacement of a killed reader is waited for.
    private func read(_ files: ArraySlice<HostileFile>, _ pool: ReaderPool, _ honest: String) async {
        await withTaskGroup { group in
            var rest = files.makeIterator()
            for file in [rest.next(), rest.next()].compactMap(\.self) {
                group.addTask { await check(file, pool, honest) }
            }
            while await group.next() != nil {
                if let file = rest.next() { group.addTask { await check(file, pool, honest) } }
            }
        }
    }

    /// - Parameter honest: what an honest page says, which is read again wherever a file took all memory there was.
    private func check(_ file: HostileFile, _ pool: ReaderPool, _ honest: String) async {
        let start = ContinuousClock.now
        let (endings, peak) = await file.read(by: pool)
        let elapsed = ContinuousClock.now - start
        for ending in endings {
            #expect(
                file.expected.contains(ending.name), "\(file.name) (\(file.harm)): \(ending.name), \(ending.detail)")
        }
        // A second to kill the reader, and one in which the slot's last reader may have been replaced.
        #expect(elapsed < file.hardLimit + .seconds(2), "\(file.name) took \(elapsed)")
        #expect(peak < Self.residentLimit, "\(file.name) took \(peak >> 20) MiB")
        if endings.contains(where: { $0.name == "memory" }) {
            let next = try? await readHonestPage(pool)
            #expect(next == honest, "after \(file.name)")
        }
        if ProcessInfo.processInfo.environment["HOSTILE_FILES_VERBOSE"] != nil {
            print(file.name, elapsed, peak >> 20, endings.map { "\($0.name): \($0.detail)" })
        }
    }
}
