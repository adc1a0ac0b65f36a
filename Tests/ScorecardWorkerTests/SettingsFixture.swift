import Foundation
import Recognition
import ScorecardWorker
import TunedConfiguration

/// A made-up machine and the inputs of settings on it.
enum SettingsFixture {
    static let machine = MachineFingerprint(
        cpuModel: "Example CPU", cores: 4, cpuQuota: nil, memoryBytes: 16 << 30, memoryLimitBytes: nil, kernel: "6.1.0")
    static let engine = EngineFingerprint(
        tesseract: "5.3.0", leptonica: "1.82.0", poppler: "22.12.0", models: ["eng": "aa"])

    static func configuration(
        _ flags: [String: String] = [:], _ environment: [String: String] = [:],
        machine: MachineFingerprint = machine
    ) throws(SettingsError) -> WorkerConfiguration {
        try WorkerConfiguration(
            SettingsInputs(flags: flags, environment: environment, machine: machine, host: "box.example.org"))
    }

    /// The sentence with which the inputs are refused; nil when they are not.
    static func refusal(_ flags: [String: String], _ environment: [String: String] = [:]) -> String? {
        do throws(SettingsError) {
            _ = try configuration(flags, environment)
            return nil
        } catch {
            return error.exitCode == 78 ? error.sentence : "wrong exit code"
        }
    }

    /// Writes a tuned file whose machine half says 3 readers, 20 uploads, 200 and 300 seconds, and 500 MiB.
    static func writeTunedFile(in directory: TemporaryDirectory, hasMachineHalf: Bool = true) throws -> String {
        let path = directory.path + "/tuned.json"
        try TunedConfiguration(recognition: recognitionHalf, machines: hasMachineHalf ? [machineHalf] : [])
            .write(path: path)
        return path
    }

    static let recognitionHalf = TunedConfiguration.RecognitionHalf(
        profiles: [RecognitionProfile(settings: RecognitionSettings(rasterDPI: 321))],
        probe: [ProbeText(page: "text.pdf", text: "as tuned")],
        evidence: .init(
            mix: [.text: 1], parts: [], search: "grid", settingsTried: 1, budgetSeconds: nil, seed: 1,
            intervalLevel: 0.95, normalization: "card-1", contenders: [],
            decision: .init(incumbentKept: false, reasons: [])),
        provenance: provenance)
    static let machineHalf = TunedConfiguration.MachineHalf(
        settings: .init(
            concurrency: 3, tasksPerChild: 20, softLimitSeconds: 200, hardLimitSeconds: 300,
            childMemoryBytes: 500 << 20),
        speed: ProbeSpeed(cpuSeconds: 0.4),
        evidence: .init(
            profilesHash: recognitionHalf.profilesHash, reason: "three are enough", points: [], serviceSeconds: [:]),
        provenance: provenance)
    private static let provenance = TunedConfiguration.Provenance(
        created: Date(timeIntervalSince1970: 1_700_000_000), run: "run-1", tool: "test", gitCommit: nil,
        gitDirty: nil, corpusHash: "cc", engine: engine, machine: machine)
}

/// A directory that goes away with the test.
final class TemporaryDirectory {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.appending(path: "settings-\(UUID())").path()
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func file(_ name: String, _ text: String, mode: Int = 0o600) throws -> String {
        let file = path + "/" + name
        try Data(text.utf8).write(to: URL(filePath: file))
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: file)
        return file
    }
}

/// Two texts for every setting that is used, and how `config explain` shows them.
struct Sample {
    let name: String
    let first: (text: String, shown: String)
    let second: (text: String, shown: String)

    init(_ name: String, _ first: (String, String), _ second: (String, String)) {
        self.name = name
        self.first = first
        self.second = second
    }

    private init(_ name: String, same first: String, _ second: String) {
        self.init(name, (first, first), (second, second))
    }

    static let all: [Sample] =
        [
            Sample("broker", ("redis://:a@h/1", "redis://:***@h/1"), ("rediss://h/2", "rediss://h/2")),
            Sample("result-backend", same: "redis://h/3", "unix:///run/r.sock"),
            Sample("retry-backoff", ("3", "3 s"), ("4", "4 s")),
            Sample("broker-transport-options", ("{\"sep\":\":\"}", "{\"sep\":\":\"}"), (" {}", "{}")),
            Sample(
                "result-backend-transport-options", ("{\"global_keyprefix\":\"r\"}", "{\"global_keyprefix\":\"r\"}"),
                ("{}", "{}")),
            Sample("result-expires", ("60", "60 s"), ("90.5", "90.5 s")), Sample("queues", ("a, b", "a,b"), ("c", "c")),
            Sample("hostname", same: "w1@%h", "w2"), Sample("prefetch-multiplier", same: "4", "2"),
            Sample("optimization", same: "default", "fair"),
            Sample("heartbeat-interval", ("5", "5 s"), ("0.5", "0.5 s")),
            Sample("environment", same: "production", "test"), Sample("enable-ocr", ("0", "false"), ("yes", "true")),
            Sample("time-limit", ("700", "700 s"), ("800", "800 s")),
            Sample("soft-time-limit", ("70", "70 s"), ("80", "80 s")),
            Sample("max-file-bytes", ("2MiB", "2097152 bytes"), ("1000", "1000 bytes")),
            Sample("max-pixels", ("1000000", "1000000 pixels"), ("2000000", "2000000 pixels")),
            Sample("max-pages", ("3", "3 pages"), ("4", "4 pages")),
            Sample("concurrency", ("1", "1 readers"), ("2", "2 readers")),
            Sample("autoscale", ("2,4", "4,2"), ("3", "3,0")),
            Sample("max-tasks-per-child", ("7", "7 uploads"), ("8", "8 uploads")),
            Sample("max-memory-per-child", ("200000", "200000 KiB"), ("300MiB", "307200 KiB")),
            Sample("memory-limit", ("512", "512 MiB"), ("1GiB", "1024 MiB")),
            Sample("sandbox", same: "off", "best-effort"), Sample("reader", same: "/a", "/b"),
            Sample("tessdata", same: "/c", "/d"),
            Sample(
                "database-url", ("postgresql://u:a@h/d", "postgresql://u:***@h/d"),
                ("postgresql+asyncpg://h/d", "postgresql+asyncpg://h/d")),
            Sample("s3-endpoint", same: "http://minio:9000", "https://s3.example"),
            Sample("s3-region", same: "eu-west-1", "eu-west-2"), Sample("s3-bucket", same: "b1", "b2"),
            Sample("loglevel", ("debug", "DEBUG"), ("Warn", "WARNING")), Sample("log-format", same: "json", "text"),
            Sample("logfile", same: "/l/%n%I.log", "/m"), Sample("pidfile", same: "/p/%n", "/q"),
            Sample("health-address", (":9100", "127.0.0.1:9100"), ("[::1]:9", "[::1]:9")),
        ]
        + [
            "task-events", "result-extended", "accept-trials", "without-heartbeat", "without-mingle", "without-gossip",
            "skip-probe",
        ].map {
            Sample($0, ("true", "true"), ("off", "false"))
        }
    /// Those that tests of their own look at: a file that must be there, keys that come in pairs, a flag without variable.
    static let others: Set = ["tuned", "s3-access-key", "s3-secret-key", "detach"]
}
