public import Scorecard

/// A document and its truth as they come from outside, before any reader has seen them.
public struct IncomingCard: Sendable {
    /// What errors call it; never stored.
    public var name: String
    /// The document's bytes.
    public var bytes: [UInt8]
    /// The card as printed.
    public var truth: Scorecard
    /// All text, if somebody wrote it down.
    public var text: String?
    /// Where values stand, as far as it is known.
    public var boxes: CardBoxes
    /// Stored as `CardProvenance.source`.
    public var source: String?

    /// Creates a card.
    public init(
        name: String, bytes: [UInt8], truth: Scorecard, text: String? = nil, boxes: CardBoxes = CardBoxes(),
        source: String? = nil
    ) {
        self.name = name
        self.bytes = bytes
        self.truth = truth
        self.text = text
        self.boxes = boxes
        self.source = source
    }

    /// Loads what was found on disk.
    public init(_ found: FoundCard) throws(CorpusError) {
        self.init(
            name: found.name, bytes: try found.readDocument(), truth: try found.readTruth(),
            text: try found.readText())
    }
}
