internal import Recognition
internal import Tuning

extension StudyReport {
    /// The summary for a pull request: the same story in short.
    public func markdown() -> String {
        let story = Story(result)
        let headline = HeadlineTables(result)
        var parts = ["# Tuning run \(result.run.id): \(story.verdict.lowercasedFirst)", story.lead]
        if !story.cautions.isEmpty { parts.append(story.cautions.map { "> \($0)" }.joined(separator: "\n>\n")) }
        parts += [headline.headline.caption, TextTable(headline.headline).markdown]
        if let comparisons = headline.comparisons {
            parts += ["## Candidate against the others", TextTable(comparisons).markdown]
        }
        if !result.decision.reasons.isEmpty { parts.append(result.decision.reasons.joined(separator: "\n\n")) }
        if let screening = result.screening { parts.append(screening.sentences.joined(separator: "\n\n")) }
        parts += ["## By kind of input", kindTable.markdown]
        parts += ["## Next", story.next.text, "```\n\(story.next.commands.joined(separator: "\n"))\n```"]
        return parts.map { $0.hasSuffix("\n") ? $0 : $0 + "\n" }.joined(separator: "\n")
    }

    private var kindTable: TextTable {
        let split = result.evidenceSplit
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
