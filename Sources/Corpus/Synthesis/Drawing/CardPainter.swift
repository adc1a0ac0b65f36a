internal import Scorecard

/// Draws a card from its truth, its style and its theme; nothing is printed that is not in one of them.
struct CardPainter: PagePainter {
    let card: Scorecard
    let style: CardStyle
    let theme: Theme
    let match: SimulatedMatch
    /// Width of the page in points.
    let width: Double

    var title: String { card.teams.joined(separator: " v ") }
    var page: Colour { theme.page }
    var capHeight: Double { theme.body.size * 0.7 }
    var cells: CardCells { CardCells(style: style) }
    var left: Double { theme.margin }
    var inner: Double { width - 2 * theme.margin }
    var size: Double { theme.body.size }
    private var tables: TablePainter { TablePainter(theme: theme, left: left, width: inner) }

    /// Draws everything; the height it took, margins included.
    func paint(on canvas: inout Canvas) -> Double {
        var y = heading(on: &canvas)
        for index in card.innings.indices { y = innings(index, at: y + size * 0.9, on: &canvas) }
        if let footer = theme.footer {
            y += theme.small.size * 2
            canvas.text(footer, x: width / 2, baseline: y, theme.small, .centre)
        }
        return y + theme.margin * 0.8
    }

    private func innings(_ index: Int, at y: Double, on canvas: inout Canvas) -> Double {
        let innings = card.innings[index]
        var y = section(innings, index, at: y, on: &canvas)
        y = tables.draw(battingTable(innings, runRate: runRate(index)), at: y, on: &canvas)
        if !innings.didNotBat.isEmpty {
            let names = innings.didNotBat.joined(separator: ", ")
            y = paragraph("Did not bat", names, at: y, on: &canvas)
        }
        if theme.fallsBeforeBowling { y = falls(innings, at: y, on: &canvas) }
        y = bowling(innings, at: y, on: &canvas)
        if !theme.fallsBeforeBowling { y = falls(innings, at: y, on: &canvas) }
        return y
    }

    private func runRate(_ index: Int) -> String {
        let record = match.innings[style.shownInnings?[index] ?? index]
        return Decimals.text(Decimals.rounded(6 * record.runs, max(1, record.legalBalls), digits: 2), digits: 2)
    }

    /// `2nd Innings` where a side has two.
    private func suffix(_ index: Int) -> String {
        let number = style.shownInnings?[index] ?? index
        guard match.innings.count > 2 || match.innings[number].ballsPerOver != 6 else { return theme.sectionSuffix }
        if match.innings[number].isShort { return " Super Over" }
        let nth = match.batting[...number].count { $0 == match.batting[number] }
        return nth == 1 ? " 1st Innings" : " 2nd Innings"
    }

    private func bowling(_ innings: Innings, at y: Double, on canvas: inout Canvas) -> Double {
        guard theme.bowlingParagraph else {
            return tables.draw(bowlingTable(innings), at: y + size * 0.6, on: &canvas)
        }
        let figures = innings.bowling.map { entry in
            let analysis = [BowlingColumn.overs, .maidens, .runs, .wickets].map { cells.cell(entry, $0) }
            return (entry.player ?? "") + " " + analysis.joined(separator: "-")
        }
        return paragraph("Bowling", figures.joined(separator: "; ") + ".", at: y, on: &canvas)
    }

    private func section(_ innings: Innings, _ index: Int, at y: Double, on canvas: inout Canvas) -> Double {
        let height = theme.section.size * 1.7
        if let fill = theme.sectionFill { canvas.fill(x: left, y: y, width: inner, height: height, fill) }
        let x = theme.sectionFill == nil ? left : left + size * 0.45
        let baseline = y + height * 0.5 + theme.section.size * 0.35
        canvas.text((innings.team ?? "") + suffix(index), x: x, baseline: baseline, theme.section)
        return y + height
    }

    private func battingTable(_ innings: Innings, runRate: String) -> Table {
        let columns = style.batting.filter { !(theme.dismissalUnderName && $0.column == .dismissal) }
        var rows = innings.batting.enumerated().map { index, entry in
            Table.Row(
                cells: columns.map { cells.cell(entry, $0.column, number: index + 1) },
                note: theme.dismissalUnderName ? entry.dismissal : nil)
        }
        let total = cells.total(innings.total, runRate: runRate)
        let extras = innings.extras.total.map(String.init) ?? ""
        rows.append(
            summary("Extras", cells.extrasParts(innings.extras), extras, columns: columns.map(\.column), bold: false))
        rows.append(
            summary(total.label, total.detail, total.figure, columns: columns.map(\.column), bold: true))
        return Table(
            columns: columns.map { tableColumn($0.column, $0.header) }, rows: rows,
            showsHeader: columns.contains { !$0.header.isEmpty })
    }

    /// Extras and total: label under the names, detail under the dismissals, figure under the runs.
    private func summary(
        _ label: String, _ detail: String, _ figure: String, columns: [BattingColumn], bold: Bool
    ) -> Table.Row {
        let hasDetail = columns.contains(.dismissal) || columns.contains(.howOut)
        let texts = columns.map { column -> String in
            switch column {
            case .name: hasDetail || detail.isEmpty ? upper(label) : upper(label) + " " + detail
            case .dismissal, .howOut: detail
            case .runs: figure
            default: ""
            }
        }
        return Table.Row(cells: texts, bold: bold, fill: bold ? theme.totalFill : nil)
    }

    private func upper(_ text: String) -> String { theme.labelsUpperCase ? text.uppercased() : text }

    private func tableColumn(_ column: BattingColumn, _ header: String) -> Table.Column {
        let numbers = theme.numbersCentred ? Alignment.centre : .right
        return switch column {
        case .name: Table.Column(header: header, stretch: 0.5, bold: theme.boldNames, leader: true)
        case .dismissal: Table.Column(header: header, stretch: 0.4, muted: true, leader: true)
        case .howOut: Table.Column(header: header, stretch: 0.35)
        case .bowler: Table.Column(header: header, stretch: 0.35)
        case .runs:
            Table.Column(header: header, alignment: numbers, stretch: 0.06, minimum: size * 1.5, bold: theme.boldRuns)
        case .number: Table.Column(header: header, alignment: numbers)
        case .balls, .minutes, .fours, .sixes, .strikeRate:
            Table.Column(header: header, alignment: numbers, stretch: 0.06, minimum: size * 1.5)
        }
    }

    private func bowlingTable(_ innings: Innings) -> Table {
        let numbers = theme.numbersCentred ? Alignment.centre : .right
        let columns = style.bowling.map { column, header in
            column == .name
                ? Table.Column(header: header, stretch: 1, bold: theme.boldNames, leader: true)
                : Table.Column(
                    header: header, alignment: numbers, stretch: 0.1, minimum: size * 2,
                    bold: column == .wickets && theme.boldRuns)
        }
        let rows = innings.bowling.map { entry in Table.Row(cells: style.bowling.map { cells.cell(entry, $0.column) }) }
        return Table(columns: columns, rows: rows)
    }

    private func falls(_ innings: Innings, at y: Double, on canvas: inout Canvas) -> Double {
        guard !innings.fallOfWickets.isEmpty else { return y }
        if style.falls == .grid { return fallGrid(innings.fallOfWickets, at: y + size * 0.6, on: &canvas) }
        let list = innings.fallOfWickets.map(cells.fall).joined(separator: ", ")
        return paragraph("Fall of wickets", list, at: y, on: &canvas)
    }

    private func fallGrid(_ falls: [FallOfWicket], at y: Double, on canvas: inout Canvas) -> Double {
        let columns =
            [Table.Column(header: upper("Wicket"))]
            + (1...10).map { Table.Column(header: String($0), alignment: .centre, stretch: 1, minimum: size * 1.6) }
        let scores = (1...10).map { number -> String in
            falls.first { $0.wicket == number }.flatMap(\.runs).map { String($0) } ?? ""
        }
        let table = Table(columns: columns, rows: [Table.Row(cells: [upper("Score")] + scores)])
        return tables.draw(table, at: y, on: &canvas)
    }

    /// A label and running text, broken into lines.
    func paragraph(_ label: String, _ text: String, at y: Double, on canvas: inout Canvas) -> Double {
        let style = theme.body.sized(0.94)
        let lead = style.size * 1.4
        var baseline = y + lead
        let head = upper(label) + ":"
        canvas.text(head, x: left, baseline: baseline, style.emboldened)
        var x = left + canvas.width(head + " ", style.emboldened)
        var line = ""
        for word in text.split(separator: " ") {
            let longer = line.isEmpty ? String(word) : line + " " + word
            if x + canvas.width(longer, style) > left + inner, !line.isEmpty {
                canvas.text(line, x: x, baseline: baseline, style)
                (line, x, baseline) = (String(word), left, baseline + lead)
            } else {
                line = longer
            }
        }
        canvas.text(line, x: x, baseline: baseline, style)
        return baseline + lead * 0.5
    }
}
