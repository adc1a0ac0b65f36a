internal import Evaluation

/// Plays an innings ball by ball, so that every number on the card follows from the same balls.
struct InningsSimulation {
    private let batting: Side
    private let bowling: Side
    private let overs: Int
    private let target: Int?
    private var random: SplitMix64
    private var record = InningsRecord()
    private var striker = 0
    private var nonStriker = 1
    private var bowler = 0
    private var retired = false

    static func play(
        _ batting: Side, against bowling: Side, overs: Int, target: Int?, using random: inout SplitMix64
    ) -> InningsRecord {
        var simulation = InningsSimulation(
            batting: batting, bowling: bowling, overs: overs, target: target, random: random.fork())
        return simulation.play()
    }

    private init(batting: Side, bowling: Side, overs: Int, target: Int?, random: SplitMix64) {
        self.batting = batting
        self.bowling = bowling
        self.overs = overs
        self.target = target
        self.random = random
    }

    private mutating func play() -> InningsRecord {
        record.batters = [InningsRecord.Batter(player: 0, cameIn: 0), InningsRecord.Batter(player: 1, cameIn: 0)]
        var previous: Int?
        for over in 0..<overs where !isOver {
            previous = changeBowler(after: previous, over: over)
            playOver()
        }
        if random.chance(0.015) && target == nil { record.penalty = 5 }
        return record
    }

    private var isOver: Bool { record.wickets == 10 || target.map { record.runs >= $0 } ?? false }

    /// The best bowlers bowl most; nobody more than a fifth of the overs or twice running.
    private mutating func changeBowler(after previous: Int?, over: Int) -> Int {
        let most = (overs + 4) / 5
        let candidates = bowling.bowlers.filter { $0 != previous && ballsBowled(by: $0) < 6 * most }
        let weights = candidates.map { player -> Double in
            let rank = Double(bowling.players[player].bowlingRank ?? 6)
            return (7 - rank) * (7 - rank) * (ballsBowled(by: player) > 0 ? 2 : 1)
        }
        let player = candidates.isEmpty ? bowling.bowlers[over % 7] : candidates[random.index(weights: weights)]
        if let index = record.bowlers.firstIndex(where: { $0.player == player }) {
            bowler = index
        } else {
            record.bowlers.append(InningsRecord.Bowler(player: player))
            bowler = record.bowlers.count - 1
        }
        return player
    }

    private func ballsBowled(by player: Int) -> Int { record.bowlers.first { $0.player == player }?.balls ?? 0 }

    private mutating func playOver() {
        let conceded = record.bowlers[bowler].runs
        var legal = 0
        while legal < 6 && !isOver {
            if playBall(number: legal + 1) { legal += 1 }
            record.clock += 0.62
        }
        record.clock += 0.9
        if legal == 6 && record.bowlers[bowler].runs == conceded { record.bowlers[bowler].maidens += 1 }
        swap(&striker, &nonStriker)
    }

    /// Plays one ball; whether it counts as one of the over.
    private mutating func playBall(number: Int) -> Bool {
        let drawn = random.fraction()
        if drawn < 0.032 { return wide() }
        if drawn < 0.038 { return noBall() }
        countBall()
        if drawn < 0.050 {
            extra(random.pick([1, 1, 1, 4, 2]), leg: random.chance(0.7))
        } else if drawn < 0.0504, !retired, record.wickets < 6, nextPlayer != nil {
            retire()
        } else if drawn < 0.0504 + wicketChance {
            wicket(ball: number)
        } else {
            score()
        }
        return true
    }

    private var skill: Double { batting.players[record.batters[striker].player].batting }
    private var pace: Double { overs <= 20 ? 1.5 : 1.0 }
    private var nextPlayer: Int? { record.batters.count < 11 ? record.batters.count : nil }

    /// One retired hurt leaves nine to get out, and an "all out" of nine would not show ten wickets.
    private var wicketChance: Double {
        retired && record.wickets == 8 ? 0 : (0.068 - 0.038 * skill) * (overs <= 20 ? 1.25 : 0.85)
    }

    private mutating func wide() -> Bool {
        let runs = random.index(weights: [0.9, 0.05, 0.01, 0.01, 0.03]) + 1
        record.wides += runs
        record.bowlers[bowler].wides += runs
        record.bowlers[bowler].runs += runs
        if runs % 2 == 0 { swap(&striker, &nonStriker) }
        return false
    }

    private mutating func noBall() -> Bool {
        record.noBalls += 1
        record.bowlers[bowler].noBalls += 1
        record.bowlers[bowler].runs += 1
        record.batters[striker].balls += 1
        if !isOver { score() }
        return false
    }

    private mutating func countBall() {
        record.legalBalls += 1
        record.bowlers[bowler].balls += 1
        record.batters[striker].balls += 1
    }

    private mutating func extra(_ runs: Int, leg: Bool) {
        if leg { record.legByes += runs } else { record.byes += runs }
        if runs % 2 == 1 { swap(&striker, &nonStriker) }
    }

    private mutating func score() {
        let four = 0.035 + 0.075 * skill * pace
        let six = 0.004 + 0.028 * skill * pace * (overs <= 20 ? 1.2 : 0.6)
        let single = 0.27 + 0.1 * skill
        let runs = [4, 6, 1, 2, 3, 0][
            random.index(weights: [four, six, single, 0.055 + 0.03 * skill, 0.006, 0.55 - 0.25 * skill * pace])]
        record.batters[striker].runs += runs
        record.bowlers[bowler].runs += runs
        if runs == 4 { record.batters[striker].fours += 1 }
        if runs == 6 { record.batters[striker].sixes += 1 }
        if runs % 2 == 1 { swap(&striker, &nonStriker) }
    }

    private mutating func retire() {
        retired = true
        leave(striker, .retiredHurt)
    }

    private mutating func wicket(ball: Int) {
        let dismissal = drawDismissal()
        var out = striker
        if case .runOut = dismissal, random.chance(0.4) { out = nonStriker }
        record.falls.append(
            InningsRecord.Fall(batter: out, runs: record.runs, over: (record.legalBalls - 1) / 6, ball: ball))
        if dismissal.creditedBowler != nil { record.bowlers[bowler].wickets += 1 }
        leave(out, dismissal)
    }

    private mutating func leave(_ batter: Int, _ dismissal: Dismissal) {
        record.batters[batter].dismissal = dismissal
        record.batters[batter].left = record.clock
        guard let next = nextPlayer else { return }
        record.batters.append(InningsRecord.Batter(player: next, cameIn: record.clock))
        if batter == striker { striker = next } else { nonStriker = next }
    }

    private mutating func drawDismissal() -> Dismissal {
        let bowler = record.bowlers[bowler].player
        let others = bowling.players.indices.filter { $0 != bowler }
        switch random.index(weights: [0.2, 0.5, 0.04, 0.11, 0.04, 0.01, 0.1]) {
        case 0: return .bowled(bowler: bowler)
        case 1: return .caught(fielder: random.chance(0.25) ? bowling.keeper : random.pick(others), bowler: bowler)
        case 2: return .caughtAndBowled(bowler: bowler)
        case 3: return .lbw(bowler: bowler)
        case 4: return .stumped(bowler: bowler)
        case 5: return .hitWicket(bowler: bowler)
        default:
            let fielders = random.shuffled(Array(bowling.players.indices))
            return .runOut(fielders: Array(fielders.prefix(random.chance(0.4) ? 2 : 1)))
        }
    }
}
