/// The texts of a page, each to be read from top to bottom: most pages are one.
enum PageParts {
    /// The rows of each text, and whether they were taken apart by innings, each a table of its own.
    static func texts(of page: [VisualRow]) -> (texts: [[VisualRow]], areInnings: Bool) {
        let halves = PageColumns.halves(of: page)
        if let innings = DoubleInnings.parts(of: page, in: halves) { return (innings.map(OldPrint.rewritten), true) }
        let headers = page.indices.flatMap { TableHeaderFinder.headers(in: page[$0], at: $0) }
        let hasBatting = headers.contains { $0.kind == .batting }
        if hasBatting, halves.count == 1, let (page, aside) = PageAside.parted(page, headers: headers) {
            return ([page, aside], false)
        }
        let texts = PageColumns.flow(of: halves)
        return ((hasBatting ? texts : RunInCard.tables(in: texts)).map(OldPrint.rewritten), false)
    }
}
