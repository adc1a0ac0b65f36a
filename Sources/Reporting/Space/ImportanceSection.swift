internal import Tuning

/// Which settings matter.
struct ImportanceSection {
    let section: ReportSection?
    /// Axes, the most important for accuracy first.
    let order: [SettingAxis]

    init(_ space: MeasuredSpace) {
        let shares = Measure.allCases.compactMap { measure in
            Self.shares(space, measure).map { (measure: measure, shares: $0) }
        }
        guard let first = shares.first else {
            (section, order) = (nil, space.axes)
            return
        }
        let ranked = space.axes.indices.sorted { (first.shares.shares[$1], $0) < (first.shares.shares[$0], $1) }
        order = ranked.map { space.axes[$0] }
        var section = ReportSection(
            id: "importance", title: "Which settings matter", intro: Self.intro(first.shares))
        section.groups = [
            PanelGroup(
                title: "Share of the variance explained",
                panels: shares.map { measure, shares in
                    let bars = ranked.map { BarChart.Bar(name: space.axes[$0].title, share: shares.shares[$0]) }
                    let rest = BarChart.Bar(
                        name: "interactions, noise", share: max(0, 1 - shares.explained), isRest: true)
                    return Panel(
                        caption: measure.title,
                        svg: BarChart(bars: bars + [rest]).element(
                            label: "Share of the variance of \(measure.title) that each setting explains"))
                })
        ]
        section.tables = [Self.table(space, ranked, shares)]
        self.section = section
    }

    private static func intro(_ shares: VarianceShares) -> [String] {
        let method =
            "An additive model, one effect for every value, is fitted by least squares to the settings measured on the tune "
            + "split, each weighted by the documents that it read. A setting's share is what it adds to R², averaged over "
            + "the orders in which the settings can enter the model (LMG, the Shapley value of R²); over a full grid this is "
            + "the main-effects analysis of variance. CPU is taken as its logarithm, for costs multiply. Settings that never vary apart share one bar."
        let size = "\(shares.points) settings, \(shares.parameters) effects, R² \(Format.decimal(shares.explained, 2))."
        let caveat =
            shares.isSparse
            ? " The grid is sparse: so few settings for so many effects fit well whatever the truth, and settings that went "
                + "together share the credit. Take the order as a hint and look at the pairs all else equal below."
            : ""
        return [method, size + caveat]
    }

    private static func shares(_ space: MeasuredSpace, _ measure: Measure) -> VarianceShares? {
        let points = space.points.filter { $0.value(measure) != nil }
        let levels = space.axes.map { axis in points.map { axis.values.firstIndex(of: $0.values[axis]) ?? 0 } }
        return VarianceShares(
            levels: levels, values: points.compactMap { $0.value(measure).map(measure.additive) },
            weights: points.map { Double($0.documents) })
    }

    private static func table(
        _ space: MeasuredSpace, _ ranked: [Int], _ shares: [(measure: Measure, shares: VarianceShares)]
    ) -> HTMLTable {
        let rows = ranked.map { axis in
            HTMLTable.Row(
                [.text(space.axes[axis].title), .text(space.axes[axis].values.joined(separator: ", "))]
                    + shares.map { .number(Format.percent($0.shares.shares[axis], 0)) })
        }
        let rest = HTMLTable.Row(
            [.text("interactions, noise"), .text("")]
                + shares.map { .number(Format.percent(max(0, 1 - $0.shares.explained), 0)) })
        return HTMLTable(
            caption: "Share of the variance explained",
            columns: [.text("setting"), .text("values")] + shares.map { .number($0.measure.title) }, rows: rows + [rest]
        )
    }
}

/// Shares as bars, one under another.
struct BarChart {
    struct Bar {
        let name: String
        let share: Double
        /// What no setting explains.
        var isRest = false
    }

    let bars: [Bar]

    func element(label: String) -> String {
        let left = min(150, 10 + (bars.map { TextWidth.of(Self.short($0.name)) }.max() ?? 0))
        let height = 22.0
        var svg = SVG(width: SliceChart.width, height: Double(bars.count) * height + 6)
        let room = SliceChart.width - left - 44
        for (number, bar) in bars.enumerated() {
            let y = Double(number) * height + 3
            svg.text(Self.short(bar.name), at: Point(left - 6, y + 14), .end, "tick", tooltip: bar.name)
            svg.rectangle(
                Point(left, y + 3), width: max(1, room * min(1, bar.share)), height: height - 7,
                "bar\(bar.isRest ? " rest" : "")")
            svg.text(
                Format.percent(bar.share, 0), at: Point(left + room * min(1, bar.share) + 6, y + 14), .start, "value")
        }
        let description = bars.map { "\($0.name): \(Format.percent($0.share, 0))" }.joined(separator: "; ")
        return svg.element(label: label, description: description)
    }

    private static func short(_ name: String) -> String { name.count > 22 ? name.prefix(21) + "…" : name }
}
