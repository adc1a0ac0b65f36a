public import OCRWire
public import Recognition

/// How a pool runs its readers.
public struct PoolConfiguration: Sendable, Hashable {
    /// The program to run; see `ReaderProgram.find`.
    public var program: String
    /// Arguments after the program's name; the shipped reader takes none.
    public var arguments: [String]
    /// Readers that run at once when the pool starts; see `ReaderPool.resize`.
    public var concurrency: Int
    /// Directory of the models (`TESSDATA_PREFIX`); nil leaves Tesseract's own default.
    public var modelDirectory: String?
    /// What each document may cost unless the call says otherwise.
    public var limits: RecognitionLimits
    /// After this time a reader gives up by itself (`deadlineExceeded`); nil for never.
    public var softLimit: Duration?
    /// After this time a reader is killed (`PoolError.Reason.timeout`).
    public var hardLimit: Duration
    /// A reader that has more than this resident while it reads is killed (`PoolError.Reason.memoryLimit`); nil for
    /// no limit. In bytes; looked at every 100 ms, so it stands beside `SandboxOrder.addressSpaceBytes`.
    public var memoryLimit: Int?
    /// When readers are replaced by fresh ones.
    public var recycling: RecyclingPolicy
    /// A reader that is not warm after this time is killed.
    public var startLimit: Duration
    /// How failed starts are repeated.
    public var restarts: RestartPolicy
    /// What readers give up before they take a document.
    public var sandbox: SandboxOrder

    /// Creates a configuration; the defaults are those that ship.
    public init(
        program: String, arguments: [String] = [], concurrency: Int = 1, modelDirectory: String? = nil,
        limits: RecognitionLimits = RecognitionLimits(), softLimit: Duration? = .seconds(540),
        hardLimit: Duration = .seconds(600), memoryLimit: Int? = 768 << 20,
        recycling: RecyclingPolicy = RecyclingPolicy(), startLimit: Duration = .seconds(30),
        restarts: RestartPolicy = RestartPolicy(), sandbox: SandboxOrder = SandboxOrder()
    ) {
        self.program = program
        self.arguments = arguments
        self.concurrency = concurrency
        self.modelDirectory = modelDirectory
        self.limits = limits
        self.softLimit = softLimit
        self.hardLimit = hardLimit
        self.memoryLimit = memoryLimit
        self.recycling = recycling
        self.startLimit = startLimit
        self.restarts = restarts
        self.sandbox = sandbox
    }
}

/// Backoff and circuit breaker for readers that die before they accept a document.
public struct RestartPolicy: Sendable, Hashable {
    /// Wait after the first failure; it doubles with each further one.
    public var firstDelay: Duration
    /// Longest wait.
    public var longestDelay: Duration
    /// After this many failures in a row documents are refused at once instead of waiting, until a start succeeds.
    public var failuresUntilRefusal: Int

    /// Creates a policy.
    public init(
        firstDelay: Duration = .milliseconds(100), longestDelay: Duration = .seconds(30), failuresUntilRefusal: Int = 3
    ) {
        self.firstDelay = firstDelay
        self.longestDelay = longestDelay
        self.failuresUntilRefusal = failuresUntilRefusal
    }

    /// How long to wait after this many failures in a row.
    package func delay(afterFailures failures: Int) -> Duration {
        min(longestDelay, firstDelay * (1 << min(20, max(0, failures - 1))))
    }
}

/// When a reader has done enough. Its successor is warm before it goes, so that no document waits for a start.
public struct RecyclingPolicy: Sendable, Hashable {
    /// After this many documents; nil for never.
    public var tasks: Int?
    /// With more than this resident (`VmRSS`, in bytes) after a document; nil for never.
    public var residentBytes: Int?

    /// Creates a policy. A warm reader has about 65 MB resident, and about 75 MB after a page of 200 dots per inch.
    public init(tasks: Int? = 50, residentBytes: Int? = 400 << 20) {
        self.tasks = tasks
        self.residentBytes = residentBytes
    }

    /// Whether a reader with this past has done enough.
    func isWorn(documents: Int, residentBytes resident: Int) -> Bool {
        tasks.map { documents >= $0 } ?? false || residentBytes.map { resident > $0 } ?? false
    }
}

/// What one call may change of the pool's configuration; nil keeps it.
public struct ReadOptions: Sendable, Hashable {
    /// What the document may cost.
    public var limits: RecognitionLimits?
    /// See `PoolConfiguration.softLimit`.
    public var softLimit: Duration?
    /// See `PoolConfiguration.hardLimit`.
    public var hardLimit: Duration?
    /// Have the pages drawn as well.
    public var pictures: PictureOrder?

    /// Creates options.
    public init(
        limits: RecognitionLimits? = nil, softLimit: Duration? = nil, hardLimit: Duration? = nil,
        pictures: PictureOrder? = nil
    ) {
        self.limits = limits
        self.softLimit = softLimit
        self.hardLimit = hardLimit
        self.pictures = pictures
    }
}

/// What a document cost the reader that read it, as its parent measured it.
public struct ChildUsage: Sendable, Hashable {
    /// The reader's process.
    public var processID: Int32
    /// CPU seconds of the process from the sending of the request to the end of the answer.
    public var cpuSeconds: Double
    /// Largest resident size in that time (`VmHWM`), in bytes.
    public var peakResidentBytes: Int
    /// Resident size after the document (`VmRSS`), in bytes; 0 when the kernel did not say.
    public var residentBytes: Int

    /// Creates a usage.
    public init(processID: Int32, cpuSeconds: Double, peakResidentBytes: Int, residentBytes: Int = 0) {
        self.processID = processID
        self.cpuSeconds = cpuSeconds
        self.peakResidentBytes = peakResidentBytes
        self.residentBytes = residentBytes
    }
}

/// A document's answer.
public struct ReadAnswer: Sendable {
    /// One for each of the plan's settings, in their order.
    public var results: [ReadResult]
    /// What it cost.
    public var usage: ChildUsage
    /// From the sending of the request to the end of the answer.
    public var wall: Duration
    /// From the call to the sending of the request.
    public var queueWait: Duration
    /// The pages, if the options ask for pictures and as far as they can be drawn.
    public var pictures: [PagePicture]

    /// Creates an answer.
    public init(
        results: [ReadResult], usage: ChildUsage, wall: Duration, queueWait: Duration, pictures: [PagePicture] = []
    ) {
        self.results = results
        self.usage = usage
        self.wall = wall
        self.queueWait = queueWait
        self.pictures = pictures
    }
}
