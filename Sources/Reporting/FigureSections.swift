internal import Recognition
internal import Tuning

/// How much was read rightly, kind by kind.
struct AccuracySection {
    let section: ReportSection?

    init(_ result: StudyResult) {
        let (split, contenders) = (result.evidenceSplit, Contender.all(in: result))
        let kinds = result.kinds(on: split).map { Optional($0) } + [nil]
        func rows(_ figure: (Figures) -> Estimate?) -> [IntervalChart.Row] {
            kinds.map { kind in
                IntervalChart.Row(
                    label: kind?.label ?? "weighted by the mix",
                    estimates: contenders.map { result.figures(of: $0.id, on: split, kind: kind).flatMap(figure) })
            }
        }
        let series = contenders.map(SeriesStyle.init)
        let level = Format.percent(result.run.intervalLevel, 0)
        section = ReportSection(
            id: "accuracy", title: "Accuracy by kind of input",
            intro: [
                "The lines are \(level) bootstrap intervals over documents. Where two overlap, the paired comparison "
                    + "above says more than the eye."
            ],
            figures: [
                ReportFigure(
                    caption: "Fields right of all that are printed or were invented. Further right is better.",
                    svg: IntervalChart(
                        series: series, rows: rows(\.fieldAccuracy),
                        axisTitle: "fields right, \(split.rawValue) split (%)",
                        limit: 1
                    ).element(label: "Field accuracy by kind of input")),
                ReportFigure(
                    caption: "Edits by characters printed (grapheme clusters, \(result.run.normalization)). "
                        + "Further left is better.",
                    svg: IntervalChart(
                        series: series, rows: rows(\.cerMicro),
                        axisTitle: "character error rate, \(split.rawValue) split (%)"
                    ).element(label: "Character error rate by kind of input")),
            ])
    }
}

/// Accuracy against cost for every setting of the space.
struct CostSection {
    let section: ReportSection?

    init(_ result: StudyResult, _ space: MeasuredSpace) {
        let contenders = Contender.all(in: result)
        let dropped = Set(result.dropped.map(\.setting))
        let items = result.settings.compactMap { setting -> ParetoChart.Item? in
            let point = space.points.first { $0.setting.id == setting.id }
            let figures = result.figures(of: setting.id, on: .tune, kind: nil)
            guard let cost = point?.cpu ?? figures?.cpuSecondsPerPage?.value,
                let accuracy = point?.accuracy ?? figures?.fieldAccuracy?.value
            else { return nil }
            let contender = contenders.first { $0.id == setting.id }
            return ParetoChart.Item(
                name: setting.name, cost: cost, accuracy: accuracy, isComplete: !dropped.contains(setting.id),
                series: contender.map(SeriesStyle.init))
        }
        guard !items.isEmpty else {
            section = nil
            return
        }
        section = ReportSection(
            id: "cost", title: "Accuracy against CPU time",
            intro: [
                "Every setting on the tune split, where the choice was made, weighted by the mix. Up and to the left is "
                    + "better; nothing beats a setting on the line in both. Settings that left early read fewer documents; their figures "
                    + "are put on the scale of all of them by what they gained over a contender on the same documents. "
                    + "Names without room are in the tooltips."
            ],
            figures: [
                ReportFigure(
                    caption: result.decision.selectionRule,
                    svg: ParetoChart(
                        items: items, costTitle: "CPU seconds per page", accuracyTitle: "fields right, tune split (%)"
                    ).element(label: "Field accuracy against CPU seconds per page"))
            ])
    }
}

/// How long a page takes inside the reader.
struct LatencySection {
    let section: ReportSection?

    init(_ result: StudyResult) {
        let (split, contenders) = (result.evidenceSplit, Contender.all(in: result))
        var rows: [LatencyChart.Row] = []
        var table = HTMLTable(
            caption:
                "Time per page in the reader. A percentile that fewer than three observations lie above is left out.",
            columns: [
                .text("kind"), .text("setting"), .number("pages"), .number("median"), .number("p90"), .number("p95"),
                .number("p99"), .number("longest"),
            ])
        for kind in result.kinds(on: split).map({ Optional($0) }) + [nil] {
            let label = kind?.label ?? "weighted by the mix"
            for (index, contender) in contenders.enumerated() {
                guard let latency = result.figures(of: contender.id, on: split, kind: kind)?.latency else { continue }
                rows.append(
                    LatencyChart.Row(
                        label: label, series: SeriesStyle(contender), latency: latency, beginsGroup: index == 0))
                table.rows.append(Self.row(index == 0 ? label : "", contender, latency))
            }
        }
        guard rows.contains(where: { $0.latency.p50 != nil }) else {
            section = nil
            return
        }
        let chart = LatencyChart(series: contenders.map(SeriesStyle.init), rows: rows)
        section = ReportSection(
            id: "latency", title: "Latency",
            intro: ["From document to card, one setting at a time, without waiting for a free reader."],
            figures: [
                ReportFigure(
                    caption: "The mark is the median; the ticks along the line are p90, p95, p99 and the longest.",
                    svg: chart.element(label: "Latency percentiles by kind of input"))
            ], tables: [table], groups: Self.curves(result, split, contenders))
    }

    /// The whole distribution, kind by kind.
    private static func curves(
        _ result: StudyResult, _ split: StudySplit, _ contenders: [Contender]
    ) -> [PanelGroup] {
        let pages = result.pages.filter { $0.split == split && $0.wallSeconds > 0 && $0.failure == nil }
        let time = { (page: PageRow) in page.wallSeconds / Double(max(1, page.pages)) }
        let range = pages.filter { page in contenders.contains { $0.id == page.setting } }.map(time)
        let panels = InputKind.allCases.compactMap { kind -> Panel? in
            let curves = contenders.compactMap { contender in
                let own = pages.filter { $0.setting == contender.id && $0.kind == kind }.map(time)
                return own.isEmpty ? nil : (series: SeriesStyle(contender), seconds: own)
            }
            guard !curves.isEmpty else { return nil }
            let chart = LatencyCurves(curves: curves, range: range)
            return Panel(
                caption: kind.label, svg: chart.element(label: "Distribution of the time per page, \(kind.label)"))
        }
        return panels.isEmpty
            ? [] : [PanelGroup(title: "Share of documents whose pages took no longer", panels: panels)]
    }

    private static func row(_ label: String, _ contender: Contender, _ latency: LatencyFigures) -> HTMLTable.Row {
        let percentiles = [latency.p50, latency.p90, latency.p95, latency.p99, latency.max]
        return HTMLTable.Row(
            [.text(label), .text(contender.title, "series \(contender.role.rawValue)"), .number("\(latency.count)")]
                + percentiles.map { .number(Format.seconds($0)) }, style: label.isEmpty ? "same" : "")
    }
}
