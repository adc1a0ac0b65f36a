import Foundation
import Recognition
import Reporting
import Testing
import Tuning

/// The page as a whole: what a browser, a keyboard and a screen reader need.
@Suite struct ReportPageTests {
    private func page(_ result: StudyResult, _ context: ReportContext = ReportContext()) throws -> (ReportHTML, String)
    {
        let html = try StudyReport(result, context: context).html()
        return (ReportHTML(html), html)
    }

    private func exhibits(pages: Int = 2, bytes: Int = 100, personal: Bool = false) throws -> StudyExhibits {
        let cells = try GridStudy.result().pages[0].cells.enumerated().map { number, cell in
            var cell = cell
            if number < 4 {
                cell.place = CellPlace(
                    page: 0, width: 900, height: 600,
                    box: .init(x: 0.2, y: 0.1 * Double(number + 1), width: 0.1, height: 0.03),
                    confidence: 0.5, isSilent: false)
            }
            return cell
        }
        return StudyExhibits(
            setting: GridStudy.winner, split: .validation, printedDigits: Array(repeating: 500, count: 10),
            pages: (0..<pages).map { number in
                PageExhibit(
                    document: "validation-\(number)", layout: "classic", kind: .photo, isPersonal: personal, page: 0,
                    width: 900, height: 600, jpeg: Data(repeating: 7, count: bytes), fieldsRight: 80, fieldsTotal: 100,
                    cells: cells)
            })
    }

    private func history() throws -> StudyHistory {
        var (first, second) = (try Fixture.result(), try Fixture.result())
        (first.run.id, first.run.finished) = ("20260101-000000", Date(timeIntervalSince1970: 1_767_225_600))
        (second.run.id, second.corpus.hash) = ("20260201-000000", "another")
        return StudyHistory([.init(second), .init(first)])
    }

    @Test func thePageIsWellFormedAloneAndReachable() throws {
        let full = ReportContext(exhibits: try exhibits(), history: try history())
        for (result, context) in [
            (try GridStudy.result(), full), (try Fixture.result(), full),
            (try Fixture.result(kept: true), ReportContext()),
        ] {
            let (page, html) = try page(result, context)
            #expect(page.problem == nil)
            #expect(page.namelessPictures == 0 && !page.pictures.isEmpty)
            #expect(Set(page.ids).count == page.ids.count)
            #expect(page.links.allSatisfy { $0.hasPrefix("#") && page.ids.contains(String($0.dropFirst())) })
            #expect(page.sources.allSatisfy { $0.hasPrefix("data:") })
            #expect(!html.contains("http") && !html.contains("url(") && !html.contains("@import"))
            #expect(html.utf8.count < 5 << 20)
            #expect(page.headings.first == 1 && page.headings.count { $0 == 1 } == 1)
            #expect(zip(page.headings, page.headings.dropFirst()).allSatisfy { $1 <= $0 + 1 })
            #expect(page.tables.allSatisfy { !$0.caption.isEmpty && $0.columnScopes == $0.columns.count })
            #expect(page.tables.flatMap(\.columns).allSatisfy { !$0.isEmpty })
            #expect(page.sections.allSatisfy { page.links.contains("#\($0)") })
        }
    }

    @Test func sectionsAreThereExactlyWhenTheirDataIs() throws {
        let always = ["accuracy", "cost", "latency", "kinds", "fields", "pages", "settings", "provenance"]
        let (bare, _) = try page(try Fixture.result())
        #expect(Set(bare.sections) == Set(always + ["machine", "digits"]))
        let (grid, _) = try page(try GridStudy.result())
        #expect(
            Set(grid.sections) == Set(always + ["importance", "slices", "pairs", "families", "digits"]))
        let (whole, _) = try page(
            try GridStudy.result(), ReportContext(exhibits: try exhibits(), history: try history()))
        #expect(Set(whole.sections) == Set(grid.sections + ["worst", "history"]))
        var clean = try GridStudy.result()
        for index in clean.pages.indices { clean.pages[index].cells = [] }
        #expect(try !page(clean).0.sections.contains("digits"))
    }

    @Test func figuresInTablesAreTheStudys() throws {
        let result = try Fixture.result()
        let table = try #require(try page(result).0.tables(in: "kinds").first)
        let column = try #require(table.columns.firstIndex(of: "fields right"))
        let cpu = try #require(table.columns.firstIndex(of: "CPU per page"))
        let rows = table.rows.filter { $0.count == table.columns.count }
        let expected = [InputKind.text, .scan, .screen, .photo, nil].flatMap { kind in
            [Fixture.winner, Fixture.incumbent, Fixture.defaults].compactMap {
                result.figures(of: $0.id, on: .validation, kind: kind)
            }
        }
        #expect(rows.count == expected.count)
        for (row, figures) in zip(rows, expected) {
            #expect(row[column] == String(format: "%.1f%%", (figures.fieldAccuracy?.value ?? 0) * 100))
            let seconds = figures.cpuSecondsPerPage?.value ?? 0
            #expect(row[cpu].hasSuffix(seconds < 0.1 ? "ms" : "s"))
        }
    }

    @Test func peoplesPagesAreShownOnlyWhenAskedFor() throws {
        let result = try GridStudy.result()
        let personal = try exhibits(personal: true)
        #expect(try !page(result, ReportContext(exhibits: personal)).0.sections.contains("worst"))
        let (shown, html) = try page(result, ReportContext(exhibits: personal, withCrops: true))
        #expect(shown.sections.contains("worst"))
        #expect(html.components(separatedBy: "data:image/jpeg").count == 3)
        #expect(shown.links.count { $0.hasPrefix("#picture-") } == 8)
    }

    @Test func manyLargePicturesStayUnderFiveMegabytes() throws {
        let (page, html) = try page(
            try GridStudy.result(), ReportContext(exhibits: try exhibits(pages: 12, bytes: 500_000)))
        #expect(html.utf8.count < 5 << 20 && html.utf8.count > 2 << 20)
        #expect(page.sections.contains("worst"))
    }

    @Test func theHistoryIsReadFromRuns() throws {
        let directory = FileManager.default.temporaryDirectory.appending(path: "runs-\(UUID())")
        defer { try? FileManager.default.removeItem(at: directory) }
        for (name, days) in [("b", 2.0), ("a", 1.0)] {
            var result = try Fixture.result()
            result.run.id = name
            result.run.finished = Date(timeIntervalSince1970: days * 86_400)
            let run = RunDirectory(path: directory.path() + "/" + name)
            try run.create()
            try run.write(result)
        }
        let broken = RunDirectory(path: directory.path() + "/broken")
        try broken.create()
        try Data("{".utf8).write(to: URL(filePath: broken.result))
        let history = StudyHistory.read(directory: directory.path())
        #expect(history.entries.map(\.run) == ["a", "b"])
        #expect(history.entries[0] == .init(try RunDirectory(path: directory.path() + "/a").readResult()))
        #expect(StudyHistory.read(directory: "/nowhere").entries.isEmpty)
        let table = try #require(
            try page(try Fixture.result(), ReportContext(history: history)).0.tables(in: "history").first)
        #expect(table.rows.map { $0[0].prefix(1) } == ["1", "2", "3"])
        #expect(table.rows.map { $0[5] }.allSatisfy { $0 == table.rows[2][5] })
    }
}
