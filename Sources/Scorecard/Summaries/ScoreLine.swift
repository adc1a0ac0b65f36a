internal import Recognition

/// A row that names a side and its score: `Kent 184/6 (20 ov)`, `KENT ALL OUT 193 34.2 OVERS`.
struct ScoreLine {
    var team: Read<String>
    var total: DraftTotal
    /// What stands behind the score: the best figures, on pages that set them in the same line.
    var rest: [PageWord]
    /// Whether the score may be a bowler's `1/20 (4 overs)`: wickets first and few.
    private(set) var isLikeFigures = false

    /// Reads a row; nil when it is none, a player and his figures for example.
    /// - Parameter isSide: whether a name is that of a side the page names elsewhere.
    /// - Parameter isBare: whether the runs may stand alone, as before a bracket of figures.
    init?(_ words: [PageWord], isBare: Bool = false, isSide: (String) -> Bool) {
        // `Kent (Batting): 286 for 8`, `Opposition: Kent scored: 209 for 8`
        let (kept, overs) = Self.withoutChase(words)
        let words = Self.withoutGaps(
            kept.filter { !($0.text.hasPrefix("(") && $0.key == "batting" || Self.labels.contains($0.text)) }
                .map(Self.withUnit))
        guard let start = Self.scoreStart(words), start > 0, start <= 8 else { return nil }
        let keys = words[..<start].map(\.key)
        guard !keys.contains(where: Self.notInNames.contains),
            !words[..<start].allSatisfy({ HeaderWords.term($0.key) != nil || $0.isDash || $0.key.isEmpty }),
            let team = InningsHeading.team(Array(words[..<start]))
        else { return nil }
        let end = words[start...].firstIndex { !Self.isScoreWord($0) } ?? words.endIndex
        let score = Array(words[start..<end])
        var total = TotalParser.parse(score, isOfSide: isBare)
        Self.partStroke(&total, score)
        total.overs = total.overs ?? overs
        let isBareScore = isBare && 10...1500 ~= total.runs?.value ?? 0
        guard isBareScore || Self.isPlausible(total, score, isKnown: isSide(team.value)) else { return nil }
        self.team = team
        self.total = total
        rest = Array(words[end...])
        if total.wickets != nil, let first = Tokenizer.tokens(score).lazy.compactMap(\.integer).first {
            isLikeFigures = first <= 10
        }
    }

    /// The words without the bracket that stands before the score of a side that chases, `(18.2/20 ov, T:145)`, and its overs.
    private static func withoutChase(_ words: [PageWord]) -> (words: [PageWord], overs: Read<String>?) {
        guard let open = words.firstIndex(where: { $0.text.hasPrefix("(") && $0.hasDigit }), open > 0,
            let close = words[open...].prefix(5).firstIndex(where: { $0.text.hasSuffix(")") }), close > open,
            close + 1 < words.count, words[close + 1].text.first?.isNumber == true,
            let unit = words[open...close].first(where: {
                ["ov", "overs", "balls"].contains($0.key) || $0.text.hasPrefix("T:")
            })
        else { return (words, nil) }
        let printed = String(words[open].text.dropFirst().prefix { $0 != "/" })
        let isOvers = unit.key.hasPrefix("ov") && Overs(printed) != nil
        return (
            Array(words[..<open] + words[(close + 1)...]), isOvers ? Read(printed, from: [words[open]]) : nil
        )
    }

    /// `177/9` for `1779`: no side makes that many, and an engine lost the stroke.
    private static func partStroke(_ total: inout DraftTotal, _ score: [PageWord]) {
        guard let runs = total.runs, runs.value > 1500, runs.value < 10_000, total.wickets == nil, total.overs != nil,
            let word = score.first, word.source == .ocr, word.text == String(runs.value)
        else { return }
        total.runs = Read(runs.value / 10, from: [word], doubt: 0.5)
        total.wickets = Read(runs.value % 10, from: [word], doubt: 0.5)
    }

    /// `ov)` for `0V)`
    private static func withUnit(_ word: PageWord) -> PageWord {
        guard word.source == .ocr, word.text.hasSuffix(")"), ["0v", "gv", "av", "qv"].contains(word.key) else {
            return word
        }
        return word.part("ov)", from: 0, to: 1)
    }

    private static let labels: Set = ["Opposition:", "scored:", "Score:"]

    /// `1 49/ 4`, set wide, is 149/4.
    private static func withoutGaps(_ words: [PageWord]) -> [PageWord] {
        words.reduce(into: []) { joined, word in
            if let last = joined.last, word.left - last.right < 0.4 * word.height, word.text.first?.isNumber == true,
                last.text.hasSuffix("/")
                    || last.text.utf8.count == 1 && last.text.first?.isNumber == true
                        && word.text.prefix(while: \.isNumber).count == 2
            {
                joined[joined.count - 1] = last.joined(with: word)
            } else {
                joined.append(word)
            }
        }
    }

    /// Words that stand in sentences and titles, never in the name of a side before its score.
    static let notInNames: Set<String> = [
        "won", "by", "beat", "need", "needs", "trail", "lead", "v", "vs", "versus", "target", "toss", "over",
        "partnership",
        "wicket", "wickets", "last", "extras", "total", "total:", "rr", "crr", "points", "nrr", "page", "round",
        "match", "are", "is", "was", "were", "at",
    ]

    /// The first word of the score: a figure, or `ALL OUT` before one.
    private static func scoreStart(_ words: [PageWord]) -> Int? {
        words.indices.first { index in
            let word = words[index]
            if word.key == "all", index + 1 < words.count, TotalParser.isOut(words[index + 1].key) { return true }
            // `ALL` can have been lost in the name before it.
            if word.key == "out", index > 0, index + 1 < words.count, words[index + 1].hasDigit { return true }
            guard let first = word.text.unicodeScalars.first(where: { $0 != "(" }), Characters.isDigit(first) else {
                return false
            }
            // `1st Innings`, `2nd XI`.
            return !InningsHeading.ordinals.contains(word.key) && isScoreWord(word)
        }
    }

    /// Whether a word can be part of a score.
    private static func isScoreWord(_ word: PageWord) -> Bool {
        if word.isDash || word.key.isEmpty { return true }
        return Tokenizer.tokens([word]).allSatisfy { token in
            token.kind != .letters || scoreWords.contains(token.text) || TotalParser.isOut(token.text)
        }
    }

    private static let scoreWords: Set<String> = [
        "ov", "ovs", "over", "overs", "o", "ovrs", "all", "out", "allout", "ao", "dec", "decl", "declared", "d", "for",
        "wickets", "wicket", "wkts", "wkt", "w", "rr", "rpo", "crr", "in", "runs", "from", "off",
    ]

    /// A bowler's `3/44 (7)` and a batter's `57 (44)` are no score of a side.
    private static func isPlausible(_ total: DraftTotal, _ score: [PageWord], isKnown: Bool) -> Bool {
        guard let runs = total.runs, runs.value <= 1500, total.wickets != nil || total.overs != nil else {
            return false
        }
        if Tokenizer.tokens(score).count(where: { $0.kind == .number }) > 5 { return false }
        if score.contains(where: { unmistakable.contains($0.key) || $0.key.hasSuffix("ov") }) { return true }
        if isKnown || Self.isScoreWithOvers(score, runs.value) { return true }
        // Nothing but figures: the runs come first and are more than a bowler's wickets.
        let words = score.filter { !$0.isDash }
        let isSpaced = score.count == 3 && score[1].isDash
        let isShort =
            words.count <= 1 || words.count == 2 && (score.count == 2 || isSpaced || words[1].text.hasPrefix("("))
        guard let wickets = total.wickets, let pair = score.first, isShort else { return false }
        return runs.value > 10 && wickets.value <= 10 && pair.text.hasPrefix("\(runs.value)")
    }

    /// `305 (49.1)`: no bowler has as many wickets, and no batter faces a part of a ball.
    private static func isScoreWithOvers(_ score: [PageWord], _ runs: Int) -> Bool {
        guard score.count == 2, runs > 20, score[0].text == String(runs), score[1].text.hasPrefix("("),
            score[1].text.hasSuffix(")"), score[1].text.contains(".")
        else { return false }
        return Overs(String(score[1].text.dropFirst().dropLast())) != nil
    }

    private static let unmistakable: Set<String> = [
        "ov", "ovs", "over", "overs", "ovrs", "all", "out", "allout", "dec", "declared", "wickets", "wkts",
    ]
}
