import FoundationEssentials
import Recognition
import TunedConfiguration

/// A made-up tuned file.
enum TunedFixture {
    static let engine = EngineFingerprint(
        tesseract: "5.3.0", leptonica: "1.82.0", poppler: "22.12.0", models: ["eng": "aa", "osd": "bb"])
    static let machine = MachineFingerprint(
        cpuModel: "Example CPU", cores: 4, cpuQuota: 2, memoryBytes: 8 << 30, memoryLimitBytes: nil, kernel: "6.1.0")

    static func configuration(
        profiles: [RecognitionProfile]? = nil,
        machine settings: TunedConfiguration.MachineSettings? = .init(concurrency: 2), error: Double = 0.02
    ) throws(TunedConfigurationError) -> TunedConfiguration {
        try TunedConfiguration(
            recognition: recognition(profiles: profiles, error: error),
            machines: settings.map { [half($0)] } ?? [])
    }

    static func recognition(
        profiles: [RecognitionProfile]? = nil, error: Double = 0.02
    ) -> TunedConfiguration.RecognitionHalf {
        .init(
            profiles: profiles ?? [RecognitionProfile(settings: settings)],
            probe: [ProbeText(page: "text.pdf", text: "as tuned")], evidence: evidence(error: error),
            provenance: provenance)
    }

    /// A half measured on a machine, by default the fixture's own.
    static func half(
        _ settings: TunedConfiguration.MachineSettings = .init(concurrency: 2),
        on machine: MachineFingerprint = machine,
        created: Double = 1_700_000_000
    ) -> TunedConfiguration.MachineHalf {
        var provenance = provenance
        provenance.machine = machine
        provenance.created = Date(timeIntervalSince1970: created)
        let points = (1...3).map { readers in
            TunedConfiguration.LoadPoint(
                concurrency: readers, documents: 20, pages: 20, pagesPerSecond: Double(min(readers, 2)),
                cpuSecondsPerPage: 1, slowdown: max(1, Double(readers) / 2))
        }
        return .init(
            settings: settings, speed: ProbeSpeed(cpuSeconds: 0.4),
            evidence: .init(
                profilesHash: recognition().profilesHash, reason: "two are enough", points: points,
                serviceSeconds: [.text: [0.02], .photo: [1, 2]]), provenance: provenance)
    }

    static let settings = RecognitionSettings(
        pageSegmentation: .singleBlock, preparation: PagePreparation(deskew: true), variables: ["a": "b"])

    private static func evidence(error: Double) -> TunedConfiguration.Evidence {
        let metrics = TunedConfiguration.Metrics(
            documents: 16, pages: 18, characterErrorRate: .init(error, low: 0.01, high: 0.03),
            fieldAccuracy: .init(0.97))
        return TunedConfiguration.Evidence(
            mix: [.text: 0.5, .photo: 0.5], parts: [.init(split: "validation", kind: .text, documents: 16, pages: 18)],
            search: "halving", settingsTried: 20, budgetSeconds: 600, seed: .max, intervalLevel: 0.95,
            normalization: "card-1",
            contenders: [
                .init(roles: ["winner"], name: "psm 6", settings: settings, weighted: metrics, byKind: [.text: metrics])
            ], decision: .init(incumbentKept: false, reasons: ["It reads more fields."]))
    }

    static let provenance = TunedConfiguration.Provenance(
        created: Date(timeIntervalSince1970: 1_700_000_000.75), run: "2026-11-23-1", tool: "cricksy-bench 0.1",
        gitCommit: "abc", gitDirty: false, corpusHash: "cc", engine: engine, machine: machine)
}

/// A directory that goes away with the test.
final class TemporaryDirectory {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.appending(path: "tuned-\(UUID())").path()
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func file(_ name: String, _ text: String = "") throws -> String {
        let url = URL(filePath: path).appending(path: name)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url)
        return url.path()
    }
}
