internal import Foundation
internal import Recognition
internal import Reporting
internal import Tuning

/// A gate's report for people and for machines.
struct GateOutput {
    /// Cells named for each document; the JSON has all.
    private static let cellsShown = 20

    private let report: GateReport

    init(_ report: GateReport) { self.report = report }

    func text(_ format: OutputFormat) throws -> String {
        if format == .json { return String(decoding: try StudyJSON.file(report), as: UTF8.self) }
        let isMarkdown = format == .markdown
        let sections = [
            isMarkdown ? "## Gate: \(report.verdict.rawValue)\n\n\(report.sentence)" : report.sentence,
            report.notes.joined(separator: "\n"), table.formatted(format),
            report.changes.map { change($0, isMarkdown: isMarkdown) }.joined(separator: isMarkdown ? "\n\n" : "\n"),
        ]
        return sections.filter { !$0.isEmpty }.joined(separator: "\n\n")
    }

    private var table: TextTable {
        let titles = ["fields right before", "now", "of", "character edits before", "now"]
        return TextTable(
            columns: [.init("kind")] + titles.map { .init($0, .right) },
            rows: report.kinds.map { kind in
                [
                    kind.kind.rawValue, "\(kind.before.right)", "\(kind.after.right)", "\(kind.after.total)",
                    "\(kind.before.edits)", "\(kind.after.edits)",
                ]
            })
    }

    private func change(_ change: GateReport.DocumentChange, isMarkdown: Bool) -> String {
        let title = "\(change.document) (\(change.kind.rawValue))"
        var lines: [String] = []
        if let failure = change.failureAfter { lines.append("cannot be read: \(failure)") }
        if change.failureBefore != nil, change.failureAfter == nil { lines.append("can be read again") }
        lines += shown(change.lost.map { "lost \(cell($0))" }) + shown(change.won.map { "won \($0.path)" })
        let judged = Set((change.lost + change.won).map(\.path))
        lines += shown(change.fields.filter { !judged.contains($0.place) }.map(difference))
        if let text = change.text { lines.append("text, \(difference(text))") }
        let bullet = isMarkdown ? "- " : "  "
        return ([isMarkdown ? "**\(title)**\n" : title] + lines.map { bullet + $0 }).joined(separator: "\n")
    }

    private func shown(_ lines: [String]) -> [String] {
        let rest = lines.count - Self.cellsShown
        return rest <= 0 ? lines : lines.prefix(Self.cellsShown) + ["... and \(rest) more"]
    }

    private func cell(_ cell: CellError) -> String {
        "\(cell.path): \(cell.outcome), expected \(quoted(cell.expected)), found \(quoted(cell.found))"
    }

    private func difference(_ difference: GateReport.Difference) -> String {
        "\(difference.place): \(quoted(difference.before)) -> \(quoted(difference.after))"
    }

    private func quoted(_ value: String?) -> String { value.map { "'\($0)'" } ?? "nothing" }
}
