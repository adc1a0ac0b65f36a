internal import ArgumentParser
internal import CJemalloc
internal import ScorecardWorker

@main
struct CricksyWorker: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cricksy-worker",
        abstract: "Read cricket scorecards.",
        version: "\(BuildVersion.current) (jemalloc \(String(cString: cjemalloc_version())))",
        subcommands: [RunCommand.self, CheckCommand.self, ProcessCommand.self, ConfigCommand.self])

    /// A unit file of the Celery worker keeps its arguments.
    static func main() async {
        await main(CelerySpelling.arguments(Array(CommandLine.arguments.dropFirst())))
    }
}
