import Evaluation
import Foundation
import Recognition
import Testing
import TunedConfiguration
import Tuning

@Suite struct ArrivalTests {
    @Test(arguments: ArrivalProcess.allCases) func rateAndMixAreThoseAskedFor(process: ArrivalProcess) {
        let stream = ArrivalStream(process, count: 20_000, weights: [.text: 0.25, .photo: 0.75], seed: 3)
        let arrivals = stream.arrivals(rate: 2)
        let rate = Double(arrivals.count) / (arrivals.last?.seconds ?? 0)
        #expect((1.85...2.15).contains(rate))
        let share = Double(arrivals.count { $0.kind == .photo }) / Double(arrivals.count)
        #expect((0.74...0.76).contains(share))
        #expect(arrivals.map(\.seconds) == arrivals.map(\.seconds).sorted())
        #expect(
            stream.arrivals(rate: 2)
                == ArrivalStream(
                    process, count: 20_000, weights: [.text: 0.25, .photo: 0.75], seed: 3
                ).arrivals(rate: 2))
        #expect(stream.arrivals(rate: 2, within: 10).allSatisfy { $0.seconds <= 10 })
    }

    @Test func burstsBunch() {
        // Counts in windows of two seconds: variance over mean is 1 for Poisson.
        let dispersion = { (process: ArrivalProcess) in
            let arrivals = ArrivalStream(process, count: 20_000, weights: [.text: 1], seed: 1).arrivals(rate: 1)
            var counts = [Double](repeating: 0, count: 9_000)
            for arrival in arrivals where arrival.seconds < 18_000 { counts[Int(arrival.seconds / 2)] += 1 }
            let mean = counts.reduce(0, +) / Double(counts.count)
            return counts.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(counts.count) / mean
        }
        #expect((0.9...1.1).contains(dispersion(.poisson)))
        #expect(dispersion(.bursty) > 3)
    }
}

@Suite struct QueueSimulationTests {
    @Test func firstComeFirstServed() {
        let queue = QueueSimulation(workers: 1, readers: 1, slowdown: [1, 1])
        #expect(queue.run(arrivals: [0, 1, 1.5, 10], demands: [2, 1, 1, 3]).latencies == [2, 2, 2.5, 3])
        let two = QueueSimulation(workers: 2, readers: 1, slowdown: [1, 1])
        #expect(two.run(arrivals: [0, 1, 1.5, 10], demands: [2, 1, 1, 3]).latencies == [2, 1, 1.5, 3])
    }

    @Test func readersOfOneMachineShareIt() {
        // Alone for a second, then beside another at half the pace: 1 + 2 * 1 s; the other the same, then alone.
        let queue = QueueSimulation(workers: 1, readers: 2, slowdown: [1, 1, 2])
        #expect(queue.run(arrivals: [0, 1], demands: [2, 2]).latencies == [3, 3])
        let three = queue.run(arrivals: [0, 0, 0], demands: [1, 1, 1]).latencies
        #expect(three == [2, 2, 3])
    }

    /// Sojourn times of M/M/1 are exponential with rate mu - lambda; waits of M/M/2 follow Erlang's C formula.
    @Test func agreesWithQueueingTheory() {
        var generator = SplitMix64(seed: 9)
        let arrivals = ArrivalStream(.poisson, count: 60_000, weights: [.text: 1], seed: 5)
        let demands = (0..<60_000).map { _ in -log(1 - generator.fraction()) }
        let single = QueueSimulation(workers: 1, readers: 1, slowdown: [1, 1])
            .run(arrivals: arrivals.arrivals(rate: 0.5).map(\.seconds), demands: demands)
        let p95 = single.latencies.sorted()[57_000]
        #expect(abs(p95 / (-log(0.05) / 0.5) - 1) < 0.06, "\(p95)")
        #expect(abs(single.utilization - 0.5) < 0.02)
        let double = QueueSimulation(workers: 2, readers: 1, slowdown: [1, 1])
            .run(arrivals: arrivals.arrivals(rate: 1.4).map(\.seconds), demands: demands)
        let mean = double.latencies.reduce(0, +) / 60_000
        // Erlang C for two servers at load a: a^2 / (2 + a); mean sojourn 1 + C / (2 - a), C = a^2 / (2 + a).
        let expected = 1 + (1.4 * 1.4 / (2 + 1.4)) / (2 - 1.4)
        #expect(abs(mean / expected - 1) < 0.06, "\(mean) \(expected)")
    }
}

@Suite struct CapacityTests {
    static let machine = MachineFingerprint(
        cpuModel: "CPU", cores: 2, cpuQuota: nil, memoryBytes: 8 << 30, memoryLimitBytes: nil, kernel: nil)

    static func half(hasTimes: Bool = true) -> TunedConfiguration.MachineHalf {
        let points = [(1, 1.0), (2, 1.1), (3, 1.6)].map { readers, slowdown in
            TunedConfiguration.LoadPoint(
                concurrency: readers, documents: 20, pages: 20, pagesPerSecond: Double(readers) / slowdown,
                cpuSecondsPerPage: 1, slowdown: slowdown, residentBytes: readers * 90 << 20)
        }
        return TunedConfiguration.MachineHalf(
            settings: .init(concurrency: 2),
            evidence: .init(
                profilesHash: "", reason: "two are enough", points: points,
                serviceSeconds: hasTimes ? [.text: [0.02, 0.03], .photo: [1, 1.5, 2.5]] : [:]),
            provenance: .init(
                created: Date(timeIntervalSince1970: 1), run: "r", tool: "t", gitCommit: nil, gitDirty: nil,
                corpusHash: "c", engine: .init(tesseract: "5", leptonica: "1", poppler: "2", models: [:]),
                machine: machine))
    }

    static func load(_ process: ArrivalProcess = .poisson) throws -> CapacityModel.Load {
        .init(process: process, mix: try Mix(parsing: "text=.4,photo=.6"), overheadSeconds: 0.02, seed: 1)
    }

    @Test func planKeepsTheLimitAndNoFewerWorkersWould() throws {
        let plan = try CapacityPlan(Self.half(), rate: 3, p95LimitSeconds: 6, load: Self.load())
        let best = try #require(plan.recommended)
        #expect(best.point.p95Seconds <= 6 && best.highestRate >= 3)
        #expect(plan.rows.filter { $0.point.workers < best.point.workers }.allSatisfy { !$0.isEnough })
        for row in plan.rows { #expect(row.isEnough == (row.highestRate >= 3 * 0.99), "\(row)") }
        #expect(try plan == CapacityPlan(Self.half(), rate: 3, p95LimitSeconds: 6, load: Self.load()))
    }

    @Test func latencyRisesWithTheRateAndBurstsCostCapacity() throws {
        let model = try CapacityModel(Self.half(), load: Self.load())
        let p95 = [0.3, 0.8, 1.2, 1.5].map { model.prediction(workers: 1, readers: 2, rate: $0).p95Seconds }
        #expect(p95 == p95.sorted())
        let rate = model.highestRate(workers: 1, readers: 2, limitSeconds: 6)
        #expect(rate < model.capacity(workers: 1, readers: 2))
        let bursty = try CapacityModel(Self.half(), load: Self.load(.bursty))
        #expect(bursty.highestRate(workers: 1, readers: 2, limitSeconds: 6) < rate)
        #expect(model.highestRate(workers: 2, readers: 2, limitSeconds: 6) > 1.9 * rate)
    }

    @Test func aLimitBelowTheReadingItselfCannotBeKept() throws {
        let plan = try CapacityPlan(Self.half(), rate: 1, p95LimitSeconds: 0.5, load: Self.load())
        #expect(plan.recommended == nil && plan.rows.allSatisfy { $0.highestRate < 0.01 })
    }

    @Test func aScheduleIsWhatItsPredictionIsAbout() throws {
        let model = try CapacityModel(Self.half(), load: Self.load())
        let rate = model.highestRate(workers: 1, readers: 2, limitSeconds: 6, runSeconds: 60)
        let schedule = model.schedule(rate: rate, seconds: 60)
        let p95 = model.p95(of: schedule, workers: 1, readers: 2)
        #expect((3.5...8).contains(p95), "\(p95)")
        #expect(!schedule.isEmpty && schedule.allSatisfy { (0...60).contains($0.seconds) })
    }

    @Test func aHalfWithoutTimesSaysWhatToDo() throws {
        let error = #expect(throws: TuningError.self) {
            try CapacityModel(Self.half(hasTimes: false), load: Self.load())
        }
        #expect(error?.sentence.contains("cricksy-bench machine") == true)
        let kind = #expect(throws: TuningError.self) {
            try CapacityModel(
                Self.half(), load: .init(process: .poisson, mix: .standard, overheadSeconds: 0, seed: 1))
        }
        #expect(kind?.sentence.contains("scan, screen") == true)
    }
}

@Suite struct MachineChoiceTests {
    private func points(_ rates: [Double], childMiB: Int = 90) -> [MachinePoint] {
        let documents = (0..<8).map {
            StudyDocument(id: "\($0)", split: .tune, kind: .photo, layout: "x", pages: 1)
        }
        return rates.enumerated().map { index, rate in
            let load = LoadMeasurement(
                wallSeconds: 8 / rate, cpuSeconds: 8, latencies: Array(repeating: 1, count: 8),
                childPeakBytes: Array(repeating: childMiB << 20, count: index + 1),
                documentSeconds: Array(repeating: 1, count: 8))
            return MachinePoint(load, setting: "s", concurrency: index + 1, documents: documents)
        }
    }

    @Test func theLeastThatIsAsGoodAsTheBest() {
        let choice = MachineChoice(points([1, 1.9, 1.95, 1.99]), memoryBytes: 8 << 30)
        #expect(choice.concurrency == 2 && choice.childMemoryBytes == nil)
        #expect(choice.reason.contains("1.99 pages/s at 4") && choice.reason.contains("90 MiB"))
    }

    @Test func memoryCapsReadersAndTheirSize() {
        let choice = MachineChoice(points([1, 1.9, 2.8, 3.7]), memoryBytes: (256 + 400) << 20)
        #expect(choice.concurrency == 2 && choice.childMemoryBytes == 200 << 20)
        #expect(choice.reason.hasSuffix("so that more readers were not considered"))
        #expect(MachineChoice(points([1, 2], childMiB: 900), memoryBytes: 1 << 29).concurrency == 1)
    }
}

@Suite struct TunedWordsTests {
    private func file() throws -> TunedConfiguration {
        let fixture = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Fixtures/tuned-schema-1.json")
        return try TunedConfiguration.load(path: fixture.path)
    }

    @Test func everySettingIsExplained() throws {
        let file = try file()
        let own = file.recognition.provenance
        let words = TunedExplanation(file, path: "t.json", engine: own.engine, machine: own.machine)
        #expect(words.recognition.state == .current && words.machines.map(\.state) == [.current])
        let lines = try #require(words.recognition.profiles.first?.settings)
        #expect(lines.count == SettingsKey.allCases.count - 1)
        let psm = try #require(lines.first { $0.name == "psm" })
        #expect(psm.value == "4" && psm.standard == "3" && psm.incumbent == "6" && !psm.meaning.isEmpty)
        #expect(
            words.verdict == [
                "A worker here reads with the recognition half.",
                "This machine (2 CPUs (AMD EPYC), 23.5 GiB) has a half in the file: a worker here runs 3 readers.",
            ])
        var engine = own.engine
        engine.poppler = "99"
        let stale = TunedExplanation(file, path: "t.json", engine: engine, machine: CapacityTests.machine)
        #expect(stale.recognition.state == .stale && stale.machines.map(\.state) == [.elsewhere])
        #expect(stale.verdict.count == 4 && stale.verdict[0].contains("poppler was 22.12.0 and is 99"))
        #expect(TunedExplanation(file, path: "", engine: nil, machine: own.machine).recognition.state == .unchecked)
    }

    @Test func differencesAreSortedByWhetherTheyMatter() throws {
        let file = try file()
        #expect(TunedDifference(from: file, to: file).isEmpty)
        var half = file.recognition
        half.profiles[0].settings.rasterDPI = 300
        half.evidence.contenders[0].weighted?.rowAccuracy = 0.1
        half.provenance.run = "later"
        half.provenance.engine.tesseract = "5.9"
        let machines = [CapacityTests.half()] + file.machines
        let difference = TunedDifference(from: file, to: try TunedConfiguration(recognition: half, machines: machines))
        let change = { (suffix: String) in difference.changes.first { $0.place.hasSuffix(suffix) } }
        let settings = try #require(difference.changes.first { $0.place.hasSuffix("/settings/rasterDPI") })
        #expect(settings.part == .settings && settings.before == "200" && settings.after == "300")
        #expect(settings.matters == "workers read pages with other settings")
        #expect(change("provenance/engine/tesseract")?.part == .checks)
        #expect(change("provenance/run")?.matters == nil)
        #expect(change("weighted/rowAccuracy")?.part == .evidence)
        let added = difference.changes.filter { $0.place.hasPrefix("machines/CPU, 2") }
        #expect(!added.isEmpty && added.allSatisfy { $0.before == nil })
        #expect(added.contains { $0.part == .settings && $0.matters != nil })
        #expect(
            difference.changes.map(\.part)
                == difference.changes.map(\.part).sorted { left, right in
                    let order = TunedDifference.Part.allCases
                    return (order.firstIndex(of: left) ?? 0) < (order.firstIndex(of: right) ?? 0)
                })
        #expect(difference.reasons.count >= 3)
    }
}
