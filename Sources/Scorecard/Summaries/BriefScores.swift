internal import Recognition

/// Scores in brief, of one match or of several: `Kent 240 (A Lee 72; J Fox 4/32) and 72 for 8; Essex 158 for 6`,
/// `Kent 259/7 dec in 74 overs drew with Essex 219`, `Kent 143: Lee 25; Fox 3-9`.
struct BriefScores {
    struct Entry {
        var team: Read<String>
        var total: DraftTotal
        var figures: [PageWord] = []
        /// Whether a semicolon or a full stop stands before it.
        var isApart: Bool
        /// Whether nothing but runs is told.
        var isBare: Bool
        /// Whether a mark or a verb of results stands behind the score.
        var isClosed = false
        /// Where it stands.
        var words: Range<Int>
        /// Where the other side begins behind a verb of results, `beat Essex`, `lost to Essex`.
        var opponent: Int?
    }

    private(set) var entries: [Entry] = []
    /// The sides, match by match.
    private(set) var teams: [Read<String>] = []
    /// The ground of the first match, `At the Park: Kent ...`.
    private(set) var venue: [PageWord] = []
    /// The rows that say something else.
    private(set) var rest: [VisualRow] = []
    private let text: BriefText

    /// Reads the rows; nil where they hold no two scores, one of them with its best figures or both in one result.
    init?(_ rows: [VisualRow]) {
        text = BriefText(rows)
        read()
        dropDoubtful()
        dropAboveLabel()
        if !entries.contains(where: { !$0.figures.isEmpty }) { keepResults() }
        guard entries.count >= 2 else { return nil }
        dropRepeated()
        guard !isCommentary else { return nil }
        teams = Self.sides(entries)
        venue = place
        rest = others(rows)
    }

    /// The rows without scores, and what stands behind the last score of a row, to the end of its sentence: `Kent won by 72` and `runs.`
    private func others(_ rows: [VisualRow]) -> [VisualRow] {
        var others: [VisualRow] = []
        var open: [PageWord] = []
        let taken = ends
        for index in rows.indices {
            if let end = taken[index] {
                open = Array(text.words[end...].prefix(text.rowOf[end...].count { $0 == index }))
                if open.count < 3 { open = [] }
                if open.last?.text.hasSuffix(".") != true, index + 1 < rows.count, taken[index + 1] == nil { continue }
            } else {
                open += rows[index].words
            }
            if !open.isEmpty { others.append(VisualRow(open)) }
            open = []
        }
        return others
    }

    /// The rows that scores stand in, and the word behind the last of them.
    private var ends: [Int: Int] {
        var ends: [Int: Int] = [:]
        for index in entries.map(\.words).joined() { ends[text.rowOf[index]] = index + 1 }
        return ends
    }

    private mutating func read() {
        var index = 0
        while index < text.words.count {
            guard let end = entry(at: index) else {
                index += 1
                continue
            }
            index = end
        }
    }

    /// Takes the score that begins at this word with what stands behind it; the index behind them.
    private mutating func entry(at index: Int) -> Int? {
        let first = text.words[index]
        if let end = untold(at: index) { return end }
        guard first.text.first?.isNumber == true || first.key == "all", let side = BriefSide(text, before: index),
            let score = BriefScore.latest(text, at: index),
            !side.isBehindDash || score.total.wickets != nil || isFollowed(at: score.end)
        else { return nil }
        return take(score, of: side.name, isApart: side.isApart, from: side.start)
    }

    /// Takes a side of which only the best figures are told, `Essex (A Lee 50, B Ray 46; J Fox 3-46)`, behind one with a score.
    private mutating func untold(at index: Int) -> Int? {
        guard entries.last?.figures.isEmpty == false, let close = text.bracketEnd(at: index), close > index + 6,
            let side = BriefSide(text, before: index), side.isApart, side.name.value != entries.last?.team.value
        else { return nil }
        let figures = Self.unbracketed(text.words[index...close])
        let best = BestFigures.parse(figures)
        guard best.batting.count > 1, !best.bowling.isEmpty else { return nil }
        entries.append(
            Entry(
                team: side.name, total: DraftTotal(), figures: figures, isApart: true, isBare: false,
                words: side.start..<(close + 1)))
        return close + 1
    }

    private mutating func take(_ score: BriefScore, of team: Read<String>, isApart: Bool, from start: Int) -> Int {
        var entry = Entry(
            team: team, total: score.total, isApart: isApart, isBare: !score.isTold, words: start..<score.end)
        entry.isClosed = isClosed(at: score.end)
        var end = score.end
        if score.hasColon {
            end = colonEnd(from: end)
            entry.figures = Array(text.words[score.end..<end])
        } else if let close = text.bracketEnd(at: end), close > end, Self.isOfScore(text.words[end...close]) {
            let inside = Self.unbracketed(text.words[end...close])
            entry.total.fill(from: TotalParser.parse(inside))
            if entry.total.overs == nil, let first = inside.first, Overs(first.text) != nil {
                entry.total.overs = Read(first.text, from: [first])
            }
            end = close + 1
        } else if let close = text.bracketEnd(at: end), close > end {
            entry.figures = Self.unbracketed(text.words[end...close])
            takeOvers(&entry)
            end = close + 1
        }
        entry.opponent = opponent(behind: end)
        entry.words = start..<end
        entries.append(entry)
        return second(of: team, at: end) ?? end
    }

    /// Whether the other innings of a side follows, as in `Kent - 144 and 230 all out`.
    private func isFollowed(at index: Int) -> Bool {
        guard index + 1 < text.words.count, text.words[index].key == "and" else { return false }
        return BriefScore(text, at: index + 1)?.total.wickets != nil
    }

    private func isClosed(at end: Int) -> Bool {
        ",;.".contains(text.words[end - 1].text.last ?? " ")
            || end < text.words.count && ["drew", "beat", "lost", "tied", "v", "vs"].contains(text.words[end].key)
    }

    private func opponent(behind end: Int) -> Int? {
        let verb = text.words[end...].prefix(2).map(\.key)
        if ["beat", "beats", "defeated", "bt"].contains(verb.first) { return end + 1 }
        return [["lost", "to"], ["drew", "with"], ["tied", "with"]].contains(verb) ? end + 2 : nil
    }

    /// Keeps the scores that a result tells of both sides, `Kent 181-5 from 35 overs beat Essex 140-8`.
    private mutating func keepResults() {
        let kept = entries.indices.dropLast().filter { index in
            entries[index].opponent == entries[index + 1].words.lowerBound
                && entries[index...index + 1].allSatisfy { $0.total.wickets != nil || $0.total.overs != nil }
        }
        entries = kept.flatMap { entries[$0...$0 + 1] }
    }

    /// Takes the second innings of a side, `and 72 for 8`.
    private mutating func second(of team: Read<String>, at index: Int) -> Int? {
        guard index + 1 < text.words.count, text.words[index].key == "and" || text.words[index].text == "&",
            let score = BriefScore(text, at: index + 1)
        else { return nil }
        entries[entries.count - 1].isBare = false
        let end = take(score, of: team, isApart: false, from: index)
        entries[entries.count - 1].isBare = false
        return end
    }

    /// Where the figures behind a colon end: with their row, or the next where a comma goes on.
    private func colonEnd(from start: Int) -> Int {
        guard start < text.words.count else { return start }
        if text.rowStarts.contains(start) {
            let below = text.words[start..<text.endOfRow(from: start)]
            guard below.contains(where: \.hasDigit), below.contains(where: { $0.text.hasSuffix(",") }) else {
                return start
            }
        }
        var end = text.endOfRow(from: start)
        while end < text.words.count, isListOpen(text.words[end - 1]), end - start < 60 {
            end = text.endOfRow(from: end)
        }
        return end
    }

    /// Whether a list goes on behind a comma, or within a name that the end of a line has parted.
    private func isListOpen(_ word: PageWord) -> Bool {
        ",;".contains(word.text.last ?? " ")
            || !word.hasDigit && word.text.first?.isUppercase == true && !word.text.hasSuffix(".")
    }

    /// What stands above `Brief scores:` tells of the match in sentences.
    private mutating func dropAboveLabel() {
        let labels = text.words.indices.dropFirst().filter {
            text.words[$0].key == "scores" && Self.brief.contains(text.words[$0 - 1].key)
        }
        guard let label = labels.first, entries.count(where: { $0.words.lowerBound > label }) >= 2 else { return }
        entries.removeAll { $0.words.lowerBound < label }
    }

    private static let brief: Set = ["brief", "chief", "short", "summarised", "summarized", "final", "summary"]

    /// A headline has the score of a side by its short name, `Kent 14/2` above `Kent College 14/2 in 5 overs`.
    private mutating func dropRepeated() {
        let told = entries
        entries.removeAll { entry in
            entry.figures.isEmpty
                && told.contains {
                    $0.team.value.hasPrefix(entry.team.value + " ") && !$0.figures.isEmpty
                        && $0.total.runs?.value == entry.total.runs?.value
                        && $0.total.wickets?.value == entry.total.wickets?.value
                }
        }
    }

    /// Whether a side's score is told again and again, as over by over.
    private var isCommentary: Bool {
        let names = entries.map(\.team.value)
        return names.indices.dropFirst(2).contains { names[$0] == names[$0 - 1] && names[$0] == names[$0 - 2] }
    }

    /// The words between `At` and its colon.
    private var place: [PageWord] {
        guard let at = text.words.firstIndex(where: { $0.text == "At" }),
            let colon = text.words[at...].prefix(5).firstIndex(where: { $0.text.hasSuffix(":") }), colon > at
        else { return [] }
        return Array(text.words[(at + 1)...colon])
    }

    /// `(Overs 19.5, A Lee 20, ...)`
    private func takeOvers(_ entry: inout Entry) {
        guard entry.figures.count > 1, entry.figures[0].key == "overs", entry.figures[1].hasDigit else { return }
        let overs = entry.figures[1].text.filter { $0.isNumber || $0 == "." }
        if Overs(overs) != nil, entry.total.overs == nil { entry.total.overs = Read(overs, from: [entry.figures[1]]) }
        entry.figures.removeFirst(2)
    }

    /// Runs alone are a batter's as often as a side's: they count with figures behind them, or in a long list of scores.
    private mutating func dropDoubtful() {
        guard entries.count(where: { !$0.isBare }) < 6 else {
            // `Lee 39 (26)` among the figures below a score.
            return entries.removeAll { $0.isBare && $0.figures.isEmpty && $0.total.overs != nil }
        }
        let isTold = entries.contains { !$0.isBare }
        entries.removeAll { entry in
            entry.isBare && entry.figures.isEmpty && !(isTold && entry.isClosed && entry.total.runs?.value ?? 0 >= 100)
        }
    }

    /// `(all out, 27.3 overs)` says more of the score and of no player, and so does what an engine made of `(27.3 ov)`.
    private static func isOfScore(_ bracket: ArraySlice<PageWord>) -> Bool {
        if bracket.count == 2, let last = bracket.last, last.source == .ocr, last.key.count == 2,
            Overs(bracket[bracket.startIndex].key) != nil
        {
            return true
        }
        return isOfScoreAlone(bracket)
    }

    private static func isOfScoreAlone(_ bracket: ArraySlice<PageWord>) -> Bool {
        bracket.allSatisfy {
            $0.hasDigit || ["all", "out", "dec", "declared", "overs", "ovs", "ov", "in"].contains($0.key)
        }
            && bracket.contains { !$0.hasDigit }
    }

    private static func unbracketed(_ words: ArraySlice<PageWord>) -> [PageWord] {
        var words = Array(words)
        words[0].text.removeFirst()
        let last = words.count - 1
        while let mark = words[last].text.last, ");.,".contains(mark) { words[last].text.removeLast() }
        // `Smith-` and `Jones`, `3-` and `46` at the end of a line and the beginning of the next.
        return words.reduce(into: []) { joined, word in
            if let before = joined.last, before.text.hasSuffix("-") || before.text.hasSuffix("/"),
                before.hasDigit
                    ? before.text.count <= 3 && word.text.first?.isNumber == true
                    : before.text.count > 2 && !before.text.hasSuffix("/") && !word.hasDigit
            {
                joined[joined.count - 1] = before.joined(with: word)
            } else if !word.text.isEmpty {
                joined.append(word)
            }
        }
    }

    /// Both sides of each match: a third side begins another, and so does a side named again behind a semicolon.
    private static func sides(_ entries: [Entry]) -> [Read<String>] {
        var matches: [[Read<String>]] = []
        for entry in entries {
            let isNamed = matches.last?.contains { $0.value == entry.team.value } == true
            if let last = matches.last, last.count == 1 || isNamed && !(entry.isApart && last.count == 2) {
                if !isNamed { matches[matches.count - 1].append(entry.team) }
            } else {
                matches.append([entry.team])
            }
        }
        let names = matches.map { Set($0.map(\.value)) }
        return matches.indices.filter { $0 == 0 || !names[$0].isSubset(of: names[$0 - 1]) }.flatMap { matches[$0] }
    }
}
