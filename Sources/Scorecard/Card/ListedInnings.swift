internal import Recognition

/// All innings of a match of four with their scores above the table of one or two of them, `Kent Inning 1  366/10 (123.3)`.
struct ListedInnings {
    private var listed: [DraftInnings] = []
    /// Sides that bat once each need no list.
    private static let fewest = 3

    /// Takes in a row above the first table.
    mutating func add(_ row: VisualRow) {
        let words = row.words
        guard words.count <= 12, let innings = words.firstIndex(where: { InningsHeading.isInnings($0.key) }),
            innings > 0, let team = InningsHeading.team(Array(words[..<innings]))
        else { return }
        let isNumbered = innings + 1 < words.count && ["1", "2"].contains(words[innings + 1].key)
        let isOrdinal = InningsHeading.ordinals.contains(words[innings - 1].key)
        let score = words[(innings + (isNumbered ? 2 : 1))...]
        guard isNumbered || isOrdinal, score.first?.hasDigit == true else { return }
        var entry = DraftInnings()
        (entry.team, entry.total) = (team, TotalParser.parse(Array(score), isOfSide: true))
        guard entry.total.runs != nil, entry.total.wickets != nil || entry.total.overs != nil else { return }
        listed.append(entry)
    }

    /// Tells of the innings in tables which they are, and puts the others beside them.
    ///
    /// - Returns: whether the page has such a list.
    func complete(_ card: inout DraftCard) -> Bool {
        guard listed.count >= Self.fewest, (1..<listed.count).contains(card.innings.count) else { return false }
        var shown = card.innings
        var innings: [DraftInnings] = []
        for entry in listed {
            guard let index = shown.firstIndex(where: { Self.mayBe(entry, $0) }) else {
                innings.append(entry)
                continue
            }
            var found = shown.remove(at: index)
            found.team = entry.team
            found.total = entry.total
            innings.append(found)
        }
        guard shown.isEmpty else { return false }
        card.innings = innings
        return true
    }

    private static func mayBe(_ entry: DraftInnings, _ shown: DraftInnings) -> Bool {
        let sum = shown.batting.compactMap { $0.runs?.value }.reduce(0, +)
        // The row of the list above the table may have been taken for its heading.
        if sum > 0, let extras = shown.extras.total?.value { return sum + extras == entry.total.runs?.value }
        if let runs = shown.total.runs?.value { return runs == entry.total.runs?.value }
        return entry.total.runs.map { sum <= $0.value } ?? false
    }
}
