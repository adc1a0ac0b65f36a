internal import Recognition

/// Falls of wickets that batters' rows end with, `Hill c Lee b Fox 16 (44) FOW: 37-1`, as a line of their own below the table.
enum FallsInRows {
    /// Fewer rows with a fall make no such table.
    private static let fewest = 3

    static func gathered(_ rows: [VisualRow]) -> [VisualRow] {
        guard rows.count(where: { mark(in: $0.words) != nil }) >= fewest else { return rows }
        var gathered: [VisualRow] = []
        var falls: [(wicket: Int, words: [PageWord])] = []
        var below = 0
        for row in rows {
            guard let mark = mark(in: row.words) else {
                // Extras and total stand below the batters.
                below += 1
                if below > 2 { gathered += line(&falls) }
                gathered.append(row)
                continue
            }
            below = 0
            gathered.append(VisualRow(Array(row.words[..<mark])))
            if let fall = fall(row.words, mark: mark) { falls.append(fall) }
        }
        return gathered + line(&falls)
    }

    /// The keyword behind a batter's figures.
    private static func mark(in words: [PageWord]) -> Int? {
        words.indices.dropFirst(3).first {
            words[$0].key == "fow" && words[$0].text.hasSuffix(":") && $0 + 2 >= words.count
        }
    }

    /// `37-1` as it is and `265ao` as `265-10`, with the batter in brackets behind it.
    private static func fall(_ words: [PageWord], mark: Int) -> (wicket: Int, words: [PageWord])? {
        guard mark + 1 < words.count, let end = DismissalParser.start(in: words, from: 1) else { return nil }
        let printed = words[mark + 1]
        let score = printed.part(printed.text.replacing("ao", with: "-10"), from: 0, to: 1)
        guard let wicket = score.text.split(separator: "-").dropFirst().first.flatMap({ Int($0) }), wicket <= 10
        else { return nil }
        var name = words[..<end].map { word in
            word.part(word.text.filter { !"*\u{2020}()".contains($0) }, from: 0, to: 1)
        }
        name[0].text = "(" + name[0].text
        name[name.count - 1].text += "),"
        return (wicket, [score] + name)
    }

    private static func line(_ falls: inout [(wicket: Int, words: [PageWord])]) -> [VisualRow] {
        defer { falls = [] }
        return VisualRow.titled(["Fall", "of", "wickets:"], falls.sorted { $0.wicket < $1.wicket }.flatMap(\.words))
    }
}
