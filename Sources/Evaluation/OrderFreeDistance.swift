/// Edits between two texts whose words (runs between spaces) may stand in any order: equal words are paired first, the
/// others by least total distance, and a space more or less counts like any grapheme.
enum OrderFreeDistance {
    /// Words left over are assigned exactly up to this many a side; a page with more is divided by length of word.
    private static let blockSize = 256
    private static let space: UInt32 = 0x20

    static func between(_ reference: [UInt32], _ hypothesis: [UInt32]) -> Int {
        let (referenceWords, hypothesisWords) = (reference.split(separator: space), hypothesis.split(separator: space))
        let (missing, surplus) = leftOver(referenceWords, hypothesisWords)
        var edits = abs(referenceWords.count - hypothesisWords.count)
        let blocks = (max(missing.count, surplus.count) + blockSize - 1) / blockSize
        for block in 0..<blocks {
            edits += leastDistance(share(block, of: blocks, missing), share(block, of: blocks, surplus))
        }
        return edits
    }

    /// What each side has that the other has not, the longest words first.
    private static func leftOver(
        _ first: [ArraySlice<UInt32>], _ second: [ArraySlice<UInt32>]
    ) -> ([ArraySlice<UInt32>], [ArraySlice<UInt32>]) {
        var balance: [ArraySlice<UInt32>: Int] = [:]
        for word in first { balance[word, default: 0] += 1 }
        for word in second { balance[word, default: 0] -= 1 }
        func words(_ sign: Int) -> [ArraySlice<UInt32>] {
            balance.filter { $0.value * sign > 0 }
                .flatMap { Array(repeating: $0.key, count: abs($0.value)) }
                .sorted { $0.count != $1.count ? $0.count > $1.count : $0.lexicographicallyPrecedes($1) }
        }
        return (words(1), words(-1))
    }

    private static func share(
        _ block: Int, of blocks: Int, _ words: [ArraySlice<UInt32>]
    ) -> ArraySlice<ArraySlice<UInt32>> {
        words[words.count * block / blocks..<words.count * (block + 1) / blocks]
    }

    /// Pairing two words never costs more than leaving both, so the shorter list is paired whole.
    private static func leastDistance(
        _ first: ArraySlice<ArraySlice<UInt32>>, _ second: ArraySlice<ArraySlice<UInt32>>
    ) -> Int {
        let (fewer, more) = first.count <= second.count ? (first, second) : (second, first)
        let unpaired = more.reduce(0) { $0 + $1.count }
        let costs = fewer.map { word in more.map { distance(word, $0) - $0.count } }
        let pairs = Assignment.leastCost(costs)
        return zip(costs, pairs).reduce(unpaired) { sum, pair in sum + (pair.1.map { pair.0[$0] } ?? 0) }
    }

    /// Two rows of the matrix are quicker than bits for words this short.
    private static func distance(_ first: ArraySlice<UInt32>, _ second: ArraySlice<UInt32>) -> Int {
        var row = Array(0...second.count)
        for (line, symbol) in first.enumerated() {
            var diagonal = row[0]
            row[0] = line + 1
            for (column, other) in second.enumerated() {
                let substituted = diagonal + (symbol == other ? 0 : 1)
                diagonal = row[column + 1]
                row[column + 1] = min(substituted, diagonal + 1, row[column] + 1)
            }
        }
        return row[second.count]
    }
}
