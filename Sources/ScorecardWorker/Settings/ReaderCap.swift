public import TunedConfiguration

/// How many readers a machine can serve. A reader computes without a pause, so more of them than CPUs do not read more;
/// they only make the memory run out.
public struct ReaderCap: Sendable, Hashable {
    /// While one reader works, the document of another may still be on its way from storage or into the database.
    public static let readersPerCPU = 2
    /// Kept for the worker itself.
    public static let workerBytes = 256 << 20

    /// Readers at the most; 1 or more.
    public let readers: Int
    /// Completes "N readers were asked for and M are run: ...".
    public let reason: String

    /// - Parameter readerBytes: resident size that one reader may reach.
    public init(machine: MachineFingerprint, readerBytes: Int) {
        let cpus = max(1, Int((machine.usableCores * Double(Self.readersPerCPU)).rounded(.down)))
        let memory = max(1, (machine.usableMemoryBytes - Self.workerBytes) / max(1, readerBytes))
        if cpus <= memory {
            let isQuota = machine.usableCores < Double(machine.cores)
            readers = cpus
            reason =
                "\(machine.usableCores.plain) CPU\(machine.usableCores == 1 ? "" : "s")"
                + "\(isQuota ? " (quota of the control group)" : "") keep at most \(cpus) busy"
        } else {
            let isLimit = machine.usableMemoryBytes < machine.memoryBytes
            readers = memory
            reason =
                "\(machine.usableMemoryBytes >> 20) MiB of memory\(isLimit ? " (limit of the control group)" : "") "
                + "hold at most \(memory) of up to \(readerBytes >> 20) MiB beside the worker"
        }
    }

    /// The count that is run instead of the count that was asked for, and why when they differ.
    public func applied(to wanted: Int) -> (readers: Int, reason: String?) {
        guard wanted > readers else { return (wanted, nil) }
        return (readers, "\(wanted) readers were asked for and \(readers) are run: \(reason)")
    }
}
