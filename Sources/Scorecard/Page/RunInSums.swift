/// Totals in running text that no word announces.
extension RunInText {
    /// The index behind the score and the best figures of an innings of which no more is told, `469-9 dec (A Lee 176; J Fox 5-172)`,
    /// `326 (B Ray 156; J Fox 3-54)`.
    func toldEnd(at index: Int) -> Int? {
        let score = index < words.count ? words[index].text.split { "-/".contains($0) }.compactMap { Int($0) } : []
        guard let runs = score.first, 11...1500 ~= runs, score.count == 1 || score.count == 2 && score[1] <= 10 else {
            return nil
        }
        let open = index + (words[index...].dropFirst().first?.key.hasPrefix("dec") == true ? 2 : 1)
        guard open < words.count, words[open].text.hasPrefix("("),
            let close = words[open...].prefix(32).firstIndex(where: { $0.text.hasSuffix(")") }), words[close].hasDigit,
            score.count == 2 || words[open..<close].contains(where: { $0.hasDigit && $0.text.hasSuffix(";") })
        else { return nil }
        return close + 1
    }

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
