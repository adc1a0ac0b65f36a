/// How a card prints initials, `M S T Kayes`, `M.S.T. Kayes` or `MST Kayes`: engines lose the narrow spaces between
/// them and the points, seldom the other way round.
struct InitialStyle {
    private var spaced = 0
    private var joined = 0

    /// Takes a name into account.
    mutating func count(_ name: String) {
        let words = name.split(separator: " ")
        let initials = words.dropLast().prefix { $0.count == 1 && $0.first?.isUppercase == true }
        if initials.count >= 2 { spaced += 1 }
        if let first = words.first, words.count >= 2, Self.isCluster(first) { joined += 1 }
    }

    /// The name in the style of the card.
    func applied(to name: String) -> String {
        let words = name.split(separator: " ")
        guard words.count >= 2 else { return name }
        let restyled = words.enumerated().map { index, word in
            guard index < words.count - 1 else { return String(word) }
            if Self.lacksPoints(word) { return word.dropLast().map { "\($0)." }.joined() }
            if spaced > joined, Self.isCluster(word) { return word.map(String.init).joined(separator: " ") }
            return String(word)
        }
        return restyled.joined(separator: " ")
    }

    /// `MST`, and not the word of a name set in capitals.
    private static func isCluster(_ word: Substring) -> Bool {
        (2...3).contains(word.count) && word.allSatisfy { $0.isUppercase }
    }

    /// `PW.` for `P.W.`
    private static func lacksPoints(_ word: Substring) -> Bool {
        word.last == "." && (3...4).contains(word.count) && word.dropLast().allSatisfy { $0.isUppercase }
    }
}
