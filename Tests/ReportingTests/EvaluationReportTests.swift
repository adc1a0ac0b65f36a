import Evaluation
import Foundation
import Recognition
import Reporting
import Testing
import Tuning

/// Reads every document with one wrong field and, where there is one, one surely wrong.
private struct OneErrorReader: TrialExecutor {
    func measure(_ document: StudyDocument, plan: ReadPlan) async throws(TuningError) -> [TrialMeasurement] {
        let path = "innings/0/batting/3/runs"
        let leaf = { (value: String) in
            ScoredCard(innings: [
                ScoredInnings(batting: [ScoredRow(leaves: [Leaf(path: path, kind: .runs, value: value)])])
            ])
        }
        let card = FieldScorer().score(truth: leaf("<14>"), found: leaf("4"))
        let quality = ReadingQuality(
            score: card, stated: [path: StatedConfidence(confidence: 0.97, isWarned: false)],
            inningsPrinted: document.layout == "menu" ? 0 : 1, inningsRead: 1)
        var measurement = TrialMeasurement(
            text: "",
            score: DocumentScore(
                text: TextScore(reference: "a", hypothesis: "a"), card: card, closes: false, quality: quality),
            cpuSeconds: 2, wallSeconds: 2)
        measurement.places[path] = CellPlace(
            page: 0, width: 1_000, height: 500, box: PageBox(x: 0.5, y: 0.5, width: 0.1, height: 0.1),
            confidence: 0.97, isSilent: true)
        return plan.settings(for: document.kind).map { _ in measurement }
    }

    func finish() async {}
}

@Suite struct EvaluationReportTests {
    private func evaluation() async throws -> CorpusEvaluation {
        let documents = ["web-page", "newspaper", "menu"].map {
            StudyDocument(id: "1-\($0)", split: .test, kind: .screen, layout: $0)
        }
        return try await CorpusEvaluation.run(
            [.init(.defaults), .init(unrepaired: "unrepaired", profiles: [.init(settings: .tesseractDefaults)])],
            on: documents, corpusPath: "corpus", corpusHash: "0123456789abcdef", mix: .standard, seed: 1,
            executor: OneErrorReader(), concurrency: 1)
    }

    @Test func tablesSayWhatUsersPayFor() async throws {
        let evaluation = try await evaluation()
        let tables = EvaluationTables(evaluation)
        #expect(tables.splits == [.test])
        let groups = tables.groups(of: evaluation.contenders[0], on: .test)
        #expect(groups.rows.map { $0[0] } == ["all", "screen", "menu", "newspaper", "web-page"])
        #expect(groups.rows[0].prefix(6) == ["all", "3", "0", "3", "0", "0"])
        #expect(groups.rows[0][8].hasPrefix("100.00 "))
        #expect(groups.rows[3][10] == "0.970")
        #expect(
            tables.negatives(of: evaluation.contenders[0], on: .test)
                == "Pages that are no scorecard: 1, with an invented innings: 1.")
        #expect(tables.contenders(on: .test).rows.map { $0[0] } == ["all", "", "screen", ""])
    }

    @Test func thePageHoldsItsCropsAndNeedsNothingElse() async throws {
        let report = EvaluationReport(try await evaluation(), command: "cricksy-bench evaluate") { id in
            id == "1-menu" ? nil : DocumentPicture(mediaType: "image/png", bytes: [1, 2, 3])
        }
        let html = try report.html()
        #expect(html.components(separatedBy: "<image href=\"data:image/png;base64,AQID\"").count == 3)
        #expect(html.contains("&lt;14&gt;") && !html.contains("<14>"))
        #expect(html.contains("confidence 0.97, no warning"))
        #expect(!html.contains("http://") && !html.contains("https://"))
        #expect(report.markdown().contains("printed `<14>`, read `4`"))
    }

    @Test func filesAreWrittenIntoANewDirectory() async throws {
        let scratch = NSTemporaryDirectory() + "evaluation-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: scratch) }
        let directory = scratch + "/new"
        try EvaluationReport(try await evaluation(), command: "x") { _ in nil }.write(directory: directory)
        let files = try FileManager.default.contentsOfDirectory(atPath: directory)
        #expect(files.sorted() == ["evaluation.html", "evaluation.md"])
    }
}
