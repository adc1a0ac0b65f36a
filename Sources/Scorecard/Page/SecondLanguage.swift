/// Cards in two languages say each label twice: `Toss - \u{91F}\u{949}\u{938}:`, `Toss / Loot:`.
enum SecondLanguage {
    /// How many words behind a label say it again up to a colon; 0 where none do.
    static func length(_ words: ArraySlice<PageWord>) -> Int {
        guard let first = words.first, first.isDash || first.text == "/",
            let colon = words.prefix(6).firstIndex(where: { $0.text.hasSuffix(":") }),
            !words[..<colon].contains(where: \.hasDigit)
        else { return 0 }
        return colon + 1 - words.startIndex
    }

    /// The words without those of another script than the Latin one, where that is the page's; what they end in stays.
    static func cleared(_ words: [PageWord]) -> [PageWord] {
        let marks = words.map { isForeign($0.text) }
        let foreign = marks.count { $0 }
        guard foreign > 0, foreign * 2 < words.count else { return words }
        var cleared: [PageWord] = []
        for (word, isForeign) in zip(words, marks) {
            guard isForeign else {
                cleared.append(word)
                continue
            }
            guard let last = cleared.last, (last.midY - word.midY).magnitude < 0.5 * word.height else { continue }
            if last.isDash || last.text == "/" || last.text == "|" { cleared.removeLast() }
            if word.text.hasSuffix(":"), let index = cleared.indices.last, !cleared[index].text.hasSuffix(":") {
                cleared[index].text += ":"
            }
        }
        return cleared
    }

    /// Whether a word has letters of scripts behind Greek and Cyrillic.
    private static func isForeign(_ text: String) -> Bool {
        text.unicodeScalars.contains { $0.value >= 0x590 && $0.value < 0x1E00 && $0.properties.isAlphabetic }
    }
}
