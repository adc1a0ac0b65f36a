/// Batters whose figures say themselves what they are, `Dravid c Anderson b Swann 32 runs 31 balls 4 4s`, as rows of a table
/// under a header.
struct WordedFigures {
    /// Fewer batters make no such card.
    private static let fewest = 4
    private static let columns: [(column: Column, head: String)] = [
        (.runs, "Runs"), (.balls, "Balls"), (.fours, "4s"), (.sixes, "6s"),
    ]

    private let unit: Double
    /// Where the figures go, behind everything else on the page.
    private let edge: Double

    /// The rows with such figures in columns; as they are where there is a header in print.
    static func underHeaders(_ rows: [VisualRow]) -> [VisualRow] {
        let batters = rows.map { batter($0.words) }
        guard batters.count(where: { $0?.isWorded == true }) >= fewest, !TableHeaderFinder.hasBatting(in: rows) else {
            return rows
        }
        let worded = WordedFigures(unit: TextUnit.of(rows), edge: rows.map(\.right).max() ?? 0)
        var written: [VisualRow] = []
        var isTable = false
        for (row, batter) in zip(rows, batters) {
            guard let batter, isTable || batter.isWorded else {
                isTable = false
                written.append(row)
                continue
            }
            if !isTable { written.append(worded.header(above: row)) }
            isTable = true
            written.append(VisualRow(batter.text + worded.placed(batter.figures)))
        }
        return written
    }

    private typealias Batter = (text: [PageWord], figures: [Column: PageWord], isWorded: Bool)

    /// Who bats in a row: figures that say what they are, or runs alone behind how he was out; nil for any other row.
    private static func batter(_ words: [PageWord]) -> Batter? {
        var figures: [Column: PageWord] = [:]
        var end = words.count
        while let (column, figure, count) = figure(words[..<end]), figures[column] == nil {
            figures[column] = figure
            end -= count
        }
        let text = Array(words[..<end])
        guard text.count >= 2, text[0].text.first?.isLetter == true, !text.contains(where: \.hasDigit) else {
            return runsAlone(words)
        }
        return figures[.runs] != nil && figures.count > 1 ? (text, figures, true) : runsAlone(words)
    }

    private static func runsAlone(_ words: [PageWord]) -> Batter? {
        guard let runs = words.last, Int(runs.text) != nil, DismissalParser.start(in: words, from: 1) != nil,
            SectionKeywords.leading(words) == nil, words.count(where: \.hasDigit) == 1
        else { return nil }
        return (Array(words.dropLast()), [.runs: runs], false)
    }

    /// The figure at the end of these words and how many words say it: `18 balls`, `4x9`.
    private static func figure(_ words: ArraySlice<PageWord>) -> (column: Column, figure: PageWord, count: Int)? {
        guard let last = words.last else { return nil }
        let bare = last.text.filter { !"(),;".contains($0) }
        let pair = bare.split(separator: "x")
        if pair.count == 2, let number = Int(pair[1]), let hit = ["4": Column.fours, "6": .sixes][pair[0]] {
            return (hit, last.part(String(number), from: 0.5, to: 1), 1)
        }
        guard let column = column(of: bare.lowercased()), let number = words.dropLast().last else { return nil }
        let digits = number.text.filter { $0 != "(" }
        return Int(digits) != nil ? (column, number.part(digits, from: 0, to: 1), 2) : nil
    }

    private static func column(of word: String) -> Column? {
        switch word {
        case "runs", "run": .runs
        case "balls", "ball": .balls
        case "4s", "fours", "four": .fours
        case "6s", "sixes", "six": .sixes
        default: nil
        }
    }

    private func header(above row: VisualRow) -> VisualRow {
        let first = row.words[0]
        var name = first.part("Batsman", from: 0, to: 1)
        name.right = name.left + 6 * unit
        let heads = Self.columns.map { ($0.column, first.part($0.head, from: 0, to: 1)) }
        let words = [name] + placed(Dictionary(uniqueKeysWithValues: heads))
        return VisualRow(words).moved(across: 0, down: -row.height)
    }

    private func placed(_ figures: [Column: PageWord]) -> [PageWord] {
        Self.columns.enumerated().compactMap { place, column in
            guard var figure = figures[column.column] else { return nil }
            let right = edge + Double(6 * (place + 1)) * unit
            (figure.left, figure.right) = (right - 2 * unit, right)
            return figure
        }
    }
}
