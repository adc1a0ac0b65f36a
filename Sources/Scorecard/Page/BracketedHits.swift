/// What running text says of a batter's runs in brackets behind them: `48 (64)`, `48 (64b, 4x4, 6x1)`.
struct BracketedHits {
    private(set) var balls: PageWord?
    private(set) var fours: PageWord?
    private(set) var sixes: PageWord?
    /// Words of the bracket; 0 when none stands there.
    private(set) var count = 0

    /// The figures as cells of a table, balls, fours and sixes.
    var cells: [[PageWord]] { [balls, fours, sixes].map { $0.map { [$0] } ?? [] } }

    /// Reads the bracket that these words begin with.
    init(_ words: ArraySlice<PageWord>) {
        guard words.first?.text.hasPrefix("(") == true,
            let end = words.prefix(4).firstIndex(where: { $0.text.contains(")") })
        else { return }
        for word in words[words.startIndex...end] where !take(word) { return }
        count = end + 1 - words.startIndex
    }

    private mutating func take(_ word: PageWord) -> Bool {
        let text = word.text.lowercased().filter { !"(),;.".contains($0) }
        func figure(_ digits: some StringProtocol) -> PageWord? {
            (1...3).contains(digits.count) && digits.allSatisfy(\.isNumber)
                ? word.part(String(digits), from: 0, to: 1) : nil
        }
        if let sign = text.dropFirst().first, "x\u{D7}".contains(sign) {
            let boundaries = figure(text.dropFirst(2))
            if text.first == "4" { fours = boundaries } else { sixes = boundaries }
            return boundaries != nil
        }
        guard balls == nil else { return text == "balls" || text == "b" }
        balls = figure(text.last == "b" ? text.dropLast() : text[...])
        return balls != nil
    }
}
