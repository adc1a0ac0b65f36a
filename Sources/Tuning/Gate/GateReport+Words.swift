extension GateReport.DocumentChange {
    /// Cells named for each document in words; the JSON has all.
    private static let cellsShown = 20

    /// Whether it lost something: a cell, itself, or text of the same fields.
    public var isWorse: Bool { failureAfter != nil || !lost.isEmpty || (fields.isEmpty && won.isEmpty && text != nil) }

    /// What changed, in a line.
    public var summary: String {
        if let failure = failureAfter { return "It cannot be read: \(failure)" }
        if let cell = lost.first {
            let more = lost.count > 1 ? " and \(lost.count - 1) more" : ""
            return "Lost \(Self.words(cell))\(more)."
        }
        return text.map { "The text differs, \(Self.words($0))." } ?? "\(fields.count) fields differ."
    }

    /// What changed, cell by cell.
    public var lines: [String] {
        var lines: [String] = []
        if let failure = failureAfter { lines.append("cannot be read: \(failure)") }
        if failureBefore != nil, failureAfter == nil { lines.append("can be read again") }
        lines += Self.shown(lost.map { "lost \(Self.words($0))" }) + Self.shown(won.map { "won \($0.path)" })
        let judged = Set((lost + won).map(\.path))
        lines += Self.shown(fields.filter { !judged.contains($0.place) }.map(Self.words))
        if let text { lines.append("text, \(Self.words(text))") }
        return lines
    }

    private static func shown(_ lines: [String]) -> [String] {
        let rest = lines.count - cellsShown
        return rest <= 0 ? lines : lines.prefix(cellsShown) + ["... and \(rest) more"]
    }

    private static func words(_ cell: CellError) -> String {
        "\(cell.path): \(cell.outcome), expected \(quoted(cell.expected)), found \(quoted(cell.found))"
    }

    private static func words(_ difference: GateReport.Difference) -> String {
        "\(difference.place): \(quoted(difference.before)) -> \(quoted(difference.after))"
    }

    private static func quoted(_ value: String?) -> String { value.map { "'\($0)'" } ?? "nothing" }
}
