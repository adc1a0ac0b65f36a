internal import Recognition

/// The side whose score begins at a word of a brief: the capitals before it, back to a mark, a verb or the beginning of the row.
struct BriefSide {
    private(set) var name: Read<String>
    /// Its first word.
    private(set) var start: Int
    /// Whether a semicolon or a full stop stands before it.
    private(set) var isApart: Bool
    /// Whether a dash parts name and score, as it parts a player and his runs.
    private(set) var isBehindDash: Bool

    /// Words of a name at most.
    private static let longest = 7

    /// Reads the words before a score; nil where they name no side.
    init?(_ text: BriefText, before score: Int) {
        let words = text.words
        let end = Self.withoutDash(
            words, before: Self.withoutInnings(words, before: Self.withoutDash(words, before: score)))
        guard let begin = Self.begin(text, end), begin < end else { return nil }
        let first = words[begin..<end].firstIndex { !Self.labels.contains($0.key) } ?? end
        let side = Array(words[first..<end])
        guard Self.isSide(side), let read = Read(Self.name(of: side), from: side) else { return nil }
        (name, start) = (read, first)
        isBehindDash = words[score - 1].isDash
        isApart = first > 0 && ";.):".contains(words[first - 1].text.last ?? " ")
    }

    /// What pages set before the first side.
    private static let labels: Set = ["summary", "scores", "score", "results", "result"]

    /// The place before the dash of `Kent - 305/8`.
    private static func withoutDash(_ words: [PageWord], before score: Int) -> Int {
        score > 1 && words[score - 1].isDash ? score - 1 : score
    }

    /// The place before `1st innings`, `(1st Innings):-` and `(112 for 7 overnight)`.
    private static func withoutInnings(_ words: [PageWord], before score: Int) -> Int {
        guard score > 1 else { return score }
        if InningsHeading.isInnings(words[score - 1].key), InningsHeading.ordinals.contains(words[score - 2].key),
            !words[score - 1].text.contains(")")
        {
            return score - 2
        }
        guard words[score - 1].text.contains(")"),
            let open = words[max(0, score - 6)..<score].lastIndex(where: { $0.text.hasPrefix("(") }),
            words[open..<score].contains(where: { $0.key.hasPrefix("inn") || $0.key == "overnight" })
        else { return score }
        return open
    }

    /// Where the name begins that ends before this word; nil where the words are a sentence.
    private static func begin(_ text: BriefText, _ end: Int) -> Int? {
        let words = text.words
        var first = end
        while first > 0, end - first < longest {
            let word = words[first - 1]
            if first < end, isMark(word) { return town(text, first, end) ?? first }
            if first < end, text.rowStarts.contains(first), !goesOn(text, above: first) { return first }
            if !isCapital(word), !isParticle(words, first - 1, end) {
                let isVerb = verbs.contains(word.key) || word.key == "to" && first > 1 && words[first - 2].key == "lost"
                return isVerb || first < end && text.rowStarts.contains(first) ? first : nil
            }
            first -= 1
        }
        return first == 0 ? 0 : nil
    }

    /// Where the name of `Gurukula MV, Kelaniya: 143/7` begins, whose town stands behind a comma.
    private static func town(_ text: BriefText, _ start: Int, _ end: Int) -> Int? {
        guard text.words[start - 1].text.hasSuffix(","), text.words[end - 1].text.hasSuffix(":"), end - start <= 2
        else {
            return nil
        }
        for first in (max(0, start - 4)..<start).reversed() {
            guard isCapital(text.words[first]), !text.words[first].hasDigit else { return nil }
            if text.rowStarts.contains(first) || first > 0 && text.words[first - 1].text.hasSuffix(")") { return first }
        }
        return nil
    }

    /// What parts two sides in a sentence of results.
    private static let verbs: Set = ["with", "beat", "beats", "bt", "def", "v", "vs", "defeated", "defeat"]

    private static func isCapital(_ word: PageWord) -> Bool {
        let first = word.text.first { !"*(\u{2018}\u{2019}'\"".contains($0) }
        // `2nd XI`, `Under 13s`
        return first?.isUppercase == true || word.hasDigit && endings.contains(word.key.drop(while: \.isNumber))
    }

    private static let endings: Set<Substring> = ["s", "st", "nd", "rd", "th"]

    /// `and` in `Trinidad and Tobago`, `women` behind the name of a country.
    private static func isParticle(_ words: [PageWord], _ index: Int, _ end: Int) -> Bool {
        if ["women", "men", "ladies", "girls", "boys"].contains(words[index].text) { return index > 0 }
        if "\u{2018}'".contains(words[index].text.first ?? " ") { return index > 0 }
        guard words[index].text == "&" || NameText.particles.contains(words[index].text), index > 0, index + 1 < end
        else { return false }
        return isCapital(words[index - 1]) && !isMark(words[index - 1]) && !words[index - 1].hasDigit
    }

    /// Whether a mark ends what stands before the name; `St.` and `H.S.` are parts of it.
    private static func isMark(_ word: PageWord) -> Bool {
        guard let last = word.text.last, ";:,!).".contains(last) else { return false }
        if last == ")" { return word.hasDigit || !word.text.contains { $0.isUppercase } }
        return last != "." || word.text.count > 3 && !word.text.dropLast().contains(".")
    }

    /// Whether the name may have begun in the row above: behind a mark there nothing but capitals follow.
    private static func goesOn(_ text: BriefText, above start: Int) -> Bool {
        guard text.isFullLine(before: start) else { return false }
        for index in (max(0, start - longest)..<start).reversed() {
            if isMark(text.words[index]) || ["with", "v", "vs"].contains(text.words[index].key) { return true }
            guard isCapital(text.words[index]), !text.rowStarts.contains(index) else { return false }
        }
        return false
    }

    private static func isSide(_ words: [PageWord]) -> Bool {
        guard let first = words.first, isCapital(first), words.contains(where: { $0.key.utf8.count > 1 }),
            !words.contains(where: { $0.hasDigit && !$0.key.contains(where: \.isLetter) })
        else { return false }
        return !words.contains { ScoreLine.notInNames.contains($0.key) || noSides.contains($0.key) }
            && DateText.range(in: words) == nil
    }

    /// Capitals before a figure that is no score.
    private static let noSides: Set = [
        "at", "in", "on", "after", "from", "day", "session", "group", "pool", "overs", "play", "aged", "tel", "contact",
        "january", "february", "march", "april", "june", "july", "august", "september", "october", "november",
        "december", "brief",
    ]

    private static func name(of words: [PageWord]) -> String {
        var name = words.map(\.text).joined(separator: " ").drop { $0 == "*" }
        while let last = name.last, ":;-,\u{2013}".contains(last) { name.removeLast() }
        return String(name)
    }
}
