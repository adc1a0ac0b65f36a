/// The names behind `Did not bat`, in running text, in columns or one below the other.
struct DidNotBatList {
    private(set) var words: [PageWord] = []
    /// The row with the title.
    private var title: VisualRow?

    /// Begins the list behind its title.
    mutating func begin(_ names: [PageWord], in row: VisualRow) {
        words += names
        title = row
    }

    /// Adds a row that goes on with the list.
    mutating func add(_ row: VisualRow) { words += row.words }

    /// Whether a row goes on with the list.
    /// - Parameters:
    ///   - last: the row above it; nil where there is none.
    ///   - isClose: whether it stands near that one.
    ///   - isWrapped: whether that one filled its line.
    func goesOn(in row: VisualRow, below last: VisualRow?, isClose: Bool, isWrapped: Bool) -> Bool {
        guard !row.words.contains(where: \.hasDigit) else { return false }
        if let last, areNamesInColumns(row, below: last) || isName(row, below: last) { return true }
        guard isClose else { return false }
        return words.isEmpty || isWrapped || words.last?.text.hasSuffix(",") == true
            || row.words.contains { $0.text.hasSuffix(",") }
    }

    /// Names without commas in columns below `Yet to bat`.
    private func areNamesInColumns(_ row: VisualRow, below last: VisualRow) -> Bool {
        guard areNames(row, below: last) else { return false }
        let gaps = zip(row.words, row.words.dropFirst()).map { $1.left - $0.right }
        return gaps.contains { $0 > 1.5 * row.height }
    }

    /// A name that stands below another, both to the right of the title above them.
    private func isName(_ row: VisualRow, below last: VisualRow) -> Bool {
        guard let title, row.left > title.left + row.height, row.words.count <= 5, areNames(row, below: last) else {
            return false
        }
        return words.isEmpty || last.top > title.top && (row.left - last.left).magnitude < 0.6 * row.height
    }

    private func areNames(_ row: VisualRow, below last: VisualRow) -> Bool {
        guard row.top - last.bottom < 2.5 * row.height, !words.contains(where: { $0.text.hasSuffix(",") }),
            HeaderWords.term(row.words[0].key) == nil, SectionKeywords.leading(row.words) == nil
        else { return false }
        return row.words.allSatisfy {
            $0.text.first?.isUppercase == true || NameText.particles.contains($0.text) || $0.text.hasPrefix("(")
        }
    }
}
