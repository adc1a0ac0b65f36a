/// Players whose figures say themselves what they are, `Dravid c Anderson b Swann 32 runs 31 balls 4 4s` and
/// `Swann: 7 overs, 1 maidens, 37 runs, 0 wickets`, as rows of a table under a header.
struct WordedFigures {
    /// Fewer players make no such card.
    private static let fewest = 4

    /// Who stands in a row, and his figures.
    private struct Player {
        var text: [PageWord]
        var figures: [Column: PageWord]
        /// Whether the figures say what they are; runs alone behind how a batter was out do not.
        var isWorded = true
        var isBowler: Bool { figures[.wickets] != nil }
    }

    private let unit: Double
    /// Where the figures go, behind everything else on the page.
    private let edge: Double

    /// The rows with such figures in columns; as they are where there is a header in print.
    static func underHeaders(_ rows: [VisualRow]) -> [VisualRow] {
        let players = rows.map { player($0.words) }
        guard players.count(where: { $0?.isWorded == true }) >= fewest, !TableHeaderFinder.hasBatting(in: rows) else {
            return rows
        }
        let worded = WordedFigures(unit: TextUnit.of(rows), edge: rows.map(\.right).max() ?? 0)
        var written: [VisualRow] = []
        var last: Player?
        for (row, player) in zip(rows, players) {
            guard let player, last?.isBowler == false || player.isWorded else {
                last = nil
                written.append(row)
                continue
            }
            if last?.isBowler != player.isBowler { written.append(worded.header(above: row, of: player)) }
            last = player
            written.append(VisualRow(player.text + worded.placed(player.figures, of: player)))
        }
        return written
    }

    private static func player(_ words: [PageWord]) -> Player? {
        // `1. Lee`
        let isNumbered = words.count > 2 && words[0].text.hasSuffix(".") && Int(words[0].text.dropLast()) != nil
        let words = Array(words.dropFirst(isNumbered ? 1 : 0))
        guard let first = words.firstIndex(where: \.hasDigit), let figures = figures(in: Array(words[first...])),
            figures.count > 1, figures[.runs] != nil
        else { return runsAlone(words) }
        let text = withoutMark(words[..<first])
        let isBowler = figures[.wickets] != nil
        guard text.count >= (isBowler ? 1 : 2), text[0].text.first?.isLetter == true else { return nil }
        return Player(text: text, figures: figures)
    }

    /// `Lee` for `Lee:`, `not out` for `not out;`
    private static func withoutMark(_ words: ArraySlice<PageWord>) -> [PageWord] {
        var words = Array(words)
        guard let last = words.last, ":;,".contains(last.text.last ?? " ") else { return words }
        words[words.count - 1].text.removeLast()
        return words
    }

    private static func runsAlone(_ words: [PageWord]) -> Player? {
        guard let runs = words.last, Int(runs.text) != nil, DismissalParser.start(in: words, from: 1) != nil,
            SectionKeywords.leading(words) == nil, words.count(where: \.hasDigit) == 1
        else { return nil }
        return Player(text: Array(words.dropLast()), figures: [.runs: runs], isWorded: false)
    }

    /// The figures that these words are, `50 balls, 4x9`, `7overs, 1 maidens`; nil where they say something else too.
    static func figures(in words: [PageWord]) -> [Column: PageWord]? {
        var figures: [Column: PageWord] = [:]
        var number: PageWord?
        var rate: Column?
        for word in words {
            let bare = bare(word)
            if let (column, figure) = pair(bare, word) {
                guard figures.updateValue(figure, forKey: column) == nil, number == nil else { return nil }
            } else if let column = column(of: bare), let figure = number {
                guard figures.updateValue(figure, forKey: column) == nil else { return nil }
                number = nil
            } else if word.hasDigit, bare.allSatisfy({ $0.isNumber || $0 == "." }) {
                let figure = word.part(bare, from: 0, to: 1)
                guard number == nil else { return nil }
                if let rate { figures[rate] = figure } else { number = figure }
                rate = nil
            } else if let named = rates[bare] {
                rate = named
            } else if !fillers.contains(bare) {
                return nil
            }
        }
        return number == nil ? figures : nil
    }

    /// `60.00` for `60.00.`, `balls` for `balls,`
    private static func bare(_ word: PageWord) -> String {
        let text = word.text.filter { !"(),;".contains($0) }.lowercased()
        return text.hasSuffix(".") ? String(text.dropLast()) : text
    }

    /// Words beside figures.
    private static let fillers: Set = ["and", "a", "an", "strike", "of", "not", "out", "with", "from", ""]
    /// What stands before its figure, `a strike rate of 60.00`.
    private static let rates: [String: Column] = ["rate": .strikeRate, "economy": .economy]

    /// `4x9`, `7overs`
    private static func pair(_ bare: String, _ word: PageWord) -> (column: Column, figure: PageWord)? {
        let sides = bare.split(separator: "x")
        if sides.count == 2, let number = Int(sides[1]), let hit = ["4": Column.fours, "6": .sixes][sides[0]] {
            return (hit, word.part(String(number), from: 0.5, to: 1))
        }
        let digits = bare.prefix { $0.isNumber || $0 == "." }
        guard !digits.isEmpty, bare != "4s", bare != "6s",
            let column = column(of: String(bare[digits.endIndex...]))
        else { return nil }
        return (column, word.part(String(digits), from: 0, to: 0.5))
    }

    private static func column(of word: String) -> Column? {
        switch word {
        case "runs", "run": .runs
        case "balls", "ball": .balls
        case "4s", "fours", "four": .fours
        case "6s", "sixes", "six": .sixes
        case "overs", "over": .overs
        case "maidens", "maiden": .maidens
        case "wickets", "wicket", "wkts", "wkt": .wickets
        default: nil
        }
    }

    private static func columns(of player: Player) -> [(column: Column, head: String)] {
        player.isBowler
            ? [(.overs, "Overs"), (.maidens, "Maidens"), (.runs, "Runs"), (.wickets, "Wickets"), (.economy, "Econ")]
            : [(.runs, "Runs"), (.balls, "Balls"), (.fours, "4s"), (.sixes, "6s"), (.strikeRate, "SR")]
    }

    private func header(above row: VisualRow, of player: Player) -> VisualRow {
        let first = row.words[0]
        var name = first.part(player.isBowler ? "Bowler" : "Batsman", from: 0, to: 1)
        name.right = name.left + 6 * unit
        let heads = Self.columns(of: player).map { ($0.column, first.part($0.head, from: 0, to: 1)) }
        let words = [name] + placed(Dictionary(uniqueKeysWithValues: heads), of: player)
        return VisualRow(words).moved(across: 0, down: -row.height)
    }

    private func placed(_ figures: [Column: PageWord], of player: Player) -> [PageWord] {
        Self.columns(of: player).enumerated().compactMap { place, column in
            guard var figure = figures[column.column] else { return nil }
            let right = edge + Double(6 * (place + 1)) * unit
            (figure.left, figure.right) = (right - 2 * unit, right)
            return figure
        }
    }
}
