import Foundation
import Testing

/// Whole sweeps with known answers: one in which a planted setting must win, one in which the incumbent must stay.
@Suite struct PlantedSettingTests {
    private static let good = "psm=6,prepare=invert+background+deskew+rules+height28"

    @Test func aPlantedSettingWins() throws {
        let run = try sweep(
            incumbent: "psm=3,text-layer=ignore",
            space: [
                ["name": "worse", "psm": 11],
                ["name": "planted", "psm": 6, "prepare": "invert+background+deskew+rules+height28"],
            ])
        #expect(run.decision["incumbentKept"] as? Bool == false, "\(run.decision)")
        #expect(run.winner == "planted")
        let profile = try #require((run.tuned["recognition"] as? [String: Any])?["profiles"] as? [[String: Any]]).first
        let settings = try #require(profile?["settings"] as? [String: Any])
        #expect(settings["pageSegmentation"] as? Int == 6)
    }

    @Test func theIncumbentIsKeptWhereNothingBeatsIt() throws {
        let run = try sweep(
            incumbent: PlantedSettingTests.good, space: [["name": "worse", "psm": 11], ["name": "plain", "psm": 3]])
        #expect(run.decision["incumbentKept"] as? Bool == true, "\(run.decision)")
        #expect((run.decision["reasons"] as? [String])?.isEmpty == false)
        let evidence = try String(
            data: JSONSerialization.data(withJSONObject: run.tuned["evidence"] ?? [:]), encoding: .utf8)
        #expect(evidence?.contains("kept") == true)
    }

    private struct Run {
        let result: [String: Any]
        let tuned: [String: Any]

        var decision: [String: Any] { result["decision"] as? [String: Any] ?? [:] }
        var winner: String? {
            let settings = result["settings"] as? [[String: Any]] ?? []
            return settings.first { ($0["roles"] as? [String])?.contains("winner") == true }?["name"] as? String
        }
    }

    /// Scans only: there the settings differ most, and few pages show it.
    private func sweep(incumbent: String, space: [[String: Any]]) throws -> Run {
        let scratch = try ScratchDirectory()
        let corpus = scratch.url.appending(path: "corpus")
        try copyCorpus(to: corpus, documents: 4, kind: "scan")
        let spaceFile = try scratch.create("space.json")
        let description: [String: Any] = ["schemaVersion": 1, "base": ["text-layer": "ignore"], "settings": space]
        try JSONSerialization.data(withJSONObject: description).write(to: spaceFile)
        let out = scratch.url.appending(path: "run")
        let program = try Program.run(
            "cricksy-bench",
            [
                "sweep", "--corpus", corpus.path, "--space", spaceFile.path, "--incumbent", incumbent, "--search",
                "grid",
                "--mix", "scan=1", "--out", out.path, "--skip-machine", "--progress", "none",
            ])
        #expect(program.status == 0, "\(program.errors)")
        #expect(program.output.contains("report.html"))
        return Run(
            result: try object(out.appending(path: "result.json")), tuned: try object(out.appending(path: "tuned.json"))
        )
    }

    private func object(_ file: URL) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any])
    }
}
