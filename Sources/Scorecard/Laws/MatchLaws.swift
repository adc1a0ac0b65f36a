/// Law 14: winner and margin follow from the totals, rain rules excepted.
struct MatchLaws {
    let card: Scorecard

    func check() -> [LawCheck] {
        guard let result = card.result, let margin = ResultMargin(result) else { return [] }
        guard card.innings.count == 2, card.innings.allSatisfy({ $0.total.declared != true }) else { return [] }
        guard let first = card.innings[0].total.runs, let second = card.innings[1].total.runs else { return [] }
        switch margin {
        case .runs(let runs): return [check("margin_in_runs_agrees", expected: first - second, found: runs)]
        case .wickets(let wickets):
            var checks = [
                LawCheck(
                    law: "winner_reaches_target", innings: nil, holds: second > first, expected: .integer(first + 1),
                    found: .integer(second))
            ]
            if let lost = card.innings[1].total.wickets {
                checks.append(check("margin_in_wickets_agrees", expected: 10 - lost, found: wickets))
            }
            return checks
        case .tie: return [check("tied_totals_are_equal", expected: first, found: second)]
        }
    }

    private func check(_ law: String, expected: Int, found: Int) -> LawCheck {
        LawCheck(
            law: law, innings: nil, holds: expected == found, expected: .integer(expected), found: .integer(found))
    }
}

/// The margin of a printed result.
package enum ResultMargin: Hashable {
    case runs(Int)
    case wickets(Int)
    case tie

    /// Nil for draws, for results under a rain rule, and for what is no result.
    package init?(_ result: String) {
        let words = result.lowercased().split { !($0.isLetter || $0.isNumber || $0 == "/") }.map(String.init)
        let rain: Set<String> = ["dls", "d/l", "d/l/s", "vjd", "method", "revised", "super", "rate", "innings", "bowl"]
        guard !words.contains(where: rain.contains) else { return nil }
        if words.contains("tied") || words.contains("tie") {
            self = .tie
            return
        }
        guard let by = words.lastIndex(of: "by"), by + 2 < words.count, let number = Int(words[by + 1]) else {
            return nil
        }
        switch words[by + 2] {
        case "run", "runs": self = .runs(number)
        case "wicket", "wickets", "wkt", "wkts": self = .wickets(number)
        default: return nil
        }
    }
}
