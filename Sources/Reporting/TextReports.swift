internal import Recognition
public import Tuning

extension StudyReport {
    /// The summary for a pull request: the same story in short.
    public func markdown() -> String {
        let story = Story(result)
        let headline = HeadlineTables(result)
        var parts = ["# Tuning run \(result.run.id): \(story.verdict.lowercasedFirst)", story.lead]
        if !story.cautions.isEmpty { parts.append(story.cautions.map { "> \($0)" }.joined(separator: "\n>\n")) }
        parts.append(TextTable(headline.headline).markdown)
        if let comparisons = headline.comparisons {
            parts += ["## Candidate against the others", TextTable(comparisons).markdown]
        }
        if !result.decision.reasons.isEmpty { parts.append(result.decision.reasons.joined(separator: "\n\n")) }
        parts += ["## By kind of input", kindTable.markdown]
        parts += ["## Next", story.next.text, "```\n\(story.next.commands.joined(separator: "\n"))\n```"]
        return parts.map { $0.hasSuffix("\n") ? $0 : $0 + "\n" }.joined(separator: "\n")
    }

    /// What a sweep prints when it is done: winner, incumbent and defaults, why, and where to go on.
    public func terminal() -> String {
        let story = Story(result)
        let rows = Contender.all(in: result).compactMap { contender in
            result.figures(of: contender.id, on: result.shownSplit, kind: nil).map {
                (name: "\(contender.title): \(contender.name)", figures: $0)
            }
        }
        var parts = [
            "\(story.verdict) (\(result.shownSplit.rawValue) split, weighted by the mix \(result.mix))\n",
            FigureTable.table(rows).terminal, kindTable.terminal,
        ]
        let findings = result.decision.comparisons.map { comparison in
            let other = comparison.role == .defaults ? "Tesseract's defaults" : "the \(comparison.role.rawValue)"
            let difference = Format.points(comparison.fieldAccuracyDifference.value)
            let ratio = Format.decimal(comparison.cpuRatio.value, 2)
            return "Candidate against \(other): \(difference) points of fields, \(ratio) times the CPU; "
                + "\(comparison.finding).\n"
        }
        if !findings.isEmpty { parts.append(findings.joined()) }
        if !story.cautions.isEmpty { parts.append(story.cautions.map { "Note: \($0)\n" }.joined()) }
        parts.append("Next: \(story.next.commands.joined(separator: "\n      "))\n")
        return parts.joined(separator: "\n")
    }

    private var kindTable: TextTable {
        let split = result.shownSplit
        var table = TextTable(columns: [
            .init("kind"), .init("setting"), .init("fields right", .right), .init("interval", .right),
            .init("CER", .right), .init("CPU/page", .right), .init("median", .right),
        ])
        for kind in result.kinds(on: split) {
            for (index, contender) in Contender.all(in: result).enumerated() {
                guard let figures = result.figures(of: contender.id, on: split, kind: kind) else { continue }
                table.rows.append([
                    index == 0 ? kind.label : "", contender.title, Format.percent(figures.fieldAccuracy),
                    Format.bounds(figures.fieldAccuracy) ?? Format.none, Format.percent(figures.cerMicro, places: 2),
                    Format.seconds(figures.cpuSecondsPerPage?.value), Format.seconds(figures.latency.p50),
                ])
            }
        }
        return table
    }
}

/// Figures of a few settings as a table for a terminal.
public enum FigureTable {
    /// One row for each name.
    public static func table(_ rows: [(name: String, figures: Figures)]) -> TextTable {
        TextTable(
            columns: [
                .init("setting"), .init("fields", .right), .init("rows", .right), .init("cards", .right),
                .init("CER", .right), .init("WER", .right), .init("CPU/page", .right), .init("median", .right),
                .init("failed", .right),
            ],
            rows: rows.map { name, figures in
                [
                    name, Format.percent(figures.fieldAccuracy), Format.share(figures.rowsRight, figures.rows),
                    "\(figures.cardsRight)/\(figures.cards)", Format.percent(figures.cerMicro, places: 2),
                    Format.percent(figures.werMicro), Format.seconds(figures.cpuSecondsPerPage?.value),
                    Format.seconds(figures.latency.p50), "\(figures.failures)",
                ]
            })
    }

    /// One row for each kind of input of one setting, and the one weighted by the mix.
    public static func byKind(_ summaries: [SettingSummary]) -> TextTable {
        table(summaries.map { (name: $0.kind?.label ?? "weighted", figures: $0.figures) })
    }
}

extension TextTable {
    /// The page's table with the small print in brackets.
    init(_ table: HTMLTable) {
        self.init(
            columns: table.columns.map { Column($0.title, $0.style.contains("number") ? .right : .left) },
            rows: table.rows.map { row in
                row.cells.map { cell in cell.note.map { "\(cell.text) (\($0))" } ?? cell.text }
            })
    }
}

extension String {
    fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
