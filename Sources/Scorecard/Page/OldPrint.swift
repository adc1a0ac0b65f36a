internal import Recognition

/// What papers of old print otherwise than cards of today, brought into today's form: `l b w`, `A. Hill, B. Lee did not bat`,
/// `Wade 5 overs 0 mdns. 31 runs 3 wkts`.
enum OldPrint {
    /// The rows of a column with those words written anew; each keeps its place.
    static func rewritten(_ rows: [VisualRow]) -> [VisualRow] {
        withAnalyses(withDidNotBat(rows.map { VisualRow(withLegBefore($0.words)) }))
    }

    // MARK: Innings declared closed

    /// `162 dec` for `*162` where a note says `* Innings declared closed.`
    static func withDeclared(_ rows: [VisualRow]) -> [VisualRow] {
        let hasNote = rows.contains { row in
            row.words.first?.text.hasPrefix("*") == true
                && row.words.map(\.key).filter { !$0.isEmpty }.prefix(2) == ["innings", "declared"]
        }
        guard hasNote else { return rows }
        return rows.map { row in
            guard SectionKeywords.leading(row.words)?.keyword == .total, let star = row.words.last,
                star.text.hasPrefix("*"), Int(star.key) != nil
            else { return row }
            return VisualRow(
                row.words.dropLast() + [star.part(star.key, from: 0, to: 0.9), star.part("dec", from: 0.9, to: 1)])
        }
    }

    // MARK: l b w

    private static func withLegBefore(_ words: [PageWord]) -> [PageWord] {
        guard words.contains(where: isW) else { return words }
        var joined: [PageWord] = []
        for (index, word) in words.enumerated() {
            guard isW(word), let last = joined.last, word.left - last.right < 1.2 * word.height else {
                joined.append(word)
                continue
            }
            let before = joined.dropLast().last
            let isBowled = index + 1 < words.count && words[index + 1].text == "b"
            if ["lb", "Ib", "1b"].contains(last.text) || last.text == "b" && isBowled && before.map(isL) != true {
                joined[joined.count - 1] = legBefore(from: last, to: word)
            } else if last.text == "b", let before, isL(before) {
                joined.removeLast()
                joined[joined.count - 1] = legBefore(from: before, to: word)
            } else {
                joined.append(word)
            }
        }
        return joined
    }

    /// One word that means `lbw` and is printed as it was.
    private static func legBefore(from first: PageWord, to last: PageWord) -> PageWord {
        var word = first.joined(with: last)
        word.text = "l b " + last.text
        word.key = "lbw"
        return word
    }

    private static func isW(_ word: PageWord) -> Bool { word.text == "w" || word.text == "w," }
    private static func isL(_ word: PageWord) -> Bool { ["l", "1", "I", "i", "|", "l]", "]"].contains(word.text) }

    // MARK: Did not bat

    private static func withDidNotBat(_ rows: [VisualRow]) -> [VisualRow] {
        var written: [VisualRow] = []
        for row in rows {
            guard isEndOfList(row), let list = list(above: written, endingIn: row) else {
                written.append(row)
                continue
            }
            written.removeLast(list.count)
            written.append(list.row)
        }
        return written
    }

    /// The list of names that ends in this row, the keyword before them, and how many of the rows above belong to it.
    private static func list(above rows: [VisualRow], endingIn end: VisualRow) -> (row: VisualRow, count: Int)? {
        let above = rows.suffix(4).reversed().prefix(while: isList).reversed()
        let names = (above + [end]).flatMap(\.words).dropLast(3)
        guard let first = names.first else { return nil }
        var list = VisualRow(["Did", "not", "bat:"].map { first.part($0, from: 0, to: 0) } + names)
        list.bottom = end.bottom
        return (list, above.count)
    }

    private static func isEndOfList(_ row: VisualRow) -> Bool {
        guard row.words.suffix(3).map(\.key) == ["did", "not", "bat"], row.words.count <= 14,
            !row.words.contains(where: \.hasDigit), SectionKeywords.leading(row.words) == nil
        else { return false }
        guard row.words.count > 3 else { return true }
        // In a table the words stand in a column of their own.
        let (name, did) = (row.words[row.words.count - 4], row.words[row.words.count - 3])
        return did.left - name.right < 1.2 * did.height && row.words.contains { $0.text.hasSuffix(",") }
    }

    private static func isList(_ row: VisualRow) -> Bool {
        !row.words.contains(where: \.hasDigit) && row.words.contains { $0.text.hasSuffix(",") }
            && SectionKeywords.leading(row.words) == nil && DismissalParser.start(in: row.words, from: 1) == nil
    }

    // MARK: Analyses in words

    private static func withAnalyses(_ rows: [VisualRow]) -> [VisualRow] {
        var rows = rows
        for index in rows.indices where rows[index].words.first?.key.hasPrefix("bowling") == true {
            rows[index] = VisualRow(withoutDash(rows[index].words))
            write(from: index, in: &rows)
        }
        return rows.filter { !$0.words.isEmpty }
    }

    /// `Bowling.—McKenzie` in two words.
    private static func withoutDash(_ words: [PageWord]) -> [PageWord] {
        let text = words[0].text
        guard let dash = text.firstIndex(where: { "\u{2014}\u{2013}-".contains($0) }), text.last?.isLetter == true
        else {
            return words
        }
        let edge = Double(text.distance(from: text.startIndex, to: dash)) / Double(text.count)
        return [words[0].part("Bowling:", from: 0, to: edge)]
            + [words[0].part(String(text[text.index(after: dash)...]), from: edge, to: 1)] + words.dropFirst()
    }

    /// Writes the analyses of the sentence that begins in this row as `5-0-31-3`, each where its overs stand.
    private static func write(from first: Int, in rows: inout [VisualRow]) {
        var places: [(row: Int, word: PageWord)] = []
        for row in first..<min(first + 14, rows.count) {
            if row > first, SectionKeywords.leading(rows[row].words) != nil { break }
            places += rows[row].words.map { (row, $0) }
        }
        guard places.contains(where: { $0.word.key == "overs" }) else { return }
        var written: [Int: [PageWord]] = [:]
        var index = 0
        var last = first
        while index < places.count {
            let (row, word) = places[index]
            if let analysis = analysis(places[index...].prefix(8).map(\.word)) {
                written[row, default: []].append(word.part(analysis.text + ";", from: 0, to: 1))
                index += analysis.count
                last = row
            } else {
                written[row, default: []].append(word)
                index += 1
            }
        }
        guard written.values.joined().contains(where: { InlineBowling.figures(of: $0) != nil }) else { return }
        // What is behind the last analysis is no part of the sentence; its end may stand in a row of its own.
        for row in first..<min(last + 2, rows.count) {
            guard let words = written[row] ?? (places.contains { $0.row == row } ? [] : nil) else { continue }
            rows[row].words = words
        }
    }

    /// `5 overs 0 mdns. 31 runs 3 wkts;` as figures, and how many words it takes.
    private static func analysis(_ words: [PageWord]) -> (text: String, count: Int)? {
        guard words.count == 8, words[1].key.hasPrefix("over"), words[3].key.hasPrefix("m"),
            words[5].key.hasPrefix("run"), words[7].key.hasPrefix("w")
        else { return nil }
        let figures = [0, 2, 4, 6].map { figure(words[$0]) }
        guard figures.allSatisfy({ $0 != nil }) else { return nil }
        return (figures.compactMap { $0 }.joined(separator: "-"), 8)
    }

    private static func figure(_ word: PageWord) -> String? {
        let text = word.text.map { $0 == "O" || $0 == "o" ? "0" : $0 }
        let trimmed = String(text).hasSuffix(".") ? String(text.dropLast()) : String(text)
        return Double(trimmed) == nil ? nil : trimmed
    }
}
