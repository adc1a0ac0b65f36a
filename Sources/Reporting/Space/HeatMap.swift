/// One measure over two axes: a cell for each pair of values that was measured, darker for more.
struct HeatMap {
    struct Cell {
        let row: Int
        let column: Int
        let figure: Double
        let settings: Int
        let holdsWinner: Bool
    }

    let rows: SettingAxis
    let columns: SettingAxis
    let cells: [Cell]
    let measure: Measure
    /// Lowest and highest figure of all maps of the measure.
    let range: ClosedRange<Double>

    private static let rowHeight = 27.0
    private static let top = 44.0

    func element(label: String) -> String {
        let left = 10 + (rows.values.map { TextWidth.of(Self.short($0)) }.max() ?? 0)
        let width = max((SliceChart.width - left - 4) / Double(columns.values.count), 38)
        var svg = SVG(
            width: left + width * Double(columns.values.count) + 4,
            height: Self.top + Self.rowHeight * Double(rows.values.count) + 4)
        svg.text(
            "\(Self.short(rows.title, 22)) ↓ · \(Self.short(columns.title, 22)) →", at: Point(0, 13), .start, "title",
            tooltip: "\(rows.title) downwards, \(columns.title) across")
        for (number, value) in columns.values.enumerated() {
            svg.text(
                Self.short(value, Int(width / 6)), at: Point(left + (Double(number) + 0.5) * width, 36), .middle,
                "tick", tooltip: value)
        }
        for (number, value) in rows.values.enumerated() {
            let y = Self.top + (Double(number) + 0.5) * Self.rowHeight + 4
            svg.text(Self.short(value), at: Point(left - 7, y), .end, "tick", tooltip: value)
        }
        for cell in cells { draw(cell, left: left, width: width, in: &svg) }
        return svg.element(label: label, description: description)
    }

    private func draw(_ cell: Cell, left: Double, width: Double, in svg: inout SVG) {
        let origin = Point(left + Double(cell.column) * width, Self.top + Double(cell.row) * Self.rowHeight)
        let span = range.upperBound - range.lowerBound
        let share = span > 0 ? (cell.figure - range.lowerBound) / span : 1
        svg.cell(
            origin, width: width - 2, height: Self.rowHeight - 2,
            "heat \(measure.style)\(cell.holdsWinner ? " best" : "")", opacity: 0.06 + 0.5 * share,
            tooltip: tooltip(cell))
        let figure = Format.decimal(measure.scaled(cell.figure), measure == .cpu ? 2 : measure == .memory ? 0 : 1)
        svg.text(figure, at: Point(origin.x + width / 2 - 1, origin.y + Self.rowHeight / 2 + 3), .middle, "figure")
    }

    private func tooltip(_ cell: Cell) -> String {
        "\(rows.title) \(rows.values[cell.row]), \(columns.title) \(columns.values[cell.column]): "
            + "\(measure.text(cell.figure)), \(Format.count(cell.settings, "setting"))"
            + (cell.holdsWinner ? ", the winner among them" : "")
    }

    private var description: String { cells.map(tooltip).joined(separator: "; ") }

    private static func short(_ value: String, _ most: Int = 14) -> String {
        value.count > most ? value.prefix(max(1, most - 1)) + "…" : value
    }
}

extension Measure {
    /// Class of the style sheet.
    var style: String {
        switch self {
        case .accuracy: "winner"
        case .cpu: "incumbent"
        case .memory: "defaults"
        }
    }
}
