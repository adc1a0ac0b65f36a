internal import ArgumentParser
internal import Corpus
internal import Foundation
internal import Recognition
internal import TunedConfiguration
internal import Tuning

/// `gate`: hold what is read today against a baseline.
struct GateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "gate", abstract: "Compare text and fields of every validation page exactly with a baseline.",
        discussion: """
            Recognition is deterministic: whatever differs has a cause in code, engine, models or settings.

            EXAMPLES
              cricksy-bench gate --baseline reports/baseline.json
              cricksy-bench gate accept --baseline reports/baseline.json

            EXIT CODES
              0 the same, or changed and not worse, or improved (said, with what to run)
              2 accuracy fell: fewer fields right in some kind of input, or as many and more characters wrong
              4 the run went wrong   5 no baseline   64 usage   65 corpus or baseline   78 tuned file
            """,
        subcommands: [Check.self, Accept.self], defaultSubcommand: Check.self)
}

/// What both subcommands need to read the corpus.
struct GateOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Baseline file.", valueName: "file")) var baseline = "reports/baseline.json"
    @Option(help: ArgumentHelp("Corpus to read.", valueName: "dir")) var corpus = "corpus"
    @Option(help: ArgumentHelp("Tuned file to read with.", valueName: "file")) var tuned = "reports/tuned.json"
    @Option(help: "Documents read at a time.") var concurrency = 2
    @Option(help: "auto shows a line on a terminal, plain writes a line every ten seconds, none is quiet.")
    var progress = ProgressStyle.auto
    @OptionGroup var readers: ReaderOptions

    func validate() throws {
        guard (1...64).contains(concurrency) else { throw ValidationError("--concurrency must be 1 to 64.") }
    }

    /// Reads the validation split as a worker with the tuned file would.
    func measure() async throws -> GateBaseline {
        let tuned = try TunedConfiguration.load(path: tuned)
        let corpus = try CorpusDirectory.load(at: corpus)
        let executor = try await readers.executor(corpus: corpus, concurrency: concurrency)
        let printer = ProgressPrinter(progress)
        let reading = try await GateBaseline.measure(
            corpus.documents.map(StudyDocument.init), profiles: tuned.recognition.profiles, corpusHash: corpus.hash,
            engine: EngineFingerprint(executor.hello, models: tuned.recognition.models), executor: executor,
            concurrency: concurrency, progress: printer.listener)
        await executor.finish()
        printer.finish()
        return reading
    }
}

extension GateCommand {
    struct Check: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Compare with the baseline (the default).")

        @OptionGroup var options: GateOptions
        @Option(help: "text, markdown or json.") var format = OutputFormat.text
        @Flag(help: "The same as --format json.") var json = false

        func run() async throws {
            try await BenchExit.reporting {
                guard let baseline = try GateBaseline.load(path: options.baseline) else {
                    StandardError.write(
                        "Error: There is no baseline \(options.baseline); make one with cricksy-bench gate accept.\n")
                    throw BenchExit.noBaseline
                }
                let report = try Gate.compare(baseline, with: try await options.measure())
                print(try GateOutput(report).text(json ? .json : format))
                if report.verdict == .fell { throw BenchExit.accuracyFell }
            }
        }
    }

    struct Accept: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Make what is read today the baseline.")

        @OptionGroup var options: GateOptions

        func run() async throws {
            try await BenchExit.reporting {
                let reading = try await options.measure()
                try reading.write(path: options.baseline)
                print("\(options.baseline) holds \(reading.documents.count) documents of the validation split.")
            }
        }
    }
}
