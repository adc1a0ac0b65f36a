/// Whether a card begins names with capitals, as nearly all do: engines take a capital for the small letter of the same shape,
/// `wanganui` and `ólafsson`.
struct CapitalStyle {
    private var capitals = 0
    /// Words that begin with a small letter that no capital looks like.
    private var small = 0

    /// Letters whose capitals look alike, and some that differ in height alone.
    private static let alike = Set("cosvwxzjkpyçćčóöôøòśšşżžźł")

    /// Takes a name into account.
    mutating func count(_ name: String) {
        for word in name.words where word.count >= 3 {
            // `ul-Haq` begins with a small word as `van Beek` does.
            let head = word.prefix { $0 != "-" }
            guard let first = head.first, first.isLetter else { continue }
            if first.isUppercase {
                capitals += 1
            } else if !Self.alike.contains(first), first != "i", first != "t",
                !NameText.particles.contains(String(head))
            {
                small += 1
            }
        }
    }

    /// The name with the capitals that the card must have.
    func applied(to name: String) -> String {
        guard small * 10 <= capitals, !Self.isCapitalized(name) else { return name }
        let words = name.split(separator: " ", omittingEmptySubsequences: false).map(Self.capitalized)
        // `ish Taylor` and `R islam`: neither is a particle.
        return words.map { word in
            word.first == "i" && word.count > (words.count > 1 ? 2 : 3) && !NameText.particles.contains(word)
                ? "I" + word.dropFirst() : word
        }.joined(separator: " ")
    }

    /// The name of a side, or a sentence that begins with one: `Karori cc` is a club.
    func applied(toSide text: String) -> String {
        let words = text.split(separator: " ", omittingEmptySubsequences: false)
        guard let first = words.first else { return text }
        // `ST` is read with a Turkish i.
        if first == "S\u{131}" {
            return (words.dropFirst().allSatisfy { $0 == $0.uppercased() } ? "ST" : "St") + text.dropFirst(2)
        }
        let begins = small * 10 <= capitals
        let rest = words.dropFirst().enumerated().map { index, word in
            // Sentences go on in small letters.
            let club = Self.clubWord(word)
            return index == 0 && begins && words.count == 2 && club == word ? Self.capitalized(word) : club
        }
        return ([begins ? Self.capitalized(first) : String(first)] + rest).joined(separator: " ")
    }

    /// `CC` and `XI` behind the name of a side, a letter misread or not.
    private static func clubWord(_ word: Substring) -> String {
        let letters = word.prefix { $0.isLetter || $0.isNumber }
        if ["CG", "GC", "GG", "cc"].contains(letters) { return "CC" + word.dropFirst(letters.count) }
        if ["Xl", "XL", "X1", "Xi", "xi"].contains(letters) { return "XI" + word.dropFirst(letters.count) }
        return String(word)
    }

    /// Whether every word begins with a capital beyond doubt, as in nearly all names.
    private static func isCapitalized(_ name: String) -> Bool {
        var begins = true
        for byte in name.utf8 {
            if begins, !(0x41...0x5A).contains(byte) { return false }
            begins = byte == 0x20
        }
        return true
    }

    private static func capitalized(_ word: Substring) -> String {
        if word.first == "t", word.count >= 5, let next = word.dropFirst().first, "aeou".contains(next) {
            // The bar of a capital Ł is taken for that of a t.
            return "Ł" + word.dropFirst()
        }
        guard let first = word.first, alike.contains(first), word.count >= (first == "j" || !first.isASCII ? 3 : 4),
            !NameText.generations.contains(String(word)), !NameText.particles.contains(String(word)),
            word.allSatisfy({ $0.isLetter || "'.".contains($0) })
        else { return String(word) }
        return first.uppercased() + word.dropFirst()
    }
}
