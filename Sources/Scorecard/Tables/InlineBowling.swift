/// Reads bowling analyses set in a line: `Abbott 20-5-60-2; Edwards 20-4-70-0`.
enum InlineBowling {
    /// Whether an analysis stands among these words.
    static func isPresent(in words: [PageWord]) -> Bool { words.contains { figures(of: $0) != nil } }

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
        var bowlers: [DraftBowler] = []
        var name: [PageWord] = []
        for word in joined(words) {
            if name.isEmpty, !bowlers.isEmpty, bowlers[bowlers.count - 1].takeExtras(word) { continue }
            guard let figures = figures(of: word) else {
                name.append(word)
                continue
            }
            var bowler = DraftBowler()
            if let marked = NameText.marked(name) { bowler.player = Read(marked.name, from: marked.words) }
            bowler.overs = Read(figures[0], from: [word])
            bowler.maidens = Int(figures[1]).flatMap { Read($0, from: [word]) }
            bowler.runs = Int(figures[2]).flatMap { Read($0, from: [word]) }
            bowler.wickets = Int(figures[3]).flatMap { Read($0, from: [word]) }
            bowlers.append(bowler)
            name = []
        }
        return bowlers
    }

    /// Overs, maidens, runs and wickets of `20-5-60-2`.
    static func figures(of word: PageWord) -> [String]? {
        guard word.hasDigit, word.text.utf8.count >= 7 else { return nil }
        let tokens = Tokenizer.tokens([word])
        guard tokens.count >= 7 else { return nil }
        let numbers = [0, 2, 4, 6].map { tokens[$0] }
        guard numbers.allSatisfy({ $0.kind == .number && $0.text.utf8.count <= 5 }), Overs(numbers[0].text) != nil,
            [1, 3, 5].allSatisfy({ tokens[$0].isSeparator && tokens[$0].text != "/" }),
            tokens.dropFirst(7).allSatisfy({ $0.kind == .mark })
        else { return nil }
        return numbers.map(\.text)
    }
}

extension DraftBowler {
    /// Takes the wides and no-balls behind an analysis, `(1nb, 2w)`, word by word; false when the word says neither.
    fileprivate mutating func takeExtras(_ word: PageWord) -> Bool {
        let text = word.text.lowercased().filter { !"(),;.".contains($0) }
        let digits = text.prefix { $0.isNumber || $0 == "i" || $0 == "l" }
        guard !digits.isEmpty, let count = Int(String(digits.map { $0.isNumber ? $0 : "1" })) else { return false }
        switch text.dropFirst(digits.count) {
        case "nb": noBalls = Read(count, from: [word])
        case "w", "wd": wides = Read(count, from: [word])
        default: return false
        }
        return true
    }
}
