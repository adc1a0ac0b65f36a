public import ArgumentParser
internal import Corpus
internal import Foundation
internal import OCRPool
internal import Recognition
internal import Reporting
internal import TunedConfiguration
public import Tuning

/// `sweep`: tune on a corpus.
struct SweepCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sweep", abstract: "Find the settings that read a corpus best, and write the tuned file.",
        discussion: """
            Settings race on the tune split: the best so far reads all documents, and the others as many as it takes until they
            are surely not better; then they leave. The
            candidate comes with a certificate of how far from the best of the space it can be. It is confirmed on the
            validation split against Tesseract's defaults and the incumbent, which is kept unless it is beaten; a kind of
            input gets a setting of its own where that is significantly better on both splits. The test split decides nothing:
            it is read last, and the figures shown are its. Then concurrency is measured and chosen.
            Writes study.sqlite, result.json, tuned.json, report.html and summary.md to reports/runs/<id>/.

            EXAMPLES
              cricksy-bench sweep
              cricksy-bench sweep --corpus mycards --mix photo=1 --budget 1800
              cricksy-bench sweep --incumbent reports/tuned.json --space space.json --search grid
              cricksy-bench sweep --prefer speed --max-rss 250 --min-accuracy 0.9
              cricksy-bench sweep --resume 20261123-201500
              cricksy-bench sweep --broker rediss://:secret@queue:6379/0    # cricksy-worker run --accept-trials

            A FLEET
              With --broker the workers that were started with --accept-trials read for accuracy, while they have no upload to
              read. All settings are timed here on the first few documents; then the fleet reads the rest of the tune split, and
              settings that are surely not the most accurate leave. Those that are left race here as without a fleet: time,
              memory, and every figure of the validation and test split are of this machine alone, and --budget counts its
              seconds, not theirs. Only workers with the same build of the reader, the same engines and models read; what none
              of them takes is read here. Documents of up to 4 MB and their text pass through the broker.

            A SPACE FILE
              {"schemaVersion": 1, "base": {"dpi": 200},
               "axes": {"psm": [4, 6], "prepare": ["none", "background+deskew+rules"]},
               "settings": [{"name": "sparse", "psm": 11}]}
              Keys: \(SettingsKey.allCases.map(\.rawValue).joined(separator: ", ")),
              variable.NAME for Tesseract's own variables. Its JSON Schema: cricksy-bench sweep --space-schema.
              Points that cannot run, by their own or for want of a model, are skipped and listed with the reason.

            EXIT CODES
              0 the tuned file is written, whether the incumbent was replaced or kept
              4 the run went wrong   64 usage, space, mix or incumbent   65 corpus   78 tuned file given as incumbent
            """)

    @Option(help: ArgumentHelp("Corpus to tune on.", valueName: "dir")) var corpus = "corpus"
    @Option(
        help: """
            Use only about so many pages, half of them from tune and half from validation, kinds in turn, and as many of test \
            as of validation (default: all).
            """)
    var pages: Int?
    @Option(help: "Seconds that the run may take; settings are dropped early to keep to it.") var budget = 900.0
    @Option(
        help: ArgumentHelp(
            "Search space: a JSON file, standard, quick or full (default: standard; quick up to 16 pages).",
            valueName: "file"
        ))
    var space: String?
    @Option(
        help: "race drops what is surely not the best, halving what falls behind; grid measures all and has no budget.")
    var search = StudyRequest.Search.race
    @Option(help: "What decides among settings: accuracy, or speed or memory for up to 2 points of accuracy.")
    var prefer = SelectionPolicy.Goal.accuracy
    @Option(help: ArgumentHelp("Limit: peak resident memory of a reader.", valueName: "MiB")) var maxRSS: Int?
    @Option(help: ArgumentHelp("Limit: 95th percentile of the time per page.", valueName: "seconds")) var maxP95:
        Double?
    @Option(help: ArgumentHelp("Limit: field accuracy, 0 to 1.", valueName: "share")) var minAccuracy: Double?
    @Option(help: ArgumentHelp("What is in use today: a tuned file, or settings.", valueName: "file|settings"))
    var incumbent = "psm=6,oem=3"
    @Option(help: "Your workload: share of each kind of input.") var mix = Mix.standard.description
    @Option(help: "Decides the order of pages and the draws behind intervals.") var seed: UInt64 = 1
    @Option(help: "Documents read at a time while accuracy is measured.") var concurrency = 2
    @Flag(help: "Leave out the measurement of concurrency.") var skipMachine = false
    @Flag(help: "Leave the test split out; the figures shown are then those of the validation split.")
    var skipTest = false
    @Flag(help: "Print the JSON Schema of a search space, and do nothing else.") var spaceSchema = false
    @Option(help: ArgumentHelp("Directory of the run (default: reports/runs/<id>).", valueName: "dir")) var out: String?
    @Option(help: ArgumentHelp("Go on with a run that was stopped; its own request holds.", valueName: "run"))
    var resume: String?
    @Option(help: "auto shows a line on a terminal, plain writes a line every ten seconds, none is quiet.")
    var progress = ProgressStyle.auto
    @Flag(help: "Show pages of imported cards in the report; they are people's data.") var withCrops = false
    @Flag(help: "Print the whole result as JSON instead of a table.") var json = false
    @OptionGroup var fleet: FleetOptions
    @OptionGroup var readers: ReaderOptions

    func validate() throws {
        guard fleet.broker == nil || search == .race else {
            throw ValidationError("--broker needs --search race: \(search.rawValue) times every reading, here.")
        }
        guard budget > 0 else { throw ValidationError("--budget must be above 0.") }
        guard (1...64).contains(concurrency) else { throw ValidationError("--concurrency must be 1 to 64.") }
        guard pages.map({ $0 >= 2 }) ?? true else { throw ValidationError("--pages must be at least 2.") }
        guard maxRSS.map({ $0 > 0 }) ?? true else { throw ValidationError("--max-rss must be above 0.") }
        guard maxP95.map({ $0 > 0 }) ?? true else { throw ValidationError("--max-p95 must be above 0.") }
        guard minAccuracy.map({ (0...1).contains($0) }) ?? true else {
            throw ValidationError("--min-accuracy must be 0 to 1.")
        }
    }

    func run() async throws {
        try await BenchExit.reporting {
            if spaceSchema { return print(String(decoding: try SearchSpace.schema(), as: UTF8.self), terminator: "") }
            let (request, directory) = try resume.map(resumed) ?? fresh()
            let corpus = try loadCorpus(for: request)
            try directory.create()
            let result = try await SweepRun(
                request: request, directory: directory, corpus: corpus, readers: readers,
                fleet: fleet, printer: ProgressPrinter(progress), withCrops: withCrops
            ).run()
            print(
                json
                    ? String(decoding: try StudyJSON.file(result), as: UTF8.self) : SweepSummary(result, directory).text
            )
        }
    }

    // MARK: - The request

    private func fresh() throws -> (StudyRequest, RunDirectory) {
        let (space, incumbent, mix) = (try searchSpace(), try incumbentPoint(), try Mix(parsing: mix))
        let corpus = try CorpusDirectory.load(at: corpus)
        let now = Date(timeIntervalSince1970: Date().timeIntervalSince1970.rounded(.down))
        let name = RunDirectory.name(at: now)
        let all = corpus.documents.map(StudyDocument.init).filter { !skipTest || $0.split != .test }
        let documents = pages.map { DocumentOrder.sample(all, pages: $0, seed: seed) } ?? all
        let machine = MachineFingerprint.current()
        let request = StudyRequest(
            run: name, started: now, command: FleetOptions.redacted(Array(CommandLine.arguments.dropFirst())),
            tool: Self.tool,
            corpusPath: corpus.directory, corpusHash: corpus.hash, documents: documents,
            partial: documents.count < all.count, space: space, incumbent: incumbent, mix: mix, search: search,
            budgetSeconds: budget, seed: seed, concurrency: concurrency, measuresMachine: !skipMachine,
            processors: max(1, Int(machine.usableCores)), policy: policy, screens: fleet.broker == nil ? nil : true)
        return (request, RunDirectory(path: out ?? "reports/runs/\(name)"))
    }

    private var policy: SelectionPolicy {
        SelectionPolicy(
            prefer: prefer, maximumResidentBytes: maxRSS.map { $0 << 20 }, maximumP95Seconds: maxP95,
            minimumAccuracy: minAccuracy)
    }

    private func resumed(_ run: String) throws -> (StudyRequest, RunDirectory) {
        let path = FileManager.default.fileExists(atPath: run) ? run : "reports/runs/\(run)"
        let directory = RunDirectory(path: path)
        guard FileManager.default.fileExists(atPath: directory.study) else {
            throw TuningError.cannotResume(run: run, reason: "there is no \(directory.study)")
        }
        guard let request = try Study.request(in: StudyStore(path: directory.study)) else {
            throw TuningError.cannotResume(run: run, reason: "its study was never begun")
        }
        return (request, directory)
    }

    private func loadCorpus(for request: StudyRequest) throws -> Corpus {
        let corpus = try CorpusDirectory.load(at: request.corpusPath)
        guard corpus.hash == request.corpusHash else {
            throw TuningError.cannotResume(run: request.run, reason: "the corpus \(request.corpusPath) has changed")
        }
        return corpus
    }

    private func searchSpace() throws -> SearchSpace {
        switch space {
        case nil: return (pages ?? .max) <= 16 ? .quick : .standard
        case "standard": return .standard
        case "quick": return .quick
        case "full": return .full
        case let file?:
            guard let json = FileManager.default.contents(atPath: file) else {
                throw TuningError.invalidSpace(path: file, reason: "there is no such file that can be read")
            }
            return try SearchSpace(json: json, name: file)
        }
    }

    private func incumbentPoint() throws -> SearchSpace.Point {
        guard FileManager.default.fileExists(atPath: incumbent) || !incumbent.contains("=") else {
            let settings = try RecognitionSettings(parsing: incumbent)
            return settings == SearchSpace.Point.guide.settings ? .guide : SearchSpace.Point(settings: settings)
        }
        let profiles = try TunedConfiguration.load(path: incumbent).recognition.profiles
        guard var point = SearchSpace.Point(profiles: profiles) else {
            throw TuningError.invalidIncumbent("\(incumbent) has no settings")
        }
        point.name = "\(incumbent): \(point.name)"
        return point
    }

    static var tool: String { "cricksy-bench \(CricksyBench.configuration.version)" }
}

extension StudyRequest.Search: ExpressibleByArgument {}
extension SelectionPolicy.Goal: ExpressibleByArgument {}
