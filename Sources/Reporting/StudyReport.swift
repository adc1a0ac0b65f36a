internal import Foundation
internal import Mustache
public import Tuning

/// A finished study for people: a page and a summary. Its JSON is the `StudyResult` itself.
public struct StudyReport: Sendable {
    /// What is reported.
    public let result: StudyResult
    private let context: ReportContext

    /// Creates a report.
    public init(_ result: StudyResult, context: ReportContext = ReportContext()) {
        self.result = result
        self.context = context
    }

    /// One HTML page with everything in it.
    public func html() throws(ReportError) -> String {
        var library = MustacheLibrary()
        for (name, text) in ReportTemplate.all {
            do {
                try library.register(text, named: name)
            } catch {
                throw .template(name: name, reason: "\(error)")
            }
        }
        guard let page = library.render(ReportPage(result, context), withTemplate: "page") else {
            throw .template(name: "page", reason: "it is not there")
        }
        return page
    }

    /// Writes page and summary, each whole or not at all.
    ///
    /// - Parameter markdown: nil for no summary.
    public func write(html: String, markdown: String?) throws(ReportError) {
        for (path, text) in [(html, try self.html()), (markdown, self.markdown())] {
            guard let path else { continue }
            do {
                try Data(text.utf8).write(to: URL(filePath: path), options: .atomic)
            } catch {
                throw .cannotWrite(path: path, reason: error.localizedDescription)
            }
        }
    }
}

/// What a report shows beside the study itself.
public struct ReportContext: Sendable {
    /// The worst pages; nil when there are no pictures of them.
    public var exhibits: StudyExhibits?
    /// Other runs.
    public var history: StudyHistory
    /// Whether cards of real people are shown.
    public var withCrops: Bool

    /// Creates a context; by default there is nothing beside the study.
    public init(exhibits: StudyExhibits? = nil, history: StudyHistory = StudyHistory(), withCrops: Bool = false) {
        self.exhibits = exhibits
        self.history = history
        self.withCrops = withCrops
    }

    /// How often each digit is printed on the split that figures are shown of; nil when that was not counted.
    func printedDigits(_ result: StudyResult) -> [Int]? {
        exhibits.flatMap { $0.split == result.evidenceSplit && $0.printedDigits.count == 10 ? $0.printedDigits : nil }
    }
}
