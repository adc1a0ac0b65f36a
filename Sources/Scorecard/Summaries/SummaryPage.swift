internal import Recognition

/// Reads pages without batting tables: lists of results, captions of a broadcast, the head of a commentary. A side and its
/// score begin an innings, the best figures below belong to it.
struct SummaryPage {
    private(set) var innings: [DraftInnings] = []
    /// The sides of each `X v Y`.
    private(set) var teams: [Read<String>] = []
    /// What the rows that are no part of an innings say of the match.
    private(set) var facts: MatchFacts
    private var figures: [PageWord] = []
    /// Whether the next row may go on with the figures of the last innings.
    private var isOpen = false
    /// Whether the page says who plays whom.
    private let isNamingSides: Bool

    /// Reads the rows of a page that no table claims.
    init(_ rows: [VisualRow], page: Int, facts: MatchFacts) {
        self.facts = facts
        for row in rows { teams += SidesText.sides(row.words) }
        let sides = Self.sides(on: rows)
        let isSide = { (name: String) in sides.contains(PlayerName(name).words) }
        isNamingSides = sides.count > 1
        if let brief = BriefScores(rows) {
            take(brief, page: page)
            return
        }
        // Specks between the rows end no list.
        let printed = rows.filter { $0.words.contains { !$0.key.isEmpty } }.map {
            VisualRow(Self.withoutDashes($0.words))
        }
        for row in Self.joined(ScoresBeside.parted(printed), isSide: isSide) { take(row, page: page, isSide: isSide) }
        finishFigures()
    }

    /// `Lister` and `38` for `Lister-38` before `(37)`.
    private static func withoutDashes(_ words: [PageWord]) -> [PageWord] {
        zip(words, words.dropFirst().map(Optional.some) + [nil]).flatMap { word, next -> [PageWord] in
            guard next?.text.hasPrefix("(") == true, let dash = word.text.lastIndex(of: "-"),
                case let runs = word.text[word.text.index(after: dash)...], runs.first?.isNumber == true,
                runs.allSatisfy({ $0.isNumber || $0 == "*" }), word.text[..<dash].last?.isLetter == true
            else { return [word] }
            return [word.part(word.text[..<dash], of: word.text), word.part(runs, of: word.text)]
        }
    }

    private mutating func take(_ brief: BriefScores, page: Int) {
        for entry in brief.entries {
            finishFigures()
            var begun = DraftInnings()
            (begun.team, begun.total, begun.page) = (entry.team, entry.total, page)
            innings.append(begun)
            figures = entry.figures
        }
        finishFigures()
        teams = brief.teams
        let rows = brief.rest
        if teams.count == 2, let title = rows.indices.lazy.compactMap({ Self.title(rows, at: $0) }).first,
            !Self.names(title).isDisjoint(with: Self.names(teams))
        {
            teams = title
        }
        facts.takeVenue(brief.venue)
        for row in brief.rest { facts.add(row) }
    }

    private static func names(_ sides: [Read<String>]) -> Set<String> {
        Set(sides.flatMap { PlayerName($0.value).words })
    }

    /// The sides of a title, which may go on in its next row: `Kent v` and `Essex day one`.
    private static func title(_ rows: [VisualRow], at index: Int) -> [Read<String>]? {
        let words = rows[index].words
        let isOpen = words.last.map { ["v", "vs"].contains($0.key) } == true && index + 1 < rows.count
        let last = words[words.count - 1]
        let next = isOpen ? rows[index + 1].words : []
        // Set behind the row, as if the page were wide enough.
        let shift = (next.first?.left ?? 0) - last.right - 0.3 * last.height
        let sides = SidesText.sides(
            words
                + next.map { word in
                    var word = word
                    (word.left, word.right) = (word.left - shift, word.right - shift)
                    return word
                })
        return sides.count == 2 ? sides : nil
    }

    /// Whether these are scores of a match and not a figure in some other text.
    var isConvincing: Bool {
        guard teams.isEmpty || innings.contains(where: mayBeOfASide) else { return false }
        return innings.count > 1 || innings.contains { !$0.batting.isEmpty || !$0.bowling.isEmpty }
            || !innings.isEmpty && !teams.isEmpty
    }

    /// Whether the name of whose score this is begins like a word of one of the sides, as short names of sides do too: a preview of
    /// their match has scores of others at other places.
    private func mayBeOfASide(_ innings: DraftInnings) -> Bool {
        let initials = Set(teams.flatMap { $0.value.lowercased().words }.compactMap(\.first))
        return innings.team?.value.lowercased().first.map(initials.contains) ?? true
    }

    /// The rows with the score of a side beside its name again, where the bend of a page has parted the two.
    private static func joined(_ rows: [VisualRow], isSide: (String) -> Bool) -> [VisualRow] {
        var joined: [VisualRow] = []
        for row in rows {
            if let last = joined.last, row.midY - last.midY < 0.8 * max(row.height, last.height) {
                let (left, right) = last.right < row.left ? (last, row) : (row, last)
                let whole = VisualRow(left.words + right.words)
                if left.right < right.left, isSide(left.text), ScoreLine(whole.words, isSide: isSide) != nil {
                    joined[joined.count - 1] = whole
                    continue
                }
            }
            if let last = joined.last, let whole = below(last, row), ScoreLine(whole.words, isSide: isSide) != nil {
                joined[joined.count - 1] = whole
            } else {
                joined.append(row)
            }
        }
        return joined
    }

    /// A score alone in its row and the name above it.
    private static func below(_ printed: VisualRow, _ score: VisualRow) -> VisualRow? {
        guard let name = withoutPicture(printed), score.words.count <= 4, score.words[0].hasDigit,
            score.top - name.bottom < 1.5 * score.height,
            name.words.count <= 5, !name.words.contains(where: \.hasDigit), name.text.contains(where: \.isUppercase),
            !name.words.contains(where: { ScoreLine.notInNames.contains($0.key) })
        else { return nil }
        return VisualRow(name.words + score.words)
    }

    /// A name without what an engine makes of a small picture before it: `7 “ Powai Lakers`.
    private static func withoutPicture(_ row: VisualRow) -> VisualRow? {
        guard row.words[0].source == .ocr else { return row }
        let rest = row.words.drop { $0.text.count == 1 && !$0.text.contains(where: \.isUppercase) || $0.key.isEmpty }
        let isMark = rest.count > 2 && rest.first?.text.count == 1 && rest.dropFirst().first?.key.isEmpty == true
        let name = Array(isMark ? rest.dropFirst(2) : rest)
        return name.isEmpty ? nil : VisualRow(name)
    }

    /// The names of the sides in `X v Y` and of the winner.
    static func sides(on rows: [VisualRow]) -> Set<[String]> {
        let teams = rows.flatMap { SidesText.sides($0.words) }.map { PlayerName($0.value).words }
        return Set(teams + rows.compactMap { winner($0) })
    }

    /// The side that a result names: the words before `won`.
    private static func winner(_ row: VisualRow) -> [String]? {
        guard let won = row.words.firstIndex(where: { $0.key == "won" }), won > 0 else { return nil }
        return PlayerName(row.words[..<won].map(\.text).joined(separator: " ")).words
    }

    private mutating func take(_ row: VisualRow, page: Int, isSide: (String) -> Bool) {
        let lines = scoreLines(row, isSide: isSide)
        for line in lines { begin(line, page: page) }
        guard lines.isEmpty else { return }
        if isOpen, goesOn(row) {
            figures += row.words
        } else if isOpen, takeExtras(row) || row.words.last?.key == "bowling" {
            return
        } else {
            finishFigures()
            facts.add(row)
        }
    }

    /// The scores of a row: those of two sides may stand beside each other.
    private func scoreLines(_ row: VisualRow, isSide: (String) -> Bool) -> [ScoreLine] {
        let parts = row.words.split { $0.text == ";" }.flatMap { part in
            part.split(after: { $0.text.hasSuffix(";") })
        }
        if parts.count > 1, parts.count <= 4 {
            let lines = parts.compactMap { ScoreLine($0, isBare: true, isSide: isSide) }
            if lines.count == parts.count, lines.contains(where: { isSide($0.team.value) && $0.total.wickets != nil }),
                !lines.contains(where: \.isLikeFigures)
            {
                return lines
            }
        }
        guard let line = ScoreLine(row.words, isSide: isSide),
            !(line.isLikeFigures && isNamingSides && !isSide(line.team.value))
        else { return [] }
        return [line] + (ScoreLine(line.rest, isSide: isSide).map { [$0] } ?? [])
    }

    private mutating func begin(_ line: ScoreLine, page: Int) {
        finishFigures()
        var begun = DraftInnings()
        begun.team = line.team
        begun.total = line.total
        begun.page = page
        innings.append(begun)
        figures = line.rest
        isOpen = true
    }

    /// Whether a row goes on with the list of figures.
    private func goesOn(_ row: VisualRow) -> Bool {
        let keys = row.words.map(\.key)
        guard !keys.contains("v"), !keys.contains("vs"), !keys.contains("to"), keys.first?.hasPrefix("over") != true,
            !MatchFacts.isResult(keys)
        else {
            return false
        }
        return SectionKeywords.leading(row.words) == nil && row.words.contains(where: \.hasDigit)
    }

    /// `EXTRAS 12` between the batters and the bowlers.
    private mutating func takeExtras(_ row: VisualRow) -> Bool {
        guard let last = innings.indices.last, let found = SectionKeywords.leading(row.words),
            found.keyword == .extras, row.words.count == found.count + 1, let word = row.words.last,
            let value = NumericText.integer(word.text)
        else { return false }
        innings[last].extras.total = Read(value.number, from: [word], doubt: value.doubt)
        return true
    }

    private mutating func finishFigures() {
        isOpen = false
        defer { figures = [] }
        guard let last = innings.indices.last, !figures.isEmpty else { return }
        let best = BestFigures.parse(figures)
        innings[last].batting += best.batting
        innings[last].bowling += best.bowling
    }
}

extension ArraySlice {
    /// The elements in pieces, each of which ends with one that satisfies the condition or with the last.
    fileprivate func split(after condition: (Element) -> Bool) -> [[Element]] {
        reduce(into: [[Element]]()) { pieces, element in
            if let last = pieces.last?.last, !condition(last) {
                pieces[pieces.count - 1].append(element)
            } else {
                pieces.append([element])
            }
        }
    }
}
