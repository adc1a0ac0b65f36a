/// Tells columns of figures by their number and by the laws within a row.
enum FigureColumns {
    /// The likeliest columns for these rows of figures, some of which a header may tell; empty when no usual order fits.
    ///
    /// A header of one letter may be misread: where the laws of most rows speak against one column of it, they are believed.
    static func columns(_ kind: TableKind, rows: [[Double?]], known: [Column?]? = nil) -> [Column] {
        let count = rows.first?.count ?? 0
        let known = known ?? [Column?](repeating: nil, count: count)
        var best: (order: [Column], score: Double)?
        for order in kind == .batting ? batting : bowling where order.count == count {
            let denied = zip(order, known).count { $1 != nil && $0 != $1 }
            guard denied <= 1 else { continue }
            let score = rows.reduce(0) { $0 + agreement(order, $1) } - Double(denied * rows.count)
            if score > (best?.score ?? (denied == 0 ? -.infinity : 0)) { best = (order, score) }
        }
        return best?.order ?? []
    }

    private static let batting: [[Column]] = [
        [.runs], [.runs, .balls], [.runs, .balls, .strikeRate], [.runs, .minutes, .balls], [.runs, .fours, .sixes],
        [.runs, .balls, .fours, .sixes], [.runs, .balls, .fours, .sixes, .strikeRate],
        [.runs, .balls, .strikeRate, .fours, .sixes], [.runs, .minutes, .balls, .fours, .sixes],
        [.runs, .balls, .minutes, .fours, .sixes],
        [.runs, .balls, .minutes, .fours, .sixes, .strikeRate], [.runs, .minutes, .balls, .fours, .sixes, .strikeRate],
        [.runs, .balls, .fours, .sixes, .strikeRate, .minutes],
        [.runs, .balls, .strikeRate, .minutes, .fours, .sixes],
        [.minutes, .balls, .fours, .sixes, .strikeRate, .runs], [.balls, .fours, .sixes, .strikeRate, .runs],
        [.minutes, .balls, .fours, .sixes, .runs], [.runs, .balls, .fours],
    ]
    private static let bowling: [[Column]] = [
        [.overs, .runs, .wickets],
        [.overs, .maidens, .runs, .wickets], [.overs, .maidens, .runs, .wickets, .economy],
        [.overs, .runs, .wickets, .economy], [.overs, .maidens, .runs, .wickets, .noBalls, .wides],
        [.overs, .maidens, .runs, .wickets, .wides, .noBalls],
        [.overs, .maidens, .runs, .wickets, .wides, .noBalls, .economy],
        [.overs, .maidens, .runs, .wickets, .economy, .wides, .noBalls],
        [.overs, .maidens, .runs, .wickets, .economy, .other, .other, .other, .wides],
        [.overs, .maidens, .runs, .wickets, .economy, .other, .other, .other, .wides, .noBalls],
    ]

    private static func agreement(_ order: [Column], _ row: [Double?]) -> Double {
        func value(_ column: Column) -> Double? { order.firstIndex(of: column).flatMap { row[$0] } }
        var score = 0.0
        if let runs = value(.runs), let balls = value(.balls), balls > 0, let rate = value(.strikeRate) {
            score += RowLaws.agrees(100 * runs / balls, printed: rate) ? 2 : -1
        }
        // Batters face fewer balls than they bat minutes.
        if let balls = value(.balls), let minutes = value(.minutes), balls != minutes {
            score += balls < minutes ? 0.3 : -0.3
        }
        if let runs = value(.runs), let balls = value(.balls), runs > 6 * balls { score -= 1.5 }
        if let runs = value(.runs), let fours = value(.fours), 4 * fours + 6 * (value(.sixes) ?? 0) > runs {
            score -= 1
        }
        if let runs = value(.runs), let overs = value(.overs), overs > 0, let economy = value(.economy) {
            score += (runs / overs - economy).magnitude < 0.6 ? 2 : -1
        }
        if let wickets = value(.wickets), wickets > 10 { score -= 2 }
        if let maidens = value(.maidens), let overs = value(.overs), maidens > overs { score -= 2 }
        for (column, number) in zip(order, row) {
            guard let number, number.rounded() != number else { continue }
            score += column == .strikeRate || column == .economy || column == .overs ? 0.5 : -2
        }
        return score
    }

    /// Columns as the ranges that figures of several rows share.
    static func clusters(_ rows: [[PageWord]], unit: Double) -> [(left: Double, right: Double)] {
        let words = rows.enumerated().flatMap { row, words in words.map { (row: row, word: $0) } }
            .sorted { $0.word.midX < $1.word.midX }
        var clusters: [[(row: Int, word: PageWord)]] = []
        for item in words {
            if let last = clusters.last?.last, item.word.midX - last.word.midX < 1.1 * unit {
                clusters[clusters.count - 1].append(item)
            } else {
                clusters.append([item])
            }
        }
        return clusters.flatMap(parted).filter { $0.count * 4 >= rows.count }.map { words in
            (words.map(\.left).min() ?? 0, words.map(\.right).max() ?? 0)
        }
    }

    /// A cluster in which most rows have several figures is as many columns, close to one another: `40 (23)`.
    private static func parted(_ cluster: [(row: Int, word: PageWord)]) -> [[PageWord]] {
        let rows = Dictionary(grouping: cluster, by: \.row).values.map { $0.map(\.word) }
        let counts = rows.map(\.count).sorted()
        let columns = counts[counts.count / 2]
        guard columns > 1, counts.count(where: { $0 == columns }) * 3 >= counts.count * 2 else {
            return [cluster.map(\.word)]
        }
        let whole = rows.filter { $0.count == columns }
        return (0..<columns).map { column in whole.map { $0[column] } }
    }

    /// The figures of a row by column.
    static func assign(_ row: [PageWord], to clusters: [(left: Double, right: Double)]) -> [Double?] {
        clusters.map { cluster in
            let word = row.first { $0.midX >= cluster.left && $0.midX <= cluster.right }
            return word.flatMap { NumericText.decimal($0.text)?.number }
        }
    }
}
