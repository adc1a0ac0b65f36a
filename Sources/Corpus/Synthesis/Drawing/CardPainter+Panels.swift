internal import CPangoCairo
internal import Scorecard

/// Headings of pages that are windows of something.
extension CardPainter {
    /// A telephone's status bar, the app's bar, tabs of which one is chosen.
    func phone(on canvas: inout Canvas) -> Double {
        let bar = size * 2
        canvas.fill(x: 0, y: 0, width: width, height: bar, theme.band)
        let status = theme.small.coloured(theme.title.colour)
        let minutes = match.day.day < 10 ? "0\(match.day.day)" : "\(match.day.day)"
        canvas.text("\(match.day.month + 7):\(minutes)", x: left, baseline: bar * 0.7, status)
        canvas.text("\(40 + match.day.day)%", x: width - left - size * 2, baseline: bar * 0.7, status, .right)
        battery(x: width - left - size * 1.7, y: bar * 0.36, on: canvas)
        canvas.fill(x: 0, y: bar, width: width, height: size * 3.4, theme.band)
        chevron(x: left, y: bar + size * 1.7, on: canvas)
        let title = theme.title.sized(min(1, (inner - size * 2) / canvas.width(title, theme.title)))
        canvas.text(self.title, x: left + size * 2, baseline: bar + size * 1.5, title)
        canvas.text(match.competition, x: left + size * 2, baseline: bar + size * 2.8, status)
        var y = bar + size * 3.4
        let facts = [
            ("", card.result), ("", card.matchType), ("", card.venue), ("Toss: ", card.toss), ("", card.date),
        ]
        for (label, fact) in facts {
            guard let fact else { continue }
            y += size * 1.5
            canvas.text(label + fact, x: left, baseline: y, theme.small)
        }
        return tabs(at: y + size * 0.8, on: &canvas)
    }

    private func tabs(at y: Double, on canvas: inout Canvas) -> Double {
        let names = ["Summary", "Scorecard", "Overs", "Teams"]
        let step = width / Double(names.count)
        for (index, name) in names.enumerated() {
            let centre = step * (Double(index) + 0.5)
            let style = index == 1 ? theme.body.emboldened : theme.small
            canvas.text(name, x: centre, baseline: y + size * 1.6, style, .centre)
            if index == 1 {
                canvas.fill(x: centre - step * 0.42, y: y + size * 2.3, width: step * 0.84, height: 2, theme.accent)
            }
        }
        canvas.line(from: (0, y + size * 2.5), to: (width, y + size * 2.5), theme.rule)
        return y + size * 2.6
    }

    private func battery(x: Double, y: Double, on canvas: borrowing Canvas) {
        canvas.setColour(theme.title.colour)
        cairo_set_line_width(canvas.cairo, 1)
        cairo_rectangle(canvas.cairo, x, y, size * 1.5, size * 0.7)
        cairo_stroke(canvas.cairo)
        cairo_rectangle(canvas.cairo, x + 1.5, y + 1.5, size * 0.9, size * 0.7 - 3)
        cairo_fill(canvas.cairo)
    }

    private func chevron(x: Double, y: Double, on canvas: borrowing Canvas) {
        canvas.setColour(theme.title.colour)
        cairo_set_line_width(canvas.cairo, 1.6)
        cairo_move_to(canvas.cairo, x + 6, y - 6)
        cairo_line_to(canvas.cairo, x, y)
        cairo_line_to(canvas.cairo, x + 6, y + 6)
        cairo_stroke(canvas.cairo)
    }

    /// A panel's title bar: the sides, and nothing more.
    func panel(on canvas: inout Canvas) -> Double {
        let height = theme.title.size * 2.2
        canvas.fill(x: 0, y: 0, width: width * 2, height: height, theme.band)
        canvas.text(title, x: left, baseline: height * 0.66, theme.title)
        return height
    }
}
