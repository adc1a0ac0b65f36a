/// Levenshtein distance of sequences of any length (Myers 1999, in blocks of 64 rows, within a band that widens until
/// the distance fits: Ukkonen 1985).
public enum EditDistance {
    /// The least number of insertions, deletions and substitutions that turn one sequence into the other.
    public static func between(_ first: [UInt32], _ second: [UInt32]) -> Int {
        let (shorter, longer) = first.count <= second.count ? (first[...], second[...]) : (second[...], first[...])
        let (pattern, text) = withoutCommonEnds(shorter, longer)
        if pattern.isEmpty { return text.count }
        let matcher = BandedMatcher(pattern: pattern, text: text)
        let surplus = text.count - pattern.count
        var limit = surplus + 64
        while true {
            let distance = matcher.distance(within: limit)
            if distance <= limit { return distance }
            // What was found is too large or right, so a band for it is wide enough.
            limit = min(distance, surplus + (limit - surplus) * 4)
        }
    }

    private static func withoutCommonEnds(
        _ shorter: ArraySlice<UInt32>, _ longer: ArraySlice<UInt32>
    ) -> (ArraySlice<UInt32>, ArraySlice<UInt32>) {
        let start = zip(shorter, longer).prefix { $0 == $1 }.count
        let (shorter, longer) = (shorter.dropFirst(start), longer.dropFirst(start))
        let end = zip(shorter.reversed(), longer.reversed()).prefix { $0 == $1 }.count
        return (shorter.dropLast(end), longer.dropLast(end))
    }
}

/// The pattern's occurrences as bits, 64 rows a block, and the columns of the text as indices into them.
private struct BandedMatcher {
    private let patternLength: Int
    private let blocks: Int
    /// `blocks` words for every symbol of the pattern; the first row belongs to the symbols that it has not.
    private let occurrences: [UInt64]
    /// For each column, where its symbol's row starts in `occurrences`.
    private let columns: [Int]

    init(pattern: ArraySlice<UInt32>, text: ArraySlice<UInt32>) {
        patternLength = pattern.count
        let blocks = (pattern.count + 63) / 64
        let common = Set(pattern).intersection(text)
        var starts = Dictionary<UInt32, Int>(minimumCapacity: common.count)
        for symbol in common { starts[symbol] = (starts.count + 1) * blocks }
        var occurrences = [UInt64](repeating: 0, count: (common.count + 1) * blocks)
        for (row, symbol) in pattern.enumerated() {
            if let start = starts[symbol] { occurrences[start + row / 64] |= 1 << UInt64(row % 64) }
        }
        self.blocks = blocks
        self.occurrences = occurrences
        columns = text.map { starts[$0] ?? 0 }
    }

    /// The distance if it is at most `limit`; otherwise something above `limit`. What lies outside the band is taken
    /// for larger than it can be, so that a path through it never wins.
    func distance(within limit: Int) -> Int {
        let surplus = columns.count - patternLength
        let slack = (limit - surplus) / 2
        var band = Band(blocks: blocks, patternLength: patternLength)
        return occurrences.withUnsafeBufferPointer { occurrences in
            for (column, start) in columns.enumerated() {
                band.admit(upTo: min(blocks - 1, (column + slack) / 64))
                let first = max(0, column - surplus - slack) / 64
                band.advance(from: first, occurrences: occurrences, row: start)
            }
            return band.score
        }
    }
}

/// One column of the matrix: vertical differences as bits, and the value at the lowest row that is kept.
private struct Band {
    private var rises: [UInt64]
    private var falls: [UInt64]
    private let lastRows: Int
    private var last = -1
    private(set) var score = 0

    init(blocks: Int, patternLength: Int) {
        rises = [UInt64](repeating: ~0, count: blocks)
        falls = [UInt64](repeating: 0, count: blocks)
        lastRows = patternLength - (blocks - 1) * 64
    }

    /// Blocks that enter the band below start as if each of their rows cost one more.
    mutating func admit(upTo block: Int) {
        while last < block {
            last += 1
            score += rows(in: last)
        }
    }

    private func rows(in block: Int) -> Int { block == rises.count - 1 ? lastRows : 64 }

    /// Goes one column to the right (Hyyrö's form of the step), from block `first` down to the last one admitted.
    mutating func advance(from first: Int, occurrences: UnsafeBufferPointer<UInt64>, row: Int) {
        var rising: UInt64 = 1
        var falling: UInt64 = 0
        let lastShift = UInt64(rows(in: last) - 1)
        rises.withUnsafeMutableBufferPointer { rises in
            falls.withUnsafeMutableBufferPointer { falls in
                for block in first...last {
                    let (rise, fall) = (rises[block], falls[block])
                    let equal = occurrences[row + block]
                    let vertical = equal | fall
                    let matched = equal | falling
                    let horizontal = (((matched & rise) &+ rise) ^ rise) | matched
                    let up = fall | ~(horizontal | rise)
                    let down = rise & horizontal
                    let (upShifted, downShifted) = (up << 1 | rising, down << 1 | falling)
                    rises[block] = downShifted | ~(vertical | upShifted)
                    falls[block] = upShifted & vertical
                    let shift = block == last ? lastShift : 63
                    rising = up >> shift & 1
                    falling = down >> shift & 1
                }
            }
        }
        score += Int(rising) - Int(falling)
    }
}
