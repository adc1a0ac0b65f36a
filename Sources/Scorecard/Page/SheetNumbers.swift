/// The numbers of a spreadsheet's rows, which a picture of its window shows to the left of the cells.
enum SheetNumbers {
    /// Batters are eleven and wickets ten; a longer count is that of rows.
    private static let fewest = 14

    /// The rows of a page without such numbers.
    static func cleared(_ rows: [VisualRow]) -> [VisualRow] {
        let numbers = rows.map { row in row.words.first.flatMap { $0.text.utf8.count <= 4 ? Int($0.text) : nil } }
        guard counted(numbers) >= fewest else { return rows }
        let rights = zip(rows, numbers).compactMap { row, number in number == nil ? nil : row.words.first?.right }
        let edge = Slope.median(rights) + 0.5 * (rows.first?.height ?? 0)
        return rows.compactMap { row in
            guard let first = row.words.first, first.right <= edge, first.text.count <= 3 else { return row }
            return row.words.count > 1 ? VisualRow(Array(row.words.dropFirst())) : nil
        }
    }

    /// The longest count upwards, a number now and then unread.
    private static func counted(_ numbers: [Int?]) -> Int {
        var (longest, current, last) = (0, 0, 0)
        for case let number? in numbers where number != last {
            current = number == last + 1 || number == last + 2 && current > 0 ? current + 1 : 1
            last = number
            longest = max(longest, current)
        }
        return longest
    }
}
