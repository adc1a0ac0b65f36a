internal import Corpus
internal import Recognition
internal import Scorecard

/// The values of a truth with the places where they stand: those that were kept with it, else those where our reader found
/// the same cell.
struct PlacedTruth {
    /// A value on a page.
    struct Value: Equatable {
        var path: String
        var text: String
        var place: CardBoxes.Place
        /// What the reader read there, where it is something else.
        var readAs: String?
    }

    private(set) var placed: [Value] = []
    /// Values that nobody knows the place of.
    private(set) var homeless: [(path: String, text: String)] = []

    init(_ truth: Scorecard, kept: CardBoxes?, reading: ScorecardReading) {
        let fields = Dictionary(reading.fields.map { ($0.path, $0) }) { first, _ in first }
        let rows = RowMatch(truth, reading.card)
        for leaf in truth.leaves {
            guard let text = Self.text(leaf) else { continue }
            let field = fields[rows.path(of: leaf.path)]
            let readAs = field.flatMap { Self.text(CardLeaf(path: leaf.path, value: $0.value)) }.flatMap {
                $0 == text ? nil : $0
            }
            if let place = kept?.places[leaf.path] ?? field.flatMap(Self.place) {
                placed.append(Value(path: leaf.path, text: text, place: place, readAs: readAs))
            } else {
                homeless.append((leaf.path, text))
            }
        }
    }

    private static func place(_ field: FieldReading) -> CardBoxes.Place? {
        field.box.map { CardBoxes.Place(page: field.page, box: $0) }
    }

    private static func text(_ leaf: CardLeaf) -> String? {
        switch leaf.value {
        case .null, .bool(false): nil
        case .bool(true): marks[leaf.path.split(separator: "/").last ?? "", default: "yes"]
        case .integer(let number): String(number)
        case .decimal(let number): number == number.rounded() ? String(Int(number)) : String(number)
        case .text(let text): text
        }
    }

    private static let marks: [Substring: String] = ["captain": "(c)", "keeper": "(wk)", "declared": "dec"]

    /// What a page shows at each place: values of one box side by side, and nothing twice that a dismissal says already.
    func marks(on page: Int) -> [Value] {
        let said = Set(placed.filter { $0.path.hasSuffix("/dismissal") }.map { $0.path.dropLast("dismissal".count) })
        var marks: [Value] = []
        for value in placed where value.place.page == page {
            let row = value.path.dropLast(value.path.split(separator: "/").last?.count ?? 0)
            let follows = ["/how_out", "/fielder", "/bowler"].contains { value.path.hasSuffix($0) }
            if follows, value.readAs == nil, said.contains(row) { continue }
            if let at = Self.neighbour(of: value, row: String(row), among: marks) {
                marks[at].text += " " + value.text
                marks[at].path += ", " + value.path
            } else {
                marks.append(value)
            }
        }
        return marks
    }

    /// The mark that a value goes beside: the name of a captain or keeper, else what has the same box.
    private static func neighbour(of value: Value, row: String, among marks: [Value]) -> Int? {
        let player = row + "player"
        let isNameMark = value.path == row + "captain" || value.path == row + "keeper"
        return marks.firstIndex { mark in
            isNameMark && (mark.path == player || mark.path.hasPrefix(player + ","))
                || mark.place == value.place && (mark.readAs == nil) == (value.readAs == nil)
        }
    }
}

/// Which row of a reading shows which row of the truth: a row that was not read moves all that follow.
struct RowMatch {
    private var paths: [String: String] = [:]

    init(_ truth: Scorecard, _ read: Scorecard) {
        for (index, innings) in truth.innings.enumerated() where read.innings.indices.contains(index) {
            let other = read.innings[index]
            add("innings/\(index)/batting/", innings.batting.map(\.player), other.batting.map(\.player))
            add("innings/\(index)/bowling/", innings.bowling.map(\.player), other.bowling.map(\.player))
            add(
                "innings/\(index)/fall_of_wickets/", innings.fallOfWickets.map { $0.wicket.map(String.init) },
                other.fallOfWickets.map { $0.wicket.map(String.init) })
        }
    }

    private mutating func add(_ table: String, _ rows: [String?], _ read: [String?]) {
        var taken: Set<Int> = []
        for (row, name) in rows.enumerated() {
            guard let name, let match = read.indices.first(where: { read[$0] == name && !taken.contains($0) }) else {
                continue
            }
            taken.insert(match)
            paths[table + "\(row)"] = table + "\(match)"
        }
        for row in rows.indices where paths[table + "\(row)"] == nil && !taken.contains(row) {
            paths[table + "\(row)"] = table + "\(row)"
        }
    }

    /// The reading's path of a leaf of the truth; one that no row shows leads nowhere.
    func path(of leaf: String) -> String {
        let parts = leaf.split(separator: "/")
        guard parts.count == 5 else { return leaf }
        return (paths[parts.dropLast().joined(separator: "/")] ?? "") + "/" + parts[4]
    }
}
