import Corpus
import Foundation
import Labelling
import Recognition
import Scorecard
import Testing

/// The page as a browser and a stranger meet it: real requests to the real server over a real reader's draft.
@Suite struct LabelServerTests {
    private static let card = "001-app-export-text"

    @Test func thePageHasTheDraftAndThePictureAndNothingFromElsewhere() async throws {
        let scratch = try Scratch()
        try await PageClient.serving(Self.card, into: scratch.path + "/own") { page in
            let html = try await page.get("")
            #expect(html.status == 200)
            #expect(html.headers.contains("default-src 'none'"))
            #expect(html.headers.contains("cache-control: no-store"))
            #expect(!html.text.contains("http"))
            #expect(try await page.get("page.js").text.contains("'use strict'"))
            #expect(try await page.get("page.css").text.contains("prefers-color-scheme:dark"))
            let draft = try await page.get("draft.json").json()
            let truth = try #require(draft["truth"] as? [String: Any])
            #expect((truth["innings"] as? [Any])?.count == 2)
            let fields = try #require(draft["fields"] as? [String: [String: Any]])
            #expect((fields["innings/0/total/runs"]?["box"] as? [Double])?.count == 4)
            let picture = try await page.get("pages/0.jpg")
            #expect(picture.headers.contains("content-type: image/jpeg"))
            #expect(picture.body.starts(with: [0xFF, 0xD8, 0xFF]))
            #expect(try await page.get("pages/1.jpg").status == 404)
        }
    }

    @Test func strangersAreTurnedAway() async throws {
        let scratch = try Scratch()
        try await PageClient.serving(Self.card, into: scratch.path + "/own") { page in
            let headers = [
                ("Host: evil.example\(page.port)", 421), ("Host: 127.0.0.1", 421), ("Origin: http://evil.example", 403),
                ("Origin: null", 403), ("Origin: http://\(page.host)", 200), ("Host: localhost\(page.port)", 200),
            ]
            for (header, status) in headers {
                let answer = try await page.get("draft.json", header: header)
                #expect(answer.status == status, "\(header)")
            }
            for path in ["draft.json", "", String(repeating: "0", count: 48) + "/draft.json"] {
                let answer = try await page.curl(["http://\(page.host)/" + path])
                #expect(answer.status == 404, "\(path)")
                #expect(!answer.text.contains("innings"))
            }
            // What a form of another page can send without being asked about.
            let form = try await page.post("save", "{}", type: "text/plain")
            #expect(form.status == 415)
            let saved = await page.session.saved
            #expect(saved == nil)
        }
    }

    @Test func theServerListensOnLoopbackAlone() async throws {
        let scratch = try Scratch()
        try await PageClient.serving(Self.card, into: scratch.path + "/own") { page in
            let port = try #require(Int(page.port.dropFirst()))
            let wanted = String(format: "%04X", port)
            let table = try String(contentsOfFile: "/proc/net/tcp", encoding: .utf8)
            var listening: [Substring] = []
            for line in table.split(separator: "\n") {
                let columns = line.split(separator: " ")
                guard columns.count > 3, columns[3] == "0A", columns[1].hasSuffix(":" + wanted) else { continue }
                listening.append(columns[1].prefix(8))
            }
            #expect(listening == ["0100007F"])
        }
    }

    @Test func lawsAreCheckedAgainAfterAChange() async throws {
        let scratch = try Scratch()
        let (corpus, document) = try Cards.document(Self.card)
        var truth = try corpus.truth(of: document)
        try await PageClient.serving(Self.card, into: scratch.path + "/own") { page in
            let sound = try await page.post("check", ScorecardJSON.encode(truth, layout: .compact)).json()
            #expect((sound["problems"] as? [Any])?.isEmpty == true)
            truth.innings[0].total.runs = 1
            let broken = try await page.post("check", ScorecardJSON.encode(truth, layout: .compact)).json()
            #expect((broken["problems"] as? [String])?.first?.contains("batting_plus_extras_is_total") == true)
            let cells = try #require(broken["cells"] as? [String: String])
            #expect(cells["innings/0/total/runs"] == "sum")
            #expect(cells["innings/0/batting/0/runs"] == "sum")
            #expect(cells["innings/1/total/runs"] == nil)
            let refused = try await page.post("check", "{\"schema\": 1}")
            #expect(refused.status == 422)
            #expect(try refused.json()["error"] as? String != nil)
        }
    }

    @Test func savingStoresWhatTheLinterAccepts() async throws {
        let scratch = try Scratch()
        let directory = scratch.path + "/own"
        try await PageClient.serving(Self.card, into: directory) { page in
            let draft = try await page.get("draft.json").json()
            let answer = try await page.post("save", try submission(of: draft, "Text \u{1} e\u{301}"))
            #expect(answer.status == 200, "\(answer.text)")
            let again = try await page.post("save", try submission(of: draft, "Text"))
            #expect(again.status == 200, "\(again.text)")
        }
        let corpus = try CorpusDirectory.load(at: directory)
        #expect(try CorpusLinter.lint(directory) == [])
        let entry = try #require(corpus.documents.first)
        #expect(corpus.documents.count == 1, "saving again replaces")
        #expect(entry.provenance?.way == .labelled)
        #expect(entry.provenance?.consent == "a test")
        #expect(entry.provenance?.hasDraftText == false)
        #expect(entry.split == .tune)
        #expect(try corpus.truthText(of: entry) == "Text")
        #expect(try corpus.boxes(of: entry)?.places["innings/0/total/runs"]?.box.x == 0.25)
        #expect(try String(contentsOfFile: directory + "/.gitignore", encoding: .utf8).contains("*"))
        let (made, original) = try Cards.document(Self.card)
        let (bytes, kept) = (try made.bytes(of: original), try corpus.bytes(of: entry))
        #expect(bytes == kept)
        let (truth, stored) = (try made.truth(of: original), try corpus.truth(of: entry))
        #expect(stored.innings.map(\.total) == truth.innings.map(\.total))
    }

    @Test func aTruthThatDoesNotAddUpIsNotStored() async throws {
        let scratch = try Scratch()
        let directory = scratch.path + "/own"
        try await PageClient.serving(Self.card, into: directory) { page in
            var draft = try await page.get("draft.json").json()
            var truth = try #require(draft["truth"] as? [String: Any])
            var innings = try #require(truth["innings"] as? [[String: Any]])
            var total = try #require(innings[0]["total"] as? [String: Any])
            total["runs"] = 1
            innings[0]["total"] = total
            truth["innings"] = innings
            draft["truth"] = truth
            let refused = try await page.post("save", try submission(of: draft, "Text"))
            #expect(refused.status == 422)
            #expect(refused.text.contains("batting_plus_extras_is_total"))
            #expect(!FileManager.default.fileExists(atPath: directory + "/manifest.json"))
            truth["printedInconsistent"] = true
            draft["truth"] = truth
            #expect(try await page.post("save", try submission(of: draft, "Text")).status == 200)
        }
        #expect(try CorpusLinter.lint(directory) == [])
    }

    private func submission(of draft: [String: Any], _ text: String) throws -> String {
        let truth = try JSONSerialization.data(withJSONObject: #require(draft["truth"]))
        let body: [String: Any] = [
            "truth": String(decoding: truth, as: UTF8.self), "text": text, "textIsRight": true,
            "places": ["innings/0/total/runs": [0, 0.25, 0.5, 0.1, 0.01], "innings/9/total/runs": [0, 0, 0, 1, 1]],
        ]
        return String(decoding: try JSONSerialization.data(withJSONObject: body), as: UTF8.self)
    }
}
