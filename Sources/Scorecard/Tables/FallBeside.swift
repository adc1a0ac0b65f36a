/// Tables of the falls of wickets that stand beside the bowling, in the same rows.
struct FallBeside {
    /// The columns of the falls, and where they begin or end beside the bowling.
    private struct Header {
        var words: [PageWord]
        var edge: Double
        var isLeft: Bool
        /// The row they stand in.
        var row: Int
    }

    private let rows: [VisualRow]
    private let unit: Double

    /// The rows with such tables below the bowling instead.
    static func parted(_ rows: [VisualRow]) -> [VisualRow] {
        let beside = FallBeside(rows: rows, unit: TextUnit.of(rows))
        var parted: [VisualRow] = []
        var index = 0
        while index < rows.count {
            guard let table = beside.table(at: index) else {
                parted.append(rows[index])
                index += 1
                continue
            }
            parted += table.bowling + table.falls
            index += table.count
        }
        return parted
    }

    /// The rows of the table of falls whose header stands in this row, those of the bowling, and how many rows both take.
    private func table(at index: Int) -> (bowling: [VisualRow], falls: [VisualRow], count: Int)? {
        guard let header = header(in: rows[index], at: index) ?? headerBelowTitle(at: index) else { return nil }
        let isFall = { (word: PageWord) in header.isLeft ? word.midX < header.edge : word.midX > header.edge }
        var falls: [VisualRow] = []
        var bowling = [VisualRow(rows[index].words.filter { !isFall($0) })]
        var next = index + 1
        while next < rows.count, falls.count < 10 {
            let words = next == header.row ? [] : rows[next].words.filter(isFall)
            let rest = rows[next].words.filter { !isFall($0) }
            // A speck between the rows ends no table.
            if rows[next].words.count == 1, rows[next].words[0].key.utf8.count <= 1 {
                next += 1
                continue
            }
            let isRow = words.isEmpty ? rest.count(where: \.hasDigit) >= 3 : words.contains(where: \.hasDigit)
            // `Over 1 2 3` begins another table.
            guard isRow, !TableHeaderFinder.hasBatting(in: rows[next...next]),
                SectionKeywords.leading(rows[next].words) == nil,
                rows[next].words[0].key.utf8.count < 4 || HeaderWords.term(rows[next].words[0].key) == nil
            else { break }
            if !words.isEmpty { falls.append(VisualRow(words)) }
            if !rest.isEmpty { bowling.append(VisualRow(rest)) }
            next += 1
        }
        guard falls.count >= (header.words.count >= 3 ? 1 : 2), let first = header.words.first else { return nil }
        let title = VisualRow([first.part("Fall", from: 0, to: 1)])
        let shift = min(0, bowling[0].left - first.left)
        let moved = ([title, VisualRow(header.words)] + falls).map { Self.moved($0, by: shift) }
        return (bowling, moved, next - index)
    }

    /// The row further left, where the table above it begins.
    private static func moved(_ row: VisualRow, by shift: Double) -> VisualRow {
        VisualRow(
            row.words.map { word in
                var word = word
                (word.left, word.right) = (word.left + shift, word.right + shift)
                return word
            })
    }

    /// The header of falls beside one of bowling in the same row.
    private func header(in row: VisualRow, at index: Int) -> Header? {
        if let numbered = numbered(in: row, at: index) { return numbered }
        guard row.words.contains(where: { $0.key == "score" || $0.key == "runs" }),
            let bowling = TableHeaderFinder.headers(in: row, at: index).first(where: { $0.kind == .bowling })
        else { return nil }
        let left = row.words.filter { $0.right <= bowling.left }.drop { Self.title.contains($0.key) }
        if FallTable(header: Array(left)) != nil, let last = left.last {
            return Header(words: Array(left), edge: (last.right + bowling.left) / 2, isLeft: true, row: index)
        }
        let right = Self.withScores(row.words.filter { $0.left > bowling.left })
        guard
            let start = right.firstIndex(where: { $0.key == "wkt" && $0.left > bowling.right })
                ?? right.firstIndex(where: { $0.key == "score" }),
            FallTable(header: Array(right[start...])) != nil
        else { return nil }
        return Header(words: Array(right[start...]), edge: right[start].left - 0.7 * unit, isLeft: false, row: index)
    }

    /// `Fall of wickets` behind the header of the bowling, `1 A Lee 64` and `2 B Ray 118` below it.
    private func numbered(in row: VisualRow, at index: Int) -> Header? {
        guard let fall = FallTable.title(in: row.words), fall + 3 == row.words.count, index + 2 < rows.count,
            case let (heads, title) = (VisualRow(Array(row.words[..<fall])), Array(row.words[fall...])), fall > 0,
            TableHeaderFinder.headers(in: heads, at: index).contains(where: { $0.kind == .bowling })
        else { return nil }
        let edge = title[0].left - unit
        let below = rows[(index + 1)...(index + 2)].map { $0.words.filter { $0.midX > edge } }
        guard below.map({ Int($0.first?.text ?? "") }) == [1, 2],
            below.allSatisfy({ $0.count >= 3 && Int($0.last?.text ?? "") != nil })
        else { return nil }
        return Header(words: title, edge: edge, isLeft: false, row: index)
    }

    /// `Fall of wicket  Batsman`: the scores stand below the title.
    private static func withScores(_ words: [PageWord]) -> [PageWord] {
        guard let fall = FallTable.title(in: words), fall + 4 == words.count else { return words }
        return words[..<fall] + [words[fall].part("Score", from: 0, to: 1)] + words[(fall + 3)...]
    }

    /// The same where a title stands beside the header of the bowling and the columns beside its first row.
    private func headerBelowTitle(at index: Int) -> Header? {
        guard index + 1 < rows.count, let score = rows[index + 1].words.last(where: { $0.key == "score" }),
            TableHeaderFinder.headers(in: rows[index], at: index).contains(where: { $0.kind == .bowling }),
            let title = rows[index].words.last, title.right > score.left
        else { return nil }
        let row = rows[index + 1].words
        guard let figure = row.last(where: \.hasDigit), figure.right < score.left else { return nil }
        let behind = row.filter { $0.left > figure.right }
        // The last figure of the bowling may have been misread.
        for start in behind.indices.prefix(2) where behind.count >= start + 3 {
            let words = Array(behind[start...])
            guard FallTable(header: words) != nil else { continue }
            let edge = (start > 0 ? behind[start - 1] : figure).right
            return Header(words: words, edge: (edge + words[0].left) / 2, isLeft: false, row: index + 1)
        }
        return nil
    }

    private static let title: Set<String> = ["fall", "of", "wickets", "wicket", "wkts", "fow"]
}
