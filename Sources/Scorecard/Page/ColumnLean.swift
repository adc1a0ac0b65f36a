/// Sets columns upright: on a page that was photographed from below or from one side they lean, and those of its left edge
/// otherwise than those of its right.
struct ColumnLean {
    /// Round by round: how far below a word the next of its column is looked for, in heights of a word.
    private static let windows: [ClosedRange<Double>] = [0.8...2.5, 2.5...6, 6...14, 14...30]
    /// How far beside its place in the column a word may begin or end, in heights of a word.
    private static let tolerance = 0.35
    private static let leastSteps = 40

    /// The words from top to bottom, as numbers alone: all pairs of them are looked at.
    private struct Places {
        let middles: [Double]
        /// Where words begin, and where they end.
        let edges: [[Double]]
        /// -1 at the page's left edge, 1 at its right. Boxes of a hostile page may lie anywhere.
        let across: [Double]
        let unit: Double

        init(_ words: [PageWord], width: Double, unit: Double) {
            let words = words.sorted { $0.midY < $1.midY }
            middles = words.map(\.midY)
            edges = [words.map(\.left), words.map(\.right)]
            across = words.map { ColumnLean.u($0, width: width) }
            self.unit = unit
        }

        /// Behind the last word from `first` on that lies no lower than `bottom`.
        func end(below bottom: Double, from first: Int) -> Int {
            var (first, end) = (first, middles.count)
            while first < end {
                let middle = (first + end) / 2
                if middles[middle] > bottom { end = middle } else { first = middle + 1 }
            }
            return end
        }
    }

    /// From a word to one of its column below it: how far down and to the right, in pixels.
    private struct Step {
        var u: Double
        var down: Double
        var right: Double
    }

    /// Pixels to the right for each down, in the middle of the page and how much more at its right edge.
    private var middle = 0.0
    private var more = 0.0
    private let width: Double
    private let height: Double

    /// Moves the words to where upright columns would have them.
    static func straighten(_ words: inout [PageWord], width: Double, height: Double) {
        let unit = Slope.median(words.map(\.height))
        guard unit > 0, words.count > 40, let lean = ColumnLean(words, width: width, height: height, unit: unit)
        else { return }
        for index in words.indices {
            let shift = lean.at(u(words[index], width: lean.width)) * (words[index].midY - height / 2)
            words[index].left -= shift
            words[index].right -= shift
        }
    }

    /// Nil where the columns do not lean by as much as a word is high, or too few words stand in any.
    private init?(_ words: [PageWord], width: Double, height: Double, unit: Double) {
        (self.width, self.height) = (max(width, 1), height)
        let places = Places(words, width: self.width, unit: unit)
        for round in Self.windows.indices {
            let steps = steps(in: places, within: Self.windows[0].lowerBound...Self.windows[round].upperBound)
            guard steps.count >= Self.leastSteps else { return nil }
            fit(steps, unit: unit)
        }
        let most = max((middle - more).magnitude, (middle + more).magnitude) * height / 2
        guard most > unit, most < width / 4, isUpright(places) else { return nil }
    }

    /// Whether clearly more words stand in columns that lean so than in upright ones: ragged text fits any lean a little.
    private func isUpright(_ places: Places) -> Bool {
        var upright = self
        (upright.middle, upright.more) = (0, 0)
        return Double(aligned(places)) > 1.3 * Double(upright.aligned(places))
    }

    /// Words that have one far below exactly in their column.
    private func aligned(_ places: Places) -> Int {
        places.middles.indices.count { index in
            places.edges.contains { edge in
                let far =
                    step(from: index, along: edge, in: places, within: Self.windows[2])
                    ?? step(from: index, along: edge, in: places, within: Self.windows[3])
                return far.map { ($0.right - at($0.u) * $0.down).magnitude < 0.15 * places.unit } == true
            }
        }
    }

    private func at(_ u: Double) -> Double { middle + more * u }

    private static func u(_ word: PageWord, width: Double) -> Double { min(max(2 * word.midX / width - 1, -1), 1) }

    private func steps(in places: Places, within window: ClosedRange<Double>) -> [Step] {
        places.middles.indices.flatMap { index in
            places.edges.compactMap { step(from: index, along: $0, in: places, within: window) }
        }
    }

    /// To the farthest word of the column in the window, which is in heights of a word.
    private func step(
        from index: Int, along edge: [Double], in places: Places, within window: ClosedRange<Double>
    ) -> Step? {
        let (top, start, u) = (places.middles[index], edge[index], places.across[index])
        let (lean, tolerance) = (at(u), Self.tolerance * places.unit)
        let (nearest, farthest) = (window.lowerBound * places.unit, window.upperBound * places.unit)
        var next = places.end(below: top + farthest, from: index + 1)
        while next > index + 1 {
            next -= 1
            let (down, right) = (places.middles[next] - top, edge[next] - start)
            if down < nearest { return nil }
            if (right - lean * down).magnitude < tolerance { return Step(u: u, down: down, right: right) }
        }
        return nil
    }

    /// Least squares, reweighted by how far a word is from its place (Beaton and Tukey 1974).
    private mutating func fit(_ steps: [Step], unit: Double) {
        var spread = Self.tolerance * unit
        for _ in 0..<5 {
            var (one, cross, square, sum, product) = (0.0, 0.0, 0.0, 0.0, 0.0)
            for step in steps {
                let distance = (step.right - at(step.u) * step.down) / (2 * spread)
                guard distance.magnitude < 1 else { continue }
                let forgiving = (1 - distance * distance) * (1 - distance * distance)
                let weight = forgiving * step.down * step.down
                one += weight
                cross += weight * step.u
                square += weight * step.u * step.u
                sum += forgiving * step.down * step.right
                product += forgiving * step.down * step.right * step.u
            }
            let determinant = one * square - cross * cross
            guard determinant > 1e-9 * one * one else { return }
            middle = (sum * square - product * cross) / determinant
            more = (one * product - cross * sum) / determinant
            spread = max(0.08 * unit, spread * 0.7)
        }
    }
}
