/// Pages of a match in progress set careers and spells beside the scores of those at the crease: `This bowler`, `Last 5 ovs`,
/// `This spell`, which are no columns of a card.
enum LiveColumns {
    /// The rows without those columns, and without what is told of the last overs, of the partnership and of rates.
    static func cleared(_ rows: [VisualRow]) -> [VisualRow] {
        guard rows.contains(where: { edge(of: $0) != nil }) else { return rows }
        var cleared: [VisualRow] = []
        var limit: Double?
        for printed in rows where !isOfMoment(printed.words) {
            let row = VisualRow(Array(printed.words.prefix { $0.key != "partnership" }))
            limit = edge(of: row) ?? (row.words.count(where: \.hasDigit) >= 4 ? limit : nil)
            guard let limit else {
                cleared.append(row)
                continue
            }
            let kept = row.words.filter { $0.left < limit - 0.3 * row.height }
            if !kept.isEmpty { cleared.append(VisualRow(kept)) }
        }
        return cleared
    }

    /// `Last 5 ovs 51/3 RR 10.20`, `India RR (6.78) 6.76`, `Current partnership 13 runs`, `Umpire reviews remaining`.
    private static func isOfMoment(_ words: [PageWord]) -> Bool {
        let keys = words.map(\.key)
        return keys.contains("reviews") || ["current", "recent", "partnership", "refresh"].contains(keys[0])
            || keys[0] == "last" && keys.contains("ovs") || keys.count <= 5 && keys.contains("rr")
    }

    /// Where such columns begin in a row of heads; nil in other rows.
    private static func edge(of row: VisualRow) -> Double? {
        guard
            let this = row.words.indices.dropFirst(4).dropLast().first(where: {
                row.words[$0].key == "this" && ["bowler", "spell"].contains(row.words[$0 + 1].key)
            }), row.words[..<this].count(where: { HeaderWords.term($0.key) != nil }) >= 4
        else { return nil }
        return row.words[this].left
    }
}
