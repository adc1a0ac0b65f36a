/// Words that stand on one line of sight, left to right, whatever lines the engine saw.
struct VisualRow {
    var words: [PageWord]
    var top: Double
    var bottom: Double

    var midY: Double { (top + bottom) / 2 }
    var height: Double { bottom - top }
    var left: Double { words.first?.left ?? 0 }
    var right: Double { words.reduce(0) { max($0, $1.right) } }
    var text: String { words.map(\.text).joined(separator: " ") }

    /// The row's words whose middle lies between the bounds; nil when there are none.
    func clipped(from left: Double, to right: Double) -> VisualRow? {
        let inside = words.filter { $0.midX >= left && $0.midX < right }
        return inside.isEmpty ? nil : VisualRow(inside)
    }

    init(_ words: [PageWord]) {
        self.words = words
        top = words.reduce(.infinity) { min($0, $1.top) }
        bottom = words.reduce(-.infinity) { max($0, $1.bottom) }
    }
}

/// Groups the words of a page into rows.
enum VisualRows {
    /// Rows from top to bottom.
    static func group(_ words: [PageWord]) -> [VisualRow] {
        let typical = Slope.median(words.map(\.height))
        guard typical > 0 else { return [] }
        var groups: [Group] = []
        let order = words.indices.sorted { words[$0].midY < words[$1].midY }
        // Dots and dashes are too low to say where their line is; they join the lines that the others make.
        for index in order where words[index].height >= 0.45 * typical { join(words[index], at: index, &groups) }
        for index in order where words[index].height < 0.45 * typical { joinSmall(words[index], at: index, &groups) }
        return groups.map { group in VisualRow(group.members.map { words[$0] }.sorted { $0.left < $1.left }) }
            .sorted { $0.midY < $1.midY }
    }

    private struct Group {
        var members: [Int]
        var midY: Double
        var height: Double
    }

    private static func join(_ word: PageWord, at index: Int, _ groups: inout [Group]) {
        if let near = nearest(to: word.midY, among: groups),
            (groups[near].midY - word.midY).magnitude < 0.45 * min(word.height, groups[near].height)
        {
            let count = Double(groups[near].members.count)
            groups[near].midY += (word.midY - groups[near].midY) / (count + 1)
            groups[near].height += (word.height - groups[near].height) / (count + 1)
            groups[near].members.append(index)
        } else {
            groups.append(Group(members: [index], midY: word.midY, height: word.height))
        }
    }

    private static func joinSmall(_ word: PageWord, at index: Int, _ groups: inout [Group]) {
        if let near = nearest(to: word.midY, among: groups),
            (groups[near].midY - word.midY).magnitude < 0.75 * groups[near].height
        {
            groups[near].members.append(index)
        } else {
            groups.append(Group(members: [index], midY: word.midY, height: word.height))
        }
    }

    private static func nearest(to midY: Double, among groups: [Group]) -> Int? {
        // Words come from top to bottom, so that only the last few groups can be near, save for the small words.
        groups.indices.min { (groups[$0].midY - midY).magnitude < (groups[$1].midY - midY).magnitude }
    }
}
