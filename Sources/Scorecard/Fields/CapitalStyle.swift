/// Whether a card begins names with capitals, as nearly all do: engines take a capital for the small letter of the same shape,
/// `wanganui` and `ólafsson`.
struct CapitalStyle {
    private var capitals = 0
    /// Words that begin with a small letter that no capital looks like.
    private var small = 0

    /// Letters whose capitals look alike, and some that differ in height alone.
    private static let alike = Set("cosvwxzjkpyçćčóöôøòśšşżžź")

    /// Takes a name into account.
    mutating func count(_ name: String) {
        for word in name.split(separator: " ") where word.count >= 3 {
            // `ul-Haq` begins with a small word as `van Beek` does.
            let head = word.prefix { $0 != "-" }
            guard let first = head.first, first.isLetter, !NameText.particles.contains(String(head)) else { continue }
            if first.isUppercase { capitals += 1 } else if !Self.alike.contains(first) { small += 1 }
        }
    }

    /// The name with the capitals that the card must have.
    func applied(to name: String) -> String {
        guard small * 10 <= capitals else { return name }
        return name.split(separator: " ", omittingEmptySubsequences: false).map(Self.capitalized).joined(separator: " ")
    }

    /// The name of a side, or a sentence that begins with one: `Karori cc` is a club.
    func applied(toSide text: String) -> String {
        let words = text.split(separator: " ", omittingEmptySubsequences: false)
        guard let first = words.first else { return text }
        let rest = words.dropFirst().map { word in
            word.hasPrefix("cc") && word.allSatisfy { !$0.isLetter || $0 == "c" } ? word.uppercased() : String(word)
        }
        return ([small * 10 <= capitals ? Self.capitalized(first) : String(first)] + rest).joined(separator: " ")
    }

    private static func capitalized(_ word: Substring) -> String {
        guard word.count >= 4, let first = word.first, alike.contains(first),
            !NameText.particles.contains(String(word)), word.allSatisfy({ $0.isLetter || "'.".contains($0) })
        else { return String(word) }
        return first.uppercased() + word.dropFirst()
    }
}
