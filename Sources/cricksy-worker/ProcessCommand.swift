internal import ArgumentParser
internal import Foundation
internal import OCRPool
internal import OCRWire
internal import Recognition
internal import Scorecard
internal import ScorecardWorker
internal import TunedConfiguration

struct ProcessCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "process",
        abstract: "Read cards from files and print them.",
        discussion: """
            Prints each card as a table: doubtful cells are marked with '?', and the sums that hold and fail are named.

            EXAMPLES
              cricksy-worker process card.jpg
              cricksy-worker process --tuned reports/tuned.json --json *.pdf > previews.jsonl
              cricksy-worker process --hocr scan.pdf > scan.html

            EXIT CODES
              0 every card was read    65 a document cannot be read    66 a file is missing
              69 the reader died or ran out of time    78 the tuned file or the reader program is wrong
            """)

    enum Format: String, EnumerableFlag {
        case table
        case json
        case text
        case hocr

        static func help(for value: Format) -> ArgumentHelp? {
            switch value {
            case .table: "Print the card as a table (default)."
            case .json: "Print the preview (parsed_preview), one JSON object a line."
            case .text: "Print the recognised text."
            case .hocr: "Print the recognised words with their boxes as hOCR."
            }
        }
    }

    @Argument(help: "Documents: JPEG, PNG, TIFF, WebP, BMP, GIF or PDF.", completion: .file())
    var files: [String]

    @Flag(exclusivity: .exclusive)
    var format: Format = .table

    @Option(help: "Tuned file (default: CRICKSY_TUNED_CONFIG, else built-in settings).", completion: .file())
    var tuned: String?

    @Option(help: "Directory of the Tesseract models (default: TESSDATA_PREFIX, else the system's).")
    var tessdata: String?

    @Option(help: "The reader program (default: cricksy-reader beside this program).", completion: .file())
    var reader: String?

    @Option(help: "Lock readers in: require, best-effort or off.")
    var sandbox: SandboxPolicy = .require

    @Option(help: "Seconds after which reading a document is stopped.")
    var timeout: Int = 600

    func validate() throws {
        guard !files.isEmpty else { throw ValidationError("Name at least one file.") }
        guard timeout > 0 else { throw ValidationError("--timeout takes 1 or more seconds.") }
    }

    func run() async throws {
        let path =
            tuned ?? ProcessInfo.processInfo.environment["CRICKSY_TUNED_CONFIG"].flatMap { $0.isEmpty ? nil : $0 }
        let settings = try configured { () throws(TunedConfigurationError) in try TunedSettings(path: path) }
        let program = try started { () throws(PoolError) in try ReaderProgram.find(reader) }
        let pool: ReaderPool
        do throws(PoolError) {
            pool = try await ReaderPool(configuration(program: program))
        } catch {
            throw refusal(error.description, code: WorkerExitCode.badConfiguration)
        }
        if sandbox != .require { complain(pool.hello.sandboxSentence) }
        let known = settings.knowing(models: pool.hello.models.map(\.name))
        let processor = DocumentProcessor(pool: pool, profiles: known.profiles)
        var worst: Int32 = 0
        for (index, path) in files.enumerated() {
            Progress.show("reading \(path) (\(index + 1) of \(files.count))")
            worst = max(worst, await process(path, with: processor))
        }
        await pool.shutdown()
        if worst != 0 { throw ExitCode(worst) }
    }

    /// Reads and prints one file; returns its exit code.
    private func process(_ path: String, with processor: DocumentProcessor) async -> Int32 {
        do throws(ProcessingError) {
            let file = try DocumentFile(path: path, limits: RecognitionLimits())
            let document = try await processor.read(file.bytes).document
            Progress.clear()
            Output(format: format, isOneOfSeveral: files.count > 1).print(document, path: path)
            return 0
        } catch {
            Progress.clear()
            complain("\(path): \(error.sentence)")
            return error.exitCode
        }
    }

    private func configuration(program: String) -> PoolConfiguration {
        PoolConfiguration(
            program: program, concurrency: 1,
            modelDirectory: tessdata ?? ProcessInfo.processInfo.environment["TESSDATA_PREFIX"],
            softLimit: .seconds(timeout) * 9 / 10, hardLimit: .seconds(timeout),
            sandbox: SandboxOrder(policy: sandbox))
    }

    private func configured<Value>(_ load: () throws(TunedConfigurationError) -> Value) throws -> Value {
        do throws(TunedConfigurationError) {
            return try load()
        } catch {
            throw refusal(error.sentence, code: WorkerExitCode.badConfiguration)
        }
    }

    private func started<Value>(_ find: () throws(PoolError) -> Value) throws -> Value {
        do throws(PoolError) {
            return try find()
        } catch {
            throw refusal(error.description, code: WorkerExitCode.badConfiguration)
        }
    }

    private func refusal(_ sentence: String, code: Int32) -> ExitCode {
        complain(sentence)
        return ExitCode(code)
    }
}

/// One sentence on standard error.
private func complain(_ sentence: String) {
    FileHandle.standardError.write(Data("\(sentence)\n".utf8))
}

/// One line on a terminal that the next replaces; silent elsewhere.
private enum Progress {
    private static let isTerminal = isatty(FileHandle.standardError.fileDescriptor) == 1

    static func show(_ text: String) {
        guard isTerminal else { return }
        FileHandle.standardError.write(Data("\r\u{1B}[K\(text)".utf8))
    }

    static func clear() { show("") }
}
