internal import Recognition

/// The two sides as titles name them, `Cricket: Kent v Essex 2nd Test Scoreboard`.
enum SidesText {
    /// The sides in `X v Y`.
    static func sides(_ words: [PageWord]) -> [Read<String>] {
        guard let middle = words.firstIndex(where: { ["v", "vs", "versus", "vv"].contains($0.key) }),
            middle > 0, middle < words.count - 1, words.first?.key != "toss"
        else { return [] }
        let before = words[..<middle].indices.reversed().prefix { index in
            (index + 1 == middle || words[index + 1].left - words[index].right < 2 * words[index].height)
                && !(index == 0 && middle > 1 && words[index].key == "match") && !words[index].text.hasSuffix(":")
                && (!words[index].key.isEmpty || words[index].isDash || words[index].text == "&")
                && !(words[index].text == "of" && index > 0 && titles.contains(words[index - 1].key))
                && (!words[index].isDash || InningsHeading.namesXI(words[(index + 1)...]))
                && (index + 1 == middle || !isBeforeSides(words[index]))
        }
        // `Friendly Match vs Essex` names one side.
        guard words[middle - 1].key != "match" || before.count > 2 else { return [] }
        var after: [PageWord] = []
        for (index, word) in zip(words.indices, words).dropFirst(middle + 1) {
            if word.text == ":", after.isEmpty { continue }
            let goesOn = InningsHeading.namesXI(words[(index + 1)...])
            let isBracket = word.text.hasPrefix("(") && !SideBracket.isOfName(word, after: after)
            if word.isDash && !goesOn || isBracket || word.key == "at" && word.text == "at" { break }
            if let last = after.last, word.left - last.right > 1.2 * word.height { break }
            if !after.isEmpty, DateText.range(in: Array(words[index...]))?.lowerBound == 0 { break }
            if let last = after.last, last.text.hasSuffix(","), !InningsHeading.namesXI(words[index...]) { break }
            if !after.isEmpty, endsSide(words[index...]) { break }
            after.append(word)
            if word.text.hasSuffix(":") { break }
        }
        let sides = [before.reversed().map { words[$0] }, after].compactMap { MatchFacts.text(withoutScore($0)) }
        return sides.count == 2 ? sides : []
    }

    /// The sides of a title in two or three lines, `KENT` above `v. ESSEX.`
    ///
    /// - Parameter lines: the words of the rows above, the nearest last.
    static func sides(_ row: [PageWord], below lines: [[PageWord]]) -> [Read<String>] {
        let isV = { (word: PageWord?) in word.map { ["v", "vs"].contains($0.key) } == true }
        let upper =
            isV(row.first)
            ? lines.last : lines.last.flatMap { isV($0.first) && $0.count == 1 ? lines.dropLast().last : nil }
        guard let upper, mayBeSide(upper), mayBeSide(row.drop { isV($0) }) else { return [] }
        return sides(upper + (isV(row.first) ? row : (lines.last ?? []) + row))
    }

    private static func mayBeSide(_ words: some Collection<PageWord>) -> Bool {
        1...7 ~= words.count
            && words.allSatisfy { !$0.hasDigit && $0.text.first?.isLowercase != true || $0.text == "of" }
    }

    /// `Kent` for `Kent 218/5 (20)`
    private static func withoutScore(_ side: [PageWord]) -> [PageWord] {
        let score = side.firstIndex { word in
            let parts = word.text.split(separator: "/", omittingEmptySubsequences: false)
            return parts.count == 2 && parts.allSatisfy { Int($0) != nil }
        }
        return score.map { $0 > 0 ? Array(side[..<$0]) : side } ?? side
    }

    /// What stands in titles before the first side: `Scorecard`, a year, `T20`.
    private static func isBeforeSides(_ word: PageWord) -> Bool {
        titles.contains(word.key) || ["odi", "t20", "t20i"].contains(word.key)
            || word.text.utf8.count == 4 && Int(word.text).map { 1700...2100 ~= $0 } == true
    }

    /// Whether the kind of match or of page follows the second side: `2nd Test`, `One-Off Test`, `Scoreboard`.
    private static func endsSide(_ words: ArraySlice<PageWord>) -> Bool {
        guard let word = words.first else { return false }
        if titles.contains(word.key) || word.key == "live" || word.text == "day" || word.text.lowercased() == "one-off"
        {
            return true
        }
        guard InningsHeading.ordinals.contains(word.key) || word.key == "5th" else { return false }
        return words.count == 1 || words.dropFirst().first.map { matches.contains($0.key) } == true
    }

    private static let titles: Set = ["scoreboard", "scorecard", "scores", "score"]
    private static let matches: Set = ["test", "odi", "t20", "t20i", "twenty20", "oneday", "day", "match"]
}
