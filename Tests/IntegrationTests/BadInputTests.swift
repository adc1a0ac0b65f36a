import Foundation
import Testing

/// Each kind of bad input gets one clear sentence and a documented exit code.
@Suite struct BadInputTests {
    @Test(arguments: [
        ("text.pdf", "A text file is not supported"), ("truncated.jpg", "cut off"),
        ("encrypted.pdf", "protected by a password"), ("empty.png", "empty"), ("huge.png", "50000 pixels"),
        ("photo.heic", "HEIC is not supported"),
    ])
    func badDocument(name: String, part: String) throws {
        let program = try Program.run("cricksy-worker", ["process", Repository.fixture(name)])
        #expect(program.status == 65, "\(program.errors)")
        #expect(program.sentences.count == 1)
        #expect(program.errors.contains(part))
        #expect(program.output.isEmpty)
    }

    @Test func missingFile() throws {
        let program = try Program.run("cricksy-worker", ["process", "/nowhere/card.png"])
        #expect(program.status == 66)
        #expect(program.sentences.count == 1)
        #expect(program.errors.contains("there is no such file"))
    }

    @Test(arguments: [("{", "damaged"), (#"{"schemaVersion": 99}"#, "99")])
    func badTunedFile(contents: String, part: String) throws {
        try expectRefusal(ofTunedFile: contents, saying: part)
    }

    @Test func tunedFileWithAnUnknownKey() throws {
        let file = Repository.root.appending(path: "reports/tuned.json")
        var tuned = try #require(try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any])
        tuned["surprise"] = true
        let contents = String(decoding: try JSONSerialization.data(withJSONObject: tuned), as: UTF8.self)
        try expectRefusal(ofTunedFile: contents, saying: "surprise")
    }

    @Test func tunedFileThatWasAltered() throws {
        let file = Repository.root.appending(path: "reports/tuned.json")
        let altered = try String(contentsOf: file, encoding: .utf8)
            .replacing("\"hardLimitSeconds\" : 600", with: "\"hardLimitSeconds\" : 900")
        try expectRefusal(ofTunedFile: altered, saying: "content hash")
    }

    private func expectRefusal(ofTunedFile contents: String, saying part: String) throws {
        let scratch = try ScratchDirectory()
        let path = try scratch.create("tuned.json", contents).path
        let program = try Program.run("cricksy-worker", ["process", Repository.fixture("page.png"), "--tuned", path])
        #expect(program.status == 78, "\(program.errors)")
        #expect(program.sentences.count == 1)
        #expect(program.errors.contains(part), "\(program.errors)")
    }

    @Test func missingReader() throws {
        let program = try Program.run(
            "cricksy-worker", ["process", Repository.fixture("page.png"), "--reader", "/nowhere/reader"])
        #expect(program.status == 78, "\(program.errors)")
        #expect(program.errors.contains("/nowhere/reader"))
    }

    @Test func oneBadFileLosesNoOther() throws {
        let program = try Program.run(
            "cricksy-worker",
            ["process", "--json", Repository.fixture("empty.png"), Repository.fixture("page.pdf")])
        #expect(program.status == 65)
        let lines = program.output.split(separator: "\n")
        #expect(lines.count == 1)
        #expect(lines.first?.contains("page.pdf") == true)
    }

    @Test func corpusWithAWrongHash() throws {
        let scratch = try ScratchDirectory()
        let copy = scratch.url.appending(path: "corpus")
        try copyCorpus(to: copy, documents: 2)
        let victim = try #require(
            FileManager.default.enumerator(at: copy, includingPropertiesForKeys: nil)?
                .compactMap { $0 as? URL }.first { $0.lastPathComponent == "truth.txt" })
        try Data("altered".utf8).write(to: victim)
        for command in [["corpus", "lint", copy.path], ["evaluate", "--corpus", copy.path]] {
            let program = try Program.run("cricksy-bench", command)
            #expect(program.status == 65, "\(command): \(program.errors)")
            #expect((program.errors + program.output).contains("truth.txt"), "\(program.errors)")
        }
    }

    @Test func gateWithoutABaseline() throws {
        let program = try Program.run("cricksy-bench", ["gate", "--baseline", "/nowhere/baseline.json"])
        #expect(program.status == 5, "\(program.errors)")
        #expect(program.sentences.count == 1)
    }
}
