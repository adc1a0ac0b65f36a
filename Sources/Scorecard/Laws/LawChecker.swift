/// The sums of a card that must close (CONTRACT.md, Laws of the card), checked wherever their values are present.
public enum LawChecker {
    /// Every law whose values the card shows, in the contract's order, innings by innings, then those of the match.
    public static func check(_ card: Scorecard) -> [LawCheck] {
        var checks: [LawCheck] = []
        for (index, innings) in card.innings.enumerated() {
            let laws = InningsLaws(innings: innings, index: index, fieldingSide: fieldingSide(card, of: index))
            checks += laws.sums() + laws.wickets() + laws.balls() + laws.rows() + laws.order() + laws.names()
        }
        return checks + MatchLaws(card: card).check()
    }

    /// Names of the side in the field, as far as its own innings lists them; empty when it is not on the card.
    private static func fieldingSide(_ card: Scorecard, of index: Int) -> [PlayerName] {
        let batting = card.innings[index]
        var names: [PlayerName] = []
        for (other, innings) in card.innings.enumerated() where other != index && innings.team != batting.team {
            names += innings.batting.compactMap(\.player).map(PlayerName.init)
            names += innings.didNotBat.map(PlayerName.init)
        }
        return names
    }
}

extension Innings {
    /// Extras that count to the total: the printed sum, else the sum of the printed parts.
    var extrasSum: Int? { extras.total ?? extras.partsSum }

    /// Rows of players who batted.
    var batted: [BattingEntry] {
        batting.filter { $0.howOut != .didNotBat && ($0.howOut != .absent || $0.runs != nil) }
    }

    /// Whether the table lists everyone who batted, as far as the wickets tell.
    var listsAllBatters: Bool {
        guard !batting.isEmpty else { return false }
        guard let wickets = total.wickets else { return true }
        return batted.count >= min(wickets + 1, 10)
    }

    /// Runs of all batters; nil when a row's are not shown.
    var batsmenRuns: Int? {
        listsAllBatters ? Self.sum(batted.map(\.runs)) : nil
    }

    /// The sum, or nil when a value is missing or there are none.
    static func sum(_ values: [Int?]) -> Int? {
        guard !values.isEmpty else { return nil }
        var sum = 0
        for value in values {
            guard let value else { return nil }
            sum += value
        }
        return sum
    }
}

extension Extras {
    /// The parts in the order b, lb, w, nb, pen.
    var parts: [Int?] { [byes, legByes, wides, noBalls, penalty] }
    /// Sum of the printed parts; nil when none is printed.
    var partsSum: Int? { parts.allSatisfy { $0 == nil } ? nil : parts.reduce(0) { $0 + ($1 ?? 0) } }
}

extension HowOut {
    /// Whether the batter's wicket counts.
    var isDismissal: Bool {
        switch self {
        case .notOut, .retiredHurt, .retiredNotOut, .absent, .didNotBat: false
        case .bowled, .caught, .caughtAndBowled, .lbw, .stumped, .runOut, .hitWicket, .retiredOut,
            .obstructingTheField, .hitTheBallTwice, .timedOut, .handledTheBall:
            true
        }
    }

    /// Whether the wicket is credited to the bowler.
    var isBowlers: Bool {
        switch self {
        case .bowled, .caught, .caughtAndBowled, .lbw, .stumped, .hitWicket: true
        case .notOut, .runOut, .retiredHurt, .retiredNotOut, .retiredOut, .obstructingTheField, .hitTheBallTwice,
            .timedOut, .handledTheBall, .absent, .didNotBat:
            false
        }
    }
}
