/// Reads bowling analyses set in a line: `Abbott 20-5-60-2; Edwards 20-4-70-0`.
enum InlineBowling {
    /// Whether an analysis stands among these words.
    static func isPresent(in words: [PageWord]) -> Bool { words.contains { figures(of: $0) != nil } }

    /// Whether wickets and runs stand in these words, `Bowling: Hayes, 2 for 44; Hogan, none for 35` or `Hayes 2/44, Hogan 0/35`,
    /// or go on in them.
    static func isListed(_ words: [PageWord], after list: [PageWord]) -> Bool {
        let isBegun = words.first?.key.hasPrefix("bowling") == true
        let isOpen =
            list.last.map { ";,:".contains($0.text.last ?? " ") || $0.key == "for" || $0.key == "none" } == true
            || words.first?.key == "for" && list.last.flatMap { Int($0.text) } != nil
        // `Hammond 0/2, Goddard` above `4/16, Parker 6/34`
        let isName = list.last.map { $0.text.first?.isUppercase == true && !$0.hasDigit } == true
        if isName, words.first.flatMap(pair) != nil, list.contains(where: { pair($0) != nil }) { return true }
        guard isBegun || isOpen && SectionKeywords.leading(words) == nil else { return false }
        // `Bowling for Hill: Murray, 3 for` goes on below.
        let isParted = isBegun && words.last?.key == "for" && words.dropLast().last.flatMap { Int($0.text) } != nil
        return isParted || words.indices.contains { wicketsForRuns(words, at: $0) != nil }
            || isOpen && list.contains { $0.key == "for" }
    }

    private static func pair(_ word: PageWord) -> (wickets: Int, runs: Int)? {
        let pair = word.text.drop { $0 == "(" }.prefix { !",;.)".contains($0) }.split { "/-".contains($0) }
        guard pair.count == 2, let first = Int(pair[0]), let second = Int(pair[1]), min(first, second) <= 10 else {
            return nil
        }
        return first <= 10 ? (first, second) : (second, first)
    }

    /// `2 for 44;`, `none for 35` and `2/44,` as wickets and runs, and how many words they take.
    private static func wicketsForRuns(
        _ words: [PageWord], at index: Int
    ) -> (wickets: Int, runs: Int?, count: Int)? {
        if index > 0, let pair = pair(words[index]) {
            return (pair.wickets, pair.runs, 1)
        }
        guard index + 2 < words.count, words[index + 1].key == "for",
            let wickets = words[index].key == "none" ? 0 : Int(words[index].key), wickets <= 10
        else { return nil }
        return (wickets, Int(words[index + 2].key), 3)
    }

    /// The words of a row with the name before the analysis that leads it: `5-0-37-1 Lee`.
    static func named(_ words: [PageWord]) -> [PageWord] {
        guard let first = words.first, figures(of: first) != nil, words.count <= 5,
            !words.dropFirst().contains(where: \.hasDigit)
        else { return words }
        return words.dropFirst() + [first]
    }

    /// Whether a line's end parted the last analysis at a dash and these words end it.
    static func goesOn(_ words: [PageWord], in next: [PageWord]) -> Bool {
        guard let last = words.last, let first = next.first else { return false }
        return areParted(last, first)
    }

    private static func areParted(_ word: PageWord, _ next: PageWord) -> Bool {
        word.hasDigit && next.hasDigit
            && word.text.unicodeScalars.last.map({ $0 != "/" && Characters.scoreSeparators.contains($0) }) == true
    }

    /// Analyses that a line's end parted at a dash are one word again.
    private static func joined(_ words: [PageWord]) -> [PageWord] {
        words.reduce(into: []) { joined, word in
            if let last = joined.last, areParted(last, word) {
                joined[joined.count - 1].text += word.text
            } else {
                joined.append(word)
            }
        }
    }

    /// The bowlers in these words.
    static func bowlers(in words: [PageWord]) -> [DraftBowler] {
        let words = joined(words)
        var bowlers: [DraftBowler] = []
        var name: [PageWord] = []
        var index = 0
        while index < words.count {
            defer { index += 1 }
            if name.isEmpty, !bowlers.isEmpty {
                if bowlers[bowlers.count - 1].takeExtras(words[index]) { continue }
                if bowlers[bowlers.count - 1].takeOvers(words[index...]) {
                    index += 1
                    continue
                }
            }
            guard let figures = bowler(words, at: index) else {
                name.append(words[index])
                continue
            }
            var bowler = figures.bowler
            index += figures.count - 1
            bowler.takeOvers(behind: &name)
            if let marked = NameText.marked(withoutBracket(name)) {
                bowler.player = Read(marked.name, from: marked.words)
            }
            bowlers.append(bowler)
            name = []
        }
        return bowlers
    }

    /// Without what stands in brackets before the first name, `Bowling (to date): Khan`.
    private static func withoutBracket(_ name: [PageWord]) -> [PageWord] {
        guard name.first?.text.hasPrefix("(") == true, let end = name.firstIndex(where: { $0.text.contains(")") }),
            end + 1 < name.count
        else { return name }
        return Array(name[(end + 1)...])
    }

    /// The figures that begin with this word, nameless: four in it, or those of `2 for 44`; and how many words they take.
    private static func bowler(_ words: [PageWord], at index: Int) -> (bowler: DraftBowler, count: Int)? {
        var bowler = DraftBowler()
        if let figures = figures(of: words[index]) {
            let evidence = [words[index]]
            bowler.overs = Read(figures[0], from: evidence)
            bowler.maidens = Int(figures[1]).flatMap { Read($0, from: evidence) }
            bowler.runs = Int(figures[2]).flatMap { Read($0, from: evidence) }
            bowler.wickets = Int(figures[3]).flatMap { Read($0, from: evidence) }
            return (bowler, 1)
        }
        guard let (wickets, runs, count) = wicketsForRuns(words, at: index) else { return nil }
        bowler.wickets = Read(wickets, from: [words[index]])
        bowler.runs = runs.flatMap { Read($0, from: [words[index + count - 1]]) }
        return (bowler, count)
    }

    /// Overs, maidens, runs and wickets of `20-5-60-2` or `20/5/60/2`.
    static func figures(of word: PageWord) -> [String]? {
        guard word.hasDigit, word.text.utf8.count >= 7 else { return nil }
        // `10.-4-39-2`
        let tokens = Tokenizer.tokens([
            word.text.contains(".-") ? word.part(word.text.replacing(".-", with: "-"), from: 0, to: 1) : word
        ])
        guard tokens.count >= 7 else { return nil }
        let numbers = [0, 2, 4, 6].map { tokens[$0] }
        guard numbers.allSatisfy({ $0.kind == .number && $0.text.utf8.count <= 5 }), Overs(numbers[0].text) != nil,
            [1, 3, 5].allSatisfy({ tokens[$0].isSeparator && (tokens[$0].text == "/") == (tokens[1].text == "/") }),
            tokens.dropFirst(7).allSatisfy({ $0.kind == .mark })
        else { return nil }
        return numbers.map(\.text)
    }
}

extension DraftBowler {
    /// Takes the overs between a name and the rest of its figures, `Bresnan 4 ov 43/3`, off the name.
    fileprivate mutating func takeOvers(behind name: inout [PageWord]) {
        guard overs == nil, name.count > 2, let unit = name.last, ["ov", "ovs", "overs"].contains(unit.key),
            let value = NumericText.overs(name[name.count - 2].text)
        else { return }
        overs = Read(value.number, from: [name[name.count - 2]], doubt: value.doubt)
        name.removeLast(2)
    }

    /// Takes the overs behind `2 for 48 (7 overs)`; false when these words say none.
    fileprivate mutating func takeOvers(_ words: ArraySlice<PageWord>) -> Bool {
        guard overs == nil, let word = words.first, word.text.hasPrefix("("), let unit = words.dropFirst().first,
            unit.key.hasPrefix("ov"), let value = NumericText.overs(String(word.text.dropFirst()))
        else { return false }
        overs = Read(value.number, from: [word], doubt: value.doubt)
        return true
    }

    /// Takes the wides and no-balls behind an analysis, word by word; false when the word says neither.
    fileprivate mutating func takeExtras(_ word: PageWord) -> Bool {
        let before = (wides, noBalls)
        fillExtras(from: [word])
        return before != (wides, noBalls)
    }
}
