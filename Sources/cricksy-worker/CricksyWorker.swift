internal import ArgumentParser
internal import CJemalloc

@main
struct CricksyWorker: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cricksy-worker",
        abstract: "Read cricket scorecards.",
        version: "0.1.0 (jemalloc \(String(cString: cjemalloc_version())))",
        subcommands: [ProcessCommand.self])
}
