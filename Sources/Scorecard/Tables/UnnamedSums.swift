internal import Recognition

/// What stands below the last batter without a word: the extras and the sum of all, `8` and `56`, and the heading of the next innings.
enum UnnamedSums {
    /// Takes them off the batters of an innings.
    static func settle(_ innings: inout DraftInnings) {
        while let last = innings.batting.last, last.runs == nil, last.dismissal == nil, isHeading(last.player) {
            innings.batting.removeLast()
        }
        takeWordedTotal(of: &innings)
        guard innings.total.isEmpty, let sum = unnamed(innings.batting.last) else { return }
        let above = innings.batting.dropLast()
        if let extras = unnamed(above.last), innings.extras.total == nil,
            areClose(sum, runs(of: above.dropLast()) + extras.value)
        {
            innings.extras.total = extras
            innings.total.runs = sum
            innings.batting.removeLast(2)
        } else if sum.value == runs(of: above) + (innings.extras.total?.value ?? 0) {
            innings.total.runs = sum
            innings.batting.removeLast()
        }
    }

    /// Two figures alone are nothing else, though an engine took a nought above for a nine.
    private static func areClose(_ sum: Read<Int>, _ runs: Int) -> Bool {
        (sum.value - runs).magnitude <= (sum.evidence.source == .ocr ? 12 : 0)
    }

    /// `Two for 42`
    private static func takeWordedTotal(of innings: inout DraftInnings) {
        guard innings.total.isEmpty, let last = innings.batting.last, let name = last.player, last.dismissal == nil,
            case let words = name.value.lowercased().words, words.count == 2, words[1] == "for",
            let wickets = TotalParser.numbers.firstIndex(of: String(words[0]))
        else { return }
        innings.total.runs = last.runs
        innings.total.wickets = Read(wickets, name.evidence)
        innings.batting.removeLast()
    }

    private static func runs(of batters: ArraySlice<DraftBatter>) -> Int {
        batters.reduce(0) { $0 + ($1.runs?.value ?? 0) }
    }

    private static func unnamed(_ batter: DraftBatter?) -> Read<Int>? {
        guard let batter, batter.player == nil, batter.dismissal == nil else { return nil }
        return batter.runs
    }

    private static func isHeading(_ name: Read<String>?) -> Bool {
        let words = name?.value.lowercased().words ?? []
        return words.count > 1 && words.last.map { InningsHeading.isInnings(String($0)) } == true
    }
}
