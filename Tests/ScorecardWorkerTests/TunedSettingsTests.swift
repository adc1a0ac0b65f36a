import Recognition
import ScorecardWorker
import Testing
import TunedConfiguration

@Suite struct TunedSettingsTests {
    @Test func absentIsOneLineWithTheCommand() throws {
        let tuned = try SettingsFixture.configuration().tuned
        #expect(tuned.word == "absent")
        #expect(tuned.sentences.count == 1)
        #expect(tuned.sentences[0].contains("cricksy-bench sweep"))
        #expect(tuned.profiles.count == 1)
    }

    @Test func missingFileStopsOnlyTheFlag() throws {
        let environment = ["CRICKSY_TUNED_CONFIG": "/nowhere/tuned.json"]
        let tuned = try SettingsFixture.configuration([:], environment).tuned
        #expect(tuned.word == "missing")
        #expect(tuned.sentences[0].hasPrefix("There is no tuned file at /nowhere/tuned.json; make one with"))
        let refusal = try #require(SettingsFixture.refusal(["tuned": "/nowhere/tuned.json"]))
        #expect(refusal.hasPrefix("There is no tuned file at /nowhere/tuned.json"))
    }

    @Test func damagedFileStops() throws {
        let directory = try TemporaryDirectory()
        let path = try directory.file("tuned.json", "{\"schemaVersion\": 1")
        let refusal = try #require(SettingsFixture.refusal([:], ["CRICKSY_TUNED_CONFIG": path]))
        #expect(refusal.contains("is damaged"))
    }

    @Test func otherMachineKeepsTheRecognitionHalf() throws {
        let directory = try TemporaryDirectory()
        let path = try SettingsFixture.writeTunedFile(in: directory)
        var machine = SettingsFixture.machine
        machine.cores = 2
        let configuration = try SettingsFixture.configuration(["tuned": path], machine: machine)
        #expect(configuration.source(of: "concurrency") == .standard)
        #expect(configuration.readers.concurrency == 2)
        #expect(configuration.tuned.profiles.first?.settings.rasterDPI == 321)
        #expect(configuration.tuned.word == "stale")
        #expect(configuration.tuned.sentences.count == 2)
        #expect(configuration.tuned.sentences[0].contains("4 CPUs could be used and now 2 CPUs"))
        #expect(configuration.tuned.sentences[1].hasPrefix("The recognition half is kept"))
    }

    @Test func otherEngineKeepsTheMachineHalf() throws {
        let directory = try TemporaryDirectory()
        let path = try SettingsFixture.writeTunedFile(in: directory)
        let tuned = try SettingsFixture.configuration(["tuned": path]).tuned
        #expect(tuned.models == ["eng"])
        #expect(tuned.checked(against: SettingsFixture.engine).word == "current")
        var engine = SettingsFixture.engine
        engine.models["eng"] = "bb"
        let stale = tuned.checked(against: engine)
        #expect(stale.machine?.settings.concurrency == 3)
        #expect(stale.profiles.first?.settings.rasterDPI != 321)
        #expect(stale.sentences.last?.hasPrefix("The machine half is kept") == true)
        #expect(stale.sentences[0].contains("the model eng has changed"))
    }

    @Test func fileWithoutMachineHalfLeavesTheMachinesNumbers() throws {
        let directory = try TemporaryDirectory()
        let path = try SettingsFixture.writeTunedFile(in: directory, hasMachineHalf: false)
        let configuration = try SettingsFixture.configuration(["tuned": path])
        #expect(configuration.readers.concurrency == 4)
        #expect(configuration.source(of: "concurrency") == .standard)
    }
}
