internal import Evaluation
internal import Scorecard

/// What a program wrote to a terminal: columns made of spaces, lines of box drawing, of ASCII or none.
struct TerminalPage: PagePainter {
    enum Lines: Sendable, CaseIterable {
        case box, ascii, none
    }

    let card: Scorecard
    let style: CardStyle
    let type: TextStyle
    let page: Colour
    let lines: Lines
    let prompt: String

    var title: String { card.teams.joined(separator: " v ") }
    var capHeight: Double { type.size * 0.7 }
    var width: Double { Double(columns + 4) * advance }
    private var advance: Double { type.size * 0.602 }
    private var cells: CardCells { CardCells(style: style) }
    private var columns: Int { card.innings.flatMap { [batting($0), bowling($0)] }.map(width).max() ?? 80 }

    func paint(on canvas: inout Canvas) -> Double {
        var y = type.size * 2
        func put(_ line: String) {
            canvas.text(line, x: advance * 2, baseline: y, type)
            y += type.size * 1.25
        }
        put(prompt)
        let facts = [title, card.matchType, card.venue, card.date, card.toss.map { "Toss: " + $0 }, card.result]
        for line in facts { if let line { put(line) } }
        for innings in card.innings {
            y += type.size
            put(
                (innings.team ?? "").uppercased() == innings.team
                    ? innings.team ?? "" : (innings.team ?? "") + " innings")
            y = grid(batting(innings), texts: battingTexts, at: y, on: &canvas)
            for line in notes(innings) { put(line) }
            y = grid(bowling(innings), texts: [0], at: y + type.size * 0.5, on: &canvas)
        }
        return y + type.size
    }

    private func notes(_ innings: Innings) -> [String] {
        var texts: [String] = []
        if !innings.didNotBat.isEmpty { texts.append("Did not bat: " + innings.didNotBat.joined(separator: ", ")) }
        if !innings.fallOfWickets.isEmpty {
            texts.append("Fall of wickets: " + innings.fallOfWickets.map(cells.fall).joined(separator: ", "))
        }
        return texts.flatMap { Wrapped.lines($0, columns: columns) }
    }

    private func batting(_ innings: Innings) -> [[String]] {
        let total = cells.total(innings.total, runRate: "")
        let head = [style.batting.map(\.header)]
        let rows = innings.batting.enumerated().map { index, entry in
            style.batting.map { cells.cell(entry, $0.column, number: index + 1) }
        }
        func summary(_ label: String, _ detail: String, _ figure: String) -> [String] {
            style.batting.map {
                $0.column == .name ? label : $0.column == .dismissal ? detail : $0.column == .runs ? figure : ""
            }
        }
        let extras = innings.extras.total.map { String($0) } ?? ""
        return head + rows + [
            summary("Extras", cells.extrasParts(innings.extras), extras),
            summary(total.label, total.detail, total.figure),
        ]
    }

    private func bowling(_ innings: Innings) -> [[String]] {
        [style.bowling.map(\.header)]
            + innings.bowling.map { entry in style.bowling.map { cells.cell(entry, $0.column) } }
    }

    private func widths(_ rows: [[String]]) -> [Int] {
        (rows.first ?? []).indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    }

    private var gap: Int { lines == .none ? 2 : 3 }
    private func width(_ rows: [[String]]) -> Int { widths(rows).reduce(1) { $0 + $1 + gap } }

    private func grid(_ rows: [[String]], texts: Set<Int>, at top: Double, on canvas: inout Canvas) -> Double {
        var y = top
        let widths = widths(rows)
        let left = advance * 2
        func rule(_ place: Int) {
            guard lines != .none else { return }
            let signs =
                lines == .box ? [["┌", "┬", "┐"], ["├", "┼", "┤"], ["└", "┴", "┘"]][place] : ["+", "+", "+"]
            let dash: Character = lines == .box ? "─" : "-"
            let bars = widths.map { String(repeating: dash, count: $0 + 2) }.joined(separator: signs[1])
            canvas.ink(signs[0] + bars + signs[2], x: left, baseline: y, type)
            y += type.size * (lines == .box ? 1.16 : 1.25)
        }
        rule(0)
        for (number, row) in rows.enumerated() {
            var x = left + (lines == .none ? 0 : advance * 2)
            for (column, cell) in row.enumerated() {
                let indent = texts.contains(column) ? 0 : widths[column] - cell.count
                canvas.text(cell, x: x + advance * Double(indent), baseline: y, type)
                x += advance * Double(widths[column] + gap)
            }
            if lines != .none { bars(widths, at: y, left: left, on: &canvas) }
            y += type.size * (lines == .box ? 1.16 : 1.25)
            if number == 0 { rule(1) }
        }
        rule(2)
        return y
    }

    /// Columns of text, which begin where they begin; numbers end where they end.
    private var battingTexts: Set<Int> {
        Set(style.batting.indices.filter { [.name, .dismissal].contains(style.batting[$0].column) })
    }

    private func bars(_ widths: [Int], at y: Double, left: Double, on canvas: inout Canvas) {
        var x = left
        for place in 0...widths.count {
            canvas.ink(lines == .box ? "│" : "|", x: x, baseline: y, type)
            if place < widths.count { x += advance * Double(widths[place] + 3) }
        }
    }
}

/// Text in lines of so many characters.
enum Wrapped {
    static func lines(_ text: String, columns: Int) -> [String] {
        var lines: [String] = [""]
        for word in text.split(separator: " ") {
            let last = lines[lines.count - 1]
            if last.isEmpty {
                lines[lines.count - 1] = String(word)
            } else if last.count + 1 + word.count > columns {
                lines.append(String(word))
            } else {
                lines[lines.count - 1] = last + " " + word
            }
        }
        return lines
    }
}
