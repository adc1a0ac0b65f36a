internal import ArgumentParser
internal import Corpus
internal import Foundation
internal import Labelling
internal import OCRPool
internal import OCRWire
internal import Recognition
internal import Reporting
internal import TunedConfiguration
internal import Tuning
internal import UploadImport

/// Where the readers are and what they read with.
struct ReaderOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Reader program (default: cricksy-reader beside this program).", valueName: "path"))
    var reader: String?
    @Option(
        help: ArgumentHelp(
            "Directory of Tesseract's models (default: TESSDATA_PREFIX, then Debian's).", valueName: "dir"))
    var tessdata: String?
    @Option(help: "Lock readers in: require, best-effort or off.")
    var sandbox: SandboxPolicy = .require

    func configuration(concurrency: Int) throws(PoolError) -> PoolConfiguration {
        PoolConfiguration(
            program: try ReaderProgram.find(reader), concurrency: concurrency,
            modelDirectory: tessdata ?? ProcessInfo.processInfo.environment["TESSDATA_PREFIX"],
            sandbox: SandboxOrder(policy: sandbox))
    }

    /// Starts readers over a corpus.
    func executor(corpus: Corpus, concurrency: Int) async throws -> PoolExecutor {
        let executor = try await PoolExecutor(
            corpus: corpus, configuration: try configuration(concurrency: concurrency))
        if StandardError.isTerminal || sandbox != .require {
            StandardError.write("\(executor.hello.sandboxSentence)\n")
        }
        return executor
    }
}

/// What a run says while it works; always on standard error.
enum ProgressStyle: String, ExpressibleByArgument, CaseIterable {
    case auto
    case plain
    case none
}

/// How results are printed.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
    case text
    case markdown
    case json
}

/// Exit codes beside 0 and ArgumentParser's 64; CI does different things about them.
enum BenchExit {
    /// Two files differ.
    static let different = ExitCode(1)
    /// Accuracy fell.
    static let accuracyFell = ExitCode(2)
    /// Nothing could be told.
    static let inconclusive = ExitCode(3)
    /// The run itself went wrong.
    static let badRun = ExitCode(4)
    /// There is no baseline to compare with.
    static let noBaseline = ExitCode(5)
    /// The corpus or another input cannot be used.
    static let badInput = ExitCode(65)
    /// The tuned file cannot be used.
    static let badTunedFile = ExitCode(78)

    /// The exit code of an error.
    static func code(of error: any Error) -> ExitCode {
        switch error {
        case let error as TuningError: code(of: error)
        case LabellingError.unreadable, LabellingError.file: badInput
        case is CorpusError: badInput
        case is TunedConfigurationError: badTunedFile
        default: badRun
        }
    }

    private static func code(of error: TuningError) -> ExitCode {
        switch error {
        case .invalidMix, .unknownSetting, .invalidSetting, .invalidSpace, .invalidIncumbent: .validationFailure
        case .unusableCorpus, .cannotRead, .cannotPlan: badInput
        case .store, .cannotResume, .reader, .fleet, .nothingFeasible, .limitsNotMet, .cannotWrite: badRun
        }
    }

    /// Runs a command's work; an error becomes its one sentence on standard error and its exit code.
    static func reporting(_ work: () async throws -> Void) async throws {
        do {
            try await work()
        } catch let exit as ExitCode {
            throw exit
        } catch let error as ValidationError {
            throw error
        } catch {
            StandardError.write("Error: \(sentence(of: error))\n")
            throw code(of: error)
        }
    }

    /// An error in one sentence.
    static func sentence(of error: any Error) -> String {
        switch error {
        case let error as TuningError: error.sentence
        case let error as CorpusError: error.sentence
        case let error as TunedConfigurationError: error.sentence
        case let error as PoolError: error.description
        case let error as LabellingError: error.sentence
        case let error as UploadImportError: error.sentence
        case let error as ReportError: error.sentence
        default: "\(error)"
        }
    }
}

/// File descriptor 2, without the buffer of `stderr`.
enum StandardError {
    static var isTerminal: Bool { isatty(2) == 1 }

    static func write(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }
}

extension StudyDocument {
    /// A document of the corpus as a study knows it.
    init(_ document: CorpusDocument) {
        self.init(
            id: document.id, split: StudySplit(document.split), kind: document.kind, layout: document.layout,
            pages: document.pages)
    }
}

extension StudySplit {
    init(_ split: CorpusSplit) {
        switch split {
        case .tune: self = .tune
        case .validation: self = .validation
        case .test: self = .test
        }
    }
}
