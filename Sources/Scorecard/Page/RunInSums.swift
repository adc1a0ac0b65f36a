/// Totals in running text that no word announces.
extension RunInText {
    /// Takes a figure alone in its row below the extras that is the sum of them and the batters; the index behind it.
    mutating func sumAlone(at index: Int) -> Int? {
        guard index < words.count, rowStarts.contains(index), row(from: index).count == 1,
            let sum = Int(words[index].key), case .section(let extras)? = parts.last
        else { return nil }
        var all = extras.last.flatMap { NumericText.integer($0.key)?.number } ?? 0
        for part in parts.reversed() {
            if case .heading = part { break }
            if case .batter(_, _, let runs, _) = part { all += Self.runs(runs) ?? 0 }
        }
        guard sum == all else { return nil }
        parts.append(.section([words[index].part("Total", from: 0, to: 1), words[index]]))
        return index + 1
    }
}
