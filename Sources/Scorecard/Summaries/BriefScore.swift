internal import Recognition

/// The score of a side in a brief, `259/7 declared in 74.5 overs`, `72 for 8`, `all out 132`, `310 for 9 wickets (90)`.
struct BriefScore {
    private(set) var total = DraftTotal()
    /// The index behind it.
    private(set) var end: Int
    /// Whether a colon ends it, behind which its figures stand.
    private(set) var hasColon = false

    /// Reads the score that begins at this word; nil where none does.
    init?(_ text: BriefText, at start: Int) {
        let words = text.words
        end = start
        var score: [PageWord] = []
        while end < words.count, score.count < 12, let parts = Self.part(words, at: end, isFirst: end == start) {
            score += parts
            hasBracket = hasBracket || Self.isOverBracket(words[end])
            end += Self.isOverBracket(words[end]) ? 1 : parts.count
            hasColon = words[end - 1].text.hasSuffix(":")
            if ":;.".contains(words[end - 1].text.last ?? " "), words[end - 1].key != "wkts" { break }
        }
        guard !score.isEmpty, score.contains(where: \.hasDigit) else { return nil }
        total = TotalParser.parse(score, isOfSide: true)
        guard let runs = total.runs?.value, runs <= 1500, total.wickets?.value ?? 0 <= 10 else { return nil }
        // A bowler's `4/22` too has the wickets first.
        let figures = Tokenizer.tokens([words[start]]).compactMap(\.integer)
        let isBowlers = figures.count == 2 && figures[0] <= 10 && figures[1] < 100
        guard !isBowlers || total.overs != nil && figures[1] > 20 else { return nil }
    }

    /// The score that stands here, of `101 for 3 overnight 278` the second.
    static func latest(_ text: BriefText, at start: Int) -> BriefScore? {
        guard let score = BriefScore(text, at: start) else { return nil }
        let isOld = score.end + 1 < text.words.count && text.words[score.end].key == "overnight"
        return isOld ? BriefScore(text, at: score.end + 1) ?? score : score
    }

    /// Whether it says more than runs: then it is a side's. A bracket alone holds the balls of a batter as well.
    var isTold: Bool { total.wickets != nil || total.overs != nil && !hasBracket }
    private var hasBracket = false

    /// The words at this place that are part of the score, as a total has them.
    private static func part(_ words: [PageWord], at index: Int, isFirst: Bool) -> [PageWord]? {
        let word = words[index]
        let next = index + 1 < words.count ? words[index + 1] : nil
        if isFirst {
            if word.key == "all", next.map({ TotalParser.isOut($0.key) }) == true { return [word] }
            return isRuns(word.text) ? [word] : nil
        }
        switch word.text.hasPrefix("(") ? "" : word.key.drop(while: { $0 == "'" }) {
        case "all", "out", "dec", "decl", "declared", "declare", "closed", "wickets", "wkts", "wkt", "wicket", "overs",
            "ovs", "ov", "deck", "loss":
            return word.key.hasPrefix("dec") ? [word.part("dec", from: 0, to: 1)] : [word]
        case "for":
            guard let next, next.hasDigit || numbers.contains(next.key) else { return nil }
            return [word, next.part(figure(next), from: 0, to: 1)]
        case "in", "from", "off":
            guard let next, next.hasDigit, Overs(trimmed(next.text)) != nil, index + 2 < words.count,
                words[index + 2].key.hasPrefix("ov")
            else { return nil }
            return [word, next]
        case "at":
            guard let next, ["close", "stumps", "lunch", "tea"].contains(next.key) else { return nil }
            return [word, next]
        default: return ballsBowled(words, at: index) ?? overs(words, at: index)
        }
    }

    /// `(100 balls):`, which a match of a hundred has for overs.
    private static func ballsBowled(_ words: [PageWord], at index: Int) -> [PageWord]? {
        guard words[index].text.hasPrefix("("), words[index].hasDigit, index + 1 < words.count,
            words[index + 1].key == "balls"
        else { return nil }
        return [words[index], words[index + 1]]
    }

    /// `13 overs`, `(90)`, `(50 ov)`, and the runs behind `all out`.
    private static func overs(_ words: [PageWord], at index: Int) -> [PageWord]? {
        let word = words[index]
        if isOverBracket(word) {
            return [word.part(trimmed(word.text), from: 0, to: 1), word.part("overs", from: 0, to: 1)]
        }
        guard word.hasDigit, Overs(trimmed(word.text)) != nil else { return nil }
        let isUnit = index + 1 < words.count && words[index + 1].key.hasPrefix("ov")
        return isUnit
            || words[index - 1].key == "out" && isRuns(word.text) && !words[index - 2].hasDigit
                && (index < 3 || !words[index - 3].hasDigit)
            ? [word] : nil
    }

    private static func isOverBracket(_ word: PageWord) -> Bool {
        word.text.hasPrefix("(") && word.text.contains(")")
            && Overs(trimmed(word.text)).map { $0.completed <= 150 } == true
    }

    private static func trimmed(_ text: String) -> String { text.filter { $0.isNumber || $0 == "." }.trimmedPoint }

    private static func figure(_ word: PageWord) -> String {
        numbers.firstIndex(of: word.key).map(String.init) ?? word.text
    }

    private static let numbers = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]

    /// `240`, `259/7`, `100-7`, `3-277`
    private static func isRuns(_ text: String) -> Bool {
        var rest = text.prefix { $0.isNumber || "-/\u{2013}".contains($0) }
        let behind = text[rest.endIndex...]
        let parts = rest.split { "-/\u{2013}".contains($0) }
        rest = rest.drop { $0.isNumber }
        return (1...2).contains(parts.count) && text.first?.isNumber == true && rest.last?.isNumber != false
            && parts.allSatisfy { $0.utf8.count <= 4 } && behind.allSatisfy { ",;:.".contains($0) }
    }
}

extension String {
    fileprivate var trimmedPoint: String { hasSuffix(".") ? String(dropLast()) : self }
}
