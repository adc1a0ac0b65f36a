internal import Tuning

/// Every figure, kind by kind.
struct KindSection {
    let section: ReportSection?

    init(_ result: StudyResult) {
        section = ReportSection(
            id: "kinds", title: "Every figure by kind of input",
            intro: [
                "CER is the character error rate on grapheme clusters, sum of edits by sum of characters, beside it the "
                    + "mean of the documents' rates, the rate on code points to compare with other tools, and the rate "
                    + "when words may stand in any order, which leaves the layout's share out. Closing cards are those "
                    + "whose hard laws all hold as read."
            ], tables: [Self.table(result)])
    }

    private static func table(_ result: StudyResult) -> HTMLTable {
        let split = result.evidenceSplit
        var table = HTMLTable(
            caption: "\(split.rawValue.uppercasedFirst) split",
            columns: [
                .text("setting"), .number("fields right"), .number("mean of layouts"), .number("rows right"),
                .number("cards right"), .number("cards closing"), .number("CER"), .number("CER, mean"),
                .number("CER, code points"), .number("CER, any order"), .number("WER"), .number("numbers F1"),
                .number("CPU per page"), .number("failed"),
            ], layout: "dense")
        for kind in result.kinds(on: split).map({ Optional($0) }) + [nil] {
            let figures = Contender.all(in: result).compactMap { contender in
                result.figures(of: contender.id, on: split, kind: kind).map { (contender, $0) }
            }
            guard let size = figures.first?.1 else { continue }
            let title = kind?.label.uppercasedFirst ?? "Weighted by the mix"
            let count = "\(Format.count(size.documents, "document")), \(Format.count(size.pages, "page"))"
            table.rows.append(
                .init([.init(text: title, style: "group", note: count, span: table.columns.count)], style: "opening"))
            table.rows += figures.map { row($0.0, $0.1) }
        }
        return table
    }

    private static func row(_ contender: Contender, _ figures: Figures) -> HTMLTable.Row {
        HTMLTable.Row([
            .text(contender.title, "series \(contender.role.rawValue)"),
            .number(Format.percent(figures.fieldAccuracy), note: Format.bounds(figures.fieldAccuracy)),
            .number(Format.percent(figures.fieldAccuracyByLayout)),
            .number(Format.share(figures.rowsRight, figures.rows)),
            .number("\(figures.cardsRight)/\(figures.cards)"), .number("\(figures.cardsClosing)/\(figures.cards)"),
            .number(Format.percent(figures.cerMicro, places: 2), note: Format.bounds(figures.cerMicro, places: 1)),
            .number(Format.percent(figures.cerMacro, places: 2)), .number(Format.percent(figures.cerCodePoints, 2)),
            .number(Format.percent(figures.cerOrderFree, 2)), .number(Format.percent(figures.werMicro, places: 1)),
            .number(Format.percent(figures.numbersF1)), .number(Format.seconds(figures.cpuSecondsPerPage?.value)),
            .number("\(figures.failures)"),
        ])
    }
}

/// Accuracy by kind of field.
struct FieldSection {
    let section: ReportSection?

    init(_ result: StudyResult) {
        let contenders = Contender.all(in: result)
        let figures = contenders.map { result.figures(of: $0.id, on: result.evidenceSplit, kind: nil)?.fields ?? [] }
        var order: [String] = []
        for field in figures.joined().map(\.field) where !order.contains(field) { order.append(field) }
        guard let first = contenders.first, !order.isEmpty else {
            section = nil
            return
        }
        var table = HTMLTable(
            caption:
                "\(result.evidenceSplit.rawValue.uppercasedFirst) split, all kinds of input; the counts on the right are the "
                + "\(first.noun)'s",
            columns: [.text("field")] + contenders.map { .number($0.title) } + [
                .number("right"), .number("wrong"), .number("missed"), .number("invented"),
            ])
        table.rows = order.map { name in
            let counts = figures.map { list in list.first { $0.field == name } }
            let own = counts.first ?? nil
            return HTMLTable.Row(
                [.text(Format.words(name))] + counts.map { .number(Format.percent($0?.accuracy)) }
                    + [own?.right, own?.wrong, own?.missed, own?.invented].map {
                        .number($0.map(String.init) ?? Format.none)
                    })
        }
        section = ReportSection(
            id: "fields", title: "Kinds of field",
            intro: [
                "A field is right when it is exactly what is printed, wrong when it is something else, missed when "
                    + "nothing was read, invented when nothing is printed. Accuracy is right by all four."
            ], tables: [table])
    }
}

/// Every document, the worst first.
struct PageSection {
    let section: ReportSection?
    private static let mostDetails = 40

    init(_ result: StudyResult) {
        let (split, contenders) = (result.evidenceSplit, Contender.all(in: result))
        guard let first = contenders.first else {
            section = nil
            return
        }
        let others = contenders.dropFirst()
        let rows = result.pages.filter { $0.setting == first.id && $0.split == split }.sorted(by: Self.isWorse)
        var table = HTMLTable(
            caption: "\(split.rawValue.uppercasedFirst) split, worst first; CER, rows and CPU are the \(first.noun)'s",
            columns: [
                .text("document"), .text("kind"), .text("layout"), .number("fields right, \(first.noun)"),
            ] + others.map { .number($0.title) } + [
                .number("CER"), .number("rows"), .number("CPU"), .text("not right"),
            ])
        table.rows = rows.map { page in
            let beside = others.map { other in
                result.pages.first { $0.setting == other.id && $0.document == page.document && $0.split == split }
            }
            return Self.row(page, beside: beside)
        }
        section =
            rows.isEmpty
            ? nil
            : ReportSection(
                id: "pages", title: "Document by document",
                intro: ["Open a row's last cell to see which fields were not read as printed."], tables: [table])
    }

    private static func isWorse(_ left: PageRow, _ right: PageRow) -> Bool {
        let (first, second) = (accuracy(left), accuracy(right))
        if first != second { return first < second }
        return (right.cer ?? 0, left.document) < (left.cer ?? 0, right.document)
    }

    private static func accuracy(_ page: PageRow) -> Double {
        page.fieldsTotal == 0 ? 1 : Double(page.fieldsRight) / Double(page.fieldsTotal)
    }

    private static func row(_ page: PageRow, beside others: [PageRow?]) -> HTMLTable.Row {
        var row = HTMLTable.Row(
            [
                .text(page.document), .text(page.kind.label), .text(page.layout),
                .number(
                    Format.share(page.fieldsRight, page.fieldsTotal), note: "\(page.fieldsRight) of \(page.fieldsTotal)"
                ),
            ]
                + others.map { .number($0.map { Format.share($0.fieldsRight, $0.fieldsTotal) } ?? Format.none) }
                + [
                    .number(Format.percent(page.cer)), .number("\(page.rowsRight)/\(page.rows)"),
                    .number(Format.seconds(page.cpuSeconds)),
                ])
        row.details = details(page)
        row.detailsTitle = page.failure ?? (page.cells.isEmpty ? "" : Format.count(page.cells.count, "field"))
        return row
    }

    private static func details(_ page: PageRow) -> [HTMLTable.Detail] {
        let shown = page.cells.prefix(mostDetails).map { cell in
            HTMLTable.Detail(
                path: cell.path, outcome: cell.outcome, expected: cell.expected ?? "nothing",
                found: cell.found ?? "nothing")
        }
        let rest = page.cells.count - shown.count
        return shown + (rest > 0 ? [.init(path: "and \(rest) more", outcome: "", expected: "", found: "")] : [])
    }
}
