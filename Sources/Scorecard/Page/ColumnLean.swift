/// Sets columns upright: on a page that was photographed from below or from one side they lean, and those of its left edge
/// otherwise than those of its right.
struct ColumnLean {
    /// Round by round: how far below a word the next of its column is looked for, in heights of a word.
    private static let windows: [ClosedRange<Double>] = [0.8...2.5, 2.5...6, 6...14, 14...30]
    /// How far beside its place in the column a word may begin or end, in heights of a word.
    private static let tolerance = 0.35
    private static let leastSteps = 40

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
            let shift = lean.at(lean.u(words[index])) * (words[index].midY - height / 2)
            words[index].left -= shift
            words[index].right -= shift
        }
    }

    /// Nil where the columns do not lean by as much as a word is high, or too few words stand in any.
    private init?(_ words: [PageWord], width: Double, height: Double, unit: Double) {
        (self.width, self.height) = (max(width, 1), height)
        let words = words.sorted { $0.midY < $1.midY }
        for round in Self.windows.indices {
            let windows = Self.windows[...round].reversed()
            let steps = words.indices.flatMap { self.steps(from: $0, in: words, windows: Array(windows), unit: unit) }
            guard steps.count >= Self.leastSteps else { return nil }
            fit(steps, unit: unit)
        }
        let most = max((middle - more).magnitude, (middle + more).magnitude) * height / 2
        guard most > unit, most < width / 4, isUpright(words, unit: unit) else { return nil }
    }

    /// Whether clearly more words stand in columns that lean so than in upright ones: ragged text fits any lean a little.
    private func isUpright(_ words: [PageWord], unit: Double) -> Bool {
        var upright = self
        (upright.middle, upright.more) = (0, 0)
        return Double(aligned(words, unit: unit)) > 1.3 * Double(upright.aligned(words, unit: unit))
    }

    /// Words that have one far below exactly in their column.
    private func aligned(_ words: [PageWord], unit: Double) -> Int {
        words.indices.count { index in
            let steps = self.steps(from: index, in: words, windows: [Self.windows[2], Self.windows[3]], unit: unit)
            return steps.contains { ($0.right - at($0.u) * $0.down).magnitude < 0.15 * unit }
        }
    }

    private func at(_ u: Double) -> Double { middle + more * u }

    /// -1 at the page's left edge, 1 at its right. Boxes of a hostile page may lie anywhere.
    private func u(_ word: PageWord) -> Double { min(max(2 * word.midX / width - 1, -1), 1) }

    /// To the farthest word of the first window that has one, for where words begin and where they end.
    private func steps(
        from index: Int, in words: [PageWord], windows: [ClosedRange<Double>], unit: Double
    ) -> [Step] {
        let word = words[index]
        let lean = at(u(word))
        return [\PageWord.left, \PageWord.right].compactMap { edge in
            windows.lazy.compactMap { window in
                words[(index + 1)...].prefix { $0.midY - word.midY <= window.upperBound * unit }.last {
                    let down = $0.midY - word.midY
                    let stray = $0[keyPath: edge] - word[keyPath: edge] - lean * down
                    return down >= window.lowerBound * unit && stray.magnitude < Self.tolerance * unit
                }
            }.first.map {
                Step(u: u(word), down: $0.midY - word.midY, right: $0[keyPath: edge] - word[keyPath: edge])
            }
        }
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
