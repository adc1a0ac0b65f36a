extension TunedConfiguration {
    /// Which recognition half a merged file gets.
    public enum RecognitionChoice: String, Sendable, Hashable, CaseIterable {
        /// The one that was made later; the file's own when both are of the same second.
        case newer
        /// The file's own.
        case keep
        /// The other's.
        case replace
    }

    /// This file with another's halves: machines of both, the other's where both measured one machine.
    public func merging(
        _ other: TunedConfiguration, recognition choice: RecognitionChoice
    ) throws(TunedConfigurationError) -> TunedConfiguration {
        let isReplaced =
            switch choice {
            case .newer: other.recognition.provenance.created > recognition.provenance.created
            case .keep: false
            case .replace: true
            }
        let kept = machines.filter { mine in
            !other.machines.contains { $0.provenance.machine.isSameMachine(as: mine.provenance.machine) }
        }
        return try TunedConfiguration(
            recognition: isReplaced ? other.recognition : recognition, machines: kept + other.machines)
    }

    /// This file with what the probe pages read like. Only right while the engine is the one that it was tuned with.
    public func recording(
        probe: [ProbeText]
    ) throws(TunedConfigurationError) -> TunedConfiguration {
        var half = recognition
        half.probe = probe
        return try TunedConfiguration(recognition: half, machines: machines)
    }
}
