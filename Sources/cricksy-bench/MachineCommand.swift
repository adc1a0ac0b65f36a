internal import ArgumentParser
internal import Corpus
internal import Foundation
internal import OCRPool
internal import OCRWire
internal import Recognition
internal import Reporting
internal import TunedConfiguration
internal import Tuning

/// `machine`: measure one machine's half of a tuned file, without a sweep.
struct MachineCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "machine", abstract: "Measure this machine and write its half into a tuned file.",
        discussion: """
            Reads documents with the file's settings at each concurrency, chooses the least that is as good as the best and
            fits into memory, and keeps the curve and the time of each kind of document for `plan`. Halves of other
            machines stay. Also records what the probe pages read like and how long they take, which a worker checks
            when it starts. Leave the machine alone meanwhile.

            EXAMPLES
              cricksy-bench machine
              cricksy-bench machine --documents 24 --levels 1,2,3 --out /tmp/tuned.json

            EXIT CODES
              0 written   4 the run went wrong   64 usage   65 corpus   78 tuned file
            """)

    @Option(help: ArgumentHelp("Tuned file whose settings are read with.", valueName: "file"))
    var tuned = "reports/tuned.json"
    @Option(help: ArgumentHelp("File to write (default: the tuned file itself).", valueName: "file")) var out: String?
    @Option(help: ArgumentHelp("Corpus to read; its test split is left out.", valueName: "dir")) var corpus = "corpus"
    @Option(help: "Your workload: share of each kind of input.") var mix = Mix.standard.description
    @Option(help: "Documents read at each concurrency.") var documents = 60
    @Option(help: ArgumentHelp("Concurrencies (default: 1 to twice the CPUs).", valueName: "n,...")) var levels: String?
    @Option(help: "Decides the order of the documents.") var seed: UInt64 = 1
    @Option(help: "auto shows a line on a terminal, plain writes a line every ten seconds, none is quiet.")
    var progress = ProgressStyle.auto
    @Flag(help: "Print the half as JSON.") var json = false
    @OptionGroup var readers: ReaderOptions

    func validate() throws {
        guard documents >= 8 else { throw ValidationError("--documents must be at least 8.") }
        _ = try concurrencies
    }

    func run() async throws {
        try await BenchExit.reporting {
            let file = try TunedConfiguration.load(path: tuned)
            let loaded = try CorpusDirectory.load(at: corpus)
            let started = Date(timeIntervalSince1970: Date().timeIntervalSince1970.rounded(.down))
            let (provenance, isCurrent) = try await provenance(file, loaded, started)
            let configuration = try readers.configuration(concurrency: 1)
            let probe = try await ProbeResult.recorded(
                with: file.recognition.profiles, configuration: configuration)
            let half = try await measure(file, loaded, probe, provenance, configuration)
            try merged(file, half, probe, isCurrent: isCurrent).write(path: out ?? tuned)
            print(
                json ? String(decoding: try StudyJSON.file(half), as: UTF8.self) : TunedText.machine(half),
                terminator: "")
        }
    }

    /// Where the half comes from, and whether the file's recognition half still fits the engine that reads.
    private func provenance(
        _ file: TunedConfiguration, _ corpus: Corpus, _ started: Date
    ) async throws -> (TunedConfiguration.Provenance, isCurrent: Bool) {
        let hello = try await readers.hello()
        let engine = EngineFingerprint(hello, models: file.recognition.models)
        let stale = file.staleness(engine: engine)
        for sentence in stale.sentences(path: tuned) { StandardError.write("\(sentence)\n") }
        let commit = GitCommit.current()
        let provenance = TunedConfiguration.Provenance(
            created: started, run: "machine-\(RunDirectory.name(at: started))", tool: SweepCommand.tool,
            gitCommit: commit?.id, gitDirty: commit?.isDirty, corpusHash: corpus.hash, engine: engine,
            machine: .current(), sandbox: hello.sandbox)
        return (provenance, stale.recognition.isEmpty)
    }

    private func measure(
        _ file: TunedConfiguration, _ corpus: Corpus, _ probe: ProbeResult,
        _ provenance: TunedConfiguration.Provenance, _ configuration: PoolConfiguration
    ) async throws -> TunedConfiguration.MachineHalf {
        let printer = ProgressPrinter(progress)
        defer { printer.finish() }
        let usable = corpus.documents.map(StudyDocument.init).filter { $0.split != .test }
        let schedule = MachineMeasurement.Schedule(
            documents: documents, concurrencies: try concurrencies,
            processors: max(1, Int(provenance.machine.usableCores)), seed: seed)
        return try await MachineMeasurement(corpus: corpus, configuration: configuration, mix: try Mix(parsing: mix))
            .run(
                file.recognition, on: usable, schedule, probe: probe, provenance: provenance,
                progress: printer.listener)
    }

    /// What the probe pages read like belongs to the engine that the file was tuned with; it is recorded once.
    private func merged(
        _ file: TunedConfiguration, _ half: TunedConfiguration.MachineHalf, _ probe: ProbeResult, isCurrent: Bool
    ) throws -> TunedConfiguration {
        let own = try TunedConfiguration(recognition: file.recognition, machines: [half])
        let merged = try file.merging(own, recognition: .keep)
        guard file.recognition.probe == nil else {
            for sentence in file.staleness(probe: probe, machine: nil).sentences(path: tuned) {
                StandardError.write("\(sentence)\n")
            }
            return merged
        }
        return isCurrent ? try merged.recording(probe: probe.texts) : merged
    }

    private var concurrencies: [Int]? {
        get throws {
            guard let levels else { return nil }
            let numbers = levels.split(separator: ",").map { Int($0) }
            guard !numbers.isEmpty, numbers.allSatisfy({ $0.map { (1...64).contains($0) } ?? false }) else {
                throw ValidationError("--levels takes numbers from 1 to 64 with commas between them.")
            }
            return numbers.compactMap { $0 }
        }
    }
}

extension ReaderOptions {
    /// What a reader says of itself.
    func hello() async throws -> ReaderHello {
        let pool = try await ReaderPool(try configuration(concurrency: 1))
        await pool.shutdown()
        return pool.hello
    }
}
