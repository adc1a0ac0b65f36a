/// The texts of a page, each to be read from top to bottom: most pages are one.
enum PageParts {
    /// The rows of each text, and whether they were taken apart by innings, each a table of its own.
    static func texts(of page: [VisualRow]) -> (texts: [[VisualRow]], areInnings: Bool) {
        let halves = PageColumns.halves(of: page)
        if let innings = DoubleInnings.parts(of: page, in: halves) { return (innings.map(OldPrint.rewritten), true) }
        if halves.count == 1, let (page, aside) = PageAside.parted(page) { return ([page, aside], false) }
        return (RunInCard.tables(in: PageColumns.flow(of: halves)).map(OldPrint.rewritten), false)
    }
}
