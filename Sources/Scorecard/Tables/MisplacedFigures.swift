internal import Recognition

/// Figures that stand between their header and the next, and of which the columns alone cannot tell whose they are: the numbers can.
enum MisplacedFigures {
    /// Batters whose runs fell under `Balls`: no card prints balls without runs.
    static func settled(_ batters: [DraftBatter]) -> [DraftBatter] {
        let strays = batters.filter(isStray)
        let whole = batters.count { $0.runs != nil && $0.balls == nil }
        guard !strays.isEmpty, whole >= 3, whole > strays.count,
            !batters.contains(where: { $0.runs != nil && $0.balls != nil })
        else { return batters }
        return batters.map { batter in
            guard isStray(batter) else { return batter }
            var batter = batter
            (batter.runs, batter.balls) = (batter.balls, nil)
            (batter.cells[.runs], batter.cells[.balls]) = (batter.cells[.balls], nil)
            return batter
        }
    }

    private static func isStray(_ batter: DraftBatter) -> Bool {
        batter.runs == nil && batter.balls != nil && batter.unread[.runs] == nil && batter.cells[.runs] == nil
            && batter.fours == nil && batter.minutes == nil
    }

    /// Bowlers with four figures each, none of them under maidens and more than ten of them under wickets: each is a column to
    /// the right of its own.
    static func settled(_ bowlers: [DraftBowler]) -> [DraftBowler] {
        let figures = bowlers.map { bowler in
            bowler.cells.values.filter { !$0.isDash }.sorted { $0.left < $1.left }
        }
        guard bowlers.count >= 2, bowlers.allSatisfy({ $0.overs != nil && $0.maidens == nil }),
            figures.allSatisfy({ $0.count == 4 }), bowlers.contains(where: { $0.wickets?.value ?? 0 > 10 })
        else { return bowlers }
        return zip(bowlers, figures).map { bowler, words in
            var bowler = bowler
            let numbers = words.map { word in
                NumericText.integer(word.text).flatMap { Read($0.number, from: [word], doubt: $0.doubt) }
            }
            (bowler.maidens, bowler.runs, bowler.wickets) = (numbers[1], numbers[2], numbers[3])
            (bowler.wides, bowler.noBalls, bowler.economy) = (nil, nil, nil)
            bowler.cells = [.overs: words[0], .maidens: words[1], .runs: words[2], .wickets: words[3]]
            return bowler
        }
    }
}
