/// Parts of a row that white space or a mark sets apart.
enum Segments {
    static func split(_ row: VisualRow) -> [[PageWord]] {
        var gaps: [Double] = []
        for (one, next) in zip(row.words, row.words.dropFirst()) { gaps.append(next.left - one.right) }
        let usual = gaps.isEmpty ? 0 : gaps.sorted()[gaps.count / 3]
        var segments: [[PageWord]] = [[]]
        for (index, word) in row.words.enumerated() {
            let isCounted = ["runs", "run", "wickets", "wicket"].contains(word.key)
            let isMargin = word.hasDigit && index > 0 && row.words[index - 1].key == "by"
            // `Cubbon Oval 2022-06-06 | Toss: Indore Strikers opt to bat`
            let isLabel = word.text == "Toss:"
            if index > 0,
                isLabel || gaps[index - 1] > max((isMargin ? 2.5 : isCounted ? 1.2 : 0.6) * word.height, 2 * usual)
            {
                segments.append([])
            }
            let parts = ["\u{2022}", "\u{B7}", "\u{2013}", "\u{2014}"].contains(word.text)
            if parts, !DateText.isBetweenDays(row.words, at: index) {
                segments.append([])
                continue
            }
            segments[segments.count - 1].append(word)
        }
        return segments.filter { !$0.isEmpty }
    }

    /// The sentences of a segment: `... on 21 June 2023. Karori Colts won the toss.`
    static func sentences(_ words: [PageWord]) -> [[PageWord]] {
        guard words.count >= 6 else { return [words] }
        var sentences: [[PageWord]] = [[]]
        for (index, word) in words.enumerated() {
            sentences[sentences.count - 1].append(word)
            // `Mill Lane, 28 August 1983: Kent won by 4 wickets`
            let isDated = word.text.hasSuffix(":") && DateText.range(in: sentences[sentences.count - 1]) != nil
            // `Played at Mill Lane on July 19, 20 and 21. Kent won by 4 wickets`
            let isPlayed =
                word.text.hasSuffix(".") && word.hasDigit && sentences[sentences.count - 1][0].key == "played"
                && DateText.range(in: sentences[sentences.count - 1])?.upperBound
                    == sentences[sentences.count - 1].count
            let isEnd =
                isDated || isPlayed
                || word.text.hasSuffix(".") && MatchFacts.isStalemate(sentences[sentences.count - 1].map(\.key))
                || word.text.hasSuffix(".") && word.key.utf8.count >= 3 && word.key != "def"
                    && sentences[sentences.count - 1].count
                        > (sentences[sentences.count - 1][0].text.hasSuffix(":") ? 1 : 2)
            if isEnd, index + 2 < words.count, words[index + 1].text.first(where: { $0 != "(" })?.isUppercase == true {
                sentences.append([])
            }
        }
        return sentences
    }
}
