internal import Recognition

/// Puts bowling analyses that are set with spaces, `9 - 1 - 33 - 0(w-2)`, into one word again.
enum SpacedAnalyses {
    /// The words of a row with its analyses closed.
    static func closed(_ words: [PageWord]) -> [PageWord] {
        guard words.count(where: { $0.isDash || $0.hasDigit }) >= 2 else { return words }
        var closed: [PageWord] = []
        var index = 0
        while index < words.count {
            if let (parts, count) = analysis(words[index...]) {
                closed += parts
                index += count
            } else {
                closed.append(words[index])
                index += 1
            }
        }
        return closed
    }

    /// Whether a page that breaks its lines behind points has parted overs so: `22.` and `4-4-78-2`.
    static func areParted(_ word: PageWord, _ next: PageWord) -> Bool {
        word.text.hasSuffix(".") && Int(word.text.dropLast()) != nil && InlineBowling.figures(of: next) != nil
            && next.text.dropFirst().first == "-"
    }

    /// The analysis that several of these words make, what stands in brackets behind it by itself, and how many words it takes.
    private static func analysis(_ words: ArraySlice<PageWord>) -> (parts: [PageWord], count: Int)? {
        guard let first = words.first, first.text.first?.isNumber == true, isFigures(first.text) else { return nil }
        var whole = first
        for (count, word) in words.dropFirst().prefix(6).enumerated() {
            guard isDash(whole.text.last) || isDash(word.text.first) else { return nil }
            let figures = word.text.prefix { $0 != "(" }
            whole = whole.joined(with: word.part(withZero(figures), from: 0, to: 1))
            if InlineBowling.figures(of: whole) != nil {
                let bracket = String(word.text[figures.endIndex...])
                return ([whole] + (bracket.isEmpty ? [] : [word.part(bracket, from: 0.5, to: 1)]), count + 2)
            }
            guard isFigures(word.text) else { return nil }
        }
        return nil
    }

    private static func isFigures(_ text: String) -> Bool {
        text.allSatisfy { $0.isNumber || $0 == "." || isDash($0) }
    }

    private static func isDash(_ character: Character?) -> Bool { character == "-" || character == "\u{2013}" }

    /// An engine's O is a nought.
    private static func withZero(_ text: Substring) -> String { text == "O" ? "0" : String(text) }
}
