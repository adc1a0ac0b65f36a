internal import Recognition

/// The sentence above the scoreboards of agencies, `Scoreboard at close of play on the second day of the first test between Kent and
/// Essex at the Park on Friday:`: its `at close` is no ground.
struct WireLead {
    private(set) var teams: [Read<String>] = []
    /// The words of the ground.
    private(set) var venue: [PageWord] = []
    /// The words that say what kind of match it is.
    private(set) var kind: [PageWord]?
    /// The words of the day that the message is of, `BRISBANE, Nov 22`: a page may have been published on another.
    private(set) var date: [PageWord] = []
    /// The rows without the sentence.
    private(set) var rest: [VisualRow] = []

    /// Rows that such a sentence fills at most.
    private static let longest = 5

    /// Reads the rows above a card; nil where no such sentence is among them.
    init?(_ rows: some Collection<VisualRow>) {
        var rows = Array(rows)
        while let (row, word) = Self.start(in: rows) { take(&rows, row, word) }
        guard isFound else { return nil }
        rest = rows
    }

    private var isFound = false

    /// Where `Scoreboard at close`, `Scores after lunch`, `scoreboard in the first Test between` begins.
    private static func start(in rows: [VisualRow]) -> (row: Int, word: Int)? {
        for (row, line) in rows.enumerated() {
            for (index, word) in line.words.enumerated() where ["scoreboard", "scores"].contains(word.key) {
                let behind = line.words[(index + 1)...] + (row + 1 < rows.count ? rows[row + 1].words : [])
                let at = behind.prefix(4).firstIndex { ["at", "after"].contains($0.text) }
                let saysWhen = at.map { behind[$0...].prefix(4).contains { phases.contains($0.key) } } == true
                let saysWho =
                    ["in", "of", "on", "from", "after"].contains(behind.first?.text ?? "")
                    && behind.prefix(24).contains { $0.text == "between" }
                if saysWhen || saysWho { return (row, index) }
            }
        }
        return nil
    }

    /// When boards are sent.
    private static let phases: Set = ["stumps", "close", "lunch", "tea", "end", "innings"]
    private static let weekdays: Set = [
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    ]

    /// Takes the sentence that begins there out of the rows.
    private mutating func take(_ rows: inout [VisualRow], _ row: Int, _ word: Int) {
        isFound = true
        let before = Array(rows[row].words[..<word])
        let above = row > 0 && rows[row - 1].words.count <= 6 ? rows[row - 1].words : []
        for line in [before, above] where date.isEmpty { date = DateText.range(in: line).map { Array(line[$0]) } ?? [] }
        var words: [PageWord] = []
        var last = row
        for index in row..<min(row + Self.longest, rows.count) {
            let line = Array(rows[index].words[(index == row ? word : 0)...])
            words += line
            last = index
            // `at lunch Monday on the second day of the match between`
            let day = words.dropFirst(3).contains { Self.weekdays.contains($0.key) }
            let isWhole = words.contains { $0.text == "between" } || Self.weekdays.contains(words[words.count - 1].key)
            if day && isWhole || words.dropFirst(2).contains(where: { $0.text.hasSuffix(":") }) { break }
        }
        let behind = read(words)
        // A side that the row ends in goes on below it.
        var rewritten = before.isEmpty ? [] : [VisualRow(before)]
        if !behind.isEmpty {
            let next = last + 1 < rows.count ? rows[last + 1].words : []
            rewritten.append(VisualRow(behind + next))
            last = min(last + 1, rows.count - 1)
        }
        rows.replaceSubrange(row...last, with: rewritten)
    }

    /// Reads the sentence; the words behind its ground that are none of it.
    private mutating func read(_ words: [PageWord]) -> [PageWord] {
        if teams.isEmpty { teams = Self.teams(words) }
        kind = kind ?? MatchKind.named(in: words)
        guard let start = Self.placeStart(words) else { return [] }
        var place: [PageWord] = []
        for index in start..<words.count {
            let word = words[index]
            if begins(teamAt: index, words) { return finish(place, Array(words[index...])) }
            guard isPlace(word, behind: place, before: index + 1 < words.count ? words[index + 1] : nil) else { break }
            place.append(word)
            if ":.".contains(word.text.last ?? " "), word.key.utf8.count > 2 { break }
        }
        return finish(place, [])
    }

    /// `the`, names, and the town: `the Park Oval (PO) in Dhaka`.
    private func isPlace(_ word: PageWord, behind place: [PageWord], before next: PageWord?) -> Bool {
        if word.text == "the" { return place.isEmpty }
        if word.text == "in" { return !place.isEmpty && next?.text.first?.isUppercase == true }
        let letter = word.text.drop { $0 == "(" }.first
        return letter?.isUppercase == true && !Self.weekdays.contains(word.key)
    }

    private mutating func finish(_ place: [PageWord], _ behind: [PageWord]) -> [PageWord] {
        if venue.isEmpty { venue = place }
        return behind
    }

    private func begins(teamAt index: Int, _ words: [PageWord]) -> Bool {
        teams.contains { team in
            team.value.lowercased().words.first.map { words[index].key == $0 } == true
        }
    }

    /// Where the ground begins: behind `at`, or behind `in` after the day.
    private static func placeStart(_ words: [PageWord]) -> Int? {
        let places = words.indices.dropFirst(3).dropLast().filter { index in
            let next = words[index + 1].text
            let isName =
                next.first?.isUppercase == true
                || next == "the" && index + 2 < words.count
                    && words[index + 2].text.first?.isUppercase == true
            return isName && !weekdays.contains(words[index + 1].key)
                && (words[index].text == "at" || words[index].text == "in" && weekdays.contains(words[index - 1].key))
        }
        return places.first.map { $0 + 1 }
    }

    /// The sides in `between Kent and Essex on Friday`.
    private static func teams(_ words: [PageWord]) -> [Read<String>] {
        guard let between = words.firstIndex(where: { $0.text == "between" }) else { return [] }
        let behind = words[(between + 1)...].prefix(14)
        guard let and = behind.firstIndex(where: { $0.text == "and" }) else { return [] }
        let first = behind[..<and].drop { $0.text == "the" }
        let second = behind[(and + 1)...].drop { $0.text == "the" }.prefix { $0.text.first?.isUppercase == true }
        let end = second.firstIndex { ":,".contains($0.text.last ?? " ") }.map { $0 + 1 } ?? second.endIndex
        return [first, second[..<end]].compactMap { side in
            let name = side.map(\.text).joined(separator: " ").filter { $0 != ":" && $0 != "," }
            return side.isEmpty || side.count > 5 ? nil : Read(name, from: side)
        }
    }
}
