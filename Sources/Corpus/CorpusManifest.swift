public import Recognition

/// What a set of pages may be used for. Nothing is ever selected and reported on the same split.
public enum CorpusSplit: String, Codable, Sendable, Hashable, CaseIterable {
    /// Settings are chosen on these pages.
    case tune
    /// The chosen settings are confirmed and gated on these.
    case validation
    /// Kept for a final word; the committed corpus has none.
    case test
}

/// One document of a corpus, as the manifest lists it.
public struct CorpusDocument: Codable, Sendable, Hashable {
    /// Name of its folder; unique in the corpus.
    public var id: String
    /// The split it belongs to.
    public var split: CorpusSplit
    /// What sort of input it is.
    public var kind: InputKind
    /// Name of the layout, `league-form` for example.
    public var layout: String
    /// Seed that made it; 0 for documents that were not synthesised.
    public var seed: UInt64
    /// The document's file name, `card.png`.
    public var file: String
    /// Number of pages.
    public var pages: Int
    /// SHA-256 of each file of the folder in lower-case hex, by file name.
    public var sha256: [String: String]
    /// How a card that was not drawn came here; nil for a drawn one.
    public var provenance: CardProvenance?

    /// Creates an entry.
    public init(
        id: String, split: CorpusSplit, kind: InputKind, layout: String, seed: UInt64, file: String, pages: Int,
        sha256: [String: String], provenance: CardProvenance? = nil
    ) {
        self.id = id
        self.split = split
        self.kind = kind
        self.layout = layout
        self.seed = seed
        self.file = file
        self.pages = pages
        self.sha256 = sha256
        self.provenance = provenance
    }

    /// Its folder, relative to the corpus.
    public var folder: String { split.rawValue + "/" + id }

    static let truthFile = "truth.json"
    static let textFile = "truth.txt"
    static let boxesFile = "boxes.json"

    /// The files that every document has.
    var requiredFiles: [String] { [file, Self.truthFile, Self.textFile] }
}

/// `manifest.json`: what a corpus holds.
public struct CorpusManifest: Codable, Sendable, Hashable {
    /// The layout of manifests that this program reads and writes.
    public static let currentSchema = 1

    /// Version of this layout.
    public var schemaVersion: Int
    /// What made the corpus, `cricksy-bench corpus synth --seed 7 --count 80`; nil for a collected one.
    public var origin: String?
    /// Every document, ordered by folder.
    public var documents: [CorpusDocument]

    /// Creates a manifest with its documents in order.
    public init(origin: String? = nil, documents: [CorpusDocument]) {
        self.schemaVersion = Self.currentSchema
        self.origin = origin
        self.documents = documents.sorted { $0.folder < $1.folder }
    }
}
