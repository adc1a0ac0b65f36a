internal import ArgumentParser
internal import Corpus
internal import OCRPool
internal import Recognition
internal import Reporting
internal import TunedConfiguration
internal import Tuning

/// `soak`: what many documents leave behind.
struct SoakCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "soak",
        abstract: "Read many documents and show that memory stays flat and nothing is left behind.",
        discussion: """
            Reads the corpus over and over with the pool that ships. Every --every documents it waits until nothing is read and
            looks at the memory of all its processes, their descriptors, and what lies in /tmp and /dev/shm. The
            second half of the looks may show 5% more resident memory than the first, by their medians.

            EXAMPLES
              cricksy-bench soak --documents 1000 --tuned reports/tuned.json
              cricksy-bench soak --documents 200 --recycle 0 --json

            EXIT CODES
              0 flat   2 something grew or was left   4 the run went wrong   64 usage   65 corpus   78 tuned file
            """)

    @Option(help: ArgumentHelp("Corpus to read.", valueName: "dir")) var corpus = "corpus"
    @Option(help: ArgumentHelp("Tuned file to read with (default: Tesseract's defaults).", valueName: "file"))
    var tuned: String?
    @Option(help: "Documents to read.") var documents = 1000
    @Option(help: "Documents between two looks.") var every = 100
    @Option(help: "Readers.") var concurrency = 2
    @Option(help: "Documents after which a reader is replaced; 0 for never.") var recycle = 50
    @Option(help: "Decides the order of the documents.") var seed: UInt64 = 1
    @Option(help: "auto shows a line on a terminal, plain writes a line every ten seconds, none is quiet.")
    var progress = ProgressStyle.auto
    @Option(help: "text, markdown or json.") var format = OutputFormat.text
    @Flag(help: "The same as --format json.") var json = false
    @OptionGroup var readers: ReaderOptions

    func validate() throws {
        guard (1...64).contains(concurrency) else { throw ValidationError("--concurrency must be 1 to 64.") }
        guard every > 0, documents >= 2 * every else {
            throw ValidationError("--documents must be at least twice --every, or there is nothing to compare.")
        }
        guard recycle >= 0 else { throw ValidationError("--recycle must be 0 or more.") }
    }

    func run() async throws {
        try await BenchExit.reporting {
            let result = try await soak()
            print(try output(result), terminator: "")
            for problem in result.problems { StandardError.write("\(problem)\n") }
            if !result.problems.isEmpty { throw BenchExit.accuracyFell }
        }
    }

    private func soak() async throws -> SoakResult {
        let profiles =
            try tuned.map { try TunedConfiguration.load(path: $0).recognition.profiles }
            ?? [RecognitionProfile(settings: .tesseractDefaults)]
        let corpus = try CorpusDirectory.load(at: corpus)
        var configuration = try readers.configuration(concurrency: concurrency)
        configuration.recycling.tasks = recycle == 0 ? nil : recycle
        let printer = ProgressPrinter(progress)
        defer { printer.finish() }
        return try await SoakRun(corpus: corpus, configuration: configuration, profiles: profiles).run(
            corpus.documents.map(StudyDocument.init).filter { $0.split != .test },
            SoakRun.Schedule(documents: documents, interval: every, seed: seed), progress: printer.listener)
    }

    private func output(_ result: SoakResult) throws -> String {
        guard !json, format != .json else { return String(decoding: try StudyJSON.file(result), as: UTF8.self) }
        return TextTable.soak(result).formatted(format) + "\n" + summary(result)
    }

    private func summary(_ result: SoakResult) -> String {
        let failed = result.failures.values.reduce(0, +)
        let pages = result.results + failed
        let rate = (result.cpuSeconds / Double(max(1, pages)) * 1000).rounded() / 1000
        let reasons = result.failures.sorted { $0.key < $1.key }.map { "  \($0.value) x \($0.key)\n" }.joined()
        return """
            \(result.results) documents read, \(failed) not; \(rate) CPU seconds each, start and recycling included.
            \(reasons)Sandbox: \(result.sandbox.isEmpty ? "off" : result.sandbox.joined(separator: ", ")).

            """
    }
}
