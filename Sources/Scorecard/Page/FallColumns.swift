/// Falls of wickets of a whole match in columns, an innings in each: `Wkt 1st 1st 2nd 2nd` over `1st 13 0 6 14`.
struct FallColumns {
    /// The left edge of the columns.
    let left: Double
    /// Scores in the order of their rows, and whether they are of first or second innings.
    private var columns: [(innings: Int, midX: Double, scores: [PageWord])]

    /// How many innings the match had.
    var count: Int { columns.count }

    /// Finds the columns; nil when there are none.
    init?(_ rows: some Collection<VisualRow>) {
        let heads = rows.lazy.compactMap { row -> (label: PageWord, columns: ArraySlice<PageWord>)? in
            guard let label = row.words.firstIndex(where: { ["wkt", "wkts", "wicket"].contains($0.key) }) else {
                return nil
            }
            let columns = row.words[(label + 1)...].prefix { $0.key == "1st" || $0.key == "2nd" }
            return columns.count >= 2 ? (row.words[label], columns) : nil
        }
        guard let head = heads.first else { return nil }
        self.init(Array(head.columns), left: head.label.left, rows: rows.filter { $0.midY > head.label.bottom })
    }

    /// - Parameter heads: of two columns and more; those that say no number, as the letters of sides, are of the first innings of
    ///   both sides, then of the second.
    init(_ heads: [PageWord], left: Double, rows: [VisualRow]) {
        self.left = left
        columns = heads.enumerated().map { index, head in
            (head.key == "1st" ? 0 : head.key == "2nd" ? 1 : index / 2, head.midX, [])
        }
        let distance = columns.count < 2 ? .infinity : (columns[1].midX - columns[0].midX) / 2
        for row in rows {
            for index in columns.indices {
                let word = row.words.first { ($0.midX - columns[index].midX).magnitude < distance }
                if let word, NumericText.integer(word.text) != nil { columns[index].scores.append(word) }
            }
        }
    }

    /// The scores at which wickets fell in a side's first or second innings, those of the side that batted first coming first.
    func scores(side: Int, innings: Int) -> [PageWord] {
        let own = columns.filter { $0.innings == innings }
        return own.indices.contains(side) ? own[side].scores : []
    }
}
