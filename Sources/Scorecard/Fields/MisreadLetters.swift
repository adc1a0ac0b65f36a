/// Puts right what engines read and no card prints: letters for others of the same shape, where only one of them can stand.
enum MisreadLetters {
    /// The word as it must have been printed.
    static func restored(_ text: String) -> String {
        guard text.utf8.contains(where: isSuspect) else { return text }
        if ordinals.contains(text) { return "1st" }
        var letters = Array(withDagger(text))
        for index in letters.indices { letters[index] = restored(letters[index], at: index, of: letters) }
        if let last = letters.indices.last, letters[last] == "j", isInitials(letters[..<last]) { letters[last] = "J" }
        return String(letters.indices.filter { !isDoubledJ(letters, at: $0) }.map { letters[$0] })
    }

    private static let ordinals: Set = ["lst", "\u{ED}st", "Ist"]
    private static let daggers: Set<Character> = [
        "t", "\u{142}", "\u{126}", "\u{167}", "\u{165}", "\u{166}", "\u{164}",
    ]

    /// Bytes of the letters and signs that are looked at, and of all beyond ASCII.
    private static func isSuspect(_ byte: UInt8) -> Bool {
        byte >= 0x80 || [0x21, 0x24, 0x6A, 0x6C, 0x73, 0x74, 0x7B, 0x7D].contains(byte)
    }

    /// A dagger is read as a t, with or without a bar, before a capital: `tO Ashworth`.
    private static func withDagger(_ text: String) -> String {
        let rest = text.drop { daggers.contains($0) }
        guard rest.count < text.count, text.count - rest.count <= 2, rest.first?.isUppercase == true else {
            return withAccentedDagger(text)
        }
        return "\u{2020}" + rest
    }

    /// `ÎN. Alam`: no I with an accent stands before an initial or a name.
    private static func withAccentedDagger(_ text: String) -> String {
        let letters = text.prefix(3)
        guard letters.count == 3, let first = letters.first, "\u{CC}\u{CD}\u{CE}\u{CF}".contains(first) else {
            return text
        }
        let (capital, next) = (letters.dropFirst().first, letters.last)
        guard capital?.isUppercase == true, next == "." || next?.isLowercase == true else { return text }
        return "\u{2020}" + text.dropFirst()
    }

    private static func restored(_ letter: Character, at index: Int, of letters: [Character]) -> Character {
        switch letter {
        case "{": "("
        case "}": ")"
        case "$" where letters.count == 1: "S"
        case "!" where index > 1 && letters[index - 1].isLowercase: "l"
        case "l" where index == 0 && isCapitalI(letters): "I"
        default: letter
        }
    }

    /// No name begins with a small l and a consonant; `lb` and `lbw` are no names.
    private static func isCapitalI(_ letters: [Character]) -> Bool {
        if namesInI.contains(String(letters)) { return true }
        return letters.count >= 3 && letters.allSatisfy { $0.isLetter || $0 == "-" } && !"aeioubl".contains(letters[1])
            && letters[1].isLowercase
    }

    /// Names in I and a vowel as engines read them.
    private static let namesInI: Set = ["lan", "lain", "lago", "lestyn", "loan", "lolo", "ladd", "lanto"]

    private static func isInitials(_ letters: ArraySlice<Character>) -> Bool {
        (1...3).contains(letters.count) && letters.allSatisfy(\.isUppercase)
    }

    /// A wide J is read twice: `jJones`.
    private static func isDoubledJ(_ letters: [Character], at index: Int) -> Bool {
        letters[index] == "j" && index + 1 < letters.count && letters[index + 1] == "J"
    }
}
