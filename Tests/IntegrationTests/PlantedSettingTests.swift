import Foundation
import Testing

/// Whole sweeps with known answers: one in which a planted setting must win, one in which the incumbent must stay.
@Suite struct PlantedSettingTests {
    @Test func aPlantedSettingWins() throws {
        let run = try sweep(
            incumbent: "psm=6,oem=3",
            space: [["name": "worse", "psm": 13, "text-layer": "ignore"], ["name": "planted", "psm": 6]])
        #expect(run.decision["incumbentKept"] as? Bool == false, "\(run.decision)")
        #expect(run.winner == "planted")
        let profile = try #require((run.tuned["recognition"] as? [String: Any])?["profiles"] as? [[String: Any]]).first
        let settings = try #require(profile?["settings"] as? [String: Any])
        #expect(settings["pageSegmentation"] as? Int == 6)
        #expect(settings["textLayer"] as? String == "preferWhenSound")
    }

    @Test func theIncumbentIsKeptWhereNothingBeatsIt() throws {
        let run = try sweep(
            incumbent: "psm=6,text-layer=prefer",
            space: [["psm": 13, "text-layer": "ignore", "dpi": 72], ["psm": 7, "text-layer": "ignore"]])
        #expect(run.decision["incumbentKept"] as? Bool == true, "\(run.decision)")
        #expect((run.decision["reasons"] as? [String])?.isEmpty == false)
        let half = run.tuned["recognition"] as? [String: Any]
        let evidence = try JSONSerialization.data(withJSONObject: half?["evidence"] ?? [:])
        #expect(String(decoding: evidence, as: UTF8.self).contains("kept"))
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

    /// Eight text PDFs, where the text layer is right and free: the known answer needs few pages to show.
    private func sweep(incumbent: String, space: [[String: Any]]) throws -> Run {
        let scratch = try ScratchDirectory()
        let corpus = scratch.url.appending(path: "corpus")
        let synth = try Program.run(
            "cricksy-bench",
            ["corpus", "synth", "--seed", "5", "--count", "8", "--kinds", "text", "--out", corpus.path])
        #expect(synth.status == 0, "\(synth.errors)")
        let spaceFile = try scratch.create("space.json")
        let description: [String: Any] = ["schemaVersion": 1, "settings": space]
        try JSONSerialization.data(withJSONObject: description).write(to: spaceFile)
        let out = scratch.url.appending(path: "run")
        let program = try Program.run(
            "cricksy-bench",
            [
                "sweep", "--corpus", corpus.path, "--space", spaceFile.path, "--incumbent", incumbent, "--search",
                "grid",
                "--mix", "text=1", "--out", out.path, "--skip-machine", "--progress", "none",
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
