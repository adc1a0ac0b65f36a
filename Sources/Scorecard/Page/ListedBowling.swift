/// Bowlers one below the other under `Bowling` alone, `Lee 4 ov 43/3` or `Lee 2 for 43`, as the list that elsewhere runs on in a line.
enum ListedBowling {
    /// Fewer rows are no list.
    private static let fewest = 2

    /// The rows with such lists begun by their title and parted by semicolons.
    static func listed(_ rows: [VisualRow]) -> [VisualRow] {
        var rows = rows
        var index = 0
        while index + fewest < rows.count {
            defer { index += 1 }
            guard isTitle(rows[index].words) else { continue }
            let list = rows[(index + 1)...].prefix { isBowler($0.words) }
            guard list.count >= fewest else { continue }
            for row in list.indices {
                rows[row].words = rows[row].words.map { $0.key == "voor" ? $0.part("for", from: 0, to: 1) : $0 }
                rows[row].words[rows[row].words.count - 1].text += ";"
            }
            var first = VisualRow([rows[index].words[0].part("Bowling:", from: 0, to: 1)] + rows[index + 1].words)
            first.top = rows[index + 1].top
            rows.replaceSubrange(index...index + 1, with: [first])
        }
        return rows
    }

    /// `Bowling`, `Kent bowling:`, `Bowlingcijfers`
    private static func isTitle(_ words: [PageWord]) -> Bool {
        words.count <= 3 && !words.contains(where: \.hasDigit) && words.last?.key.hasPrefix("bowling") == true
    }

    private static func isBowler(_ words: [PageWord]) -> Bool {
        guard words.count >= 2, words[0].text.first?.isUppercase == true else { return false }
        let name = words.prefix { !$0.hasDigit }
        let figures = words.dropFirst(name.count).map { $0.key == "voor" ? "for" : $0.text }
        guard 1...4 ~= name.count, let last = figures.last else { return false }
        let isPair = last.split(whereSeparator: { "/-".contains($0) }).map { Int($0) }
        if figures.count == 3, figures[1] == "for" { return Int(figures[0]) != nil && Int(last) != nil }
        guard isPair.count == 2, !isPair.contains(nil) else { return false }
        return figures.count == 1 || figures.count == 3 && figures[1].lowercased().hasPrefix("ov")
    }
}
