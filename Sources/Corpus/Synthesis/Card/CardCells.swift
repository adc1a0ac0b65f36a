internal import Scorecard

/// The cells of a card's tables as text, taken from the truth so that print and truth cannot differ.
struct CardCells {
    let style: CardStyle

    func cell(_ entry: BattingEntry, _ column: BattingColumn, number: Int) -> String {
        switch column {
        case .number: String(number)
        case .name: marked(entry)
        case .dismissal: entry.dismissal ?? ""
        case .howOut: Self.split(entry).howOut
        case .bowler: Self.split(entry).bowler
        case .runs: text(entry.runs)
        case .balls: text(entry.balls)
        case .minutes: text(entry.minutes)
        case .fours: sparse(entry.fours, in: entry)
        case .sixes: sparse(entry.sixes, in: entry)
        case .strikeRate: strikeRate(entry)
        }
    }

    func cell(_ entry: BowlingEntry, _ column: BowlingColumn) -> String {
        switch column {
        case .name: entry.player ?? ""
        case .overs: entry.overs ?? ""
        case .maidens: text(entry.maidens)
        case .runs: text(entry.runs)
        case .wickets: text(entry.wickets)
        case .wides: entry.wides.map(String.init) ?? zero
        case .noBalls: entry.noBalls.map(String.init) ?? zero
        case .economy: entry.economy.map { Decimals.text($0, digits: style.economyDigits) } ?? "-"
        }
    }

    private var zero: String { style.zeros == .dash ? "-" : "" }

    private func text(_ value: Int?) -> String { value.map(String.init) ?? "" }

    /// A zero among many is a dash or nothing; a batter who did not bat has neither.
    private func sparse(_ value: Int?, in entry: BattingEntry) -> String {
        value.map(String.init) ?? (entry.runs == nil ? "" : zero)
    }

    private func strikeRate(_ entry: BattingEntry) -> String {
        if let rate = entry.strikeRate { return Decimals.text(rate, digits: style.strikeRateDigits) }
        return entry.runs == nil ? "" : "-"
    }

    private func marked(_ entry: BattingEntry) -> String {
        let name = entry.player ?? ""
        switch style.marks {
        case .none: return name
        case .words:
            return name + (entry.captain == true ? " (c)" : "") + (entry.keeper == true ? " (wk)" : "")
        case .signs: return (entry.captain == true ? "*" : "") + (entry.keeper == true ? "†" : "") + name
        }
    }

    /// The dismissal in two columns: what happened, and whose wicket it was.
    private static func split(_ entry: BattingEntry) -> (howOut: String, bowler: String) {
        let printed = entry.dismissal ?? ""
        guard let bowler = entry.bowler else { return (printed, "") }
        let tail = entry.howOut == .caughtAndBowled ? bowler : "b " + bowler
        return (printed.dropLast(tail.count).whiteSpaceFolded, tail)
    }

    func extrasParts(_ extras: Extras) -> String {
        let parts: [(String, Int?)] = [
            ("b", extras.byes), ("lb", extras.legByes), ("w", extras.wides), ("nb", extras.noBalls),
            ("pen", extras.penalty),
        ]
        let shown = parts.compactMap { label, runs in
            runs.map {
                style.extras == .compact
                    ? "\(label)\($0)" : style.extras == .countFirst ? "\($0)\(label)" : "\(label) \($0)"
            }
        }
        guard !shown.isEmpty else { return "" }
        if style.extras == .countFirst { return "(" + shown.joined(separator: " ") + ")" }
        return style.extras == .parenthesised || style.extras == .compact
            ? "(" + shown.joined(separator: ", ") + ")" : shown.joined(separator: " ")
    }

    /// Label, detail and figure of the total line.
    func total(_ total: InningsTotal, runRate: String) -> (label: String, detail: String, figure: String) {
        let runs = text(total.runs)
        let wickets = total.wickets ?? 0
        let overs = total.overs ?? ""
        let declared = total.declared == true ? " dec" : ""
        switch style.total {
        case .slash:
            return ("Total", "(\(overs) overs)", wickets == 10 ? "\(runs) all out" : "\(runs)/\(wickets)\(declared)")
        case .words:
            let fallen = wickets == 10 ? "all out" : wickets == 1 ? "1 wicket" : "\(wickets) wickets"
            return ("Total", "(\(fallen)\(declared), \(overs) overs)", runs)
        case .forWickets: return ("TOTAL", wickets == 10 ? "all out" : "for \(wickets) wkts\(declared)", runs)
        case .runRate:
            return ("Total", "\(overs) Ov (RR: \(runRate))", "\(runs)/\(wickets)\(declared)")
        }
    }

    func fall(_ fall: FallOfWicket) -> String {
        let (wicket, runs) = (text(fall.wicket), text(fall.runs))
        let (player, over) = (fall.player ?? "", fall.over ?? "")
        return switch style.falls {
        case .none: ""
        case .scores, .grid: "\(wicket)-\(runs)"
        case .named: "\(wicket)-\(runs) (\(player), \(over) ov)"
        case .scoreFirst: "\(runs)-\(wicket) (\(player) \(over))"
        }
    }
}
