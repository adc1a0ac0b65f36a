internal import Recognition

/// Both sides with their scores above the tables, where apps and sites show one innings at a time: `Kent 184/6 (20)  Essex 150 (18.2)`.
struct ScoreHeads {
    private var listed = ListedInnings()
    private var sides: [(team: Read<String>, total: DraftTotal)] = []
    /// Two names beside each other in a row above, whose scores may stand below them.
    private var names: (left: [PageWord], right: [PageWord])?

    /// Takes in a row above the first table.
    mutating func add(_ row: VisualRow) {
        takeBelow(row)
        listed.add(row)
        var words = row.words
        // No head has more scores in a row than both sides of a match of four innings.
        for _ in 0..<4 {
            guard let line = ScoreLine(words, isSide: { _ in true }), line.total.runs?.value ?? 0 >= 10,
                !line.isLikeFigures || line.total.runs?.value ?? 0 >= 100, line.rest.count < words.count
            else { return }
            add(line)
            words = line.rest
        }
    }

    /// Takes two scores below two names, and two brackets with the overs below those.
    private mutating func takeBelow(_ row: VisualRow) {
        guard let halves = Self.halves(row) else { return }
        if !row.words.contains(where: \.hasDigit) {
            let areSides = [halves.left, halves.right].allSatisfy {
                (1...4).contains($0.count) && $0.contains { $0.key.count > 3 }
            }
            return names = areSides ? halves : nil
        }
        guard let names, halves.left[0].hasDigit, halves.right[0].hasDigit,
            row.top - names.left[names.left.count - 1].bottom < 4 * row.height
        else { return }
        let words = (left: names.left + halves.left, right: names.right + halves.right)
        let lines = [words.left, words.right].compactMap { ScoreLine($0, isBare: true, isSide: { _ in true }) }
        guard lines.count == 2, lines.allSatisfy(\.rest.isEmpty) else { return }
        for line in lines { add(line) }
        self.names = words
    }

    /// The words on both sides of the one wide gap of a row, or of a word between two that says how the match stands.
    private static func halves(_ row: VisualRow) -> (left: [PageWord], right: [PageWord])? {
        let gaps = zip(row.words, row.words.dropFirst()).map { $1.left - $0.right }
        let wide = gaps.indices.filter { gaps[$0] > 1.5 * row.height }
        let isParted = wide.count == 2 && wide[1] == wide[0] + 1 && states.contains(row.words[wide[1]].key)
        guard let gap = wide.first, let end = wide.last, wide.count == 1 || isParted else { return nil }
        return (Array(row.words[...gap]), Array(row.words[(end + 1)...]))
    }

    private static let states: Set = ["ended", "finished", "final", "result", "ft", "live", "v", "vs", "stumps"]

    /// A score that is told twice, once with a code, is the same side's: the longer name is its own.
    private mutating func add(_ line: ScoreLine) {
        let known = sides.firstIndex { side in
            Self.areOne(side.team.value, line.team.value)
                || side.total.runs?.value == line.total.runs?.value
                    && side.total.wickets?.value == line.total.wickets?.value
        }
        guard let known else { return sides.append((line.team, line.total)) }
        sides[known].total.fill(from: line.total)
        if line.team.value.count > sides[known].team.value.count { sides[known].team = line.team }
    }

    /// Tells of the innings in tables whose they are, and adds the one that is shown in the head alone.
    func complete(_ card: inout DraftCard) {
        if listed.complete(&card) { return }
        guard sides.count == 2, (1...2).contains(card.innings.count) else { return }
        let owners = card.innings.map(owner)
        for (index, owner) in owners.enumerated() {
            guard let owner else { continue }
            // The other side's was nearest.
            if let runs = card.innings[index].total.runs?.value, runs != sides[owner].total.runs?.value {
                card.innings[index].total = DraftTotal()
            }
            card.innings[index].total.fill(from: sides[owner].total)
            let team = card.innings[index].team?.value ?? ""
            if team.isEmpty || Self.isCode(team) && !Self.isCode(sides[owner].team.value)
                || Self.areOne(team, sides[1 - owner].team.value)
            {
                card.innings[index].team = sides[owner].team
            }
        }
        guard owners.count == 1, let owner = owners[0] else { return }
        var other = DraftInnings()
        other.page = card.innings[0].page
        (other.team, other.total) = (sides[1 - owner].team, sides[1 - owner].total)
        card.innings.insert(other, at: owner == 1 ? 0 : 1)
    }

    /// The sides by their whole names where the card's title has codes: `GOM vs ANC`.
    func teams(besides title: [Read<String>]) -> [Read<String>] {
        let areCodes = title.allSatisfy { Self.isCode($0.value) || $0.value.count(where: \.isLetter) <= 4 }
        guard sides.count == 2, areCodes, sides.allSatisfy({ $0.team.value.count > 4 }) else { return title }
        return sides.map(\.team)
    }

    /// The side whose score an innings has, or whose name; nil where both or neither do.
    private func owner(_ innings: DraftInnings) -> Int? {
        let scored = sides.indices.filter { index in
            let total = sides[index].total
            return total.runs?.value == innings.total.runs?.value && total.runs != nil
                && (innings.total.wickets == nil || total.wickets == nil
                    || total.wickets?.value == innings.total.wickets?.value)
        }
        if let only = scored.first, scored.count == 1 {
            let isOther = !holds(innings, sides[only].total) && holds(innings, sides[1 - only].total)
            return isOther ? 1 - only : only
        }
        guard innings.total.runs == nil, let team = innings.team?.value else { return nil }
        let named = sides.indices.filter { Self.areOne(team, sides[$0].team.value) }
        return named.count == 1 ? named[0] : nil
    }

    /// Whether the runs and dismissals of the batters may make a score: the nearest head above a table may be the other side's.
    private func holds(_ innings: DraftInnings, _ total: DraftTotal) -> Bool {
        let runs = innings.batting.compactMap { $0.runs?.value }
        guard let score = total.runs?.value, runs.count >= 5 else { return true }
        let sum = runs.reduce(0, +)
        let out = BattedRows(innings).dismissed ?? 0
        return sum <= score && score <= sum + max(40, sum / 2) && out <= total.wickets?.value ?? 10
    }

    /// Letters for a side, or those of both as on the tabs of an app, `ZIM IRE`.
    private static func isCode(_ team: String) -> Bool {
        team.words.allSatisfy { $0.count <= 4 && !$0.contains(where: \.isLowercase) }
    }

    private static func areOne(_ one: String, _ other: String) -> Bool {
        PlayerName(one).words == PlayerName(other).words
    }
}
