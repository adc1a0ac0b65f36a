internal import Recognition
internal import Tuning

/// The errors that say most about a contender: one of each of the costliest sorts, layout family by layout family.
struct TellingCells {
    struct Entry {
        let page: PageRow
        let cell: CellError
        /// Errors of its sort in its layout family and kind of input.
        let count: Int
    }

    let entries: [Entry]

    /// The sorts with the most errors that stand somewhere on a page, no layout family twice; of each a silent one if there is
    /// one. What was missed with its whole table has no place and little to show.
    init(_ pages: [PageRow], most: Int = 5) {
        var sorts: [Sort: [(page: PageRow, cell: CellError)]] = [:]
        for page in pages {
            for cell in page.cells { sorts[Sort(page, cell), default: []].append((page, cell)) }
        }
        var entries: [Entry] = []
        var layouts = Set<String>()
        let placed = { (errors: [(page: PageRow, cell: CellError)]) in errors.count { $0.cell.place != nil } }
        let ordered = sorts.sorted {
            (placed($1.value), $1.value.count, $0.key) < (placed($0.value), $0.value.count, $1.key)
        }
        for (sort, errors) in ordered
        where entries.count < most && layouts.insert(sort.layout).inserted {
            guard let example = errors.max(by: { Self.weight($0.cell) < Self.weight($1.cell) }) else { continue }
            entries.append(Entry(page: example.page, cell: example.cell, count: errors.count))
        }
        self.entries = entries
    }

    private static func weight(_ cell: CellError) -> Int {
        guard let place = cell.place else { return 0 }
        return place.isSilent ? 3 : place.confidence == nil ? 1 : 2
    }

    private struct Sort: Hashable, Comparable {
        let layout: String
        let kind: String
        let field: String
        let outcome: String

        init(_ page: PageRow, _ cell: CellError) {
            layout = page.layout
            kind = page.kind.rawValue
            field = cell.field
            outcome = cell.outcome
        }

        static func < (left: Sort, right: Sort) -> Bool {
            (left.layout, left.kind, left.field, left.outcome) < (right.layout, right.kind, right.field, right.outcome)
        }
    }
}
