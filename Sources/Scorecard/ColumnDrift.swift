/// Brings columns of figures back to the height of their rows: on a page that was photographed bent, those far from the names
/// stand higher or lower than their own row, all of them by about the same.
enum ColumnDrift {
    /// Columns are looked for in strips of the page's width.
    private static let strips = 20
    /// The page is taken in bands from top to bottom, as a bend is not the same everywhere.
    private static let bands = 3
    private static let leastWords = 4

    /// Moves the words of columns that drifted.
    static func settle(_ words: inout [PageWord], width: Double, height: Double) {
        let unit = Slope.median(words.map(\.height))
        guard unit > 0, words.count > 20 else { return }
        for band in 0..<bands {
            let range = height * Double(band) / Double(bands)..<height * Double(band + 1) / Double(bands)
            let members = words.indices.filter { range.contains(words[$0].midY) && words[$0].height > 0.45 * unit }
                .sorted { words[$0].midX < words[$1].midX }
            settle(members, in: &words, width: width, unit: unit)
        }
    }

    /// Strip by strip to the right: what one strip drifted, those behind it did as well.
    private static func settle(_ members: [Int], in words: inout [PageWord], width: Double, unit: Double) {
        var drift = 0.0
        var next = 0
        for strip in 0..<strips {
            let end = width * Double(strip + 1) / Double(strips)
            let start = next
            while next < members.count, words[members[next]].midX < end { next += 1 }
            let column = members[start..<next]
            for index in column { words[index].move(by: -drift) }
            guard start > 0, let more = self.drift(column, beside: members[..<start], words, unit: unit) else {
                continue
            }
            for index in column { words[index].move(by: -more) }
            drift += more
        }
    }

    /// How far the words of a strip stand below their rows; nil when they stand on them or not all alike.
    private static func drift(
        _ column: ArraySlice<Int>, beside left: ArraySlice<Int>, _ words: [PageWord], unit: Double
    ) -> Double? {
        let heights = left.map { words[$0].midY }.sorted()
        let distances = column.compactMap { index -> Double? in
            let place = words[index].midY
            let above = heights.partitionIndex { $0 < place }
            let near = [above - 1, above].filter(heights.indices.contains).map { place - heights[$0] }
                .min { $0.magnitude < $1.magnitude }
            return near.flatMap { $0.magnitude < 0.9 * unit ? $0 : nil }
        }
        guard distances.count >= leastWords, !standsBetweenLines(column, heights, words, unit: unit) else { return nil }
        let middle = Slope.median(distances)
        let spread = Slope.median(distances.map { ($0 - middle).magnitude })
        return middle.magnitude > 0.28 * unit && spread < 0.16 * unit ? middle : nil
    }

    /// Whether there are about two lines to a figure: those of a phone's screen stand between the name and the dismissal.
    private static func standsBetweenLines(
        _ column: ArraySlice<Int>, _ heights: [Double], _ words: [PageWord], unit: Double
    ) -> Bool {
        let places = column.map { words[$0].midY }
        guard let top = places.min(), let bottom = places.max() else { return false }
        let beside = heights.filter { $0 > top - unit && $0 < bottom + unit }
        let lines = zip(beside, beside.dropFirst()).count { $1 - $0 > 0.5 * unit } + 1
        return Double(lines) > 1.5 * Double(column.count)
    }
}

extension PageWord {
    fileprivate mutating func move(by distance: Double) {
        top += distance
        bottom += distance
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
