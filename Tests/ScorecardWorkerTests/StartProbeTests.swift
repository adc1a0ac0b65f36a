import OCRPool
import OCRWire
import Recognition
import ScorecardWorker
import Testing
import TunedConfiguration

/// The probe with a real reader: what it reads it reads again, and what is recorded otherwise it finds.
@Suite struct StartProbeTests {
    @Test func aRealReaderPassesItsOwnRecordAndNoOther() async throws {
        let pool = try await ReaderPool(PoolConfiguration(program: try ReaderProgram.find(), concurrency: 1))
        let directory = try TemporaryDirectory()
        let unprobed = try settings([ProbeText(page: "text.pdf", text: "?")], 1, directory, pool)
        let first = await probe(pool, unprobed).run(skips: false)
        guard case .finished(let result, let seconds)? = first.probe else {
            Issue.record("\(String(describing: first.probe))")
            return
        }
        #expect(result.texts.count == ProbePage.all.count && Set(result.texts.map(\.textHash)).count > 1)
        #expect(result.cpuSeconds > 0.01 && seconds > 0)
        #expect(first.words.recognition == "stale" && first.words.probe == "failed")

        let sound = try settings(result.texts, result.cpuSeconds, directory, pool)
        let again = await probe(pool, sound).run(skips: false)
        #expect(again.words.recognition == "current", "\(again.sentences)")
        #expect(await probe(pool, sound).run(skips: true).words.probe == "skipped")

        let slow = try settings(result.texts, result.cpuSeconds * 1000, directory, pool)
        let fast = await probe(pool, slow).run(skips: false)
        #expect(fast.words.recognition == "current" && fast.words.machine == "stale" && fast.machine == nil)
        await pool.shutdown()
    }

    /// The other suites keep the machine busy, so there is more time than at a start.
    private func probe(_ pool: ReaderPool, _ tuned: TunedSettings) -> StartProbe {
        StartProbe(pool: pool, tuned: tuned, limit: .seconds(120))
    }

    /// A tuned file of this engine and the fixture's machine with such a record.
    private func settings(
        _ texts: [ProbeText], _ cpuSeconds: Double, _ directory: TemporaryDirectory, _ pool: ReaderPool
    ) throws -> TunedSettings {
        var (recognition, machine) = (SettingsFixture.recognitionHalf, SettingsFixture.machineHalf)
        recognition.provenance.engine = EngineFingerprint(pool.hello, models: ["eng"])
        recognition.probe = texts
        machine.speed = ProbeSpeed(cpuSeconds: cpuSeconds)
        let path = directory.path + "/tuned.json"
        try TunedConfiguration(recognition: recognition, machines: [machine]).write(path: path)
        return try SettingsFixture.configuration(["tuned": path]).tuned.checked(against: pool.hello)
    }
}
