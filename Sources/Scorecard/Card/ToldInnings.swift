internal import Recognition

/// Innings of which a message tells the totals alone above the one that it shows, `Kent 1st Innings: 307`,
/// `Essex (first innings) 469-9 dec (A Lee 176; J Fox 5-172)`.
struct ToldInnings {
    /// An innings, and how many are shown above it.
    private var told: [(innings: DraftInnings, place: Int)] = []

    /// Takes a section without batters under such a heading, above other innings.
    ///
    /// - Parameters:
    ///   - above: the rows above it, the nearest first.
    ///   - place: how many innings are shown above it.
    /// - Returns: whether it is one.
    mutating func take(_ innings: DraftInnings, under above: [VisualRow], place: Int) -> Bool {
        guard innings.batting.isEmpty, innings.bowling.isEmpty, innings.total.runs?.value ?? 0 >= 10,
            let words = above.first?.words, let ordinal = Self.ordinal(in: words), !Self.isOvernight(words),
            let team = InningsHeading.team(Array(words[..<ordinal]))
        else { return false }
        var innings = innings
        innings.team = team
        if let bracket = words[ordinal...].dropFirst(3).firstIndex(where: { $0.text.hasPrefix("(") }) {
            let best = BestFigures.parse(Self.unbracketed(words[bracket...]))
            (innings.batting, innings.bowling) = (best.batting, best.bowling)
        }
        told.append((innings, place))
        return true
    }

    /// Where `1st` or `(first` stands before `innings`.
    private static func ordinal(in words: [PageWord]) -> Int? {
        words.indices.dropFirst().first { index in
            index + 1 < words.count && InningsHeading.ordinals.contains(words[index].key)
                && InningsHeading.isInnings(words[index + 1].key)
        }
    }

    /// Whether the score is that of the evening before, of an innings that goes on.
    private static func isOvernight(_ words: [PageWord]) -> Bool { words.contains { $0.key == "overnight" } }

    private static func unbracketed(_ words: ArraySlice<PageWord>) -> [PageWord] {
        words.map { $0.part($0.text.filter { $0 != "(" && $0 != ")" }, from: 0, to: 1) }
    }

    /// Puts them before the innings that stand below them.
    func insert(into card: inout DraftCard) {
        for (count, entry) in told.enumerated() {
            card.innings.insert(entry.innings, at: min(entry.place + count, card.innings.count))
        }
    }
}
