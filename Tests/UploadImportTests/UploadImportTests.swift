import Corpus
import Foundation
import Recognition
import Scorecard
import Testing
import UploadImport

/// `corpus import --from-database` over a real PostgreSQL and a real S3.
@Suite struct UploadImportTests {
    private let scratch = FileManager.default.temporaryDirectory.appending(path: "upload-import-\(UUID().uuidString)")

    /// The preview that a person confirmed of a card of the corpus, and its file in the folder.
    private func preview(_ id: String, into files: URL) throws -> (json: String, file: String) {
        let corpus = try CorpusDirectory.load(at: Repository.root.appending(path: "corpus").path)
        let document = try #require(corpus.documents.first { $0.id == id })
        let file = id + "-" + document.file
        try Data(try corpus.bytes(of: document)).write(to: files.appending(path: file))
        let card = ScorecardJSON.encode(try corpus.truth(of: document), layout: .compact)
        let field = """
            {"path": "innings/0/total/runs", "raw": "x", "value": 1, "source": "read", "confidence": 1, "page": 0, \
            "box": [0.1, 0.2, 0.3, 0.1]}
            """
        let json = "{\"deliveries\": [], \"metadata\": {}, \"scorecard\": \(card.dropLast()), \"fields\": [\(field)]}}"
        return (json, file)
    }

    private func rows(_ files: URL) throws -> [LiveUploads.Row] {
        let cards = try ["001-app-export-text", "003-app-export-screen", "009-web-page-text"].map {
            try preview($0, into: files)
        }
        let other = cards[0].json
        return [
            .init(
                id: 42, key: "uploads/u/42/Ann's card+1 (100%).pdf", status: "applied", preview: cards[0].json,
                file: cards[0].file),
            .init(
                id: 43, key: "k43", status: "ready", metadata: ["confirmed": true], preview: cards[1].json,
                file: cards[1].file),
            .init(id: 44, key: "k44", status: "ready", preview: cards[2].json, file: cards[2].file),
            .init(id: 45, key: "k45", status: "ready", preview: other, file: cards[0].file),
            .init(id: 46, key: "k46", status: "applied", preview: "{\"deliveries\": []}", file: cards[0].file),
            .init(id: 47, key: "k47", status: "applied", preview: other),
            .init(
                id: 48, key: "k48", status: "failed", metadata: ["confirmed": true], preview: other,
                file: cards[0].file),
            .init(id: 49, key: "k49", status: "applied", preview: "null", file: cards[0].file),
        ]
    }

    @Test func confirmedUploadsBecomeCards() throws {
        defer { try? FileManager.default.removeItem(at: scratch) }
        let files = scratch.appending(path: "files")
        try FileManager.default.createDirectory(at: files, withIntermediateDirectories: true)
        let live = try LiveUploads(try rows(files), files: files)
        let own = scratch.appending(path: "own").path
        let before = try live.query("SELECT * FROM uploads ORDER BY id")
        let bench = try Bench(
            [
                "corpus", "import", "--from-database", "-", "--upload", "44", "--consent", "all, 2026-01-02",
                "--corpus",
                own,
            ], environment: live.environment)
        #expect(bench.status == 65, "\(bench.errors)")
        #expect(bench.output.contains("3 cards in \(own), 2 refused."), "\(bench.output)\(bench.errors)")
        #expect(bench.errors.contains("upload 46: its preview has no scorecard of ours"))
        #expect(bench.errors.contains("upload 47: The upload is not in the bucket (404)"))
        #expect(try live.query("SELECT * FROM uploads ORDER BY id") == before, "it only reads")
        try expectCards(of: own)
        let again = try Bench(
            ["corpus", "import", "--from-database", "-", "--consent", "x", "--corpus", own],
            environment: live.environment)
        #expect(again.status == 65)
        #expect(again.errors.contains("is in the corpus already"))
    }

    private func expectCards(of own: String) throws {
        #expect(try CorpusLinter.lint(own) == [])
        let corpus = try CorpusDirectory.load(at: own)
        let sources = Set(corpus.documents.compactMap { $0.provenance?.source })
        #expect(sources == ["upload 42", "upload 43", "upload 44"])
        for document in corpus.documents {
            #expect(document.provenance?.consent == "all, 2026-01-02")
            #expect(try corpus.boxes(of: document)?.places["innings/0/total/runs"]?.box.width == 0.3)
        }
    }

    @Test func withoutConsentNothingIsAsked() throws {
        let bench = try Bench(
            ["corpus", "import", "--from-database", "postgresql://u:canary@127.0.0.1:1/x"], environment: [:])
        #expect(bench.status == 64)
        #expect(bench.errors.contains("people's data, often children's"))
        #expect(bench.errors.split(separator: "\n").count == 1)
    }

    @Test func aDatabaseThatIsAwayIsOneSentenceWithoutThePassword() throws {
        let bench = try Bench(
            [
                "corpus", "import", "--from-database", "postgresql://u:canary@127.0.0.1:1/x", "--consent", "x",
                "--corpus",
                scratch.path,
            ], environment: [:])
        #expect(bench.status == 4, "\(bench.errors)")
        #expect(bench.errors.contains("PostgreSQL cannot be reached"))
        #expect(!bench.errors.contains("canary"))
    }
}
