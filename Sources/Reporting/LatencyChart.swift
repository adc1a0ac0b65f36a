internal import Tuning

/// Percentiles of a latency on a logarithmic axis: a bar from the median to the slowest, a tick for each percentile.
struct LatencyChart {
    struct Row {
        let label: String
        let series: SeriesStyle
        let latency: LatencyFigures
        /// Begins a group, which gets a line above it.
        let beginsGroup: Bool
    }

    let series: [SeriesStyle]
    let rows: [Row]

    private let rowHeight = 21.0

    func element(label: String) -> String {
        let left = 40 + (rows.map { TextWidth.of($0.label) }.max() ?? 0)
        var frame = ChartFrame(
            width: ChartFrame.fullWidth, height: 34 + Double(rows.count) * rowHeight + 52, left: left, right: 40)
        let values = rows.flatMap { row in Self.steps(row.latency).map(\.seconds) }
        let scale = Scale.logarithmic(covering: values, from: left, to: frame.right)
        frame.horizontalAxis(scale, title: "time per page inside the reader (ms, s; logarithmic)") {
            $0 < 1 ? "\(SVG.number($0 * 1_000)) ms" : "\(SVG.number($0)) s"
        }
        frame.legend(series)
        for (index, row) in rows.enumerated() {
            let y = frame.top + (Double(index) + 0.5) * rowHeight + 3
            if row.beginsGroup {
                let top = y - rowHeight / 2
                let size = rows.count { $0.label == row.label }
                if index > 0 { frame.svg.line(from: Point(12, top), to: Point(frame.right, top), "grid") }
                frame.svg.text(
                    row.label, at: Point(left - 16, top + Double(size) * rowHeight / 2 + 4), .end, "label")
            }
            draw(row, y: y, scale: scale, in: &frame.svg)
        }
        return frame.element(label: label)
    }

    private func draw(_ row: Row, y: Double, scale: Scale, in svg: inout SVG) {
        let steps = Self.steps(row.latency)
        guard let first = steps.first, let last = steps.last else { return }
        svg.line(from: Point(scale(first.seconds), y), to: Point(scale(last.seconds), y), "whisker \(row.series.style)")
        for step in steps.dropFirst() {
            let x = scale(step.seconds)
            svg.line(from: Point(x, y - 5), to: Point(x, y + 5), "whisker \(row.series.style)")
        }
        let text = steps.map { "\($0.name) \(Format.seconds($0.seconds))" }.joined(separator: ", ")
        svg.mark(
            row.series.mark, at: Point(scale(first.seconds), y), "mark \(row.series.style)",
            tooltip: "\(row.series.name): \(text)")
    }

    private static func steps(_ latency: LatencyFigures) -> [(name: String, seconds: Double)] {
        let all = [
            ("median", latency.p50), ("p90", latency.p90), ("p95", latency.p95), ("p99", latency.p99),
            ("longest", latency.max),
        ]
        return all.compactMap { name, seconds in seconds.map { (name, $0) } }.filter { $0.1 > 0 }
    }
}
