internal import Glibc

/// Gathers what speaks for and against each field of a card: what the engine says of it and of its neighbours, and what the
/// laws prove and doubt.
struct EvidenceGatherer {
    private typealias Feature = FieldEvidence.Feature

    private let card: Scorecard
    private let verdicts: [InningsVerdict]
    private let textLayerPages: Set<Int>
    private let names: NameEvidence
    private let engine: [String: Double]
    private let tables: TableEvidence
    private let meanOfCard: Double

    init(_ card: Scorecard, checks: [LawCheck], fields: [FieldReading], textLayerPages: Set<Int>) {
        self.card = card
        self.textLayerPages = textLayerPages
        verdicts = card.innings.indices.map { InningsVerdict(card.innings[$0], index: $0, checks: checks) }
        names = NameEvidence(card)
        let read = fields.filter { $0.source != .derived }
        let odds = read.map { ($0.path, Self.logOdds($0.confidence)) }
        engine = Dictionary(odds) { first, _ in first }
        tables = TableEvidence(odds)
        meanOfCard = odds.isEmpty ? 0 : odds.reduce(0) { $0 + $1.1 } / Double(odds.count)
    }

    /// What is known of one field.
    func evidence(of field: FieldReading) -> FieldEvidence {
        var values = [Double](repeating: 0, count: Feature.allCases.count)
        func set(_ feature: Feature, _ value: Double) { values[feature.rawValue] = value }
        func flag(_ feature: Feature, _ isSet: Bool) { set(feature, isSet ? 1 : 0) }
        let own = engine[field.path] ?? 0
        let place = FieldPlace(field.path)
        let innings = place.flatMap { verdicts.indices.contains($0.innings) ? verdicts[$0.innings] : nil }
        set(.constant, 1)
        set(.engine, own)
        set(.weakestOfRow, tables.weakest(inRowOf: field.path) ?? own)
        set(.meanOfColumn, tables.mean(ofColumnOf: field.path, place) ?? own)
        set(.meanOfCard, meanOfCard)
        if let place, let innings {
            let verdict = innings.verdict(place)
            flag(.proven, verdict == .proven)
            flag(.doubted, verdict == .doubted)
        }
        set(.brokenLaws, innings?.brokenShare ?? 0)
        flag(.unchecked, innings?.brokenShare == nil)
        flag(.repaired, field.source == .repaired)
        flag(.textLayer, textLayerPages.contains(field.page))
        if case .text(let text) = field.value {
            set(.knownWords, names.knownShare(of: text))
            flag(.oddName, names.isOdd(text, FieldGroup(path: field.path)))
        }
        flag(.crowdedTable, isCrowded(place))
        flag(.respelled, field.raw != FieldName.text(field.value))
        set(.gapsInColumn, tables.gaps(inColumnOf: place))
        set(.gapsInRow, tables.gaps(inRowOf: place))
        return FieldEvidence(group: FieldGroup(path: field.path), values: values)
    }

    /// Whether the field is a figure that takes part in a broken law.
    func isDoubtedFigure(_ field: FieldReading) -> Bool {
        guard ![.dismissal, .falls].contains(FieldGroup(path: field.path)), let place = FieldPlace(field.path),
            verdicts.indices.contains(place.innings)
        else { return false }
        return verdicts[place.innings].verdict(place) == .doubted
    }

    private func isCrowded(_ place: FieldPlace?) -> Bool {
        guard let place, card.innings.indices.contains(place.innings) else { return false }
        let innings = card.innings[place.innings]
        return switch place.table {
        case "batting", "did_not_bat": innings.batting.count + innings.didNotBat.count > 12
        case "bowling": innings.bowling.count > 11
        case "fall_of_wickets": innings.fallOfWickets.count > 10
        default: false
        }
    }

    /// The log odds of a probability, 0.5% away from certainty at most.
    private static func logOdds(_ probability: Double) -> Double {
        let bounded = min(max(probability, 0.005), 0.995)
        return log(bounded / (1 - bounded))
    }
}
