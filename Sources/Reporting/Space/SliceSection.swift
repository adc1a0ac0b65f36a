internal import Evaluation
internal import Recognition
internal import Tuning

/// What each setting does when nothing else changes.
struct SliceSection {
    let section: ReportSection?

    init(_ result: StudyResult, _ space: MeasuredSpace) {
        let winner = Contender.all(in: result).first
        let slices = space.axes.map { axis in (axis: axis, groups: space.siblings(on: axis).map(space.paired)) }
            .filter { !$0.groups.isEmpty }
        guard !slices.isEmpty else {
            section = nil
            return
        }
        let figures = slices.flatMap(\.groups).joined()
        var section = ReportSection(
            id: "slices", title: "Each setting by itself", intro: Self.intro(winner, space, slices.map(\.axis)))
        section.groups = slices.map { axis, groups in
            PanelGroup(
                title: axis.title,
                panels: Measure.allCases.compactMap { measure in
                    Self.panel(axis, groups, measure, winner, range: figures.compactMap { $0.value(measure) })
                })
        }
        section.tables = [Self.effects(slices, space, result)].filter { !$0.rows.isEmpty }
        self.section = section
    }

    private static func intro(_ winner: Contender?, _ space: MeasuredSpace, _ shown: [SettingAxis]) -> [String] {
        let hidden = space.axes.filter { !shown.contains($0) }.map(\.title)
        let rest =
            hidden.isEmpty ? "" : " No two settings differ in these alone: \(hidden.joined(separator: ", "))."
        return [
            "A line joins settings that differ in nothing but the setting below it, on the documents of the tune split that "
                + "all of them have read; the coloured one goes through the \(winner?.noun ?? "winner"). Every slice of a "
                + "measure has the same scale.\(rest)",
            "Memory is the peak of the reader process. Settings that were measured in one request share their reader, so it "
                + "is an upper bound for each of them.",
        ]
    }

    private static func panel(
        _ axis: SettingAxis, _ groups: [[MeasuredSpace.Point]], _ measure: Measure, _ winner: Contender?,
        range: [Double]
    ) -> Panel? {
        let lines = groups.compactMap { group -> SliceChart.Line? in
            let points = group.compactMap { point -> (value: Int, figure: Double, name: String)? in
                guard let value = axis.values.firstIndex(of: point.values[axis]), let figure = point.value(measure)
                else { return nil }
                return (value, figure, point.setting.name)
            }
            return points.count < 2
                ? nil
                : SliceChart.Line(
                    points: points.sorted { $0.value < $1.value },
                    isWinners: group.contains { $0.setting.id == winner?.id })
        }
        guard !lines.isEmpty else { return nil }
        let chart = SliceChart(axis: axis, lines: lines, measure: measure, range: range)
        let title = "\(measure.title) (\(measure.unit)\(measure == .cpu ? ", logarithmic" : ""))"
        return Panel(caption: title, svg: chart.element(label: "\(title) against \(axis.title)"))
    }

    // MARK: - Effects

    private static func effects(
        _ slices: [(axis: SettingAxis, groups: [[MeasuredSpace.Point]])], _ space: MeasuredSpace, _ result: StudyResult
    ) -> HTMLTable {
        let winner = Contender.all(in: result).first
        var table = HTMLTable(
            caption:
                "What a value changes, all else equal: pairs of settings that differ in it alone, on the documents that "
                + "both read, all pairs together, kinds of input weighted by the mix; "
                + "\(Format.percent(result.run.intervalLevel, 0)) intervals over documents",
            columns: [
                .text("setting"), .text("value"), .text("against"), .number("pairs"), .number("documents"),
                .number("fields right"), .number("CPU per page"),
            ])
        for (axis, groups) in slices {
            let base = winner.map { SettingValues($0.setting.settings)[axis] }
            let against = base.flatMap { axis.values.contains($0) ? $0 : nil } ?? axis.values[0]
            let rows = axis.values.filter { $0 != against }.compactMap { value in
                PairedEffect(axis, value, against, groups, space, result).row
            }
            for (number, row) in rows.enumerated() {
                var row = row
                if number > 0 { row.cells[0] = .text("") }
                row.style = number > 0 ? "same" : ""
                table.rows.append(row)
            }
        }
        return table
    }
}

/// What one value of an axis changes against another.
private struct PairedEffect {
    private let pairs: [(value: SettingID, against: SettingID)]
    private let space: MeasuredSpace
    private let result: StudyResult
    private let names: [String]

    init(
        _ axis: SettingAxis, _ value: String, _ against: String, _ groups: [[MeasuredSpace.Point]],
        _ space: MeasuredSpace, _ result: StudyResult
    ) {
        pairs = groups.compactMap { group in
            guard let first = group.first(where: { $0.values[axis] == value }),
                let second = group.first(where: { $0.values[axis] == against })
            else { return nil }
            return (first.setting.id, second.setting.id)
        }
        self.space = space
        self.result = result
        names = [axis.title, value, against]
    }

    var row: HTMLTable.Row? {
        guard !pairs.isEmpty else { return nil }
        let fields = observations { (Double($0.fieldsRight), Double($0.fieldsTotal)) }
        let cpu = observations { ($0.cpuSeconds, Double($0.pages)) }
        let weights = weights(of: fields.first)
        let bootstrap = ClusterBootstrap(
            seed: result.run.seed, resamples: min(1_000, result.run.resamples), level: result.run.intervalLevel)
        guard let (right, before) = values(fields, weights), let (cost, costBefore) = values(cpu, weights),
            costBefore > 0
        else { return nil }
        let difference = Estimate(
            right - before, bootstrap.interval(ofDifference: fields.first, fields.second, weights: weights))
        let ratio = Estimate(
            cost / costBefore, bootstrap.interval(ofRatio: cpu.first, cpu.second, weights: weights))
        return HTMLTable.Row(
            names.map { .text($0) } + [
                .number("\(pairs.count)"), .number("\(Set(fields.first.map(\.cluster)).count)"),
                .number(Format.points(difference.value) + " points", note: Format.pointBounds(difference)),
                .number("× " + Format.decimal(ratio.value, 2), note: Format.ratioBounds(ratio)),
            ])
    }

    private typealias Sides = (first: [Observation], second: [Observation])

    private func observations(_ parts: (PageRow) -> (Double, Double)) -> Sides {
        var sides: Sides = ([], [])
        for pair in pairs {
            for document in space.documents(of: pair.value) {
                guard let own = space.row(pair.value, document), let other = space.row(pair.against, document),
                    result.mix.weights[own.kind] != nil, parts(own).1 > 0, parts(other).1 > 0
                else { continue }
                sides.first.append(Observation(own, parts(own)))
                sides.second.append(Observation(other, parts(other)))
            }
        }
        return sides
    }

    private func weights(of observations: [Observation]) -> [String: Double]? {
        let kinds = Set(observations.compactMap { InputKind(rawValue: $0.stratum) })
        return result.mix.weights(among: kinds).map { weights in
            Dictionary(uniqueKeysWithValues: weights.map { ($0.key.rawValue, $0.value) })
        }
    }

    private func values(_ sides: Sides, _ weights: [String: Double]?) -> (Double, Double)? {
        guard let first = ClusterBootstrap.value(of: sides.first, weights: weights),
            let second = ClusterBootstrap.value(of: sides.second, weights: weights)
        else { return nil }
        return (first, second)
    }
}

extension Observation {
    fileprivate init(_ page: PageRow, _ parts: (Double, Double)) {
        self.init(
            cluster: page.document, stratum: page.kind.rawValue, numerator: parts.0, denominator: parts.1)
    }
}

extension Estimate {
    /// A figure with its bootstrap interval.
    init(_ value: Double, _ interval: Interval?) {
        self.init(value, low: interval?.lower, high: interval?.upper)
    }
}
