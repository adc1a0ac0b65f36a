import Foundation
import Recognition
import Testing
import TunedConfiguration

@Suite struct MergingTests {
    private static let other = MachineFingerprint(
        cpuModel: "Other CPU", cores: 16, cpuQuota: nil, memoryBytes: 64 << 30, memoryLimitBytes: nil, kernel: nil)

    @Test func aSecondMachineAddsItsHalf() throws {
        let file = try TunedFixture.configuration()
        let theirs = try TunedConfiguration(
            recognition: file.recognition,
            machines: [TunedFixture.half(.init(concurrency: 16), on: Self.other)])
        let merged = try file.merging(theirs, recognition: .newer)
        #expect(merged.machines.count == 2)
        #expect(merged.machineHalf(for: TunedFixture.machine)?.settings.concurrency == 2)
        #expect(merged.machineHalf(for: Self.other)?.settings.concurrency == 16)
        #expect(try theirs.merging(file, recognition: .newer) == merged)
        #expect(try TunedConfiguration.parse(merged.json(), path: "x") == merged)
    }

    @Test func theSameMachineIsReplaced() throws {
        let file = try TunedFixture.configuration()
        var booted = TunedFixture.machine
        booted.kernel = "6.9"
        booted.memoryBytes -= 50 << 20
        let again = try TunedConfiguration(
            recognition: file.recognition, machines: [TunedFixture.half(.init(concurrency: 3), on: booted)])
        #expect(try file.merging(again, recognition: .newer).machines.map(\.settings.concurrency) == [3])
        #expect(throws: TunedConfigurationError.self) {
            try TunedConfiguration(recognition: file.recognition, machines: file.machines + again.machines)
        }
    }

    @Test func theLaterRecognitionHalfIsTakenUnlessToldOtherwise() throws {
        let file = try TunedFixture.configuration()
        var half = TunedFixture.recognition(error: 0.5)
        half.provenance.created += 60
        let later = try TunedConfiguration(recognition: half, machines: [])
        #expect(try file.merging(later, recognition: .newer).recognition == half)
        #expect(try later.merging(file, recognition: .newer).recognition == half)
        #expect(try file.merging(later, recognition: .keep).recognition == file.recognition)
        #expect(try later.merging(file, recognition: .replace).recognition == file.recognition)
    }

    @Test func ofTwoHalvesThatFitTheSameProcessorCounts() throws {
        var twin = TunedFixture.machine
        twin.cpuModel = "Faster CPU"
        let file = try TunedConfiguration(
            recognition: TunedFixture.recognition(),
            machines: [
                TunedFixture.half(.init(concurrency: 2)),
                TunedFixture.half(.init(concurrency: 4), on: twin, created: 1_800_000_000),
            ])
        #expect(file.machineHalf(for: TunedFixture.machine)?.settings.concurrency == 2)
        #expect(file.machineHalf(for: twin)?.settings.concurrency == 4)
        twin.cpuModel = nil
        #expect(file.machineHalf(for: twin)?.settings.concurrency == 4)
        #expect(file.machineHalf(for: Self.other) == nil)
        let stale = file.staleness(engine: nil, machine: Self.other).machine
        #expect(stale.count == 1 && stale[0].hasPrefix("none of its 2 machine halves is of this machine"))
    }
}

@Suite struct ProbeTests {
    private let texts = [ProbeText(page: "text.pdf", text: "as tuned")]

    @Test func whatReadsAsRecordedAsFastAsRecordedIsFresh() throws {
        let file = try TunedFixture.configuration()
        for seconds in [0.14, 0.4, 1.19] {
            let result = ProbeResult(texts: texts, cpuSeconds: seconds)
            #expect(file.staleness(probe: result, machine: file.machines.first).isEmpty)
        }
    }

    @Test func textMakesTheRecognitionHalfStaleAndSpeedTheMachineHalf() throws {
        let file = try TunedFixture.configuration()
        let other = ProbeResult(texts: [ProbeText(page: "text.pdf", text: "else")], cpuSeconds: 0.4)
        let read = file.staleness(probe: other, machine: file.machines.first)
        #expect(read.recognition.count == 1 && read.recognition[0].contains("text.pdf") && read.machine.isEmpty)
        for seconds in [0.1, 1.3] {
            let slow = file.staleness(
                probe: ProbeResult(texts: texts, cpuSeconds: seconds), machine: file.machines.first)
            #expect(slow.recognition.isEmpty && slow.machine.count == 1)
            #expect(slow.sentences(path: "t.json")[0].contains("`cricksy-bench machine --tuned t.json`"))
        }
    }

    @Test func whatWasMeasuredWithOtherSettingsIsNotCompared() throws {
        var half = TunedFixture.half()
        half.evidence?.profilesHash = "of others"
        let file = try TunedFixture.configuration()
        let slow = ProbeResult(texts: texts, cpuSeconds: 99)
        #expect(file.staleness(probe: slow, machine: half).isEmpty)
        #expect(file.staleness(probe: slow, machine: nil).isEmpty)
    }

    @Test func pagesAreSmallAndOfEveryKind() {
        let pages = ProbePage.all
        #expect(pages.map(\.name) == ["text.pdf", "scan.tiff", "screen.png", "photo.jpg"])
        #expect(pages.allSatisfy { (500...8_000).contains($0.bytes.count) })
    }

    @Test func aProbeKeepsTheOrderOfItsPagesAndFailsAsAWhole() async throws {
        let result = try await ProbePage.probe { (page) async throws(TunedConfigurationError) in
            (page.name, Double(page.bytes.count))
        }
        #expect(result.texts == ProbePage.all.map { ProbeText(page: $0.name, text: $0.name) })
        #expect(result.cpuSeconds == ProbePage.all.reduce(0) { $0 + Double($1.bytes.count) })
        await #expect(throws: TunedConfigurationError.self) {
            _ = try await ProbePage.probe { (page) async throws(TunedConfigurationError) in
                guard page.name != "screen.png" else { throw TunedConfigurationError.missing(path: page.name) }
                return ("", 0)
            }
        }
    }
}

@Suite struct SchemaOneTests {
    private static let fixture = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Fixtures/tuned-schema-1.json")

    @Test func bothHalvesGetTheOneProvenance() throws {
        let file = try TunedConfiguration.load(path: Self.fixture.path)
        #expect(file.schemaVersion == 2 && file.recognition.probe == nil)
        #expect(file.recognition.provenance.run == "20261126-045227")
        #expect(file.recognition.evidence.contenders.count == 3)
        let half = try #require(file.machines.first)
        #expect(half.settings.concurrency == 3 && half.provenance == file.recognition.provenance)
        #expect(half.evidence == nil && half.speed == nil)
        #expect(try TunedConfiguration.parse(file.json(), path: "x") == file)
    }

    @Test func anOldFileIsHeldToItsRulesToo() throws {
        let text = try String(contentsOf: Self.fixture, encoding: .utf8)
        let parse = { (text: String) in try TunedConfiguration.parse(Array(text.utf8), path: "x") }
        #expect(throws: TunedConfigurationError.wrongHash(path: "x")) {
            try parse(text.replacing("\"concurrency\" : 3", with: "\"concurrency\" : 4"))
        }
        #expect(throws: TunedConfigurationError.unknownKey(path: "x", key: "machines")) {
            try parse(text.replacing("\"schemaVersion\" : 1", with: "\"machines\" : [], \"schemaVersion\" : 1"))
        }
    }
}
