internal import Recognition

/// Reads falls of wickets: `1-12 (Smith, 2.3 ov)`, `12/1`, `1-12, 2-30`, rows of `Smith 12-1 2.3`, and grids.
struct FallOfWicketsParser {
    private struct Pair {
        var first: Int
        var second: Int
        var range: ClosedRange<Int>
    }

    private let words: [PageWord]
    private let tokens: [Token]
    private let isAnnounced: Bool

    /// The wickets in these words, their keyword left out; empty when there are none.
    /// - Parameter announced: whether a keyword stood before them: then scores alone are falls too, `94 127 128`.
    static func parse(_ words: [PageWord], announced: Bool = false) -> [DraftWicket] {
        if announced, let wickets = UnscoredFalls.wickets(in: words) { return wickets }
        return FallOfWicketsParser(words, announced: announced).wickets()
    }

    private init(_ words: [PageWord], announced: Bool) {
        self.words = Self.withPoints(words.map(Self.rounded).flatMap(Self.parted))
        isAnnounced = announced || words.first?.key == "score"
        tokens = Tokenizer.tokens(self.words)
    }

    /// `(Smith)` for `[Smith]`
    private static func rounded(_ word: PageWord) -> PageWord {
        guard word.text.utf8.contains(where: { $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "]") }) else {
            return word
        }
        return word.part(word.text.replacing("[", with: "(").replacing("]", with: ")"), from: 0, to: 1)
    }

    /// `(Smith, 16.1 ov)` for `16,1 ov` and `16:1 ov`
    private static func withPoints(_ words: [PageWord]) -> [PageWord] {
        words.enumerated().map { index, word in
            guard word.source == .ocr, index + 1 < words.count, words[index + 1].key.hasPrefix("ov") else {
                return word
            }
            let figures = word.text.split { $0 == "," || $0 == ":" }
            guard figures.count == 2,
                Int(figures[0]) != nil, figures[1].utf8.count == 1, Int(figures[1]) != nil
            else { return word }
            return word.part(figures.joined(separator: "."), from: 0, to: 1)
        }
    }

    /// `Azam,` and `2.4),` and `42-2` for `Azam,2.4),42-2`: programs print no blank behind a comma.
    private static func parted(_ word: PageWord) -> [PageWord] {
        let text = word.text
        guard text.utf8.dropLast().contains(UInt8(ascii: ",")), text.contains(where: \.isLetter) || text.contains(")")
        else {
            return [word]
        }
        var parts: [PageWord] = []
        var start = text.startIndex
        for comma in text.indices.dropLast() where text[comma] == "," && comma > text.startIndex {
            let (before, next) = (text[text.index(before: comma)], text.index(after: comma))
            guard text[next].isNumber, before.isLetter || before == ")" else { continue }
            parts.append(word.part(text[start..<next], of: text))
            start = next
        }
        return parts + [word.part(text[start...], of: text)]
    }

    private func wickets() -> [DraftWicket] {
        if let numbered = NumberedFalls.wickets(in: words) { return numbered }
        let pairs = pairs()
        guard !pairs.isEmpty else {
            let named = scoresBeforeNames()
            return named.isEmpty ? grid() : named
        }
        let isWicketFirst = isWicketFirst(pairs)
        let detailBefore = detailStandsBefore(pairs)
        return pairs.indices.map { index in
            let pair = pairs[index]
            let start = index == 0 ? 0 : pairs[index - 1].range.upperBound + 1
            let end = index + 1 < pairs.count ? pairs[index + 1].range.lowerBound : tokens.count
            let before = detailBefore ? start..<pair.range.lowerBound : 0..<0
            let behind = pair.range.upperBound + 1..<end
            return wicket(pair, isWicketFirst: isWicketFirst, before: before, behind: behind)
        }
    }

    /// Whether the number of the wicket stands before its score: numbers count from 1, or rise while they are ten at most.
    private func isWicketFirst(_ pairs: [Pair]) -> Bool {
        let first = pairs.indices.count { pairs[$0].first == $0 + 1 }
        let second = pairs.indices.count { pairs[$0].second == $0 + 1 }
        if first != second { return first > second }
        let numbers = pairs.map(\.second)
        return
            !(numbers.allSatisfy { 1...10 ~= $0 } && zip(numbers, numbers.dropFirst()).allSatisfy(<)
            && pairs.contains { $0.first > 10 })
    }

    /// `476` between `3/67` and `5/76` is 4/76: an engine lost the stroke, or read it as a one or a seven.
    private func withLostStrokes(_ pairs: [Pair]) -> [Pair] {
        guard pairs.count >= 2, words.first?.source == .ocr, isWicketFirst(pairs) else { return pairs }
        var found: [Pair] = []
        for (pair, next) in zip(pairs, pairs.dropFirst()) {
            found.append(pair)
            guard next.first == pair.first + 2 else { continue }
            let lost = (pair.range.upperBound + 1..<next.range.lowerBound).lazy.compactMap { index -> Pair? in
                let runs = self.runs(at: index, wicket: pair.first + 1, in: pair.second...max(pair.second, next.second))
                return runs.map { Pair(first: pair.first + 1, second: $0, range: index...index) }
            }.first
            if let lost { found.append(lost) }
        }
        return found + [pairs[pairs.count - 1]]
    }

    private func runs(at index: Int, wicket: Int, in range: ClosedRange<Int>) -> Int? {
        guard tokens[index].kind == .number, tokens[index].text.hasPrefix(String(wicket)) else { return nil }
        let rest = tokens[index].text.dropFirst(String(wicket).count)
        let readings = rest.first == "1" || rest.first == "7" ? [rest.dropFirst(), rest] : [rest]
        return readings.compactMap { Int($0) }.first { range.contains($0) }
    }

    /// Two figures with a separator between them: a score and a number of a wicket.
    private func pairs() -> [Pair] {
        var pairs: [Pair] = []
        var index = 0
        while index + 2 < tokens.count {
            // `1 for 11` where old cards say so of each.
            if let first = number(index), let second = number(index + 2),
                tokens[index + 1].isSeparator || isAnnounced && tokens[index + 1].text == "for",
                first <= 10 || second <= 10, !isBlank(index)
            {
                pairs.append(Pair(first: first, second: second, range: index...(index + 2)))
                index += 3
            } else {
                index += 1
            }
        }
        return withLostStrokes(pairs)
    }

    /// Whether a wicket did not fall: of `9-  10-` neither number is a score.
    private func isBlank(_ index: Int) -> Bool {
        tokens[index + 1].word != tokens[index + 2].word && index + 3 < tokens.count && tokens[index + 3].isSeparator
            && tokens[index + 3].word == tokens[index + 2].word
            && (index + 4 == tokens.count || tokens[index + 4].word != tokens[index + 3].word)
    }

    /// A whole number; `l` and `I` alone are a one.
    private func number(_ index: Int) -> Int? {
        let token = tokens[index]
        if token.kind == .letters, token.text == "l" || token.text == "i" { return 1 }
        return token.integer
    }

    /// Whether names stand before their scores, as in a table of wickets.
    private func detailStandsBefore(_ pairs: [Pair]) -> Bool {
        guard let first = pairs.first else { return false }
        return tokens[..<first.range.lowerBound].contains { $0.kind == .letters && $0.text.count > 1 }
    }

    private func wicket(
        _ pair: Pair, isWicketFirst: Bool, before: Range<Int>, behind: Range<Int>
    ) -> DraftWicket {
        var wicket = DraftWicket()
        let lower = pair.range.lowerBound...pair.range.lowerBound
        let upper = pair.range.upperBound...pair.range.upperBound
        wicket.wicket = read(isWicketFirst ? pair.first : pair.second, isWicketFirst ? lower : upper)
        wicket.runs = read(isWicketFirst ? pair.second : pair.first, isWicketFirst ? upper : lower)
        let overs = behind.first { tokens[$0].kind == .number && isOver(at: $0, in: behind) }
        if let overs { wicket.over = Read(tokens[overs].text, from: [words[tokens[overs].word]]) }
        // `107-1 (32.4 ovs) Sibley` says the over first.
        let details = before.isEmpty ? [behind.prefix { $0 != overs }, behind.drop { $0 != overs }] : [before]
        wicket.player = details.lazy.compactMap { player(Array($0)) }.first
        return wicket
    }

    /// `2.3` is an over; a whole number only with a word that says so.
    private func isOver(at index: Int, in range: Range<Int>) -> Bool {
        guard Overs(tokens[index].text) != nil else { return false }
        if tokens[index].text.contains(".") { return true }
        // `(Smith, 6)` among others as `(Jones, 4.3)`
        if index + 1 < tokens.count, tokens[index + 1].text == ")", hasDecimalOvers { return true }
        let next = range.contains(index + 1) ? tokens[index + 1].text : ""
        let previous = range.contains(index - 1) ? tokens[index - 1].text : ""
        return next.hasPrefix("ov") || previous.hasPrefix("ov")
    }

    /// Whether overs have a point that no engine may have lost.
    private var hasDecimalOvers: Bool {
        words.first?.source == .textLayer
            && tokens.contains { $0.kind == .number && $0.text.contains(".") && Overs($0.text) != nil }
    }

    private func player(_ indices: [Int]) -> Read<String>? {
        // A name ends where the over or the next bracket begins; words that only label the over are no names.
        let named = indices.filter { index in
            // An initial O is no over.
            tokens[index].kind == .letters && !isUnit(index)
                && (!Self.labels.contains(tokens[index].text) || words[tokens[index].word].text.hasSuffix("O"))
        }
        // `Barset: 1 for 4` names a side.
        guard let first = named.first, let last = named.last, !words[tokens[last].word].text.hasSuffix(":") else {
            return nil
        }
        let range = words[tokens[first].word...tokens[last].word].filter { !NameText.isMark($0) }
        let clean = range.map { word in
            word.part(
                word.text.filter { $0 != "(" && $0 != ")" && $0 != "," && $0 != ";" && $0 != "*" }, from: 0, to: 1)
        }
        // A word such as `1-12(Smith` carries the score too.
        var name = clean.map { $0.text.drop { !$0.isLetter } }.filter { !$0.isEmpty }.joined(separator: " ")
        // A comma read as a point; `Jr.` has one.
        if name.hasSuffix("."), name.words.last?.count ?? 0 > 4 { name.removeLast() }
        return Read(name, from: clean)
    }

    /// Whether it stands for balls: `13b` in the falls of a match of a hundred.
    private func isUnit(_ index: Int) -> Bool {
        tokens[index].text == "b" && index > 0 && tokens[index - 1].kind == .number
            && tokens[index - 1].word == tokens[index].word
    }

    private static let labels: Set<String> = [
        "at", "ov", "ovs", "over", "overs", "o", "and", "out", "not", "score", "runs", "wicket", "wickets", "wkt",
        "player",
        "batter", "batsman", "name", "partnership", "drs", "balls", "ball",
    ]

    private func read(_ number: Int, _ range: ClosedRange<Int>) -> Read<Int>? {
        Read(number, from: words.words(of: tokens[range]))
    }

    /// Whether two tokens stand in one row; the scores 11 and 12 would go on with the count.
    private func isBeside(_ one: Int, _ other: Int) -> Bool {
        let (first, second) = (words[tokens[one].word], words[tokens[other].word])
        return (first.midY - second.midY).magnitude < 0.6 * max(first.height, second.height)
    }

    /// A row that counts 1 2 3 and a row of scores below it, each under its number.
    private func grid() -> [DraftWicket] {
        let numbers = tokens.indices.filter { tokens[$0].integer != nil }
        let row = numbers.prefix { isBeside($0, numbers[0]) }
        // A line between two columns makes `30` of a 10.
        let possible = row.filter { 1...10 ~= tokens[$0].integer ?? 0 }
        let heads = possible.count >= 5 ? possible[...] : row
        guard let labels = Self.counted(heads.compactMap { tokens[$0].integer }) else { return rising(numbers) }
        let scores = numbers[row.count...]
        if scores.isEmpty { return rising(numbers) }
        // A number that was not read leaves a gap; as many scores as the last number says stand in their order.
        let isWhole = scores.count == labels[labels.count - 1]
        return scores.enumerated().compactMap { order, index in
            guard let runs = tokens[index].integer else { return nil }
            let nearest = heads.indices.min { distance($0, index) < distance($1, index) }
            guard let nearest else { return nil }
            let label = isWhole ? order + 1 : number(under: heads, labels, at: index) ?? labels[nearest]
            return DraftWicket(
                wicket: Read(label, from: [words[tokens[heads[nearest]].word]]),
                runs: Read(runs, from: [words[tokens[index].word]]))
        }
    }

    /// The numbers of a grid's wickets, `1 2 3 9 5` counted anew where most of them are right; nil when they do not count.
    private static func counted(_ numbers: [Int]) -> [Int]? {
        guard numbers.count >= 2, numbers.count <= 10 else { return nil }
        if numbers[0] <= 2, numbers.allSatisfy({ 1...10 ~= $0 }), zip(numbers, numbers.dropFirst()).allSatisfy(<) {
            return numbers
        }
        let right = numbers.indices.count { numbers[$0] == $0 + 1 }
        return right >= 4 && right * 4 >= numbers.count * 3 ? Array(1...numbers.count) : nil
    }

    /// The number of the column a score stands in, where the numbers that were read stand at equal distances.
    private func number(under heads: ArraySlice<Int>, _ labels: [Int], at index: Int) -> Int? {
        guard labels.count >= 3, let first = heads.first, let last = heads.last else { return nil }
        func place(_ token: Int) -> Double { words[tokens[token].word].midX }
        let step = (place(last) - place(first)) / Double(labels[labels.count - 1] - labels[0])
        func label(_ token: Int) -> Double { Double(labels[0]) + (place(token) - place(first)) / step }
        let isEven = zip(heads, labels).allSatisfy { (label($0) - Double($1)).magnitude < 0.25 }
        let number = label(index).rounded()
        return step > 0 && isEven && (1...10).contains(number) ? Int(number) : nil
    }

    /// `3 (O'Brien), 11 (Moore), 26 (Phillips)`, or `3 O'Brien` row by row: scores in their order, each with who was out.
    private func scoresBeforeNames() -> [DraftWicket] {
        let bracketed = tokens.indices.filter { index in
            tokens[index].integer != nil && index + 2 < tokens.count && tokens[index + 1].text == "("
                && tokens[index + 2].kind == .letters
        }
        let scores = bracketed.isEmpty ? scoresOfRows() : bracketed
        let rises = zip(scores, scores.dropFirst()).count { tokens[$0].integer ?? 0 <= tokens[$1].integer ?? 0 }
        guard isAnnounced, (2...10).contains(scores.count), rises * 3 >= (scores.count - 1) * 2 else { return [] }
        return scores.enumerated().map { order, index in
            let end = order + 1 < scores.count ? scores[order + 1] : tokens.count
            let overs = (index + 1..<end).first { tokens[$0].kind == .number && isOver(at: $0, in: index + 1..<end) }
            return DraftWicket(
                wicket: read(order + 1, index...index), runs: tokens[index].integer.flatMap { read($0, index...index) },
                player: player(Array((index + 1)..<(overs ?? end))),
                over: overs.flatMap { Read(tokens[$0].text, from: [words[tokens[$0].word]]) })
        }
    }

    /// The figures where each begins a row and only a name stands behind it.
    private func scoresOfRows() -> [Int] {
        let scores = tokens.indices.filter { tokens[$0].integer != nil }
        let areRows = scores.allSatisfy { index in
            index + 1 < tokens.count && tokens[index + 1].kind == .letters
                && (index == 0 || !isBeside(index - 1, index))
        }
        return areRows && scores.first == 0 && scores.count >= 2 ? scores : []
    }

    /// `Score 36 168 170`, `FoW: 94 127 128`: the numbers of the wickets are not printed or were not read.
    private func rising(_ numbers: [Int]) -> [DraftWicket] {
        let scores = numbers.compactMap { tokens[$0].integer }
        let others = tokens.count { $0.kind == .letters || $0.isSeparator && $0.text != "-" }
        // `1 2 3 4` with nothing below are the numbers of a form that nobody filled in.
        guard isAnnounced, (1...10).contains(scores.count), scores.count < 3 || Self.counted(scores) == nil,
            zip(scores, scores.dropFirst()).allSatisfy(<=),
            others == (words.first?.key == "score" ? 1 : 0)
        else { return [] }
        return numbers.enumerated().compactMap { order, index in
            guard let runs = tokens[index].integer else { return nil }
            let word = words[tokens[index].word]
            return DraftWicket(wicket: Read(order + 1, from: [word]), runs: Read(runs, from: [word]))
        }
    }

    private func distance(_ one: Int, _ other: Int) -> Double {
        (words[tokens[one].word].midX - words[tokens[other].word].midX).magnitude
    }
}
