internal import Evaluation
internal import Scorecard

extension Scorecard {
    /// A slip of the scorer's or the typesetter's; the card is printed with it.
    mutating func misprint(using random: inout SplitMix64) {
        guard !innings.isEmpty else { return }
        let before = LawChecker.check(self)
        let number = random.next(below: innings.count)
        innings[number].misprint(using: &random)
        // Not every slip is where a law looks.
        if LawChecker.check(self) != before { printedInconsistent = true }
        forgetUnseenMisprint()
    }

    /// Takes the mark away when the page does not show what does not add up.
    mutating func forgetUnseenMisprint() {
        if LawChecker.check(self).allSatisfy(\.holds) { printedInconsistent = nil }
    }
}

extension Innings {
    fileprivate mutating func misprint(using random: inout SplitMix64) {
        switch random.next(below: 5) {
        case 0: total.runs = total.runs.map { max(0, $0 + random.pick([-10, -1, 1, 2, 10])) }
        case 1: forgetExtras(using: &random)
        case 2:
            guard let row = row(of: batting, using: &random) else { return }
            batting[row].runs = batting[row].runs.map { $0 + random.integer(1, 9) }
        case 3:
            guard let row = row(of: bowling, using: &random) else { return }
            bowling[row].runs = bowling[row].runs.map { max(0, $0 + random.pick([-2, -1, 1, 3, 10])) }
        default:
            // Seven balls were bowled and written down: real cards have such overs.
            guard let row = row(of: bowling, using: &random) else { return }
            let whole = bowling[row].overs?.split(separator: ".").first.map(String.init) ?? "2"
            bowling[row].overs = whole + ".7"
        }
    }

    /// Some books print no extras in the total line though the parts make some.
    private mutating func forgetExtras(using random: inout SplitMix64) {
        extras.total = extras.total.map { random.chance(0.4) ? 0 : $0 + random.integer(1, 4) }
    }

    private func row<Entry>(of entries: [Entry], using random: inout SplitMix64) -> Int? {
        entries.isEmpty ? nil : random.next(below: entries.count)
    }
}
