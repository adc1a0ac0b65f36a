internal import Foundation
public import Recognition
public import Scorecard

/// A card of people's own with its truth, on its way into a corpus.
public struct CollectedCard: Sendable {
    /// The document's bytes.
    public var bytes: [UInt8]
    /// What they are.
    public var format: DocumentFormat
    /// What sort of input a reader takes it for.
    public var kind: InputKind
    /// Number of pages.
    public var pages: Int
    /// The card as printed.
    public var truth: Scorecard
    /// All text, row by row.
    public var text: String
    /// Where values stand, as far as it is known.
    public var boxes: CardBoxes
    /// The split, or nil to let the match decide.
    public var split: CorpusSplit?
    /// How it came.
    public var provenance: CardProvenance

    /// Creates a card.
    public init(
        bytes: [UInt8], format: DocumentFormat, kind: InputKind, pages: Int, truth: Scorecard, text: String,
        boxes: CardBoxes = CardBoxes(), split: CorpusSplit? = nil, provenance: CardProvenance
    ) {
        self.bytes = bytes
        self.format = format
        self.kind = kind
        self.pages = pages
        self.truth = truth
        self.text = text
        self.boxes = boxes
        self.split = split
        self.provenance = provenance
    }

    /// Names the document by its bytes: a file name may be a child's.
    var id: String { "own-" + Files.sha256(bytes).prefix(12) }

    /// Both pictures of one match fall into one split, so that nothing is chosen and confirmed on the same match.
    var splitOfMatch: CorpusSplit {
        let named = (truth.teams + truth.innings.compactMap(\.team)).map { $0.lowercased() }
        let match = named.isEmpty ? id : Set(named).sorted().joined(separator: "|") + "|" + (truth.date ?? "")
        return Files.sha256(Array(match.utf8)).utf8.first.map { $0 % 2 == 0 } == true ? .tune : .validation
    }

    /// Text as the linter wants it.
    var cleanText: String {
        let composed = text.precomposedStringWithCanonicalMapping
        let kept = composed.unicodeScalars.filter {
            $0 == "\n" || $0 == "\u{0C}" || ($0.value >= 0x20 && $0.value != 0xFEFF)
        }
        return String(String.UnicodeScalarView(kept))
    }
}
