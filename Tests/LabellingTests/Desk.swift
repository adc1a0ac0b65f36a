import Corpus
import Foundation
import Labelling
import OCRPool
import Recognition
import Testing

/// The repository's corpus, whose cards stand in for people's own.
enum Cards {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    static func corpus() throws -> Corpus { try CorpusDirectory.load(at: root.appending(path: "corpus").path) }

    static func document(_ id: String) throws -> (Corpus, CorpusDocument) {
        let corpus = try corpus()
        return (corpus, try #require(corpus.documents.first { $0.id == id }))
    }

    /// A drafter over one real reader, for the time of a test.
    static func withDrafter<Result>(_ body: (CardDrafter) async throws -> Result) async throws -> Result {
        let pool = try await ReaderPool(PoolConfiguration(program: try ReaderProgram.find()))
        let drafter = CardDrafter(pool: pool, profiles: [RecognitionProfile(settings: RecognitionSettings())])
        let result: Result
        do {
            result = try await body(drafter)
        } catch {
            await drafter.finish()
            throw error
        }
        await drafter.finish()
        return result
    }
}

/// A directory that is gone after the test.
final class Scratch: Sendable {
    let path = NSTemporaryDirectory() + "labelling-test-\(UUID().uuidString)"

    init() throws { try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true) }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func text(of file: String) throws -> String { try String(contentsOfFile: path + "/" + file, encoding: .utf8) }

    func write(_ text: String, to file: String) throws {
        try Data(text.utf8).write(to: URL(filePath: path + "/" + file))
    }
}
