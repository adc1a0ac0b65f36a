public import Corpus
internal import Recognition
internal import Scorecard

/// Takes cards that come with a truth into a collection.
public struct CardImporter: Sendable {
    private let drafter: CardDrafter
    private var collection: CardCollection
    private let consent: String
    private let split: CorpusSplit?
    private let added: String

    /// Creates an importer.
    ///
    /// - Parameters:
    ///   - consent: who agreed and when.
    ///   - split: nil to let each match decide.
    ///   - added: today, `2026-11-26`.
    public init(
        drafter: CardDrafter, collection: CardCollection, consent: String, split: CorpusSplit?, added: String
    ) {
        self.drafter = drafter
        self.collection = collection
        self.consent = consent
        self.split = split
        self.added = added
    }

    /// Reads the document for its kind and its pages, lints the truth and stores both.
    public mutating func admit(_ card: IncomingCard) async throws -> CorpusDocument {
        let read = try await drafter.draft(card.bytes, name: card.name).document
        return try collection.add(
            CollectedCard(
                bytes: card.bytes, format: read.format, kind: read.kind, pages: read.pages.count, truth: card.truth,
                text: card.text ?? read.text, boxes: card.boxes, split: split,
                provenance: CardProvenance(
                    way: .imported, consent: consent, source: card.source, added: added,
                    hasDraftText: card.text == nil)))
    }
}
