extension Dismissal {
    /// Takes the words behind a wide gap for the bowler: sheets with a column of bowlers print no `b` before their names.
    mutating func takeBowlersColumn(_ words: [PageWord]) {
        guard let way = howOut, Self.ways.contains(way), words.count >= 2 else {
            return
        }
        let gaps = words.indices.dropFirst().map { (width: words[$0].left - words[$0 - 1].right, index: $0) }
        guard let widest = gaps.max(by: { $0.width < $1.width }), widest.width > 2 * words[0].height else { return }
        bowler = Array(words[widest.index...])
        fielder.removeAll { $0.left >= words[widest.index].left }
    }

    /// Ways out that are a bowler's.
    private static let ways: Set<HowOut> = [.caught, .stumped, .bowled, .lbw, .hitWicket]

    /// Takes fielder and bowler from columns of their own, each group of words for the column that it stands nearest to.
    mutating func takeColumns(_ words: [PageWord], fielder: TableHeader.Cell, bowler: TableHeader.Cell) {
        var groups: [[PageWord]] = []
        for word in words {
            if let last = groups.last?.last, word.left - last.right < 1.2 * last.height {
                groups[groups.count - 1].append(word)
            } else {
                groups.append([word])
            }
        }
        // `b MJ Leach` without a gap
        if groups[0].count > 1, howOut.map(Self.ways.contains) == true {
            groups.insert(Array(groups[0].dropFirst()), at: 1)
        }
        let ofFielder = { (group: [PageWord]) in Self.distance(group, fielder) < Self.distance(group, bowler) }
        self.fielder = groups.dropFirst().filter { ofFielder($0) }.flatMap { $0 }
        self.bowler = groups.dropFirst().filter { !ofFielder($0) }.flatMap { $0 }
        if howOut == .runOut, self.fielder.isEmpty { swap(&self.fielder, &self.bowler) }
        if howOut == .caught, !self.fielder.isEmpty, self.fielder.map(\.key) == self.bowler.map(\.key) {
            (howOut, self.fielder) = (.caughtAndBowled, [])
        }
    }

    private static func distance(_ group: [PageWord], _ cell: TableHeader.Cell) -> Double {
        guard let left = group.first?.left, let right = group.last?.right else { return .infinity }
        return min((left - cell.left).magnitude, ((left + right) / 2 - cell.midX).magnitude)
    }
}
