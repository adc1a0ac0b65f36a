internal import Recognition
public import Tuning

/// An evaluation as tables, the same on a terminal, in Markdown and on a page.
public struct EvaluationTables: Sendable {
    private let evaluation: CorpusEvaluation

    /// Creates the tables of an evaluation.
    public init(_ evaluation: CorpusEvaluation) { self.evaluation = evaluation }

    /// Splits that were read.
    public var splits: [StudySplit] {
        StudySplit.allCases.filter { split in evaluation.groups.contains { $0.split == split } }
    }

    /// What the columns of `groups` mean.
    public static let legend =
        "In brackets: 95% bootstrap intervals over documents. Silent: fields wrong or invented, 0.9 sure and named by no "
        + "warning, per 100 fields. Corrections: fields to put right per card. ECE: expected calibration error over ten bins of "
        + "equal mass (Guo et al. 2017). AUROC: of right against wrong. Coverage: share of the fields read that can be taken "
        + "unseen at 99% precision."

    /// One contender: all documents, then kind by kind, then layout by layout.
    public func groups(of contender: CorpusEvaluation.Contender, on split: StudySplit) -> TextTable {
        let titles = [
            "documents", "right", "wrong", "missed", "invented", "fields right", "cards right", "silent",
            "corrections", "ECE", "AUROC", "coverage",
        ]
        var table = TextTable(columns: [.init("")] + titles.map { .init($0, .right) })
        for figures in figures(of: contender.id, on: split) { table.rows.append(Self.cells(figures)) }
        return table
    }

    /// All contenders side by side: all documents, then kind by kind.
    public func contenders(on split: StudySplit) -> TextTable {
        let titles = ["fields right", "rows right", "cards right", "silent", "corrections", "CPU s/page", "peak MiB"]
        var table = TextTable(columns: [.init("kind"), .init("contender")] + titles.map { .init($0, .right) })
        for group in [ReadingGroup.all] + InputKind.allCases.map(ReadingGroup.kind) {
            let rows = evaluation.contenders.compactMap { contender in
                figures(of: contender.id, on: split).first { $0.group == group }.map { (contender, $0) }
            }
            for (number, (contender, figures)) in rows.enumerated() {
                table.rows.append([number == 0 ? group.label : "", contender.name] + Self.comparison(figures))
            }
        }
        return table
    }

    /// How many pages that are no scorecard gave an innings.
    public func negatives(of contender: CorpusEvaluation.Contender, on split: StudySplit) -> String? {
        guard let all = figures(of: contender.id, on: split).first(where: { $0.group == .all }) else { return nil }
        return "Pages that are no scorecard: \(all.negatives), with an invented innings: \(all.inventedInnings)."
    }

    private func figures(of contender: SettingID, on split: StudySplit) -> [ReadingFigures] {
        evaluation.groups.filter { $0.contender == contender && $0.split == split }
    }

    private static func cells(_ figures: ReadingFigures) -> [String] {
        let fields = figures.fields
        return [
            figures.group.label, "\(figures.documents)", "\(fields.right)", "\(fields.wrong)", "\(fields.missed)",
            "\(fields.invented)", percent(figures.fieldsRight), percent(figures.cardsRight),
            decimal(figures.silentErrors, 2), decimal(figures.corrections, 1), decimal(figures.calibrationError, 3),
            decimal(figures.auroc, 3), percent(figures.coverage),
        ]
    }

    private static func comparison(_ figures: ReadingFigures) -> [String] {
        [
            percent(figures.fieldsRight), percent(figures.rowsRight), percent(figures.cardsRight),
            decimal(figures.silentErrors, 2), decimal(figures.corrections, 1), decimal(figures.cpuSecondsPerPage, 2),
            figures.peakResidentBytes.map { "\($0 >> 20)" } ?? Format.none,
        ]
    }

    /// `97.1% (95.0–98.8)`.
    private static func percent(_ estimate: Estimate?) -> String {
        bracketed(estimate, Format.percent(estimate?.value)) { Format.decimal($0 * 100, 1) }
    }

    private static func decimal(_ estimate: Estimate?, _ places: Int) -> String {
        bracketed(estimate, estimate.map { Format.decimal($0.value, places) } ?? Format.none) {
            Format.decimal($0, places)
        }
    }

    private static func bracketed(_ estimate: Estimate?, _ value: String, _ bound: (Double) -> String) -> String {
        guard let low = estimate?.low, let high = estimate?.high else { return value }
        return "\(value) (\(bound(low))\u{2013}\(bound(high)))"
    }
}
