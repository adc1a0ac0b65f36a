/// What a soak saw of this process and its readers while nothing was being read.
public struct SoakCheckpoint: Sendable, Hashable, Codable {
    /// Documents read so far.
    public var documents: Int
    /// Seconds since the first document.
    public var seconds: Double
    /// Sum of `VmRSS` of the tree, in bytes.
    public var residentBytes: Int
    /// Sum of `Pss` of the tree, in bytes; nil when the kernel does not say.
    public var proportionalBytes: Int?
    /// Sum of `VmHWM` of the tree, in bytes.
    public var peakBytes: Int
    /// Open descriptors of this process.
    public var descriptors: Int
    /// Processes of the tree, this one included.
    public var processes: Int
    /// Processes of the tree that have ended and were not reaped.
    public var zombies: Int

    package init(
        documents: Int, seconds: Double, residentBytes: Int, proportionalBytes: Int?, peakBytes: Int, descriptors: Int,
        processes: Int, zombies: Int
    ) {
        self.documents = documents
        self.seconds = seconds
        self.residentBytes = residentBytes
        self.proportionalBytes = proportionalBytes
        self.peakBytes = peakBytes
        self.descriptors = descriptors
        self.processes = processes
        self.zombies = zombies
    }
}

/// Many documents through one pool, and what was left of them.
public struct SoakResult: Sendable, Hashable, Codable {
    /// How far the resident size at the end may be from that of the first checkpoint, as a share of it.
    public static let tolerance = 0.05

    /// Readers.
    public var concurrency: Int
    /// Documents after which a reader is replaced; nil for never.
    public var recycledAfter: Int?
    /// What locked the readers in.
    public var sandbox: [String]
    /// In the order of time; the first is what the last is held against.
    public var checkpoints: [SoakCheckpoint]
    /// Documents that gave a result.
    public var results: Int
    /// Documents that gave none, by reason.
    public var failures: [String: Int]
    /// CPU seconds of the whole tree, start and recycling included.
    public var cpuSeconds: Double
    /// Files in /tmp and /dev/shm that were not there before.
    public var leftFiles: [String]

    package init(
        concurrency: Int, recycledAfter: Int?, sandbox: [String], checkpoints: [SoakCheckpoint], results: Int,
        failures: [String: Int], cpuSeconds: Double, leftFiles: [String]
    ) {
        self.concurrency = concurrency
        self.recycledAfter = recycledAfter
        self.sandbox = sandbox
        self.checkpoints = checkpoints
        self.results = results
        self.failures = failures
        self.cpuSeconds = cpuSeconds
        self.leftFiles = leftFiles
    }

    /// How the resident size changed from the first half of the checkpoints to the second, medians of each, as a share of the
    /// first: a single look depends on which documents were read last.
    public var growth: Double {
        let sizes = checkpoints.map(\.residentBytes)
        let half = sizes.count / 2
        guard let first = Self.median(sizes.prefix(half)), let last = Self.median(sizes.suffix(half)), first > 0 else {
            return 0
        }
        return (last - first) / first
    }

    private static func median(_ sizes: ArraySlice<Int>) -> Double? {
        guard !sizes.isEmpty else { return nil }
        let sorted = sizes.sorted()
        return Double(sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
    }

    /// What is wrong, a sentence each; empty when all is well.
    public var problems: [String] {
        var problems: [String] = []
        if growth > Self.tolerance {
            problems.append(
                "Resident memory grew by \(percent(growth)); at most \(percent(Self.tolerance)) is allowed.")
        }
        if let first = checkpoints.first, let last = checkpoints.last, last.descriptors > first.descriptors {
            problems.append("Open descriptors grew from \(first.descriptors) to \(last.descriptors).")
        }
        if let zombies = checkpoints.map(\.zombies).max(), zombies > 0 {
            problems.append("\(zombies) ended readers were not reaped.")
        }
        if !leftFiles.isEmpty { problems.append("Files were left: \(leftFiles.joined(separator: ", ")).") }
        return problems
    }

    private func percent(_ share: Double) -> String { "\((share * 100).shortDecimal)%" }
}
