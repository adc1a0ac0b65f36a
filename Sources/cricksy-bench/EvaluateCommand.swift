public import ArgumentParser
internal import Corpus
internal import Foundation
internal import Recognition
internal import Reporting
internal import TunedConfiguration
public import Tuning

/// `evaluate`: figures of settings on any corpus.
struct EvaluateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluate", abstract: "Measure given settings on a corpus, without choosing among them.",
        discussion: """
            EXAMPLES
              cricksy-bench evaluate --corpus /tmp/cards --tuned reports/tuned.json
              cricksy-bench evaluate --corpus /tmp/cards --settings psm=3 --settings psm=6,prepare=deskew+rules

            Without --tuned and --settings, Tesseract's defaults are measured.

            EXIT CODES
              0 measured   4 the run went wrong   64 usage or settings   65 corpus   78 tuned file
            """)

    @Option(help: ArgumentHelp("Corpus to read.", valueName: "dir")) var corpus = "corpus"
    @Option(help: ArgumentHelp("Tuned file to measure.", valueName: "file")) var tuned: String?
    @Option(help: ArgumentHelp("Settings to measure; may be repeated.", valueName: "key=value,..."))
    var settings: [String] = []
    @Option(help: "Only this split: tune, validation or test (default: all).") var split: StudySplit?
    @Option(help: "Your workload: share of each kind of input.") var mix = Mix.standard.description
    @Option(help: "Documents read at a time.") var concurrency = 2
    @Option(help: "Decides the draws behind intervals.") var seed: UInt64 = 1
    @Option(help: "auto shows a line on a terminal, plain writes a line every ten seconds, none is quiet.")
    var progress = ProgressStyle.auto
    @Option(help: "text, markdown or json.") var format = OutputFormat.text
    @Flag(help: "The same as --format json.") var json = false
    @OptionGroup var readers: ReaderOptions

    func validate() throws {
        guard (1...64).contains(concurrency) else { throw ValidationError("--concurrency must be 1 to 64.") }
    }

    func run() async throws {
        try await BenchExit.reporting {
            let contenders = try contenders()
            let mix = try Mix(parsing: mix)
            let corpus = try CorpusDirectory.load(at: corpus)
            let documents = corpus.documents.map(StudyDocument.init).filter { split == nil || $0.split == split }
            let executor = try await readers.executor(corpus: corpus, concurrency: concurrency)
            let printer = ProgressPrinter(progress)
            let evaluation = try await CorpusEvaluation.run(
                contenders, on: documents, corpusPath: corpus.directory, corpusHash: corpus.hash, mix: mix, seed: seed,
                executor: executor, concurrency: concurrency, progress: printer.listener)
            await executor.finish()
            printer.finish()
            if let reason = evaluation.reasonForNothing { throw TuningError.nothingFeasible(reason) }
            print(try output(evaluation))
        }
    }

    private func contenders() throws -> [CorpusEvaluation.Contender] {
        var contenders: [CorpusEvaluation.Contender] = []
        if let tuned {
            let profiles = try TunedConfiguration.load(path: tuned).recognition.profiles
            contenders.append(.init(name: tuned, profiles: profiles))
        }
        contenders += try settings.map { .init(SearchSpace.Point(settings: try RecognitionSettings(parsing: $0))) }
        return contenders.isEmpty ? [.init(.defaults)] : contenders
    }

    private func output(_ evaluation: CorpusEvaluation) throws -> String {
        guard !json, format != .json else { return String(decoding: try StudyJSON.file(evaluation), as: UTF8.self) }
        return StudySplit.allCases.flatMap { split in
            evaluation.contenders.compactMap { table(evaluation, $0, split) }
        }.joined(separator: "\n\n")
    }

    private func table(
        _ evaluation: CorpusEvaluation, _ contender: CorpusEvaluation.Contender, _ split: StudySplit
    ) -> String? {
        let kinds = [nil] + InputKind.allCases.map(Optional.some)
        let rows = kinds.compactMap { kind in
            evaluation.figures(of: contender.id, on: split, kind: kind).map {
                (name: InputKind.label(kind), figures: Optional($0))
            }
        }
        guard !rows.isEmpty else { return nil }
        let title = "\(split.rawValue): \(contender.name) (mix \(evaluation.mix))"
        return (format == .markdown ? "### \(title)\n\n" : title + "\n") + TextTable.figures(rows).formatted(format)
    }
}

extension CorpusEvaluation {
    /// Why a contender could read no document at all, an OEM that its model lacks for example; nil when each read some.
    fileprivate var reasonForNothing: String? {
        contenders.lazy.compactMap { contender in
            let rows = pages.filter { $0.setting == contender.id }
            guard let reason = rows.first?.failure, rows.allSatisfy({ $0.failure == reason }) else { return nil }
            return "\(contender.name): \(reason.hasSuffix(".") ? String(reason.dropLast()) : reason)"
        }.first
    }
}

extension StudySplit: ExpressibleByArgument {}
