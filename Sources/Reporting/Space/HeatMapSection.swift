internal import Tuning

/// Each pair of settings.
struct HeatMapSection {
    let section: ReportSection?

    private static let mostAxes = 8

    /// - Parameter order: the axes, the most important first.
    init(_ result: StudyResult, _ space: MeasuredSpace, order: [SettingAxis]) {
        let axes = Array(order.prefix(Self.mostAxes))
        let pairs = axes.indices.flatMap { first in axes.indices.dropFirst(first + 1).map { (axes[first], axes[$0]) } }
        let winner = Contender.all(in: result).first
        let groups = Measure.allCases.compactMap { measure -> PanelGroup? in
            let tables = pairs.map { Self.cells($0, space, measure, winner) }
            let figures = tables.flatMap(\.cells).map(\.figure)
            guard let low = figures.min(), let high = figures.max(), low < high else { return nil }
            let panels = tables.filter { Self.says($0.cells) }.map { table in
                let map = HeatMap(
                    rows: table.rows, columns: table.columns, cells: table.cells, measure: measure, range: low...high)
                let label = "\(measure.title) by \(table.rows.title) and \(table.columns.title)"
                return Panel(caption: nil, svg: map.element(label: label))
            }
            return panels.isEmpty
                ? nil
                : PanelGroup(
                    title: "\(measure.title.uppercasedFirst) (\(measure.unit))", panels: panels,
                    isCollapsed: measure != .accuracy)
        }
        guard !groups.isEmpty else {
            section = nil
            return
        }
        let rest =
            order.count > axes.count
            ? " Shown are the pairs of the \(axes.count) most important settings of \(order.count)." : ""
        var section = ReportSection(
            id: "pairs", title: "Settings two by two",
            intro: [
                "A cell is the mean of all settings that have both values, on the scale of the whole tune split; an empty one "
                    + "was not measured, the outlined one holds the \(winner?.noun ?? "winner"). Where the space is no full "
                    + "grid, neighbouring cells differ in other settings too.\(rest)"
            ])
        section.groups = groups
        self.section = section
    }

    private typealias Table = (rows: SettingAxis, columns: SettingAxis, cells: [HeatMap.Cell])

    private static func cells(
        _ pair: (SettingAxis, SettingAxis), _ space: MeasuredSpace, _ measure: Measure, _ winner: Contender?
    ) -> Table {
        let isWide = pair.1.values.count >= pair.0.values.count
        let (rows, columns) = isWide ? pair : (pair.1, pair.0)
        let groups = Dictionary(grouping: space.points.filter { $0.value(measure) != nil }) { point in
            [point.values[rows], point.values[columns]]
        }
        let cells = groups.compactMap { key, points -> HeatMap.Cell? in
            guard let row = rows.values.firstIndex(of: key[0]), let column = columns.values.firstIndex(of: key[1])
            else { return nil }
            let figures = points.compactMap { $0.value(measure) }
            return HeatMap.Cell(
                row: row, column: column, figure: figures.reduce(0, +) / Double(figures.count),
                settings: points.count, holdsWinner: points.contains { $0.setting.id == winner?.id })
        }
        return (rows, columns, cells.sorted { ($0.row, $0.column) < ($1.row, $1.column) })
    }

    /// Cells in one row or column repeat what a slice says.
    private static func says(_ cells: [HeatMap.Cell]) -> Bool {
        cells.count > 2 && Set(cells.map(\.row)).count > 1 && Set(cells.map(\.column)).count > 1
    }
}
