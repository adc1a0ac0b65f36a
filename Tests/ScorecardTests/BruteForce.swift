import Scorecard

/// Finds by trying, apart from the reader's own search, which single figure of an innings must be taken for which other one
/// to make the card cheapest. It knows cards only, and writes the laws down again.
struct BruteForce {
    /// One figure taken for another.
    struct Answer: Hashable {
        var path: String
        var text: String
    }

    static let margin = 3.5
    private static let confidence = 0.9

    let card: Scorecard
    let index: Int
    private let base: CardCost

    init(_ card: Scorecard, innings index: Int) {
        self.card = card
        self.index = index
        base = CardCost(card, innings: index)
    }

    /// Laws of this innings that are broken, as bits.
    var cost: Double { base.bits(card.innings[index]) }

    /// The one cheapest single change; nil when changing nothing is as cheap, or two changes tie.
    func onlyCheapest() -> Answer? {
        var best: (cost: Double, answer: Answer?) = (cost, nil)
        var second = Double.infinity
        for path in CardFigures.paths(card.innings[index]) {
            guard let text = CardFigures.text(card.innings[index], path) else { continue }
            for other in Self.neighbours(text) {
                var changed = card.innings[index]
                guard CardFigures.set(&changed, path, other) else { continue }
                guard let misreading = MisreadCosts.misreading(Self.digits(text), for: Self.digits(other)) else {
                    continue
                }
                let cost = base.bits(changed) + misreading + MisreadCosts.change(confidence: Self.confidence)
                if cost < best.cost {
                    second = best.cost
                    best = (cost, Answer(path: path, text: other))
                } else {
                    second = min(second, cost)
                }
            }
        }
        return second > best.cost + Self.margin ? best.answer : nil
    }

    private static func digits(_ text: String) -> [UInt8] { text.utf8.filter { $0 != 0x2E } }

    /// Every text that differs in one digit.
    static func neighbours(_ text: String) -> [String] {
        text.indices.filter { text[$0] != "." }.flatMap { place in
            "0123456789".filter { $0 != text[place] }.map { digit in
                text.replacingCharacters(at: place, with: digit)
            }
        }
    }
}

extension String {
    func replacingCharacters(at place: Index, with digit: Character) -> String {
        String(self[..<place]) + String(digit) + String(self[index(after: place)...])
    }
}

/// The figures of an innings by path, as texts.
enum CardFigures {
    /// Paths of all figures that the innings shows.
    static func paths(_ innings: Innings) -> [String] {
        var paths = ["total/runs", "total/wickets", "total/overs"]
        paths += ["total", "byes", "leg_byes", "wides", "no_balls", "penalty"].map { "extras/" + $0 }
        for row in innings.batting.indices {
            paths += ["runs", "balls", "fours", "sixes", "minutes", "strike_rate"].map { "batting/\(row)/" + $0 }
        }
        for row in innings.bowling.indices {
            paths += ["overs", "maidens", "runs", "wickets", "wides", "no_balls", "economy"].map {
                "bowling/\(row)/" + $0
            }
        }
        for row in innings.fallOfWickets.indices {
            paths += ["wicket", "runs", "over"].map { "fall_of_wickets/\(row)/" + $0 }
        }
        return paths.filter { text(innings, $0) != nil }
    }

    private enum Figure {
        case whole(WritableKeyPath<Innings, Int?>)
        case text(WritableKeyPath<Innings, String?>)
        case ratio(WritableKeyPath<Innings, Double?>)
    }

    private static func figure(_ path: String) -> Figure? {
        let parts = path.split(separator: "/").map(String.init)
        if parts.count == 2 { return single(path) }
        guard parts.count == 3, let row = Int(parts[1]) else { return nil }
        switch (parts[0], parts[2]) {
        case ("batting", "runs"): return .whole(\.batting[row].runs)
        case ("batting", "balls"): return .whole(\.batting[row].balls)
        case ("batting", "fours"): return .whole(\.batting[row].fours)
        case ("batting", "sixes"): return .whole(\.batting[row].sixes)
        case ("batting", "minutes"): return .whole(\.batting[row].minutes)
        case ("batting", "strike_rate"): return .ratio(\.batting[row].strikeRate)
        case ("bowling", "overs"): return .text(\.bowling[row].overs)
        case ("bowling", "maidens"): return .whole(\.bowling[row].maidens)
        case ("bowling", "runs"): return .whole(\.bowling[row].runs)
        case ("bowling", "wickets"): return .whole(\.bowling[row].wickets)
        case ("bowling", "wides"): return .whole(\.bowling[row].wides)
        case ("bowling", "no_balls"): return .whole(\.bowling[row].noBalls)
        case ("bowling", "economy"): return .ratio(\.bowling[row].economy)
        case ("fall_of_wickets", "wicket"): return .whole(\.fallOfWickets[row].wicket)
        case ("fall_of_wickets", "runs"): return .whole(\.fallOfWickets[row].runs)
        case ("fall_of_wickets", "over"): return .text(\.fallOfWickets[row].over)
        default: return nil
        }
    }

    private static func single(_ path: String) -> Figure? {
        switch path {
        case "total/runs": .whole(\.total.runs)
        case "total/wickets": .whole(\.total.wickets)
        case "total/overs": .text(\.total.overs)
        case "extras/total": .whole(\.extras.total)
        case "extras/byes": .whole(\.extras.byes)
        case "extras/leg_byes": .whole(\.extras.legByes)
        case "extras/wides": .whole(\.extras.wides)
        case "extras/no_balls": .whole(\.extras.noBalls)
        case "extras/penalty": .whole(\.extras.penalty)
        default: nil
        }
    }

    /// The figure as the card prints it; nil when it shows none.
    static func text(_ innings: Innings, _ path: String) -> String? {
        switch figure(path) {
        case .whole(let key): innings[keyPath: key].map(String.init)
        case .text(let key): innings[keyPath: key]
        case .ratio(let key):
            innings[keyPath: key].map { value in
                let isBatting = path.hasPrefix("batting")
                let column = isBatting ? innings.batting.map(\.strikeRate) : innings.bowling.map(\.economy)
                return CardPage.printed(value, CardPage.decimals(column))
            }
        case nil: nil
        }
    }

    /// Sets a figure from a text; false when the text is none as cards print them.
    static func set(_ innings: inout Innings, _ path: String, _ text: String) -> Bool {
        switch figure(path) {
        case .whole(let key):
            guard let value = Int(text), String(value) == text else { return false }
            innings[keyPath: key] = value
        case .text(let key):
            guard Overs(text)?.isLegal == true, !text.hasPrefix("0") || text.hasPrefix("0.") else { return false }
            innings[keyPath: key] = text
        case .ratio(let key):
            guard let value = Double(text), !text.hasPrefix("0") || text.hasPrefix("0.") else { return false }
            innings[keyPath: key] = value
        case nil: return false
        }
        return true
    }
}
