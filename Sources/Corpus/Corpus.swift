public import Scorecard

/// A corpus on disk whose files are those of its manifest.
public struct Corpus: Sendable, Hashable {
    /// Path of its directory.
    public let directory: String
    /// What it holds.
    public let manifest: CorpusManifest
    /// SHA-256 of the manifest, in hex: names the corpus in evidence, since the manifest holds the hash of every file.
    public let hash: String

    init(directory: String, manifest: CorpusManifest, hash: String) {
        self.directory = directory
        self.manifest = manifest
        self.hash = hash
    }

    /// Every document, ordered by folder.
    public var documents: [CorpusDocument] { manifest.documents }

    /// The documents of one split.
    public func documents(in split: CorpusSplit) -> [CorpusDocument] {
        documents.filter { $0.split == split }
    }

    /// Path of the document itself.
    public func path(of document: CorpusDocument) -> String { path(document.file, of: document) }

    /// The document's bytes.
    public func bytes(of document: CorpusDocument) throws(CorpusError) -> [UInt8] {
        try Files.read(path(of: document))
    }

    /// The card as printed.
    public func truth(of document: CorpusDocument) throws(CorpusError) -> Scorecard {
        let path = path(CorpusDocument.truthFile, of: document)
        let bytes = try Files.read(path)
        do {
            return try ScorecardJSON.decode(bytes)
        } catch {
            throw .badTruth(path: path, reason: error.sentence)
        }
    }

    /// All text of the document, row by row.
    public func truthText(of document: CorpusDocument) throws(CorpusError) -> String {
        let path = path(CorpusDocument.textFile, of: document)
        guard let text = String(validating: try Files.read(path), as: UTF8.self) else {
            throw .badTruth(path: path, reason: "it is not UTF-8")
        }
        return text
    }

    func path(_ file: String, of document: CorpusDocument) -> String { "\(directory)/\(document.folder)/\(file)" }
}
