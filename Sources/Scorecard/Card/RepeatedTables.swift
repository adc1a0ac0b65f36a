/// Tables that say again what the tables of the innings say: `Best Performances` of a match report.
enum RepeatedTables {
    /// Whether each of a few batters without a dismissal stands with the same figures in another innings.
    static func isRepeat(_ innings: DraftInnings, of others: [DraftInnings]) -> Bool {
        guard innings.extras == DraftExtras(), !innings.batting.isEmpty else { return false }
        let known = Set(others.flatMap { $0.batting.compactMap(Figures.init) })
        return innings.batting.allSatisfy { batter in
            batter.dismissal == nil && Figures(batter).map(known.contains) == true
        }
    }

    /// Tables of bowlers without those of this page who stand further down with the same figures.
    static func withoutRepeats(_ tables: [[DraftBowler]], on page: Int) -> [[DraftBowler]] {
        var below: [Figures: Int] = [:]
        for figures in tables.joined().compactMap(Figures.init) { below[figures, default: 0] += 1 }
        return tables.map { bowlers in
            bowlers.filter { bowler in
                guard let figures = Figures(bowler) else { return true }
                below[figures, default: 1] -= 1
                return bowler.player?.evidence.page != page || below[figures] == 0
            }
        }
    }

    /// A player with what he made.
    private struct Figures: Hashable {
        let name: [String]
        let values: [String]

        init?(_ batter: DraftBatter) {
            guard let player = batter.player, let runs = batter.runs?.value else { return nil }
            name = PlayerName(player.value).words
            values = [runs, batter.balls?.value].map { $0.map(String.init) ?? "" }
        }

        init?(_ bowler: DraftBowler) {
            guard let player = bowler.player, let runs = bowler.runs?.value else { return nil }
            name = PlayerName(player.value).words
            // `4` and `4.0`
            let balls = bowler.overs.flatMap { Overs($0.value)?.totalBalls }
            values = [balls, runs, bowler.wickets?.value].map { $0.map(String.init) ?? "" }
        }
    }
}

extension DraftInnings {
    /// Whether its batters have what nobody makes in an innings: sums of a season, without a dismissal among them.
    var isOfSeason: Bool {
        guard extras == DraftExtras(), total.isEmpty, !batting.contains(where: { $0.dismissal != nil }) else {
            return false
        }
        let beyond = batting.count { batter in
            batter.runs?.value ?? 0 > 501 || batter.balls?.value ?? 0 > 900 || batter.fours?.value ?? 0 > 70
                || batter.sixes?.value ?? 0 > 50
        }
        return beyond * 2 > batting.count
    }
}
