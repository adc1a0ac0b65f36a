import Recognition
import Scorecard

/// A card set as a page of a terminal, so that a wrong digit can be put into any of its figures.
struct CardPage {
    private struct Placed {
        var row: Int
        var column: Int
        var text: String
    }

    private let overrides: [String: String]
    private var words: [Placed] = []
    private var row = 0

    /// The card as an engine would read it, the figures at some paths read as other texts.
    static func page(_ card: Scorecard, reading overrides: [String: String] = [:]) -> RecognizedPage {
        var page = CardPage(overrides: overrides)
        page.add(card)
        return page.recognized()
    }

    private init(overrides: [String: String]) { self.overrides = overrides }

    private mutating func put(_ text: String, at column: Int) {
        var column = column
        for word in text.split(separator: " ") {
            words.append(Placed(row: row, column: column, text: String(word)))
            column += word.count + 1
        }
    }

    private mutating func putRight(_ text: String, end column: Int) { put(text, at: column - text.count) }

    private func figure(_ path: String, _ text: String) -> String { overrides[path] ?? text }
    private func figure(_ path: String, _ value: Int?) -> String? { value.map { figure(path, String($0)) } }

    private mutating func add(_ card: Scorecard) {
        if card.teams.count == 2 { put(card.teams.joined(separator: " v "), at: 0) }
        row += 1
        if let result = card.result { put("Result: " + result, at: 0) }
        row += 2
        for (index, innings) in card.innings.enumerated() { add(innings, at: "innings/\(index)/") }
    }

    private mutating func add(_ innings: Innings, at path: String) {
        put((innings.team ?? "Side") + " innings", at: 0)
        row += 1
        addBatting(innings.batting, at: path + "batting/")
        addExtras(innings.extras, at: path + "extras/")
        addTotal(innings.total, at: path + "total/")
        if !innings.didNotBat.isEmpty {
            put("Did not bat: " + innings.didNotBat.joined(separator: ", "), at: 0)
            row += 1
        }
        addFalls(innings.fallOfWickets, at: path + "fall_of_wickets/")
        row += 1
        addBowling(innings.bowling, at: path + "bowling/")
        row += 1
    }

    private typealias Column = (title: String, key: String, end: Int)
    private static let runsEnd = 90

    private mutating func addBatting(_ rows: [BattingEntry], at path: String) {
        let columns: [Column] = [
            ("R", "runs", Self.runsEnd), ("B", "balls", 98), ("M", "minutes", 106), ("4s", "fours", 114),
            ("6s", "sixes", 122), ("SR", "strike_rate", 134),
        ]
        let decimals = Self.decimals(rows.map(\.strikeRate))
        let cells = rows.enumerated().map { index, row in
            Self.cells(row, decimals).read(at: path + "\(index)/", figure)
        }
        let shown = columns.filter { column in cells.contains { $0[column.key] != nil } }
        put("Batter", at: 0)
        put("Dismissal", at: 34)
        for column in shown { putRight(column.title, end: column.end) }
        row += 1
        for (entry, cells) in zip(rows, cells) {
            let marks = (entry.captain == true ? " (c)" : "") + (entry.keeper == true ? " \u{2020}" : "")
            put((entry.player ?? "") + marks, at: 0)
            put(entry.dismissal ?? "", at: 34)
            for column in shown { if let text = cells[column.key] { putRight(text, end: column.end) } }
            row += 1
        }
    }

    private mutating func addBowling(_ rows: [BowlingEntry], at path: String) {
        guard !rows.isEmpty else { return }
        let columns: [Column] = [
            ("O", "overs", 50), ("M", "maidens", 58), ("R", "runs", 66), ("W", "wickets", 74), ("Wd", "wides", 82),
            ("Nb", "no_balls", 90), ("Econ", "economy", 102),
        ]
        let decimals = Self.decimals(rows.map(\.economy))
        let cells = rows.enumerated().map { index, row in
            Self.cells(row, decimals).read(at: path + "\(index)/", figure)
        }
        let shown = columns.filter { column in cells.contains { $0[column.key] != nil } }
        put("Bowler", at: 0)
        for column in shown { putRight(column.title, end: column.end) }
        row += 1
        for (entry, cells) in zip(rows, cells) {
            put(entry.player ?? "", at: 0)
            for column in shown { if let text = cells[column.key] { putRight(text, end: column.end) } }
            row += 1
        }
    }

    private static func cells(_ row: BattingEntry, _ decimals: Int) -> [String: String] {
        [
            "runs": row.runs.map(String.init), "balls": row.balls.map(String.init),
            "minutes": row.minutes.map(String.init), "fours": row.fours.map(String.init),
            "sixes": row.sixes.map(String.init), "strike_rate": row.strikeRate.map { printed($0, decimals) },
        ].compactMapValues { $0 }
    }

    private static func cells(_ row: BowlingEntry, _ decimals: Int) -> [String: String] {
        [
            "overs": row.overs, "maidens": row.maidens.map(String.init), "runs": row.runs.map(String.init),
            "wickets": row.wickets.map(String.init), "wides": row.wides.map(String.init),
            "no_balls": row.noBalls.map(String.init), "economy": row.economy.map { printed($0, decimals) },
        ].compactMapValues { $0 }
    }

    /// How many decimals a column of ratios shows: 1 or 2.
    static func decimals(_ column: [Double?]) -> Int {
        column.contains { $0.map { ($0 * 10 - ($0 * 10).rounded()).magnitude > 1e-6 } ?? false } ? 2 : 1
    }

    /// A ratio with its decimals.
    static func printed(_ value: Double, _ decimals: Int) -> String {
        let scale = decimals == 2 ? 100 : 10
        let units = Int((value * Double(scale)).rounded())
        return "\(units / scale)." + (decimals == 2 && units % 100 < 10 ? "0" : "") + "\(units % scale)"
    }

    private mutating func addExtras(_ extras: Extras, at path: String) {
        let parts = [
            ("b", figure(path + "byes", extras.byes)), ("lb", figure(path + "leg_byes", extras.legByes)),
            ("w", figure(path + "wides", extras.wides)), ("nb", figure(path + "no_balls", extras.noBalls)),
            ("pen", figure(path + "penalty", extras.penalty)),
        ].compactMap { name, text in text.map { "\(name) \($0)" } }
        guard extras.total != nil || !parts.isEmpty else { return }
        put("Extras" + (parts.isEmpty ? "" : " (" + parts.joined(separator: ", ") + ")"), at: 0)
        if let total = figure(path + "total", extras.total) { putRight(total, end: Self.runsEnd) }
        row += 1
    }

    private mutating func addTotal(_ total: InningsTotal, at path: String) {
        var text = "Total"
        if let wickets = figure(path + "wickets", total.wickets) { text += " (\(wickets) wickets)" }
        if let overs = total.overs { text += " (\(figure(path + "overs", overs)) overs)" }
        if total.declared == true { text += " dec" }
        put(text, at: 0)
        if let runs = figure(path + "runs", total.runs) { putRight(runs, end: Self.runsEnd) }
        row += 1
    }

    private mutating func addFalls(_ falls: [FallOfWicket], at path: String) {
        guard !falls.isEmpty else { return }
        let texts = falls.enumerated().map { index, fall in
            let path = path + "\(index)/"
            let score = [figure(path + "wicket", fall.wicket), figure(path + "runs", fall.runs)].compactMap { $0 }
            let over = fall.over.map { figure(path + "over", $0) + " ov" }
            let detail = [fall.player, over].compactMap { $0 }.joined(separator: ", ")
            return score.joined(separator: "-") + (detail.isEmpty ? "" : " (\(detail))")
        }
        put("Fall of wickets: " + texts.joined(separator: ", "), at: 0)
        row += 1
    }

    private func recognized() -> RecognizedPage {
        let columns = Double((words.map { $0.column + $0.text.count }.max() ?? 0) + 1)
        let rows = Double(row + 1)
        let lines = Dictionary(grouping: words, by: \.row).sorted { $0.key < $1.key }.map { number, words in
            RecognizedLine(
                words: words.map { word in
                    let box = PageBox(
                        x: Double(word.column) / columns, y: (Double(number) + 0.15) / rows,
                        width: Double(word.text.count) / columns, height: 0.7 / rows)
                    return RecognizedWord(text: word.text, box: box, confidence: 0.9)
                })
        }
        return RecognizedPage(
            index: 0, width: Int(columns) * 10, height: Int(rows) * 20, source: .ocr,
            blocks: [RecognizedBlock(lines: lines)])
    }
}

extension [String: String] {
    /// The texts, those at some paths read as others.
    fileprivate func read(at path: String, _ figure: (String, String) -> String) -> [String: String] {
        reduce(into: [:]) { $0[$1.key] = figure(path + $1.key, $1.value) }
    }
}
