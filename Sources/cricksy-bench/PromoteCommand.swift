public import ArgumentParser
internal import Foundation
internal import Recognition
public import TunedConfiguration
internal import Tuning

/// `promote`: take a run's halves over into the file that ships.
struct PromoteCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "promote", abstract: "Take a run's tuned halves over into reports/tuned.json.",
        discussion: """
            The recognition half is replaced when the run's was made later. The run's machine half takes the place of the one
            measured on the same machine (processor, usable CPUs and memory); halves of other machines stay. A file of
            an older schema is brought up to date on the way.

            EXAMPLES
              cricksy-bench promote reports/runs/20261123-201500
              cricksy-bench promote 20261123-201500 --recognition keep     only its machine half
              cricksy-bench promote reports/tuned.json                     bring an old file up to date

            EXIT CODES
              0 written   64 usage   78 one of the files is not sound, or the result cannot be written
            """)

    @Argument(help: "The run: its directory or its name; or a tuned file.", completion: .file()) var run: String
    @Option(help: ArgumentHelp("File to merge into and write.", valueName: "file")) var out = "reports/tuned.json"
    @Option(help: "Recognition half: newer takes the later one, keep the file's, replace the run's.")
    var recognition = TunedConfiguration.RecognitionChoice.newer

    func run() async throws {
        try await BenchExit.reporting {
            let promoted = try TunedConfiguration.load(path: source)
            let tuned =
                FileManager.default.fileExists(atPath: out)
                ? try TunedConfiguration.load(path: out).merging(promoted, recognition: recognition) : promoted
            try tuned.write(path: out)
            print(sentence(tuned, promoted))
        }
    }

    private var source: String {
        var isDirectory: ObjCBool = false
        let isFile = FileManager.default.fileExists(atPath: run, isDirectory: &isDirectory) && !isDirectory.boolValue
        return isFile ? run : RunDirectory(named: run).tuned
    }

    private func sentence(_ tuned: TunedConfiguration, _ promoted: TunedConfiguration) -> String {
        let settings = tuned.recognition.profiles.map(\.settings.description).joined(separator: "; ")
        let machines = tuned.machines.map {
            "\($0.provenance.machine.sentence): \($0.settings.concurrency) reader\($0.settings.concurrency == 1 ? "" : "s")"
        }
        let isTaken = tuned.recognition == promoted.recognition
        return """
            \(out) now says: \(settings)\(isTaken ? "" : " (its own recognition half was kept)").
            Machines: \(machines.isEmpty ? "none" : machines.joined(separator: "; ")).
            Run cricksy-bench gate accept if it reads the corpus differently.
            """
    }
}

extension TunedConfiguration.RecognitionChoice: ExpressibleByArgument {}
