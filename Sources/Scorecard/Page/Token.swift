/// A piece of a word: a number, a run of letters or one other character.
struct Token {
    enum Kind {
        case number
        case letters
        case mark
    }

    var kind: Kind
    /// Numbers as printed, letters in lower case.
    var text: String
    /// Index of the word it is part of.
    var word: Int

    var integer: Int? { kind == .number && text.utf8.count <= 4 ? Int(text) : nil }
    var isSeparator: Bool {
        kind == .mark && text.unicodeScalars.allSatisfy(Characters.scoreSeparators.contains)
    }
    func isMark(_ mark: String) -> Bool { kind == .mark && text == mark }
}

/// Takes words apart into tokens: `lb2` into `lb` and `2`, `184/6` into `184`, `/` and `6`.
enum Tokenizer {
    static func tokens(_ words: [PageWord]) -> [Token] {
        var tokens: [Token] = []
        for index in words.indices { append(words[index].text, word: index, to: &tokens) }
        return tokens
    }

    private static func append(_ text: String, word: Int, to tokens: inout [Token]) {
        let scalars = text.unicodeScalars
        var index = scalars.startIndex
        while index < scalars.endIndex {
            let start = index
            let kind = kind(scalars[index])
            scalars.formIndex(after: &index)
            switch kind {
            case .number:
                while index < scalars.endIndex, continuesNumber(scalars, at: index) {
                    scalars.formIndex(after: &index)
                }
            case .letters:
                while index < scalars.endIndex, self.kind(scalars[index]) == .letters || isInner(scalars, at: index) {
                    scalars.formIndex(after: &index)
                }
            case .mark: break
            }
            let piece = String(text[start..<index])
            tokens.append(Token(kind: kind, text: kind == .letters ? piece.lowercased() : piece, word: word))
        }
    }

    private static func kind(_ scalar: Unicode.Scalar) -> Token.Kind {
        if Characters.isDigit(scalar) { return .number }
        return Characters.isLetter(scalar) ? .letters : .mark
    }

    private static func continuesNumber(_ scalars: String.UnicodeScalarView, at index: String.Index) -> Bool {
        if Characters.isDigit(scalars[index]) { return true }
        guard scalars[index] == "." else { return false }
        return scalars[index...].dropFirst().first.map(Characters.isDigit) ?? false
    }

    /// An apostrophe within a word: `ret'd`.
    private static func isInner(_ scalars: String.UnicodeScalarView, at index: String.Index) -> Bool {
        guard scalars[index] == "'" || scalars[index] == "\u{2019}" else { return false }
        return scalars[index...].dropFirst().first.map { kind($0) == .letters } ?? false
    }
}

extension [PageWord] {
    /// The words that these tokens come from, each once.
    func words(of tokens: ArraySlice<Token>) -> ArraySlice<PageWord> {
        guard let first = tokens.first, let last = tokens.last else { return [] }
        return self[first.word...last.word]
    }
}
