internal import Evaluation
internal import Foundation
internal import Recognition
internal import Reporting
internal import Tuning

/// A gate's result for people and for machines.
struct GateOutput {
    private let result: GateResult

    init(_ result: GateResult) { self.result = result }

    func text(_ format: OutputFormat) throws -> String {
        if format == .json { return String(decoding: try StudyJSON.file(result), as: UTF8.self) }
        let isMarkdown = format == .markdown
        let title = "\(result.verdict.rawValue)\(result.isImproved ? ", improved" : "")"
        let sections =
            [isMarkdown ? "## Gate: \(title)" : "Gate: \(title)"] + result.sentences + accuracy(format) + cost(format)
        return sections.map { $0.trimmingCharacters(in: .newlines) }.filter { !$0.isEmpty }.joined(separator: "\n\n")
    }

    // MARK: - Accuracy

    private func accuracy(_ format: OutputFormat) -> [String] {
        guard let report = result.accuracy else { return [] }
        let isMarkdown = format == .markdown
        return [
            report.notes.joined(separator: "\n"), kinds(report).formatted(format),
            report.changes.map { change($0, isMarkdown: isMarkdown) }.joined(separator: isMarkdown ? "\n\n" : "\n"),
        ]
    }

    private func kinds(_ report: GateReport) -> TextTable {
        let titles = [
            "fields right before", "now", "of", "change", "95% interval", "character edits before", "now",
        ]
        return TextTable(
            columns: [.init("kind")] + titles.map { .init($0, .right) },
            rows: report.kinds.map { kind in
                [
                    kind.kind.rawValue, "\(kind.before.right)", "\(kind.after.right)", "\(kind.after.total)",
                    points(kind.change.value),
                    kind.change.interval.map { "\(points($0.lower)) to \(points($0.upper))" } ?? "",
                    "\(kind.before.edits)", "\(kind.after.edits)",
                ]
            })
    }

    private func points(_ share: Double) -> String { share == 0 ? "0" : String(format: "%+.2f", share * 100) }

    private func change(_ change: GateReport.DocumentChange, isMarkdown: Bool) -> String {
        let title = "\(change.document) (\(change.kind.rawValue))"
        let bullet = isMarkdown ? "- " : "  "
        return ([isMarkdown ? "**\(title)**\n" : title] + change.lines.map { bullet + $0 }).joined(separator: "\n")
    }

    // MARK: - Cost

    private func cost(_ format: OutputFormat) -> [String] {
        guard let report = result.speed else { return [] }
        return [metrics(report).formatted(format), kinds(report).formatted(format), howMeasured(report)]
    }

    private func metrics(_ report: SpeedReport) -> TextTable {
        let titles = ["head by base", "not under", "not over", "allowed"]
        return TextTable(
            columns: [.init("cost")] + titles.map { .init($0, .right) } + [.init("verdict"), .init("")],
            rows: report.metrics.map { metric in
                [
                    metric.metric.title, ratio(metric.ratio), metric.lower.map(ratio) ?? "unknown",
                    metric.upper.map(ratio) ?? "unknown", ratio(metric.limit), metric.verdict.rawValue,
                    metric.decides ? "decides" : "fails only",
                ]
            })
    }

    private func kinds(_ report: SpeedReport) -> TextTable {
        let titles = ["base, CPU s a document", "head", "head by base"]
        return TextTable(
            columns: [.init("kind")] + titles.map { .init($0, .right) },
            rows: report.kinds.map { kind in
                [
                    kind.kind.rawValue, String(format: "%.4f", kind.baseSeconds),
                    String(format: "%.4f", kind.headSeconds), ratio(kind.ratio),
                ]
            })
    }

    private func howMeasured(_ report: SpeedReport) -> String {
        let isCounted = report.metrics.contains { $0.metric == .instructions }
        return "\(report.pairs) pairs of readings of \(report.documents.count) documents in "
            + "\(Int(report.seconds.rounded())) s, seed \(report.seed); "
            + (isCounted
                ? "instructions were counted\(report.count == nil ? "" : " by Valgrind")."
                : "instructions were not counted, so CPU time decides.")
    }

    private func ratio(_ value: Double) -> String { String(format: "%.4f", value) }
}

/// A self-test's report for people and for machines.
struct GateSelfTestOutput {
    private let report: GateSelfTestReport

    init(_ report: GateSelfTestReport) { self.report = report }

    func text(_ format: OutputFormat) throws -> String {
        if format == .json { return String(decoding: try StudyJSON.file(report), as: UTF8.self) }
        let sentences = report.sentences.joined(separator: format == .markdown ? "\n\n" : "\n")
        return "\(sentences)\n\n\(table.formatted(format))"
    }

    private var table: TextTable {
        let titles = ["comparisons", "pass", "fail", "inconclusive", "s each", "pairs each", "measured ratio"]
        return TextTable(
            columns: [.init("head")] + titles.map { .init($0, .right) },
            rows: [("the same", report.same), ("slowed", report.slowed)].map { name, tally in
                [
                    name, "\(tally.passed.total)", "\(tally.passed.count)", "\(tally.failed.count)",
                    "\(tally.undecided.count)", String(format: "%.0f", tally.medianSeconds),
                    String(format: "%.0f", tally.medianPairs), String(format: "%.4f", tally.medianRatio),
                ]
            })
    }
}
