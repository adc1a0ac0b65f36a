internal import Recognition
internal import Tuning

/// Throughput and memory against concurrency.
struct MachineSection {
    let section: ReportSection?

    init(_ result: StudyResult) {
        let contenders = Contender.all(in: result).filter { contender in
            result.machine.points.contains { $0.setting == contender.id }
        }
        guard let first = contenders.first else {
            section = nil
            return
        }
        let marker = result.machine.chosenConcurrency.map { (x: $0, label: "chosen") }
        section = ReportSection(
            id: "machine", title: "Concurrency, throughput and memory", intro: [Self.sentence(result.machine.reason)],
            figures: [
                ReportFigure(
                    caption: "All kinds of input in the proportions of the mix.",
                    svg: LineChart(
                        lines: contenders.map { Self.throughput($0, result) }, xTitle: "readers at once",
                        yTitle: "pages per second", marker: marker
                    ).element(label: "Throughput against concurrency")),
                ReportFigure(
                    caption: "The process tree with the \(first.noun)'s settings.",
                    svg: LineChart(
                        lines: Self.memory(first, result), xTitle: "readers at once", yTitle: "memory (MiB)",
                        marker: marker
                    ).element(label: "Memory against concurrency")),
            ], tables: [Self.table(contenders, result)], sideBySide: true)
    }

    private static func sentence(_ text: String) -> String {
        text.isEmpty ? "" : text.prefix(1).uppercased() + text.dropFirst() + (text.hasSuffix(".") ? "" : ".")
    }

    private static func points(_ contender: Contender, _ result: StudyResult) -> [MachinePoint] {
        result.machine.points.filter { $0.setting == contender.id }.sorted { $0.concurrency < $1.concurrency }
    }

    private static func throughput(_ contender: Contender, _ result: StudyResult) -> LineChart.Line {
        LineChart.Line(
            series: SeriesStyle(contender),
            points: points(contender, result).map { ($0.concurrency, $0.pagesPerSecond) })
    }

    private static func memory(_ contender: Contender, _ result: StudyResult) -> [LineChart.Line] {
        let sizes: [(SeriesStyle, (MachinePoint) -> Int?)] = [
            (SeriesStyle(name: "peak", style: "peak", mark: .triangle), { $0.peakBytes }),
            (SeriesStyle(name: "resident", style: "resident", mark: .circle), { $0.residentBytes }),
            (SeriesStyle(name: "proportional", style: "proportional", mark: .square), { $0.proportionalBytes }),
        ]
        return sizes.map { series, size in
            LineChart.Line(
                series: series,
                points: points(contender, result).compactMap { point in
                    size(point).map { (point.concurrency, Double($0) / Double(1 << 20)) }
                })
        }.filter { !$0.points.isEmpty }
    }

    private static func table(_ contenders: [Contender], _ result: StudyResult) -> HTMLTable {
        var table = HTMLTable(
            caption: "Resident and proportional: highest sum over the process tree that was sampled. Peak: sum of the "
                + "processes' peaks, what the tree would need if all peaked at once. Latency: per document, from the "
                + "pool's taking it on to its answer.",
            columns: [
                .text("setting"), .number("readers"), .number("pages"), .number("pages/s"), .number("CPU per page"),
                .number("median"), .number("p95"), .number("resident"), .number("proportional"), .number("peak"),
                .number("largest reader"),
            ])
        for contender in contenders {
            for (index, point) in points(contender, result).enumerated() {
                let isChosen = point.concurrency == result.machine.chosenConcurrency && contender.role == .winner
                table.rows.append(
                    HTMLTable.Row(
                        [
                            .text(
                                index == 0 ? contender.title : "", index == 0 ? "series \(contender.role.rawValue)" : ""
                            )
                        ]
                            + cells(point), style: (index == 0 ? "" : "same") + (isChosen ? " highlighted" : "")))
            }
        }
        return table
    }

    private static func cells(_ point: MachinePoint) -> [HTMLTable.Cell] {
        [
            .number("\(point.concurrency)"), .number("\(point.pages)"), .number(Format.rate(point.pagesPerSecond)),
            .number(Format.seconds(point.cpuSecondsPerPage)), .number(Format.seconds(point.latency.p50)),
            .number(Format.seconds(point.latency.p95)), .number(Format.megabytes(point.residentBytes)),
            .number(Format.megabytes(point.proportionalBytes)), .number(Format.megabytes(point.peakBytes)),
            .number(Format.megabytes(point.childPeakBytes.max())),
        ]
    }
}
