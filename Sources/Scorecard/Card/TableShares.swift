/// Which table belongs to which innings, one to each, by how well each suits each.
struct TableShares {
    /// By table; nil where others suit every innings better.
    private(set) var innings: [Int?]

    /// - Parameter scores: by table and innings, more where they suit each other better.
    init(_ scores: [[Double]]) {
        innings = scores.map { _ in nil }
        share(scores)
        while exchange(scores) {}
    }

    /// The best pairs first, the first of equals before others.
    private mutating func share(_ scores: [[Double]]) {
        let pairs = scores.indices.flatMap { table in scores[table].indices.map { (table: table, innings: $0) } }
        let ordered = pairs.sorted {
            let (one, other) = (scores[$0.table][$0.innings], scores[$1.table][$1.innings])
            return one != other ? one > other : ($0.table, $0.innings) < ($1.table, $1.innings)
        }
        for pair in ordered where innings[pair.table] == nil && !innings.contains(pair.innings) {
            innings[pair.table] = pair.innings
        }
    }

    /// A best pair may leave others worse: two tables change places where both together suit better so.
    private mutating func exchange(_ scores: [[Double]]) -> Bool {
        for one in innings.indices {
            for other in innings.indices.dropFirst(one + 1) {
                guard let mine = innings[one], let theirs = innings[other] else { continue }
                let gain = scores[one][theirs] + scores[other][mine] - scores[one][mine] - scores[other][theirs]
                if gain > 1e-9 {
                    innings.swapAt(one, other)
                    return true
                }
            }
        }
        return false
    }
}
