internal import FoundationEssentials

/// What a program runs on, as far as concurrency and memory depend on it.
public struct MachineFingerprint: Codable, Sendable, Hashable {
    /// Name of the processor; nil when unknown.
    public var cpuModel: String?
    /// Processors that this process may run on.
    public var cores: Int
    /// Processors' worth of time that the control group allows; nil for no quota.
    public var cpuQuota: Double?
    /// Memory of the machine.
    public var memoryBytes: Int
    /// Memory that the control group allows; nil for no limit.
    public var memoryLimitBytes: Int?
    /// Release of the kernel; nil when unknown.
    public var kernel: String?

    /// Creates a fingerprint.
    public init(
        cpuModel: String?, cores: Int, cpuQuota: Double?, memoryBytes: Int, memoryLimitBytes: Int?, kernel: String?
    ) {
        self.cpuModel = cpuModel
        self.cores = cores
        self.cpuQuota = cpuQuota
        self.memoryBytes = memoryBytes
        self.memoryLimitBytes = memoryLimitBytes
        self.kernel = kernel
    }

    /// The machine that this process runs on.
    public static func current() -> MachineFingerprint { read(root: "") }

    /// The same with `/proc` and `/sys` under another root, for tests.
    package static func read(root: String) -> MachineFingerprint {
        let system = SystemFiles(root: root)
        let groups = ControlGroups(system)
        return MachineFingerprint(
            cpuModel: system.cpuModel, cores: ProcessInfo.processInfo.activeProcessorCount, cpuQuota: groups.cpuQuota,
            memoryBytes: system.memoryBytes ?? Int(clamping: ProcessInfo.processInfo.physicalMemory),
            memoryLimitBytes: groups.memoryLimit, kernel: system.line("/proc/sys/kernel/osrelease"))
    }

    /// Processors that can be kept busy: the quota where it is below the cores.
    public var usableCores: Double { min(Double(cores), cpuQuota ?? .infinity) }
    /// Memory that can be used: the limit where it is below the machine's.
    public var usableMemoryBytes: Int { min(memoryBytes, memoryLimitBytes ?? .max) }
}

/// Small files that Linux makes up; on other systems there are none and every answer is nil.
private struct SystemFiles {
    let root: String

    func text(_ path: String) -> String? {
        #if os(Linux)
            guard let data = FileManager.default.contents(atPath: root + path) else { return nil }
            return String(decoding: data, as: UTF8.self)
        #else
            return nil
        #endif
    }

    func line(_ path: String) -> String? {
        text(path)?.split(separator: "\n").first.map { String($0) }
    }

    var cpuModel: String? { value(of: "model name", in: "/proc/cpuinfo") }

    var memoryBytes: Int? {
        value(of: "MemTotal", in: "/proc/meminfo")?.split(separator: " ").first.flatMap { Int($0) }.map { $0 << 10 }
    }

    private func value(of key: String, in path: String) -> String? {
        let line = text(path)?.split(separator: "\n").first { $0.hasPrefix(key) }
        return line?.split(separator: ":", maxSplits: 1).last.map { $0.drop { $0 == " " || $0 == "\t" } }.map(
            String.init)
    }
}

/// Limits of the control group and of all above it: the lowest holds.
private struct ControlGroups {
    let cpuQuota: Double?
    let memoryLimit: Int?

    init(_ system: SystemFiles) {
        let lines = (system.text("/proc/self/cgroup") ?? "").split(separator: "\n").map {
            $0.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
        }
        func directories(_ controller: String) -> [String] {
            for line in lines where line.count == 3 && line[1].split(separator: ",").contains(Substring(controller)) {
                return Self.ancestors(of: line[2], in: "/sys/fs/cgroup/\(controller)")
            }
            let unified = lines.first { $0.count == 3 && $0[1].isEmpty }
            return Self.ancestors(of: unified?[2] ?? "/", in: "/sys/fs/cgroup")
        }
        cpuQuota = directories("cpu").compactMap { Self.quota(in: $0, system) }.min()
        memoryLimit = directories("memory").compactMap { Self.limit(in: $0, system) }.min()
    }

    /// A container sees its own group as the root, whatever the path says: the mount point is always among them.
    private static func ancestors(of path: String, in mount: String) -> [String] {
        let parts = path.split(separator: "/").map(String.init)
        return (0...parts.count).map { ([mount] + parts.prefix($0)).joined(separator: "/") }
    }

    private static func quota(in directory: String, _ system: SystemFiles) -> Double? {
        if let parts = system.line(directory + "/cpu.max")?.split(separator: " "), parts.count == 2 {
            return ratio(String(parts[0]), String(parts[1]))
        }
        return ratio(system.line(directory + "/cpu.cfs_quota_us"), system.line(directory + "/cpu.cfs_period_us"))
    }

    private static func ratio(_ quota: String?, _ period: String?) -> Double? {
        guard let quota = quota.flatMap(Double.init), let period = period.flatMap(Double.init) else { return nil }
        return quota > 0 && period > 0 ? quota / period : nil
    }

    private static func limit(in directory: String, _ system: SystemFiles) -> Int? {
        let text = system.line(directory + "/memory.max") ?? system.line(directory + "/memory.limit_in_bytes")
        // Version 1 says "no limit" by a number near 2^63.
        return text.flatMap { Int($0) }.flatMap { $0 < 1 << 60 ? $0 : nil }
    }
}
