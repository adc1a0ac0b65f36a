internal import Recognition

/// The words of a page whose briefs run on from row to row, and which of them begin a row.
struct BriefText {
    private(set) var words: [PageWord] = []
    private(set) var rowStarts: Set<Int> = []
    /// The row of each word.
    private(set) var rowOf: [Int] = []
    private let left: Double
    private let edge: Double

    init(_ rows: [VisualRow]) {
        for (index, row) in rows.enumerated() {
            rowStarts.insert(words.count)
            words += Self.withoutUnits(Self.withFigures(Self.withScores(row.words.flatMap(Self.parted))))
            rowOf += Array(repeating: index, count: words.count - rowOf.count)
        }
        left = words.map(\.left).min() ?? 0
        edge = words.map(\.right).max() ?? 0
        openScores()
    }

    /// Takes the brackets off `Kent (194 for 7) beat Essex (75 all out)`.
    private mutating func openScores() {
        var first: Range<Int>?
        for index in words.indices where words[index].text.hasPrefix("(") && words[index].hasDigit {
            guard let close = words[index...].prefix(5).firstIndex(where: { $0.text.contains(")") }),
                Self.isScore(words[index...close])
            else { continue }
            let verb = close + 1 < words.count ? words[close + 1].key : ""
            if let before = first, index - before.upperBound < 10 {
                for place in Array(before) + Array(index...close) { words[place].text.removeAll { "()".contains($0) } }
            }
            first = ["beat", "bt", "defeated", "lost", "drew", "tied"].contains(verb) ? index..<(close + 1) : nil
        }
    }

    /// `(194 for 7)`, `(75 all out)`, `(194/7)`
    private static func isScore(_ bracket: ArraySlice<PageWord>) -> Bool {
        let keys = bracket.map(\.key)
        let runs = keys.first.flatMap { Int($0.prefix(while: \.isNumber)) } ?? 0
        return runs > 10
            && (keys.dropFirst() == ["all", "out"] || keys.count == 3 && keys[1] == "for"
                || keys.count == 1 && keys[0].contains("/"))
    }

    /// The index of the last word of the bracket that opens here; nil where none does or it is too long.
    func bracketEnd(at index: Int) -> Int? {
        guard index < words.count, words[index].text.hasPrefix("(") else { return nil }
        guard let close = words[index...].prefix(Self.longest).firstIndex(where: { $0.text.contains(")") }) else {
            return nil
        }
        return strayEnd(behind: close) ?? close
    }

    /// The end of a bracket that is closed once too often, `(A Lee 59; J Fox 4 for 54) M Roy 3 for 48)`.
    private func strayEnd(behind close: Int) -> Int? {
        let rest = words[(close + 1)...].prefix(8)
        guard rest.first?.text.first?.isUppercase == true,
            let mark = rest.firstIndex(where: { $0.text.contains { "();:".contains($0) } }),
            words[mark].text.hasSuffix(")"), !words[mark].text.contains("("), words[mark].hasDigit
        else { return nil }
        return mark
    }

    private static let longest = 80

    /// Whether the row that ends before this word reaches far to the right, so that a name may go on behind it.
    func isFullLine(before start: Int) -> Bool { start > 0 && words[start - 1].right > edge - 0.25 * (edge - left) }

    func endOfRow(from index: Int) -> Int {
        words.indices.dropFirst(index + 1).first(where: rowStarts.contains) ?? words.count
    }

    /// `238/8` for `238/ 8`
    private static func withScores(_ words: [PageWord]) -> [PageWord] {
        words.reduce(into: []) { joined, word in
            if let before = joined.last, before.text.count > 2, before.text.hasSuffix("/"),
                before.text.dropLast().allSatisfy(\.isNumber), word.text.first?.isNumber == true
            {
                joined[joined.count - 1] = before.joined(with: word)
            } else {
                joined.append(word)
            }
        }
    }

    /// `270 for 7` for `270 for seven`
    private static func withFigures(_ words: [PageWord]) -> [PageWord] {
        words.enumerated().map { index, word in
            guard index > 1, words[index - 1].key == "for", words[index - 2].hasDigit,
                let number = TotalParser.numbers.firstIndex(of: word.key)
            else { return word }
            return word.part(String(number), from: 0, to: 1)
        }
    }

    /// `5 for 12,` for `5 wkts for 12 runs,`
    private static func withoutUnits(_ words: [PageWord]) -> [PageWord] {
        var kept: [PageWord] = []
        for (index, word) in words.enumerated() {
            let next = index + 1 < words.count ? words[index + 1].key : ""
            let isBehindFigure = kept.last?.hasDigit == true
            if isBehindFigure, next == "for", ["wkts", "wkt", "wickets", "wicket"].contains(word.key) { continue }
            if isBehindFigure, kept.count > 2, word.key == "runs", kept[kept.count - 2].key == "for",
                kept[kept.count - 3].hasDigit
            {
                kept[kept.count - 1].text += word.text.dropFirst(word.key.count)
                continue
            }
            kept.append(word)
        }
        return kept
    }

    /// `72` and `(Lee`, `for` and `6`, `28` and `n.o`, which stand without a space between them.
    private static func parted(_ word: PageWord) -> [PageWord] {
        guard let cut = mark(word.text) ?? (word.hasDigit ? cut(word.text) : nil) else { return [word] }
        let share = Double(word.text[..<cut].count) / Double(word.text.count)
        return [
            word.part(String(word.text[..<cut]), from: 0, to: share),
            word.part(String(word.text[cut...]), from: share, to: 1),
        ]
    }

    /// Behind a mark that no space follows, `11)and`, `dec,*Kent`, `20.Lee`.
    private static func mark(_ text: String) -> String.Index? {
        guard let mark = text.firstIndex(where: { "),.".contains($0) }), mark > text.startIndex else { return nil }
        let next = text.index(after: mark)
        guard next < text.endIndex, text[next].isLetter || text[next] == "*" else { return nil }
        return text[mark] != "." || text[text.index(before: mark)].isNumber ? next : nil
    }

    private static func cut(_ text: String) -> String.Index? {
        let figures = text.prefix { $0.isNumber }
        let rest = text[figures.endIndex...]
        if !figures.isEmpty, rest.hasPrefix("for") || rest.hasPrefix("n.o") { return figures.endIndex }
        if figures.isEmpty, text.hasPrefix("for"), text.dropFirst(3).first?.isNumber == true {
            return text.index(text.startIndex, offsetBy: 3)
        }
        let score = text.prefix { $0.isNumber || "-/*".contains($0) }
        return !figures.isEmpty && text[score.endIndex...].hasPrefix("(") ? score.endIndex : nil
    }
}
