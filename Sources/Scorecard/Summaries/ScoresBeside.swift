/// Sides beside each other with their players below them: boxes of a match as encyclopaedias set them, with a `v` between the sides
/// and their scores below, and cards for sharing, with the scores beside the sides.
enum ScoresBeside {
    private typealias Sides = (left: [PageWord], right: [PageWord], middle: Double)

    /// The rows with each side's by themselves: its score and its players, then those of the other side.
    static func parted(_ rows: [VisualRow]) -> [VisualRow] { partedBelowScores(partedBelowSides(paired(rows))) }

    /// The same of sides and scores alone, at the head of a page: further down falls of wickets look like them.
    static func pairedAtHead(_ rows: [VisualRow]) -> [VisualRow] { paired(Array(rows.prefix(10))) + rows.dropFirst(10) }

    /// `Kent 2nd XI` and `234 - 9` for `Kent 2nd XI    Essex` above `234 - 9    156 all out`.
    private static func paired(_ rows: [VisualRow]) -> [VisualRow] {
        var paired: [VisualRow] = []
        var index = 0
        while index < rows.count {
            if index + 1 < rows.count, let pair = pair(rows[index], above: rows[index + 1]) {
                paired += pair
                index += 2
            } else {
                paired.append(rows[index])
                index += 1
            }
        }
        return paired
    }

    /// Each side with the score below it; nil where the rows are no two names above two scores.
    private static func pair(_ names: VisualRow, above scores: VisualRow) -> [VisualRow]? {
        guard scores.top - names.bottom < 2 * names.height, let sides = columns(names),
            let told = columns(scores)?.map(withoutRate),
            told[0][told[0].count - 1].right < sides[1][0].left, told[1][0].left > sides[0][sides[0].count - 1].right
        else { return nil }
        let pairs = zip(sides, told)
        guard
            pairs.allSatisfy({ side, score in
                begins(side, score) && ScoreLine(side + score, isSide: { _ in true })?.rest.isEmpty == true
            })
        else { return nil }
        return pairs.map { VisualRow($0 + $1) }
    }

    /// `129/9 (20 ov)` for `129/9 (20 ov) - R/R 6.45`
    private static func withoutRate(_ score: [PageWord]) -> [PageWord] {
        guard let rate = score.firstIndex(where: { ["r/r", "rr"].contains($0.key) }), rate > 1 else { return score }
        return Array(score[..<(score[rate - 1].isDash ? rate - 1 : rate)])
    }

    /// The words to either side of the only wide gap in a row.
    private static func columns(_ row: VisualRow) -> [[PageWord]]? {
        let gaps = row.words.indices.dropFirst().filter {
            row.words[$0].left - row.words[$0 - 1].right > 2 * row.height
        }
        guard gaps.count == 1 else { return nil }
        return [Array(row.words[..<gaps[0]]), Array(row.words[gaps[0]...])]
    }

    /// `Kent 131/5 (20)   Essex 133/3 (17)`, players in two columns below.
    private static func partedBelowScores(_ rows: [VisualRow]) -> [VisualRow] {
        for (index, row) in rows.enumerated() {
            guard let gutter = gutter(row) else { continue }
            let body = rows[index...].prefix { row in !row.words.contains { $0.left < gutter && $0.right > gutter } }
            let left = body.flatMap(\.words).filter { $0.midX < gutter }
            let right = body.flatMap(\.words).filter { $0.midX >= gutter }
            guard left.count(where: \.hasDigit) >= 6, right.count(where: \.hasDigit) >= 6 else { continue }
            return rows[..<index] + VisualRows.group(left) + VisualRows.group(right) + rows[body.endIndex...]
        }
        return rows
    }

    /// Where the second of two sides with scores begins in a row.
    private static func gutter(_ row: VisualRow) -> Double? {
        guard let first = ScoreLine(row.words, isSide: { _ in true }), first.team.value.count > 2,
            ScoreLine(first.rest, isSide: { _ in true }) != nil,
            let begin = first.rest.first(where: { $0.text.first?.isLetter == true })
        else { return nil }
        return begin.left - 0.3 * begin.height
    }

    private static func partedBelowSides(_ rows: [VisualRow]) -> [VisualRow] {
        var parted: [VisualRow] = []
        var index = 0
        while index < rows.count {
            parted.append(rows[index])
            index += 1
            guard let sides = sides(rows[index - 1]),
                let start = rows[index...].prefix(3).firstIndex(where: { innings(of: sides, in: $0)?.count == 2 })
            else { continue }
            parted += rows[index..<start]
            index = start
            while index < rows.count, let innings = innings(of: sides, in: rows[index]) {
                let players = rows[(index + 1)...].prefix {
                    Self.innings(of: sides, in: $0) == nil && halves($0, at: sides.middle) != nil
                }
                parted += innings.flatMap { side in
                    [side.row]
                        + players.compactMap { halves($0, at: sides.middle)?[side.isRight ? 1 : 0] }.map(VisualRow.init)
                        .filter { !$0.words.isEmpty }
                }
                index += 1 + players.count
            }
        }
        return parted
    }

    /// The innings that begin in a row: each side's name with its score of this row. One side alone may have batted twice.
    private static func innings(of sides: Sides, in row: VisualRow) -> [(row: VisualRow, isRight: Bool)]? {
        guard let halves = halves(row, at: sides.middle) else { return nil }
        let begun = zip([sides.left, sides.right], halves).enumerated().compactMap { number, side in
            begins(side.0, side.1) ? (VisualRow(side.0 + side.1), number == 1) : nil
        }
        return begun.count == halves.count(where: { !$0.isEmpty }) ? begun : nil
    }

    /// The words of both sides beside a `v`, and where that stands.
    private static func sides(_ row: VisualRow) -> Sides? {
        let words = row.words
        guard
            let versus = words.indices.dropFirst().dropLast().first(where: {
                ["v", "vs", "vv"].contains(words[$0].key)
            })
        else { return nil }
        var start = versus - 1
        while start > 0, words[start].left - words[start - 1].right < row.height { start -= 1 }
        return (Array(words[start..<versus]), Array(words[(versus + 1)...]), words[versus].midX)
    }

    /// The words to either side of the middle that stand nearest to it, where white space parts them. One side may have none,
    /// when a figure is in the other.
    private static func halves(_ row: VisualRow, at middle: Double) -> [[PageWord]]? {
        let height = 2 * row.height
        let halves = [row.words.filter { $0.midX < middle }, row.words.filter { $0.midX >= middle }]
        let end = halves[0].last?.right ?? -.infinity
        let start = halves[1].first?.left ?? .infinity
        let isOneSided = halves.contains(where: \.isEmpty)
        guard isOneSided ? end < middle && start > middle : start - end > height,
            !isOneSided || row.words.contains(where: \.hasDigit) || row.text.hasSuffix(")")
        else { return nil }
        guard !MatchFacts.isResult(row.words.map(\.key)) else { return nil }
        let left = halves[0].reversed().reduce(into: [PageWord]()) { kept, word in
            if kept.first.map({ $0.left - word.right < height }) ?? true { kept.insert(word, at: 0) }
        }
        let right = halves[1].reduce(into: [PageWord]()) { kept, word in
            if kept.last.map({ word.left - $0.right < height }) ?? true { kept.append(word) }
        }
        return [left, right]
    }

    private static func begins(_ side: [PageWord], _ score: [PageWord]) -> Bool {
        score.first?.hasDigit == true && ScoreLine(side + score) { _ in true } != nil
    }
}
