internal import Evaluation

/// Plays an innings ball by ball, so that every number on the card follows from the same balls.
struct InningsSimulation {
    private let batting: Side
    private let bowling: Side
    private let overs: Int
    private let target: Int?
    private let conditions: PlayingConditions
    private var random: SplitMix64
    private var record = InningsRecord()
    private var striker = 0
    private var nonStriker = 1
    private var bowler = 0
    private var retired = false
    private var concussed = false
    private var nobodyLeft = false

    static func play(
        _ batting: Side, against bowling: Side, overs: Int, target: Int?,
        conditions: PlayingConditions = PlayingConditions(), using random: inout SplitMix64
    ) -> InningsRecord {
        var simulation = InningsSimulation(
            batting: batting, bowling: bowling, overs: overs, target: target, conditions: conditions,
            random: random.fork())
        return simulation.play()
    }

    private init(
        batting: Side, bowling: Side, overs: Int, target: Int?, conditions: PlayingConditions, random: SplitMix64
    ) {
        self.batting = batting
        self.bowling = bowling
        self.overs = overs
        self.target = target
        self.conditions = conditions
        record.ballsPerOver = conditions.ballsPerOver
        record.isShort = conditions.wickets < 10
        self.random = random
    }

    private mutating func play() -> InningsRecord {
        record.batters = [InningsRecord.Batter(player: 0, cameIn: 0), InningsRecord.Batter(player: 1, cameIn: 0)]
        var previous: Int?
        for over in 0..<overs where !isOver && !hasDeclared {
            previous = changeBowler(after: previous, over: over)
            playOver()
        }
        if random.chance(0.015) && target == nil && conditions.wickets == 10 { record.penalty = 5 }
        record.declared = !isOver && hasDeclared
        if conditions.isVaried, nobodyLeft || record.wickets == 10 { addAbsent() }
        return record
    }

    private var isOver: Bool {
        record.wickets >= conditions.wickets || nobodyLeft || (target.map { record.runs >= $0 } ?? false)
    }

    /// Declarations come between overs.
    private var hasDeclared: Bool { conditions.declaration.map { record.runs >= $0 } ?? false }

    /// Ten got out or left; one who never came in is absent.
    private mutating func addAbsent() {
        for player in record.batters.count..<max(record.batters.count, 11) {
            var batter = InningsRecord.Batter(player: player, cameIn: record.clock)
            batter.dismissal = .absent
            record.batters.append(batter)
        }
    }

    /// The best bowlers bowl most; nobody more than a fifth of the overs or twice running.
    private mutating func changeBowler(after previous: Int?, over: Int) -> Int {
        let most = conditions.limitsBowlers ? (overs + 4) / 5 : overs
        let candidates = bowling.bowlers.filter {
            $0 != previous && ballsBowled(by: $0) < conditions.ballsPerOver * most
        }
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
        while legal < conditions.ballsPerOver && !isOver {
            if record(number: legal + 1) { legal += 1 }
            record.clock += 0.62
        }
        record.clock += 0.9
        if legal == conditions.ballsPerOver && record.bowlers[bowler].runs == conceded {
            record.bowlers[bowler].maidens += 1
        }
        swap(&striker, &nonStriker)
    }

    /// Plays one ball and writes it down.
    private mutating func record(number: Int) -> Bool {
        // Not the whole record: its arrays would be copied at every ball.
        let before = (
            wides: record.wides, legByes: record.legByes, byes: record.byes, noBalls: record.noBalls,
            legalBalls: record.legalBalls, runs: record.runs, falls: record.falls.count
        )
        let (facing, bowling) = (striker, bowler)
        let legal = playBall(number: number)
        var extra: InningsRecord.ExtraKind?
        if record.wides > before.wides { extra = .wide }
        if record.legByes > before.legByes { extra = .legBye }
        if record.byes > before.byes { extra = .bye }
        if record.noBalls > before.noBalls { extra = .noBall }
        record.balls.append(
            InningsRecord.Ball(
                over: (before.legalBalls - (number - 1)) / conditions.ballsPerOver, number: number, striker: facing,
                bowler: bowling, runs: record.runs - before.runs, extra: extra,
                out: record.falls.count > before.falls ? record.falls.last?.batter : nil, score: record.runs,
                wickets: record.wickets))
        return legal
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

    private var skill: Double { batting[record.batters[striker].player].batting }
    private var pace: Double { overs <= 20 ? 1.5 : conditions.pace }
    private var nextPlayer: Int? {
        let count = conditions.present + (concussed ? 1 : 0)
        return record.batters.count < count ? record.batters.count : nil
    }

    /// One retired hurt leaves nine to get out, and an "all out" of nine would not show ten wickets.
    private var wicketChance: Double {
        retired && record.wickets == 8 && !conditions.isVaried
            ? 0 : (0.068 - 0.038 * skill) * (overs <= 20 ? 1.25 : 0.85 / (1 + (conditions.patience - 1) / 3))
    }

    private mutating func wide() -> Bool {
        let runs = random.index(weights: [0.9, 0.05, 0.01, 0.01, 0.03]) + 1
        record.wides += runs
        record.bowlers[bowler].wides += runs
        if conditions.chargesExtras { record.bowlers[bowler].runs += runs }
        if runs % 2 == 0 { swap(&striker, &nonStriker) }
        return false
    }

    private mutating func noBall() -> Bool {
        record.noBalls += 1
        record.bowlers[bowler].noBalls += 1
        if conditions.chargesExtras { record.bowlers[bowler].runs += 1 }
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
            random.index(weights: [
                four, six, single, 0.055 + 0.03 * skill, 0.006, (0.55 - 0.25 * skill * pace) * conditions.patience,
            ])]
        record.batters[striker].runs += runs
        record.bowlers[bowler].runs += runs
        if runs == 4 { record.batters[striker].fours += 1 }
        if runs == 6 { record.batters[striker].sixes += 1 }
        if runs % 2 == 1 { swap(&striker, &nonStriker) }
    }

    private mutating func retire() {
        retired = true
        guard conditions.isVaried else { return leave(striker, .retiredHurt) }
        switch random.index(weights: [0.4, 0.3, 0.15, 0.15]) {
        case 0: leave(striker, .retiredHurt)
        case 1:
            concussed = batting.substitute != nil
            leave(striker, .retiredHurt)
        case 2: leave(striker, .retiredNotOut)
        default:
            fall(of: striker, ball: (record.legalBalls - 1) % conditions.ballsPerOver + 1)
            leave(striker, .retiredOut)
        }
    }

    private mutating func wicket(ball: Int) {
        let dismissal = drawDismissal()
        var out = striker
        if case .runOut = dismissal, random.chance(0.4) { out = nonStriker }
        fall(of: out, ball: ball)
        if dismissal.creditedBowler != nil { record.bowlers[bowler].wickets += 1 }
        leave(out, dismissal)
    }

    private mutating func fall(of batter: Int, ball: Int) {
        record.falls.append(
            InningsRecord.Fall(
                batter: batter, runs: record.runs, over: (record.legalBalls - 1) / conditions.ballsPerOver, ball: ball))
    }

    private mutating func leave(_ batter: Int, _ dismissal: Dismissal) {
        record.batters[batter].dismissal = dismissal
        record.batters[batter].left = record.clock
        guard let next = nextPlayer else {
            nobodyLeft = true
            return
        }
        record.batters.append(InningsRecord.Batter(player: next, cameIn: record.clock))
        if batter == striker { striker = next } else { nonStriker = next }
    }

    private mutating func drawDismissal() -> Dismissal {
        let bowler = record.bowlers[bowler].player
        let others = bowling.players.indices.filter { $0 != bowler }
        if conditions.isVaried, random.chance(0.05) { return rareDismissal(bowler: bowler) }
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

    /// The ways out that a season sees once, and substitutes' catches.
    private mutating func rareDismissal(bowler: Int) -> Dismissal {
        switch random.index(weights: [0.7, 0.1, 0.07, conditions.isOld ? 0.13 : 0]) {
        case 0: .caughtBySubstitute(bowler: bowler)
        case 1: .obstructingTheField
        case 2: .hitTheBallTwice
        default: .handledTheBall
        }
    }
}
