internal import Tuning

/// Colour and mark of what a plot compares.
struct SeriesStyle {
    let name: String
    /// Class of the style sheet.
    let style: String
    let mark: Mark

    init(name: String, style: String, mark: Mark) {
        self.name = name
        self.style = style
        self.mark = mark
    }

    init(_ contender: Contender) {
        name = contender.title
        style = contender.role.rawValue
        mark =
            switch contender.role {
            case .winner: .circle
            case .candidate: .diamond
            case .incumbent: .square
            case .defaults: .triangle
            }
    }
}

/// The frame in which a plot is drawn: legend above, axes with titles and units, a quiet grid.
struct ChartFrame {
    /// The width of the text column.
    static let fullWidth = 1_000.0

    let left: Double
    let right: Double
    let top: Double
    let bottom: Double
    var svg: SVG

    init(width: Double, height: Double, left: Double, right: Double = 24, top: Double = 34, bottom: Double = 46) {
        svg = SVG(width: width, height: height)
        self.left = left
        self.right = width - right
        self.top = top
        self.bottom = height - bottom
    }

    mutating func legend(_ series: [SeriesStyle]) {
        var x = left
        for entry in series {
            svg.mark(entry.mark, at: Point(x + 5, 12), "mark \(entry.style)")
            svg.text(entry.name, at: Point(x + 15, 16), .start, "legend")
            x += 15 + TextWidth.of(entry.name) + 22
        }
    }

    /// - Parameter most: ticks that have room for their label.
    mutating func horizontalAxis(_ scale: Scale, title: String, most: Int = 20, label: (Double) -> String) {
        let step = max(1, (scale.ticks.count + most - 1) / most)
        for (number, tick) in scale.ticks.enumerated() {
            let x = scale(tick)
            svg.line(from: Point(x, top), to: Point(x, bottom), "grid")
            if number % step == 0 { svg.text(label(tick), at: Point(x, bottom + 17), .middle, "tick") }
        }
        svg.line(from: Point(left, bottom), to: Point(right, bottom), "axis")
        guard !title.isEmpty else { return }
        svg.text(title, at: Point((left + right) / 2, bottom + 37), .middle, "title")
    }

    mutating func verticalAxis(_ scale: Scale, title: String, label: (Double) -> String) {
        for tick in scale.ticks {
            let y = scale(tick)
            svg.line(from: Point(left, y), to: Point(right, y), "grid")
            svg.text(label(tick), at: Point(left - 9, y + 4), .end, "tick")
        }
        svg.line(from: Point(left, top), to: Point(left, bottom), "axis")
        if !title.isEmpty { svg.upright(title, at: Point(15, (top + bottom) / 2), "title") }
    }

    func element(label: String, description: String = "") -> String {
        svg.element(label: label, description: description)
    }
}

/// About how wide text is at the plots' size; enough to keep labels apart.
enum TextWidth {
    static func of(_ text: String) -> Double { Double(text.count) * 6.4 }
}
