internal import Evaluation
internal import Recognition

/// What a study knows so far: documents, and what each setting made of them.
package struct MeasurementTable: Sendable {
    /// Documents by identifier.
    package let documents: [String: StudyDocument]
    /// Measurements by setting and document.
    package private(set) var rows: [SettingID: [String: TrialMeasurement]] = [:]
    /// What settings by kind are made of.
    private var parts: [SettingID: [InputKind: SettingID]] = [:]

    /// A table of documents and what has been read of them.
    package init(documents: [StudyDocument], rows: [SettingID: [String: TrialMeasurement]] = [:]) {
        self.documents = Dictionary(documents.map { ($0.id, $0) }) { first, _ in first }
        self.rows = rows
    }

    /// Adds what one document gave.
    package mutating func add(_ measurements: [SettingID: TrialMeasurement], document: String) {
        for (setting, measurement) in measurements { rows[setting, default: [:]][document] = measurement }
    }

    /// Makes settings by kind known: their measurements are those of the setting that each document is read with.
    package mutating func define(_ point: SearchSpace.Point) {
        guard point.profiles != nil else { return }
        parts[point.id] = Dictionary(
            uniqueKeysWithValues: InputKind.allCases.map { ($0, point.settings(for: $0).studyID) })
    }

    /// One measurement.
    package func measurement(_ setting: SettingID, _ document: String) -> TrialMeasurement? {
        guard let parts = parts[setting] else { return rows[setting]?[document] }
        return documents[document].flatMap { parts[$0.kind] }.flatMap { rows[$0]?[document] }
    }

    /// What a setting made of these documents, those that it has not read left out.
    func readings(of setting: SettingID, on documents: [StudyDocument]) -> [(StudyDocument, TrialMeasurement)] {
        documents.compactMap { document in measurement(setting, document.id).map { (document, $0) } }
    }

    /// All that was made of these documents, always in the same order, so that sums come out the same to the last bit.
    func readings(on documents: [StudyDocument]) -> [TrialMeasurement] {
        rows.keys.sorted().flatMap { setting in documents.compactMap { rows[setting]?[$0.id] } }
    }

    /// The reason why a setting cannot work at all, once a reader has said so.
    func infeasibility(of setting: SettingID) -> String? {
        for part in parts[setting].map({ Set($0.values).sorted() }) ?? [setting] {
            for measurement in (rows[part] ?? [:]).sorted(by: { $0.key < $1.key }).map(\.value) {
                if case .infeasible(let reason) = measurement.ending { return reason }
            }
        }
        return nil
    }
}

/// A quantity that is a sum over documents by another.
enum Quantity {
    case fieldAccuracy
    /// Mean over documents of each one's own field accuracy; one where nothing is printed and nothing was read is right.
    case documentAccuracy
    case cpuPerPage
    case wallPerPage

    /// What is summed above and below the line.
    func parts(_ document: StudyDocument, _ measurement: TrialMeasurement) -> (Double, Double) {
        switch self {
        case .fieldAccuracy: (Double(measurement.score.fields.right), Double(measurement.score.fields.total))
        case .documentAccuracy: (measurement.accuracy, 1)
        case .cpuPerPage: (measurement.cpuSeconds, Double(document.pages))
        case .wallPerPage: (measurement.wallSeconds, Double(document.pages))
        }
    }

    func observation(_ document: StudyDocument, _ measurement: TrialMeasurement) -> Observation {
        let (numerator, denominator) = parts(document, measurement)
        return Observation(
            cluster: document.id, stratum: document.kind.rawValue, numerator: numerator, denominator: denominator)
    }
}

extension TrialMeasurement {
    /// Field accuracy of the document; 1 where nothing is printed and nothing was read.
    var accuracy: Double { score.fields.accuracy ?? 1 }
}

extension MeasurementTable {
    func observations(_ quantity: Quantity, of setting: SettingID, on documents: [StudyDocument]) -> [Observation] {
        readings(of: setting, on: documents).map { quantity.observation($0, $1) }
    }

    /// The quantity weighted by the mix; nil when the setting has read nothing that counts in it.
    func value(_ quantity: Quantity, of setting: SettingID, on documents: [StudyDocument], mix: Mix) -> Double? {
        var sums: [InputKind: (above: Double, below: Double)] = [:]
        for (document, measurement) in readings(of: setting, on: documents) {
            let (above, below) = quantity.parts(document, measurement)
            let sum = sums[document.kind] ?? (0, 0)
            sums[document.kind] = (sum.above + above, sum.below + below)
        }
        return mix.mean(of: sums.filter { $0.value.below > 0 }.mapValues { $0.above / $0.below })
    }
}

extension Mix {
    /// The weights of the strata that have something below the line, for Evaluation.
    func strata(of observations: [Observation]) -> [String: Double] {
        let present = Set(observations.filter { $0.denominator > 0 }.map(\.stratum))
        let weights = weights(among: InputKind.allCases.filter { present.contains($0.rawValue) }) ?? [:]
        return Dictionary(uniqueKeysWithValues: weights.map { ($0.key.rawValue, $0.value) })
    }
}
