internal import Tuning

/// The confusion table of digits.
struct DigitSection {
    let section: ReportSection?

    /// - Parameter printed: how often each digit stands in the numbers of the split; nil when that was not counted.
    init(_ result: StudyResult, printed: [Int]?) {
        let split = result.evidenceSplit
        guard let contender = Contender.all(in: result).first else {
            section = nil
            return
        }
        let pages = result.pages.filter { $0.setting == contender.id && $0.split == split }
        let confusion = DigitConfusion(pages.flatMap(\.cells))
        guard !confusion.isEmpty else {
            section = nil
            return
        }
        section = ReportSection(
            id: "digits", title: "Digits taken for others",
            intro: [
                "Numbers that were read otherwise than printed, aligned with the fewest edits: rows are the printed digit, "
                    + "columns what the \(contender.noun) read. \(Format.count(confusion.cells, "cell")) aligned; "
                    + "\(Format.count(confusion.strangers, "more", plural: "more")) shared no digit with what is printed: those "
                    + "were read from another place and count here for nothing."
                    + (printed == nil
                        ? " Digits of cells read rightly were not counted, so the diagonal holds those of the cells above alone."
                        : "")
            ], tables: [Self.table(confusion, printed: printed, split)])
    }

    private static func table(_ confusion: DigitConfusion, printed: [Int]?, _ split: StudySplit) -> HTMLTable {
        let digits = Array(0...9)
        var table = HTMLTable(
            caption: "\(split.rawValue.uppercasedFirst) split: printed digit by digit read",
            columns: [.text("printed")] + digits.map { .number("\($0)") } + [
                .number("other"), .number("left out"), .number("cell missed"), .number("misread"),
            ], layout: "dense digits")
        let most =
            digits.flatMap { digit in confusion.counts[digit].enumerated().filter { $0.offset != digit } }
            .map(\.element).max() ?? 0
        for digit in digits {
            let lost = confusion.confused(digit) + confusion.missed[digit]
            let cells = confusion.counts[digit].enumerated().map { column, count -> HTMLTable.Cell in
                if column == digit {
                    let right = printed.map { max(0, $0[digit] - lost) } ?? count
                    return HTMLTable.Cell(text: "\(right)", style: "number diagonal")
                }
                let level = count == 0 || most == 0 ? "" : " level\((4 * count + most - 1) / most)"
                return HTMLTable.Cell(text: count == 0 ? "·" : "\(count)", style: "number\(level)")
            }
            let rate = printed.map { Format.share(confusion.confused(digit), $0[digit]) }
            table.rows.append(
                HTMLTable.Row(
                    [.text("\(digit)")] + cells + [
                        .number("\(confusion.missed[digit])"),
                        .number("\(confusion.confused(digit))", note: rate),
                    ]))
        }
        let added = confusion.added.map { HTMLTable.Cell(text: $0 == 0 ? "·" : "\($0)", style: "number") }
        table.rows.append(HTMLTable.Row([.text("nothing")] + added + (0..<4).map { _ in .number("") }))
        return table
    }
}
