/// Brings columns of figures back to the height of their rows: on a page that was photographed bent, those far from the names
/// stand higher or lower than their own row, all of them by about the same.
struct ColumnDrift {
    /// Columns are looked for in strips of the page's width.
    private static let strips = 20
    private static let leastWords = 4
    /// How far a column may drift and how far its words may be apart, in heights of a word.
    private static let reach = 0.9
    private static let tolerance = 0.16

    /// How far a column stands below its rows: in the middle of the page, and how much more at its lower edge.
    private struct Drift {
        var middle = 0.0
        var lower = 0.0

        func at(_ place: Double) -> Double { middle + lower * place }
    }

    /// A word, and how far it stands below each of the lines near it.
    private struct Distances {
        /// -1 at the page's upper edge, 1 at its lower.
        var place: Double
        var values: [Double]
    }

    private let width: Double
    private let height: Double
    /// The usual height of a word in pixels.
    private let unit: Double
    /// Drifts from the smallest to the largest, as a small one is likelier.
    private let candidates: [Drift]

    /// Moves the words of columns that drifted.
    static func settle(_ words: inout [PageWord], width: Double, height: Double) {
        let unit = Slope.median(words.map(\.height))
        guard unit > 0, words.count > 20 else { return }
        ColumnDrift(width: width, height: height, unit: unit).settle(&words)
    }

    private init(width: Double, height: Double, unit: Double) {
        (self.width, self.height, self.unit) = (width, height, unit)
        let steps = stride(from: -Self.reach, through: Self.reach, by: 0.1).map { $0 * unit }
        let bends = stride(from: -0.6, through: 0.6, by: 0.15).map { $0 * unit }
        candidates = steps.flatMap { middle in bends.map { Drift(middle: middle, lower: $0) } }
            .sorted { $0.middle.magnitude + $0.lower.magnitude < $1.middle.magnitude + $1.lower.magnitude }
    }

    /// Strip by strip to the right: what one strip drifted, those behind it did as well.
    private func settle(_ words: inout [PageWord]) {
        let members = words.indices.filter { words[$0].height > 0.45 * unit }
            .sorted { words[$0].midX < words[$1].midX }
        var drift = Drift()
        var next = 0
        for strip in 0..<Self.strips {
            let end = width * Double(strip + 1) / Double(Self.strips)
            let start = next
            while next < members.count, words[members[next]].midX < end { next += 1 }
            let column = members[start..<next]
            move(column, by: drift, in: &words)
            guard start > 0, let more = self.drift(column, beside: members[..<start], words) else { continue }
            move(column, by: more, in: &words)
            drift.middle += more.middle
            drift.lower += more.lower
        }
    }

    private func move(_ column: ArraySlice<Int>, by drift: Drift, in words: inout [PageWord]) {
        for index in column {
            let distance = drift.at(place(words[index]))
            words[index].top -= distance
            words[index].bottom -= distance
        }
    }

    private func place(_ word: PageWord) -> Double { 2 * word.midY / max(height, 1) - 1 }

    /// How far the words of a strip stand below their rows, which most of them must agree on; nil when they stand on them.
    private func drift(_ column: ArraySlice<Int>, beside left: ArraySlice<Int>, _ words: [PageWord]) -> Drift? {
        let lines = left.map { words[$0].baseLine }.sorted()
        let distances = column.map { self.distances(of: words[$0], to: lines) }.filter { !$0.values.isEmpty }
        guard distances.count >= Self.leastWords, !standsBetweenLines(column, lines, words) else { return nil }
        let unmoved = self.votes(for: Drift(), distances)
        guard unmoved * 5 < distances.count * 4 else { return nil }
        var best = (votes: unmoved, drift: Drift())
        for candidate in candidates {
            let votes = self.votes(for: candidate, distances)
            if votes > best.votes { best = (votes, candidate) }
        }
        guard best.votes * 5 >= distances.count * 3, best.votes >= unmoved + 2 else { return nil }
        return best.drift
    }

    private func distances(of word: PageWord, to lines: [Double]) -> Distances {
        let base = word.baseLine
        let reach = (Self.reach + 0.6) * unit
        let first = lines.partitionIndex { $0 <= base - reach }
        return Distances(
            place: place(word), values: lines[first...].prefix { $0 < base + reach }.map { base - $0 })
    }

    /// Words of which a line stands about that far above.
    private func votes(for drift: Drift, _ distances: [Distances]) -> Int {
        distances.count { word in
            let expected = drift.at(word.place)
            return word.values.contains { ($0 - expected).magnitude <= Self.tolerance * unit }
        }
    }

    /// Whether there are about two lines to a figure: those of a phone's screen stand between the name and the dismissal.
    private func standsBetweenLines(_ column: ArraySlice<Int>, _ lines: [Double], _ words: [PageWord]) -> Bool {
        let places = column.map { words[$0].baseLine }
        guard let top = places.min(), let bottom = places.max() else { return false }
        let beside = lines.filter { $0 > top - unit && $0 < bottom + unit }
        let rows = zip(beside, beside.dropFirst()).count { $1 - $0 > 0.5 * unit } + 1
        return Double(rows) > 1.5 * Double(column.count)
    }
}

extension PageWord {
    /// Where the word stands, whatever of it reaches below the line.
    fileprivate var baseLine: Double {
        text.contains { "gjpqyQ,;()[]/|".contains($0) } ? bottom - 0.2 * height : bottom
    }
}

extension [Double] {
    /// Where the elements that satisfy the condition end; they come first.
    fileprivate func partitionIndex(_ isBefore: (Double) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if isBefore(self[middle]) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
