/// One measure over the values of one axis: a line for every set of settings that differ in nothing else.
struct SliceChart {
    struct Line {
        let points: [(value: Int, figure: Double, name: String)]
        /// Goes through the winner.
        let isWinners: Bool
    }

    let axis: SettingAxis
    let lines: [Line]
    let measure: Measure
    /// Figures that the vertical axis covers, the same in every slice of the measure.
    let range: [Double]

    static let width = 316.0

    func element(label: String) -> String {
        var frame = ChartFrame(width: Self.width, height: 184, left: 52, right: 18, top: 18, bottom: 24)
        let vertical = scale(from: frame.bottom, to: frame.top)
        frame.verticalAxis(vertical, title: "") { SVG.number($0, vertical.decimals) }
        let step = (frame.right - frame.left) / Double(axis.values.count)
        for (number, value) in axis.values.enumerated() {
            let fits = Int(step / 6)
            let text = value.count > fits ? value.prefix(max(1, fits - 1)) + "…" : value
            frame.svg.text(
                text, at: Point(frame.left + (Double(number) + 0.5) * step, frame.bottom + 16), .middle, "tick",
                tooltip: value)
        }
        frame.svg.line(from: Point(frame.left, frame.bottom), to: Point(frame.right, frame.bottom), "axis")
        for line in lines.filter({ !$0.isWinners }) + lines.filter(\.isWinners) {
            draw(
                line, left: frame.left, step: step, vertical, named: line.isWinners || lines.count == 1, in: &frame.svg)
        }
        return frame.element(label: label, description: description)
    }

    /// Costs differ by factors, shares and sizes by what is added.
    private func scale(from bottom: Double, to top: Double) -> Scale {
        let figures = range.map(measure.scaled)
        guard measure != .cpu else { return .logarithmic(covering: figures, from: bottom, to: top) }
        return .linear(
            covering: figures, from: bottom, to: top, includingZero: measure == .memory,
            limit: measure == .accuracy ? 100 : nil, ticks: 4)
    }

    private func draw(
        _ line: Line, left: Double, step: Double, _ vertical: Scale, named: Bool, in svg: inout SVG
    ) {
        let places = line.points.map {
            Point(left + (Double($0.value) + 0.5) * step, vertical(measure.scaled($0.figure)))
        }
        let style = line.isWinners ? "winner" : "other"
        svg.path(places, "line \(style)")
        for (place, point) in zip(places, line.points) {
            svg.mark(
                line.isWinners ? .circle : .dot, at: place, "mark \(style)",
                tooltip: "\(point.name): \(measure.text(point.figure))")
            guard named, step > 38 else { continue }
            let y = place.y < 32 ? place.y + 18 : place.y - 9
            svg.text(short(point.figure), at: Point(place.x, y), .middle, "value halo")
        }
    }

    private func short(_ figure: Double) -> String {
        Format.decimal(measure.scaled(figure), measure == .cpu ? 2 : measure == .memory ? 0 : 1)
    }

    private var description: String {
        lines.filter(\.isWinners).flatMap(\.points)
            .map { "\(axis.values[$0.value]): \(measure.text($0.figure))" }.joined(separator: "; ")
    }
}
