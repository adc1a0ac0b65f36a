internal import FoundationEssentials
internal import Recognition

/// Schema 1: one recognition half, at most one machine half, one evidence and one provenance for both.
struct SchemaOne: Codable {
    var schemaVersion: Int
    var recognition: Recognition
    var machine: TunedConfiguration.MachineSettings?
    var evidence: TunedConfiguration.Evidence
    var provenance: TunedConfiguration.Provenance
    var contentHash: String

    struct Recognition: Codable { var profiles: [RecognitionProfile] }

    private struct Content: Codable {
        var schemaVersion: Int
        var recognition: Recognition
        var machine: TunedConfiguration.MachineSettings?
        var evidence: TunedConfiguration.Evidence
        var provenance: TunedConfiguration.Provenance
    }

    func hash() throws(TunedConfigurationError) -> String {
        let content = Content(
            schemaVersion: schemaVersion, recognition: recognition, machine: machine, evidence: evidence,
            provenance: provenance)
        return ContentHash.hexadecimal(of: try CanonicalJSON.encode(content))
    }

    /// The same in today's layout: both halves get the one provenance, and the curve behind the machine half was not kept.
    func migrated() throws(TunedConfigurationError) -> TunedConfiguration {
        let halves = machine.map { [TunedConfiguration.MachineHalf(settings: $0, provenance: provenance)] } ?? []
        return try TunedConfiguration(
            recognition: .init(profiles: recognition.profiles, evidence: evidence, provenance: provenance),
            machines: halves)
    }
}
