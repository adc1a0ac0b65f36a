import ChildProcesses
import Foundation
import Glibc
import Testing

/// Studies killed with SIGKILL at random moments and gone on with, on recorded readings so that nothing but the kills differs.
/// `CRICKSY_STUDY_KILLS` says how often (`make study-kills`: 20).
@Suite struct KilledStudyTests {
    @Test func killedStudyEndsAsAnUninterruptedOne() throws {
        let kills = ProcessInfo.processInfo.environment["CRICKSY_STUDY_KILLS"].flatMap(Int.init) ?? 3
        let scratch = try ScratchDirectory()
        let whole = try Program.run("cricksy-bench", arguments(store: scratch.file("whole.sqlite"), pause: 0))
        #expect(whole.status == 0, "\(whole.errors)")
        #expect(whole.output.contains("\"certificate\""))
        var done = 0
        var round = 0
        while done < kills {
            round += 1
            let store = scratch.file("killed-\(round).sqlite")
            let killed = try killAgainAndAgain(store: store, most: kills - done)
            // A study that ended before it could be killed says nothing; another one is killed earlier.
            #expect(round < 20 * kills)
            guard killed > 0 else { continue }
            done += killed
            let resumed = try Program.run("cricksy-bench", arguments(store: store, pause: 0))
            #expect(resumed.status == 0, "\(resumed.errors)")
            #expect(resumed.output == whole.output, "after \(killed) kills")
        }
    }

    private func arguments(store: String, pause: Int) -> [String] {
        [
            "replay", "study", "--matrix", Repository.root.appending(path: "reports/race-matrix.json").path, "--store",
            store, "--pause", "\(pause)",
        ]
    }

    /// Starts the study and kills it, until it ends by itself or was killed often enough; returns how often.
    private func killAgainAndAgain(store: String, most: Int) throws -> Int {
        for kill in 0..<most {
            let process = Process()
            process.executableURL = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
                .deletingLastPathComponent().appending(path: "cricksy-bench")
            process.arguments = arguments(store: store, pause: 5)
            process.standardOutput = FileHandle.nullDevice
            process.standardError = FileHandle.nullDevice
            try process.start()
            Thread.sleep(forTimeInterval: Double.random(in: 0.05...0.6))
            _ = Glibc.kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
            guard process.terminationReason == .uncaughtSignal else { return kill }
        }
        return most
    }
}
