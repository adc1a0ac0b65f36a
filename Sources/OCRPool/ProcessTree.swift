internal import OCRWire

/// Memory of this process and of all processes under it. Three figures that must not be mixed up.
public struct MemorySample: Sendable, Hashable {
    /// Processes counted.
    public var processes: Int
    /// Sum of `VmRSS`: pages shared by several processes count in each.
    public var residentBytes: Int
    /// Sum of `Pss`: a shared page counts once, spread over those that share it; nil when the kernel does not let one
    /// of them be read.
    public var proportionalBytes: Int?
    /// Sum of `VmHWM`, each process's own peak: an upper bound of the tree's, as the peaks need not coincide. Readers
    /// reset theirs with each document.
    public var peakResidentBytes: Int

    /// Creates a sample.
    public init(processes: Int, residentBytes: Int, proportionalBytes: Int?, peakResidentBytes: Int) {
        self.processes = processes
        self.residentBytes = residentBytes
        self.proportionalBytes = proportionalBytes
        self.peakResidentBytes = peakResidentBytes
    }
}

/// The tree of processes under this one.
public enum ProcessTree {
    /// What the tree has in memory now. Takes about a millisecond for each process; a process that ends meanwhile is
    /// left out.
    public static func sample() -> MemorySample {
        var sample = MemorySample(processes: 0, residentBytes: 0, proportionalBytes: 0, peakResidentBytes: 0)
        for process in processes() {
            let path = "/proc/\(process)"
            guard let status = ProcFile.read("\(path)/status"),
                let resident = ProcessStatus.bytes(of: "VmRSS", in: status)
            else { continue }
            sample.processes += 1
            sample.residentBytes += resident
            sample.peakResidentBytes += ProcessStatus.bytes(of: "VmHWM", in: status) ?? resident
            let proportional = ProportionalSizes.bytes(of: process)
            sample.proportionalBytes = sample.proportionalBytes.flatMap { sum in proportional.map { sum + $0 } }
        }
        return sample
    }

    /// This process, its children, theirs, and so on. A child stands under the thread that started it.
    package static func processes() -> [String] {
        var found = ["self"]
        var next = 0
        while next < found.count {
            let tasks = "/proc/\(found[next])/task"
            for thread in ProcFile.numbers(in: tasks) {
                let children = ProcFile.read("\(tasks)/\(thread)/children") ?? []
                found += children.split(separator: UInt8(ascii: " ")).map { String(decoding: $0, as: UTF8.self) }
            }
            next += 1
        }
        return found
    }
}
