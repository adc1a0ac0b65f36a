public import Recognition

/// Reads a scorecard from the words of its pages, their places and their confidences.
public struct ScorecardReader: Sendable {
    /// Creates a reader; it keeps nothing between documents.
    public init() {}

    /// The card on these pages with the laws it keeps; pages that are no scorecard give no innings.
    public func read(pages: [RecognizedPage]) -> ScorecardReading {
        let draft = CardAssembler.card(from: pages)
        let written = CardWriter(draft)
        let checks = LawChecker.check(written.card)
        return ScorecardReading(
            card: written.card, checks: checks, fields: written.fields, deliveries: [], warnings: [], confidence: 0)
    }
}
