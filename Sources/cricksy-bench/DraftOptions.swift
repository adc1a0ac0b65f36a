public import ArgumentParser
public import Corpus
internal import Foundation
internal import Labelling
internal import OCRPool
internal import Recognition
internal import TunedConfiguration

/// What cards of one's own are read with.
struct DraftOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Tuned file to read with (default: reports/tuned.json where there is one, else the defaults).",
            valueName: "file"))
    var tuned: String?
    @OptionGroup var readers: ReaderOptions

    /// Starts a reader.
    func drafter() async throws -> CardDrafter {
        CardDrafter(
            pool: try await ReaderPool(try readers.configuration(concurrency: 1)), profiles: try profiles())
    }

    private func profiles() throws -> [RecognitionProfile] {
        let usual = "reports/tuned.json"
        guard let path = tuned ?? (FileManager.default.fileExists(atPath: usual) ? usual : nil) else {
            return [RecognitionProfile(settings: RecognitionSettings())]
        }
        return try TunedConfiguration.load(path: path).recognition.profiles
    }
}

/// Today as provenance says it.
enum Today {
    static var text: String { Date().formatted(.iso8601.year().month().day()) }
}

extension CorpusSplit: ExpressibleByArgument {}
