/// The row that spreadsheets close an innings with, wickets among the parts of its extras and its runs and overs below the
/// batters' figures: `Byes: 1  Leg Byes: 0  Wickets: 5  Wides: 11  No Balls: 0  97  20`.
struct ScoreAmongExtras {
    /// The words that say the extras.
    let parts: [PageWord]
    private(set) var total = DraftTotal()

    /// - Parameter runs: the figure in the column of runs.
    /// - Returns: nil where no wickets stand among the parts.
    init?(_ words: [PageWord], runs: PageWord) {
        guard let label = words.firstIndex(where: { $0.key == "wickets" || $0.key == "wkts" }), label > 0,
            let figure = words[label...].dropFirst().first(where: { !$0.key.isEmpty }), figure.left < runs.left,
            let wickets = Int(figure.key), (0...10).contains(wickets), let sum = Int(runs.key)
        else { return nil }
        parts = words.filter { $0.left < runs.left && ($0.right < words[label].left || $0.left > figure.right) }
        guard ExtrasParser.isOnlyParts(parts, least: 2) else { return nil }
        total.runs = Read(sum, from: [runs])
        total.wickets = Read(wickets, from: [figure])
        let overs = words.first { $0.left > runs.right && $0.hasDigit }
        total.overs = overs.flatMap { TotalParser.parse([$0, $0.part("overs", from: 1, to: 1)]).overs }
    }
}
