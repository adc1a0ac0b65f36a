/// Lines over whole numbers, concurrency for example.
struct LineChart {
    struct Line {
        let series: SeriesStyle
        let points: [(x: Int, y: Double)]
    }

    let lines: [Line]
    let xTitle: String
    let yTitle: String
    /// Where a thin upright line stands, the concurrency that was chosen.
    var marker: (x: Int, label: String)?

    func element(label: String) -> String {
        var frame = ChartFrame(width: 470, height: 300, left: 70)
        let horizontal = Scale.whole(lines.flatMap { $0.points.map(\.x) }, from: frame.left, to: frame.right)
        let vertical = Scale.linear(
            covering: lines.flatMap { $0.points.map(\.y) }, from: frame.bottom, to: frame.top, includingZero: true,
            ticks: 5)
        frame.horizontalAxis(horizontal, title: xTitle) { Format.decimal($0, 0) }
        frame.verticalAxis(vertical, title: yTitle) { Format.decimal($0, vertical.decimals) }
        frame.legend(lines.map(\.series))
        if let marker {
            let x = horizontal(Double(marker.x))
            frame.svg.line(from: Point(x, frame.top), to: Point(x, frame.bottom), "chosen")
            frame.svg.text(marker.label, at: Point(x + 6, frame.bottom - 7), .start, "value")
        }
        for line in lines {
            let places = line.points.map { Point(horizontal(Double($0.x)), vertical($0.y)) }
            frame.svg.path(places, "line \(line.series.style)")
            for (place, point) in zip(places, line.points) {
                frame.svg.mark(
                    line.series.mark, at: place, "mark \(line.series.style)",
                    tooltip: "\(line.series.name), \(point.x): \(Format.decimal(point.y, 2))")
            }
        }
        return frame.element(label: label)
    }
}
