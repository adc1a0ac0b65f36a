import Foundation
import Recognition
import ScorecardWorker
import Testing
import TunedConfiguration

/// Everything that can be wrong with a tuned file, and what a worker does then. `reports/tuned-faults.md` is this table.
@Suite struct TunedFaultTests {
    /// One fault: how the world looks, and what must come of it.
    struct Fault: Sendable {
        let name: String
        /// `kept/kept` for recognition and machine half; `refused` when the worker does not start.
        let outcome: String
        /// Part of the sentence.
        let sentence: String
        var file: @Sendable (Data) -> Data? = { $0 }
        var engine = SettingsFixture.engine
        var machine = SettingsFixture.machine
        var probe = TunedFaultTests.good
    }

    private static let recorded = ProbeText(page: "text.pdf", text: "as tuned")
    private static let good = ProbeOutcome.finished(ProbeResult(texts: [recorded], cpuSeconds: 0.4), seconds: 0.3)
    private static let misread = ProbeText(page: "text.pdf", text: "read otherwise")

    static let faults: [Fault] = halves + probes + files

    private static let halves = [
        Fault(name: "nothing is wrong", outcome: "kept/kept", sentence: "of run run-1 is used"),
        Fault(
            name: "model swapped", outcome: "dropped/kept", sentence: "the model eng has changed",
            engine: engine { $0.models["eng"] = "bb" }),
        Fault(
            name: "model removed", outcome: "dropped/kept", sentence: "the model eng is missing",
            engine: engine { $0.models = [:] }),
        Fault(
            name: "engine upgraded", outcome: "dropped/kept", sentence: "tesseract was 5.3.0 and is 5.5.1",
            engine: engine { $0.tesseract = "5.5.1" }),
        Fault(
            name: "other CPU count", outcome: "kept/dropped", sentence: "4 CPUs could be used and now 2 CPUs",
            machine: machine { $0.cores = 2 }),
        Fault(
            name: "quota of the control group", outcome: "kept/dropped",
            sentence: "4 CPUs could be used and now 1.5 CPUs",
            machine: machine { $0.cpuQuota = 1.5 }),
        Fault(
            name: "less memory", outcome: "kept/dropped", sentence: "of memory could be used and now 0.5 GiB",
            machine: machine { $0.memoryLimitBytes = 1 << 29 }),
        Fault(
            name: "other kernel, a little less memory", outcome: "kept/kept", sentence: "is used",
            machine: machine { machine in
                machine.kernel = "7.0"
                machine.memoryBytes -= machine.memoryBytes / 50
            }),
        Fault(
            name: "engine upgraded on other CPUs", outcome: "dropped/dropped", sentence: "Neither half is kept",
            engine: engine { $0.tesseract = "5.5.1" }, machine: machine { $0.cores = 2 }, probe: .unneeded),
        Fault(
            name: "no machine half at all", outcome: "kept/absent", sentence: "is used",
            file: { _ in sealed(machines: []) }),
        Fault(
            name: "machine halves of two other machines", outcome: "kept/dropped",
            sentence: "none of its 2 machine halves is of this machine", file: { _ in sealed(machines: others) }),
    ]

    private static let probes = [
        Fault(
            name: "probe text differs", outcome: "dropped/kept",
            sentence: "text.pdf read otherwise than when it was tuned",
            probe: .finished(ProbeResult(texts: [misread], cpuSeconds: 0.4), seconds: 0.3)),
        Fault(
            name: "speed out of band", outcome: "kept/dropped", sentence: "took 1300 ms of CPU, not 133 ms to 1200 ms",
            probe: .finished(ProbeResult(texts: [recorded], cpuSeconds: 1.3), seconds: 1)),
        Fault(
            name: "probe text and speed differ", outcome: "dropped/dropped", sentence: "Neither half is kept",
            probe: .finished(ProbeResult(texts: [misread], cpuSeconds: 1.3), seconds: 1)),
        Fault(
            name: "probe not read in time", outcome: "kept/kept", sentence: "nothing is held against the file",
            probe: .unfinished(reason: "the machine is too busy")),
        Fault(name: "--skip-probe", outcome: "kept/kept", sentence: "were not read (--skip-probe)", probe: .skipped),
    ]

    private static let files = [
        Fault(
            name: "edited by hand", outcome: "refused", sentence: "was changed after it was written",
            file: edited("\"tasksPerChild\" : 20", "\"tasksPerChild\" : 21")),
        Fault(
            name: "hash edited by hand", outcome: "refused", sentence: "its content hash differs",
            file: edited("\"contentHash\" : \"", "\"contentHash\" : \"0")),
        Fault(
            name: "value of the wrong sort", outcome: "refused",
            sentence: "machines/0/settings/tasksPerChild: it is no Int",
            file: edited("\"tasksPerChild\" : 20", "\"tasksPerChild\" : \"20\"")),
        Fault(
            name: "unknown key", outcome: "refused", sentence: "unknown key machines/0/settings/threads",
            file: edited("\"tasksPerChild\" : 20", "\"tasksPerChild\" : 20, \"threads\" : 4")),
        Fault(
            name: "truncated", outcome: "refused", sentence: "is damaged (it ends in line",
            file: { $0.prefix($0.count / 2) }),
        Fault(name: "empty", outcome: "refused", sentence: "is damaged (it is empty)", file: { _ in Data() }),
        Fault(
            name: "not JSON", outcome: "refused", sentence: "is damaged (line 1, column 1)",
            file: { _ in Data([0x89, 0x50, 0x4E, 0x47]) }),
        Fault(name: "unreadable (a directory)", outcome: "refused", sentence: "cannot be read", file: { _ in nil }),
        Fault(
            name: "newer schema", outcome: "refused", sentence: "has schema version 3 and this program knows 2",
            file: edited("\"schemaVersion\" : 2", "\"schemaVersion\" : 3")),
        Fault(
            name: "older schema, same engine and machine", outcome: "kept/kept", sentence: "is used",
            file: { _ in try? Data(contentsOf: schemaOne) }, engine: oldFile.recognition.provenance.engine,
            machine: oldFile.recognition.provenance.machine, probe: .unneeded),
        Fault(
            name: "older schema, edited by hand", outcome: "refused", sentence: "was changed after it was written",
            file: { _ in
                (try? String(contentsOf: schemaOne, encoding: .utf8)).map {
                    Data($0.replacing("\"concurrency\" : 3", with: "\"concurrency\" : 9").utf8)
                }
            }),
    ]

    @Test(arguments: TunedFaultTests.faults.map(\.name)) func rightHalfIsKept(name: String) throws {
        let fault = try #require(Self.faults.first { $0.name == name })
        let (outcome, sentences) = try Self.outcome(of: fault)
        #expect(outcome == fault.outcome, "\(sentences)")
        #expect(sentences.contains { $0.contains(fault.sentence) }, "\(sentences)")
        #expect(sentences.allSatisfy { $0.hasSuffix(".") && !$0.contains("\n") })
        if outcome.contains("dropped") {
            #expect(sentences.contains { $0.contains("`cricksy-bench ") }, "no command: \(sentences)")
        }
    }

    @Test func committedTableIsTheOneOfThisProgram() throws {
        let rows = try Self.faults.map { fault in
            let (outcome, sentences) = try Self.outcome(of: fault)
            let halves = outcome.split(separator: "/")
            return "| \(fault.name) | \(halves[0]) | \(halves.last ?? "") | \(sentences.joined(separator: " ")) |"
        }
        let table = Self.introduction + rows.joined(separator: "\n") + "\n"
        let report = Self.root.appending(path: "reports/tuned-faults.md")
        if ProcessInfo.processInfo.environment["CRICKSY_WRITE_FAULTS"] != nil {
            try Data(table.utf8).write(to: report)
        }
        #expect(try String(contentsOf: report, encoding: .utf8) == table, "write it with CRICKSY_WRITE_FAULTS=1")
    }

    // MARK: - What the worker makes of it

    private static func outcome(of fault: Fault) throws -> (String, [String]) {
        let directory = try TemporaryDirectory()
        let path = try SettingsFixture.writeTunedFile(in: directory)
        let sound = try Data(contentsOf: URL(filePath: path))
        try FileManager.default.removeItem(atPath: path)
        if let bytes = fault.file(sound) {
            try bytes.write(to: URL(filePath: path))
        } else {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
        }
        let hidden = { (sentence: String) in sentence.replacing(path, with: "tuned.json") }
        do throws(SettingsError) {
            let configuration = try SettingsFixture.configuration(["tuned": path], machine: fault.machine)
            let tuned = configuration.tuned.checked(against: fault.engine).probed(fault.probe)
            let words = ["current": "kept", "stale": "dropped", "absent": "absent"]
            let halves = [tuned.words.recognition, tuned.words.machine].map { words[$0] ?? $0 }
            // The words must be what the worker does.
            #expect((tuned.profiles.first?.settings == .builtIn) == (halves[0] == "dropped"))
            #expect((tuned.machine != nil) == (halves[1] == "kept"))
            return (halves.joined(separator: "/"), tuned.sentences.map(hidden))
        } catch {
            return ("refused", [hidden(error.sentence)])
        }
    }

    // MARK: - Worlds

    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    private static let schemaOne = root.appending(path: "Tests/Fixtures/tuned-schema-1.json")
    private static let oldFile: TunedConfiguration = {
        guard let file = try? TunedConfiguration.load(path: schemaOne.path) else { fatalError("no \(schemaOne.path)") }
        return file
    }()

    private static func engine(_ change: (inout EngineFingerprint) -> Void) -> EngineFingerprint {
        var engine = SettingsFixture.engine
        change(&engine)
        return engine
    }

    private static func machine(_ change: (inout MachineFingerprint) -> Void) -> MachineFingerprint {
        var machine = SettingsFixture.machine
        change(&machine)
        return machine
    }

    private static func edited(_ old: String, _ new: String) -> @Sendable (Data) -> Data? {
        { Data(String(decoding: $0, as: UTF8.self).replacing(old, with: new).utf8) }
    }

    private static var others: [TunedConfiguration.MachineHalf] {
        [8, 16].map { cores in
            var half = SettingsFixture.machineHalf
            half.provenance.machine.cores = cores
            return half
        }
    }

    private static func sealed(machines: [TunedConfiguration.MachineHalf]) -> Data? {
        (try? TunedConfiguration(recognition: SettingsFixture.recognitionHalf, machines: machines).json()).map {
            Data($0)
        }
    }

    private static let introduction = """
        # What a worker does when its tuned file does not fit

        One half may be dropped and the other kept: a dropped recognition half means the built-in settings, a dropped machine
        half a reader for each usable CPU. A refused file ends the start with exit code 78. Written by
        `CRICKSY_WRITE_FAULTS=1 swift test -c release --filter TunedFaultTests`, which fails when this table is not what
        the program does.

        | fault | recognition half | machine half | what it says |
        |---|---|---|---|

        """
}
