internal import Tuning

/// Dots with intervals: one band a row, one line a series.
struct IntervalChart {
    struct Row {
        let label: String
        /// One for each series; nil where there is no figure.
        let estimates: [Estimate?]
    }

    let series: [SeriesStyle]
    let rows: [Row]
    let axisTitle: String
    /// What the values are multiplied by before they are shown, 100 for percent.
    var factor = 100.0
    var unit = "%"
    /// What the axis does not pass.
    var limit: Double?

    private let lineHeight = 17.0
    private let bandPadding = 13.0
    private var bandHeight: Double { Double(series.count) * lineHeight + bandPadding }

    init(series: [SeriesStyle], rows: [Row], axisTitle: String, limit: Double? = nil) {
        self.series = series
        self.rows = rows
        self.axisTitle = axisTitle
        self.limit = limit
    }

    func element(label: String) -> String {
        let left = 40 + (rows.map { TextWidth.of($0.label) }.max() ?? 0)
        var frame = ChartFrame(
            width: ChartFrame.fullWidth, height: 34 + Double(rows.count) * bandHeight + 46, left: left, right: 70)
        let values = rows.flatMap(\.estimates).compactMap { $0 }.flatMap {
            [$0.value, $0.low, $0.high].compactMap { $0 }
        }
        let scale = Scale.linear(
            covering: values.map { $0 * factor }, from: left, to: frame.right, limit: limit.map { $0 * factor })
        frame.horizontalAxis(scale, title: axisTitle) { Format.decimal($0, scale.decimals) + unit }
        frame.legend(series)
        for (index, row) in rows.enumerated() {
            let top = frame.top + Double(index) * bandHeight
            if index > 0 { frame.svg.line(from: Point(12, top), to: Point(frame.right, top), "grid") }
            draw(row, top: top, left: left, scale: scale, in: &frame.svg)
        }
        return frame.element(label: label)
    }

    private func draw(_ row: Row, top: Double, left: Double, scale: Scale, in svg: inout SVG) {
        svg.text(row.label, at: Point(left - 16, top + bandHeight / 2 + 4), .end, "label")
        for (line, pair) in zip(series, row.estimates).enumerated() {
            guard let estimate = pair.1 else { continue }
            let y = top + bandPadding / 2 + (Double(line) + 0.5) * lineHeight
            draw(estimate, pair.0, y: y, scale: scale, in: &svg)
        }
    }

    private func draw(_ estimate: Estimate, _ series: SeriesStyle, y: Double, scale: Scale, in svg: inout SVG) {
        let x = scale(estimate.value * factor)
        if let low = estimate.low, let high = estimate.high {
            let (from, to) = (scale(low * factor), scale(high * factor))
            svg.line(from: Point(from, y), to: Point(to, y), "whisker \(series.style)")
            for end in [from, to] {
                svg.line(from: Point(end, y - 3.5), to: Point(end, y + 3.5), "whisker \(series.style)")
            }
        }
        let text = Format.decimal(estimate.value * factor, 1) + unit
        svg.mark(series.mark, at: Point(x, y), "mark \(series.style)", tooltip: "\(series.name): \(text)")
        let end = max(x, estimate.high.map { scale($0 * factor) } ?? x)
        svg.text(text, at: Point(end + 9, y + 3.5), .start, "value")
    }
}
