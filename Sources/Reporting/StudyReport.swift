internal import Foundation
internal import Mustache
public import Tuning

/// A finished study for people: a page and a summary. Its JSON is the `StudyResult` itself.
public struct StudyReport: Sendable {
    /// What is reported.
    public let result: StudyResult

    /// Creates a report.
    public init(_ result: StudyResult) { self.result = result }

    /// One HTML page with everything in it.
    public func html() throws(ReportError) -> String {
        var library = MustacheLibrary()
        for (name, text) in [("page", ReportTemplate.page), ("table", ReportTemplate.table)] {
            do {
                try library.register(text, named: name)
            } catch {
                throw .template(name: name, reason: "\(error)")
            }
        }
        guard let page = library.render(ReportPage(result), withTemplate: "page") else {
            throw .template(name: "page", reason: "it is not there")
        }
        return page
    }

    /// Writes page and summary, each whole or not at all.
    public func write(html: String, markdown: String) throws(ReportError) {
        for (path, text) in [(html, try self.html()), (markdown, self.markdown())] {
            do {
                try Data(text.utf8).write(to: URL(filePath: path), options: .atomic)
            } catch {
                throw .cannotWrite(path: path, reason: error.localizedDescription)
            }
        }
    }
}
