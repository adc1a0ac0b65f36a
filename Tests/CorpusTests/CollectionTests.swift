import Corpus
import Foundation
import Recognition
import Scorecard
import Testing

@Suite("Finding cards to import")
struct CardFinderTests {
    @Test("Pairs of names, folders of one card and texts are found; a document alone is named")
    func layouts() throws {
        let scratch = try Scratch()
        for folder in ["season/one", ".hidden"] {
            try FileManager.default.createDirectory(
                atPath: scratch.path + "/" + folder, withIntermediateDirectories: true)
        }
        for file in [
            "A.PDF", "A.json", "A.txt", "b.jpeg", "c.png", "c.json", "notes.txt", "season/one/scan.tiff",
            "season/one/truth.json", "season/one/truth.txt", ".hidden/d.png", ".hidden/d.json",
        ] { try scratch.write("x", to: file) }
        let finder = try CardFinder(scratch.path)
        #expect(finder.cards.map(\.name) == ["A.PDF", "c.png", "season/one/scan.tiff"])
        #expect(finder.cards.map { $0.text != nil } == [true, false, true])
        #expect(finder.withoutTruth == ["b.jpeg"])
    }

    @Test("A directory without a card says so")
    func nothing() throws {
        let scratch = try Scratch()
        #expect(throws: CorpusError.nothingToImport(path: scratch.path)) { try CardFinder(scratch.path) }
    }

    @Test("A truth is read strictly")
    func strictness() throws {
        let scratch = try Scratch()
        try scratch.write("x", to: "a.pdf")
        try scratch.write("{\"schema\": 1, \"inning\": []}", to: "a.json")
        let card = try #require(try CardFinder(scratch.path).cards.first)
        #expect(throws: CorpusError.self) { try card.readTruth() }
    }
}

@Suite("Collecting people's cards")
struct CollectionTests {
    private func card(_ bytes: String, _ truth: Scorecard, text: String = "words") -> CollectedCard {
        CollectedCard(
            bytes: Array(bytes.utf8), format: .pdf, kind: .scan, pages: 1, truth: truth, text: text,
            provenance: CardProvenance(way: .imported, consent: "yes", added: "2026-01-02", hasDraftText: true))
    }

    private let truth = Scorecard(
        teams: ["Hill", "Vale"],
        innings: [
            Innings(
                team: "Hill",
                batting: [BattingEntry(player: "  Ann   B ", howOut: .caught, dismissal: "c †Cy b Di", bowler: "Di")])
        ])

    @Test("Texts are folded, and the keeper's mark may be missing")
    func tidying() throws {
        let scratch = try Scratch()
        var collection = try CardCollection(at: scratch.path + "/own", alone: true)
        let document = try collection.add(card("%PDF-1", truth))
        let corpus = try CorpusDirectory.load(at: scratch.path + "/own")
        let row = try #require(try corpus.truth(of: document).innings.first?.batting.first)
        #expect(row.player == "Ann B")
        #expect(row.dismissalAccept == ["c Cy b Di"])
        #expect(try CorpusLinter.lint(scratch.path + "/own") == [])
    }

    @Test("A corpus that begins here keeps itself out of git; an older one is left as it is")
    func git() throws {
        let scratch = try Scratch()
        let path = scratch.path + "/own"
        var collection = try CardCollection(at: path, alone: true)
        try collection.add(card("%PDF-1", truth))
        #expect(try scratch.text(of: "own/.gitignore").split(separator: "\n").contains("*"))
        try FileManager.default.removeItem(atPath: path + "/.gitignore")
        var again = try CardCollection(at: path, alone: true)
        try again.add(card("%PDF-2", truth))
        #expect(!FileManager.default.fileExists(atPath: path + "/.gitignore"))
        #expect(try CorpusDirectory.load(at: path).documents.count == 2)
    }

    @Test("What the linter refuses leaves nothing, be it a law or the file itself")
    func refusal() throws {
        let scratch = try Scratch()
        var collection = try CardCollection(at: scratch.path + "/own", alone: true)
        var broken = truth
        broken.innings[0].extras = Extras(total: 6, byes: 4)
        #expect(throws: CorpusError.self) { try collection.add(card("%PDF-1", broken)) }
        #expect(!FileManager.default.fileExists(atPath: scratch.path + "/own/tune"))
        #expect(throws: CorpusError.self) { try collection.add(card("no PDF", truth)) }
        let left = FileManager.default.enumerator(atPath: scratch.path + "/own")?.compactMap { $0 as? String } ?? []
        #expect(!left.contains { $0.hasSuffix("truth.json") }, "\(left)")
        #expect(throws: CorpusError.self) { try CorpusDirectory.load(at: scratch.path + "/own") }
    }

    @Test("A manifest of drawn cards reads and writes as before")
    func drawnManifest() throws {
        let scratch = try Scratch()
        _ = try scratch.corpus()
        #expect(try !scratch.text(of: "manifest.json").contains("provenance"))
        #expect(throws: CorpusError.holdsDrawnCards(path: scratch.path)) {
            try CardCollection(at: scratch.path, alone: true)
        }
    }
}

@Suite("Truths of previews")
struct PreviewTruthTests {
    private func preview(_ wickets: Int) -> String {
        """
        {"deliveries": [], "metadata": {"confidence": 0.9},
         "scorecard": {"schema": 1, "teams": ["Hill"], "toss": null, "result": null, "match_type": null, "venue": null,
          "date": null, "innings": [{"team": "Hill", "total": {"runs": 9, "wickets": \(wickets), "overs": "2.0", "declared": null},
           "extras": {"total": null, "byes": null, "leg_byes": null, "wides": null, "no_balls": null, "penalty": null},
           "batting": [], "did_not_bat": [], "fall_of_wickets": [],
           "bowling": [{"player": "Di", "overs": "2", "maidens": null, "runs": 9, "wickets": null, "wides": null,
            "no_balls": null, "economy": 4.5}]}],
          "checks": [], "fields": [
           {"path": "innings/0/total/runs", "raw": "9", "value": 9, "source": "read", "confidence": 1, "page": 0,
            "box": [0.1, 0.2, 0.3, 0.4]},
           {"path": "innings/0/total/wickets", "raw": "", "value": 3, "source": "derived", "confidence": 1, "page": 0, "box": null},
           {"path": "innings/0/bowling/0/economy", "raw": "", "value": 4.5, "source": "derived", "confidence": 1, "page": 0,
            "box": null}]}}
        """
    }

    @Test("What was only worked out is not on the card")
    func derived() throws {
        let truth = try PreviewTruth(json: preview(3), name: "upload 1")
        #expect(truth.card.innings[0].total == InningsTotal(runs: 9, wickets: nil, overs: "2.0"))
        #expect(truth.card.innings[0].bowling[0].economy == nil)
        #expect(truth.boxes.places.keys.sorted() == ["innings/0/total/runs"])
        #expect(truth.boxes.places["innings/0/total/runs"]?.box.height == 0.4)
    }

    @Test("What a person changed stays, though the reader had worked it out")
    func corrected() throws {
        #expect(try PreviewTruth(json: preview(4), name: "upload 1").card.innings[0].total.wickets == 4)
    }

    @Test("A preview of the Python worker is no truth")
    func foreign() throws {
        let error = #expect(throws: CorpusError.self) {
            try PreviewTruth(json: "{\"deliveries\": [], \"metadata\": {}}", name: "upload 7")
        }
        #expect(error?.sentence.hasPrefix("upload 7: ") == true)
    }
}
