import Corpus
import Foundation
import Labelling
import OCRWire
import Recognition
import Scorecard
import Testing

/// Cards that come with a truth, through a real reader into a corpus.
@Suite struct ImportTests {
    private func importing(
        _ cards: [IncomingCard], into directory: String
    ) async throws -> [CorpusDocument] {
        try await Cards.withDrafter { drafter in
            var importer = CardImporter(
                drafter: drafter, collection: try CardCollection(at: directory, alone: true), consent: "all, today",
                split: nil, added: "2026-01-02")
            var admitted: [CorpusDocument] = []
            for card in cards { admitted.append(try await importer.admit(card)) }
            return admitted
        }
    }

    private func incoming(_ id: String) throws -> IncomingCard {
        let (corpus, document) = try Cards.document(id)
        return IncomingCard(
            name: id, bytes: try corpus.bytes(of: document), truth: try corpus.truth(of: document), text: nil)
    }

    @Test func importedCardsAreMarkedAndLinted() async throws {
        let scratch = try Scratch()
        let directory = scratch.path + "/own"
        let admitted = try await importing(
            [try incoming("001-app-export-text"), try incoming("003-app-export-screen")], into: directory)
        #expect(try CorpusLinter.lint(directory) == [])
        #expect(admitted.map(\.kind) == [.text, .screen])
        #expect(admitted.map(\.file) == ["card.pdf", "card.png"])
        for document in admitted {
            #expect(document.provenance?.way == .imported)
            #expect(document.provenance?.consent == "all, today")
            #expect(document.provenance?.hasDraftText == true)
            #expect(!document.mayShowPixels(withCrops: false))
            #expect(document.mayShowPixels(withCrops: true))
            #expect(!document.id.contains("app-export"), "a file name may be a child's")
        }
    }

    @Test func twoPicturesOfAMatchAreInOneSplit() async throws {
        let scratch = try Scratch()
        let card = try incoming("001-app-export-text")
        var other = try incoming("003-app-export-screen")
        other.truth = card.truth
        let admitted = try await importing([card, other], into: scratch.path + "/own")
        #expect(admitted[0].split == admitted[1].split)
    }

    @Test func theSameDocumentIsTakenOnce() async throws {
        let scratch = try Scratch()
        let card = try incoming("001-app-export-text")
        let error = await #expect(throws: CorpusError.self) {
            try await importing([card, card], into: scratch.path + "/own")
        }
        guard case .alreadyCollected = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test func whatNoReaderCanReadIsRefusedAndLeavesNothing() async throws {
        let scratch = try Scratch()
        var card = try incoming("001-app-export-text")
        card.bytes = Array("%PDF-1.7 and no more".utf8)
        await #expect(throws: LabellingError.self) { try await importing([card], into: scratch.path + "/own") }
        #expect(!FileManager.default.fileExists(atPath: scratch.path + "/own"))
    }

    @Test func drawnCardsAreNotMixedWithPeoples() throws {
        let path = Cards.root.appending(path: "corpus").path
        #expect(throws: CorpusError.holdsDrawnCards(path: path)) { try CardCollection(at: path, alone: true) }
    }
}

/// What `corpus show` draws.
@Suite struct ShowTests {
    private func sheet(_ id: String, _ change: (inout Scorecard) -> Void = { _ in }) async throws -> String {
        let (corpus, document) = try Cards.document(id)
        let bytes = try corpus.bytes(of: document)
        var truth = try corpus.truth(of: document)
        change(&truth)
        let drafted = try await Cards.withDrafter { drafter in
            try await drafter.draft(bytes, name: id, pictures: .init(longestSide: 600))
        }
        return TruthSheet.html([TruthSheet(document, truth: truth, kept: nil, drafted: drafted)])
    }

    @Test func everyValueOfASoundTextStandsInItsPlace() async throws {
        let html = try await sheet("001-app-export-text")
        #expect(html.contains("0 of them read otherwise"), "\(html.prefix(4000).suffix(1500))")
        #expect(html.contains("url(data:image/jpeg;base64,"))
        #expect(!html.contains("src=\"http"))
    }

    @Test func aValueThatIsReadOtherwiseIsMarked() async throws {
        let html = try await sheet("001-app-export-text") { $0.innings[0].batting[0].runs = 998 }
        #expect(html.contains("title=\"innings/0/batting/0/runs, read as"))
        #expect(html.contains(">998</span>"))
        #expect(html.contains("runs and extras add up to"), "the broken law is said")
    }

    /// A row that the reader did not find must not move the truth of all that follow.
    @Test func rowsAreFoundByTheirNames() async throws {
        let html = try await sheet("001-app-export-text") { card in
            card.innings[0].batting.insert(BattingEntry(player: "Nobody <At All>", runs: 77), at: 0)
        }
        #expect(html.contains("<td>Nobody &lt;At All&gt;</td>"))
        #expect(html.contains("1 of them read otherwise") || html.contains("0 of them read otherwise"))
    }
}
