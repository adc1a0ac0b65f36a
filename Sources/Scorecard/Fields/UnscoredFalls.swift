internal import Recognition

/// Falls of wickets whose scores a card does not print: `6-?`, which an archive says of what it does not know, and
/// `(Smith, 3 ov) (Jones, 13.2 ov)`, in their order.
enum UnscoredFalls {
    /// The wickets; nil when all have their scores.
    static func wickets(in words: [PageWord]) -> [DraftWicket]? { unknown(words) ?? bracketed(words) }

    private static func unknown(_ words: [PageWord]) -> [DraftWicket]? {
        let unknown = words.filter { number(of: $0) != nil }
        guard !unknown.isEmpty else { return nil }
        let known = FallOfWicketsParser.parse(words.filter { number(of: $0) == nil }, announced: true)
        let all =
            known + unknown.map { word in DraftWicket(wicket: number(of: word).flatMap { Read($0, from: [word]) }) }
        return all.sorted { ($0.wicket?.value ?? 0) < ($1.wicket?.value ?? 0) }
    }

    /// The 6 of `6-?,`
    private static func number(of word: PageWord) -> Int? {
        let parts = word.text.prefix { $0 != "," }.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[1] == "?", let number = Int(parts[0]), 1...10 ~= number else { return nil }
        return number
    }

    private static func bracketed(_ words: [PageWord]) -> [DraftWicket]? {
        var falls: [[PageWord]] = []
        for word in words {
            if word.text.hasPrefix("(") { falls.append([]) } else if falls.isEmpty { return nil }
            falls[falls.count - 1].append(word)
        }
        let wickets = falls.enumerated().compactMap { order, words in wicket(words, number: order + 1) }
        return wickets.count == falls.count && 1...10 ~= wickets.count ? wickets : nil
    }

    /// `(R Smith, 16.4 ov)`
    private static func wicket(_ words: [PageWord], number: Int) -> DraftWicket? {
        guard let over = words.firstIndex(where: \.hasDigit), over > 0, over + 2 == words.count,
            words[over + 1].key.hasPrefix("ov"), words[over + 1].text.hasSuffix(")"), Overs(words[over].text) != nil
        else { return nil }
        let name = words[..<over].map { $0.part($0.text.filter { !"(,".contains($0) }, from: 0, to: 1) }
        return DraftWicket(
            wicket: Read(number, from: [words[0]]),
            player: NameText.marked(name).flatMap { Read($0.name, from: $0.words) },
            over: Read(words[over].text, from: [words[over]]))
    }
}
