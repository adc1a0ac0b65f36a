/// How a card that was not drawn came into a corpus. Such cards are people's data, often children's.
public struct CardProvenance: Codable, Sendable, Hashable {
    /// The ways in.
    public enum Way: String, Codable, Sendable, Hashable {
        /// A person corrected what our reader drafted (`corpus label`).
        case labelled
        /// It came with its truth (`corpus import`).
        case imported
    }

    /// Its way in.
    public var way: Way
    /// Who agreed that the card may be used, and when, as whoever brought it says.
    public var consent: String?
    /// Where it came from, `upload 42`; never a file name, which may be a child's.
    public var source: String?
    /// The day on which it came, `2026-11-26`.
    public var added: String
    /// The text was drafted by a reader and corrected by nobody: it counts neither for nor against a reader.
    public var hasDraftText: Bool

    /// Creates a provenance.
    public init(
        way: Way, consent: String? = nil, source: String? = nil, added: String, hasDraftText: Bool
    ) {
        self.way = way
        self.consent = consent
        self.source = source
        self.added = added
        self.hasDraftText = hasDraftText
    }
}

extension CorpusDocument {
    /// Whether it is a card of real people.
    public var isPersonal: Bool { provenance != nil }

    /// Whether a report may show any of its pixels: people's cards only where whoever asks for the report said so
    /// (`--with-crops`).
    public func mayShowPixels(withCrops: Bool) -> Bool { withCrops || !isPersonal }
}
