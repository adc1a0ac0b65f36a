/// The text of a page as it is read row by row.
package enum RowText {
    /// Runs whose baselines lie closer than this, in points, stand in one row.
    private static let tolerance = 2.5

    package static func text(_ runs: [TextRun]) -> String {
        var rows: [[TextRun]] = []
        for run in runs.sorted(by: { ($0.baseline, $0.x) < ($1.baseline, $1.x) }) {
            if let first = rows.last?.first, run.baseline - first.baseline < tolerance {
                rows[rows.count - 1].append(run)
            } else {
                rows.append([run])
            }
        }
        return rows.map(line).joined(separator: "\n") + "\n"
    }

    private static func line(_ row: [TextRun]) -> String {
        row.sorted { $0.x < $1.x }.map(\.text.whiteSpaceFolded).joined(separator: " ")
    }
}
