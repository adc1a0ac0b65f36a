/// How times are distributed: for each contender the share of documents that took no longer, on a logarithmic axis.
struct LatencyCurves {
    let curves: [(series: SeriesStyle, seconds: [Double])]
    /// Times that the axis covers, the same in every panel.
    let range: [Double]

    func element(label: String) -> String {
        var frame = ChartFrame(width: SliceChart.width, height: 180, left: 46, right: 20, top: 16, bottom: 24)
        let horizontal = Scale.logarithmic(covering: range, from: frame.left, to: frame.right)
        let vertical = Scale.linear(covering: [0, 100], from: frame.bottom, to: frame.top, limit: 100, ticks: 4)
        frame.verticalAxis(vertical, title: "") { "\(Format.decimal($0, 0))%" }
        frame.horizontalAxis(horizontal, title: "", most: 5) {
            $0 < 1 ? "\(SVG.number($0 * 1_000)) ms" : "\(SVG.number($0)) s"
        }
        for curve in curves {
            let sorted = curve.seconds.sorted()
            var points: [Point] = []
            for (number, seconds) in sorted.enumerated() {
                let before = vertical(Double(number) / Double(sorted.count) * 100)
                let after = vertical(Double(number + 1) / Double(sorted.count) * 100)
                points += [Point(horizontal(seconds), before), Point(horizontal(seconds), after)]
            }
            if let last = points.last { points.append(Point(frame.right, last.y)) }
            frame.svg.path(points, "line \(curve.series.style)")
        }
        let description = curves.map { curve in
            let sorted = curve.seconds.sorted()
            return "\(curve.series.name): half within \(Format.seconds(sorted[sorted.count / 2])), all within "
                + Format.seconds(sorted.last)
        }.joined(separator: "; ")
        return frame.element(label: label, description: description)
    }
}
