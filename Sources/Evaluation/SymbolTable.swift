/// Numbers for what is compared, so that a comparison is one of integers: `Character` and `String` compare canonically
/// and slowly.
struct SymbolTable {
    private var numbers: [String: UInt32] = [:]

    /// Extended grapheme clusters of a text in NFC; one of a single code point is that code point.
    mutating func graphemes(of text: String) -> [UInt32] {
        if text.utf8.allSatisfy({ $0 < 0x80 && $0 != 0x0D }) { return text.utf8.map(UInt32.init) }
        return text.map { character in
            let scalars = character.unicodeScalars
            if scalars.count == 1, let only = scalars.first { return only.value }
            return number(of: String(character))
        }
    }

    /// One number for each word, equal for equal words.
    mutating func words(_ words: [String]) -> [UInt32] { words.map { number(of: $0) } }

    private mutating func number(of text: String) -> UInt32 {
        if let known = numbers[text] { return known }
        let number = UInt32(0x11_0000 + numbers.count)
        numbers[text] = number
        return number
    }

    /// Code points of a text.
    static func codePoints(of text: String) -> [UInt32] { text.unicodeScalars.map(\.value) }
}
