/// Rows of a page to be read from top to bottom.
struct PageText {
    var rows: [VisualRow]
    /// The headers of tables in these rows; nil where they have not been looked for.
    var headers: [TableHeader]?

    /// In today's form; the headers stay where nothing changes.
    func rewritten() -> PageText {
        let today = OldPrint.rewritten(rows)
        let isSame = today.count == rows.count && zip(today, rows).allSatisfy { $0.words.count == $1.words.count }
        return PageText(rows: today, headers: isSame ? headers : nil)
    }
}

/// The texts of a page: most pages are one.
enum PageParts {
    /// The texts, and whether they were taken apart by innings, each a table of its own.
    static func texts(of page: [VisualRow]) -> (texts: [PageText], areInnings: Bool) {
        if let late = LateInnings(page) {
            let others = texts(of: late.rest)
            return (others.texts + late.tables.map { PageText(rows: $0) }, others.areInnings)
        }
        if let foot = MatchFoot(page), let innings = foot.dealt(among: texts(of: foot.body).texts) {
            return (innings.map { PageText(rows: $0) }, true)
        }
        let halves = PageColumns.halves(of: page)
        if let innings = DoubleInnings.parts(of: page, in: halves) {
            return (innings.map { PageText(rows: $0).rewritten() }, true)
        }
        let headers = page.indices.flatMap { TableHeaderFinder.headers(in: page[$0], at: $0) }
        if !headers.isEmpty, halves.count == 1, let (page, aside) = PageAside.parted(page, headers: headers) {
            return ([page, aside].filter { !$0.isEmpty }.map { PageText(rows: $0) }, false)
        }
        let hasBatting = headers.contains { $0.kind == .batting }
        if hasBatting, halves.count == 1 { return ([PageText(rows: page, headers: headers).rewritten()], false) }
        let texts = PageColumns.flow(of: halves)
        let tables = hasBatting ? texts : RunInCard.tables(in: texts).map { SpacedFigures.inColumns($0) }
        return (tables.map { PageText(rows: $0).rewritten() }, false)
    }
}
