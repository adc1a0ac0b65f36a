import ChildProcesses
import Foundation
import Testing

/// `corpus label`, `corpus import` and `corpus show` as programs.
@Suite struct OwnCardsTests {
    private static let card = Repository.corpus.appending(path: "tune/001-app-export-text/card.pdf").path

    @Test func importWithoutConsentIsRefusedInASentence() throws {
        let program = try Program.run("cricksy-bench", ["corpus", "import", Repository.corpus.path])
        #expect(program.status == 64)
        #expect(program.sentences.count == 1)
        #expect(program.errors.contains("people's data, often children's"))
    }

    @Test func directoryIsImportedAndLinted() throws {
        let scratch = try ScratchDirectory()
        let source = scratch.url.appending(path: "cards")
        for id in ["001-app-export-text", "003-app-export-screen"] {
            let folder = source.appending(path: id)
            try FileManager.default.createDirectory(at: source, withIntermediateDirectories: true)
            try FileManager.default.copyItem(at: Repository.corpus.appending(path: "tune/" + id), to: folder)
        }
        try Data("x".utf8).write(to: source.appending(path: "alone.png"))
        let own = scratch.file("own")
        let program = try Program.run(
            "cricksy-bench", ["corpus", "import", source.path, "--consent", "all, today", "--corpus", own])
        #expect(program.status == 65, "\(program.errors)")
        #expect(program.output.contains("2 cards in \(own), 1 refused."))
        #expect(program.errors.contains("alone.png: it has no truth beside it."))
        let lint = try Program.run("cricksy-bench", ["corpus", "lint", own])
        #expect(lint.status == 0, "\(lint.output)")
        let git = scratch.url.appending(path: "own/.gitignore")
        #expect(try String(contentsOf: git, encoding: .utf8).contains("*"))
        try expectNoPicture(of: own, scratch)
    }

    /// Nobody's card is drawn unless it is asked for.
    private func expectNoPicture(of own: String, _ scratch: ScratchDirectory) throws {
        let out = scratch.file("show.html")
        let without = try Program.run("cricksy-bench", ["corpus", "show", "--corpus", own, "--out", out])
        #expect(without.status == 0, "\(without.errors)")
        #expect(without.errors.contains("2 cards of people are left out"))
        #expect(try !String(contentsOfFile: out, encoding: .utf8).contains("data:image"))
        let with = try Program.run("cricksy-bench", ["corpus", "show", "--corpus", own, "--out", out, "--with-crops"])
        #expect(with.status == 0, "\(with.errors)")
        #expect(try String(contentsOfFile: out, encoding: .utf8).contains("data:image"))
    }

    @Test func unknownCardIsASentence() throws {
        let program = try Program.run("cricksy-bench", ["corpus", "show", "no-such-card"])
        #expect(program.status == 65)
        #expect(program.errors.contains("has no card no-such-card"))
        #expect(program.sentences.count == 1)
    }

    @Test(arguments: [("empty.png", "empty"), ("encrypted.pdf", "password"), ("nowhere.png", "no such file")])
    func whatCannotBeLabelled(name: String, part: String) throws {
        let scratch = try ScratchDirectory()
        let program = try Program.run(
            "cricksy-bench",
            ["corpus", "label", Repository.fixture(name), "--no-open", "--corpus", scratch.file("own")])
        #expect(program.status == 65, "\(program.errors)")
        #expect(program.sentences.count == 1)
        #expect(program.errors.contains(part))
    }

    @Test func interruptedLabellingSavesNothingAndSaysSo() throws {
        let scratch = try ScratchDirectory()
        let process = Process()
        let (output, errors) = (Pipe(), Pipe())
        process.executableURL = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
            .deletingLastPathComponent().appending(path: "cricksy-bench")
        process.arguments = [
            "corpus", "label", Self.card, "--no-open", "--consent", "a test", "--corpus", scratch.file("own"),
        ]
        process.standardOutput = output
        process.standardError = errors
        try process.start()
        var said = ""
        while !said.contains("Ctrl+C"), let more = try output.fileHandleForReading.read(upToCount: 1), !more.isEmpty {
            said += String(decoding: more, as: UTF8.self)
        }
        #expect(said.contains(/http:\/\/127\.0\.0\.1:\d+\/[0-9a-f]{48}\//), "\(said)")
        process.interrupt()
        process.waitUntilExit()
        #expect(process.terminationStatus == 4)
        let sentence = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        #expect(sentence == "Error: Nothing was saved.\n")
        #expect(!FileManager.default.fileExists(atPath: scratch.file("own")))
    }
}
