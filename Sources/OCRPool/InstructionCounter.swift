internal import CProcessShim
internal import Glibc

/// Counts the instructions that a reader runs outside the kernel, which two runs of the same work have in common to a
/// thousandth. Needs a processor's counters, which many virtual machines hide, and the right to look at a process that
/// has locked itself in (`CAP_PERFMON`, or root).
public final class InstructionCounter: Sendable {
    /// The process whose instructions are counted.
    public let processID: Int32
    private let descriptor: Int32

    /// Counts from now on; nil where that is not possible.
    public init?(processID: Int32) {
        descriptor = process_count_instructions(processID)
        self.processID = processID
        guard descriptor >= 0 else { return nil }
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
    }

    /// Instructions since the beginning; nil when the kernel does not say.
    public var value: UInt64? {
        var count: UInt64 = 0
        let bytes = withUnsafeMutableBytes(of: &count) { read(descriptor, $0.baseAddress, $0.count) }
        return bytes == MemoryLayout<UInt64>.size ? count : nil
    }
}
