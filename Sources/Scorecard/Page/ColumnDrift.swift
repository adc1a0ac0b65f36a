/// Brings columns of figures back to the height of their rows: on a page that was photographed bent, those far from the names
/// stand higher or lower than their own row, all of them by about the same.
struct ColumnDrift {
    /// Columns are looked for in strips of the page's width.
    private static let strips = 20
    private static let leastWords = 4
    /// How far a column may drift and how far its words may be apart, in heights of a word.
    private static let reach = 0.9
    private static let tolerance = 0.16
    /// How far from a figure the lines of its row may be, in heights of a word.
    private static let beside = 1.4
    private static let step = 0.1

    /// How far a column stands below its rows: in the middle of the page, and how much more at its lower edge.
    private struct Drift {
        var middle = 0.0
        var lower = 0.0

        var size: Double { middle.magnitude + lower.magnitude }

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
    private let isLevel: Bool
    /// The drifts that are tried.
    private let middles: [Double]
    private let lowers: [Double]
    /// By word, whether part of it reaches below its line.
    private let descends: [Bool]

    /// Moves the words of columns that drifted.
    /// - Parameter isLevel: whether no line of the page slopes, as on a screen's.
    static func settle(_ words: inout [PageWord], width: Double, height: Double, isLevel: Bool) {
        let unit = Slope.median(words.map(\.height))
        guard unit > 0, words.count > 20 else { return }
        ColumnDrift(words, width: width, height: height, unit: unit, isLevel: isLevel).settle(&words)
    }

    private init(_ words: [PageWord], width: Double, height: Double, unit: Double, isLevel: Bool) {
        (self.width, self.height, self.unit, self.isLevel) = (width, height, unit, isLevel)
        descends = words.map(\.descends)
        middles = stride(from: -Self.reach, through: Self.reach, by: Self.step).map { $0 * unit }
        lowers = stride(from: -1.2, through: 1.2, by: 0.15).map { $0 * unit }
    }

    /// Strip by strip to the right: what one strip drifted, those behind it did as well.
    private func settle(_ words: inout [PageWord]) {
        let members = words.indices.filter { words[$0].height > 0.45 * unit }
            .sorted { words[$0].midX < words[$1].midX }
        var drift = Drift()
        var next = 0
        // The heights at which the words of the strips to the left stand, from top to bottom.
        var left: [Double] = []
        for strip in 0..<Self.strips {
            let end = width * Double(strip + 1) / Double(Self.strips)
            let start = next
            while next < members.count, words[members[next]].midX < end { next += 1 }
            let column = members[start..<next]
            move(column, by: drift, in: &words)
            if start > 0, let more = self.drift(column, beside: left, words) {
                move(column, by: more, in: &words)
                drift.middle += more.middle
                drift.lower += more.lower
            }
            left = (left + column.map { baseLine(words, $0) }).sorted()
        }
    }

    /// Where the word stands, whatever of it reaches below the line.
    private func baseLine(_ words: [PageWord], _ index: Int) -> Double {
        descends[index] ? words[index].bottom - 0.2 * words[index].height : words[index].bottom
    }

    private func move(_ column: ArraySlice<Int>, by drift: Drift, in words: inout [PageWord]) {
        for index in column {
            let distance = drift.at(place(words[index]))
            words[index].top -= distance
            words[index].bottom -= distance
        }
    }

    /// Boxes of a hostile page may lie anywhere.
    private func place(_ word: PageWord) -> Double { min(max(2 * word.midY / max(height, 1) - 1, -1), 1) }

    /// How far the words of a strip stand below their rows, which most of them must agree on; nil when they stand on them.
    ///
    /// - Parameter left: where the words to the left stand, from top to bottom.
    private func drift(_ column: ArraySlice<Int>, beside left: [Double], _ words: [PageWord]) -> Drift? {
        let lines = distinct(left)
        let bases = column.map { baseLine(words, $0) }
        let distances = zip(column, bases).map { self.distances(of: words[$0], base: $1, to: lines) }
            .filter { !$0.values.isEmpty }
        guard distances.count >= Self.leastWords, !standsBetweenLines(bases, lines) else { return nil }
        let unmoved = distances.count { $0.values.contains { $0.magnitude <= Self.tolerance * unit } }
        guard unmoved * 5 < distances.count * 4 else { return nil }
        let best = likeliest(distances)
        guard best.votes * 5 >= distances.count * 3, best.votes >= unmoved + 2 else { return nil }
        return best.drift
    }

    /// The drift that most words agree on, the smallest of several.
    private func likeliest(_ distances: [Distances]) -> (votes: Int, drift: Drift) {
        var best = (votes: 0, drift: Drift())
        for lower in lowers {
            for (votes, middle) in zip(votes(distances, lower: lower), middles) where votes >= best.votes {
                let drift = Drift(middle: middle, lower: lower)
                if votes > best.votes || drift.size < best.drift.size { best = (votes, drift) }
            }
        }
        return best
    }

    /// For each drift in the middle the words of which a line stands about that far above.
    private func votes(_ distances: [Distances], lower: Double) -> [Int] {
        var votes = [Int](repeating: 0, count: middles.count)
        var voter = [Int](repeating: -1, count: middles.count)
        let (step, origin) = (Self.step * unit, -Self.reach * unit)
        for (index, word) in distances.enumerated() {
            for value in word.values {
                let place = value - lower * word.place - origin
                let first = max(Int(((place - Self.tolerance * unit) / step).rounded(.up)), 0)
                let last = min(Int(((place + Self.tolerance * unit) / step).rounded(.down)), middles.count - 1)
                guard first <= last else { continue }
                for middle in first...last where voter[middle] != index {
                    voter[middle] = index
                    votes[middle] += 1
                }
            }
        }
        return votes
    }

    /// One of the heights that lie as good as together: a row has many words.
    private func distinct(_ heights: [Double]) -> [Double] {
        heights.reduce(into: []) { kept, height in
            if height - (kept.last ?? -.infinity) > 0.06 * unit { kept.append(height) }
        }
    }

    private func distances(of word: PageWord, base: Double, to lines: [Double]) -> Distances {
        let reach = (Self.reach + 1.2) * unit
        let first = lines.partitionIndex { $0 <= base - reach }
        return Distances(
            place: place(word), values: lines[first...].prefix { $0 < base + reach }.map { base - $0 })
    }

    /// Whether there are about two lines to a figure: those of a phone's screen stand between the name and the dismissal.
    private func standsBetweenLines(_ column: [Double], _ lines: [Double]) -> Bool {
        let column = column.sorted()
        guard let top = column.first, let bottom = column.last else { return false }
        // On a bent page batters who did not bat have no figures.
        let beside = lines.filter { line in
            guard !isLevel else { return line > top - unit && line < bottom + unit }
            let next = column.partitionIndex { $0 < line - Self.beside * unit }
            return next < column.count && column[next] < line + Self.beside * unit
        }
        let rows = zip(beside, beside.dropFirst()).count { $1 - $0 > 0.5 * unit } + 1
        return Double(rows) > 1.5 * Double(column.count)
    }
}

extension PageWord {
    /// Whether a letter or a sign of the word reaches below its line.
    fileprivate var descends: Bool { text.utf8.contains { Self.descenders.contains($0) } }

    private static let descenders = Array("gjpqyQ,;()[]/|".utf8)
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
