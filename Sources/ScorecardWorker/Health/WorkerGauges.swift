/// What the node knows at the moment of a scrape.
public struct WorkerGauges: Sendable {
    /// This worker's name: `worker1@host`.
    public var node: String
    /// Tasks that readers work on.
    public var active = 0
    /// Claimed tasks that wait for a reader.
    public var reserved = 0
    /// Claimed tasks that wait for their time.
    public var scheduled = 0
    /// Messages that may be claimed at once.
    public var prefetchCount = 0
    /// Readers that are meant to run.
    public var concurrency = 0
    /// Ids in the list of revoked tasks.
    public var revoked = 0
    /// Resident bytes of each reader.
    public var readerResidentBytes: [Int] = []
    /// Resident bytes of the worker itself.
    public var workerResidentBytes = 0
    /// Seconds of CPU that the worker itself has used.
    public var workerCPUSeconds = 0.0
    /// Seconds of CPU that all readers have used, those that have ended included.
    public var readerCPUSeconds = 0.0
    /// Readers started in place of ones that died or were killed.
    public var readersRestarted = 0
    /// Readers replaced after their number of uploads or for their size.
    public var readersRecycled = 0
    /// Seconds since the worker was started.
    public var uptime = 0.0
    /// Seconds since the lease was last renewed; nil before the first time.
    public var leaseAge: Double?
    /// Waiting messages by queue; nil while Redis is away.
    public var queueLengths: [String: Int]?
    /// Messages in the dead-letter lists by queue; nil while Redis is away.
    public var deadLetters: [String: Int]?
    /// The tuned file; nil for none.
    public var tuned: Tuned?
    /// What the readers are built with; nil before one has said so.
    public var engines: Engines?
    /// This program's version.
    public var version = ""

    /// The tuned file that is in use.
    public struct Tuned: Sendable {
        /// Id of the run that made it.
        public var run: String
        /// Hash of the file's content, in hexadecimal digits.
        public var hash: String
        /// `current`, `stale` or `missing`, as `TunedSettings.word`.
        public var state: String

        /// Its halves and the probe, as `TunedSettings.words`.
        public var words: (recognition: String, machine: String, probe: String)

        /// The parts as given.
        public init(
            run: String, hash: String, state: String,
            words: (recognition: String, machine: String, probe: String) = ("", "", "")
        ) {
            self.run = run
            self.hash = hash
            self.state = state
            self.words = words
        }
    }

    /// Versions of the libraries that read.
    public struct Engines: Sendable {
        /// Tesseract's.
        public var tesseract: String
        /// Leptonica's.
        public var leptonica: String
        /// Poppler's.
        public var poppler: String

        /// The versions as given.
        public init(tesseract: String, leptonica: String, poppler: String) {
            self.tesseract = tesseract
            self.leptonica = leptonica
            self.poppler = poppler
        }
    }

    /// An idle worker; the caller fills in the rest.
    public init(node: String) { self.node = node }
}

/// Whether the worker can do its work now: what `/readyz` answers.
public struct Readiness: Sendable {
    /// One condition.
    public struct Check: Sendable {
        /// `broker`, `database`, `readers`, `draining`.
        public var name: String
        /// Whether it holds.
        public var isGood: Bool
        /// One sentence for people; without secrets.
        public var detail: String

        /// The parts as given.
        public init(_ name: String, isGood: Bool, detail: String = "") {
            self.name = name
            self.isGood = isGood
            self.detail = detail
        }
    }

    /// All conditions, in the order to show them.
    public var checks: [Check]
    /// Whether all hold.
    public var isReady: Bool { checks.allSatisfy(\.isGood) }

    /// Readiness by these conditions.
    public init(_ checks: [Check]) { self.checks = checks }
}
