internal import Recognition

/// The other side's score below the one innings that a page shows: `Essex 127 - 4 (19.4 overs)`.
enum FootScore {
    /// How many rows of a page may stand below that score.
    private static let below = 4

    /// Adds the innings of which the foot of the last page tells the total alone.
    static func complete(_ card: inout DraftCard, from rows: [VisualRow]) {
        guard card.innings.count == 1, let shown = card.innings.first, shown.batting.count >= 3,
            shown.total.runs != nil, let team = shown.team
        else { return }
        for row in rows.suffix(below) {
            guard let line = ScoreLine(row.words, isSide: { _ in true }), line.rest.isEmpty,
                line.total.wickets != nil, line.total.overs != nil, line.total.runs != nil,
                PlayerName(line.team.value).words != PlayerName(team.value).words
            else { continue }
            var other = DraftInnings()
            (other.team, other.total, other.page) = (line.team, line.total, shown.page)
            card.innings.append(other)
            return
        }
    }
}
