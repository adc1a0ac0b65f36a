import Corpus
import Foundation
import OCRPool
import Recognition
import Scorecard
import Testing

/// Accuracy must not depend on how pages are spread over readers.
@Suite struct DeterminismTests {
    static let settings = [
        RecognitionSettings.tesseractDefaults,
        RecognitionSettings(
            pageSegmentation: .singleBlock, textLayer: .ignore,
            preparation: PagePreparation(
                invertDarkPages: true, normalizeBackground: true, deskew: true, removeRules: true, targetTextHeight: 28)
        ),
    ]

    @Test func textIsTheSameAtAnyConcurrencyInAnyOrderWithFreshAndReusedEngines() async throws {
        let corpus = try CorpusDirectory.load(at: Repository.corpus.path)
        let pages = corpus.documents(in: .tune)
        let documents = InputKind.allCases.flatMap { kind in pages.filter { $0.kind == kind }.prefix(1) }
        let expected = try await texts(of: documents, in: corpus, concurrency: 1, fresh: true)
        #expect(expected.values.allSatisfy { $0.allSatisfy { $0.count > 200 } })
        for concurrency in [1, 2, 4] {
            let forward = try await texts(of: documents, in: corpus, concurrency: concurrency)
            let backward = try await texts(of: documents.reversed(), in: corpus, concurrency: concurrency)
            #expect(forward == expected, "at concurrency \(concurrency)")
            #expect(backward == expected, "backward at concurrency \(concurrency)")
        }
    }

    /// The texts of each document, one for each setting.
    private func texts(
        of documents: [CorpusDocument], in corpus: Corpus, concurrency: Int, fresh: Bool = false
    ) async throws -> [String: [String]] {
        var found: [String: [String]] = [:]
        for batch in fresh ? documents.map({ [$0] }) : [documents] {
            let pool = try await ReaderPool(
                PoolConfiguration(program: try ReaderProgram.find(), concurrency: concurrency))
            try await withThrowingTaskGroup(of: (String, [String]).self) { group in
                for document in batch {
                    let bytes = try corpus.bytes(of: document)
                    group.addTask {
                        let answer = try await pool.read(bytes, plan: .all(DeterminismTests.settings))
                        return (document.id, try answer.results.map { try $0.get().text })
                    }
                }
                for try await (id, texts) in group { found[id] = texts }
            }
            await pool.shutdown()
        }
        return found
    }
}
