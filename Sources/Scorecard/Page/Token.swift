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
        let scalars = Array(text.unicodeScalars)
        var index = 0
        while index < scalars.count {
            let start = index
            let kind = kind(scalars[index])
            index += 1
            switch kind {
            case .number:
                while index < scalars.count, continuesNumber(scalars, at: index) { index += 1 }
            case .letters:
                while index < scalars.count, self.kind(scalars[index]) == .letters || isInner(scalars, at: index) {
                    index += 1
                }
            case .mark: break
            }
            var view = String.UnicodeScalarView()
            view.append(contentsOf: scalars[start..<index])
            let piece = String(view)
            tokens.append(Token(kind: kind, text: kind == .letters ? piece.lowercased() : piece, word: word))
        }
    }

    private static func kind(_ scalar: Unicode.Scalar) -> Token.Kind {
        if Characters.isDigit(scalar) { return .number }
        return Characters.isLetter(scalar) ? .letters : .mark
    }

    private static func continuesNumber(_ scalars: [Unicode.Scalar], at index: Int) -> Bool {
        if Characters.isDigit(scalars[index]) { return true }
        guard scalars[index] == ".", index + 1 < scalars.count else { return false }
        return Characters.isDigit(scalars[index + 1])
    }

    /// An apostrophe within a word: `ret'd`.
    private static func isInner(_ scalars: [Unicode.Scalar], at index: Int) -> Bool {
        guard scalars[index] == "'" || scalars[index] == "\u{2019}", index + 1 < scalars.count else { return false }
        return kind(scalars[index + 1]) == .letters
    }
}

extension [PageWord] {
    /// The words that these tokens come from, each once.
    func words(of tokens: ArraySlice<Token>) -> ArraySlice<PageWord> {
        guard let first = tokens.first, let last = tokens.last else { return [] }
        return self[first.word...last.word]
    }
}
