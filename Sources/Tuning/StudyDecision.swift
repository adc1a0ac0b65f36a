public import Recognition

/// The machine half of the study.
public struct MachineResult: Codable, Sendable, Equatable {
    /// One point per setting and concurrency: the winner at every concurrency and, where the budget allows it, the other
    /// contenders at 1 and at the chosen one.
    public var points: [MachinePoint]
    /// The concurrency that goes into the tuned file; nil when the machine half was not measured.
    public var chosenConcurrency: Int?
    /// Why it was chosen, as a sentence.
    public var reason: String
    /// Resident size above which a child is replaced, in bytes; nil for the worker's own default.
    public var childMemoryBytes: Int?
}

/// What the pool did at one concurrency, all kinds of input in the proportions of the mix.
public struct MachinePoint: Codable, Sendable, Equatable {
    /// The setting.
    public var setting: SettingID
    /// Children reading at the same time.
    public var concurrency: Int
    /// Documents read.
    public var documents: Int
    /// Pages read.
    public var pages: Int
    /// Elapsed seconds.
    public var wallSeconds: Double
    /// Pages per elapsed second.
    public var pagesPerSecond: Double
    /// CPU seconds of the children per page.
    public var cpuSecondsPerPage: Double
    /// From handing a document to the pool until its answer, per document, waiting for a free child not counted.
    public var latency: LatencyFigures
    /// Highest sum of the resident sizes of the process tree that was sampled, in bytes.
    public var residentBytes: Int?
    /// Highest sum of the proportional sizes of the process tree that was sampled, in bytes.
    public var proportionalBytes: Int?
    /// Sum of the peaks of the tree's processes, in bytes: what it would need if all peaked at once.
    public var peakBytes: Int?
    /// Peak resident size of each child, in bytes.
    public var childPeakBytes: [Int]
    /// Elapsed seconds of the documents by kind of input, sorted; nil in results of older programs.
    public var serviceSeconds: [InputKind: [Double]]?
    /// Elapsed seconds of the documents / those of the same documents with one child; nil where that is not known.
    public var slowdown: Double?
}

/// What the study decided.
public struct Decision: Codable, Sendable, Equatable {
    /// What the tuned file says.
    public var winner: SettingID
    /// Best on the tune split.
    public var candidate: SettingID
    /// Whether the candidate was not confirmed and the incumbent stays.
    public var incumbentKept: Bool
    /// The rule of selection, as a sentence.
    public var selectionRule: String
    /// The rule of confirmation, as a sentence.
    public var confirmationRule: String
    /// Why, as sentences.
    public var reasons: [String]
    /// The candidate against the defaults and the incumbent on the validation split.
    public var comparisons: [PairedComparison]
}

/// Two settings on the same documents, weighted by the mix.
public struct PairedComparison: Codable, Sendable, Equatable {
    /// The setting in question.
    public var setting: SettingID
    /// The setting that it is held against.
    public var against: SettingID
    /// The role of `against`.
    public var role: SettingRole
    /// The split.
    public var split: StudySplit
    /// Documents that both read.
    public var documents: Int
    /// Field accuracy of `setting` less that of `against`, a fraction (0.01 is one point).
    public var fieldAccuracyDifference: Estimate
    /// CPU seconds per page of `setting` / that of `against`.
    public var cpuRatio: Estimate
    /// Better in field accuracy or in CPU, and not worse in the other.
    public var passes: Bool
    /// What was found, as a sentence.
    public var finding: String
}
