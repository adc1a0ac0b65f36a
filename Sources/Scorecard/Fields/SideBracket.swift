internal import Recognition

/// What stands in brackets behind a side and belongs to its name: `Welsh Fire (Men)`, `HKU Students (UCL)`.
enum SideBracket {
    /// Whether the bracket goes on with the name; `Royal Challengers Bangalore (RCB)` only says it again.
    static func isOfName(_ word: PageWord, after name: some Sequence<PageWord>) -> Bool {
        guard word.text.hasPrefix("("), word.text.hasSuffix(")"),
            word.text.dropFirst().dropLast().allSatisfy(\.isLetter)
        else { return false }
        if teams.contains(word.key) { return true }
        let letters = word.text.dropFirst().dropLast()
        return 3...5 ~= letters.count && letters.allSatisfy(\.isUppercase) && !notes.contains(word.key)
            && !isShort(letters.lowercased(), of: name.map(\.key).joined())
    }

    /// Whether the letters are some of the name's, in order.
    static func isShort(_ letters: String, of name: String) -> Bool {
        var rest = name[...]
        return letters.allSatisfy { letter in
            guard let place = rest.firstIndex(of: letter) else { return false }
            rest = rest[rest.index(after: place)...]
            return true
        }
    }

    private static let teams: Set = ["men", "women", "ladies", "girls", "boys", "w", "m", "mens", "womens"]
    private static let notes: Set = [
        "dls", "won", "lost", "tied", "drew", "dec", "all", "batting", "toss", "home", "away",
    ]
}
