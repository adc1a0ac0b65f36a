/// A leaf with its values normalised once; a row is compared with every other row of its table.
struct PreparedLeaf {
    let leaf: Leaf
    /// What identifies it among the leaves of its row.
    let key: String
    let value: String?
    let accepted: [String]

    init(_ leaf: Leaf, profile: NormalizationProfile, byPath: Bool) {
        self.leaf = leaf
        key = byPath ? leaf.path : Self.column(of: leaf.path)
        let value = leaf.value.map(profile.normalize) ?? ""
        self.value = value.isEmpty ? nil : value
        accepted = leaf.accepted.map(profile.normalize)
    }

    /// The value if the page was read for it.
    var readValue: String? { leaf.derived ? nil : value }

    func accepts(_ read: String) -> Bool { value == read || accepted.contains(read) }

    /// `runs` of `innings/0/batting/3/runs`, `total/runs` of `innings/0/total/runs`.
    private static func column(of path: String) -> String {
        let parts = path.split(separator: "/")
        guard let number = parts.lastIndex(where: { Int($0) != nil }) else { return path }
        return parts[(number + 1)...].joined(separator: "/")
    }
}

/// How much two parts of a card have in common.
struct Agreement {
    /// Fields that are right.
    var fields = 0
    /// Edits between their texts; decides between pairings with equally many right fields.
    var edits = 0

    static func + (left: Agreement, right: Agreement) -> Agreement {
        Agreement(fields: left.fields + right.fields, edits: left.edits + right.edits)
    }
}

/// Leaves that stand together.
struct PreparedRow {
    let leaves: [PreparedLeaf]
    private let byKey: [String: PreparedLeaf]
    private let symbols: [UInt32]

    init(_ leaves: [PreparedLeaf] = []) {
        self.leaves = leaves
        byKey = Dictionary(leaves.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
        symbols = SymbolTable.codePoints(of: leaves.compactMap(\.readValue).joined(separator: " "))
    }

    func agreement(with found: PreparedRow) -> Agreement {
        let right = leaves.count { leaf in
            guard leaf.value != nil, let read = found.byKey[leaf.key]?.readValue else { return false }
            return leaf.accepts(read)
        }
        return Agreement(fields: right, edits: EditDistance.between(symbols, found.symbols))
    }

    /// Two rows cell by cell.
    struct Comparison {
        private(set) var cells: [CellOutcome] = []

        init(truth: PreparedRow, found: PreparedRow) {
            for leaf in truth.leaves { add(leaf, found.byKey[leaf.key]) }
            for leaf in found.leaves where truth.byKey[leaf.key] == nil { addInvented(leaf) }
        }

        private mutating func add(_ truth: PreparedLeaf, _ found: PreparedLeaf?) {
            guard truth.value != nil else {
                if let found { addInvented(found) }
                return
            }
            let outcome: FieldOutcome =
                if let read = found?.readValue { truth.accepts(read) ? .right : .wrong } else { .missed }
            cells.append(
                CellOutcome(
                    path: truth.leaf.path, foundPath: found?.leaf.path, kind: truth.leaf.kind, outcome: outcome,
                    expected: truth.leaf.value, found: found?.leaf.value))
        }

        private mutating func addInvented(_ found: PreparedLeaf) {
            guard found.readValue != nil else { return }
            cells.append(
                CellOutcome(
                    path: found.leaf.path, foundPath: found.leaf.path, kind: found.leaf.kind, outcome: .invented,
                    expected: nil, found: found.leaf.value))
        }
    }
}

/// One innings, table by table.
struct PreparedInnings {
    enum Table: CaseIterable {
        case batting, bowling, fallOfWickets, didNotBat

        /// Rows right are counted where a reader of the card sees rows.
        var countsRows: Bool { self == .batting || self == .bowling }
    }

    var single = PreparedRow()
    var tables: [Table: [PreparedRow]] = [:]

    subscript(table: Table) -> [PreparedRow] { tables[table] ?? [] }
}

/// Elements of a truth and of what was read, two by two.
struct Pairing<Element> {
    /// In the order of the truth; those without a partner in the truth at the end.
    private(set) var pairs: [(first: Element?, second: Element?)] = []
    private(set) var agreement = Agreement()

    /// The pairing with the most agreement in all (assignment problem, not greedy). One right field outweighs any
    /// number of edits; between equal texts the nearer place wins.
    static func best(
        _ truth: [Element], _ found: [Element], agreement: (Element, Element) -> Agreement
    ) -> Pairing {
        let agreements = truth.map { expected in found.map { agreement(expected, $0) } }
        let costs = agreements.enumerated().map { row, line in
            line.enumerated().map { column, agreement in
                min(agreement.edits, 9_999) * 100 + min(abs(row - column), 99) - agreement.fields * 100_000_000
            }
        }
        var pairing = Pairing()
        var unpaired = Set(found.indices)
        for (row, column) in Assignment.leastCost(costs).enumerated() {
            pairing.pairs.append((truth[row], column.map { found[$0] }))
            guard let column else { continue }
            unpaired.remove(column)
            pairing.agreement = pairing.agreement + agreements[row][column]
        }
        for column in unpaired.sorted() { pairing.pairs.append((nil, found[column])) }
        return pairing
    }
}
