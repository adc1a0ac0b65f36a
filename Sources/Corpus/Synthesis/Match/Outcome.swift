/// How a match ended; sides are numbers in batting order.
enum Outcome: Sendable, Hashable {
    case runs(winner: Int, Int)
    case wickets(winner: Int, Int)
    case inningsAndRuns(winner: Int, Int)
    case tied
    /// Tied, and decided by one more over each.
    case superOver(winner: Int)
    case drawn
    case noResult
    /// Won under a rain rule, which no law of a card follows.
    case rain(winner: Int, runs: Int?, wickets: Int?)

    /// Of one innings each.
    init(first: InningsRecord, second: InningsRecord) {
        if first.runs == second.runs {
            self = .tied
        } else if second.runs > first.runs {
            self = .wickets(winner: 1, 10 - second.wickets)
        } else {
            self = .runs(winner: 0, first.runs - second.runs)
        }
    }

    /// As cards print it.
    func printed(_ team: (Int) -> String) -> String {
        switch self {
        case .runs(let winner, let runs): team(winner) + " won by " + Self.plural(runs, "run")
        case .wickets(let winner, let wickets): team(winner) + " won by " + Self.plural(wickets, "wicket")
        case .inningsAndRuns(let winner, let runs):
            team(winner) + " won by an innings and " + Self.plural(runs, "run")
        case .tied: "Match tied"
        case .superOver(let winner): "Match tied (\(team(winner)) won the super over)"
        case .drawn: "Match drawn"
        case .noResult: "No result"
        case .rain(let winner, let runs, let wickets):
            team(winner) + " won by "
                + (runs.map { Self.plural($0, "run") } ?? wickets.map { Self.plural($0, "wicket") } ?? "")
                + " (DLS method)"
        }
    }

    private static func plural(_ count: Int, _ noun: String) -> String { "\(count) \(noun)" + (count == 1 ? "" : "s") }
}
