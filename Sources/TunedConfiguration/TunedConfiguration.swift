internal import FoundationEssentials

/// The file in which bench and worker meet: how to read cards, how many readers run on each machine of a fleet, and what
/// says so.
///
/// A value of this type is always valid and its hash right; there is no other way to make one.
public struct TunedConfiguration: Codable, Sendable, Hashable {
    /// The layout that this program writes. It reads version 1 too, see `SchemaOne`.
    public static let currentSchemaVersion = 2

    /// Version of the layout.
    public let schemaVersion: Int
    /// How a page is read; follows corpus, engine and models.
    public let recognition: RecognitionHalf
    /// How many readers run and what each may cost, for each machine that was measured; sorted, no machine twice.
    public let machines: [MachineHalf]
    /// SHA-256 over the canonical JSON of all the rest, in hexadecimal.
    public let contentHash: String

    /// Puts a file together and seals it with its hash.
    ///
    /// - Throws: `invalid` when the values break a rule.
    public init(
        recognition: RecognitionHalf, machines: [MachineHalf]
    ) throws(TunedConfigurationError) {
        let content = Content(
            schemaVersion: Self.currentSchemaVersion, recognition: recognition,
            machines: machines.sorted { $0.provenance.machine.key < $1.provenance.machine.key })
        self.init(content, contentHash: try content.hash())
        if let reason = invalidReason { throw .invalid(path: nil, reason: reason) }
    }

    private init(_ content: Content, contentHash: String) {
        schemaVersion = content.schemaVersion
        recognition = content.recognition
        machines = content.machines
        self.contentHash = contentHash
    }

    var content: Content {
        Content(schemaVersion: schemaVersion, recognition: recognition, machines: machines)
    }

    /// What the hash is taken over.
    struct Content: Codable {
        var schemaVersion: Int
        var recognition: RecognitionHalf
        var machines: [MachineHalf]

        func hash() throws(TunedConfigurationError) -> String {
            ContentHash.hexadecimal(of: try CanonicalJSON.encode(self))
        }
    }
}
