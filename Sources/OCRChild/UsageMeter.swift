internal import Glibc
internal import OCRWire

/// What the requests cost this process. Its files are opened at once: a process that has locked itself in can open
/// neither.
struct UsageMeter {
    private let resetFile = open("/proc/self/clear_refs", O_WRONLY | O_CLOEXEC)
    private let statusFile = open("/proc/self/status", O_RDONLY | O_CLOEXEC)

    /// Sets the peak of the resident size back to its present value; returns the CPU seconds so far.
    func begin() -> Double {
        // "5": see proc_pid_clear_refs(5).
        _ = [UInt8(ascii: "5")].withUnsafeBytes { write(resetFile, $0.baseAddress, 1) }
        return Self.cpuSeconds()
    }

    /// The cost since `begin`.
    func end(cpuBefore: Double) -> ReportedUsage {
        ReportedUsage(cpuSeconds: max(0, Self.cpuSeconds() - cpuBefore), peakResidentBytes: peakResidentBytes())
    }

    private static func cpuSeconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    private func peakResidentBytes() -> Int {
        var text = [UInt8](repeating: 0, count: 4096)
        let count = pread(statusFile, &text, text.count, 0)
        return count > 0 ? ProcessStatus.bytes(of: "VmHWM", in: text[..<count]) ?? 0 : 0
    }
}
