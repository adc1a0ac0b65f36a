/// What a law says about one row.
struct RowFinding {
    var name: String?
    var holds: Bool
    var expected: String
    var found: String
}

/// The laws within one row: redundancy that tells which of its values is misread.
enum RowLaws {
    /// Boundaries are part of the runs.
    static func boundaries(_ entry: BattingEntry) -> RowFinding? {
        guard let runs = entry.runs, entry.fours != nil || entry.sixes != nil else { return nil }
        let inBoundaries = 4 * (entry.fours ?? 0) + 6 * (entry.sixes ?? 0)
        return RowFinding(
            name: entry.player, holds: inBoundaries <= runs, expected: "at most \(runs)", found: "\(inBoundaries)")
    }

    /// Strike rate is runs per hundred balls.
    static func strikeRate(_ entry: BattingEntry) -> RowFinding? {
        guard let runs = entry.runs, let balls = entry.balls, balls > 0, let printed = entry.strikeRate else {
            return nil
        }
        return ratio(entry.player, numerator: 100 * runs, denominator: balls, printed: printed)
    }

    /// Economy is runs per over of six balls.
    static func economy(_ entry: BowlingEntry) -> RowFinding? {
        guard let runs = entry.runs, let overs = entry.overs.flatMap(Overs.init), overs.isLegal,
            overs.totalBalls > 0, let printed = entry.economy
        else { return nil }
        return ratio(entry.player, numerator: 6 * runs, denominator: overs.totalBalls, printed: printed)
    }

    /// A maiden is an over.
    static func maidens(_ entry: BowlingEntry) -> RowFinding? {
        guard let maidens = entry.maidens, let overs = entry.overs.flatMap(Overs.init) else { return nil }
        return RowFinding(
            name: entry.player, holds: maidens <= overs.completed, expected: "at most \(overs.completed)",
            found: "\(maidens)")
    }

    private static func ratio(_ name: String?, numerator: Int, denominator: Int, printed: Double) -> RowFinding {
        let exact = Double(numerator) / Double(denominator)
        return RowFinding(
            name: name, holds: agrees(exact, printed: printed), expected: rounded(exact), found: printed.description)
    }

    /// Whether a printed ratio is the exact one, rounded or cut off at as many decimals as it shows.
    static func agrees(_ exact: Double, printed: Double) -> Bool {
        var unit = 1.0
        for _ in 0..<3 where !isWhole(printed / unit) { unit /= 10 }
        return (exact - printed).magnitude <= unit * 1.000001
    }

    private static func isWhole(_ value: Double) -> Bool { (value - value.rounded()).magnitude < 1e-6 }

    /// The number with two decimals.
    static func rounded(_ value: Double) -> String { ((value * 100).rounded() / 100).description }
}
