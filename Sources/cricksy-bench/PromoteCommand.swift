internal import ArgumentParser
internal import Recognition
internal import TunedConfiguration
internal import Tuning

/// `promote`: make a run's tuned file the one that ships.
struct PromoteCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "promote", abstract: "Copy a run's tuned.json, once it is found sound, to reports/tuned.json.",
        discussion: """
            EXAMPLES
              cricksy-bench promote reports/runs/20261123-201500
              cricksy-bench promote 20261123-201500

            EXIT CODES
              0 copied   64 usage   78 the run has no sound tuned file, or it cannot be written
            """)

    @Argument(help: "The run: its directory or its name.") var run: String
    @Option(help: ArgumentHelp("File to write.", valueName: "file")) var out = "reports/tuned.json"

    func run() async throws {
        try await BenchExit.reporting {
            let directory = RunDirectory(named: run)
            let tuned = try TunedConfiguration.load(path: directory.tuned)
            try tuned.write(path: out)
            let settings = tuned.recognition.profiles.map(\.settings.description).joined(separator: "; ")
            print("\(out) now says: \(settings). Run cricksy-bench gate accept if it reads the corpus differently.")
        }
    }
}
