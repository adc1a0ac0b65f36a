/// Words of a text by the rules of UAX 29 that matter on a card: letters, digits and marks hold together, an apostrophe
/// or point between two letters and a point or comma between two digits do not part them. What has neither letter nor
/// digit is no word.
enum Words {
    /// All words in order; the text is normalised already.
    static func all(in text: String) -> [String] {
        let scalars = Array(text.unicodeScalars)
        let kinds = scalars.map(Kind.init)
        var words: [String] = []
        var current = String.UnicodeScalarView()
        for (index, scalar) in scalars.enumerated() {
            if joins(index, kinds, hasBegun: !current.isEmpty) {
                current.append(scalar)
            } else if !current.isEmpty {
                words.append(String(current))
                current = String.UnicodeScalarView()
            }
        }
        if !current.isEmpty { words.append(String(current)) }
        return words
    }

    /// Words made of digits, points and commas alone: the figures of a card.
    static func numbers(among words: [String]) -> [String] {
        words.filter { word in word.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2E || $0 == 0x2C } }
    }

    private static func joins(_ index: Int, _ kinds: [Kind], hasBegun: Bool) -> Bool {
        let kind = kinds[index]
        if kind == .letter || kind == .digit { return true }
        guard hasBegun else { return false }
        if kind == .mark { return true }
        guard index + 1 < kinds.count else { return false }
        let (before, after) = (kinds[index - 1], kinds[index + 1])
        return switch kind {
        case .betweenLetters: before == .letter && after == .letter
        case .betweenDigits: before == .digit && after == .digit
        case .betweenBoth: before == after && (before == .letter || before == .digit)
        default: false
        }
    }

    private enum Kind {
        case letter, digit, mark, betweenLetters, betweenDigits, betweenBoth, other

        init(_ scalar: Unicode.Scalar) {
            switch scalar {
            case "a"..."z", "A"..."Z", "_": self = .letter
            case "0"..."9": self = .digit
            case ".", "'", "\u{2019}": self = .betweenBoth
            case ",", ";": self = .betweenDigits
            case ":", "\u{B7}": self = .betweenLetters
            case _ where scalar.isASCII: self = .other
            case _ where scalar.properties.isAlphabetic: self = .letter
            case _ where scalar.properties.numericType != nil: self = .digit
            default: self = scalar.properties.isGraphemeExtend ? .mark : .other
            }
        }
    }
}
