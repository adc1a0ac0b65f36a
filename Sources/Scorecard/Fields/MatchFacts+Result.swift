internal import Recognition

/// What tells the toss and the result of a match from other sentences.
extension MatchFacts {
    /// Whether the words say who won the toss, without a label.
    static func isToss(_ keys: [String]) -> Bool {
        guard let won = keys.firstIndex(of: "won") else { return false }
        return won > 0 && keys[won...].starts(with: ["won", "the", "toss"])
    }

    static func isResult(_ keys: [String]) -> Bool {
        if let won = keys.firstIndex(of: "won"), keys[won...].contains("by") || keys[won...].contains("on") {
            return true
        }
        if let by = keys.firstIndex(of: "by"), by > 1, keys[by - 1].hasPrefix("win"), keys[by - 2] != "to",
            keys.last.map({ ["runs", "run", "wickets", "wicket", "innings"].contains($0) }) == true
        {
            return true
        }
        if keys.contains("by"), keys.count <= 14,
            keys.contains(where: ["beaten", "defeated", "overcome", "overcame", "def", "bt"].contains)
        {
            return true
        }
        if keys.count <= 9, zip(keys, keys.dropFirst()).contains(where: { $0 == ("lost", "by") }) { return true }
        let isIntended = zip(keys, keys.dropFirst()).contains { $0 == ("to", "beat") }
        if keys.contains("beat") && !isIntended || keys.contains("tied") || keys.contains("abandoned") {
            return keys.count <= 14
        }
        if keys.count <= 9, zip(keys, keys.dropFirst()).dropFirst().contains(where: { $0 == ("lost", "to") }) {
            return true
        }
        if isStalemate(keys) { return true }
        return zip(keys, keys.dropFirst()).contains { $0.hasSuffix("no") && $1.hasPrefix("result") }
    }

    /// `Match drawn`, a sentence of two words.
    static func isStalemate(_ keys: [String]) -> Bool { keys == ["match", "drawn"] || keys == ["match", "tied"] }

    /// Before `(2h ago)`, in which a page says when it was written.
    static func end(ofResult words: [PageWord]) -> Int {
        guard words.last?.text == "ago)", let open = words.lastIndex(where: { $0.text.hasPrefix("(") }) else {
            return words.count
        }
        return open
    }
}
