internal import Evaluation
internal import Recognition

/// Adds measurements up to the figures of a setting on a split, kind by kind and weighted by the mix.
struct FigureBuilder {
    let table: MeasurementTable
    let mix: Mix
    let bootstrap: ClusterBootstrap

    /// One summary for each kind that was read, then the one weighted by the mix; none when nothing was read.
    func summaries(of setting: SettingID, on documents: [StudyDocument]) -> [SettingSummary] {
        let readings = table.readings(of: setting, on: documents)
        guard let split = readings.first?.0.split else { return [] }
        var byKind: [InputKind: Figures] = [:]
        for kind in InputKind.allCases {
            let part = readings.filter { $0.0.kind == kind }
            if !part.isEmpty { byKind[kind] = figures(of: part, weights: nil) }
        }
        var summaries = InputKind.allCases.compactMap { kind in
            byKind[kind].map { SettingSummary(setting: setting, split: split, kind: kind, figures: $0) }
        }
        if let weights = mix.weights(among: byKind.keys) {
            let weighted = weighted(readings.filter { weights[$0.0.kind] != nil }, byKind: byKind, weights: weights)
            summaries.append(SettingSummary(setting: setting, split: split, kind: nil, figures: weighted))
        }
        return summaries
    }

    typealias Reading = (document: StudyDocument, measurement: TrialMeasurement)

    private func figures(of readings: [Reading], weights: [String: Double]?) -> Figures {
        let scores = readings.map(\.measurement.score)
        let text = TextSummary(scores.map(\.text))
        let fields = scores.reduce(into: [FieldKind: FieldCounts]()) { $0.merge($1.counts, uniquingKeysWith: +) }
        return Figures(
            documents: readings.count, pages: readings.reduce(0) { $0 + $1.document.pages },
            failures: readings.count { $0.measurement.failure != nil },
            cerMicro: estimate(readings, weights) { $0.edits(\.graphemes) },
            cerMacro: estimate(readings, weights) { $0.rate(\.graphemes) }, cerCodePoints: text.codePoints.micro,
            cerOrderFree: text.orderFree.micro, werMicro: estimate(readings, weights) { $0.edits(\.words) },
            werMacro: estimate(readings, weights) { $0.rate(\.words) }, numbersF1: text.bagOfNumbers.f1,
            emptyReferences: text.graphemes.emptyPages,
            fieldAccuracy: estimate(readings, weights, quantity: .fieldAccuracy),
            fieldAccuracyByLayout: meanOverLayouts(readings), fields: FieldFigures.list(fields),
            rowsRight: scores.reduce(0) { $0 + $1.rowsRight }, rows: scores.reduce(0) { $0 + $1.rows },
            cardsRight: scores.count { $0.cardRight }, cards: scores.count, cardsClosing: scores.count { $0.closes },
            cpuSecondsPerPage: estimate(readings, weights, quantity: .cpuPerPage),
            latency: LatencyFigures(readings.map { $0.measurement.wallSeconds / Double(max(1, $0.document.pages)) }),
            peakResidentBytes: readings.compactMap(\.measurement.peakResidentBytes).max())
    }

    /// Rates and times are weighted means of the kinds' figures, percentiles those of the weighted observations, counts
    /// plain sums.
    private func weighted(
        _ readings: [Reading], byKind: [InputKind: Figures], weights: [InputKind: Double]
    ) -> Figures {
        let strata = Dictionary(uniqueKeysWithValues: weights.map { ($0.key.rawValue, $0.value) })
        var figures = figures(of: readings, weights: strata)
        let mean = { (figure: (Figures) -> Double?) in mix.mean(of: byKind.compactMapValues(figure)) }
        figures.cerCodePoints = mean(\.cerCodePoints)
        figures.cerOrderFree = mean(\.cerOrderFree)
        figures.numbersF1 = mean(\.numbersF1)
        figures.fieldAccuracyByLayout = mean(\.fieldAccuracyByLayout)
        figures.latency = LatencyFigures(
            weighted: readings.map { reading in
                let sort = reading.document.kind
                let weight = (weights[sort] ?? 0) / Double(max(1, byKind[sort]?.documents ?? 1))
                return (reading.measurement.wallSeconds / Double(max(1, reading.document.pages)), weight)
            })
        return figures
    }

    private func estimate(_ readings: [Reading], _ weights: [String: Double]?, quantity: Quantity) -> Estimate? {
        estimate(readings, weights) { reading in
            let observation = quantity.observation(reading.document, reading.measurement)
            return (observation.numerator, observation.denominator)
        }
    }

    private func estimate(
        _ readings: [Reading], _ weights: [String: Double]?, _ ratio: (MeasuredDocument) -> (Double, Double)?
    ) -> Estimate? {
        let observations = readings.compactMap { document, measurement in
            ratio(MeasuredDocument(document: document, measurement: measurement)).map { numerator, denominator in
                Observation(
                    cluster: document.id, stratum: document.kind.rawValue, numerator: numerator,
                    denominator: denominator)
            }
        }
        let strata = weights.map { _ in mix.strata(of: observations) }
        guard let value = ClusterBootstrap.value(of: observations, weights: strata) else { return nil }
        return Estimate(value, bootstrap.interval(of: observations, weights: strata))
    }

    private func meanOverLayouts(_ readings: [Reading]) -> Double? {
        let accuracies = Dictionary(grouping: readings) { $0.document.layout }.values.compactMap { part in
            part.reduce(FieldCounts()) { $0 + $1.measurement.score.fields }.accuracy
        }
        return accuracies.isEmpty ? nil : accuracies.sorted().reduce(0, +) / Double(accuracies.count)
    }
}

/// A document with its measurement, and what error rates are made of.
private struct MeasuredDocument {
    let document: StudyDocument
    let measurement: TrialMeasurement

    /// Edits by length; nil when the reference is empty.
    func edits(_ unit: KeyPath<TextScore, EditCount>) -> (Double, Double)? {
        let count = measurement.score.text[keyPath: unit]
        return count.length > 0 ? (Double(count.edits), Double(count.length)) : nil
    }

    /// The document's own rate, each document of the same weight; nil when the reference is empty.
    func rate(_ unit: KeyPath<TextScore, EditCount>) -> (Double, Double)? {
        edits(unit).map { ($0.0 / $0.1, 1) }
    }
}

extension FieldFigures {
    static func list(_ counts: [FieldKind: FieldCounts]) -> [FieldFigures] {
        FieldKind.allCases.compactMap { kind in
            counts[kind].map {
                FieldFigures(
                    field: kind.rawValue, right: $0.right, wrong: $0.wrong, missed: $0.missed, invented: $0.invented)
            }
        }
    }
}

extension PageRow {
    init(setting: SettingID, document: StudyDocument, measurement: TrialMeasurement, withCells: Bool) {
        let score = measurement.score
        self.init(
            setting: setting, document: document.id, split: document.split, kind: document.kind,
            layout: document.layout, pages: document.pages, failure: measurement.failure,
            cer: score.text.graphemes.length > 0 ? score.text.graphemes.rate : nil,
            wer: score.text.words.length > 0 ? score.text.words.rate : nil, fieldsRight: score.fields.right,
            fieldsTotal: score.fields.total, rowsRight: score.rowsRight, rows: score.rows, cardRight: score.cardRight,
            closes: score.closes, cpuSeconds: measurement.cpuSeconds, wallSeconds: measurement.wallSeconds,
            cells: withCells ? score.errors.map { CellError($0, place: measurement.places[$0.path]) } : [])
    }
}

extension CellError {
    init(_ cell: CellOutcome, place: CellPlace?) {
        self.init(
            path: cell.path, field: cell.kind.rawValue, outcome: cell.outcome.rawValue, expected: cell.expected,
            found: cell.found, place: place)
    }
}
