/// Falls of wickets in a table of their own: a header of `Wicket`, `Score`, `Over` and `Batter` in any order, a row for each fall.
struct FallTable {
    private enum Column {
        case wicket, runs, over, player, other
    }

    private let columns: [(column: Column, head: PageWord)]
    private(set) var wickets: [DraftWicket] = []
    /// Whether its rows are numbered from 0, as a data frame is printed.
    private var isFrame = false

    /// Reads a header; nil when the row is none.
    init?(header words: [PageWord]) {
        // `Batter out`
        let words = Self.withFallOfWickets(words.filter { $0.key != "out" })
        guard words.count >= 2, !words.contains(where: \.hasDigit) else { return nil }
        // Beside the score, `Runs` are those of the batter who was out.
        let showsScore = words.contains { $0.key == "score" }
        let columns = words.compactMap { word in
            Self.column(word.key).map { ($0 == .runs && showsScore && word.key != "score" ? .other : $0, word) }
        }
        guard columns.count == words.count, columns.contains(where: { $0.0 == .runs }), columns.count >= 2 else {
            return nil
        }
        self.columns = columns
    }

    /// Whether a head says where the players stand.
    var hasPlayers: Bool { columns.contains { $0.column == .player } }

    /// Whether the heads need no title above them: `wicket  score  batter`.
    var saysAll: Bool { hasPlayers && columns.contains { $0.column == .wicket } }

    /// Whether a header has the title of the table among its columns.
    static func isTitled(_ words: [PageWord]) -> Bool {
        words.first?.key != "fall" && withFallOfWickets(words).count < words.count
    }

    /// Whether a header stands behind the title of the table in this row: `Fall of Wickets  Batter  Score  Over`.
    static func isHeaded(_ words: [PageWord]) -> Bool {
        guard let title = SectionKeywords.leading(words), title.keyword == .fallOfWickets else { return false }
        return FallTable(header: Array(words.dropFirst(title.count))) != nil
    }

    /// Where `Fall of wickets` begins among heads.
    static func title(in words: [PageWord]) -> Int? {
        guard let fall = words.firstIndex(where: { $0.key == "fall" }), fall + 2 < words.count,
            words[fall + 1].key == "of", words[fall + 2].key.hasPrefix("wicket")
        else { return nil }
        return fall
    }

    /// `Wkt  Fall of wickets  Score  Over`: the names stand below the title.
    private static func withFallOfWickets(_ words: [PageWord]) -> [PageWord] {
        guard let fall = title(in: words), fall > 0 else { return words }
        var name = words[fall].joined(with: words[fall + 1]).joined(with: words[fall + 2])
        name.key = "batter"
        name.right = name.left
        return words[..<fall] + [name] + words[(fall + 3)...]
    }

    private static func column(_ key: String) -> Column? {
        switch key {
        case "wicket", "wickets", "wkt", "wkts", "w", "no": .wicket
        case "score", "runs", "total", "at", "r", "fallofwicket": .runs
        case "over", "overs", "ov", "ovs", "o": .over
        case "player", "batter", "batters", "batsman", "batsmen", "name": .player
        case "partnership", "ball", "balls", "pship", "p'ship": .other
        default: nil
        }
    }

    /// Takes in a row; false when it is no fall of a wicket.
    mutating func add(_ printed: [PageWord]) -> Bool {
        // `Over 1 2 3` is a row of another table.
        if let first = printed.first, first.key.utf8.count >= 4, Self.column(first.key) != nil { return false }
        // `1  U. Abbasi  9  1.3`, the number without a head.
        let number = number(before: printed)
        if isNumbered(printed) { isFrame = true } else if isFrame { return false }
        let words = (number == nil && !isFrame ? printed[...] : printed.dropFirst())
            .filter { !($0.key.hasPrefix("ov") && $0.text.hasSuffix(")")) }
        let count = number.map { Int($0.key) ?? 0 } ?? wickets.count + 1
        var cells: [[PageWord]] = Array(repeating: [], count: columns.count)
        // Names without a header stand before the others.
        let areNamed = columns.contains { $0.column == .player } || columns[0].column == .wicket
        let names = areNamed ? [] : words.prefix { !$0.hasDigit }
        for word in words.dropFirst(names.count) {
            let isName = isName(word)
            let fitting = columns.indices.filter { index in
                let column = columns[index].column
                return isName ? column == .player || column == .other : column != .player || !word.hasDigit
            }
            let nearest = fitting.min { distance(word, $0) < distance(word, $1) }
            if let nearest { cells[nearest].append(word) }
        }
        var wicket = DraftWicket()
        for (cell, column) in zip(cells, columns) { set(column.column, cell, in: &wicket) }
        // `0-2` alone may be either way round: the wickets are counted.
        if let score = wicket.wicket, wicket.runs?.value == count, score.value != count,
            !columns.contains(where: { $0.column == .wicket })
        {
            (wicket.wicket, wicket.runs) = (wicket.runs, score)
        }
        guard wicket.runs != nil || !wickets.isEmpty && wicket.over != nil && showsScore(cells) else { return false }
        if let marked = NameText.marked(Array(names)) { wicket.player = Read(marked.name, from: marked.words) }
        if wicket.wicket == nil, !columns.contains(where: { $0.column == .wicket }), let word = number ?? words.last {
            wicket.wicket = Read(count, from: [word])
        }
        wickets.append(wicket)
        return true
    }

    /// The number of its wicket with which the row begins, left of the first head.
    private func number(before words: [PageWord]) -> PageWord? {
        guard let first = words.first, let number = Int(first.key), number > wickets.count, number <= 11,
            words.count > 2, !words[1].hasDigit, words[1].left - first.right > first.height,
            first.right < columns[0].head.midX, !columns.contains(where: { $0.column == .wicket })
        else { return nil }
        return first
    }

    /// Whether the row begins with its own number, from 0 on, left of the number of the wicket.
    private func isNumbered(_ words: [PageWord]) -> Bool {
        columns[0].column == .wicket && words.count > 2 && words[0].text == String(wickets.count)
            && words[1].text == String(wickets.count + 1) && words[0].right < columns[0].head.left
    }

    /// Whether a word can only belong to the players: none of the column before them, whose heads may stand over their middle.
    private func isName(_ word: PageWord) -> Bool {
        guard !word.hasDigit, let player = columns.firstIndex(where: { $0.column == .player }) else { return false }
        if player == 0 {
            return word.key.utf8.count > 2 && (columns.count < 2 || word.left < columns[1].head.midX - 3 * word.height)
        }
        return word.left > columns[player - 1].head.midX && !word.isDash
    }

    /// Whether something that was no figure stands in the column of scores.
    private func showsScore(_ cells: [[PageWord]]) -> Bool {
        zip(cells, columns).contains { $1.column == .runs && !$0.isEmpty }
    }

    private func distance(_ word: PageWord, _ index: Int) -> Double {
        let head = columns[index].head
        // Names are wide and begin where their header does.
        if columns[index].column == .player { return max(0, head.midX - word.midX) }
        // Figures may stand at the right edge of a wide head.
        return min((head.midX - word.midX).magnitude, (head.right - word.right).magnitude)
    }

    private func set(_ column: Column, _ words: [PageWord], in wicket: inout DraftWicket) {
        guard let first = words.first else { return }
        let number = NumericText.integer(first.text)
        switch column {
        case .wicket: wicket.wicket = number.flatMap { Read($0.number, from: [first], doubt: $0.doubt) }
        case .runs:
            // `56/3` and `3-56` say the wicket too.
            let score = FallOfWicketsParser.parse(words).first
            wicket.runs = score?.runs ?? number.flatMap { Read($0.number, from: [first], doubt: $0.doubt) }
            wicket.wicket = wicket.wicket ?? score?.wicket
            wicket.over = wicket.over ?? score?.over
        case .over:
            wicket.over = NumericText.overs(first.text).flatMap { Read($0.number, from: [first], doubt: $0.doubt) }
        case .player: wicket.player = NameText.marked(words).flatMap { Read($0.name, from: $0.words) }
        case .other: return
        }
    }
}

/// The names and overs in further rows of a grid of wickets: `Batsman out` and `Over`, each below a score.
struct FallNames {
    private var words: [PageWord] = []
    private var overs: [PageWord] = []

    /// Takes in the row; false when it is none of names or overs, or stands below no scores.
    mutating func take(_ row: [PageWord], under grid: [PageWord]) -> Bool {
        let keys = row.map(\.key)
        if ["over", "overs"].contains(keys[0]), overs.isEmpty, row.count > 1, !grid.isEmpty {
            guard row.dropFirst().allSatisfy({ NumericText.overs($0.text) != nil || $0.isDash }) else { return false }
            overs = Array(row.dropFirst())
            return true
        }
        let label = [
            ["batsman", "out"], ["batter", "out"], ["out", "batsman"], ["batsman"], ["batter"], ["name"], ["player"],
        ]
        .first { keys.starts(with: $0) }
        guard let label, words.isEmpty, row.count > label.count, !row.contains(where: \.hasDigit),
            grid.contains(where: { $0.key == "score" || $0.key == "runs" || $0.key == "total" })
        else { return false }
        words = Array(row.dropFirst(label.count))
        return true
    }

    /// The wickets with the names that stand below their scores.
    func named(_ wickets: [DraftWicket], in grid: [PageWord]) -> [DraftWicket] {
        let scores = grid.filter { Int($0.text) != nil }.suffix(wickets.count)
        guard !words.isEmpty || !overs.isEmpty, scores.count == wickets.count else { return wickets }
        let names = dealt(words, among: scores)
        let overs = dealt(overs, among: scores)
        return wickets.indices.map { index in
            var wicket = wickets[index]
            wicket.player = wicket.player ?? NameText.marked(names[index]).flatMap { Read($0.name, from: $0.words) }
            wicket.over =
                wicket.over
                ?? overs[index].first.flatMap { word in
                    NumericText.overs(word.text).flatMap { Read($0.number, from: [word], doubt: $0.doubt) }
                }
            return wicket
        }
    }

    /// The words by the score that each stands nearest to.
    private func dealt(_ words: [PageWord], among scores: ArraySlice<PageWord>) -> [[PageWord]] {
        var dealt = [[PageWord]](repeating: [], count: scores.count)
        for word in words {
            let nearest = scores.enumerated().min {
                ($0.element.midX - word.midX).magnitude < ($1.element.midX - word.midX).magnitude
            }
            if let nearest { dealt[nearest.offset].append(word) }
        }
        return dealt
    }
}
