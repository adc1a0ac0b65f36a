internal import Recognition

/// The parts of running text, `KENT: A Lee c Fox b Hill 26; B Ray b Hill 1 ... Extras (b 2) 13. Total (all out) 251.`, word by word.
struct RunInText {
    let words: [PageWord]
    /// Indices of the words that begin a row of the page.
    let rowStarts: Set<Int>
    let unit: Double
    private let edge: Double
    var parts: [RunInPart] = []
    /// The white space before the runs of each batter.
    private(set) var gaps: [Double] = []
    /// The sides that the page names.
    private let sides: Set<[String]>
    private let order: BracketedHits.Order
    /// First word of the text, behind what stands above it on the page.
    private(set) var begin: Int?
    /// Columns of figures that the last head of bowlers has, `Bowling Ov Md Rn Wk Econ`; 0 where none stands above.
    var bowlingColumns = 0

    init(_ rows: [VisualRow]) {
        var words: [PageWord] = []
        var starts: Set<Int> = []
        for row in rows {
            let printed = SpacedAnalyses.closed(row.words)
            if let last = words.last,
                InlineBowling.goesOn([last], in: printed) || SpacedAnalyses.areParted(last, printed[0])
            {
                words[words.count - 1].text += printed[0].text
                words += printed.dropFirst()
                continue
            }
            starts.insert(words.count)
            words += printed.flatMap(Self.partedFromOrdinal).flatMap(Self.partedFromDash)
        }
        self.words = words
        order = BracketedHits.Order(of: words)
        rowStarts = starts
        unit = TextUnit.of(rows)
        edge = rows.map(\.right).max() ?? 0
        sides = SummaryPage.sides(on: rows)
        read()
    }

    /// Words of a section at most: the falls of ten wickets with names, or the analyses of a side's bowlers.
    private static let longest = 150

    /// So many words that are no part, before any batter: what stands above them is a title.
    private static let aside = 8

    private mutating func read() {
        var index = 0
        var passed = 0
        while index < words.count {
            if let end = bowlingHead(at: index) ?? bowlingLabel(at: index) ?? heading(at: index) ?? section(at: index)
                ?? batter(at: index) ?? player(at: index) ?? bowler(at: index) ?? fact(at: index)
            {
                begin = begin ?? index
                index = end
                passed = 0
            } else {
                index += 1
                passed += 1
                if passed == Self.aside, gaps.isEmpty { (begin, parts) = (nil, []) }
            }
        }
    }

    /// Takes a side before its batters; the index behind it.
    private mutating func heading(at index: Int) -> Int? {
        guard !isBowlerInColumns(at: index), let end = headingEnd(at: index) else { return nil }
        bowlingColumns = 0
        parts.append(.heading(Array(words[index..<end])))
        guard let score = scoreAlone(at: end) else { return end }
        parts += score.sections.map { .section($0) }
        return score.end
    }

    /// The index behind a side, `KENT:` or `Kent 224-8 (40 overs)` alone in a row; nil when none begins here.
    private func headingEnd(at index: Int) -> Int? {
        // What an engine makes of a picture before a side.
        if words[index].key.isEmpty, rowStarts.contains(index), index + 1 < words.count,
            !rowStarts.contains(index + 1)
        {
            return sideEnd(at: index + 1, in: self.row(from: index + 1))
        }
        return sideEnd(at: index, in: rowStarts.contains(index) ? self.row(from: index) : []) ?? inningsEnd(at: index)
            ?? capitalsEnd(at: index) ?? dashEnd(at: index)
    }

    /// - Parameter row: the row that begins at this index; none where it stands within one.
    private func sideEnd(at index: Int, in row: [PageWord]) -> Int? {
        guard words[index].text.contains(where: \.isLetter) else { return nil }
        if row.count <= 6, row.contains(where: { InningsHeading.isInnings($0.key) }), InningsHeading.team(row) != nil {
            return index + row.count
        }
        if !row.isEmpty, row.count <= 10, words[index].key != "in", batterLength(row) == nil,
            !InlineBowling.isPresent(in: row),
            let line = ScoreLine(row, isSide: { _ in true }),
            !line.isLikeFigures || sides.isEmpty || sides.contains(PlayerName(line.team.value).words)
        {
            return index + row.count
        }
        if isSideAlone(row), batterLength(Array(words[(index + row.count)...].prefix(16))) != nil {
            return index + row.count
        }
        let most = min(index + 6, words.count)
        guard let colon = words[index..<most].firstIndex(where: { $0.text.hasSuffix(":") }),
            !words[index...colon].contains(where: { $0.hasDigit && !InningsHeading.ordinals.contains($0.key) }),
            words[index].text.first?.isUppercase == true,
            !words[index...colon].contains(where: { Self.prepositions.contains($0.text) }), !isGround(at: index),
            !beginsAnew(within: (index + 1)..<(colon + 1)),
            SectionKeywords.leading(Array(words[index...colon])) == nil,
            batterLength(Array(words[(colon + 1)...].prefix(16))) != nil
        else { return nil }
        return colon + 1
    }

    /// Whether the capitals before this word are a ground's, `at Sophia Gardens:`.
    private func isGround(at index: Int) -> Bool {
        let before = words[..<index].suffix(4).last { $0.text.first?.isUppercase != true }
        return before.map { Self.prepositions.contains($0.text) } ?? false
    }

    /// Words of a sentence that ends before the innings, `at the Park on Friday:`.
    private static let prepositions: Set = ["at", "in", "on"]

    /// The index behind `Kent Second innings (overnight 111-3)` within the text, where a batter follows; nil when it does not
    /// stand here.
    private func inningsEnd(at index: Int) -> Int? {
        guard let innings = words[index...].prefix(7).firstIndex(where: { InningsHeading.isInnings($0.key) }),
            innings >= index + 2, InningsHeading.ordinals.contains(words[innings - 1].key),
            (index..<(innings - 1)).allSatisfy({ Self.mayBeOfASide(words[$0], isLast: $0 == innings - 2) }),
            !((index + 1)..<innings).contains(where: { rowStarts.contains($0) && !isLongLine(before: $0) })
        else { return nil }
        let end = innings + 1 + bracket(at: innings + 1).count
        if let told = toldEnd(at: end) { return told }
        return batterLength(Array(words[end...].prefix(16))) != nil || scoreAlone(at: end) != nil ? end : nil
    }

    /// Whether a word may stand in the name of a side that is set in running text: a capital, and no end of a sentence.
    ///
    /// - Parameter isLast: whether `First innings` follows, `KENT\u{2014}First innings`, `Kent, 2nd innings`.
    private static func mayBeOfASide(_ word: PageWord, isLast: Bool) -> Bool {
        guard let last = word.text.last, last.isLetter || isLast && ",\u{2014}\u{2013}-".contains(last) else {
            return word.text == "&"
        }
        return word.text.first?.isUppercase == true && !word.hasDigit
            && !["scoreboard", "scorecard"].contains(word.key) || word.text == "and"
    }

    /// Whether a row is nothing but a name of a side, behind the bowling of the innings before.
    private func isSideAlone(_ printed: [PageWord]) -> Bool {
        // `Kent (Target: 292 from 50 overs)`
        let row =
            printed.last?.text.hasSuffix(")") == true ? Array(printed.prefix { !$0.text.hasPrefix("(") }) : printed
        guard begin != nil, (1...5).contains(row.count), SectionKeywords.leading(row) == nil else { return false }
        switch parts.last {
        case .bowler, .section: break
        default: return false
        }
        return row.allSatisfy {
            !$0.hasDigit && $0.text.last?.isLetter == true
                && ($0.text.first?.isUppercase == true || NameText.particles.contains($0.text))
        } && row.contains { $0.key.count > 3 }
    }

    /// Whether a row begins among these words that does not go on with the one above it.
    private func beginsAnew(within range: Range<Int>) -> Bool {
        range.contains { rowStarts.contains($0) && !isFullLine(before: $0) && !Self.isInitial(words[$0 - 1]) }
    }

    /// `A.`, which a line's end has parted from its name.
    private static func isInitial(_ word: PageWord) -> Bool {
        word.text.utf8.count == 2 && word.text.hasSuffix(".") && word.text.first?.isUppercase == true
    }

    /// Whether the line before this one reaches the right edge of the text: then a sentence may go on here.
    func isFullLine(before start: Int) -> Bool {
        let last = words[start - 1]
        if last.right > edge - 6 * unit { return true }
        // A long line that had no room for the next word, beside its neighbours.
        let near = words[max(0, start - 40)..<min(words.count, start + 40)]
        return isLongLine(before: start) && last.right + words[start].width + unit > (near.map(\.right).max() ?? edge)
    }

    /// Whether the line before this one has the words of a line of text.
    private func isLongLine(before start: Int) -> Bool {
        start >= 8 && !((start - 7)..<start).contains(where: rowStarts.contains)
    }

    /// Takes the toss or the result behind the last innings; the index behind it.
    private mutating func fact(at index: Int) -> Int? {
        guard begin != nil, let sentence = factSentence(at: index) else { return nil }
        parts.append(.fact(sentence))
        return index + sentence.count
    }

    private func factSentence(at index: Int) -> [PageWord]? {
        guard index > 0,
            rowStarts.contains(index) || words[index - 1].text.hasSuffix(".") || words[index].text == "Toss:"
        else { return nil }
        let end = words.indices.dropFirst(index + 1).prefix(20).first {
            rowStarts.contains($0) && !isFullLine(before: $0)
        }
        let sentence = Segments.sentences(Array(words[index..<(end ?? min(index + 20, words.count))]))[0]
        let keys = sentence.map(\.key)
        guard keys[0] == "toss" || MatchFacts.isToss(keys) || MatchFacts.isResult(keys) else { return nil }
        return Array(sentence.prefix(1) + sentence.dropFirst().prefix { !$0.text.hasSuffix(":") })
    }

    func row(from index: Int) -> [PageWord] {
        let end = words.indices.dropFirst(index + 1).first { rowStarts.contains($0) } ?? words.count
        return Array(words[index..<end])
    }

    /// Takes extras, a total and the like up to the next part; the index behind it.
    private mutating func section(at index: Int) -> Int? {
        guard let found = keyword(at: index) else { return nil }
        var end = index + found.count
        let most = min(words.count, index + Self.longest)
        while end < most, keyword(at: end) == nil, headingEnd(at: end) == nil, bowlingLabel(at: end) == nil,
            !isFull(found.keyword, index..<end), !isBatterAlone(at: end), factSentence(at: end) == nil,
            found.keyword != .fallOfWickets || !isRowOfAnalyses(at: end)
        {
            end += 1
        }
        parts.append(.section(Self.withOversFirst(Array(words[index..<end]), found.keyword)))
        return found.keyword == .extras ? sumAlone(at: end) ?? end : end
    }

    /// Whether a row begins here with a bowler's name and analysis, `A Lee 8-1-32-1 (1w), J Fox 8-0-41-1`.
    private func isRowOfAnalyses(at index: Int) -> Bool {
        guard rowStarts.contains(index), words[index].text.first?.isUppercase == true else { return false }
        return words[index...].prefix(6).first(where: \.hasDigit).map { InlineBowling.figures(of: $0) != nil } ?? false
    }

    /// `Total: Overs: 71.3 (all out) 243` where the overs stood in a line below.
    private static func withOversFirst(_ words: [PageWord], _ keyword: SectionKeyword) -> [PageWord] {
        guard keyword == .total, let overs = words.lastIndex(where: { $0.key == "overs" }), overs > 1,
            words[overs].text == "Overs:", overs + 2 == words.count, words[overs + 1].hasDigit
        else { return words }
        return [words[0]] + words[overs...] + words[1..<overs]
    }

    func keyword(at index: Int) -> (keyword: SectionKeyword, count: Int)? {
        // `"Extras` begins with a speck.
        let letters =
            words[index].source == .ocr
            ? words[index].text.drop { "\"'\u{201C}\u{2018}".contains($0) } : words[index].text[...]
        // `F. Fox, not out, 0; extras, 2; total, 161`
        let isListed =
            index > 0 && ["extras", "total"].contains(words[index].key)
            && ";,.".contains(words[index - 1].text.last ?? " ")
        guard letters.first?.isUppercase == true || isListed,
            words[index].key.utf8.count > 2 || words[index...].dropFirst().first?.key == "bat"
        else { return nil }
        let found = SectionKeywords.leading(Array(words[index...].prefix(4)))
        return found?.keyword == .footer ? nil : found
    }

    /// Whether extras and a total have said all: the figure behind their bracket, or that before it at the end of a row.
    private func isFull(_ keyword: SectionKeyword, _ range: Range<Int>) -> Bool {
        if keyword == .extras || keyword == .total {
            let next = words[range.upperBound]
            return rowStarts.contains(range.upperBound) && !isOpen(range) && next.key != "overs"
                && !(ExtrasParser.isOnlyParts(Array(words[range.upperBound...].prefix(2)))
                    && isFullLine(before: range.upperBound))
        }
        // A message goes on with something else in its next row.
        let last = words[range.upperBound - 1]
        return keyword == .didNotBat && rowStarts.contains(range.upperBound) && !last.text.hasSuffix(",")
            && !NameText.isInitials(last) && !isListParted(at: range.upperBound)
    }

    /// Whether a line's end parted a name in a list from its second word: the line is full, and the next goes on with commas.
    private func isListParted(at start: Int) -> Bool {
        let row = row(from: start)
        return isFullLine(before: start) && !words[start - 1].text.hasSuffix(".")
            && row.contains { $0.text.hasSuffix(",") }
            && !row.contains { $0.hasDigit || $0.text.hasSuffix(":") }
    }

    private func isOpen(_ range: Range<Int>) -> Bool {
        let text = words[range].map(\.text).joined()
        return text.count { $0 == "(" } > text.count { $0 == ")" } || !text.contains(where: \.isNumber)
            || Int(words[range.upperBound].key) != nil && (text.hasSuffix(")") || text.hasSuffix("),"))
    }

    /// Takes a batter with dismissal and runs; the index behind them.
    private mutating func batter(at index: Int) -> Int? {
        let rest = Array(words[index...].prefix(16))
        guard let length = batterLength(rest), let start = Self.dismissal(in: rest), start < length,
            !beginsAnew(within: (index + 1)..<(index + start))
        else { return nil }
        let end = index + length
        gaps.append(words[end - 1].left - words[end - 2].right)
        let hits = BracketedHits(words[end...], order: order)
        parts.append(
            .batter(
                name: Self.withoutDash(rest[..<start]), dismissal: Self.withoutDash(rest[start..<(length - 1)]),
                runs: rest[length - 1], hits: hits))
        let next = end + hits.count
        return next < words.count && words[next].key.isEmpty ? next + 1 : next
    }

    /// Takes a player who did not bat, a name alone in its row between the batters and their extras; the index behind him.
    private mutating func player(at index: Int) -> Int? {
        guard rowStarts.contains(index), let last = parts.last else { return nil }
        switch last {
        case .batter, .player: break
        default: return nil
        }
        let row = row(from: index)
        guard isNameAlone(row), areNamesAlone(from: index + row.count) else { return nil }
        parts.append(.player(name: row))
        return index + row.count
    }

    /// Whether nothing but names stand between here and the extras or the total.
    private func areNamesAlone(from start: Int) -> Bool {
        var index = start
        for _ in 0..<9 where index < words.count {
            let row = row(from: index)
            if let found = SectionKeywords.leading(row) { return found.keyword == .extras || found.keyword == .total }
            guard isNameAlone(row) else { return false }
            index += row.count
        }
        return false
    }

    private func isNameAlone(_ row: [PageWord]) -> Bool {
        (1...4).contains(row.count) && !row.contains { $0.hasDigit || ":;,".contains($0.text.last ?? " ") }
            && row.allSatisfy { $0.text.first?.isUppercase == true || "(*+\u{2020}".contains($0.text.first ?? " ") }
            && SectionKeywords.leading(row) == nil
    }

    /// How many of these words are a batter: a name, how he was out, his runs; nil when they are none.
    func batterLength(_ words: [PageWord]) -> Int? {
        guard let first = words.first?.text.first, first.isUppercase || "*\u{2020}+".contains(first),
            let start = Self.dismissal(in: words), start <= 6,
            !words[..<start].contains(where: { $0.hasDigit || $0.text.hasSuffix(";") || $0.text.hasSuffix(":") }),
            // `1.b.w.` is no figure.
            let figure = words[(start + 1)...].firstIndex(where: \.hasDigit),
            case let runs = Self.nought(in: words, from: start, before: figure) ?? figure,
            let value = Self.runs(words[runs]), value <= 500,
            !words[runs].text.contains("("), !words[start..<runs].contains(where: { $0.text.hasSuffix(";") })
        else { return nil }
        return runs + 1
    }

    /// Where an `O` stands for no runs: another batter begins between it and the next figure, `b Merritt O Parker, c Lowry 0`.
    private static func nought(in words: [PageWord], from start: Int, before figure: Int) -> Int? {
        (start..<figure).dropFirst(2).first {
            words[$0].text == "O" && !DismissalParser.begins(words, at: $0 - 1)
                && dismissal(in: Array(words[($0 + 1)..<figure])) != nil
        }
    }

    private static func withoutDash(_ words: ArraySlice<PageWord>) -> [PageWord] {
        words.last?.isDash == true ? Array(words.dropLast()) : Array(words)
    }

    /// Where a dismissal begins; the CC of a club is none.
    private static func dismissal(in words: [PageWord]) -> Int? {
        words.indices.dropFirst().first { words[$0].key != "cc" && DismissalParser.begins(words, at: $0) }
    }

    /// Whether a batter and nobody else stands in the row that begins here.
    private func isBatterAlone(at index: Int) -> Bool {
        guard rowStarts.contains(index) else { return false }
        let row = self.row(from: index)
        return batterLength(row) == row.count
    }

    /// The figure of a batter's runs; behind a name `t3;` is 13.
    static func runs(_ word: PageWord) -> Int? {
        if word.text == "O" { return 0 }
        var text = word.text.trimmingSuffix { ".;,".contains($0) }
        if word.source == .ocr, let first = text.first, "t\u{A3}f".contains(first) { text = "1" + text.dropFirst() }
        return NumericText.integer(text)?.number
    }
}

extension String {
    /// The text without the characters at its end that satisfy a condition.
    fileprivate func trimmingSuffix(while condition: (Character) -> Bool) -> String {
        var text = Substring(self)
        while let last = text.last, condition(last) { text.removeLast() }
        return String(text)
    }
}
