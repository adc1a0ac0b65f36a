/// What the rows of a batting table say besides their figures.
struct BattedRows {
    /// Rows of players who batted.
    let indices: [Int]
    /// Whether the table lists everyone who batted, as far as the wickets tell.
    let areAll: Bool
    /// Batters who are out; nil when a row does not say.
    let dismissed: Int?
    /// Wickets credited to bowlers; nil when a row does not say.
    let credited: Int?
    /// Wickets credited to each bowler of the table; nil when a name fits none or several.
    let creditedByBowler: [Int]?

    init(_ innings: DraftInnings) {
        let batting = innings.batting
        indices = batting.indices.filter { row in
            let isIdle = batting[row].howOut?.value == .didNotBat || batting[row].howOut?.value == .absent
            return !isIdle || batting[row].runs != nil || batting[row].unread[.runs] != nil
        }
        areAll = !batting.isEmpty && indices.count >= innings.total.wickets.map { min($0.value + 1, 10) } ?? 0
        let ways = batting.compactMap { $0.howOut?.value }
        // Without a count of the wickets nobody knows whether a row was lost.
        let isComplete = areAll && innings.total.wickets != nil && ways.count == batting.count
        dismissed = isComplete ? ways.count(where: \.isDismissal) : nil
        credited = isComplete ? ways.count(where: \.isBowlers) : nil
        creditedByBowler = isComplete ? Self.creditedByBowler(innings) : nil
    }

    private static func creditedByBowler(_ innings: DraftInnings) -> [Int]? {
        let bowlers = innings.bowling.map { PlayerName($0.player?.value ?? "") }
        var counts = [Int](repeating: 0, count: bowlers.count)
        for batter in innings.batting where batter.howOut?.value.isBowlers == true {
            guard let name = batter.bowler?.value, let bowler = PlayerName(name).uniqueMatch(among: bowlers) else {
                return nil
            }
            counts[bowler] += 1
        }
        return bowlers.isEmpty ? nil : counts
    }
}

/// What the printed result says of one innings' total.
struct MarginClaim {
    var runs: Int?
    var leastRuns: Int?
    var wickets: Int?

    /// No claim.
    init() {}

    /// The claim of the result on the innings at this place in a match of two, by law 14.
    init(_ card: DraftCard, innings index: Int) {
        guard card.innings.count == 2, card.innings.allSatisfy({ $0.total.declared?.value != true }),
            let margin = card.result.flatMap({ ResultMargin($0.value) })
        else { return }
        let other = card.innings[1 - index].total.runs?.value
        switch margin {
        case .runs(let by): runs = other.map { index == 0 ? $0 + by : $0 - by }
        case .tie: runs = other
        case .wickets(let by) where index == 1:
            leastRuns = other.map { $0 + 1 }
            wickets = 10 - by
        case .wickets: return
        }
    }
}
