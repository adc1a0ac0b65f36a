/// How a card prints initials, `M S T Kayes`, `M.S.T. Kayes` or `MST Kayes`: engines lose the narrow spaces between
/// them and the points, seldom the other way round.
struct InitialStyle {
    private var spaced = 0
    private var joined = 0
    /// `R Airee`: one initial apart from its surname.
    private var apart = 0
    /// `M.S.T.`, and `M. S. T.`
    private var dotted = 0
    private var dottedApart = 0
    /// `M.Kayes`, as some print in a list and not in another.
    private var glued = 0

    /// Takes a name into account.
    mutating func count(_ name: String) {
        let words = name.words
        // The O of `P Ó Briain` is no initial.
        let initials = words.dropLast().prefix { $0.count == 1 && $0.first?.isUppercase == true && $0 != "\u{D3}" }
        if initials.count >= 2 { spaced += 1 }
        if let first = words.first, words.count >= 2, Self.isCluster(first) { joined += 1 }
        if Self.isGlued(name) { glued += 1 }
        guard words.count >= 2 else { return }
        if Self.isLoneInitial(words[0]) { apart += 1 }
        if Self.isDotted(words[0]), words[0].count >= 4 { dotted += 1 }
        if words.count >= 3, Self.isDotted(words[0]), Self.isDotted(words[1]) { dottedApart += 1 }
    }

    /// Engines lose narrow spaces and hardly ever put one in, so that a few names with them say more than most without.
    private var isSpaced: Bool { spaced > joined || spaced >= 2 && 4 * spaced > joined }

    /// The name in the style of the card.
    func applied(to name: String) -> String {
        // An engine loses this space once or twice on a card.
        if glued >= Self.several, Self.isGlued(name) { return name }
        var words = (apart > 2 ? Self.parted(name) : Self.withTrailingInitial(name)).words
        guard words.count >= 2 else { return name }
        if dotted >= 2 * dottedApart, dotted >= 2 { words = Self.joined(words) }
        let restyled = words.enumerated().map { index, word in
            guard index < words.count - 1 else { return String(word) }
            if Self.lacksPoints(word) { return word.filter { $0 != "." }.map { "\($0)." }.joined() }
            if isSpaced, Self.isCluster(word) { return word.map(String.init).joined(separator: " ") }
            return String(word)
        }
        return restyled.joined(separator: " ")
    }

    /// `Ali H` for `AliH`: no name ends with a capital.
    private static func withTrailingInitial(_ name: String) -> String {
        guard name.count > 3, let last = name.last, last.isUppercase, name.dropLast().allSatisfy({ $0.isLetter }),
            name.dropLast().last?.isLowercase == true
        else { return name }
        return name.dropLast() + " " + String(last)
    }

    /// `R Airee` and `N. Ali` for `RAiree` and `N.Ali`.
    private static func parted(_ name: String) -> String {
        let letters = Array(name)
        let initial = letters.prefix { $0.isUppercase || $0 == "." }
        let start = initial.last == "." ? initial.count : initial.count - 1
        guard (1...2).contains(start), letters[0].isUppercase, letters.dropFirst(start).count >= 3,
            letters[start].isUppercase, letters[start + 1].isLowercase
        else { return name }
        return String(letters[..<start]) + " " + String(letters[start...])
    }

    private static let several = 5

    /// `R.Airee`
    private static func isGlued(_ name: String) -> Bool {
        let letters = Array(name.prefix(3))
        return letters.count == 3 && letters[0].isUppercase && letters[1] == "." && letters[2].isUppercase
            && !name.contains(" ") && !name.dropFirst(3).contains(".")
    }

    /// `R` or `R.`
    private static func isLoneInitial(_ word: Substring) -> Bool {
        word.first?.isUppercase == true && (word.count == 1 || word.count == 2 && word.last == ".")
    }

    /// `MST`, and not the word of a name set in capitals.
    private static func isCluster(_ word: Substring) -> Bool {
        (2...3).contains(word.count) && word.allSatisfy { $0.isUppercase }
    }

    /// `PW.` for `P.W.`, `PL.T.` for `P.L.T.`
    private static func lacksPoints(_ word: Substring) -> Bool {
        let letters = word.count { $0 != "." }
        return word.last == "." && word != "ST." && (2...4).contains(letters) && 2 * letters > word.count
            && word.allSatisfy { $0.isUppercase || $0 == "." }
    }

    /// `M.` and `M.S.T.`
    private static func isDotted(_ word: Substring) -> Bool {
        word.last == "." && word.first != "." && word.allSatisfy { $0.isUppercase || $0 == "." }
    }

    /// `M.S.T. Kayes` for `M. S.T. Kayes`
    private static func joined(_ words: [Substring]) -> [Substring] {
        let initials = words.dropLast().prefix(while: isDotted)
        return initials.count < 2 ? words : [Substring(initials.joined())] + words.dropFirst(initials.count)
    }
}
