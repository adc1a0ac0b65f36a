internal import Recognition

/// Says which figures of the tables are worth another look: those that broken laws are about, those that were repaired or are
/// unsure, words that are no figure, and blank cells.
struct CellDoubts {
    /// Figures surer than this are not read again unless a law speaks against them.
    private static let sure = 0.9
    /// Words less sure than this are, unless a law proves them.
    private static let clear = 0.8

    private let fields: [String: FieldReading]
    private let verdicts: [InningsVerdict]
    private let disputed: Set<String>

    init(_ reading: ScorecardReading, disputes: [RepairDispute]) {
        fields = Dictionary(reading.fields.map { ($0.path, $0) }) { first, _ in first }
        verdicts = reading.card.innings.enumerated().map {
            InningsVerdict($0.element, index: $0.offset, checks: reading.checks)
        }
        disputed = Set(disputes.flatMap { $0.claims.map(\.path) })
    }

    /// The cells of a card, the most doubtful first.
    func cells(of card: DraftCard) -> [DoubtfulCell] {
        var cells: [(cell: DoubtfulCell, rank: Double)] = []
        for (index, innings) in card.innings.enumerated() {
            let path = "innings/\(index)/"
            let rows = [innings.batting.map(\.cells), innings.bowling.map(\.cells)]
            for (table, rows) in zip(["batting/", "bowling/"], rows) {
                for (number, row) in rows.enumerated() { cells += doubtful(row, at: path + table + "\(number)/") }
                cells += BlankCells.boxes(rows).map { (DoubtfulCell(page: $0.page, box: $0.box, isBlank: true), 0.3) }
            }
            for sum in ["total/runs", "extras/total"] { cells += doubtful(sum: path + sum) }
        }
        return cells.sorted { ($0.rank, $0.cell.box.y, $0.cell.box.x) < ($1.rank, $1.cell.box.y, $1.cell.box.x) }
            .map(\.cell)
    }

    private func doubtful(_ row: [Column: PageWord], at path: String) -> [(DoubtfulCell, Double)] {
        row.compactMap { column, word in
            guard let leaf = column.leaf, !word.isDash, let rank = rank(path + leaf, word) else {
                return nil
            }
            return (DoubtfulCell(page: word.page, box: word.box), rank)
        }
    }

    /// A sum that stands alone in the column of runs.
    private func doubtful(sum path: String) -> [(DoubtfulCell, Double)] {
        guard let field = fields[path], let box = field.box, Int(field.raw) != nil, let rank = rank(path) else {
            return []
        }
        return [(DoubtfulCell(page: field.page, box: box), rank)]
    }

    /// How little is to be said for the value, least first; nil when it is not doubted.
    private func rank(_ path: String, _ word: PageWord? = nil) -> Double? {
        guard let field = fields[path] else { return 0.2 }
        if field.source == .repaired || disputed.contains(path) { return 0 }
        let verdict = FieldPlace(path).flatMap { place in
            verdicts.indices.contains(place.innings) ? verdicts[place.innings].verdict(place) : nil
        }
        if verdict == .doubted { return 0.1 }
        if field.confidence < Self.sure { return field.confidence }
        guard let word, verdict != .proven else { return nil }
        return word.confidence < Self.clear || !word.hasDigit ? Self.sure : nil
    }
}

extension Column {
    /// The name of its values on a card; nil when a card has no place for them.
    fileprivate var leaf: String? {
        switch self {
        case .runs: "runs"
        case .balls: "balls"
        case .fours: "fours"
        case .sixes: "sixes"
        case .minutes: "minutes"
        case .strikeRate: "strike_rate"
        case .overs: "overs"
        case .maidens: "maidens"
        case .wickets: "wickets"
        case .economy: "economy"
        case .wides: "wides"
        case .noBalls: "no_balls"
        case .name, .dismissal, .fielder, .bowler, .strokes, .other: nil
        }
    }
}
