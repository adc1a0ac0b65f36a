/// Scores in running text, the best figures of both sides in a bracket behind each: `Kent 157 (A Lee 34, B Ray 25; C Fox 4 for 36);
/// Essex 158 for 6 (...)`.
struct RunInSummary {
    /// A side with its score and the figures behind it.
    private(set) var innings: [(line: ScoreLine, figures: [PageWord])] = []
    /// The words before, between and behind them, by the rows of the page.
    private(set) var rest: [VisualRow] = []

    /// Words of a bracket at most.
    private static let longest = 80

    /// Reads the rows; nil when they say no two scores so.
    init?(_ rows: [VisualRow]) {
        let words = rows.flatMap(\.words)
        var taken: Set<Int> = []
        var from = 0
        while let open = words[from...].firstIndex(where: { $0.text.hasPrefix("(") }) {
            let close = words[open...].prefix(Self.longest).firstIndex { $0.text.contains(")") } ?? open
            from = close + 1
            guard close - open >= 3, let start = Self.start(of: open, in: words),
                let line = ScoreLine(Array(words[start..<open]), isBare: true, isSide: { _ in true })
            else { continue }
            innings.append((line, Self.unbracketed(words[open...close])))
            taken.formUnion(start...close)
        }
        guard innings.count >= 2 else { return nil }
        var index = 0
        for row in rows {
            let left = row.words.enumerated().filter { !taken.contains(index + $0.offset) }.map(\.element)
            index += row.words.count
            if !left.isEmpty { rest.append(VisualRow(left)) }
        }
    }

    /// The first word of the side whose score ends before the bracket.
    private static func start(of bracket: Int, in words: [PageWord]) -> Int? {
        var start = bracket
        while start > 0, bracket - start < 9 {
            let word = words[start - 1]
            if word.text.hasSuffix(";") || word.text.hasSuffix(".") && word.key.utf8.count > 3
                || word.text.contains(")")
            {
                break
            }
            start -= 1
        }
        return start < bracket && words[start].text.first?.isUppercase == true ? start : nil
    }

    private static func unbracketed(_ words: ArraySlice<PageWord>) -> [PageWord] {
        var words = Array(words)
        words[0].text.removeFirst()
        let last = words.count - 1
        while let mark = words[last].text.last, ");.".contains(mark) { words[last].text.removeLast() }
        // `Smith-` and `Jones` at the end of a line and the beginning of the next.
        return words.reduce(into: []) { joined, word in
            if let before = joined.last, before.text.count > 2, before.text.hasSuffix("-"), !before.hasDigit {
                joined[joined.count - 1] = before.joined(with: word)
            } else if !word.text.isEmpty {
                joined.append(word)
            }
        }
    }
}
