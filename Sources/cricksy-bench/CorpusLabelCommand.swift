internal import ArgumentParser
internal import Corpus
internal import Foundation
internal import Labelling
internal import OCRWire
internal import Recognition

extension CorpusCommand {
    struct Label: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Draft the truth of a card of your own, correct it in the browser, and store both.",
            discussion: """
                Reads the document in a sandboxed reader and serves a page on this machine alone, with every cell beside its
                crop, doubtful cells first. Saving lints the truth as corpus lint does. Cards of people stay out of git: a
                corpus that begins here has a .gitignore of its own.

                EXAMPLES
                  cricksy-bench corpus label saturday.jpg --consent "club secretary, 2026-05-02"
                  cricksy-bench corpus label card.pdf --corpus mycards --split validation --no-open

                EXIT CODES
                  0 saved   4 nothing was saved, or the run went wrong   64 usage   65 the document or the corpus
                  78 tuned file
                """)

        @Argument(help: "The picture or PDF.") var file: String
        @Option(help: ArgumentHelp("Corpus to store it in.", valueName: "dir"))
        var corpus = CardCollection.defaultDirectory
        @Option(help: "tune, validation or test (default: decided by the match, so that one match is in one split).")
        var split: CorpusSplit?
        @Option(help: "Who agreed that the card may be used, and when.") var consent: String?
        @Option(help: "Port on 127.0.0.1; 0 takes a free one.") var port = 0
        @Flag(help: "Only print the address, open no browser.") var noOpen = false
        @OptionGroup var draft: DraftOptions

        func validate() throws {
            guard (0...65535).contains(port) else { throw ValidationError("--port must be 0 to 65535.") }
        }

        func run() async throws {
            try await BenchExit.reporting {
                let name = URL(filePath: file).lastPathComponent
                let bytes = try DocumentFile.bytes(at: file)
                let collection = try CardCollection(at: corpus, alone: false)
                let drafted = try await drafted(bytes, name)
                let session = LabelSession(
                    name: name, bytes: bytes, drafted: drafted, collection: collection,
                    terms: .init(consent: consent, split: split, added: Today.text))
                let browser = Browser(isWanted: !noOpen)
                defer { browser.forget() }
                try await LabelServer(session, port: port).run { address in
                    announce(address)
                    browser.open(address)
                }
                guard let saved = await session.saved else { throw LabellingError.nothingSaved }
                print("Saved as \(corpus)/\(saved.folder).")
            }
        }

        private func drafted(_ bytes: [UInt8], _ name: String) async throws -> DraftedCard {
            let drafter = try await draft.drafter()
            do {
                let drafted = try await drafter.draft(bytes, name: name, pictures: .init())
                await drafter.finish()
                return drafted
            } catch {
                await drafter.finish()
                throw error
            }
        }

        private func announce(_ address: String) {
            if consent == nil {
                StandardError.write(
                    "Cards are people's data, often children's; say with --consent who agreed and when.\n")
            }
            // Who reads this from a pipe waits for it.
            FileHandle.standardOutput.write(Data("Correct the card at \(address)\nCtrl+C ends it.\n".utf8))
        }
    }
}

/// A document of the user's, as bytes: nothing here looks into them.
enum DocumentFile {
    static func bytes(at path: String) throws -> [UInt8] {
        let most = RecognitionLimits().fileBytes
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        guard let attributes, attributes[.type] as? FileAttributeType == .typeRegular,
            let data = FileManager.default.contents(atPath: path)
        else { throw LabellingError.file(path: path, reason: "there is no such file that can be read") }
        guard data.count <= most else {
            throw LabellingError.file(path: path, reason: "it has more than \(most >> 20) MB; send a smaller one")
        }
        return Array(data)
    }
}

/// The desktop's browser. It is given a file that only this user can read and that leads to the address: what a process is
/// started with, a token too, is for everybody on the machine to see.
final class Browser: Sendable {
    private let isWanted: Bool
    private let page = FileManager.default.temporaryDirectory.appending(path: "cricksy-\(UUID().uuidString).html")

    init(isWanted: Bool) {
        let environment = ProcessInfo.processInfo.environment
        let hasDesktop = ["DISPLAY", "WAYLAND_DISPLAY"].contains { environment[$0]?.isEmpty == false }
        self.isWanted = isWanted && hasDesktop
    }

    func open(_ address: String) {
        guard isWanted else { return }
        let html =
            "<!doctype html><meta http-equiv=\"refresh\" content=\"0;url=\(address)\"><a href=\"\(address)\">Card</a>"
        let isWritten = FileManager.default.createFile(
            atPath: page.path, contents: Data(html.utf8), attributes: [.posixPermissions: 0o600])
        guard isWritten else { return }
        let opener = Process()
        opener.executableURL = URL(filePath: "/usr/bin/env")
        opener.arguments = ["xdg-open", page.path]
        opener.standardOutput = FileHandle.nullDevice
        opener.standardError = FileHandle.nullDevice
        try? opener.run()
    }

    func forget() { try? FileManager.default.removeItem(at: page) }
}
