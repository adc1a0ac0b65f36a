public import Recognition

/// Reads a scorecard from the words of its pages, their places and their confidences.
public struct ScorecardReader: Sendable {
    /// Creates a reader; it keeps nothing between documents.
    public init() {}

    /// The card on these pages with the laws it keeps; pages that are no scorecard give no innings.
    public func read(pages: [RecognizedPage]) -> ScorecardReading {
        var draft = CardAssembler.card(from: pages)
        NameAgreement.settle(&draft)
        let repair = CardRepair.mend(&draft)
        for index in draft.innings.indices { Derivation.complete(&draft.innings[index]) }
        let written = CardWriter(draft)
        let checks = LawChecker.check(written.card)
        let judge = ReadingJudge(card: written.card, checks: checks)
        let fields = judge.judged(written.fields)
        return ScorecardReading(
            card: written.card, checks: checks, fields: fields, deliveries: [],
            warnings: judge.warnings(fields, disputes: repair.disputes), confidence: judge.confidence(fields))
    }
}
