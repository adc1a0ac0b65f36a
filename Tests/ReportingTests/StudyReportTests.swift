import Foundation
import Reporting
import Testing
import Tuning

@Suite struct StudyReportTests {
    @Test func thePageIsWholeAndAlone() throws {
        let html = try StudyReport(Fixture.result()).html()
        #expect(html.hasPrefix("<!DOCTYPE html>") && html.hasSuffix("</html>\n"))
        #expect(!html.contains("{{") && !html.contains("http") && !html.contains("url(") && !html.contains("<script"))
        for id in ["accuracy", "cost", "latency", "machine", "kinds", "fields", "pages", "settings", "provenance"] {
            #expect(html.contains("<section id=\"\(id)\" "), "\(id)")
            #expect(html.contains("<a href=\"#\(id)\">"))
        }
        #expect(html.components(separatedBy: "<svg").count - 1 == 10)
        for title in ["fields right, validation split (%)", "CPU seconds per page", "pages per second", "memory (MiB)"]
        {
            #expect(html.contains(">\(title)</text>"), "\(title)")
        }
    }

    @Test func whatWasReadIsEscaped() throws {
        let html = try StudyReport(Fixture.result()).html()
        #expect(html.contains("Example &lt;CPU&gt; &amp; Co") && !html.contains("<CPU>"))
        #expect(html.contains("read <b>&lt;0&gt;</b>"))
    }

    @Test func theVerdictIsTheStudys() throws {
        let replaced = try StudyReport(Fixture.result())
        #expect(try replaced.html().contains("<h1>The incumbent is replaced</h1>"))
        let kept = try StudyReport(Fixture.result(kept: true, partial: true))
        let html = try kept.html()
        #expect(html.contains("<h1>The incumbent stays</h1>"))
        #expect(html.contains("incumbent, kept") && html.contains("candidate, not confirmed"))
        #expect(html.contains("only a part of the corpus"))
        #expect(kept.markdown().contains("the incumbent stays"))
    }

    @Test func theWorstPageComesFirst() throws {
        let html = try StudyReport(Fixture.result()).html()
        let section = try #require(html.range(of: "<section id=\"pages\""))
        let first = try #require(html.range(of: "photo-003", range: section.upperBound..<html.endIndex))
        let last = try #require(html.range(of: "text-000", range: section.upperBound..<html.endIndex))
        #expect(first.lowerBound < last.lowerBound)
    }

    @Test func theSummaryTellsTheSameStory() throws {
        let markdown = try StudyReport(Fixture.result()).markdown()
        #expect(markdown.hasPrefix("# Tuning run 20261123-201530: the incumbent is replaced\n"))
        let rows = markdown.split(separator: "\n").filter { $0.hasPrefix("|") }
        for row in rows { #expect(row.hasSuffix("|")) }
        let headline = rows.prefix { !$0.contains("candidate against") }
        #expect(Set(headline.map(\.count)).count <= 2)
        #expect(markdown.contains("cricksy-bench promote 20261123-201530"))
    }

    @Test func whatCouldNotBeHadIsLeftOut() throws {
        var result = try Fixture.result(partial: true)
        result.machine.points = []
        result.machine.chosenConcurrency = nil
        result.decision.comparisons = []
        (result.pages, result.merged, result.infeasible, result.rungs) = ([], [], [], [])
        for index in result.summaries.indices {
            result.summaries[index].figures.latency = try JSONDecoder().decode(
                LatencyFigures.self, from: Data(#"{"count": 1}"#.utf8))
            result.summaries[index].figures.cerMicro = nil
            result.summaries[index].figures.fieldAccuracy?.low = nil
            result.summaries[index].figures.fieldAccuracy?.high = nil
        }
        try expectSound(StudyReport(result))
        result.summaries.removeAll { $0.split == .validation }
        try expectSound(StudyReport(result))
        result.summaries = []
        try expectSound(StudyReport(result))
    }

    private func expectSound(_ report: StudyReport) throws {
        let html = try report.html()
        #expect(html.matches(of: /[>" ]-?(nan|inf)[<" ]/).isEmpty && !html.contains("Optional"))
        #expect(!html.contains("<section id=\"machine\"") && !html.contains("<section id=\"pages\""))
        #expect(html.contains("Concurrency was not measured"))
        #expect(!report.markdown().contains("Optional"))
    }

    @Test func bothFilesAreWritten() throws {
        let directory = FileManager.default.temporaryDirectory.appending(path: "report-\(UUID())")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: directory) }
        let report = try StudyReport(Fixture.result())
        try report.write(html: directory.path() + "/report.html", markdown: directory.path() + "/summary.md")
        #expect(try String(contentsOf: directory.appending(path: "report.html"), encoding: .utf8) == report.html())
        #expect(try String(contentsOf: directory.appending(path: "summary.md"), encoding: .utf8) == report.markdown())
        #expect(throws: ReportError.self) { try report.write(html: "/nowhere/r.html", markdown: "/nowhere/r.md") }
    }
}
