import Scorecard

/// What the broken laws of an innings cost, written from CONTRACT.md.
struct CardCost {
    private static let (hard, usual, soft) = (16.0, 10.0, 4.0)

    private let credited: [Int]?
    private let creditedInAll: Int?
    private let dismissed: Int?
    private let batted: [Int]
    private let listsAll: Bool
    private let isOld: Bool
    private let target: (runs: Int?, least: Int?, wickets: Int?)

    init(_ card: Scorecard, innings index: Int) {
        let innings = card.innings[index]
        batted = innings.batting.indices.filter { row in
            let way = innings.batting[row].howOut
            return innings.batting[row].runs != nil || way != .didNotBat && way != .absent
        }
        listsAll = batted.count >= min((innings.total.wickets ?? -1) + 1, 10) && !innings.batting.isEmpty
        isOld = innings.batting.allSatisfy { $0.balls == nil }
        let ways = innings.batting.compactMap(\.howOut)
        let isKnown = listsAll && innings.total.wickets != nil && ways.count == innings.batting.count
        let notOut: Set<HowOut> = [.notOut, .retiredHurt, .retiredNotOut, .absent, .didNotBat]
        let bowlers: Set<HowOut> = [.bowled, .caught, .caughtAndBowled, .lbw, .stumped, .hitWicket]
        dismissed = isKnown ? ways.count { !notOut.contains($0) } : nil
        creditedInAll = isKnown ? ways.count(where: bowlers.contains) : nil
        credited = isKnown ? Self.credited(innings, bowlers) : nil
        target = Self.target(card, index)
    }

    private static func credited(_ innings: Innings, _ ways: Set<HowOut>) -> [Int]? {
        let names = innings.bowling.map { $0.player ?? "" }
        var counts = names.map { _ in 0 }
        for entry in innings.batting {
            guard let way = entry.howOut, ways.contains(way) else { continue }
            guard let bowler = entry.bowler, let row = row(of: bowler, in: names) else { return nil }
            counts[row] += 1
        }
        return names.isEmpty ? nil : counts
    }

    private static func row(of name: String, in names: [String]) -> Int? {
        let same = names.indices.filter { names[$0] == name }
        if same.count == 1 { return same[0] }
        let surname = name.split(separator: " ").last
        let like = names.indices.filter { names[$0].split(separator: " ").last == surname }
        return like.count == 1 ? like[0] : nil
    }

    private static func target(_ card: Scorecard, _ index: Int) -> (Int?, Int?, Int?) {
        guard card.innings.count == 2, !card.innings.contains(where: { $0.total.declared == true }),
            let result = card.result, let margin = ResultMargin(result), let other = card.innings[1 - index].total.runs
        else { return (nil, nil, nil) }
        switch margin {
        case .runs(let by): return (index == 0 ? other + by : other - by, nil, nil)
        case .tie: return (other, nil, nil)
        case .wickets(let by): return index == 1 ? (nil, other + 1, 10 - by) : (nil, nil, nil)
        }
    }

    /// The bits of all broken laws.
    func bits(_ innings: Innings) -> Double {
        rows(innings) + sums(innings) + wickets(innings) + balls(innings) + falls(innings) + margin(innings)
    }

    private func cost(_ holds: Bool, _ bits: Double) -> Double { holds ? 0 : bits }

    private func balls(_ text: String?) -> Int? { text.flatMap(Overs.init)?.totalBalls }

    private func rows(_ innings: Innings) -> Double {
        var bits = 0.0
        for row in innings.batting {
            if let runs = row.runs, row.fours != nil || row.sixes != nil {
                bits += cost(4 * (row.fours ?? 0) + 6 * (row.sixes ?? 0) <= runs, Self.hard)
            }
            if let runs = row.runs, let balls = row.balls, let rate = row.strikeRate {
                bits += cost(
                    agrees(100 * Double(runs), Double(balls), rate, innings.batting.map(\.strikeRate)), Self.hard)
            }
        }
        for row in innings.bowling {
            guard let balls = balls(row.overs) else { continue }
            if let maidens = row.maidens { bits += cost(maidens <= balls / 6, Self.hard) }
            if let runs = row.runs, let rate = row.economy {
                bits += cost(agrees(6 * Double(runs), Double(balls), rate, innings.bowling.map(\.economy)), Self.hard)
            }
            if let all = self.balls(innings.total.overs) {
                bits += cost(balls <= all, Self.hard) + cost(2 * balls <= all + 6, Self.soft)
            }
        }
        return bits
    }

    private func agrees(_ above: Double, _ below: Double, _ rate: Double, _ column: [Double?]) -> Bool {
        let unit = CardPage.decimals(column) == 2 ? 0.01 : 0.1
        return below == 0 ? rate == 0 : (above / below - rate).magnitude < unit * 1.0001
    }

    private func all(_ values: [Int?]) -> [Int]? {
        let known = values.compactMap { $0 }
        return known.count == values.count && !known.isEmpty ? known : nil
    }

    private func sums(_ innings: Innings) -> Double {
        let extras = innings.extras
        let parts = [extras.byes, extras.legByes, extras.wides, extras.noBalls, extras.penalty].compactMap { $0 }
        let sum = parts.reduce(0, +)
        var bits = 0.0
        if let total = extras.total, !parts.isEmpty { bits += cost(sum == total, Self.hard) }
        guard let total = innings.total.runs else { return bits }
        if listsAll, let runs = all(batted.map { innings.batting[$0].runs }), extras.total != nil || !parts.isEmpty {
            bits += cost(runs.reduce(0, +) + (extras.total ?? sum) == total, Self.hard)
        }
        if !parts.isEmpty, let conceded = all(innings.bowling.map(\.runs)) {
            let charged = conceded.reduce(0, +)
            let byes = (extras.byes ?? 0) + (extras.legByes ?? 0) + (extras.penalty ?? 0)
            bits += cost(charged + byes == total || isOld && charged + sum == total, Self.hard)
        }
        return bits
    }

    private func wickets(_ innings: Innings) -> Double {
        var bits = 0.0
        if let wickets = innings.total.wickets {
            bits += cost(wickets <= 10, Self.hard)
            if let dismissed { bits += cost(wickets == dismissed, Self.hard) }
            if !innings.fallOfWickets.isEmpty { bits += cost(wickets == innings.fallOfWickets.count, Self.usual) }
        }
        if let taken = all(innings.bowling.map(\.wickets)), let creditedInAll {
            bits += cost(taken.reduce(0, +) == creditedInAll, Self.usual)
        }
        if let credited {
            for (row, count) in zip(innings.bowling, credited) {
                if let wickets = row.wickets { bits += cost(wickets == count, Self.hard) }
            }
        }
        return bits
    }

    private func balls(_ innings: Innings) -> Double {
        guard let total = balls(innings.total.overs) else { return 0 }
        var bits = 0.0
        if let bowled = all(innings.bowling.map { balls($0.overs) }) {
            bits += cost(bowled.reduce(0, +) == total, Self.soft)
        }
        let extras = innings.extras
        let showsParts = [extras.byes, extras.legByes, extras.wides, extras.noBalls, extras.penalty].contains {
            $0 != nil
        }
        if listsAll, showsParts, let faced = all(batted.map { innings.batting[$0].balls }) {
            bits += cost(faced.reduce(0, +) == total + (extras.noBalls ?? 0), Self.soft)
        }
        return bits
    }

    private func falls(_ innings: Innings) -> Double {
        var bits = 0.0
        let falls = innings.fallOfWickets
        for (one, next) in zip(falls, falls.dropFirst()) {
            if let one = one.runs, let next = next.runs { bits += cost(one <= next, Self.hard) }
            if let one = balls(one.over), let next = balls(next.over) { bits += cost(one <= next, Self.usual) }
        }
        if let last = falls.last?.runs, let total = innings.total.runs { bits += cost(last <= total, Self.hard) }
        if let last = balls(falls.last?.over), let total = balls(innings.total.overs) {
            bits += cost(last <= total + 5, Self.usual)
        }
        for (index, fall) in falls.enumerated() {
            if let wicket = fall.wicket { bits += cost(wicket == index + 1, Self.hard) }
        }
        return bits
    }

    private func margin(_ innings: Innings) -> Double {
        var bits = 0.0
        if let runs = innings.total.runs {
            if let exact = target.runs { bits += cost(runs == exact, Self.usual) }
            if let least = target.least { bits += cost(runs >= least, Self.usual) }
        }
        if let wickets = innings.total.wickets, let exact = target.wickets {
            bits += cost(wickets == exact, Self.usual)
        }
        return bits
    }
}
