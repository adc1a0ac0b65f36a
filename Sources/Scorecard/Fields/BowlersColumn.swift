extension Dismissal {
    /// Takes the words behind a wide gap for the bowler: sheets with a column of bowlers print no `b` before their names.
    mutating func takeBowlersColumn(_ words: [PageWord]) {
        guard let way = howOut, [.caught, .stumped, .bowled, .lbw, .hitWicket].contains(way), words.count >= 2 else {
            return
        }
        let gaps = words.indices.dropFirst().map { (width: words[$0].left - words[$0 - 1].right, index: $0) }
        guard let widest = gaps.max(by: { $0.width < $1.width }), widest.width > 2 * words[0].height else { return }
        bowler = Array(words[widest.index...])
        fielder.removeAll { $0.left >= words[widest.index].left }
    }
}
