internal import Recognition

/// Names of grounds as the heads of cards print them: `Border League, Mill Lane, 26 May 2013`, `played at Bay Park No. 1 on ...`.
enum GroundText {
    /// The ground beside a date: what `at` names, what ends like a ground, else the last of several parts.
    static func ground(_ before: ArraySlice<PageWord>, _ after: ArraySlice<PageWord>) -> [PageWord]? {
        if let at = before.lastIndex(where: { $0.key == "at" }), at + 1 < before.endIndex {
            let name = parts(Array(before[(at + 1)...])).first ?? []
            return name.isEmpty ? nil : name
        }
        let all = [before, after].flatMap { parts(Array($0)) }
        if let ground = all.first(where: isGround) { return ground }
        guard all.count >= 2, let last = all.last, last.allSatisfy({ !$0.hasDigit }), !isSentence(last) else {
            return nil
        }
        return last
    }

    /// The words between commas, slashes and bars, without the `on` of a date.
    static func parts(_ words: [PageWord]) -> [[PageWord]] {
        var parts: [[PageWord]] = [[]]
        for word in words {
            // A bar between two names is read as an I.
            let isBar = word.source == .ocr && (word.text == "I" || word.text == "l") && word.width < 0.4 * word.height
            if isBar || word.text == "/" || word.text == "|" || word.isDash || word.text == "," {
                parts.append([])
                continue
            }
            if word.key != "on" { parts[parts.count - 1].append(word) }
            if word.text.hasSuffix(",") || word.text.hasSuffix(";") { parts.append([]) }
        }
        return parts.filter { part in part.contains { $0.key.contains(where: \.isLetter) } }
    }

    /// Whether the words end like the name of a ground; a number or a letter behind it tells one of several.
    static func isGround(_ words: [PageWord]) -> Bool {
        var keys = words.map(\.key)
        guard keys.count <= 6, !isSentence(words), words.first?.text.first?.isLowercase != true else { return false }
        while keys.count > 1, let last = keys.last, last.isEmpty || last == "no" || Int(last) != nil || last.count == 1
        {
            keys.removeLast()
        }
        guard let last = keys.last, keys.count > 1 || named.contains(last) else { return false }
        return names.contains(last) || named.contains(last) || keys.contains("maidan") || keys.contains("stadium")
            || keys.contains { $0.hasPrefix("sportpark") }
    }

    private static func isSentence(_ words: [PageWord]) -> Bool {
        words.contains {
            ["v", "vs", "versus", "won", "beat", "elected", "chose", "by", "toss", "published", "updated"].contains(
                $0.key)
        }
    }

    private static let names: Set<String> = [
        "ground", "grounds", "park", "oval", "stadium", "lane", "road", "green", "gardens", "arena", "common", "meadow",
        "meadows", "field", "fields", "reserve", "recreation", "riverside", "maidan", "savannah", "domain", "turf",
        "sportpark", "showground", "showgrounds", "complex", "academy",
    ]
    private static let named: Set<String> = ["lord's", "lords", "mcg", "scg", "waca", "gabba", "maidan", "riverside"]
}
