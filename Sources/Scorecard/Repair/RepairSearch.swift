/// The cheapest ways to take figures for others so that the laws hold: exact search with branch and bound over a few
/// changed cells. Laws that share a figure are settled together, others apart.
struct RepairSearch {
    /// A figure taken for another.
    struct Change: Hashable {
        var cell: Int
        var value: Int
    }

    /// What was found for laws that hang together.
    struct Outcome {
        /// Changes on which all cheapest answers agree.
        var agreed: [Change] = []
        /// Changes of the cheapest answers that others of them do without: one of these may be meant.
        var disputed: [Change] = []
    }

    /// Answers whose costs lie within so many bits of each other tie: odds of less than eleven to one.
    package static let margin = 3.5
    private static let mostChanges = 4
    private static let mostNodes = 1500

    private let cells: [RepairCell]
    private let laws: [RepairLaw]
    private let lawsOfCell: [[Int]]
    private var values: [Int?]

    init(_ code: InningsCode) {
        cells = code.cells
        laws = code.laws
        values = code.cells.map(\.read)
        var lawsOfCell = [[Int]](repeating: [], count: cells.count)
        for (index, law) in laws.enumerated() { for cell in law.cells { lawsOfCell[cell].append(index) } }
        self.lawsOfCell = lawsOfCell
    }

    /// Settles all broken laws.
    mutating func outcomes() -> [Outcome] {
        let broken = laws.indices.filter { !laws[$0].holds(values) }
        return groups(broken).map { group in
            let outcome = settle(group, besides: Set(broken).subtracting(group))
            for change in outcome.agreed { values[change.cell] = change.value }
            return outcome
        }
    }

    /// Broken laws parted into those that share a figure which can be changed.
    private func groups(_ broken: [Int]) -> [[Int]] {
        var groups: [(laws: [Int], cells: Set<Int>)] = []
        for law in broken {
            var joined = (laws: [law], cells: Set(laws[law].cells.filter { cells[$0].isOpen }))
            groups.removeAll { group in
                guard !group.cells.isDisjoint(with: joined.cells) else { return false }
                joined = (group.laws + joined.laws, group.cells.union(joined.cells))
                return true
            }
            groups.append(joined)
        }
        return groups.map { $0.laws.sorted() }
    }

    private func settle(_ group: [Int], besides ignored: Set<Int>) -> Outcome {
        var search = Descent(search: self, ignored: ignored)
        search.descend(from: values, broken: Set(group), accepted: [], changes: [:], cost: 0)
        guard search.nodes <= Self.mostNodes else { return Outcome() }
        let near = search.answers.filter { $0.value <= search.best + Self.margin }.map(\.key)
        guard let first = near.first else { return Outcome() }
        let agreed = near.dropFirst().reduce(first) { $0.intersection($1) }
        let all = near.reduce(Set<Change>()) { $0.union($1) }
        let order: (Change, Change) -> Bool = { ($0.cell, $0.value) < ($1.cell, $1.value) }
        return Outcome(agreed: agreed.sorted(by: order), disputed: all.subtracting(agreed).sorted(by: order))
    }

    /// The state of one descent.
    private struct Descent {
        let search: RepairSearch
        let ignored: Set<Int>
        var best = Double.infinity
        var nodes = 0
        /// What each set of changes costs, the laws left broken included.
        var answers: [Set<Change>: Double] = [:]

        init(search: RepairSearch, ignored: Set<Int>) {
            self.search = search
            self.ignored = ignored
        }

        mutating func descend(
            from values: [Int?], broken: Set<Int>, accepted: Set<Int>, changes: [Int: Int], cost: Double
        ) {
            nodes += 1
            guard nodes <= RepairSearch.mostNodes, cost <= best + RepairSearch.margin else { return }
            guard let law = search.next(broken) else { return record(changes, cost) }
            let options = changes.count < RepairSearch.mostChanges ? search.options(law, values, changes) : []
            for option in options {
                var next = values
                next[option.change.cell] = option.change.value
                var stillBroken = broken
                for touched in search.lawsOfCell[option.change.cell]
                where !accepted.contains(touched) && !ignored.contains(touched) {
                    if search.laws[touched].holds(next) {
                        stillBroken.remove(touched)
                    } else {
                        stillBroken.insert(touched)
                    }
                }
                let made = changes.merging([option.change.cell: option.change.value]) { $1 }
                descend(from: next, broken: stillBroken, accepted: accepted, changes: made, cost: cost + option.cost)
            }
            descend(
                from: values, broken: broken.subtracting([law]), accepted: accepted.union([law]), changes: changes,
                cost: cost + search.laws[law].penalty)
        }

        private mutating func record(_ changes: [Int: Int], _ cost: Double) {
            best = min(best, cost)
            let key = Set(changes.map { Change(cell: $0.key, value: $0.value) })
            answers[key] = min(answers[key] ?? .infinity, cost)
        }
    }

    /// The broken law to settle next: one of few figures before a sum, which any of its figures can close.
    private func next(_ broken: Set<Int>) -> Int? {
        broken.min { one, other in
            let (first, second) = (laws[one], laws[other])
            if first.isSum != second.isSum { return !first.isSum }
            return (first.cells.count, one) < (second.cells.count, other)
        }
    }

    /// Single changes that make a law hold, the cheapest first.
    private func options(
        _ law: Int, _ values: [Int?], _ changes: [Int: Int]
    ) -> [(change: Change, cost: Double)] {
        var options: [(change: Change, cost: Double)] = []
        for cell in laws[law].cells where changes[cell] == nil && cells[cell].isOpen {
            for value in laws[law].solutions(cell, values, cells) where value != values[cell] {
                guard let cost = cells[cell].cost(of: value) else { continue }
                options.append((Change(cell: cell, value: value), cost))
            }
        }
        return options.sorted {
            ($0.cost, $0.change.cell, $0.change.value) < ($1.cost, $1.change.cell, $1.change.value)
        }
    }
}
