internal import Evaluation

/// The kinds of match that the later families of cards show.
enum MatchForm: Sendable, CaseIterable {
    case twenty, limited, rained, superOver, twoInnings, oldTwoInnings, oldEightBalls, abandoned
}

/// Plays the innings of a match of one form, one after the other under its conditions.
struct MatchPlay {
    private let sides: [Side]
    private var random: SplitMix64
    private(set) var innings: [InningsRecord] = []
    private(set) var batting: [Int] = []
    private(set) var outcome = Outcome.noResult
    private(set) var overs = 20

    init(_ form: MatchForm, sides: [Side], random: SplitMix64) {
        self.sides = sides
        self.random = random
        switch form {
        case .twenty: limited(overs: 20)
        case .limited: limited(overs: self.random.pick([35, 40, 45, 50]))
        case .rained: rained()
        case .superOver: superOver()
        case .abandoned: abandoned()
        case .twoInnings: twoInnings(PlayingConditions(pace: 0.85, patience: 2.2, isVaried: true))
        case .oldTwoInnings: twoInnings(old(ballsPerOver: 6))
        case .oldEightBalls: twoInnings(old(ballsPerOver: 8))
        }
    }

    private func old(ballsPerOver: Int) -> PlayingConditions {
        PlayingConditions(
            ballsPerOver: ballsPerOver, pace: 0.7, patience: 2.4, chargesExtras: false, isVaried: true, isOld: true)
    }

    private mutating func play(
        _ side: Int, overs: Int, target: Int? = nil, _ conditions: PlayingConditions = PlayingConditions(isVaried: true)
    ) {
        var conditions = conditions
        if conditions.isVaried, random.chance(0.03) { conditions.present = 10 }
        innings.append(
            InningsSimulation.play(
                sides[side], against: sides[1 - side], overs: overs, target: target, conditions: conditions,
                using: &random))
        batting.append(side)
    }

    private mutating func limited(overs: Int) {
        self.overs = overs
        play(0, overs: overs)
        play(1, overs: overs, target: innings[0].runs + 1)
        outcome = Outcome(first: innings[0], second: innings[1])
    }

    /// Overs lost between the innings; the target comes down with them.
    private mutating func rained() {
        overs = random.pick([20, 40, 50])
        play(0, overs: overs)
        let left = overs - random.integer(2, overs / 2)
        let target = innings[0].runs * left / overs + random.integer(3, 12)
        play(1, overs: left, target: target)
        let second = innings[1]
        if second.runs == target - 1 {
            outcome = .tied
        } else if second.runs >= target {
            outcome = .rain(winner: 1, runs: nil, wickets: 10 - second.wickets)
        } else {
            outcome = .rain(winner: 0, runs: target - 1 - second.runs, wickets: nil)
        }
        if outcome == .tied { outcome = .noResult }
    }

    private mutating func abandoned() {
        overs = random.pick([20, 40, 50])
        if random.chance(0.4) {
            play(0, overs: random.integer(2, overs - 1))
        } else {
            play(0, overs: overs)
            play(1, overs: random.integer(1, overs / 2), target: innings[0].runs + 1)
            if innings[1].runs > innings[0].runs || innings[1].wickets == 10 {
                outcome = Outcome(first: innings[0], second: innings[1])
            }
        }
    }

    /// Twenty overs until two sides make the same, which takes a few hundred matches; then an over each.
    private mutating func superOver() {
        overs = 20
        repeat {
            (innings, batting) = ([], [])
            play(0, overs: 20)
            play(1, overs: 20, target: innings[0].runs + 1)
        } while innings[0].runs != innings[1].runs
        let conditions = PlayingConditions(wickets: 2)
        play(1, overs: 1, conditions)
        play(0, overs: 1, target: innings[2].runs + 1, conditions)
        outcome =
            innings[2].runs == innings[3].runs ? .tied : .superOver(winner: innings[3].runs > innings[2].runs ? 0 : 1)
    }

    private mutating func twoInnings(_ conditions: PlayingConditions) {
        var left = random.pick([120, 190, 260, 380]) * 6 / conditions.ballsPerOver
        overs = left
        func spent(_ record: InningsRecord) -> Int {
            (record.legalBalls + record.ballsPerOver - 1) / record.ballsPerOver
        }
        var free = conditions
        free.limitsBowlers = false
        var declaring = free
        declaring.declaration = random.chance(0.5) ? random.integer(180, 420) : nil
        for (number, side) in [0, 1].enumerated() {
            play(side, overs: max(1, min(left, overs * 11 / 20)), number == 0 ? declaring : free)
            left -= spent(innings[number])
            if left <= 0 { return outcome = .drawn }
        }
        let lead = innings[0].runs - innings[1].runs
        let followsOn = lead >= 150 && innings[1].wickets >= 9 && random.chance(0.7)
        declaring.declaration = random.chance(0.6) ? random.integer(120, 260) : nil
        third(followsOn ? 1 : 0, lead: followsOn ? -lead : lead, left: left, followsOn ? free : declaring, free, spent)
    }

    /// The third innings and, if it comes to that, the fourth.
    private mutating func third(
        _ side: Int, lead: Int, left: Int, _ conditions: PlayingConditions, _ last: PlayingConditions,
        _ spent: (InningsRecord) -> Int
    ) {
        play(side, overs: left, conditions)
        let isOut = closed(innings[2])
        if isOut, innings[2].runs + lead < 0 {
            return outcome = .inningsAndRuns(winner: 1 - side, -(innings[2].runs + lead))
        }
        let rest = left - spent(innings[2])
        guard isOut || innings[2].declared, rest > 0 else { return outcome = .drawn }
        let target = innings[2].runs + lead + 1
        play(1 - side, overs: rest, target: max(1, target), last)
        let fourth = innings[3]
        if fourth.runs >= target {
            outcome = .wickets(winner: 1 - side, 10 - fourth.wickets)
        } else if closed(fourth) {
            outcome = fourth.runs == target - 1 ? .tied : .runs(winner: side, target - 1 - fourth.runs)
        } else {
            outcome = .drawn
        }
    }

    private func closed(_ record: InningsRecord) -> Bool {
        record.wickets == 10 || record.batters.contains { $0.dismissal == .absent }
            || record.batters.filter { $0.dismissal == nil }.count == 1
    }
}

extension SimulatedMatch {
    /// A match of one of the forms, of players from anywhere.
    init(seed: UInt64, form: MatchForm) {
        var random = SplitMix64(seed: seed)
        let pair = Side.pair(books: NameBook.world, using: &random)
        sides = [pair.0, pair.1]
        for index in sides.indices { sides[index].addSubstitute(using: &random) }
        home = random.next(below: 2)
        let play = MatchPlay(form, sides: sides, random: random.fork())
        (innings, batting, outcome, overs) = (play.innings, play.batting, play.outcome, play.overs)
        let isOld = form == .oldTwoInnings || form == .oldEightBalls
        day = Day(
            year: isOld ? random.integer(1919, 1938) : random.integer(1998, 2026), month: random.integer(1, 12),
            day: random.integer(1, 28))
        ground = random.pick(Self.grounds)
        competition = random.pick(Self.competitions)
        umpires = (0..<2).map { _ in Self.official(using: &random) }
        tossWinner = random.next(below: 2)
        if form == .twoInnings { self.form = random.pick(["Two innings", "3-day match", "First-class"]) }
        if isOld { self.form = random.pick(["First-class", "Two-day match"]) }
    }
}
