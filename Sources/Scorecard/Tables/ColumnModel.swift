/// Assigns the figures of a table's rows to its columns. Columns of a photographed page lean, and figures stand under
/// their header's left edge, middle or right edge; both are learned from the rows.
struct ColumnModel {
    /// A line that a column's edge or middle follows down the page.
    private struct Track {
        var edge: (PageWord) -> Double
        var x: Double
        var y: Double
        var slope: Double
        var spread: Double

        func position(at y: Double) -> Double { x + slope * (y - self.y) }
    }

    private let columns: [TableHeader.Cell]
    private let unit: Double
    /// By column, the distance to the nearest other header.
    private let pitches: [Double]
    private var tracks: [Track?]

    /// Learns the columns from rows of figures.
    init(columns: [TableHeader.Cell], rows: [[PageWord]], unit: Double) {
        let columns = ColumnShift.placed(columns, over: rows, unit: max(unit, 1))
        self.columns = columns
        self.unit = max(unit, 1)
        pitches = columns.indices.map { Self.pitch($0, of: columns, unit: max(unit, 1)) }
        tracks = Array(repeating: nil, count: columns.count)
        for _ in 0..<2 { learn(from: rows) }
    }

    private mutating func learn(from rows: [[PageWord]]) {
        var samples: [[PageWord]] = Array(repeating: [], count: columns.count)
        for row in rows {
            for (column, word) in assign(row).enumerated() {
                if let word { samples[column].append(row[word]) }
            }
        }
        tracks = samples.map { Self.track($0) }
    }

    private static func track(_ words: [PageWord]) -> Track? {
        guard words.count >= 2 else { return nil }
        let edges: [(PageWord) -> Double] = [{ $0.right }, { $0.midX }, { $0.left }]
        var best: Track?
        for edge in edges {
            let track = fit(words, edge)
            if track.spread < (best?.spread ?? .infinity) { best = track }
        }
        return best
    }

    private static func fit(_ words: [PageWord], _ edge: @escaping (PageWord) -> Double) -> Track {
        let (middles, edges) = (words.map(\.midY), words.map(edge))
        var slopes: [Double] = []
        if words.count >= 4 {
            for first in words.indices {
                for second in words.indices where middles[second] - middles[first] > 3 * words[first].height {
                    slopes.append((edges[second] - edges[first]) / (middles[second] - middles[first]))
                }
            }
        }
        let slope = slopes.count >= 4 ? Slope.median(slopes) : 0
        let y = middles[words.count / 2]
        let upright = zip(edges, middles).map { $0 - slope * ($1 - y) }
        let x = Slope.median(upright)
        let spread = upright.reduce(0) { $0 + ($1 - x).magnitude } / Double(words.count)
        return Track(edge: edge, x: x, y: y, slope: slope, spread: spread)
    }

    /// Distance of a word from a column in heights of the text.
    private func cost(_ word: PageWord, _ column: Int) -> Double {
        if let track = tracks[column] {
            return (track.edge(word) - track.position(at: word.midY)).magnitude / unit
        }
        let cell = columns[column]
        let gap = max(0, word.left - cell.right, cell.left - word.right)
        let aside = (word.midX - cell.midX).magnitude
        return min((gap + 0.3 * aside) / unit, 5 * aside / pitches[column])
    }

    /// Distance to the nearest other header: figures at the far edge of a wide column are still nearer to their own.
    private static func pitch(_ column: Int, of columns: [TableHeader.Cell], unit: Double) -> Double {
        let others = [column - 1, column + 1].filter(columns.indices.contains)
        return max(others.map { (columns[$0].midX - columns[column].midX).magnitude }.min() ?? 0, unit)
    }

    /// For each column the index of its word, or nil: the cheapest assignment that keeps the order of both.
    func assign(_ words: [PageWord]) -> [Int?] {
        let discard = 3.0
        let width = columns.count + 1
        var matches = [Double](repeating: 0, count: words.count * width)
        var costs = [Double](repeating: 0, count: (words.count + 1) * width)
        for word in stride(from: words.count - 1, through: 0, by: -1) {
            costs[word * width + columns.count] = costs[(word + 1) * width + columns.count] + discard
            for column in stride(from: columns.count - 1, through: 0, by: -1) {
                let match = cost(words[word], column) + costs[(word + 1) * width + column + 1]
                let skip = min(costs[word * width + column + 1], costs[(word + 1) * width + column] + discard)
                matches[word * width + column] = match
                costs[word * width + column] = min(match, skip)
            }
        }
        var assigned = [Int?](repeating: nil, count: columns.count)
        var (word, column) = (0, 0)
        while word < words.count, column < columns.count {
            let here = costs[word * width + column]
            if here == matches[word * width + column] {
                assigned[column] = word
                word += 1
                column += 1
            } else if here == costs[word * width + column + 1] {
                column += 1
            } else {
                word += 1
            }
        }
        return assigned
    }
}
