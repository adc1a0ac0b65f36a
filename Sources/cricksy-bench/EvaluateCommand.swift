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
              cricksy-bench evaluate --split test --tuned reports/tuned.json --without repair,second-look \\
                --settings psm=3 --settings psm=6 --hocr /tmp/rapidocr --report /tmp/report

            Without --tuned, --settings and --hocr, Tesseract's defaults are measured. --hocr takes another engine's words,
            NAME.hocr for each document, through our reader; a cost.json beside them says {"cpuSeconds": 1, "peakMiB": 1}.

            EXIT CODES
              0 measured   4 the run went wrong   64 usage or settings   65 corpus   78 tuned file
            """)

    @Option(help: ArgumentHelp("Corpus to read.", valueName: "dir")) var corpus = "corpus"
    @Option(help: ArgumentHelp("Tuned file to measure.", valueName: "file")) var tuned: String?
    @Option(help: ArgumentHelp("Settings to measure; may be repeated.", valueName: "key=value,..."))
    var settings: [String] = []
    @Option(
        help: ArgumentHelp(
            "Measure the tuned file less these too: repair, second-look; may be repeated.", valueName: "part,..."))
    var without: [LeftOut] = []
    @Option(help: ArgumentHelp("Words of another engine to read cards from; may be repeated.", valueName: "dir"))
    var hocr: [String] = []
    @Option(help: ArgumentHelp("Write evaluation.html and evaluation.md here.", valueName: "dir")) var report: String?
    @Flag(help: "Show pieces of imported cards in the report; they are people's data.") var withCrops = false
    @Option(help: "Only this split: tune, validation or test (default: all).") var split: StudySplit?
    @Option(help: "Your workload: share of each kind of input.") var mix = Mix.standard.description
    @Option(help: "Documents read at a time.") var concurrency = 2
    @Option(help: "Decides the draws behind intervals.") var seed: UInt64 = 1
    @Option(help: "auto shows a line on a terminal, plain writes a line every ten seconds, none is quiet.")
    var progress = ProgressStyle.auto
    @Flag(help: "Print only the table of all contenders side by side.") var contendersOnly = false
    @Option(help: "text, markdown or json.") var format = OutputFormat.text
    @Flag(help: "The same as --format json.") var json = false
    @OptionGroup var readers: ReaderOptions

    func validate() throws {
        guard (1...64).contains(concurrency) else { throw ValidationError("--concurrency must be 1 to 64.") }
        guard without.isEmpty || tuned != nil else {
            throw ValidationError("--without needs --tuned: it is measured less something.")
        }
    }

    func run() async throws {
        try await BenchExit.reporting {
            let field = try contenders()
            let mix = try Mix(parsing: mix)
            let corpus = try CorpusDirectory.load(at: corpus)
            let documents = corpus.documents.map(StudyDocument.init).filter { split == nil || $0.split == split }
            let others = try hocr.map { try HOCRExecutor(directory: $0, corpus: corpus) }
            let executor = try await readers.executor(corpus: corpus, concurrency: concurrency)
            let printer = ProgressPrinter(progress)
            let evaluation = try await CorpusEvaluation.run(
                field.sessions(executor)
                    + zip(hocr, others).map { directory, words in
                        .init([.init(name: words.name, words: directory)], executor: words)
                    }, on: documents, corpusPath: corpus.directory, corpusHash: corpus.hash, mix: mix, seed: seed,
                concurrency: concurrency, progress: printer.listener)
            await executor.finish()
            printer.finish()
            if let reason = evaluation.reasonForNothing { throw TuningError.nothingFeasible(reason) }
            if let report { try write(evaluation, of: corpus, to: report) }
            print(try output(evaluation))
        }
    }

    private func contenders() throws -> EvaluationField {
        var field = EvaluationField()
        if let tuned {
            let profiles = try TunedConfiguration.load(path: tuned).recognition.profiles
            field.add(tuned, profiles, without: without)
        }
        field.repaired += try settings.map { .init(SearchSpace.Point(settings: try RecognitionSettings(parsing: $0))) }
        if field.repaired.isEmpty, hocr.isEmpty { field.repaired = [.init(.defaults)] }
        return field
    }

    private func write(_ evaluation: CorpusEvaluation, of corpus: Corpus, to directory: String) throws {
        let documents = Dictionary(corpus.documents.map { ($0.id, $0) }) { first, _ in first }
        let command = ["cricksy-bench"] + CommandLine.arguments.dropFirst()
        let report = EvaluationReport(evaluation, command: command.joined(separator: " ")) { id in
            documents[id].flatMap { picture(of: $0, in: corpus) }
        }
        try report.write(directory: directory)
    }

    /// The file itself, where a browser can show it.
    private func picture(of document: CorpusDocument, in corpus: Corpus) -> DocumentPicture? {
        let types = ["png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg"]
        let ending = document.file.split(separator: ".").last.map { $0.lowercased() } ?? ""
        guard document.mayShowPixels(withCrops: withCrops), let type = types[ending] else { return nil }
        return (try? corpus.bytes(of: document)).map { DocumentPicture(mediaType: type, bytes: $0) }
    }

    private func output(_ evaluation: CorpusEvaluation) throws -> String {
        guard !json, format != .json else { return String(decoding: try StudyJSON.file(evaluation), as: UTF8.self) }
        if contendersOnly {
            let tables = EvaluationTables(evaluation)
            return tables.splits.map { tables.contenders(on: $0).formatted(format) }.joined(separator: "\n\n")
        }
        let tables = StudySplit.allCases.flatMap { split in
            evaluation.contenders.compactMap { table(evaluation, $0, split) }
        }
        return (tables + groups(evaluation)).joined(separator: "\n\n")
    }

    /// What users pay for, by kind and layout, and all contenders side by side.
    private func groups(_ evaluation: CorpusEvaluation) -> [String] {
        let tables = EvaluationTables(evaluation)
        var parts = [EvaluationTables.legend]
        for split in tables.splits {
            for contender in evaluation.contenders {
                let table = tables.groups(of: contender, on: split).formatted(format)
                parts.append(heading("\(split.rawValue): \(contender.name), by kind and layout") + table)
                if let sentence = tables.negatives(of: contender, on: split) { parts.append(sentence) }
            }
            guard evaluation.contenders.count > 1 else { continue }
            parts.append(
                heading("\(split.rawValue): all on the same pages") + tables.contenders(on: split).formatted(format))
        }
        return parts
    }

    private func heading(_ title: String) -> String { format == .markdown ? "### \(title)\n\n" : title + "\n" }

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
        return heading("\(split.rawValue): \(contender.name) (mix \(evaluation.mix))")
            + TextTable.figures(rows).formatted(format)
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
