/// Tables in which every row says its side, `1 Punjab Kings  Arya  c Stubbs b Rahman  6 9`, as programs write one table for a
/// whole match: taken apart into a table for each side, with the side above it.
struct SideColumn {
    private static let heads: Set<String> = ["team", "side", "country", "club", "innings", "inns", "name"]
    private static let players: Set<String> = [
        "batter", "batsman", "batters", "batsmen", "bowler", "bowlers", "player",
    ]
    /// Fewer rows make no such table, and fewer together no side.
    private static let fewest = (rows: 4, together: 2)

    private struct Side {
        var name: [PageWord]
        var rows: [VisualRow]
        var text: String { name.map(\.text).joined(separator: " ") }
    }

    private let head: VisualRow
    private let rows: Range<Int>
    private var sides: [Side] = []

    /// The rows of a page with such tables taken apart.
    static func parted(_ page: [VisualRow]) -> [VisualRow] {
        var parted: [VisualRow] = []
        var shift = 0.0
        var next = 0
        while next < page.count {
            if let table = SideColumn(page, at: next) {
                parted += table.written(&shift)
                next = table.rows.upperBound
            } else {
                parted.append(page[next].moved(across: 0, down: shift))
                next += 1
            }
        }
        return parted
    }

    /// Nil where the head of no such table begins in this row.
    private init?(_ page: [VisualRow], at start: Int) {
        guard page[start].words.contains(where: { Self.heads.contains($0.key) || Self.players.contains($0.key) }) else {
            return nil
        }
        let lines = page[start...].prefix(3).prefix { row in
            !row.words.contains(where: Self.isFigure) && row.midY - page[start].midY < 3.5 * page[start].height
        }
        let words = lines.flatMap(\.words).sorted { $0.left < $1.left }
        guard words.count >= 5, let player = words.first(where: { Self.players.contains($0.key) }),
            let side = words.last(where: { $0.right < player.left && Self.heads.contains($0.key) })
        else { return nil }
        let body = page[lines.endIndex...].prefix { !$0.words.contains { Self.players.contains($0.key) } }
        let full = body.filter(Self.isFull)
        guard full.count >= Self.fewest.rows, let gutter = Self.gutter(in: full, from: side.midX, to: player.midX)
        else { return nil }
        guard let end = body.indices.last(where: { Self.isFull(page[$0]) && !Self.side(page[$0], gutter).isEmpty })
        else { return nil }
        head = VisualRow(words.filter { $0.midX > gutter })
        rows = start..<min(end + 2, body.endIndex)
        for row in body[..<rows.upperBound] {
            let figures = full.min { ($0.midY - row.midY).magnitude < ($1.midY - row.midY).magnitude } ?? row
            add(row, of: Self.side(figures, gutter), gutter)
        }
        let names = sides.map(\.text)
        guard sides.allSatisfy({ $0.rows.count(where: Self.isFull) >= Self.fewest.together }),
            !names.isEmpty, Set(names).count == names.count
        else { return nil }
    }

    private static func isFigure(_ word: PageWord) -> Bool { word.hasDigit && !["4s", "6s"].contains(word.key) }
    private static func isFull(_ row: VisualRow) -> Bool { row.words.count(where: isFigure) >= 3 }

    /// The middle of the widest gap between two places that no word of the rows reaches into.
    private static func gutter(in rows: [VisualRow], from: Double, to: Double) -> Double? {
        let words = rows.flatMap(\.words).filter { $0.right > from && $0.left < to }.sorted { $0.left < $1.left }
        var (reach, best) = (from, (width: 0.0, middle: 0.0))
        for word in words {
            if word.left - reach > best.width { best = (word.left - reach, (word.left + reach) / 2) }
            reach = max(reach, word.right)
        }
        return best.width > 0.5 * (rows.first?.height ?? 0) ? best.middle : nil
    }

    /// What a row says of its side, without the numbers of rows and innings.
    private static func side(_ row: VisualRow, _ gutter: Double) -> [PageWord] {
        row.words.filter { $0.midX < gutter && !isFigure($0) }
    }

    /// Adds a row, or a line of one that is printed in several, which belongs to the nearest that has the figures.
    private mutating func add(_ row: VisualRow, of name: [PageWord], _ gutter: Double) {
        let rest = VisualRow(row.words.filter { $0.midX > gutter })
        guard !rest.words.isEmpty else { return }
        let side = Side(name: name, rows: [])
        if !name.isEmpty, sides.last?.text != side.text { sides.append(side) }
        if !sides.isEmpty { sides[sides.count - 1].rows.append(rest) }
    }

    /// The tables one below the other, each moved down to make room for its side and its head.
    private func written(_ shift: inout Double) -> [VisualRow] {
        var written: [VisualRow] = []
        for side in sides {
            let top = (side.rows.first?.top ?? 0) + shift
            let room = head.height
            let title = VisualRow(side.name)
            written.append(title.moved(across: 0, down: top + room - title.top))
            written.append(head.moved(across: 0, down: top + 3 * room - head.top))
            shift += 5 * room
            written += side.rows.map { [shift] in $0.moved(across: 0, down: shift) }
        }
        return written
    }
}
