internal import FoundationEssentials
public import Recognition

/// The file in which bench and worker meet: how to read cards on this machine, and what says so.
///
/// A value of this type is always valid and its hash right; there is no other way to make one.
public struct TunedConfiguration: Codable, Sendable, Hashable {
    /// The layout that this program writes.
    public static let currentSchemaVersion = 1

    /// Version of the layout.
    public let schemaVersion: Int
    /// How a page is read; follows corpus, engine and models.
    public let recognition: RecognitionHalf
    /// How many readers run and what each may cost; follows CPUs, quota and memory. Nil when it was not measured.
    public let machine: MachineHalf?
    /// What was measured.
    public let evidence: Evidence
    /// Where, when and with what it was measured.
    public let provenance: Provenance
    /// SHA-256 over the canonical JSON of all the rest, in hexadecimal.
    public let contentHash: String

    /// The half that follows corpus, engine and models.
    public struct RecognitionHalf: Codable, Sendable, Hashable {
        /// Settings by kind of input; a kind that none lists is read with the first.
        public var profiles: [RecognitionProfile]

        /// Creates the half.
        public init(profiles: [RecognitionProfile]) { self.profiles = profiles }
    }

    /// The half that follows the machine.
    public struct MachineHalf: Codable, Sendable, Hashable {
        /// Readers that run at once.
        public var concurrency: Int
        /// Documents after which a reader is replaced.
        public var tasksPerChild: Int
        /// After this time a reader gives a document up by itself.
        public var softLimitSeconds: Double
        /// After this time a reader is killed.
        public var hardLimitSeconds: Double
        /// Resident size above which a reader is replaced; nil for none.
        public var childMemoryBytes: Int?

        /// Creates the half; the defaults but for the concurrency are those that ship.
        public init(
            concurrency: Int, tasksPerChild: Int = 50, softLimitSeconds: Double = 540, hardLimitSeconds: Double = 600,
            childMemoryBytes: Int? = nil
        ) {
            self.concurrency = concurrency
            self.tasksPerChild = tasksPerChild
            self.softLimitSeconds = softLimitSeconds
            self.hardLimitSeconds = hardLimitSeconds
            self.childMemoryBytes = childMemoryBytes
        }
    }

    /// Puts a file together and seals it with its hash.
    public init(
        recognition: RecognitionHalf, machine: MachineHalf?, evidence: Evidence, provenance: Provenance
    ) throws(TunedConfigurationError) {
        let content = Content(
            schemaVersion: Self.currentSchemaVersion, recognition: recognition, machine: machine, evidence: evidence,
            provenance: provenance)
        self.init(content, contentHash: try content.hash())
        if let reason = invalidReason { throw .invalid(path: nil, reason: reason) }
    }

    private init(_ content: Content, contentHash: String) {
        schemaVersion = content.schemaVersion
        recognition = content.recognition
        machine = content.machine
        evidence = content.evidence
        provenance = content.provenance
        self.contentHash = contentHash
    }

    var content: Content {
        Content(
            schemaVersion: schemaVersion, recognition: recognition, machine: machine, evidence: evidence,
            provenance: provenance)
    }

    /// What the hash is taken over.
    struct Content: Codable {
        var schemaVersion: Int
        var recognition: RecognitionHalf
        var machine: MachineHalf?
        var evidence: Evidence
        var provenance: Provenance

        func hash() throws(TunedConfigurationError) -> String {
            ContentHash.hexadecimal(of: try CanonicalJSON.encode(self))
        }
    }
}
