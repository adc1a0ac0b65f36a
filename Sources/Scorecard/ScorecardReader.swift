public import Recognition

/// Reads a scorecard from the words of its pages, their places and their confidences.
public struct ScorecardReader: Sendable {
    private let repairs: Bool

    /// Creates a reader; it keeps nothing between documents.
    ///
    /// - Parameter repairs: whether figures that break the laws of the card are mended where one answer is the cheapest.
    public init(repairs: Bool = true) { self.repairs = repairs }

    /// The card on these pages with the laws it keeps; pages that are no scorecard give no innings.
    public func read(pages: [RecognizedPage]) -> ScorecardReading {
        let (written, disputes, _) = write(pages)
        return reading(written, disputes, pages)
    }

    /// Cells of the tables whose figures are worth another look, the most doubtful first; those of a text layer are not.
    public func doubts(pages: [RecognizedPage]) -> [DoubtfulCell] {
        let (written, disputes, draft) = write(pages)
        let recognized = Set(pages.filter { $0.source == .ocr }.map(\.index))
        return CellDoubts(reading(written, disputes, pages), disputes: disputes).cells(of: draft)
            .filter { recognized.contains($0.page) }
    }

    private func reading(
        _ written: CardWriter, _ disputes: [RepairDispute], _ pages: [RecognizedPage]
    ) -> ScorecardReading {
        let judge = judge(written.card, pages)
        let fields = judge.judged(written.fields)
        return ScorecardReading(
            card: written.card, checks: judge.checks, fields: fields, deliveries: written.deliveries,
            warnings: judge.warnings(fields, showsBalls: !written.deliveries.isEmpty, disputes: disputes),
            confidence: judge.confidence(fields))
    }

    /// The evidence behind the confidence of each field that `read` gives, in the same order.
    public func evidence(pages: [RecognizedPage]) -> [FieldEvidence] {
        let (written, _, _) = write(pages)
        return judge(written.card, pages).evidence(of: written.fields)
    }

    private func write(_ pages: [RecognizedPage]) -> (CardWriter, [RepairDispute], DraftCard) {
        var draft = CardAssembler.card(from: pages)
        NameAgreement.settle(&draft)
        let disputes = repairs ? CardRepair.mend(&draft).disputes : []
        for index in draft.innings.indices { Derivation.complete(&draft.innings[index]) }
        return (CardWriter(draft), disputes, draft)
    }

    private func judge(_ card: Scorecard, _ pages: [RecognizedPage]) -> ReadingJudge {
        let textLayer = pages.filter { $0.source == .textLayer }.map(\.index)
        return ReadingJudge(card: card, checks: LawChecker.check(card), textLayerPages: Set(textLayer))
    }
}
