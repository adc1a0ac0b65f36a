/// The laws that one innings must keep.
struct InningsLaws {
    let innings: Innings
    let index: Int
    let fieldingSide: [PlayerName]

    private func integer(_ law: String, expected: Int, found: Int, soft: Bool = false) -> LawCheck {
        LawCheck(
            law: law, innings: index, holds: expected == found, soft: soft, expected: .integer(expected),
            found: .integer(found))
    }

    private func limit(_ law: String, most: Int, found: Int, soft: Bool = false) -> LawCheck {
        LawCheck(
            law: law, innings: index, holds: found <= most, soft: soft, expected: .integer(most),
            found: .integer(found))
    }

    /// Laws 1 to 3: batting and extras make the total, parts make the extras, bowlers concede what is charged to them.
    func sums() -> [LawCheck] {
        var checks: [LawCheck] = []
        let extras = innings.extras
        if let total = innings.total.runs, let runs = innings.batsmenRuns, let sum = innings.extrasSum {
            checks.append(integer("batting_plus_extras_is_total", expected: total, found: runs + sum))
        }
        if let total = extras.total, let parts = extras.partsSum {
            checks.append(integer("extras_parts_are_extras", expected: total, found: parts))
        }
        if let charged = runsChargedToBowlers, let found = Innings.sum(innings.bowling.map(\.runs)) {
            let expected = charged.contains(found) ? found : charged[0]
            checks.append(integer("bowlers_runs_are_total_less_byes", expected: expected, found: found))
        }
        return checks
    }

    /// What the bowlers' runs may add up to; old books (those without balls faced) do not charge wides and no-balls.
    private var runsChargedToBowlers: [Int]? {
        guard let total = innings.total.runs else { return nil }
        let extras = innings.extras
        if extras.partsSum == nil { return extras.total == 0 ? [total] : nil }
        var allowed = [total - (extras.byes ?? 0) - (extras.legByes ?? 0) - (extras.penalty ?? 0)]
        if innings.batting.allSatisfy({ $0.balls == nil }), let sum = innings.extrasSum { allowed.append(total - sum) }
        return allowed
    }

    /// Laws 4 to 6: wickets of the total, the rows, the bowlers and the list of falls agree.
    func wickets() -> [LawCheck] {
        var checks: [LawCheck] = []
        let ways = innings.batting.map(\.howOut)
        if let wickets = innings.total.wickets {
            checks.append(limit("wickets_at_most_ten", most: 10, found: wickets))
            if innings.listsAllBatters, !ways.contains(nil) {
                let dismissed = ways.count { $0?.isDismissal == true }
                checks.append(integer("dismissed_are_wickets", expected: wickets, found: dismissed))
            }
            if !innings.fallOfWickets.isEmpty {
                checks.append(
                    integer("falls_are_wickets", expected: wickets, found: innings.fallOfWickets.count))
            }
        }
        if innings.listsAllBatters, !ways.contains(nil), let taken = Innings.sum(innings.bowling.map(\.wickets)) {
            let credited = ways.count { $0?.isBowlers == true }
            checks.append(integer("bowlers_wickets_are_credited_dismissals", expected: credited, found: taken))
        }
        return checks + bowlerByBowler()
    }

    private func bowlerByBowler() -> [LawCheck] {
        let bowlers = innings.bowling.map { PlayerName($0.player ?? "") }
        let credited = innings.batting.filter { $0.howOut?.isBowlers == true }
        guard !bowlers.isEmpty, innings.listsAllBatters, innings.batting.allSatisfy({ $0.howOut != nil }) else {
            return []
        }
        var counts = [Int](repeating: 0, count: bowlers.count)
        for entry in credited {
            // A name that fits no bowler or several says nothing about any of them.
            guard let name = entry.bowler, let bowler = PlayerName(name).uniqueMatch(among: bowlers) else { return [] }
            counts[bowler] += 1
        }
        return rowLaw("bowler_wickets_match_dismissals", innings.bowling.indices) { row in
            guard let wickets = innings.bowling[row].wickets else { return nil }
            return RowFinding(
                name: innings.bowling[row].player, holds: wickets == counts[row], expected: "\(counts[row])",
                found: "\(wickets)")
        }
    }

    /// Laws 7, 8 and 13: overs and balls. All soft: cards print what the scorer wrote.
    func balls() -> [LawCheck] {
        var checks = legalOvers()
        guard let total = innings.total.overs.flatMap(Overs.init), total.isLegal else { return checks }
        let bowled = innings.bowling.map { $0.overs.flatMap(Overs.init) }
        if let sum = Innings.sum(bowled.map { $0?.totalBalls }) {
            checks.append(
                integer("bowlers_balls_are_innings_balls", expected: total.totalBalls, found: sum, soft: true))
        }
        if innings.listsAllBatters, innings.extras.partsSum != nil,
            let faced = Innings.sum(innings.batted.map(\.balls))
        {
            let expected = total.totalBalls + (innings.extras.noBalls ?? 0)
            checks.append(
                integer("balls_faced_are_balls_bowled", expected: expected, found: faced, soft: true))
        }
        if let most = bowled.compactMap({ $0?.completed }).max() {
            let half = (total.completed + (total.balls > 0 ? 1 : 0) + 1) / 2
            checks.append(limit("bowler_within_half_the_overs", most: half, found: most, soft: true))
        }
        return checks
    }

    private func legalOvers() -> [LawCheck] {
        let printed = ([innings.total.overs] + innings.bowling.map(\.overs)).compactMap { $0 }
        let illegal = printed.first { Overs($0)?.isLegal != true }
        guard !printed.isEmpty else { return [] }
        return [
            LawCheck(
                law: "overs_have_six_balls", innings: index, holds: illegal == nil, soft: true,
                expected: .integer(printed.count),
                found: illegal.map { .text($0) } ?? .integer(printed.count))
        ]
    }

    /// Laws 9, 10 and 12: what each row says twice.
    func rows() -> [LawCheck] {
        let batting = innings.batting
        let bowling = innings.bowling
        return rowLaw("boundaries_within_runs", batting.indices) { RowLaws.boundaries(batting[$0]) }
            + rowLaw("strike_rate_is_runs_per_hundred_balls", batting.indices) { RowLaws.strikeRate(batting[$0]) }
            + rowLaw("economy_is_runs_per_over", bowling.indices) { RowLaws.economy(bowling[$0]) }
            + rowLaw("maidens_within_overs", bowling.indices) { RowLaws.maidens(bowling[$0]) }
    }

    /// One check that holds when all rows do, else one for each row that does not.
    private func rowLaw(
        _ law: String, _ rows: Range<Int>, soft: Bool = false, _ judge: (Int) -> RowFinding?
    ) -> [LawCheck] {
        let findings = rows.compactMap(judge)
        guard !findings.isEmpty else { return [] }
        let broken = findings.filter { !$0.holds }
        if broken.isEmpty {
            let count = LeafValue.integer(findings.count)
            return [LawCheck(law: law, innings: index, holds: true, soft: soft, expected: count, found: count)]
        }
        return broken.map { finding in
            let name = finding.name.map { $0 + ": " } ?? ""
            return LawCheck(
                law: law, innings: index, holds: false, soft: soft, expected: .text(name + finding.expected),
                found: .text(name + finding.found))
        }
    }

    /// Law 11: the score never falls from wicket to wicket and ends at the total at most. With it, soft: wickets are
    /// numbered from 1 on and their overs rise, which some lists leave out.
    func order() -> [LawCheck] {
        numbers() + rising("fall_overs_rise", fallBalls, soft: true) + fallsOfScore()
    }

    private var fallBalls: [Int?] { innings.fallOfWickets.map { $0.over.flatMap(Overs.init)?.totalBalls } }

    private func fallsOfScore() -> [LawCheck] {
        let falls = innings.fallOfWickets.map(\.runs)
        let rising = rising("fall_of_wickets_rises", falls)
        guard let most = falls.compactMap({ $0 }).max(), let total = innings.total.runs, !rising.isEmpty else {
            return rising
        }
        return rising + [limit("last_fall_within_total", most: total, found: most)]
    }

    private func numbers() -> [LawCheck] {
        let numbers = innings.fallOfWickets.compactMap(\.wicket)
        guard !numbers.isEmpty, numbers.count == innings.fallOfWickets.count else { return [] }
        return [order("falls_are_numbered", expected: Array(1...numbers.count), found: numbers, soft: true)]
    }

    /// Checks that values rise; none when one is missing.
    private func rising(_ law: String, _ values: [Int?], soft: Bool = false) -> [LawCheck] {
        let known = values.compactMap { $0 }
        guard !known.isEmpty, known.count == values.count else { return [] }
        return [order(law, expected: known.sorted(), found: known, soft: soft)]
    }

    private func order(_ law: String, expected: [Int], found: [Int], soft: Bool) -> LawCheck {
        LawCheck(
            law: law, innings: index, holds: expected == found, soft: soft,
            expected: .text(expected.map(String.init).joined(separator: " ")),
            found: .text(found.map(String.init).joined(separator: " ")))
    }

    /// Law 15, soft: substitutes field too.
    func names() -> [LawCheck] {
        var checks: [LawCheck] = []
        let bowlers = innings.bowling.map { PlayerName($0.player ?? "") }
        if !bowlers.isEmpty {
            checks += rowLaw("dismissal_bowlers_bowled", innings.batting.indices, soft: true) { row in
                finding(innings.batting[row].bowler, among: bowlers, side: "a bowler of the table")
            }
        }
        if fieldingSide.count >= 9 {
            checks += rowLaw("dismissal_fielders_are_in_the_field", innings.batting.indices, soft: true) { row in
                finding(innings.batting[row].fielder, among: fieldingSide, side: "a player of the fielding side")
            }
        }
        return checks
    }

    private func finding(_ name: String?, among side: [PlayerName], side label: String) -> RowFinding? {
        guard let name else { return nil }
        // A run out names every fielder who had a hand in it.
        let players = name.split(separator: "/").map { PlayerName(String($0)) }
        let fits = players.allSatisfy { player in side.contains { $0.matches(player) } }
        return RowFinding(name: nil, holds: fits, expected: label, found: name)
    }
}
