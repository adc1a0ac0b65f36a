internal import Glibc

/// Gathers what speaks for and against each field of a card: what the engine says of it and of its neighbours, and what the
/// laws prove and doubt.
struct EvidenceGatherer {
    private typealias Feature = FieldEvidence.Feature

    private let card: Scorecard
    private let verdicts: [InningsVerdict]
    private let textLayerPages: Set<Int>
    private let names: NameEvidence
    private let tables: TableEvidence
    private let meanOfCard: Double

    init(_ card: Scorecard, checks: [LawCheck], fields: [PlacedField], textLayerPages: Set<Int>) {
        self.card = card
        self.textLayerPages = textLayerPages
        verdicts = card.innings.indices.map { InningsVerdict(card.innings[$0], index: $0, checks: checks) }
        names = NameEvidence(card)
        let odds = fields.compactMap { field in Self.engineOdds(field.field).map { (field: field, value: $0) } }
        tables = TableEvidence(odds)
        meanOfCard = odds.isEmpty ? 0 : odds.reduce(0) { $0 + $1.value } / Double(odds.count)
    }

    /// What is known of one field.
    func evidence(of placed: PlacedField) -> FieldEvidence {
        let (field, place, group) = (placed.field, placed.place, placed.group)
        var values = [Double](repeating: 0, count: Feature.allCases.count)
        func set(_ feature: Feature, _ value: Double) { values[feature.rawValue] = value }
        func flag(_ feature: Feature, _ isSet: Bool) { set(feature, isSet ? 1 : 0) }
        let own = Self.engineOdds(field) ?? 0
        let innings = place.map(\.innings).flatMap { verdicts.indices.contains($0) ? $0 : nil }
        let brokenShare = innings.flatMap { verdicts[$0].brokenShare }
        set(.constant, 1)
        set(.engine, own)
        set(.weakestOfRow, tables.weakest(inRowOf: placed) ?? own)
        set(.meanOfColumn, tables.mean(ofColumnOf: place) ?? own)
        set(.meanOfCard, meanOfCard)
        if let place, let innings {
            let verdict = verdicts[innings].verdict(place)
            flag(.proven, verdict == .proven)
            flag(.doubted, verdict == .doubted)
        }
        set(.brokenLaws, brokenShare ?? 0)
        flag(.unchecked, brokenShare == nil)
        flag(.repaired, field.source == .repaired)
        flag(.textLayer, textLayerPages.contains(field.page))
        if case .text(let text) = field.value {
            set(.knownWords, names.knownShare(of: text))
            flag(.oddName, names.isOdd(text, group))
        }
        flag(.crowdedTable, isCrowded(place))
        flag(.respelled, field.raw != FieldName.text(field.value))
        set(.gapsInColumn, tables.gaps(inColumnOf: place))
        set(.gapsInRow, tables.gaps(inRowOf: place))
        return FieldEvidence(group: group, values: values)
    }

    /// Whether the field is a figure that takes part in a broken law.
    func isDoubtedFigure(_ field: PlacedField) -> Bool {
        guard field.group != .dismissal, field.group != .falls, let place = field.place,
            verdicts.indices.contains(place.innings)
        else { return false }
        return verdicts[place.innings].verdict(place) == .doubted
    }

    private func isCrowded(_ place: FieldPlace?) -> Bool {
        guard let place, card.innings.indices.contains(place.innings) else { return false }
        let innings = card.innings[place.innings]
        return switch place.table {
        case .batting, .didNotBat: innings.batting.count + innings.didNotBat.count > 12
        case .bowling: innings.bowling.count > 11
        case .fallOfWickets: innings.fallOfWickets.count > 10
        case .team, .total, .extras: false
        }
    }

    /// What the engine says of a field; nil of one that it did not read.
    private static func engineOdds(_ field: FieldReading) -> Double? {
        field.source == .derived ? nil : logOdds(field.confidence)
    }

    /// The log odds of a probability, 0.5% away from certainty at most.
    private static func logOdds(_ probability: Double) -> Double {
        let bounded = min(max(probability, 0.005), 0.995)
        return log(bounded / (1 - bounded))
    }
}
