/// The header of a table on its row: which columns there are, and where.
struct TableHeader {
    struct Cell {
        var column: Column
        var left: Double
        var right: Double
        /// Whether a word names a column that a card has no place for; any other `.other` may be a misread header.
        var isForeign = false
        var midX: Double { (left + right) / 2 }
    }

    var kind: TableKind
    var cells: [Cell]

    /// Words of the header's row before its first cell: often the side that bats.
    var label: [PageWord]
    /// Number of its row on the page.
    var row: Int
    /// Number of the first row below it; its own when the table has no header in print.
    var bodyRow: Int
    /// Whether the table began on the page before, and its header is printed there alone.
    var goesOn = false
    var top: Double
    var bottom: Double

    /// The same header on a page of another width.
    func scaled(by factor: Double) -> TableHeader {
        var header = self
        for index in cells.indices {
            header.cells[index].left *= factor
            header.cells[index].right *= factor
        }
        return header
    }

    /// Whether another header has the same columns: one table on two pages.
    func isAlike(_ other: TableHeader) -> Bool {
        kind == other.kind && cells.map(\.column) == other.cells.map(\.column)
    }

    /// Whether its words stand on the page and were not made up for rows that need some.
    var isPrinted: Bool { bodyRow > row }

    var left: Double { cells.first?.left ?? 0 }
    var right: Double { cells.last?.right ?? 0 }
    var height: Double { bottom - top }
    var numeric: [Cell] { cells.filter { !$0.column.isText } }
    func cell(_ column: Column) -> Cell? { cells.first { $0.column == column } }
}

/// Finds the headers of batting and bowling tables by their words, in any order and with one or two misread.
enum TableHeaderFinder {
    /// The headers on this row, left to right.
    static func headers(in row: VisualRow, at index: Int) -> [TableHeader] {
        guard row.words.count >= 2, row.words.contains(where: { HeaderWords.term($0.key) != nil }) else { return [] }
        // `run out 6 ; M. Hill b Fox 4` is running text.
        guard !row.words.contains(where: { $0.text.hasSuffix(";") && !$0.text.hasPrefix("[") }) else { return [] }
        guard !isProse(row), !isBatter(row.words), !row.isLogged else { return [] }
        let alone = Set(row.words.map(\.text))
        // A rate stands in no header: beside one, `MR` is a batter's initials.
        let isRow =
            row.words.contains { $0.hasDigit && $0.text.utf8.contains(UInt8(ascii: ".")) && Double($0.text) != nil }
            || row.words[0].text == row.words[0].key && DismissalParser.begins(row.words, at: 0)
            || row.words.count > 3 && row.words.contains(where: \.hasDigit)
                && DismissalParser.start(in: row.words, from: 1) != nil
            // `OWR Pearce 4 0 32 2`
            || row.words.suffix(3).count { Int($0.text).map { $0 != 4 && $0 != 6 } == true } >= 2
        let words = withTotals(
            withOut(
                withoutScore(joinPairs(withoutRemarks(row.words).flatMap { isRow ? [$0] : parted($0, besides: alone) }))
            ))
        // Two tables side by side may each say `No`.
        guard Set(words.map(\.key)).intersection(HeaderWords.foreign).count < 2 else { return [] }
        var builder = HeaderBuilder(row: row, index: index)
        for word in words { builder.add(word) }
        let headers = builder.finish().filter { !isOfSeason($0, words) && !isSentence($0, row.words) }
        return headers.isEmpty || FallTable.isHeaded(row.words) ? [] : headers
    }

    /// `J. le Roux ct M. van Wyk b R. Ndlovu 25`: initials that are the heads of columns elsewhere.
    private static func isBatter(_ words: [PageWord]) -> Bool {
        guard words.count > 3, !words.contains(where: { HeaderWords.term($0.key)?.batting == .name }) else {
            return false
        }
        if isNoHead(words) { return true }
        guard let last = words.last, let runs = Int(last.text),
            runs > 6 || isName(words[words.count - 2]) || words.suffix(3).allSatisfy({ Int($0.text) != nil })
        else {
            return false
        }
        return DismissalParser.start(in: words, from: 1) != nil
    }

    /// Whether a phrase of dismissals stands behind a name: `6 A Iyer run out 4 3` and `6 R B Lingen did not bat` have no heads.
    private static func isNoHead(_ words: [PageWord]) -> Bool {
        zip(words, words.dropFirst()).dropFirst().contains { word, next in
            ["run", "not"].contains(word.text) && next.text == "out" || word.text == "did" && next.text == "not"
        }
    }

    private static func isName(_ word: PageWord) -> Bool {
        word.text.first?.isUppercase == true && word.text.count > 2 && !word.hasDigit
            && HeaderWords.term(word.key) == nil
    }

    /// Whether a column of averages stands among the figures.
    private static func isOfSeason(_ header: TableHeader, _ words: [PageWord]) -> Bool {
        words.contains { word in
            HeaderWords.seasons.contains(word.key) && word.left < header.right
                && header.numeric.contains { $0.right < word.left }
        }
    }

    /// `A batter may be out bowled, caught, run out`: other words in small letters stand between those of a header.
    private static func isSentence(_ header: TableHeader, _ words: [PageWord]) -> Bool {
        let between = words.filter { $0.left >= header.left && $0.right <= header.right }
        return between.count { word in
            word.key.utf8.count > 2 && word.text.first?.isLowercase == true && HeaderWords.term(word.key) == nil
        } >= 3
    }

    /// `the eighth batsman to score 1,000 runs this season` is no header.
    private static func isProse(_ row: VisualRow) -> Bool {
        guard row.words.count >= 8, let last = row.words.last else { return false }
        return row.words.count { sentenceWords.contains($0.text) } >= 2
            || last.text.hasSuffix(".") && last.key.utf8.count > 4 && row.words.contains { $0.text.hasSuffix(",") }
    }

    private static let sentenceWords: Set = ["the", "to", "this", "was", "who", "his", "their", "with", "and", "in"]

    /// Whether one of these rows is the header of batters.
    static func hasBatting(in rows: some Sequence<VisualRow>) -> Bool {
        rows.contains { headers(in: $0, at: 0).contains { $0.kind == .batting } }
    }

    /// `(target: 323 runs from 50 overs)` beside the side that bats is no header.
    private static func withoutRemarks(_ words: [PageWord]) -> [PageWord] {
        var isOpen = false
        return words.map { word in
            var word = word
            let wasOpen = isOpen
            guard isOpen || word.text.utf8.first == UInt8(ascii: "(") else { return word }
            isOpen = !word.text.utf8.contains(UInt8(ascii: ")"))
            if wasOpen || isOpen || Self.playerMarks.contains(word.text) { word.key = "" }
            return word
        }
    }

    /// Of a keeper and of a captain: `J. Wade (wk) run out: M. Murray` is a batter.
    private static let playerMarks: Set<String> = ["(wk)", "(w)", "(c)", "(C)", "(WK)"]

    /// `Out` between the batters and their runs says how; in `not out` it is no header.
    private static func withOut(_ words: [PageWord]) -> [PageWord] {
        guard let out = words.firstIndex(where: { $0.key == "out" }), out > 0, out + 1 < words.count,
            HeaderWords.term(words[out - 1].key)?.batting == .name,
            HeaderWords.term(words[out + 1].key)?.batting == .runs
        else { return words }
        var words = words
        words[out].key = "howout"
        return words
    }

    /// `Score / Out` before the runs says how.
    private static func withoutScore(_ words: [PageWord]) -> [PageWord] {
        guard let score = words.firstIndex(where: { $0.key == "score" }), score > 0,
            words[(score + 1)...].prefix(2).contains(where: { $0.key == "out" }),
            words[(score + 1)...].contains(where: { $0.key == "runs" || $0.key == "r" })
        else { return words }
        return Array(words[..<score]) + words[(score + 1)...].drop { $0.key != "out" }
    }

    /// A column of totals is one of runs where no other is, beside how the batters were out.
    private static func withTotals(_ words: [PageWord]) -> [PageWord] {
        guard let total = words.firstIndex(where: { $0.key == "total" }), words.contains(where: { $0.key == "howout" }),
            !words.contains(where: { HeaderWords.term($0.key)?.batting == .runs })
        else { return words }
        var words = words
        words[total].key = "runs"
        return words
    }

    /// `RB` and `OMRW`, single letters that an engine ran together, one by one.
    /// - Parameter alone: the row's words; a letter that stands alone has its column already, and `WO` beside `W` is a `WD`.
    private static func parted(_ word: PageWord, besides alone: Set<String>) -> [PageWord] {
        guard (2...4).contains(word.text.utf8.count), word.text.utf8.allSatisfy({ columnLetters.contains($0) }),
            HeaderWords.term(word.key) == nil
        else { return [word] }
        let letters = Array(word.text)
        guard Set(letters).count == letters.count, !letters.contains(where: { alone.contains(String($0)) }) else {
            return [word]
        }
        let share = 1 / Double(letters.count)
        return letters.enumerated().map { index, letter in
            word.part(String(letter), from: Double(index) * share, to: Double(index + 1) * share)
        }
    }

    private static let columnLetters = Array("RBMOW".utf8)

    private static func joinPairs(_ words: [PageWord]) -> [PageWord] {
        var joined: [PageWord] = []
        for word in words {
            if let last = joined.last, let key = HeaderWords.joined(last.key, word.key),
                word.left - last.right < 1.2 * max(word.height, last.height)
            {
                joined[joined.count - 1].key = key
                joined[joined.count - 1].right = word.right
            } else {
                joined.append(word)
            }
        }
        return joined
    }
}
