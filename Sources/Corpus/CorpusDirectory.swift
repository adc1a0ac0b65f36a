internal import Crypto
internal import FoundationEssentials

/// Opens a corpus.
public enum CorpusDirectory {
    /// Name of the file that makes a directory a corpus.
    public static let manifestFile = "manifest.json"

    /// Loads the corpus and checks every file that its manifest lists against its hash.
    public static func load(at path: String) throws(CorpusError) -> Corpus {
        let corpus = try open(at: path)
        for document in corpus.documents { try verify(document, of: corpus) }
        return corpus
    }

    /// Reads the manifest alone.
    static func open(at path: String) throws(CorpusError) -> Corpus {
        let file = path + "/" + manifestFile
        guard FileManager.default.fileExists(atPath: file) else { throw .noManifest(path: path) }
        let bytes = try Files.read(file)
        return Corpus(directory: path, manifest: try decode(bytes, file: file), hash: Files.sha256(bytes))
    }

    static func verify(_ document: CorpusDocument, of corpus: Corpus) throws(CorpusError) {
        for (file, expected) in document.sha256.sorted(by: { $0.key < $1.key }) {
            let path = corpus.path(file, of: document)
            let found = Files.sha256(try Files.read(path))
            guard found == expected else { throw .wrongHash(path: path, expected: expected, found: found) }
        }
    }

    private static func decode(_ bytes: [UInt8], file: String) throws(CorpusError) -> CorpusManifest {
        let manifest: CorpusManifest
        do {
            let version = try JSONDecoder().decode(Version.self, from: Data(bytes)).schemaVersion
            guard version <= CorpusManifest.currentSchema else {
                throw CorpusError.newerSchema(path: file, found: version, supported: CorpusManifest.currentSchema)
            }
            manifest = try JSONDecoder().decode(CorpusManifest.self, from: Data(bytes))
        } catch let error as CorpusError {
            throw error
        } catch {
            throw .badManifest(path: file, reason: describe(error))
        }
        if let reason = firstFault(in: manifest) { throw .badManifest(path: file, reason: reason) }
        return manifest
    }

    /// What would let a document escape its folder, hide another, or go unverified.
    private static func firstFault(in manifest: CorpusManifest) -> String? {
        var ids: Set<String> = []
        for document in manifest.documents {
            let names = [document.id] + document.requiredFiles + Array(document.sha256.keys)
            if names.contains(where: { $0.isEmpty || $0.hasPrefix(".") || $0.contains("/") }) {
                return "the document \(document.id) names a path where a plain name belongs"
            }
            if let file = document.requiredFiles.first(where: { document.sha256[$0] == nil }) {
                return "the document \(document.id) has no hash for \(file)"
            }
            if !ids.insert(document.id).inserted { return "the document \(document.id) is listed twice" }
        }
        return nil
    }

    private static func describe(_ error: any Error) -> String {
        switch error {
        case DecodingError.keyNotFound(let key, _): "the key \(key.stringValue) is missing"
        case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context),
            DecodingError.dataCorrupted(let context):
            context.codingPath.isEmpty
                ? "it is not valid JSON"
                : "the value of \(context.codingPath.map(\.stringValue).joined(separator: "/")) is wrong"
        default: String(describing: error)
        }
    }

    private struct Version: Decodable {
        var schemaVersion: Int
    }
}

extension CorpusManifest {
    /// The manifest as `manifest.json` holds it: sorted keys, a newline at the end.
    func encoded() throws(CorpusError) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        do {
            return Array(try encoder.encode(self)) + [0x0A]
        } catch {
            throw .drawingFailed("the manifest could not be encoded: \(error)")
        }
    }
}
