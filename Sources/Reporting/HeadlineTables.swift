internal import Tuning

/// Winner, incumbent and defaults side by side, and what the paired comparison found.
struct HeadlineTables {
    private let result: StudyResult
    private let contenders: [Contender]

    init(_ result: StudyResult) {
        self.result = result
        contenders = Contender.all(in: result)
    }

    /// One measure: what it is called, and its cell for a contender.
    private typealias Measure = (name: String, cell: (Contender, Figures) -> HTMLTable.Cell)

    private var measures: [Measure] {
        [
            (
                "fields right",
                { .number(Format.percent($1.fieldAccuracy), note: Format.bounds($1.fieldAccuracy)) }
            ),
            (
                "table rows right",
                { .number(Format.share($1.rowsRight, $1.rows), note: "\($1.rowsRight) of \($1.rows)") }
            ),
            (
                "cards right",
                { .number(Format.share($1.cardsRight, $1.cards), note: "\($1.cardsRight) of \($1.cards)") }
            ),
            (
                "character error rate",
                { .number(Format.percent($1.cerMicro, places: 2), note: Format.bounds($1.cerMicro, places: 2)) }
            ),
            ("word error rate", { .number(Format.percent($1.werMicro, places: 1), note: Format.bounds($1.werMicro)) }),
            (
                "CPU per page",
                {
                    .number(
                        Format.seconds($1.cpuSecondsPerPage?.value), note: Format.secondBounds($1.cpuSecondsPerPage))
                }
            ),
            ("median time per page", { .number(Format.seconds($1.latency.p50)) }),
            ("throughput", { contender, _ in throughput(of: contender) }),
            ("peak memory of one reader", { contender, figures in peak(of: contender, figures) }),
        ]
    }

    var headline: HTMLTable {
        var table = HTMLTable(
            caption: "\(Story(result).basis.uppercasedFirst). "
                + "The small figures are counts or \(Format.percent(result.run.intervalLevel, 0)) intervals.",
            columns: [.text("measure")]
                + contenders.map { HTMLTable.Column(title: $0.title, style: "number \($0.role.rawValue)") })
        let figures = contenders.map { result.figures(of: $0.id, on: result.evidenceSplit, kind: nil) }
        table.rows.append(
            HTMLTable.Row([.text("setting")] + contenders.map { HTMLTable.Cell(text: $0.name, style: "number name") }))
        for measure in measures {
            let cells = zip(contenders, figures).map { contender, figures in
                figures.map { measure.cell(contender, $0) } ?? .number(Format.none)
            }
            if cells.contains(where: { $0.text != Format.none }) {
                table.rows.append(HTMLTable.Row([.text(measure.name)] + cells))
            }
        }
        return table
    }

    var comparisons: HTMLTable? {
        guard !result.decision.comparisons.isEmpty else { return nil }
        let rows = result.decision.comparisons.map { comparison in
            HTMLTable.Row([
                .text(
                    "candidate against \(comparison.role == .defaults ? "Tesseract's defaults" : comparison.role.rawValue)"
                ),
                .number("\(comparison.documents)"),
                .number(
                    Format.points(comparison.fieldAccuracyDifference.value) + " points",
                    note: Format.pointBounds(comparison.fieldAccuracyDifference)),
                .number(
                    "× " + Format.decimal(comparison.cpuRatio.value, 2), note: Format.ratioBounds(comparison.cpuRatio)),
                .text(comparison.passes ? "passes" : "fails", comparison.passes ? "good" : "bad"),
                .text(comparison.finding),
            ])
        }
        return HTMLTable(
            caption: "The same documents, two by two",
            columns: [
                .text("pair"), .number("documents"), .number("fields right"), .number("CPU per page"),
                .text("verdict"), .text("finding"),
            ], rows: rows)
    }

    private func throughput(of contender: Contender) -> HTMLTable.Cell {
        guard let concurrency = result.machine.chosenConcurrency,
            let point = result.machine.points.first(where: {
                $0.setting == contender.id && $0.concurrency == concurrency
            })
        else { return .number(Format.none) }
        return .number("\(Format.rate(point.pagesPerSecond)) pages/s", note: "concurrency \(concurrency)")
    }

    private func peak(of contender: Contender, _ figures: Figures) -> HTMLTable.Cell {
        let own = result.machine.points.filter { $0.setting == contender.id }.flatMap(\.childPeakBytes).max()
        if let own { return .number(Format.megabytes(own)) }
        return .number(
            Format.megabytes(figures.peakResidentBytes), note: figures.peakResidentBytes.map { _ in "at most" })
    }
}
