/// The foot of a match as annuals set it: the falls of all innings in columns, and beside them the bowling of both sides, their
/// two innings side by side behind one column of names.
struct MatchFoot {
    /// The page without the foot.
    let body: [VisualRow]
    private let falls: FallColumns
    /// By the side that batted and its innings.
    private let bowling: [[[VisualRow]]]

    /// Finds the foot; nil when there is none.
    init?(_ page: [VisualRow]) {
        let found = page.indices.lazy.compactMap { index in Self.headers(page[index], at: index).map { (index, $0) } }
        guard let (head, headers) = found.first, let left = headers.first?.left else { return nil }
        let rows = page[(head + 1)...].prefix { row in
            Self.isFall(row) || row.words.count { $0.left > left && $0.hasDigit } >= 2
        }
        let labels = rows.filter(Self.isFall).map { $0.words[0].right }
        guard labels.count >= 3, let names = Self.names(in: rows, before: left) else { return nil }
        let label = Slope.median(labels)
        let codes = page[head].words.filter { $0.left > label && $0.right < names }
        let counted = rows.first { !Self.isFall($0) && Self.isCount($0) }.map { row in
            row.words.filter { Self.ordinals.contains($0.key) }
        }
        falls = FallColumns(counted ?? codes, left: page[head].left, rows: rows.filter(Self.isFall))
        let sides = Self.sides(headers, rows)
        guard sides.count == 2, falls.count >= 2, let middle = sides[0].last?.right else { return nil }
        let lines = [page[head]] + rows
        let gutter = middle + page[head].height
        bowling = zip(sides, [(names - 1e-6, gutter), (gutter, .infinity)]).map { side, edges in
            Self.tables(side, in: lines.compactMap { $0.clipped(from: edges.0, to: edges.1) })
        }
        let start = page[..<head].suffix(2).firstIndex { $0.words[0].key == "fall" } ?? head
        body = Array(page[..<start] + page[rows.endIndex...])
    }

    /// The innings of these texts, each with its falls and the bowling against it; nil where they are not those of the foot.
    func dealt(among texts: [PageText]) -> [[VisualRow]]? {
        let parts = texts.flatMap(Self.innings)
        guard parts.count == falls.count, let first = parts.first else { return nil }
        var counts = [0, 0]
        let dealt = parts.enumerated().map { index, part in
            let isFirst = index == 0 || part.name.isEmpty && index % 2 == 0 || part.name == first.name
            let side = isFirst ? 0 : 1
            let number = counts[side]
            counts[side] += 1
            let table = bowling[side].indices.contains(number) ? bowling[side][number] : []
            let scores = falls.scores(side: side, innings: number)
            let rows = part.rows + VisualRow.titled(["Fall", "of", "wickets:"], scores) + table
            return (side: side, number: number, rows: rows)
        }
        guard counts.allSatisfy({ 1...2 ~= $0 }) else { return nil }
        // Sides that stand side by side come one after the other.
        let isBeside = dealt.count > 2 && dealt[0].side == dealt[1].side
        return (isBeside ? dealt.sorted { ($0.number, $0.side) < ($1.number, $1.side) } : dealt).map(\.rows)
    }

    /// The rows of each innings from the one that names the side, the head of the text with the first.
    private static func innings(of text: PageText) -> [(name: String, rows: [VisualRow])] {
        let headers = text.headers ?? text.rows.indices.flatMap { TableHeaderFinder.headers(in: text.rows[$0], at: $0) }
        let headed = headers.filter { $0.kind == .batting }.map { $0.label.isEmpty ? max($0.row - 1, 0) : $0.row }
        let titled = text.rows.indices.filter { index in
            let words = text.rows[index].words
            return words.count <= 8 && words.dropFirst().contains { $0.key == "innings" }
                && !words.contains(where: \.hasDigit)
        }
        // Between a title and the first batter there may be a row of heads, read or not.
        let starts = (titled + headed.filter { head in !titled.contains { $0 <= head && head <= $0 + 2 } }).sorted()
        return starts.indices.map { index in
            let end = index + 1 < starts.count ? starts[index + 1] : text.rows.count
            let name = text.rows[starts[index]].words.map(\.key).prefix { !titles.contains($0) }
            return (name.prefix(3).joined(separator: " "), Array(text.rows[(index == 0 ? 0 : starts[index])..<end]))
        }
    }

    /// What follows the name of a side above its innings: the heads of the figures too.
    private static let titles: Set = [
        "first", "second", "1st", "2nd", "innings", "r", "m", "b", "runs", "min", "mins", "balls",
    ]

    /// Two headers of bowlers and more on one row.
    private static func headers(_ row: VisualRow, at index: Int) -> [TableHeader]? {
        guard row.words.count >= 8, row.words.count(where: { $0.key == "r" }) >= 2 else { return nil }
        // `Wkt` begins the columns of the falls, which are none of a table of their own here.
        let columns = VisualRow(Array(row.words.drop { $0.key == "wkt" || $0.key == "wicket" }))
        let headers = TableHeaderFinder.headers(in: columns, at: index).filter { $0.kind == .bowling }
        return headers.count >= 2 && (headers.first?.left ?? 0) > row.left ? headers : nil
    }

    private static let ordinals: Set = ["1st", "2nd"]

    /// `Wkt 1st 1st 2nd 2nd`, alone or with the first bowler beside it.
    private static func isCount(_ row: VisualRow) -> Bool {
        row.words.count { ordinals.contains($0.key) } >= 2
    }

    /// `4th 90 216`: which wicket fell, then scores; `%h 90 216` too.
    private static func isFall(_ row: VisualRow) -> Bool {
        let label = row.words[0].text
        guard label.count <= 4, label.last.map({ "htd".contains($0) }) == true, row.words.count >= 2 else {
            return false
        }
        return NumericText.integer(row.words[1].text) != nil
    }

    /// Where the names of the bowlers begin that stand before the first header.
    private static func names(in rows: ArraySlice<VisualRow>, before left: Double) -> Double? {
        let names = rows.compactMap { row in
            row.words.dropFirst().first { !$0.hasDigit && !$0.key.isEmpty && $0.right < left }?.left
        }
        return names.count >= 2 ? names.sorted()[names.count / 8] : nil
    }

    /// The headers by sides: names stand before the first of each.
    private static func sides(_ headers: [TableHeader], _ rows: ArraySlice<VisualRow>) -> [[TableHeader]] {
        headers.reduce(into: []) { sides, header in
            guard let last = sides.last?.last else { return sides.append([header]) }
            let named = rows.count { row in
                row.words.contains {
                    $0.key.utf8.count > 2 && !$0.hasDigit && $0.midX > last.right && $0.midX < header.left
                }
            }
            if named >= 2 { sides.append([header]) } else { sides[sides.count - 1].append(header) }
        }
    }

    /// The bowling in each innings of a side: its header, then names with the figures below that.
    private static func tables(_ headers: [TableHeader], in rows: [VisualRow]) -> [[VisualRow]] {
        let edges = zip(headers, headers.dropFirst()).map { ($0.right + $1.left) / 2 }
        return headers.indices.map { index in
            let from = index == 0 ? headers[0].left - headers[0].height : edges[index - 1]
            let to = index < edges.count ? edges[index] : .infinity
            return rows.compactMap { row in
                let isName = { (word: PageWord) in
                    word.right < headers[0].left && word.text.first?.isNumber == false
                }
                let figures = row.words.filter { !isName($0) && $0.right > from && $0.midX < to }
                return figures.count < 2 ? nil : VisualRow(row.words.filter(isName) + figures)
            }
        }
    }
}
