public import FoundationEssentials

extension TunedConfiguration {
    /// Where a file comes from.
    public struct Provenance: Codable, Sendable, Hashable {
        /// When it was made, to the second.
        public var created: Date
        /// Name of the run in `reports/runs`.
        public var run: String
        /// Name and version of the program.
        public var tool: String
        /// Commit of the program's sources; nil when unknown.
        public var gitCommit: String?
        /// Whether the sources had changes beyond that commit; nil when unknown.
        public var gitDirty: Bool?
        /// Hash of the corpus.
        public var corpusHash: String
        /// What read the pages.
        public var engine: EngineFingerprint
        /// What it ran on.
        public var machine: MachineFingerprint
        /// What locked the readers in while they were measured; nil when the file is older than that.
        public var sandbox: [String]?

        /// Creates a provenance.
        public init(
            created: Date, run: String, tool: String, gitCommit: String?, gitDirty: Bool?, corpusHash: String,
            engine: EngineFingerprint, machine: MachineFingerprint, sandbox: [String]? = nil
        ) {
            self.created = Date(timeIntervalSince1970: created.timeIntervalSince1970.rounded(.down))
            self.run = run
            self.tool = tool
            self.gitCommit = gitCommit
            self.gitDirty = gitDirty
            self.corpusHash = corpusHash
            self.engine = engine
            self.machine = machine
            self.sandbox = sandbox
        }
    }
}

/// Versions of what turns pictures into words. This room links no C library, so whoever does passes them in.
public struct EngineFingerprint: Codable, Sendable, Hashable {
    /// Version of libtesseract.
    public var tesseract: String
    /// Version of leptonica.
    public var leptonica: String
    /// Version of poppler.
    public var poppler: String
    /// SHA-256 of each model file by name without `.traineddata`.
    public var models: [String: String]

    /// Creates a fingerprint.
    public init(tesseract: String, leptonica: String, poppler: String, models: [String: String]) {
        self.tesseract = tesseract
        self.leptonica = leptonica
        self.poppler = poppler
        self.models = models
    }

    /// The same, with the models in a directory hashed; one that cannot be read is left out.
    public init(
        tesseract: String, leptonica: String, poppler: String, modelDirectory: String, models: some Sequence<String>
    ) {
        var hashes: [String: String] = [:]
        for model in Set(models) {
            let file = URL(filePath: "\(modelDirectory)/\(model).traineddata")
            guard let bytes = try? Data(contentsOf: file, options: .mappedIfSafe) else { continue }
            hashes[model] = ContentHash.hexadecimal(of: bytes)
        }
        self.init(tesseract: tesseract, leptonica: leptonica, poppler: poppler, models: hashes)
    }
}
