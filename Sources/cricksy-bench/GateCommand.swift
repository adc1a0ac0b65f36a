internal import ArgumentParser
internal import Corpus
internal import Foundation
internal import Recognition
internal import Reporting
internal import TunedConfiguration
internal import Tuning

/// `gate`: hold what is read today, and what it costs, against what was.
struct GateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "gate",
        abstract: "Pass or fail a change: every page against a baseline, cost against another build.",
        discussion: """
            Accuracy: recognition is deterministic, so text and fields of every validation page are compared exactly, and
            whatever differs has a cause in code, engine, models or settings. An interval says what the change is worth
            on pages that are not in the corpus.

            Cost, with --against or --against-binary: both builds read the same lines of a few documents in turn (A B, B A and
            so on, by a seeded coin), the cheapest of several readings of each counts, and each round has new processes, which read
            a whole document first, for their peak. Instructions decide where they can be counted, by the processor or by
            Valgrind (a minute more, by a few lines of each kind of input), else CPU time; peak memory
            decides too; latency and growth fail when they are surely over their limit. The test (e-values of
            symmetry, Vovk and Wang, arXiv 2208.08925) may be looked at after every round: a build within all limits fails in at
            most 1% of all comparisons, one over a deciding limit passes in at most 1%.
            When --minutes are not enough, the answer is "inconclusive", with the pairs that it would take.

            EXAMPLES
              cricksy-bench gate --baseline reports/baseline.json
              cricksy-bench gate --against origin/main --markdown gate.md --junit gate.xml
              cricksy-bench gate --against-binary /tmp/old/.build/release --skip-accuracy --minutes 10
              cricksy-bench gate --self-test --comparisons 10 --minutes 3
              cricksy-bench gate accept --baseline reports/baseline.json

            EXIT CODES
              0 pass: the same, or changed and not worse, or improved (said, with what to run)
              2 fail: fewer fields right in some kind of input, or as many and more characters wrong; or a cost over its limit
              3 inconclusive (--inconclusive pass makes it 0, --inconclusive fail 2)
              4 the run went wrong: no build, no reader, or builds that cannot be compared
              5 no baseline   64 usage   65 corpus or baseline   78 tuned file
            """,
        subcommands: [Check.self, Accept.self], defaultSubcommand: Check.self)
}

/// What all subcommands need to read the corpus.
struct GateOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Baseline file.", valueName: "file")) var baseline = "reports/baseline.json"
    @Option(help: ArgumentHelp("Corpus to read.", valueName: "dir")) var corpus = "corpus"
    @Option(help: ArgumentHelp("Tuned file to read with.", valueName: "file")) var tuned = "reports/tuned.json"
    @Option(help: "Documents read at a time where cost is not measured.") var concurrency = 2
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

/// What an answer that could not be had amounts to.
enum Undecided: String, ExpressibleByArgument, CaseIterable {
    case pass
    case fail
    /// Exit code 3.
    case own
}

extension GateCommand {
    struct Check: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Compare and answer (the default).")

        @OptionGroup var options: GateOptions
        @OptionGroup var speed: GateSpeedOptions
        @Flag(help: "Leave accuracy out.") var skipAccuracy = false
        @Option(help: "What no answer amounts to: pass, fail, or own for exit code 3.") var inconclusive = Undecided.own
        @Option(help: ArgumentHelp("Write Markdown for a pull request.", valueName: "file")) var markdown: String?
        @Option(help: ArgumentHelp("Write JUnit's XML.", valueName: "file")) var junit: String?
        @Option(help: "text, markdown or json.") var format = OutputFormat.text
        @Flag(help: "The same as --format json.") var json = false
        @Flag(help: "Show what the gate can see on this machine: the build with itself, and slowed by 5% more work.")
        var selfTest = false
        @Option(help: "Comparisons of each sort in --self-test.") var comparisons = 3
        @Option(
            help: ArgumentHelp(
                "Keep the comparisons of --self-test, and count those that an earlier run kept there.",
                valueName: "file"))
        var keep: String?

        func validate() throws {
            guard (1...10_000).contains(comparisons) else { throw ValidationError("--comparisons must be 1 to 10000.") }
            guard !skipAccuracy || speed.isWanted || selfTest else {
                throw ValidationError(
                    "With --skip-accuracy there is nothing to compare; give --against or --against-binary.")
            }
            guard !selfTest || (!speed.isWanted && markdown == nil && junit == nil) else {
                throw ValidationError(
                    "--self-test compares the build with itself; leave --against, --markdown and --junit out.")
            }
            guard selfTest || keep == nil else {
                throw ValidationError("--keep keeps the comparisons of --self-test; give that too.")
            }
        }

        func run() async throws {
            try await BenchExit.reporting {
                if selfTest { return try await testItself() }
                // The cheap half first, but an answer on both: a pull request wants to see all that is wrong.
                let accuracy = skipAccuracy ? nil : try await compareAccuracy()
                let result = GateResult(
                    accuracy: accuracy, speed: speed.isWanted ? try await speed.compare(options) : nil)
                try write(result)
                if let code = code(of: result.verdict) { throw code }
            }
        }

        private func compareAccuracy() async throws -> GateReport {
            guard let baseline = try GateBaseline.load(path: options.baseline) else {
                StandardError.write(
                    "Error: There is no baseline \(options.baseline); make one with cricksy-bench gate accept.\n")
                throw BenchExit.noBaseline
            }
            return try Gate.compare(baseline, with: try await options.measure())
        }

        private func write(_ result: GateResult) throws {
            let output = GateOutput(result)
            print(try output.text(json ? .json : format))
            if let markdown { try GateFile.write(Data(output.text(.markdown).utf8 + [0x0A]), path: markdown) }
            if let junit {
                try GateFile.write(
                    JUnitReport(result, failsUndecided: inconclusive == .fail).xml(), path: junit)
            }
        }

        private func code(of verdict: GateVerdict) -> ExitCode? {
            switch (verdict, inconclusive) {
            case (.pass, _), (.inconclusive, .pass): nil
            case (.fail, _), (.inconclusive, .fail): BenchExit.accuracyFell
            case (.inconclusive, .own): BenchExit.inconclusive
            }
        }

        private func testItself() async throws {
            let report = try await speed.selfTest(options, comparisons: comparisons, kept: keep)
            let output = GateSelfTestOutput(report)
            print(try output.text(json ? .json : format), terminator: "")
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

/// Files that a gate leaves.
enum GateFile {
    static func write(_ data: Data, path: String) throws(TuningError) {
        do {
            try data.write(to: URL(filePath: path), options: .atomic)
        } catch {
            throw .cannotWrite(path: path, reason: error.localizedDescription)
        }
    }
}
