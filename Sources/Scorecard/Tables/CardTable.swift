/// A card as aligned text for a terminal, with the laws it keeps and doubtful cells marked.
public struct CardTable {
    private let reading: ScorecardReading
    private let width: Int
    private let marks: [String: Character]

    /// The card in lines of at most `width` columns, 60 at least.
    public static func text(of reading: ScorecardReading, width: Int = 100) -> String {
        CardTable(reading, width: max(width, 60)).lines().joined(separator: "\n") + "\n"
    }

    private init(_ reading: ScorecardReading, width: Int) {
        self.reading = reading
        self.width = width
        var marks: [String: Character] = [:]
        for field in reading.fields {
            if field.source == .repaired {
                marks[field.path] = "!"
            } else if field.confidence < ReadingJudge.doubtful {
                marks[field.path] = "?"
            }
        }
        self.marks = marks
    }

    private func lines() -> [String] {
        guard !reading.card.innings.isEmpty else { return ["No scorecard was found on these pages."] }
        var lines = heading()
        for index in reading.card.innings.indices { lines += [""] + innings(index) }
        lines += [""] + laws()
        if marks.values.contains("?") { lines.append("? doubtful: look at the page") }
        if marks.values.contains("!") { lines.append("! repaired: misread, and only this value adds up") }
        return lines.map(Self.printable)
    }

    private func heading() -> [String] {
        let card = reading.card
        var lines: [String] = []
        if !card.teams.isEmpty { lines.append(card.teams.joined(separator: " v ")) }
        let facts = [("Match", card.matchType), ("Ground", card.venue), ("Date", card.date), ("Toss", card.toss)]
        for (label, value) in facts + [("Result", card.result)] {
            if let value { lines += TextTable.wrapped("\(label): \(value)", width: width, indent: 2) }
        }
        return lines
    }

    private func innings(_ index: Int) -> [String] {
        let innings = reading.card.innings[index]
        let path = "innings/\(index)/"
        var lines = [title(innings, index, path)]
        if !innings.batting.isEmpty { lines += batting(innings, path).lines(width: width) }
        if !innings.didNotBat.isEmpty {
            lines += TextTable.wrapped(
                "Did not bat: " + innings.didNotBat.joined(separator: ", "), width: width, indent: 2)
        }
        if !innings.fallOfWickets.isEmpty {
            let falls = innings.fallOfWickets.map(fall).joined(separator: ", ")
            lines += TextTable.wrapped("Fall of wickets: " + falls, width: width, indent: 2)
        }
        if !innings.bowling.isEmpty { lines += [""] + bowling(innings, path).lines(width: width) }
        return lines
    }

    private func title(_ innings: Innings, _ index: Int, _ path: String) -> String {
        var title = innings.team ?? "Innings \(index + 1)"
        guard let runs = innings.total.runs else { return title }
        title += "  \(runs)" + mark(path + "total/runs")
        if let wickets = innings.total.wickets {
            title += wickets == 10 ? " all out" : "/\(wickets)" + mark(path + "total/wickets")
        }
        if innings.total.declared == true { title += " declared" }
        if let overs = innings.total.overs { title += " (\(overs)\(mark(path + "total/overs")) overs)" }
        return title
    }

    private func mark(_ path: String) -> String { marks[path].map(String.init) ?? "" }

    private func cell(_ value: String?, _ path: String) -> TextTable.Cell {
        TextTable.Cell(text: value ?? "", mark: marks[path] ?? " ")
    }

    private func cell(_ value: Int?, _ path: String) -> TextTable.Cell { cell(value.map(String.init), path) }

    private func cell(_ value: Double?, _ path: String) -> TextTable.Cell {
        cell(value.map(Self.twoDecimals), path)
    }

    private static func twoDecimals(_ value: Double) -> String {
        guard value.magnitude < 1e6 else { return value.description }
        let hundredths = Int((value * 100).rounded())
        let rest = String(hundredths.magnitude % 100)
        return "\(hundredths < 0 ? "-" : "")\(hundredths.magnitude / 100)." + (rest.count == 1 ? "0" : "") + rest
    }

    private func batting(_ innings: Innings, _ path: String) -> TextTable {
        var rows = innings.batting.enumerated().map { row, entry in
            let path = path + "batting/\(row)/"
            let name =
                (entry.player ?? "") + (entry.captain == true ? " (c)" : "") + (entry.keeper == true ? " \u{2020}" : "")
            return [
                cell(name, path + "player"), cell(entry.dismissal ?? entry.howOut?.rawValue, path + "dismissal"),
                cell(entry.runs, path + "runs"), cell(entry.balls, path + "balls"),
                cell(entry.minutes, path + "minutes"), cell(entry.fours, path + "fours"),
                cell(entry.sixes, path + "sixes"), cell(entry.strikeRate, path + "strike_rate"),
            ]
        }
        let none = TextTable.Cell(text: "")
        let blank = [TextTable.Cell](repeating: none, count: 5)
        if innings.extrasSum != nil {
            let sum = cell(innings.extras.total, path + "extras/total")
            rows.append([TextTable.Cell(text: "Extras"), TextTable.Cell(text: extras(innings.extras)), sum] + blank)
        }
        if innings.total.runs != nil {
            rows.append([TextTable.Cell(text: "Total"), none, cell(innings.total.runs, path + "total/runs")] + blank)
        }
        return TextTable(
            columns: [
                .init(title: "Batter", alignment: .left, isFlexible: true),
                .init(title: "", alignment: .left, isFlexible: true), .init(title: "R"), .init(title: "B"),
                .init(title: "Min"), .init(title: "4s"), .init(title: "6s"), .init(title: "SR"),
            ], rows: rows)
    }

    private func extras(_ extras: Extras) -> String {
        let parts = [
            ("b", extras.byes), ("lb", extras.legByes), ("w", extras.wides), ("nb", extras.noBalls),
            ("pen", extras.penalty),
        ]
        return parts.compactMap { label, value in value.map { "\(label) \($0)" } }.joined(separator: ", ")
    }

    private func fall(_ wicket: FallOfWicket) -> String {
        let score = "\(wicket.wicket.map(String.init) ?? "?")-\(wicket.runs.map(String.init) ?? "?")"
        let details = [wicket.player, wicket.over].compactMap { $0 }
        return details.isEmpty ? score : score + " (" + details.joined(separator: ", ") + ")"
    }

    private func bowling(_ innings: Innings, _ path: String) -> TextTable {
        let rows = innings.bowling.enumerated().map { row, entry in
            let path = path + "bowling/\(row)/"
            return [
                cell(entry.player, path + "player"), cell(entry.overs, path + "overs"),
                cell(entry.maidens, path + "maidens"), cell(entry.runs, path + "runs"),
                cell(entry.wickets, path + "wickets"), cell(entry.wides, path + "wides"),
                cell(entry.noBalls, path + "no_balls"), cell(entry.economy, path + "economy"),
            ]
        }
        return TextTable(
            columns: [
                .init(title: "Bowler", alignment: .left, isFlexible: true), .init(title: "O"), .init(title: "M"),
                .init(title: "R"), .init(title: "W"), .init(title: "Wd"), .init(title: "Nb"), .init(title: "Econ"),
            ], rows: rows)
    }

    /// How many laws hold, and each that does not.
    private func laws() -> [String] {
        let checks = reading.checks
        guard !checks.isEmpty else { return ["Laws: the card shows too little to check any."] }
        let failed = checks.filter { !$0.holds }
        var lines = ["Laws: \(checks.count - failed.count) of \(checks.count) checks hold"]
        for check in failed {
            let sentence = (check.soft ? "Note: " : "FAILS: ") + LawSentence.describe(check, in: reading.card)
            lines += TextTable.wrapped(sentence, width: width, indent: 2)
        }
        return lines
    }

    /// Without the control characters that a hostile page could send to a terminal.
    private static func printable(_ line: String) -> String {
        var view = String.UnicodeScalarView()
        for scalar in line.unicodeScalars {
            switch scalar {
            case "\0"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{200E}"..."\u{200F}", "\u{202A}"..."\u{202E}",
                "\u{2066}"..."\u{2069}":
                view.append(" ")
            default: view.append(scalar)
            }
        }
        return String(view)
    }
}
