internal import ArgumentParser
internal import Foundation
internal import Reporting
internal import Tuning

/// `replay`: searches run again on recorded readings.
struct SweepReplayCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay",
        abstract: "Run searches again on recorded readings: what they cost and how good they are.",
        discussion: """
            A recorded matrix holds what every setting of a space made of every document of a split. On it a search takes
            milliseconds, so that hundreds can be held against each other; they run the code of the sweep itself.

            EXAMPLES
              cricksy-bench replay record reports/runs/<id of a grid> --out reports/race-matrix.json
              cricksy-bench replay races --matrix reports/race-matrix.json --fresh reports/race-fresh.json --out reports/race-replays
              cricksy-bench replay study --matrix reports/race-matrix.json --store /tmp/study.sqlite --pause 2

            EXIT CODES
              0 success   4 the run went wrong   64 usage   65 a file that cannot be read
            """,
        subcommands: [Record.self, Races.self, WholeStudy.self])
}

extension SweepReplayCommand {
    /// `replay record`.
    struct Record: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Keep what a sweep with --search grid has measured on one split.")

        @Argument(help: ArgumentHelp("Directory of the run.", valueName: "run")) var run: String
        @Option(help: "The split.") var split = "tune"
        @Option(help: "What was read, where and with what, as a sentence.") var origin = ""
        @Option(help: ArgumentHelp("The file to write.", valueName: "file")) var out: String

        func run() async throws {
            try await BenchExit.reporting {
                guard let split = StudySplit(rawValue: split) else {
                    throw ValidationError("--split must be tune, validation or test.")
                }
                let matrix = try RecordedMatrix(study: RunDirectory(path: run).study, split: split, origin: origin)
                try matrix.file().write(to: URL(filePath: out), options: .atomic)
                print("\(matrix.settings.count) settings on \(matrix.documents.count) documents in \(out)")
            }
        }
    }

    /// `replay study`.
    struct WholeStudy: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "study",
            abstract: "Run a whole study on a matrix, its documents dealt to the splits, and print its facts as JSON.",
            discussion: "Killed and started again with the same store, it goes on and prints the same.")

        @Option(help: ArgumentHelp("The matrix.", valueName: "file")) var matrix = "reports/race-matrix.json"
        @Option(help: ArgumentHelp("The study, new or begun.", valueName: "file")) var store: String
        @Option(help: "Seed of page order and draws.") var seed: UInt64 = 1
        @Option(help: "Milliseconds that a document takes.") var pause = 0

        func run() async throws {
            try await BenchExit.reporting {
                let matrix = try RecordedMatrix(path: matrix)
                let request = matrix.request(seed: seed)
                let executor = RecordedExecutor(matrix, pause: .milliseconds(pause))
                let study = try Study(
                    request: request, store: try StudyStore(path: store), readers: "recorded", trials: executor,
                    loads: nil)
                print(
                    String(decoding: try StudyJSON.file(try await study.run().timeless), as: UTF8.self), terminator: "")
            }
        }
    }

    /// `replay races`.
    struct Races: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Hold race, halving and grid against each other over many orders of the documents.")

        @Option(help: ArgumentHelp("The matrix.", valueName: "file")) var matrix = "reports/race-matrix.json"
        @Option(help: ArgumentHelp("The same settings on cards that no search sees.", valueName: "file"))
        var fresh = "reports/race-fresh.json"
        @Option(help: "Replays of each.") var seeds = 200
        @Option(parsing: .upToNextOption, help: "Searches: race, halving, grid.")
        var searches = StudyRequest.Search.allCases
        @Option(
            parsing: .upToNextOption,
            help: "Sizes of split: 0 for the recorded documents in other orders, else so many drawn from them.")
        var documents = [0, 120, 300, 1000]
        @Option(help: ArgumentHelp("Write FILE.md and FILE.json.", valueName: "file")) var out: String?
        @Flag(help: "Print JSON instead of tables.") var json = false

        func validate() throws {
            guard seeds > 0 else { throw ValidationError("--seeds must be above 0.") }
            guard documents.allSatisfy({ $0 >= 0 }) else { throw ValidationError("--documents must be 0 or more.") }
        }

        func run() async throws {
            try await BenchExit.reporting {
                let (matrix, fresh) = (try RecordedMatrix(path: matrix), try RecordedMatrix(path: fresh))
                let replay = try await RaceReplay(matrix, fresh: fresh)
                var series: [RaceReplay.Series] = []
                for count in documents {
                    for search in searches {
                        series.append(try await replays(replay, search, documents: count))
                    }
                }
                let report = RaceReplayReport(matrix: matrix, fresh: fresh, series: series)
                if let out { try write(report, to: out) }
                print(
                    json ? String(decoding: try StudyJSON.file(series), as: UTF8.self) : report.markdown, terminator: ""
                )
            }
        }

        private func replays(
            _ replay: RaceReplay, _ search: StudyRequest.Search, documents count: Int
        ) async throws -> RaceReplay.Series {
            var outcomes: [RaceReplay.Outcome] = []
            for seed in 1...UInt64(seeds) {
                let documents = replay.documents(count: count == 0 ? nil : count, seed: seed)
                outcomes.append(try await replay.run(search, on: documents, seed: seed))
                if StandardError.isTerminal {
                    StandardError.write("\r\u{1B}[K\(search.rawValue), \(count): \(seed) of \(seeds)")
                }
            }
            if StandardError.isTerminal { StandardError.write("\r\u{1B}[K") }
            return RaceReplay.Series(search: search, documents: count, outcomes: outcomes)
        }

        private func write(_ report: RaceReplayReport, to file: String) throws {
            try Data(report.markdown.utf8).write(to: URL(filePath: file + ".md"), options: .atomic)
            try StudyJSON.file(report.summaries).write(to: URL(filePath: file + ".json"), options: .atomic)
        }
    }
}
