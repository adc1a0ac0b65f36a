internal import ArgumentParser
internal import Corpus
internal import Foundation
internal import Recognition
internal import TunedConfiguration
internal import Tuning

/// `calibrate`: how sure the reader says it is, fitted anew.
struct CalibrateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "calibrate", abstract: "Fit how sure the reader says it is of each field, on the tune split.",
        discussion: """
            Reads the tune split, weighs the evidence of every field that was read against whether it is right, and writes the
            weights as the source file that cricksy-reader is built with: build again afterwards. The other splits are not
            touched; `cricksy-bench evaluate --split test` says what the fit is worth.

            EXAMPLES
              cricksy-bench calibrate --corpus corpus --tuned reports/tuned.json

            EXIT CODES
              0 written   4 the run went wrong   64 usage   65 corpus   78 tuned file
            """)

    @Option(help: ArgumentHelp("Corpus to read.", valueName: "dir")) var corpus = "corpus"
    @Option(help: ArgumentHelp("Tuned file to read with.", valueName: "file")) var tuned = "reports/tuned.json"
    @Option(help: ArgumentHelp("Source file to write.", valueName: "file"))
    var out = "Sources/Scorecard/Confidence/ConfidenceTable.swift"
    @Option(help: ArgumentHelp("Write every sample here too, as tab-separated values.", valueName: "file"))
    var samples: String?
    @Option(help: "Split whose samples are written; weights are fitted on tune alone.") var split = StudySplit.tune
    @OptionGroup var readers: ReaderOptions

    func validate() throws {
        guard split == .tune || samples != nil else {
            throw ValidationError("--split \(split.rawValue) needs --samples: weights are fitted on tune alone.")
        }
    }

    func run() async throws {
        try await BenchExit.reporting {
            let profiles = try TunedConfiguration.load(path: tuned).recognition.profiles
            let corpus = try CorpusDirectory.load(at: corpus)
            let documents = corpus.documents.map(StudyDocument.init).filter { $0.split == split }
            guard !documents.isEmpty else {
                throw TuningError.unusableCorpus("it has no document of the \(split.rawValue) split")
            }
            let executor = try await readers.executor(corpus: corpus, concurrency: 1)
            let samples = try await Calibration.samples(of: documents, profiles: profiles, executor: executor)
            await executor.finish()
            try write(Calibration(samples: samples), corpus: corpus, documents: documents.count)
        }
    }

    private func write(_ calibration: Calibration, corpus: Corpus, documents: Int) throws {
        if let samples { try write(calibration.table, to: samples) }
        guard split == .tune else { return }
        let origin =
            "\(calibration.samples.count) fields of \(documents) tune documents, corpus \(corpus.hash.prefix(12))."
        try write(calibration.source(origin: origin), to: out)
        print("\(out): \(origin)")
    }

    private func write(_ text: String, to path: String) throws {
        do {
            try Data(text.utf8).write(to: URL(filePath: path), options: .atomic)
        } catch {
            throw TuningError.cannotWrite(path: path, reason: error.localizedDescription)
        }
    }
}
