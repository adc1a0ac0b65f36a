internal import FoundationEssentials
internal import Scorecard

/// A corpus of people's own cards, which grows card by card and stays out of git unless somebody takes it in by hand.
public struct CardCollection: Sendable {
    /// Where cards of people go unless another directory is named.
    public static let defaultDirectory = "corpus/imported"

    /// Path of its directory.
    public let directory: String
    private var documents: [CorpusDocument]
    private let origin: String?

    /// Opens the corpus in a directory, or takes an empty or new directory for one.
    ///
    /// - Parameter alone: refuse a corpus that holds drawn cards.
    public init(at directory: String, alone: Bool) throws(CorpusError) {
        self.directory = directory
        guard Files.exists(directory + "/" + CorpusDirectory.manifestFile) else {
            (documents, origin) = ([], nil)
            return
        }
        let manifest = try CorpusDirectory.open(at: directory).manifest
        if alone, !manifest.documents.allSatisfy(\.isPersonal) { throw .holdsDrawnCards(path: directory) }
        (documents, origin) = (manifest.documents, manifest.origin)
    }

    /// Stores a document with its truth, and says under which entry. Nothing is left of one that the linter refuses.
    ///
    /// - Parameter replacing: whether the document may be there already and takes the new truth.
    @discardableResult
    public mutating func add(_ card: CollectedCard, replacing: Bool = false) throws(CorpusError) -> CorpusDocument {
        var card = card
        card.truth = TruthDraft.tidied(card.truth)
        let problems = CorpusLinter.problems(in: card.truth)
        guard problems.isEmpty else { throw .faultyTruth(problems) }
        let known = documents.filter { $0.id == card.id }
        if let first = known.first, !replacing { throw .alreadyCollected(id: first.id) }
        try keepOutOfGit()
        let files = try files(of: card)
        let document = entry(of: card, files)
        try store(files, as: document, inPlaceOf: known)
        documents = documents.filter { $0.id != card.id } + [document]
        try writeManifest()
        return document
    }

    /// Whether the corpus has a document with these bytes.
    public func holds(_ bytes: [UInt8]) -> Bool {
        let hash = Files.sha256(bytes)
        return documents.contains { $0.sha256.values.contains(hash) }
    }

    private typealias NamedFile = (name: String, bytes: [UInt8])

    private func files(of card: CollectedCard) throws(CorpusError) -> [NamedFile] {
        let boxes = card.boxes.of(card.truth)
        let files: [NamedFile] = [
            (CardFile.name(card.format), card.bytes),
            (CorpusDocument.truthFile, Array(ScorecardJSON.encode(card.truth).utf8)),
            (CorpusDocument.textFile, Array(card.cleanText.utf8)),
        ]
        return boxes.places.isEmpty ? files : files + [(CorpusDocument.boxesFile, try boxes.encoded())]
    }

    private func entry(of card: CollectedCard, _ files: [NamedFile]) -> CorpusDocument {
        CorpusDocument(
            id: card.id, split: card.split ?? card.splitOfMatch, kind: card.kind, layout: "own", seed: 0,
            file: CardFile.name(card.format), pages: card.pages,
            sha256: Dictionary(files.map { ($0.name, Files.sha256($0.bytes)) }) { first, _ in first },
            provenance: card.provenance)
    }

    /// Writes and lints beside the corpus first: what is there already goes only for what is good.
    private func store(
        _ files: [NamedFile], as document: CorpusDocument, inPlaceOf known: [CorpusDocument]
    ) throws(CorpusError) {
        let staging = directory + "/.incoming"
        defer { Files.remove(staging) }
        try Files.makeDirectory(staging + "/" + document.folder)
        for file in files { try Files.write(file.bytes, to: staging + "/" + document.folder + "/" + file.name) }
        let corpus = Corpus(directory: staging, manifest: CorpusManifest(documents: [document]), hash: "")
        let faults = CorpusLinter.lint(document, of: corpus)
        guard faults.isEmpty else { throw .faultyTruth(faults.map(\.problem)) }
        for old in known { Files.remove(directory + "/" + old.folder) }
        try Files.move(staging + "/" + document.folder, to: directory + "/" + document.folder)
    }

    private func writeManifest() throws(CorpusError) {
        let manifest = try CorpusManifest(origin: origin, documents: documents).encoded()
        try Files.write(manifest, to: directory + "/" + CorpusDirectory.manifestFile)
    }

    /// Only a corpus that begins now: what somebody took out of an older one's .gitignore stays out.
    private func keepOutOfGit() throws(CorpusError) {
        guard documents.isEmpty, origin == nil else { return }
        try Files.makeDirectory(directory)
        let path = directory + "/.gitignore"
        if Files.exists(path) { return }
        try Files.write(Array("# People's cards: not for git.\n*\n".utf8), to: path)
    }
}

extension CardBoxes {
    func encoded() throws(CorpusError) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        do {
            return Array(try encoder.encode(self)) + [0x0A]
        } catch {
            throw .drawingFailed("the boxes could not be encoded: \(error)")
        }
    }
}

extension Corpus {
    /// Where the truth's values stand, as far as it was kept; nil for drawn cards.
    public func boxes(of document: CorpusDocument) throws(CorpusError) -> CardBoxes? {
        guard document.sha256[CorpusDocument.boxesFile] != nil else { return nil }
        let path = path(CorpusDocument.boxesFile, of: document)
        let bytes = try Files.read(path)
        do {
            return try JSONDecoder().decode(CardBoxes.self, from: Data(bytes))
        } catch {
            throw .badTruth(path: path, reason: "it is not a list of boxes")
        }
    }
}
