/// The part of a page that belongs to one table: its header and the rows below it, up to the next table.
struct TableSection {
    var header: TableHeader
    /// Rows below the header, cut to the table's width.
    var rows: [VisualRow]
    var left: Double
    var right: Double
    var bottom: Double
    var page: Int
}

/// Cuts a page into sections, side by side or one below the other.
struct PageSections {
    let rows: [VisualRow]
    let headers: [TableHeader]
    /// Four innings have eight tables, and a page break may cut each in two.
    private static let mostTables = 24

    /// - Parameter open: the header of the last table of the page before, which may go on here.
    init(_ text: PageText, open: TableHeader? = nil) {
        rows = text.rows
        var headers =
            text.headers ?? rows.indices.flatMap { [rows] in TableHeaderFinder.headers(in: rows[$0], at: $0) }
        if let open, let header = ContinuedTable.header(open, rows: rows, above: headers.map(\.row).min()) {
            headers.append(header)
        }
        headers += HeadlessTables.headers(in: rows, besides: headers)
        self.headers = Array(headers.sorted { $0.row < $1.row }.prefix(Self.mostTables))
    }

    /// The sections in order of their headers, from top to bottom and left to right.
    func sections(page: Int) -> [TableSection] {
        let across = fallsAcross()
        return headers.indices.map { index in
            var header = headers[index]
            let end = endRow(of: index)
            let bounds = bounds(of: index)
            let clipped = (min(header.bodyRow, end)..<end).compactMap { index in
                let row = self.rows[index]
                guard across.contains(index) else { return row.clipped(from: bounds.left, to: bounds.right) }
                return row.left > bounds.left ? row : nil
            }
            let (printed, rows) = ScoreSheet.withoutStrips(
                header, TableMargin.cleared(Self.withoutAside(clipped, header), header: header))
            header = printed
            HeaderCompletion.dropScraps(&header, over: rows)
            let body = RaggedRows.aligned(rows, under: header)
            if header.isPrinted { HeaderCompletion.complete(&header, body) }
            return TableSection(
                header: header, rows: body, left: bounds.left, right: bounds.right,
                bottom: body.last?.bottom ?? header.bottom, page: page)
        }
    }

    /// The rows of a fall of wickets set across the page, `Fall of wickets 1 2 3 ...` over a score each or in lines of text: no
    /// table beside cuts them.
    private func fallsAcross() -> Set<Int> {
        var across = linesOfFalls()
        for (index, row) in rows.enumerated().dropLast() {
            guard let title = SectionKeywords.leading(row.words), title.keyword == .fallOfWickets else { continue }
            let numbers = row.words.dropFirst(title.count).map(\.text)
            guard numbers.count >= 3, numbers == (1...numbers.count).map(String.init),
                rows[index + 1].words.dropFirst().allSatisfy(\.hasDigit)
            else { continue }
            across.formUnion([index, index + 1])
        }
        return across
    }

    /// Long lines of falls without a gap, `Fall of wickets: 1-12 (Lee), 2-40 (Fox), ...`, and where they go on.
    private func linesOfFalls() -> Set<Int> {
        var lines: Set<Int> = []
        for (index, row) in rows.enumerated() {
            let goesOn =
                lines.contains(index - 1) && SectionKeywords.leading(row.words) == nil
                && rows[index - 1].words.last.map { ",-(".contains($0.text.last ?? " ") || !$0.text.hasSuffix(")") }
                    == true
            let begins = row.words.count > 8 && SectionKeywords.leading(row.words)?.keyword == .fallOfWickets
            guard begins || goesOn else { continue }
            let hasGap = zip(row.words, row.words.dropFirst()).contains { $1.left - $0.right > 1.5 * row.height }
            if !hasGap { lines.insert(index) }
        }
        return lines
    }

    /// Without rows that stand right of the table: the labels of a chart, a list of partnerships.
    private static func withoutAside(_ rows: [VisualRow], _ header: TableHeader) -> [VisualRow] {
        guard header.cells.last?.column.isText == false, header.cells.count > 3 else { return rows }
        return rows.filter { $0.left < header.right + 1.5 * header.height }
    }

    /// Rows above the header that no table claims, cut to its width, the nearest first.
    func rowsAbove(_ section: TableSection, limit: Double) -> [VisualRow] {
        rows[..<section.header.row].reversed().prefix { $0.midY > limit }
            .compactMap { $0.clipped(from: section.left, to: section.right) }
    }

    private func overlapInX(_ one: TableHeader, _ other: TableHeader) -> Bool {
        left(of: one) < other.right && left(of: other) < one.right
    }

    /// Where a table begins: at the header of its names, or where that is missing at the names themselves.
    private func left(of header: TableHeader) -> Double {
        if header.cells.first?.column.isText == true { return header.left }
        if let label = header.label.first { return min(label.left, header.left) }
        let beside = headers.filter { $0.row == header.row && $0.right < header.left }
        if let neighbour = beside.map(\.right).max() { return neighbour + 1 }
        return min(rows.indices.contains(header.bodyRow) ? rows[header.bodyRow].left : header.left, header.left)
    }

    private func endRow(of index: Int) -> Int {
        let below = headers.filter { $0.row > headers[index].row && overlapInX($0, headers[index]) }
        return below.map(\.row).min() ?? rows.count
    }

    /// The bounds to left and right: half-way into the white gap that parts this table from one beside it.
    private func bounds(of index: Int) -> (left: Double, right: Double) {
        let header = headers[index]
        let end = endRow(of: index)
        var left = -Double.infinity
        var right = Double.infinity
        for other in headers.indices where other != index && !overlapInX(headers[other], header) {
            let first = max(header.row, headers[other].row)
            let last = min(end, endRow(of: other))
            guard first < last else { continue }
            if headers[other].left > header.left {
                right = min(right, gap(after: header, before: headers[other], rows: first..<last))
            } else {
                left = max(left, gap(after: headers[other], before: header, rows: first..<last))
            }
        }
        return (left, right)
    }

    /// The middle of the first gap behind the left table's last column that hardly a row crosses.
    private func gap(after header: TableHeader, before next: TableHeader, rows range: Range<Int>) -> Double {
        let from = header.cells.last?.midX ?? header.right
        let to = next.cells.first?.midX ?? next.left
        guard to > from else { return (from + to) / 2 }
        var edges: [(x: Double, change: Int)] = []
        for row in rows[range] {
            for word in row.words where word.right > from && word.left < to {
                edges.append((word.left, 1))
                edges.append((word.right, -1))
            }
        }
        edges.sort { $0.x < $1.x }
        let allowed = range.count / 12
        var open = 0
        var start = from
        for edge in edges + [(to, 1)] {
            let wasOpen = open > allowed
            if !wasOpen, edge.x - start > 0.8 * header.height { return (start + edge.x) / 2 }
            open += edge.change
            if wasOpen, open <= allowed { start = max(from, edge.x) }
        }
        return (header.right + next.left) / 2
    }
}
