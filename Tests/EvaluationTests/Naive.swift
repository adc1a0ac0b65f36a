import Evaluation

/// Plain forms that the quick ones are held against.
enum Naive {
    static func distance(_ first: [UInt32], _ second: [UInt32]) -> Int {
        var row = Array(0...second.count)
        for (line, symbol) in first.enumerated() {
            var diagonal = row[0]
            row[0] = line + 1
            for column in second.indices {
                let above = row[column + 1]
                row[column + 1] = min(diagonal + (symbol == second[column] ? 0 : 1), above + 1, row[column] + 1)
                diagonal = above
            }
        }
        return row[second.count]
    }

    /// Least cost over every way to pair the smaller side whole.
    static func leastCost(_ costs: [[Int]], row: Int = 0, used: Set<Int> = [], skips: Int? = nil) -> Int {
        guard row < costs.count else { return 0 }
        let skips = skips ?? max(0, costs.count - costs[0].count)
        var best = Int.max
        for column in costs[row].indices where !used.contains(column) {
            let rest = leastCost(costs, row: row + 1, used: used.union([column]), skips: skips)
            if rest < .max { best = min(best, costs[row][column] + rest) }
        }
        if skips > 0 { best = min(best, leastCost(costs, row: row + 1, used: used, skips: skips - 1)) }
        return best
    }
}

extension SplitMix64 {
    mutating func symbols(_ count: Int, alphabet: Int) -> [UInt32] {
        (0..<count).map { _ in UInt32(65 + next(below: alphabet)) }
    }

    /// A copy with about `rate` of the symbols changed, lost or doubled.
    mutating func damaged(_ symbols: [UInt32], rate: Double) -> [UInt32] {
        symbols.flatMap { symbol -> [UInt32] in
            guard Double(next(below: 1_000)) < rate * 1_000 else { return [symbol] }
            switch next(below: 3) {
            case 0: return []
            case 1: return [symbol, symbol]
            default: return [UInt32(65 + next(below: 30))]
            }
        }
    }
}
