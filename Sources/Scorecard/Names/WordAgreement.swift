/// Brings the spellings of one word of the names on a card together: accents that were lost here and read there, and a letter that
/// was read doubtfully here and surely there.
struct WordAgreement {
    private struct Vote {
        var count = 0
        var confidence = 0.0
        var mean: Double { confidence / Double(max(count, 1)) }
    }

    private var votes: [Substring: Vote] = [:]
    /// The spellings of a word that differ in accents alone, by what they are without.
    private var spellings: [String: Set<Substring>] = [:]
    private var unlikely = UnlikelyLetters()
    /// What the card spells otherwise elsewhere, or no name has, once every name is counted.
    private var better: [Substring: String] = [:]

    /// Below this a reading gives way to a word that differs in one letter, if that was read more often and surer by the
    /// margin: a Rahmat and a Rahman may well be two.
    private static let doubtful = 0.9
    private static let margin = 0.04

    /// Takes a name into account that was read with this confidence.
    mutating func count(_ name: String, confidence: Double) {
        for word in Self.words(of: name) {
            if votes[word] == nil { spellings[Self.plain(word), default: []].insert(word) }
            unlikely.count(word, confidence: confidence)
            votes[word, default: Vote()].count += 1
            votes[word, default: Vote()].confidence += confidence
        }
    }

    /// Settles the spelling of each word that was counted.
    mutating func settle() {
        for (word, vote) in votes {
            let other = (accented(word) ?? neighbour(of: word)).map(String.init)
            let spelling = MisreadLetters.withMac(other ?? unlikely.restored(word, vote.mean))
            if spelling != word { better[word] = spelling }
        }
    }

    /// A counted name with each word as the card spells it elsewhere.
    func settled(_ name: String) -> String {
        guard !better.isEmpty else { return name }
        var result = name
        for word in Self.words(of: name) {
            guard let better = better[word] else { continue }
            result = result.replacing(word, with: better)
        }
        return result
    }

    /// The same letters with accents: engines lose them more often than they make them up.
    private func accented(_ word: Substring) -> Substring? {
        guard let others = spellings[Self.plain(word)], others.count > 1 else { return nil }
        return others.filter { weight($0) > weight(word) }.max { (weight($0), $0) < (weight($1), $1) }
    }

    private func weight(_ word: Substring) -> Double {
        guard let vote = votes[word] else { return 0 }
        let isAccented = !word.utf8.allSatisfy { $0 < 0x80 } && vote.mean > 0.9
        return (Double(vote.count) + vote.confidence) * (isAccented ? 3 : 1)
    }

    private func neighbour(of word: Substring) -> Substring? {
        guard let vote = votes[word], vote.mean < Self.doubtful, word.utf8.count >= 4 else { return nil }
        let others = votes.filter { other, others in
            other.utf8.count >= 4 && others.count > vote.count && others.mean > vote.mean + Self.margin
                && SectionKeywords.isOneEditApart(String(word).utf8, String(other).utf8)
        }
        return others.count == 1 ? others.first?.key : nil
    }

    private static func words(of name: String) -> [Substring] {
        name.unicodeScalars.split(whereSeparator: isBoundary).map { Substring($0) }
            .filter { $0.utf8.count > 1 && !$0.dropFirst().isEmpty }
    }

    private static func isBoundary(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case " ", "/", ".", "(", ")", "-", "\u{2020}", "*": true
        default: false
        }
    }

    /// The word without accents.
    static func plain(_ word: some StringProtocol) -> String {
        if word.utf8.allSatisfy({ $0 < 0x80 }) { return String(word) }
        return String(String.UnicodeScalarView(word.unicodeScalars.map { bases[$0] ?? $0 }))
    }

    /// The letters under the accents of Latin script.
    private static let bases: [Unicode.Scalar: Unicode.Scalar] = {
        let groups: [(Unicode.Scalar, String)] = [
            ("A", "ÀÁÂÃÄÅĀĂĄ"), ("a", "àáâãäåāăąạ"), ("C", "ÇĆČĊ"), ("c", "çćčċ"), ("D", "ĎĐ"), ("d", "ďđ"),
            ("E", "ÈÉÊËĒĖĘĚẸ"), ("e", "èéêëēėęěẹ"), ("G", "ĞĠ"), ("g", "ğġ"), ("H", "Ħ"), ("h", "ħ"), ("I", "ÌÍÎÏĪİ"),
            ("i", "ìíîïīıị"),
            ("L", "Ł"), ("l", "ł"), ("N", "ÑŃŇ"), ("n", "ñńň"), ("O", "ÒÓÔÕÖØŌŐỌ"), ("o", "òóôõöøōőọ"), ("R", "Ř"),
            ("r", "ř"), ("S", "ŚŜŞŠȘ"), ("s", "śŝşšș"), ("T", "ŤȚ"), ("t", "ťț"), ("U", "ÙÚÛÜŪŮŰ"), ("u", "ùúûüūůűụ"),
            ("Y", "ÝŸ"), ("y", "ýÿ"), ("Z", "ŹŻŽ"), ("z", "źżž"),
        ]
        var bases: [Unicode.Scalar: Unicode.Scalar] = [:]
        for (base, accented) in groups {
            for scalar in accented.unicodeScalars { bases[scalar] = base }
        }
        return bases
    }()
}
