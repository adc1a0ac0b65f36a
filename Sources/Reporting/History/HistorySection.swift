internal import Foundation
internal import Tuning

/// What runs found one after another.
struct HistorySection {
    let section: ReportSection?

    init(_ result: StudyResult, _ history: StudyHistory) {
        let entries = history.including(result).entries
        guard entries.count > 1 else {
            section = nil
            return
        }
        let same = entries.count { $0.compares(with: result) }
        section = ReportSection(
            id: "history", title: "Across studies",
            intro: [
                "The winner of every run beside this one, the oldest first. Only runs on the same documents compare: "
                    + "\(same) of \(entries.count) are on this run's corpus and split, whole or in part as it is: the filled marks."
            ],
            figures: [
                ReportFigure(
                    caption: "Fields right of each run's winner, with its interval; the diamond is this run.",
                    svg: Self.chart(entries, result, "fields right (%)", factor: 100, limit: 100, \.fieldAccuracy)
                        .element(label: "Field accuracy of the winner, run by run")),
                ReportFigure(
                    caption: "CPU per page of each run's winner. Machines differ; so may runs.",
                    svg: Self.chart(entries, result, "CPU seconds per page", factor: 1, limit: nil, \.cpuSecondsPerPage)
                        .element(label: "CPU seconds per page of the winner, run by run")),
            ], tables: [Self.table(entries, result)], sideBySide: true)
    }

    private static func chart(
        _ entries: [StudyHistory.Entry], _ result: StudyResult, _ title: String, factor: Double, limit: Double?,
        _ figure: (StudyHistory.Entry) -> Estimate?
    ) -> HistoryChart {
        HistoryChart(
            points: entries.enumerated().compactMap { number, entry in
                figure(entry).map { estimate in
                    HistoryChart.Point(
                        number: number + 1, name: entry.run, estimate: estimate,
                        compares: entry.compares(with: result),
                        isThis: entry.run == result.run.id)
                }
            }, runs: entries.count, title: title, factor: factor, limit: limit)
    }

    private static func table(_ entries: [StudyHistory.Entry], _ result: StudyResult) -> HTMLTable {
        HTMLTable(
            caption: "Winners, numbered as in the plots",
            columns: [
                .text("run"), .text("finished"), .text("corpus"), .text("split"), .text("winner"),
                .number("fields right"), .number("CPU per page"), .text("incumbent"),
            ],
            rows: entries.enumerated().map { number, entry in
                HTMLTable.Row(
                    [
                        .text("\(number + 1) · \(entry.run)"), .text(Format.date(entry.finished)),
                        .text(entry.corpusHash.prefix(8) + (entry.partial ? ", a part" : ""), "code short"),
                        .text(entry.split.rawValue), .text(entry.winner, "name"),
                        .number(Format.percent(entry.fieldAccuracy), note: Format.bounds(entry.fieldAccuracy)),
                        .number(
                            Format.seconds(entry.cpuSecondsPerPage?.value),
                            note: Format.secondBounds(entry.cpuSecondsPerPage)),
                        .text(entry.incumbentKept ? "kept" : "replaced"),
                    ], style: entry.run == result.run.id ? "highlighted" : "")
            }, layout: "dense")
    }
}

extension StudyHistory.Entry {
    /// Whether its figures are of the same documents, as far as can be told.
    fileprivate func compares(with result: StudyResult) -> Bool {
        corpusHash == result.corpus.hash && split == result.evidenceSplit && partial == result.corpus.partial
    }
}

/// A figure run by run, with its intervals.
struct HistoryChart {
    struct Point {
        let number: Int
        let name: String
        let estimate: Estimate
        /// Same corpus and split as this run.
        let compares: Bool
        let isThis: Bool
    }

    let points: [Point]
    let runs: Int
    let title: String
    let factor: Double
    let limit: Double?

    func element(label: String) -> String {
        var frame = ChartFrame(width: 470, height: 260, left: 70, top: 18)
        let horizontal = Scale.whole([1, runs], from: frame.left, to: frame.right)
        let values = points.flatMap { [$0.estimate.value, $0.estimate.low, $0.estimate.high].compactMap { $0 } }
        let vertical = Scale.linear(
            covering: values.map { $0 * factor }, from: frame.bottom, to: frame.top, limit: limit, ticks: 5)
        frame.horizontalAxis(horizontal, title: "run") { Format.decimal($0, 0) }
        frame.verticalAxis(vertical, title: title) { Format.decimal($0, vertical.decimals) }
        let place = { (value: Double, point: Point) in
            Reporting.Point(horizontal(Double(point.number)), vertical(value * factor))
        }
        frame.svg.path(points.filter(\.compares).map { place($0.estimate.value, $0) }, "line winner")
        for point in points {
            let style = point.compares ? "winner" : "other partial"
            if let low = point.estimate.low, let high = point.estimate.high {
                frame.svg.line(
                    from: place(low, point), to: place(high, point), "whisker \(point.compares ? "winner" : "other")")
            }
            frame.svg.mark(
                point.isThis ? .diamond : .circle, at: place(point.estimate.value, point), "mark \(style)",
                tooltip: "\(point.name): \(Format.decimal(point.estimate.value * factor, 2))")
        }
        let description = points.map { "run \($0.number): \(Format.decimal($0.estimate.value * factor, 2))" }
        return frame.element(label: label, description: description.joined(separator: "; "))
    }
}
