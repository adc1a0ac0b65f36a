/// A table to draw: text in columns that share the width.
struct Table {
    struct Column {
        var header: String
        var alignment = Alignment.left
        /// Share of the width that is left over.
        var stretch = 0.0
        var minimum = 0.0
        var bold = false
        var muted = false
        var leader = false
    }

    struct Row {
        var cells: [String]
        /// Small text under the first cell.
        var note: String?
        var bold = false
        var fill: Colour?
    }

    var columns: [Column]
    var rows: [Row]
    var showsHeader = true
}

/// Draws tables and keeps where the next line goes.
struct TablePainter {
    let theme: Theme
    let left: Double
    let width: Double

    private var size: Double { theme.body.size }
    private var padding: Double { size * 0.45 }

    /// Draws the table below `y`; where it ends.
    func draw(_ table: Table, at y: Double, on canvas: inout Canvas) -> Double {
        let (edges, factor) = layOut(table, on: &canvas)
        var y = y
        if table.showsHeader {
            let height = size * theme.pitch * 1.05
            if let fill = theme.headFill { canvas.fill(x: left, y: y, width: width, height: height, fill) }
            let baseline = y + height * 0.5 + theme.tableHead.size * 0.35
            for (index, column) in table.columns.enumerated() {
                put(column.header, in: edges, index, column, theme.tableHead.sized(factor), baseline, &canvas)
            }
            rows(edges, from: y, to: y + height, on: &canvas)
            y += height
        }
        for (number, row) in table.rows.enumerated() {
            y = draw(row, number: number, of: table, edges: edges, factor: factor, at: y, on: &canvas)
        }
        return y
    }

    private func draw(
        _ row: Table.Row, number: Int, of table: Table, edges: [Double], factor: Double, at y: Double,
        on canvas: inout Canvas
    ) -> Double {
        let note = row.note.flatMap { $0.isEmpty ? nil : $0 }
        let line = size * theme.pitch
        let height = line + (note == nil ? 0 : theme.small.size * 1.25)
        let fill = row.fill ?? (number % 2 == 1 ? theme.zebra : nil)
        if let fill { canvas.fill(x: left, y: y, width: width, height: height, fill) }
        let baseline = y + line * 0.5 + size * 0.35
        for (index, column) in table.columns.enumerated() {
            put(
                row.cells[index], in: edges, index, column, style(of: column, in: row).sized(factor), baseline, &canvas)
        }
        if let note {
            canvas.text(note, x: edges[0] + padding, baseline: baseline + theme.small.size * 1.35, theme.small)
        }
        rows(edges, from: y, to: y + height, on: &canvas)
        return y + height
    }

    private func style(of column: Table.Column, in row: Table.Row) -> TextStyle {
        let base = column.muted && !row.bold ? theme.body.coloured(theme.small.colour) : theme.body
        return row.bold || column.bold ? base.emboldened : base
    }

    private func put(
        _ text: String, in edges: [Double], _ index: Int, _ column: Table.Column, _ style: TextStyle,
        _ baseline: Double, _ canvas: inout Canvas
    ) {
        let (start, end) = (edges[index] + padding, edges[index + 1] - padding)
        let x = column.alignment == .left ? start : column.alignment == .right ? end : (start + end) / 2
        canvas.text(text, x: x, baseline: baseline, style, column.alignment)
        guard column.leader, theme.leaders, !text.isEmpty, style.size == theme.body.size else { return }
        let from = start + canvas.width(text, style) + size * 0.5
        if from < end { canvas.leader(from: from, to: end, baseline: baseline, size: size, theme.small.colour) }
    }

    private func rows(_ edges: [Double], from top: Double, to bottom: Double, on canvas: inout Canvas) {
        guard theme.rules != .none else { return }
        canvas.line(from: (left, bottom), to: (left + width, bottom), theme.rule)
        guard theme.rules == .full else { return }
        canvas.line(from: (left, top), to: (left + width, top), theme.rule)
        for edge in edges { canvas.line(from: (edge, top), to: (edge, bottom), theme.rule) }
    }

    /// Column edges from what the cells need; a table too wide for the page is set smaller.
    private func layOut(_ table: Table, on canvas: inout Canvas) -> (edges: [Double], factor: Double) {
        var needs = table.columns.map(\.minimum)
        for (index, column) in table.columns.enumerated() {
            if table.showsHeader { needs[index] = max(needs[index], canvas.width(column.header, theme.tableHead)) }
            for row in table.rows {
                needs[index] = max(needs[index], canvas.width(row.cells[index], style(of: column, in: row)))
            }
            needs[index] += 2 * padding
        }
        let needed = needs.reduce(0, +)
        let factor = min(1, width / needed)
        let left = max(0, width - needed)
        let stretch = max(0.001, table.columns.reduce(0) { $0 + $1.stretch })
        var edges = [self.left]
        for (index, column) in table.columns.enumerated() {
            edges.append((edges.last ?? 0) + needs[index] * factor + left * column.stretch / stretch)
        }
        return (edges, factor)
    }
}
