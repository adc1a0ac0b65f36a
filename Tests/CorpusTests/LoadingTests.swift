import Corpus
import Foundation
import Recognition
import Scorecard
import Testing

@Suite("Loading a corpus")
struct LoadingTests {
    @Test("What was written is loaded, verified and named by a hash")
    func roundTrip() throws {
        let scratch = try Scratch()
        let corpus = try scratch.corpus()
        #expect(corpus.documents.count == 2)
        #expect(corpus.documents(in: .tune).map(\.id) == ["001-app-export-text"])
        #expect(corpus.hash.count == 64)
        let document = try #require(corpus.documents.first)
        #expect(try corpus.bytes(of: document).starts(with: Array("%PDF-".utf8)))
        #expect(try corpus.truth(of: document).innings.count == 2)
        #expect(try corpus.truthText(of: document).contains("Extras"))
        #expect(try CorpusLinter.lint(scratch.path) == [])
    }

    @Test("Documents added to a corpus leave the others as they are and are numbered after them")
    func addition() throws {
        let scratch = try Scratch()
        let before = try scratch.corpus()
        let order = CorpusWriter.Order(
            seed: 12, count: 3, kinds: [.text], shares: [.test: 1], families: .all, after: before.documents.count)
        try CorpusWriter(order).write(to: scratch.path, beside: before.documents)
        let after = try CorpusDirectory.load(at: scratch.path)
        #expect(before.documents.allSatisfy(after.documents.contains))
        #expect(after.documents(in: .test).map { $0.id.prefix(4) } == ["003-", "004-", "005-"])
        #expect(after.documents(in: .tune) == before.documents(in: .tune))
        #expect(try CorpusLinter.lint(scratch.path) == [])
    }

    @Test("A directory without a manifest says so in a sentence")
    func noManifest() throws {
        let scratch = try Scratch()
        #expect(throws: CorpusError.noManifest(path: scratch.path)) { try CorpusDirectory.load(at: scratch.path) }
        #expect(CorpusError.noManifest(path: "x").sentence.hasPrefix("There is no corpus in x"))
    }

    @Test("A changed file is named with both hashes")
    func wrongHash() throws {
        let scratch = try Scratch()
        let corpus = try scratch.corpus()
        let document = try #require(corpus.documents.first)
        try scratch.write("changed", to: document.folder + "/truth.txt")
        let error = #expect(throws: CorpusError.self) { try CorpusDirectory.load(at: scratch.path) }
        guard case .wrongHash(let path, let expected, _) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(path.hasSuffix("truth.txt"))
        #expect(expected == document.sha256["truth.txt"])
        #expect(error?.sentence.contains("was changed") == true)
    }

    @Test("A missing file is named")
    func missingFile() throws {
        let scratch = try Scratch()
        let document = try #require(try scratch.corpus().documents.first)
        let file = scratch.path + "/" + document.folder + "/card.pdf"
        try FileManager.default.removeItem(atPath: file)
        #expect(throws: CorpusError.unreadableFile(path: file, reason: "there is no such file")) {
            try CorpusDirectory.load(at: scratch.path)
        }
    }

    @Test(
        "Manifests that are newer, broken, or leave their directory are refused",
        arguments: [
            (#"{"schemaVersion": 2, "documents": []}"#, "use a newer program"),
            (#"{"schemaVersion": 1}"#, "the key documents is missing"),
            ("nonsense", "it is not valid JSON"),
            (
                #"""
                {"schemaVersion": 1, "documents": [{"id": "../x", "split": "tune", "kind": "text", "layout": "l", "seed": 1,
                "file": "card.pdf", "pages": 1, "sha256": {"card.pdf": "", "truth.json": "", "truth.txt": ""}}]}
                """#, "names a path"
            ),
            (
                #"""
                {"schemaVersion": 1, "documents": [{"id": "x", "split": "tune", "kind": "text", "layout": "l", "seed": 1,
                "file": "card.pdf", "pages": 1, "sha256": {"card.pdf": "", "truth.json": ""}}]}
                """#, "has no hash for truth.txt"
            ),
        ])
    func badManifest(_ manifest: String, _ reason: String) throws {
        let scratch = try Scratch()
        try scratch.write(manifest, to: "manifest.json")
        let error = #expect(throws: CorpusError.self) { try CorpusDirectory.load(at: scratch.path) }
        #expect(error?.sentence.contains(reason) == true, "\(String(describing: error))")
    }
}

@Suite("Linting a corpus")
struct LinterTests {
    /// Replaces a file and its hash, so that only the fault itself is found.
    private func problems(replacing file: String, _ edit: (String) -> String) throws -> [String] {
        let scratch = try Scratch()
        let document = try #require(try scratch.corpus().documents.first)
        let path = document.folder + "/" + file
        try scratch.write(edit(try scratch.text(of: path)), to: path)
        let hash = Files.sha256(Array(try Data(contentsOf: URL(filePath: scratch.path + "/" + path))))
        let manifest = try scratch.text(of: "manifest.json")
        let old = try #require(document.sha256[file])
        try scratch.write(manifest.replacing(old, with: hash), to: "manifest.json")
        return try CorpusLinter.lint(scratch.path).map(\.problem)
    }

    @Test("A card that does not add up is found by its law")
    func brokenLaw() throws {
        let problems = try problems(replacing: "truth.json") { json in
            json.replacing(/"runs": \d+,\n *"wickets"/, maxReplacements: 1) { _ in "\"runs\": 999, \"wickets\"" }
        }
        #expect(problems.contains { $0.contains("batting_plus_extras_is_total") }, "\(problems)")
    }

    @Test("A card that adds up cannot say that it does not")
    func uncalledMark() throws {
        let problems = try problems(replacing: "truth.json") { json in
            json.replacing("\"match_type\"", with: "\"printedInconsistent\": true, \"match_type\"")
        }
        #expect(problems == ["it says printedInconsistent, and every law holds"])
    }

    @Test("A misspelt key, a byte order mark and decomposed letters are found")
    func encoding() throws {
        #expect(
            try problems(replacing: "truth.json") { $0.replacing("\"batting\"", with: "\"baton\"") }
                .contains { $0.contains("cannot be used") })
        #expect(
            try problems(replacing: "truth.txt") { "\u{FEFF}" + $0 }.contains { $0.contains("byte order mark") })
        #expect(try problems(replacing: "truth.txt") { $0 + "e\u{301}" }.contains { $0.contains("NFC") })
    }

    @Test("A folder that the manifest does not list is found")
    func stray() throws {
        let scratch = try Scratch()
        _ = try scratch.corpus()
        try FileManager.default.createDirectory(
            atPath: scratch.path + "/tune/zzz", withIntermediateDirectories: true)
        #expect(try CorpusLinter.lint(scratch.path).map(\.description) == ["tune/zzz: it is not in the manifest"])
    }
}
