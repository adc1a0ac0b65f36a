/// The bowlers in running text.
extension RunInText {
    /// Takes the head of columns that run on in the text, `Bowling Ov Md Rn Wk Econ Ex`; the index behind it.
    mutating func bowlingHead(at index: Int) -> Int? {
        guard begin != nil, HeaderWords.term(words[index].key)?.bowling == .name else { return nil }
        let heads = words[(index + 1)...].prefix { HeaderWords.term($0.key)?.bowling != nil || $0.key == "ex" }
        let columns = heads.compactMap { HeaderWords.term($0.key)?.bowling }
        guard columns.starts(with: [.overs, .maidens, .runs, .wickets]),
            columns.dropFirst(4).elementsEqual(columns.count > 4 ? [.economy] : [])
        else { return nil }
        bowlingColumns = columns.count
        return heads.endIndex
    }

    /// The index behind `Kent bowling:`, or `Kent Bowling` alone in a row above analyses; nil when it does not stand here.
    func bowlingLabel(at index: Int) -> Int? {
        if begin != nil, rowStarts.contains(index) {
            let row = row(from: index)
            let end = index + row.count
            if (2...6).contains(row.count), row.last?.key == "bowling", end < words.count,
                InlineBowling.isPresent(in: self.row(from: end))
            {
                return end
            }
        }
        guard words[index].text.first?.isUppercase == true,
            let label = words[index...].prefix(6).firstIndex(where: { $0.key == "bowling" && $0.text.hasSuffix(":") }),
            label > index, rowStarts.contains(index) || !rowStarts.contains(label),
            !words[index..<label].contains(where: { $0.hasDigit || ".:;,".contains($0.text.last ?? " ") })
        else { return nil }
        return label + 1
    }

    /// Takes a bowler, `M Lee 5-0-39-3` or `M Lee 3 for 39 (5 overs)`; the index behind him.
    mutating func bowler(at index: Int) -> Int? {
        let rest = words[index...].prefix(10)
        guard begin != nil, rest.first?.text.first?.isUppercase == true,
            let figure = rest.firstIndex(where: \.hasDigit),
            figure > index, figure <= index + 5
        else { return nil }
        let name = Array(words[index..<figure])
        if let end = bowlerInColumns(name, figures: figure) { return end }
        if let analysis = InlineBowling.figures(of: words[figure]) {
            let cells = analysis.map { words[figure].part($0, from: 0, to: 1) }
            let behind = bracket(at: figure + 1)
            parts.append(.bowler(name: name, figures: cells, behind: behind))
            return figure + 1 + behind.count
        }
        guard figure + 2 < words.count, words[figure + 1].key == "for",
            let wickets = NumericText.integer(words[figure].text),
            wickets.number <= 10, NumericText.integer(words[figure + 2].text) != nil
        else { return nil }
        let row = self.row(from: figure + 3)
        let overs = rowStarts.contains(figure + 3) ? nil : row.first { $0.text.hasPrefix("(") && $0.hasDigit }
        let bare = overs.map { $0.part($0.text.filter { $0.isNumber || $0 == "." }, from: 0, to: 1) }
        parts.append(.bowler(name: name, figures: [bare, nil, words[figure + 2], words[figure]], behind: []))
        return figure + 3
    }

    /// Takes the figures of a bowler below a head that ran on, `4 1 23 0 5.75 1w 1nb`; the index behind them.
    private mutating func bowlerInColumns(_ name: [PageWord], figures start: Int) -> Int? {
        guard areFiguresOfABowler(at: start) else { return nil }
        let end = start + bowlingColumns
        let behind = words[end...].prefix(3).prefix {
            $0.hasDigit && ["w", "nb"].contains($0.key.drop(while: \.isNumber))
        }
        parts.append(.bowler(name: name, figures: Array(words[start..<end]), behind: Array(behind)))
        return behind.endIndex
    }

    private func areFiguresOfABowler(at start: Int) -> Bool {
        let end = start + bowlingColumns
        return bowlingColumns > 0 && end <= words.count
            && words[start..<end].allSatisfy { NumericText.decimal($0.text) != nil }
    }

    /// Whether a bowler stands here below such a head: `A Lee 10 0 43` is no side and its score.
    func isBowlerInColumns(at index: Int) -> Bool {
        words[index...].prefix(6).firstIndex(where: \.hasDigit).map { $0 > index && areFiguresOfABowler(at: $0) }
            == true
    }

    /// The total of an innings that is told by that alone, `151 (M Lee 3-32, J Fox 3-37)`, and its bowlers; the index behind them.
    func scoreAlone(at index: Int) -> (sections: [[PageWord]], end: Int)? {
        guard index + 2 < words.count, let runs = Int(words[index].text), 10...1500 ~= runs,
            words[index + 1].text.hasPrefix("("),
            let close = words[(index + 1)...].prefix(24).firstIndex(where: { $0.text.hasSuffix(")") })
        else { return nil }
        let bracket = words[(index + 1)...close]
        let figures = bracket.filter(\.hasDigit).map(Self.wicketsForRuns)
        guard !figures.isEmpty, !figures.contains(where: \.isEmpty), bracket.last?.hasDigit == true else { return nil }
        let total = words[index]
        var bowlers = bracket.flatMap { $0.hasDigit ? Self.wicketsForRuns($0) : [Self.unbracketed($0)] }
        // The list is closed.
        bowlers[bowlers.count - 1].text.removeLast()
        return (
            [[total.part("Total", from: 0, to: 1), total], [total.part("Bowling:", from: 0, to: 1)] + bowlers],
            close + 1
        )
    }

    private static func unbracketed(_ word: PageWord) -> PageWord {
        word.part(word.text.filter { $0 != "(" }, from: 0, to: 1)
    }

    /// `3`, `for` and `32;` for `3-32`; none where it is no such figure.
    private static func wicketsForRuns(_ word: PageWord) -> [PageWord] {
        let pair = word.text.filter { !"(),;".contains($0) }.split { "-/".contains($0) }
        guard pair.count == 2, pair.allSatisfy({ Int($0) != nil }) else { return [] }
        return [String(pair[0]), "for", pair[1] + ";"].map { word.part($0, from: 0, to: 1) }
    }

    /// The words of a short bracket that begins here; none where none does.
    func bracket(at index: Int) -> [PageWord] {
        guard index < words.count, words[index].text.hasPrefix("("),
            let end = words[index...].prefix(3).firstIndex(where: { $0.text.contains(")") })
        else { return [] }
        return Array(words[index...end])
    }
}
