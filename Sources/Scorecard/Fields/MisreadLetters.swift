/// Puts right what engines read and no card prints: letters for others of the same shape, where only one of them can stand.
enum MisreadLetters {
    /// The word as it must have been printed.
    static func restored(_ text: String) -> String {
        if let first = text.utf8.first, (0x30...0x39).contains(first), let ordinal = ordinal(text) { return ordinal }
        if let age = ageGroup(text) { return age }
        if let name = mac(text) ?? gill(text) ?? withoutThird(text) ?? withoutSpeck(text) { return name }
        guard isSuspect(text), !NameText.generations.contains(text) else { return text }
        if ordinals.contains(text) { return "1st" }
        if let whole = alone[text] { return whole }
        if text.utf8.contains(where: { $0 >= 0x80 }), case let plain = WordAgreement.plain(text), small.contains(plain)
        {
            return plain
        }
        let stars = text.prefix { $0 == "*" || $0 == "+" }
        var letters = Array(stars + withDagger(String(text.dropFirst(stars.count))))
        for index in letters.indices { letters[index] = restored(letters[index], at: index, of: letters) }
        if let last = letters.indices.last, letters[last] == "j", isInitials(letters[..<last]) { letters[last] = "J" }
        return String(letters.indices.filter { !isReadTwice(letters, at: $0) }.map { letters[$0] })
    }

    /// What stands alone on no card, and what does.
    private static let alone: [String: String] = [
        "\u{A7}": "S", "\u{10D}": "c", "\u{10B}": "c", "\u{107}": "c", "\u{E7}": "c", "sS": "S", "Ss": "S",
        "\u{F3}": "6", "tl": "\u{2020}I", "\u{FE}at": "bat",
        "\u{FE}at:": "bat:",
        "\u{A3}": "\u{141}", "Xl": "XI", "X1": "XI",
        "Xi": "XI", "X|": "XI",
    ]

    /// Words of a card that no accent belongs on.
    private static let small: Set = [
        "to", "no", "of", "off", "the", "for", "not", "out", "won", "by", "bat", "did", "and", "run", "runs", "ct",
        "lbw",
        "overs", "wickets",
    ]

    /// `McDonald` for `MeDonald`: nothing else begins so.
    private static func mac(_ text: String) -> String? {
        guard text.utf8.count > 4, text.utf8.contains(UInt8(ascii: "M")) else { return nil }
        let signs = text.prefix { !$0.isLetter }
        let name = text.dropFirst(signs.count)
        let rest = name.dropFirst(2)
        guard name.hasPrefix("Me"), rest.first?.isUppercase == true, rest.dropFirst().first?.isLowercase == true else {
            return nil
        }
        return signs + "Mc" + rest
    }

    /// `Gill` and `Hill` for `GIII` and `HIll`; `VIII` is a number.
    private static func gill(_ text: String) -> String? {
        guard text.utf8.contains(UInt8(ascii: "I")) else { return nil }
        let signs = text.prefix { !$0.isLetter }
        let name = text.dropFirst(signs.count)
        guard name.utf8.count == 4, let first = name.first, first.isUppercase, !"IVXLCM".contains(first),
            name.dropFirst().allSatisfy({ "Il".contains($0) }), name.contains("I")
        else { return nil }
        return signs + String(first) + "ill"
    }

    /// `Seelaar` for `Seeelaar`: no name has a small letter three times.
    private static func withoutThird(_ text: String) -> String? {
        var (before, last) = (UInt8(0), UInt8(0))
        for (index, byte) in text.utf8.enumerated() {
            if byte == last, byte == before, index > 2, (0x61...0x7A).contains(byte) {
                let third = text.utf8.index(text.startIndex, offsetBy: index)
                return String(text[..<third] + text[third...].dropFirst())
            }
            (before, last) = (last, byte)
        }
        return nil
    }

    /// `Karthik` for `\u{17E}Karthik`: a speck before a name, read as a letter with an accent.
    private static func withoutSpeck(_ text: String) -> String? {
        guard text.utf8.contains(where: { $0 >= 0x80 }) else { return nil }
        let stars = text.prefix { $0 == "*" || $0 == "+" }
        let letters = Array(text.dropFirst(stars.count))
        guard letters.count > 4, letters[0].isLetter, !letters[0].isASCII, letters[1].isASCII, letters[1].isUppercase,
            letters[2...].allSatisfy(\.isLowercase), !daggers.contains(letters[0])
        else { return nil }
        return stars + String(letters[1...])
    }

    /// `M.` for `M,` and `T.M.R.` for `T,M.,R,` before a surname: points that were read as commas.
    static func withPoints(_ initials: String) -> String {
        guard initials.utf8.contains(UInt8(ascii: ",")), initials.utf8.count <= 8,
            initials.first?.isUppercase == true,
            initials.allSatisfy({ $0 == "." || $0 == "," || $0.isUppercase })
        else { return initials }
        let letters = initials.filter(\.isUppercase)
        return letters.count * 2 <= initials.count + 1 ? letters.map { "\($0)." }.joined() : initials
    }

    /// `McIlwraith` for `Mcllwraith`, `McClenaghan` for `Mcclenaghan`.
    static func withMac(_ word: String) -> String {
        guard word.hasPrefix("Mc"), word.utf8.count > 5 else { return word }
        var letters = Array(word)
        if letters[2] == "c" { letters[2] = "C" }
        if letters[2] == "l", letters[3] == "i" {
            // `McIl` is read as `Mcli` and as `Mclil`.
            if letters[4] == "l" { letters.remove(at: 4) }
            letters[3] = "l"
        }
        if letters[2] == "l" || letters[2] == "i", letters[3] == "l" { letters[2] = "I" }
        return String(letters)
    }

    private static let ordinals: Set = ["lst", "\u{ED}st", "Ist", "ist", "tst"]
    private static let daggers: Set<Character> = [
        "t", "\u{142}", "\u{126}", "\u{167}", "\u{165}", "\u{166}", "\u{164}", "\u{21A}", "\u{21B}",
    ]

    /// `1ST` for `15ST`: a number ends as its last digit says.
    private static func ordinal(_ text: String) -> String? {
        // Most words with a figure are figures.
        guard let last = text.utf8.last, (0x61...0x7A).contains(last | 0x20) else { return nil }
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        let ending = text.dropFirst(digits.count)
        if text == "15t" { return "1st" }
        guard (1...3).contains(digits.count), let right = ordinalEndings[ending.lowercased()], digits.last != right
        else {
            return nil
        }
        if digits.count == 1 { return String(right) + ending }
        return digits.dropLast().last == right ? String(digits.dropLast()) + ending : nil
    }

    /// `U19` for `Ut9`.
    private static func ageGroup(_ text: String) -> String? {
        guard text.utf8.first == UInt8(ascii: "U") else { return nil }
        let letters = Array(text)
        guard letters.count == 3, "tlIi|".contains(letters[1]), letters[2].isASCII,
            letters[2].isNumber
        else { return nil }
        return "U1" + String(letters[2])
    }

    private static let ordinalEndings: [String: Character] = ["st": "1", "nd": "2", "rd": "3"]

    /// Whether the word has any of the letters and signs that are looked at, or any beyond ASCII; most words have none.
    private static func isSuspect(_ text: String) -> Bool {
        switch text.utf8.first {
        case UInt8(ascii: "I"), UInt8(ascii: "i"), UInt8(ascii: "l"), UInt8(ascii: "t"), UInt8(ascii: "*"),
            UInt8(ascii: "+"), UInt8(ascii: "X"):
            return true
        case UInt8(ascii: "s"), UInt8(ascii: "S"): if text.utf8.count == 2 { return true }
        case UInt8(ascii: "O"): if text.utf8.dropFirst().first == UInt8(ascii: "O") { return true }
        default: break
        }
        return text.utf8.contains { byte in
            switch byte {
            case UInt8(ascii: "I"), UInt8(ascii: "!"), UInt8(ascii: "$"), UInt8(ascii: "j"), UInt8(ascii: "{"),
                UInt8(ascii: "}"),
                UInt8(ascii: "/"):
                true
            default: byte >= 0x80
            }
        }
    }

    /// A dagger is read as a t, with or without a bar, before a capital: `tO Ashworth`.
    private static func withDagger(_ text: String) -> String {
        var rest = text.drop { daggers.contains($0) }
        if rest.count + 1 == text.count, rest.first == "'" || rest.first == "\u{2019}",
            rest.dropFirst(2).first?.isLowercase == true
        {
            rest = rest.dropFirst()
        }
        guard rest.count < text.count, text.count - rest.count <= 2,
            rest.first?.isUppercase == true || rest == "j" || text.hasPrefix("tj") && rest.count > 3
                || rest.count > 1 && NameText.particles.contains(String(rest))
        else {
            return withAccentedDagger(text)
        }
        return "\u{2020}" + rest
    }

    /// `ÎN. Alam`: no I with an accent stands before an initial or a name.
    private static func withAccentedDagger(_ text: String) -> String {
        let letters = text.prefix(3)
        guard letters.count == 3, let first = letters.first, "\u{CC}\u{CD}\u{CE}\u{CF}\u{130}".contains(first) else {
            return text
        }
        let (capital, next) = (letters.dropFirst().first, letters.last)
        if first == "\u{130}", capital?.isUppercase == true { return "\u{2020}" + text.dropFirst() }
        if first == "\u{130}", capital == "t", next?.isUppercase == true { return "\u{2020}" + text.dropFirst(2) }
        guard capital?.isUppercase == true, next == "." || next?.isLowercase == true else { return text }
        return "\u{2020}" + text.dropFirst()
    }

    private static func restored(_ letter: Character, at index: Int, of letters: [Character]) -> Character {
        switch letter {
        case "{": "("
        case "}": ")"
        case "$" where !letters.contains(where: \.isNumber): "S"
        case "I"
        where index == 1 && letters[0].isUppercase && letters.count > 3 && letters[2].isLowercase: "i"
        case "\u{FE}" where index == 0 && letters.count > 2 && letters[1].isLowercase: "\u{DE}"
        case "!" where index > 1 && letters[index - 1].isLowercase: "l"
        case "l" where (index == 0 || "/(".contains(letters[index - 1])) && isCapitalI(letters[index...]): "I"
        case "j" where (index == 0 || !letters[index - 1].isLetter) && !isReadTwice(letters, at: index): "J"
        default: letter
        }
    }

    /// No name begins with a small l and a consonant; `lb` and `lbw` are no names.
    private static func isCapitalI(_ rest: ArraySlice<Character>) -> Bool {
        if rest.starts(with: "lll") { return true }
        let letters = Array(rest.prefix { !"),;".contains($0) })
        // `l.S.` and `l.` are initials.
        if letters.count > 1, letters[1] == ".", letters.dropFirst(2).allSatisfy({ $0 == "." || $0.isUppercase }) {
            return !letters.dropFirst(2).starts(with: "..")
        }
        if namesInI.contains(String(letters)) { return true }
        return letters.count >= 3 && letters.allSatisfy { $0.isLetter || $0 == "-" } && !"aeioubl".contains(letters[1])
            && letters[1].isLowercase
    }

    /// Names in I and a vowel as engines read them.
    private static let namesInI: Set = ["lan", "lain", "lago", "lestyn", "loan", "lolo", "ladd", "lanto"]

    private static func isInitials(_ letters: ArraySlice<Character>) -> Bool {
        (1...3).contains(letters.count) && letters.allSatisfy(\.isUppercase)
    }

    /// A wide J is read twice, `jJones`, and the bowl of a thorn once more as a b or a p.
    private static func isReadTwice(_ letters: [Character], at index: Int) -> Bool {
        if letters[index] == "j", index + 1 < letters.count, letters[index + 1] == "J" { return true }
        if "Pp".contains(letters[index]), index + 1 < letters.count, letters[index + 1] == "\u{DE}" { return true }
        guard index > 0 else { return false }
        switch (letters[index - 1], letters[index]) {
        case ("J", "j"): return true
        // `OOmarzai`
        case ("O", "O"):
            return index == 1 && letters.count > 4 && letters[2...].allSatisfy(\.isLowercase)
        case ("\u{DE}", "b"), ("\u{DE}", "p"), ("\u{DE}", "\u{FE}"), ("\u{FE}", "p"): return true
        default: return false
        }
    }
}
