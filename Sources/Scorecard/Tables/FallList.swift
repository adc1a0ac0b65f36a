internal import Recognition

/// Falls of wickets one below the other, `Joshi  72/1  (11.2)`, without the header of a table: who is out stands before the score
/// and far from it.
struct FallList {
    private struct Fall {
        var player: [PageWord]
        var score: [PageWord]
    }

    private var falls: [Fall] = []
    /// Whether other rows say of falls too.
    private var isMixed = false

    /// How far a score stands from the name before it, in heights of the row.
    private static let gap = 3.0

    /// Whether a row begins the falls whose title was left out: `2-1 (Smith, 0.5), 14-2 (Jones,`, or `2-1 (0.5 ov) Smith`.
    static func begins(_ words: [PageWord], below batting: BattingTable) -> Bool {
        guard words.count >= 3, words[0].text.first?.isNumber == true,
            words[0].text.contains(where: { "-/".contains($0) }), words[1].text.hasPrefix("(")
        else { return false }
        if words[1].hasDigit { return words[2].key.hasPrefix("ov") && words[2].text.hasSuffix(")") && words.count > 3 }
        let isFirst = words[0].text.split { "-/".contains($0) }.contains("1")
        return (batting.batters.count >= 2 || isFirst) && words[1].text.dropFirst().first?.isLetter == true
    }

    /// Whether a row is numbered as the next, or begins and ends where the fall above it does.
    func goesOn(_ row: VisualRow) -> Bool {
        guard !isNumbered(row) else { return true }
        let isHeading = row.words.contains { $0.text.contains("(") || $0.key == "innings" || $0.key == "inns" }
        guard !isHeading, let above = falls.last, let left = above.player.first?.left,
            let right = above.score.last?.right
        else {
            return false
        }
        return (row.left - left).magnitude < row.height && (row.right - right).magnitude < row.height
    }

    /// `1  G Hughes  18  3.5`
    private func isNumbered(_ row: VisualRow) -> Bool {
        row.words.count > 3 && Int(row.words[0].key) == falls.count + 1 && !row.words[1].hasDigit
    }

    /// Takes in a row; false when it is no fall of a list.
    mutating func add(_ row: VisualRow) -> Bool {
        let words = isNumbered(row) ? Array(row.words.dropFirst()) : row.words
        let widest = words.indices.dropFirst().max {
            words[$0].left - words[$0 - 1].right < words[$1].left - words[$1 - 1].right
        }
        guard falls.count < 10, let widest, words[widest].left - words[widest - 1].right > Self.gap * row.height,
            words.count - widest <= 2, !words[..<widest].contains(where: { $0.hasDigit || $0.text.contains("(") }),
            words[..<widest].contains(where: { $0.key.count > 1 }), words[words.count - 1].hasDigit
        else { return false }
        falls.append(Fall(player: Array(words[..<widest]), score: Array(words[widest...])))
        return true
    }

    /// Says that scores stand in rows that are none of a list.
    mutating func mix() { isMixed = true }

    /// The wickets in their order; nil where most rows show no score.
    var wickets: [DraftWicket]? {
        let wickets = Self.withPoints(falls.indices.map(wicket))
        let read = wickets.count { $0.runs != nil }
        return !isMixed && read >= 2 && 2 * read >= wickets.count ? wickets : nil
    }

    /// Overs whose point was lost, where others of the list have one: `141` is 14.1.
    private static func withPoints(_ wickets: [DraftWicket]) -> [DraftWicket] {
        guard wickets.contains(where: { $0.over?.value.contains(".") == true }) else { return wickets }
        return wickets.map { wicket in
            guard let over = wicket.over, over.value.count > 1, !over.value.contains("."),
                over.evidence.source == .ocr, let last = over.value.last, "1"..."6" ~= last
            else { return wicket }
            var wicket = wicket
            wicket.over = Read("\(over.value.dropLast()).\(last)", over.evidence)
            return wicket
        }
    }

    /// Whether no score says the wickets too.
    private var arePlain: Bool { falls.allSatisfy { Int($0.score[0].text) != nil } }

    private func wicket(_ index: Int) -> DraftWicket {
        let fall = falls[index]
        let order = index + 1
        var wicket = FallOfWicketsParser.parse(fall.score).first ?? DraftWicket()
        if wicket.runs?.value == order, wicket.wicket?.value != order {
            wicket.runs = wicket.wicket  // One score alone does not say which of its figures counts the wickets.
        } else if wicket.wicket?.value != order || wicket.runs == nil {
            wicket = Self.withLostStroke(fall.score[0], order: order) ?? wicket
        }
        if wicket.runs == nil, arePlain, let runs = Int(fall.score[0].text) {
            wicket.runs = Read(runs, from: [fall.score[0]])
        }
        wicket.player = NameText.marked(fall.player).flatMap { Read($0.name, from: $0.words) }
        wicket.wicket = Read(order, from: [fall.score[0]])
        if wicket.over == nil, fall.score.count == 2 { wicket.over = Self.over(fall.score[1]) }
        return wicket
    }

    /// `7412` where the second wicket falls is 74/2: an engine took the stroke for a one or a seven.
    private static func withLostStroke(_ word: PageWord, order: Int) -> DraftWicket? {
        guard word.source == .ocr, word.text.allSatisfy(\.isNumber) else { return nil }
        for stroke in ["1", "7"] where word.text.hasSuffix(stroke + String(order)) {
            let runs = Int(word.text.dropLast(1 + String(order).count))
            if let runs, runs < 1500 { return DraftWicket(runs: Read(runs, from: [word], doubt: 0.6)) }
        }
        return nil
    }

    private static func over(_ word: PageWord) -> Read<String>? {
        NumericText.overs(word.text).flatMap { Read($0.number, from: [word], doubt: $0.doubt) }
    }
}
