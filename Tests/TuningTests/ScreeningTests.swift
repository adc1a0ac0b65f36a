import Corpus
import OCRPool
import OCRWire
import Recognition
import Synchronization
import Testing
import Tuning

/// A fleet reads for accuracy before the race; what it costs there says nothing here.
@Suite struct ScreeningTests {
    private static func request() throws -> StudyRequest {
        var request = try Sample.request(StudyTests.lists, ofEachKind: 15)
        request.search = .race
        request.screens = true
        return request
    }

    /// PSM 4 reads more and costs less, as in `StudyTests`; two settings read much less than all others.
    private static func outcome(_ document: StudyDocument, _ settings: RecognitionSettings) -> MockOutcome {
        var outcome = StudyTests.planted(document, settings)
        if [.singleWord, .circledWord].contains(settings.pageSegmentation) { outcome.right -= 6 }
        return outcome
    }

    private func run(
        _ request: StudyRequest, home: MockReader, fleet: MockReader?, store: String = Sample.temporaryPath()
    ) async throws -> StudyResult {
        try await Study(
            request: request, store: try StudyStore(path: store), trials: home, fleet: fleet, loads: nil
        ).run()
    }

    @Test func theFleetSaysWhoIsBehindAndNothingElse() async throws {
        let home = MockReader(outcome: Self.outcome)
        let fleet = MockReader { document, settings in
            var outcome = Self.outcome(document, settings)
            outcome.cpu = 1_000
            return outcome
        }
        let result = try await run(try Self.request(), home: home, fleet: fleet)
        #expect(result.setting(.winner)?.settings.pageSegmentation == .singleColumn)
        let facts = try #require(result.screening)
        #expect(facts.entered == 11 && facts.left < 11 && facts.documents > 4)
        #expect(facts.differing == 0)
        #expect(result.pages.allSatisfy { $0.cpuSeconds < 2 && $0.wallSeconds < 2 })
        #expect(result.timings.allSatisfy { $0.cpuSeconds < 1_000 })
        let screened = result.rungs.filter { $0.byFleet == true }
        #expect(!screened.isEmpty && screened.allSatisfy { $0.cpuSeconds == 0 })
        // Nobody reads a document of the other splits but this machine, and the first few are timed here with all settings.
        let (here, there) = (home.calls.withLock { $0 }, fleet.calls.withLock { $0 })
        #expect(there.documents.allSatisfy { $0.hasPrefix("tune") })
        #expect(Set(here.documents.prefix(4)).isDisjoint(with: there.documents))
        let alone = MockReader(outcome: Self.outcome)
        var request = try Self.request()
        request.screens = nil
        let plain = try await run(request, home: alone, fleet: nil)
        #expect(plain.decision.winner == result.decision.winner)
        let count = { (reader: MockReader) in reader.calls.withLock { $0.readings.values.reduce(0, +) } }
        #expect(count(home) < count(alone))
    }

    /// A study is what was read, not who read it.
    @Test func whoReadsDoesNotMatter() async throws {
        let fleet = try await run(
            try Self.request(), home: MockReader(outcome: Self.outcome), fleet: MockReader(outcome: Self.outcome))
        let home = try await run(try Self.request(), home: MockReader(outcome: Self.outcome), fleet: nil)
        #expect(home.timeless == fleet.timeless)
    }

    @Test(arguments: [3, 40]) func aKilledScreeningGoesOn(calls: Int) async throws {
        let whole = try await run(
            try Self.request(), home: MockReader(outcome: Self.outcome), fleet: MockReader(outcome: Self.outcome))
        let path = Sample.temporaryPath()
        await #expect(throws: TuningError.reader("killed")) {
            try await run(
                try Self.request(), home: MockReader(outcome: Self.outcome),
                fleet: MockReader(callsUntilDeath: calls, outcome: Self.outcome), store: path)
        }
        let known = try StudyStore(path: path).screening().values.reduce(0) { $0 + $1.count }
        #expect(known > 0)
        let fleet = MockReader(outcome: Self.outcome)
        let resumed = try await run(
            try Self.request(), home: MockReader(outcome: Self.outcome), fleet: fleet, store: path)
        #expect(resumed.timeless == whole.timeless)
        #expect(fleet.calls.withLock { $0.documents.count } > 0)
    }
}

/// A fleet whose answers are made up.
private struct MockFleet: TrialFleet {
    let answer: @Sendable (FleetTrial) -> ReadResult?

    func read(_ trial: FleetTrial) async -> ReadResult? { answer(trial) }
    func finish() async {}
}

@Suite struct FleetExecutorTests {
    private func measure(_ answer: @escaping @Sendable (FleetTrial) -> ReadResult?) async throws -> [TrialMeasurement] {
        let home = PoolExecutor(corpus: try PoolExecutorTests.corpus(), pool: MockPool(deadly: .rawLine))
        let settings = [PageSegmentationMode.automatic, .singleBlock, .rawLine].map {
            RecognitionSettings(pageSegmentation: $0)
        }
        return try await FleetExecutor(MockFleet(answer: answer), home: home)
            .measure(PoolExecutorTests.document, plan: .all(settings))
    }

    @Test func whatTheFleetReadsIsHeldAgainstTheTruthHere() async throws {
        let measurements = try await measure { $0.bytes == Array("x".utf8) ? .success(MockPool.document) : nil }
        let home = try await measure { _ in nil }
        #expect(measurements.map(\.byFleet) == [true, true, true] && home.map(\.byFleet) == [nil, nil, nil])
        for (one, other) in zip(measurements.prefix(2), home) {
            #expect(one.text == other.text && one.fields == other.fields && one.score == other.score)
        }
    }

    @Test func whatNobodyCouldFinishIsReadHere() async throws {
        for failure in [RecognitionFailure.deadlineExceeded, .outOfMemory, .engineFailure("x")] {
            let measurements = try await measure { _ in .failure(failure) }
            // The reader here dies of the last setting, and that is what counts.
            #expect(measurements.map { $0.failure == nil } == [true, true, false])
            #expect(measurements.allSatisfy { $0.byFleet == nil })
        }
        let broken = try await measure { _ in .failure(.encryptedPDF) }
        #expect(
            broken.allSatisfy { $0.ending == .failed(RecognitionFailure.encryptedPDF.sentence) && $0.byFleet == true })
        let infeasible = try await measure { _ in .failure(.infeasibleSettings("no model")) }
        #expect(infeasible.allSatisfy { $0.ending == .infeasible("no model") })
    }
}
