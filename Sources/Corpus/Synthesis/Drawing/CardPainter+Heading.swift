internal import Scorecard

extension CardPainter {
    /// Draws the heading; where it ends.
    func heading(on canvas: inout Canvas) -> Double {
        switch theme.heading {
        case .banner: banner(on: &canvas)
        case .centred: centred(on: &canvas)
        case .site: site(on: &canvas)
        case .form: form(on: &canvas)
        case .phone: phone(on: &canvas)
        case .panel: panel(on: &canvas)
        case .none: theme.margin * 0.5
        }
    }

    private var headline: String { card.teams.joined(separator: style.upperCaseTeams ? " V " : " v ") }

    /// Facts with their labels, in the order in which cards print them.
    private var facts: [(label: String, value: String)] {
        let all: [(String, String?)] = [
            ("Match type", card.matchType), ("Venue", card.venue), ("Date", card.date), ("Toss", card.toss),
            ("Umpires", match.umpires.joined(separator: ", ")),
        ]
        return all.compactMap { label, value in value.map { (label, $0) } }
    }

    private func banner(on canvas: inout Canvas) -> Double {
        let height = theme.title.size * 3.4
        canvas.fill(x: 0, y: 0, width: width, height: height, theme.band)
        canvas.text(headline, x: left, baseline: theme.title.size * 1.5, theme.title)
        canvas.text(
            match.competition, x: left, baseline: theme.title.size * 2.7, theme.body.coloured(theme.title.colour))
        var baseline = height + size * 0.4
        for (label, value) in facts where label != "Umpires" {
            baseline += size * 1.4
            canvas.text(label + ":", x: left, baseline: baseline, theme.small.sized(1.05))
            canvas.text(value, x: left + size * 7, baseline: baseline, theme.body)
        }
        return result(below: baseline, on: &canvas)
    }

    private func site(on canvas: inout Canvas) -> Double {
        var baseline = theme.margin + theme.title.size
        canvas.text(headline, x: left, baseline: baseline, theme.title)
        baseline += size * 1.9
        canvas.text(match.competition, x: left, baseline: baseline, theme.small.sized(1.1))
        for (label, value) in facts {
            baseline += size * 1.5
            canvas.text(label + ":", x: left, baseline: baseline, theme.body.emboldened)
            canvas.text(value, x: left + size * 7, baseline: baseline, theme.body)
        }
        return result(below: baseline, on: &canvas)
    }

    private func result(below baseline: Double, on canvas: inout Canvas) -> Double {
        guard let result = card.result else { return baseline + size * 0.4 }
        let line = baseline + size * 1.7
        let colour = theme.heading == .banner ? theme.accent : theme.body.colour
        canvas.text(result, x: left, baseline: line, theme.body.emboldened.coloured(colour))
        return line + size * 0.5
    }

    private func centred(on canvas: inout Canvas) -> Double {
        var baseline = theme.margin + theme.title.size
        canvas.text(headline, x: width / 2, baseline: baseline, theme.title, .centre)
        let lines = [card.venue, card.date, card.matchType, card.toss.map { "Toss: " + $0 }]
        for line in [match.competition] + lines.compactMap({ $0 }) {
            baseline += size * 1.45
            canvas.text(line, x: width / 2, baseline: baseline, theme.body, .centre)
        }
        if let result = card.result {
            baseline += size * 1.6
            var italic = theme.body
            italic.italic = true
            canvas.text(result, x: width / 2, baseline: baseline, italic, .centre)
        }
        return baseline + size * 0.6
    }

    private func form(on canvas: inout Canvas) -> Double {
        var y = theme.margin
        canvas.text(match.competition, x: width / 2, baseline: y + theme.title.size, theme.title, .centre)
        y += theme.title.size * 1.8
        let sides = [("Home", card.teams.first), ("Away", card.teams.last)].map { ($0.0, $0.1 ?? "") }
        let all = sides + facts.map { ($0.label, $0.value) } + (card.result.map { [("Result", $0)] } ?? [])
        let height = size * theme.pitch
        let labels = all.map { theme.labelsUpperCase ? $0.0.uppercased() + ":" : $0.0 + ":" }
        let indent = labels.map { canvas.width($0, theme.body.emboldened) }.reduce(0, max) + size
        for start in stride(from: 0, to: all.count, by: 2) {
            for (index, fact) in all[start..<min(start + 2, all.count)].enumerated() {
                let x = left + inner / 2 * Double(index)
                let baseline = y + height * 0.5 + size * 0.35
                canvas.text(labels[start + index], x: x + size * 0.4, baseline: baseline, theme.body.emboldened)
                let style = fitted(fact.1, inner / 2 - indent - size * 0.4, &canvas)
                canvas.text(fact.1, x: x + indent, baseline: baseline, style)
                if theme.rules == .full { box(x: x, y: y, width: inner / 2, height: height, on: &canvas) }
            }
            y += height
        }
        return y
    }

    private func fitted(_ text: String, _ width: Double, _ canvas: inout Canvas) -> TextStyle {
        theme.body.sized(min(1, width / max(1, canvas.width(text, theme.body))))
    }

    private func box(x: Double, y: Double, width: Double, height: Double, on canvas: inout Canvas) {
        for (start, end) in [
            ((x, y), (x + width, y)), ((x, y + height), (x + width, y + height)), ((x, y), (x, y + height)),
            ((x + width, y), (x + width, y + height)),
        ] { canvas.line(from: start, to: end, theme.rule) }
    }
}
