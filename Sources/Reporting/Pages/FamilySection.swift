internal import Evaluation
internal import Recognition
internal import Tuning

/// How much was read rightly, layout family by layout family.
struct FamilySection {
    let section: ReportSection?

    init(_ result: StudyResult) {
        let (split, contenders) = (result.evidenceSplit, Contender.all(in: result))
        let pages = result.pages.filter { $0.split == split }
        let families = Set(pages.filter { $0.fieldsTotal > 0 }.map(\.layout)).sorted()
        guard families.count > 1, !contenders.isEmpty else {
            section = nil
            return
        }
        let bootstrap = ClusterBootstrap(
            seed: result.run.seed, resamples: min(1_000, result.run.resamples), level: result.run.intervalLevel)
        let groups = families.map { family in pages.filter { $0.layout == family } }
        let estimates = groups.map { group in
            contenders.map { contender in Self.accuracy(group.filter { $0.setting == contender.id }, bootstrap) }
        }
        let rows = zip(families, estimates).map { IntervalChart.Row(label: $0, estimates: $1) }
        let order = rows.indices.sorted { Self.first(rows[$0]) < Self.first(rows[$1]) }
        let chart = IntervalChart(
            series: contenders.map(SeriesStyle.init), rows: order.map { rows[$0] },
            axisTitle: "fields right, \(split.rawValue) split (%)", limit: 1)
        section = ReportSection(
            id: "families", title: "Accuracy by layout family",
            intro: [
                "The family that the \(contenders[0].noun) reads worst comes first. All documents of a family count alike; few "
                    + "of them make wide intervals, and a single one none."
            ],
            figures: [
                ReportFigure(
                    caption: "Fields right of all that are printed or were invented.",
                    svg: chart.element(label: "Field accuracy by layout family"))
            ], tables: [Self.table(families, order, groups, contenders, split)])
    }

    private static func first(_ row: IntervalChart.Row) -> Double {
        row.estimates.compactMap { $0?.value }.first ?? 1
    }

    private static func accuracy(_ pages: [PageRow], _ bootstrap: ClusterBootstrap) -> Estimate? {
        let observations = pages.filter { $0.fieldsTotal > 0 }.map {
            Observation(cluster: $0.document, numerator: Double($0.fieldsRight), denominator: Double($0.fieldsTotal))
        }
        guard let value = ClusterBootstrap.value(of: observations) else { return nil }
        return Estimate(value, bootstrap.interval(of: observations))
    }

    /// The first contender's fields right, family by family and kind by kind.
    private static func table(
        _ families: [String], _ order: [Int], _ groups: [[PageRow]], _ contenders: [Contender], _ split: StudySplit
    ) -> HTMLTable {
        let first = contenders[0]
        let kinds = InputKind.allCases.filter { kind in groups.joined().contains { $0.kind == kind } }
        let share = { (pages: [PageRow]) in
            HTMLTable.Cell.number(
                Format.share(pages.reduce(0) { $0 + $1.fieldsRight }, pages.reduce(0) { $0 + $1.fieldsTotal }),
                note: pages.isEmpty ? nil : Format.count(pages.count, "document"))
        }
        return HTMLTable(
            caption: "\(split.rawValue.uppercasedFirst) split: fields right, family by kind of input, \(first.noun)",
            columns: [.text("family")] + kinds.map { .number($0.label) } + [.number("all kinds")],
            rows: order.map { index in
                let own = groups[index].filter { $0.setting == first.id }
                return HTMLTable.Row(
                    [.text(families[index])] + kinds.map { kind in share(own.filter { $0.kind == kind }) }
                        + [share(own)])
            })
    }
}
