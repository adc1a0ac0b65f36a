internal import FoundationEssentials
public import Recognition

extension TunedConfiguration {
    /// The half that follows corpus, engine and models.
    public struct RecognitionHalf: Codable, Sendable, Hashable {
        /// Settings by kind of input; a kind that none lists is read with the first.
        public var profiles: [RecognitionProfile]
        /// What these settings read on the probe pages when they were tuned; nil when that was not recorded.
        public var probe: [ProbeText]?
        /// What was measured.
        public var evidence: Evidence
        /// Where, when and with what it was measured.
        public var provenance: Provenance

        /// Creates the half.
        public init(
            profiles: [RecognitionProfile], probe: [ProbeText]? = nil, evidence: Evidence, provenance: Provenance
        ) {
            self.profiles = profiles
            self.probe = probe
            self.evidence = evidence
            self.provenance = provenance
        }

        /// Models that the profiles use, sorted.
        public var models: [String] { Set(profiles.flatMap(\.settings.allModels)).sorted() }

        /// Names the profiles in the evidence of machine halves: SHA-256 over their canonical JSON.
        public var profilesHash: String {
            (try? CanonicalJSON.encode(profiles)).map(ContentHash.hexadecimal) ?? ""
        }
    }

    /// The half that follows one machine: its provenance says which.
    public struct MachineHalf: Codable, Sendable, Hashable {
        /// What the worker runs with.
        public var settings: MachineSettings
        /// How fast the probe pages were read; nil when that was not recorded.
        public var speed: ProbeSpeed?
        /// What was measured; nil in a half of schema 1, which kept nothing.
        public var evidence: MachineEvidence?
        /// Where, when and with what it was measured.
        public var provenance: Provenance

        /// Creates the half.
        public init(
            settings: MachineSettings, speed: ProbeSpeed? = nil, evidence: MachineEvidence? = nil,
            provenance: Provenance
        ) {
            self.settings = settings
            self.speed = speed
            self.evidence = evidence
            self.provenance = provenance
        }
    }

    /// What a worker runs with on a machine.
    public struct MachineSettings: Codable, Sendable, Hashable {
        /// Readers that run at once, 1 to 1,024.
        public var concurrency: Int
        /// Documents after which a reader is replaced, 1 or more.
        public var tasksPerChild: Int
        /// After this time a reader gives a document up by itself; at most the hard limit.
        public var softLimitSeconds: Double
        /// After this time a reader is killed.
        public var hardLimitSeconds: Double
        /// Resident size above which a reader is replaced, 16 MiB or more; nil for the worker's own default.
        public var childMemoryBytes: Int?

        /// Creates settings; the defaults but for the concurrency are those that ship.
        public init(
            concurrency: Int, tasksPerChild: Int = 50, softLimitSeconds: Double = 540, hardLimitSeconds: Double = 600,
            childMemoryBytes: Int? = nil
        ) {
            self.concurrency = concurrency
            self.tasksPerChild = tasksPerChild
            self.softLimitSeconds = softLimitSeconds
            self.hardLimitSeconds = hardLimitSeconds
            self.childMemoryBytes = childMemoryBytes
        }
    }

    /// What speaks for a machine's settings, and what `cricksy-bench plan` computes with.
    public struct MachineEvidence: Codable, Sendable, Hashable {
        /// `RecognitionHalf.profilesHash` of the settings that were measured: other settings take other times.
        public var profilesHash: String
        /// Why this concurrency, as a sentence.
        public var reason: String
        /// The curve, by rising concurrency.
        public var points: [LoadPoint]
        /// Elapsed seconds of each document with one reader at work, by kind of input, sorted.
        public var serviceSeconds: [InputKind: [Double]]

        /// Creates evidence.
        public init(
            profilesHash: String, reason: String, points: [LoadPoint], serviceSeconds: [InputKind: [Double]]
        ) {
            self.profilesHash = profilesHash
            self.reason = reason
            self.points = points
            self.serviceSeconds = serviceSeconds
        }
    }

    /// What the pool did at one concurrency. Memory is in bytes.
    public struct LoadPoint: Codable, Sendable, Hashable {
        /// Readers at work at once.
        public var concurrency: Int
        /// Documents read.
        public var documents: Int
        /// Pages in them.
        public var pages: Int
        /// Pages per elapsed second.
        public var pagesPerSecond: Double
        /// CPU seconds of the readers per page.
        public var cpuSecondsPerPage: Double
        /// Elapsed time of the documents / that of the same documents with one reader; nil where that is not known.
        public var slowdown: Double?
        /// Median of the elapsed seconds per document.
        public var medianSeconds: Double?
        /// 95th percentile of the elapsed seconds per document; nil for too few documents.
        public var p95Seconds: Double?
        /// Highest sum of resident sizes of the process tree.
        public var residentBytes: Int?
        /// Highest sum of proportional sizes of the process tree.
        public var proportionalBytes: Int?
        /// Highest resident size of any reader.
        public var childPeakBytes: Int?

        /// Creates a point.
        public init(
            concurrency: Int, documents: Int, pages: Int, pagesPerSecond: Double, cpuSecondsPerPage: Double,
            slowdown: Double? = nil, medianSeconds: Double? = nil, p95Seconds: Double? = nil,
            residentBytes: Int? = nil, proportionalBytes: Int? = nil, childPeakBytes: Int? = nil
        ) {
            self.concurrency = concurrency
            self.documents = documents
            self.pages = pages
            self.pagesPerSecond = pagesPerSecond
            self.cpuSecondsPerPage = cpuSecondsPerPage
            self.slowdown = slowdown
            self.medianSeconds = medianSeconds
            self.p95Seconds = p95Seconds
            self.residentBytes = residentBytes
            self.proportionalBytes = proportionalBytes
            self.childPeakBytes = childPeakBytes
        }
    }
}
