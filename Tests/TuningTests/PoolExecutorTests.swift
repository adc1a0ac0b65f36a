import Corpus
import Evaluation
import Foundation
import OCRPool
import OCRWire
import Recognition
import Scorecard
import Testing
import Tuning

/// A pool whose readers answer by a function of the settings and die of one of them.
struct MockPool: DocumentPool {
    var deadly: PageSegmentationMode?
    var death = PoolError.Reason.crashed(signal: "SIGSEGV")
    var failures: [PageSegmentationMode: RecognitionFailure] = [:]

    var hello: ReaderHello {
        ReaderHello(
            engines: EngineVersions(tesseract: "5", leptonica: "1", poppler: "22"), modelDirectory: "/", models: [])
    }

    func read(_ document: [UInt8], plan: ReadPlan, options: ReadOptions) async throws(PoolError) -> ReadAnswer {
        let settings = plan.settings(for: .screen)
        if settings.contains(where: { $0.pageSegmentation == deadly }) { throw PoolError(death) }
        return ReadAnswer(
            results: settings.map { setting in
                failures[setting.pageSegmentation].map { .failure($0) } ?? .success(Self.document)
            },
            usage: ChildUsage(processID: 1, cpuSeconds: 1, peakResidentBytes: 42), wall: .seconds(1), queueWait: .zero,
            pictures: options.pictures == nil ? [] : [PagePicture(page: 0, jpeg: [1, 2, 3])])
    }

    func shutdown() async {}

    /// What is in the truth, and the second team wrong.
    static var document: ReadDocument {
        let words = ["A", "v", "B"].map {
            RecognizedWord(text: $0, box: PageBox(x: 0, y: 0, width: 1, height: 1), confidence: 1)
        }
        let page = RecognizedPage(
            index: 0, width: 10, height: 10, source: .ocr,
            blocks: [RecognizedBlock(lines: [RecognizedLine(words: words)])])
        let checks = [
            LawCheck(law: "hard", innings: nil, holds: true, expected: .null, found: .null),
            LawCheck(law: "soft", innings: nil, holds: false, soft: true, expected: .null, found: .null),
        ]
        return ReadDocument(
            kind: .screen, format: .png, pages: [page],
            reading: ScorecardReading(card: Scorecard(teams: ["A", "C"]), checks: checks),
            cost: ReadCost(decode: .init(cpu: 0.25, wall: 0.5), recognize: .init(cpu: 1, wall: 2)))
    }
}

@Suite struct PoolExecutorTests {
    static let document = StudyDocument(id: "one", split: .tune, kind: .screen, layout: "plain")
    private static let settings = [PageSegmentationMode.automatic, .singleColumn, .singleBlock].map {
        RecognitionSettings(pageSegmentation: $0)
    }

    /// A corpus of one document on disk.
    static func corpus(_ provenance: CardProvenance? = nil) throws -> Corpus {
        let directory = Scratch.place("corpus")
        let folder = directory.appendingPathComponent("tune/one")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let files = [
            ("card.png", "x", "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881"),
            (
                "truth.json", #"{"schema":1,"teams":["A","B"],"innings":[]}"#,
                "683fc3a08647ad81ca34553d5854716a673b13a9bace6a8f35895ac4e7401d8e"
            ),
            ("truth.txt", "A v B\n", "2a14c295a2d54b7d6b80a67ce4b376b04b3a96914675a478bb5dc74fbdf967c7"),
        ]
        for (name, text, _) in files {
            try Data(text.utf8).write(to: folder.appendingPathComponent(name))
        }
        let entry = CorpusDocument(
            id: "one", split: .tune, kind: .screen, layout: "plain", seed: 0, file: "card.png", pages: 1,
            sha256: Dictionary(uniqueKeysWithValues: files.map { ($0.0, $0.2) }), provenance: provenance)
        try JSONEncoder().encode(CorpusManifest(documents: [entry]))
            .write(to: directory.appendingPathComponent("manifest.json"))
        return try CorpusDirectory.load(at: directory.path)
    }

    private func measure(
        _ pool: MockPool, _ provenance: CardProvenance? = nil
    ) async throws -> [TrialMeasurement] {
        try await PoolExecutor(corpus: try Self.corpus(provenance), pool: pool)
            .measure(Self.document, plan: .all(Self.settings))
    }

    @Test func aTextThatAReaderDraftedCountsForNoReader() async throws {
        let drafted = CardProvenance(way: .imported, added: "2026-01-02", hasDraftText: true)
        let measurement = try #require(try await measure(MockPool(), drafted).first)
        #expect(measurement.score.text.graphemes == EditCount())
        #expect(measurement.score.text.words == EditCount())
        #expect(measurement.score.fields.right == 1 && measurement.score.fields.wrong == 1)
        let corrected = CardProvenance(way: .labelled, added: "2026-01-02", hasDraftText: false)
        let kept = try #require(try await measure(MockPool(), corrected).first)
        #expect(kept.score.text.graphemes.length > 0)
    }

    @Test func readingIsHeldAgainstTheTruth() async throws {
        let measurement = try #require(try await measure(MockPool()).first)
        #expect(measurement.failure == nil && measurement.score.closes)
        #expect(measurement.text == "A v B\n" && measurement.score.text.graphemes.edits == 0)
        #expect(measurement.score.fields.right == 1 && measurement.score.fields.wrong == 1)
        #expect(measurement.score.errors.map(\.path) == ["teams/1"])
        #expect(measurement.fields == ["teams/0": "A", "teams/1": "C"])
        #expect(measurement.cpuSeconds == 1.25 && measurement.wallSeconds == 2.5)
        #expect(measurement.peakResidentBytes == 42)
    }

    @Test(arguments: [
        PoolError.Reason.crashed(signal: "SIGSEGV"), .timeout(limit: .seconds(1)), .outOfMemory,
        .protocolViolation("nonsense"), .memoryLimit(bytes: 1), .cpuLimit, .sandboxViolation(systemCall: "socket"),
    ])
    func deathCostsOnlyTheSettingThatCausedIt(_ death: PoolError.Reason) async throws {
        let measurements = try await measure(MockPool(deadly: .singleColumn, death: death))
        #expect(measurements.map { $0.failure == nil } == [true, false, true])
        #expect(measurements[1].score.fields.missed == 2)
        #expect(measurements[1].score.text.graphemes.rate == 1)
    }

    @Test func theWorstPagesAreDrawnAndPeoplesOnlyWhenAskedFor() async throws {
        let request = try Sample.request(["psm=4"])
        var result = try await Sample.run(request, MockReader { _, _ in MockOutcome(right: 7) })
        var page = try #require(result.pages.first { $0.setting == result.decision.winner })
        (page.document, page.split) = ("one", .tune)
        result.pages = [page]
        let imported = CardProvenance(way: .imported, added: "2026-01-02", hasDraftText: false)
        for (provenance, withCrops, isShown) in [(nil, false, true), (imported, false, false), (imported, true, true)] {
            let executor = PoolExecutor(corpus: try Self.corpus(provenance), pool: MockPool())
            let exhibits = try await executor.exhibits(of: result, split: .tune, withCrops: withCrops)
            #expect(exhibits.pages.map(\.document) == (isShown ? ["one"] : []))
            #expect(exhibits.printedDigits == Array(repeating: 0, count: 10))
            guard let exhibit = exhibits.pages.first else { continue }
            #expect(exhibit.isPersonal == (provenance != nil) && exhibit.jpeg == Data([1, 2, 3]))
            #expect(exhibit.cells.map(\.path) == ["teams/1"] && exhibit.fieldsRight == 1 && exhibit.fieldsTotal == 2)
        }
        let broken = PoolExecutor(
            corpus: try Self.corpus(), pool: MockPool(failures: [.singleBlock: .emptyFile, .automatic: .emptyFile]))
        #expect(try await broken.exhibits(of: result, split: .tune).pages.isEmpty)
    }

    @Test func poolThatCannotGoOnEndsTheStudy() async throws {
        await #expect(throws: TuningError.self) {
            try await measure(MockPool(deadly: .automatic, death: .startFailed("There is no reader.")))
        }
    }

    @Test func infeasibleIsNotFailed() async throws {
        let measurements = try await measure(
            MockPool(failures: [.automatic: .infeasibleSettings("no legacy part"), .singleBlock: .emptyFile]))
        #expect(measurements[0].ending == .infeasible("no legacy part"))
        #expect(measurements[2].ending == .failed(RecognitionFailure.emptyFile.sentence))
    }
}
