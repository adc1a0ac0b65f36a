/// Says how sure the reader is: what an engine reports, corrected by what the laws prove and what they doubt.
struct ReadingJudge {
    let card: Scorecard
    let checks: [LawCheck]
    /// Numbers of the pages that were read from the document's own text.
    let textLayerPages: Set<Int>

    /// What no fitting may raise.
    private enum Limit {
        /// What is worked out from other fields is as sure as they are and no surer.
        static let derived = 0.8
        /// A document's own text is never repaired, so a broken law must show.
        static let questionedTextLayer = 0.7
    }

    /// What speaks for and against each field.
    func evidence(of fields: [FieldReading]) -> [FieldEvidence] {
        let placed = fields.map(PlacedField.init)
        return placed.map(gatherer(placed).evidence)
    }

    /// The fields with their confidence.
    func judged(_ fields: [FieldReading]) -> [FieldReading] {
        let placed = fields.map(PlacedField.init)
        let gatherer = gatherer(placed)
        return placed.map { placed in
            var field = placed.field
            field.confidence = confidence(placed, gatherer)
            return field
        }
    }

    private func gatherer(_ fields: [PlacedField]) -> EvidenceGatherer {
        EvidenceGatherer(card, checks: checks, fields: fields, textLayerPages: textLayerPages)
    }

    private func confidence(_ placed: PlacedField, _ gatherer: EvidenceGatherer) -> Double {
        let field = placed.field
        if field.source == .derived { return min(field.confidence, Limit.derived) }
        let confidence = ConfidenceModel.confidence(gatherer.evidence(of: placed))
        let isQuestioned = textLayerPages.contains(field.page) && gatherer.isDoubtedFigure(placed)
        return isQuestioned ? min(confidence, Limit.questionedTextLayer) : confidence
    }

    /// Confidence in the card: the share of its fields that are expected to be right.
    func confidence(_ fields: [FieldReading]) -> Double {
        guard !card.innings.isEmpty, !fields.isEmpty else { return 0 }
        return fields.reduce(0) { $0 + $1.confidence } / Double(fields.count)
    }
}
