internal import Recognition

/// Clubs' pages that show their own batting and their own bowling: those bowl in the other side's innings.
enum OwnBowling {
    /// Fewer bowlers or batters tell nothing.
    private static let fewest = 3

    /// Moves bowlers who bat in the same innings to the other innings, or to one of their own.
    ///
    /// - Parameter namesBoth: whether the page says who plays whom.
    static func settle(_ card: inout DraftCard, namesBoth: Bool) {
        let own = card.innings.indices.filter { isOwn(card.innings[$0].bowling, of: card.innings[$0]) }
        guard let index = own.first else { return }
        if own.count == 1, card.innings.count == 1, namesBoth {
            var other = DraftInnings()
            other.page = card.innings[0].page
            swap(&other.bowling, &card.innings[0].bowling)
            card.innings.insert(other, at: isAbove(other.bowling, card.innings[0].batting) ? 0 : 1)
        } else if card.innings.count == 2, let other = card.innings.indices.first(where: { $0 != index }) {
            let theirs = card.innings[other].bowling
            guard theirs.isEmpty || own.count == 2 else { return }
            card.innings[other].bowling = card.innings[index].bowling
            card.innings[index].bowling = theirs
        }
    }

    private static func isOwn(_ bowling: [DraftBowler], of innings: DraftInnings) -> Bool {
        let batters = Set(innings.batting.compactMap { $0.player.map { PlayerName($0.value).words } })
        guard bowling.count >= fewest, batters.count >= fewest else { return false }
        let own = bowling.count { bowler in bowler.player.map { batters.contains(PlayerName($0.value).words) } ?? false
        }
        return own * 4 >= bowling.count * 3
    }

    /// Whether bowlers stand above batters on their page.
    private static func isAbove(_ bowling: [DraftBowler], _ batting: [DraftBatter]) -> Bool {
        guard let one = bowling.first?.player?.evidence, let other = batting.first?.player?.evidence else {
            return false
        }
        return (one.page, one.box?.y ?? 0) < (other.page, other.box?.y ?? 0)
    }
}
