import Evaluation
import Foundation
import Recognition
import Synchronization
import Testing
import TunedConfiguration
import Tuning

/// A build that reads nothing: what a reading costs is made up, noise included.
final class MockSide: SpeedSide {
    private struct State {
        var generator: SplitMix64
        var restarts = 0
        var readings: [String] = []
        var finished = false
    }

    private let state: Mutex<State>
    private let factor: Double
    private let noise: Double
    private let bytes: Int
    private let leak: Int
    private let instructions: Bool

    init(
        seed: UInt64, factor: Double = 1, noise: Double = 0.01, megabytes: Int = 80, leak: Int = 0,
        instructions: Bool = false
    ) {
        state = Mutex(State(generator: SplitMix64(seed: seed)))
        self.factor = factor
        self.noise = noise
        bytes = megabytes << 20
        self.leak = leak
        self.instructions = instructions
    }

    var restarts: Int { state.withLock { $0.restarts } }
    var readings: [String] { state.withLock { $0.readings } }
    var isFinished: Bool { state.withLock { $0.finished } }

    func restart() async throws(TuningError) { state.withLock { $0.restarts += 1 } }

    func finish() async { state.withLock { $0.finished = true } }

    func read(_ part: SpeedPart, of document: StudyDocument) async throws(TuningError) -> ReadingCost {
        state.withLock { state in
            state.readings.append(document.id)
            let draw = (0..<4).reduce(0.0) { sum, _ in
                sum + Double(state.generator.next() >> 11) / Double(1 << 53) - 0.5
            }
            let work = (part == .sliver ? 0.001 : document.kind == .text ? 0.003 : 1) * factor
            let seconds = work * exp(noise * draw * 3.0.squareRoot())
            let resident = bytes + leak * state.readings.count
            return ReadingCost(
                cpuSeconds: seconds, wallSeconds: seconds * 1.1, instructions: instructions ? work * 4e9 : nil,
                peakBytes: resident, residentBytes: resident)
        }
    }
}

@Suite struct SpeedGateTests {
    private func limits(rounds: Int = 60) -> SpeedLimits {
        var limits = SpeedLimits()
        limits.rounds = rounds
        return limits
    }

    private func compare(_ head: MockSide, rounds: Int = 60, seed: UInt64 = 1) async throws -> SpeedReport {
        try await SpeedGate(
            base: MockSide(seed: 100 + seed), head: head, name: "the other",
            schedule: try SpeedSchedule(Sample.documents(ofEachKind: 3), count: 8, seed: seed),
            limits: limits(rounds: rounds)
        ).run()
    }

    @Test func sameBuildPasses() async throws {
        let report = try await compare(MockSide(seed: 2))
        #expect(report.verdict == .pass && !report.isImproved)
        #expect(report.metrics.filter(\.decides).map(\.metric) == [.cpu, .peak])
        #expect(report.pairs == 4 * report.rounds.count && report.missingPairs == nil)
        #expect(report.kinds.map(\.kind) == [.text, .scan, .screen, .photo])
        let cost = try #require(report.cost)
        #expect(try #require(cost.upper) < 1.025 && cost.lower.map { $0 < 1 } != false)
    }

    @Test func fivePercentFailsAndAFasterBuildIsAnImprovement() async throws {
        let slower = try await compare(MockSide(seed: 2, factor: 1.05))
        #expect(slower.verdict == .fail && slower.sentence.contains("CPU time +"))
        #expect(try #require(slower.cost?.lower) > 1.025)
        let faster = try await compare(MockSide(seed: 2, factor: 0.8))
        #expect(faster.verdict == .pass && faster.isImproved)
        #expect(GateResult(accuracy: nil, speed: faster).isImproved)
    }

    @Test func tooFewRoundsAreInconclusiveAndSayHowManyMore() async throws {
        let report = try await compare(MockSide(seed: 2), rounds: 4)
        #expect(report.verdict == .inconclusive && report.rounds.count == 4)
        let more = try #require(report.missingPairs)
        #expect(more > 0 && more % 4 == 0)
        #expect(report.sentence.contains("about \(more) more pairs"))
        let longer = try await compare(MockSide(seed: 2), rounds: 4 + 2 * more / 4)
        #expect(longer.verdict == .pass)
    }

    @Test func memoryAloneFails() async throws {
        let larger = try await compare(MockSide(seed: 2, megabytes: 100))
        #expect(larger.verdict == .fail && larger.metrics.filter { $0.verdict == .fail }.map(\.metric) == [.peak])
    }

    @Test func aLeakAloneFails() async throws {
        let leaking = try await compare(MockSide(seed: 2, leak: 2 << 10))
        #expect(leaking.verdict == .pass, "2 KB a document are not seen in so few")
        let worse = try await compare(MockSide(seed: 2, leak: 400 << 10))
        #expect(worse.verdict == .fail)
    }

    @Test func instructionsDecideWhereTheyAreCounted() async throws {
        let gate = SpeedGate(
            base: MockSide(seed: 1, noise: 0.2, instructions: true),
            head: MockSide(seed: 2, noise: 0.2, instructions: true), name: "the other",
            schedule: try SpeedSchedule(Sample.documents(ofEachKind: 1), count: 4, seed: 1), limits: limits())
        let report = try await gate.run()
        #expect(report.verdict == .pass && report.rounds.count < 12)
        #expect(report.cost?.metric == .instructions && report.cost?.ratio == 1)
    }

    /// Sides whose clock says nothing, and what their instructions are counted with.
    private func counted(factor: Double) async throws -> SpeedReport {
        let noisy = (base: MockSide(seed: 1, noise: 0.5), head: MockSide(seed: 2, noise: 0.5))
        let sides = (
            base: MockSide(seed: 3, noise: 0.5, instructions: true),
            head: MockSide(seed: 4, factor: factor, noise: 0.5, instructions: true)
        )
        let report = try await SpeedGate(
            base: noisy.base, head: noisy.head, counted: CountedSides(base: sides.base, head: sides.head),
            name: "the other", schedule: try SpeedSchedule(Sample.documents(ofEachKind: 1), count: 4, seed: 1),
            limits: limits(rounds: 20)
        ).run()
        #expect([noisy.base, noisy.head, sides.base, sides.head].map(\.isFinished) == [true, true, true, true])
        #expect(sides.base.restarts == 1 && sides.base.readings == sides.head.readings)
        return report
    }

    @Test func valgrindDecidesWhereTheClockIsTooNoisy() async throws {
        let same = try await counted(factor: 1)
        #expect(same.verdict == .pass && same.cost?.metric == .instructions && same.cost?.ratio == 1)
        let slower = try await counted(factor: 1.05)
        #expect(slower.verdict == .fail && slower.rounds.count == 1)
        #expect(slower.sentence.contains("instructions +5.0% (+4.8% to +5.2%, allowed +2.5%)"))
        #expect(slower.count?.visits.map(\.kind) == [.text, .scan, .screen, .photo])
        let faster = try await counted(factor: 0.9)
        #expect(faster.isImproved)
    }

    @Test func countsAtTheLimitLeaveTheAnswerToTheClock() async throws {
        let report = try await counted(factor: 1.026)
        #expect(report.verdict == .inconclusive && report.cost?.metric == .cpu)
        #expect(report.metrics.first { $0.metric == .instructions }?.verdict == .inconclusive)
    }

    @Test func sidesReadTheSameDocumentsInProcessesOfTheSameAge() async throws {
        let (base, head) = (MockSide(seed: 1), MockSide(seed: 2))
        _ = try await SpeedGate(
            base: base, head: head, name: "the other",
            schedule: try SpeedSchedule(Sample.documents(ofEachKind: 3), count: 8, seed: 1), limits: limits(rounds: 3)
        ).run()
        #expect(base.readings == head.readings)
        #expect(base.restarts == 3 && head.restarts == 3)
        #expect(base.isFinished && head.isFinished)
        #expect(Set(base.readings).allSatisfy { $0.hasPrefix("validation") })
    }

    @Test func selfTestCountsFalseAlarmsAndFindsTheSlowdown() async throws {
        let test = GateSelfTest(
            base: MockSide(seed: 1), head: MockSide(seed: 2),
            schedule: try SpeedSchedule(Sample.documents(ofEachKind: 1), count: 4, seed: 1), limits: limits(rounds: 30))
        let report = try await test.run(comparisons: 20)
        #expect(report.same.failed.count == 0 && report.same.passed.count >= 18)
        #expect(report.slowed.failed.count >= 18 && report.slowed.passed.count == 0)
        #expect(abs(report.slowed.medianRatio - 1.05) < 0.01)
        let outlook = try #require(report.outlook)
        #expect(outlook.falseAlarms <= 0.01 && outlook.passes > 0.9)
        #expect(try #require(outlook.smallestSlowdown) < 0.05)
    }

    @Test func selfTestGoesOnWhereItWasStopped() async throws {
        let path = Scratch.place("comparisons.json").path
        let test = GateSelfTest(
            base: MockSide(seed: 1), head: MockSide(seed: 2),
            schedule: try SpeedSchedule(Sample.documents(ofEachKind: 1), count: 4, seed: 1), limits: limits(rounds: 3))
        for (commit, count) in [("a", 2), ("b", 3), ("c", 3)] {
            var kept = try GateComparisons(path: path)
            let report = try await test.run(
                comparisons: count, besides: kept.made, commit: commit,
                keep: { (comparison) throws(TuningError) in try kept.add(comparison) })
            #expect(report.same.passed.total == count && report.slowed.passed.total == count)
            #expect(try GateComparisons(path: path).made == kept.made && kept.made.count == 2 * count)
        }
        let commits = try GateComparisons(path: path).made.map(\.commit)
        #expect(commits == ["a", "a", "a", "a", "b", "b"])
        try "[{".write(toFile: path, atomically: true, encoding: .utf8)
        #expect(throws: TuningError.self) { try GateComparisons(path: path) }
    }

    @Test func selfTestSaysHowFarCountsAreFromOneAnother() async throws {
        let test = GateSelfTest(
            base: MockSide(seed: 1, noise: 0.5), head: MockSide(seed: 2, noise: 0.5),
            counted: CountedSides(
                base: MockSide(seed: 3, instructions: true), head: MockSide(seed: 4, instructions: true)),
            schedule: try SpeedSchedule(Sample.documents(ofEachKind: 1), count: 4, seed: 1), limits: limits(rounds: 12))
        let report = try await test.run(comparisons: 4)
        #expect(report.same.passed.count == 4 && report.slowed.failed.count == 4)
        #expect(report.countDifference == 0 && report.outlook == nil)
        #expect(report.sentences.last?.hasPrefix("Instructions decide here") == true)
    }

    @Test func scheduleIsFixedButNotItsOrder() throws {
        let documents = Sample.documents(ofEachKind: 3)
        let schedule = try SpeedSchedule(documents, count: 8, seed: 4)
        #expect(schedule.documents == (try SpeedSchedule(documents.shuffled(), count: 8, seed: 4)).documents)
        #expect(Dictionary(grouping: schedule.documents, by: \.kind).values.allSatisfy { $0.count == 2 })
        #expect(throws: TuningError.self) { try SpeedSchedule([], count: 8, seed: 1) }
    }
}

@Suite struct GateResultTests {
    private func accuracy(_ right: Int) async throws -> GateReport {
        let reading = { (right: Int) in
            try await GateBaseline.measure(
                Sample.documents(ofEachKind: 2), profiles: [RecognitionProfile(settings: .tesseractDefaults)],
                corpusHash: "hash",
                engine: EngineFingerprint(tesseract: "5", leptonica: "1", poppler: "22", models: [:]),
                executor: MockReader { document, _ in
                    MockOutcome(right: document.id == "validation-photo-1" ? right : 10)
                }, concurrency: 1)
        }
        return try Gate.compare(try await reading(10), with: try await reading(right))
    }

    @Test func worseHalfDecides() async throws {
        #expect(GateResult(accuracy: try await accuracy(9), speed: nil).verdict == .fail)
        #expect(GateResult(accuracy: try await accuracy(10), speed: nil).verdict == .pass)
        let better = GateResult(accuracy: try await accuracy(11), speed: nil)
        #expect(better.verdict == .pass && better.isImproved)
        #expect(better.sentences.contains { $0.contains("cricksy-bench gate accept") })
    }

    @Test func changeHasItsInterval() async throws {
        let report = try await accuracy(9)
        #expect(report.documents.count == 8)
        #expect(abs(report.change.value + 1.0 / 160) < 1e-12)
        let interval = try #require(report.kinds.first { $0.kind == .photo }?.change.interval)
        #expect(interval.lower < -0.02 && interval.upper <= 0)
        #expect(report.kinds.first { $0.kind == .scan }?.change.interval?.lower == 0)
        let change = try #require(report.changes.first)
        #expect(change.isWorse && change.summary.hasPrefix("Lost result/9: wrong, expected '9'"))
    }
}
