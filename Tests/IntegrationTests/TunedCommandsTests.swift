import Foundation
import Testing

/// The commands around the tuned file, as they are typed.
@Suite struct TunedCommandsTests {
    private let old = Repository.fixture("tuned-schema-1.json")
    private let committed = Repository.root.appending(path: "reports/tuned.json").path

    @Test func promoteBringsAnOldFileUpToDate() throws {
        let scratch = try ScratchDirectory()
        let out = scratch.url.appending(path: "tuned.json")
        let promoted = try Program.run("cricksy-bench", ["promote", old, "--out", out.path])
        #expect(promoted.status == 0, "\(promoted.errors)")
        let file = try #require(try JSONSerialization.jsonObject(with: Data(contentsOf: out)) as? [String: Any])
        #expect(file["schemaVersion"] as? Int == 2)
        #expect((file["machines"] as? [[String: Any]])?.count == 1)
        let again = try Program.run("cricksy-bench", ["promote", out.path, "--out", out.path])
        #expect(again.status == 0 && again.output.contains("2 CPUs (AMD EPYC), 23.5 GiB: 3 readers"))
        #expect(try Program.run("cricksy-bench", ["diff", old, out.path]).status == 0)
    }

    @Test func diffEndsAsDiffDoes() throws {
        let same = try Program.run("cricksy-bench", ["diff", committed, committed])
        #expect(same.status == 0 && same.output == "The files say the same.\n")
        let other = try Program.run("cricksy-bench", ["diff", old, committed])
        #expect(other.status == 1 && other.output.contains("What matters:"))
        let json = try Program.run("cricksy-bench", ["diff", old, committed, "--json"])
        #expect(json.status == 1)
        #expect(try JSONSerialization.jsonObject(with: Data(json.output.utf8)) is [String: Any])
        #expect(try Program.run("cricksy-bench", ["diff", old, "/nowhere"]).status == 78)
    }

    @Test func explainSaysWhatCountsHere() throws {
        let text = try Program.run("cricksy-bench", ["explain", committed])
        #expect(text.status == 0, "\(text.errors)")
        for part in ["RECOGNITION HALF (", "MACHINE HALF of", "second-look", "Why: "] {
            #expect(text.output.contains(part), "\(text.output)")
        }
        let json = try Program.run("cricksy-bench", ["explain", old, "--no-reader", "--json"])
        let words = try #require(try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
        #expect((words["recognition"] as? [String: Any])?["state"] as? String == "unchecked")
    }

    @Test func planAnswersFromTheCommittedFile() throws {
        let file = try JSONSerialization.jsonObject(with: Data(contentsOf: URL(filePath: committed))) as? [String: Any]
        let half = try #require((file?["machines"] as? [[String: Any]])?.last?["provenance"] as? [String: Any])
        let name = try #require((half["machine"] as? [String: Any])?["cpuModel"] as? String)
        let ofOneMachine = ["plan", "--tuned", committed, "--machine", name]
        let plan = try Program.run("cricksy-bench", ofOneMachine + ["--rate", "30/min", "--p95", "30s", "--json"])
        #expect(plan.status == 0, "\(plan.errors)")
        let answer = try #require(try JSONSerialization.jsonObject(with: Data(plan.output.utf8)) as? [String: Any])
        #expect((answer["recommended"] as? [String: Any])?["isEnough"] as? Bool == true)
        #expect(
            try Program.run("cricksy-bench", ofOneMachine + ["--rate", "1/s", "--p95", "1ms"]).status == 2)
        let ofNone = ["plan", "--tuned", committed, "--machine", "abacus", "--rate", "1/s", "--p95", "1s"]
        let refused = try Program.run("cricksy-bench", ofNone)
        #expect(refused.status == 64 && refused.errors.contains("part of 0 of these names"), "\(refused.errors)")
        #expect(try Program.run("cricksy-bench", ["plan", "--tuned", old, "--rate", "1/s", "--p95", "1"]).status == 65)
        #expect(try Program.run("cricksy-bench", ["plan", "--rate", "fast", "--p95", "1s"]).status == 64)
    }
}
