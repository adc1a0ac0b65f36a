public import OCRWire
public import Recognition

/// Everything that `cricksy-worker run` goes by. Every value has been checked, and `settings` says where it came from.
public struct WorkerConfiguration: Sendable {
    /// Queue, results, events.
    public let queue: QueueSettings
    /// What a task may cost, and whether cards are read.
    public let task: TaskSettings
    /// The readers.
    public let readers: ReaderSettings
    /// PostgreSQL; see `requiredDatabase()`.
    public let database: Secret?
    /// The bucket.
    public let storage: StorageSettings
    /// Log, files and the health server.
    public let process: ProcessSettings
    /// The tuned file, held against this machine.
    public let tuned: TunedSettings
    /// Every setting with its source, in the order of the table.
    public let settings: [ResolvedSetting]
    /// Sentences for the log: what was accepted without effect, changed or overlooked.
    public let notes: [String]
    let inputs: SettingsInputs

    /// The database's URL.
    ///
    /// - Throws: when none is set, which only `run` cannot do without.
    public func requiredDatabase() throws(SettingsError) -> Secret {
        if let database { return database }
        throw SettingsError(
            sentence:
                "The environment variable DATABASE_URL is not set; it takes \(SettingsTable.database.row.allowed).")
    }

    /// Whether trials are taken: a worker that reads nothing reads none of them either.
    var acceptsTrials: Bool { queue.acceptsTrials && task.isOCREnabled }

    /// Where the value of a setting came from, by the name of its row.
    public func source(of name: String) -> SettingSource? { settings.first { $0.row.name == name }?.source }
}

/// Queue, results, events.
public struct QueueSettings: Sendable {
    /// URL of the broker.
    public let broker: Secret
    /// URL of the Redis that keeps results.
    public let resultBackend: Secret
    /// `broker_transport_options`.
    public let brokerOptions: RedisOptions
    /// `result_backend_transport_options`.
    public let resultOptions: RedisOptions
    /// How long results are kept; nil for ever.
    public let resultExpires: Duration?
    /// Whether results say what task they are of: `result_extended`.
    public let extendsResults: Bool
    /// Queues to take from, in their order.
    public let queues: [String]
    /// `--accept-trials`.
    public let acceptsTrials: Bool
    /// This worker's name.
    public let node: NodeName
    /// Messages claimed per reader; 1 or more.
    public let prefetchMultiplier: Int
    /// `-O`.
    public let optimization: Optimization
    /// `-E`.
    public let sendsTaskEvents: Bool
    /// Between two heartbeats; nil with `--without-heartbeat`.
    public let heartbeatInterval: Duration?
    /// False with `--without-mingle`.
    public let mingles: Bool
    /// False with `--without-gossip`.
    public let gossips: Bool
}

/// What a task may cost, and whether cards are read.
public struct TaskSettings: Sendable {
    /// False means that tasks end as skipped.
    public let isOCREnabled: Bool
    /// After this time a reader is killed.
    public let hardLimit: Duration
    /// After this time a reader gives up; at most the hard limit.
    public let softLimit: Duration
    /// Before the first retry of an upload whose storage is away; doubled each time, and shortened by up to half.
    public let retryBackoff: Duration
    /// Bytes, pixels and pages; the rest as shipped.
    public let limits: RecognitionLimits
}

/// The readers.
public struct ReaderSettings: Sendable {
    /// Readers to start with, 1 or more; with `autoscale` its minimum. Capped.
    public let concurrency: Int
    /// `--autoscale`, capped; nil for a fixed number.
    public let autoscale: Autoscale?
    /// What capped them; holds for `pool_grow` and `autoscale` over remote control too.
    public let cap: ReaderCap
    /// Uploads after which a reader is replaced; nil for never.
    public let tasksPerChild: Int?
    /// Resident bytes above which a reader is replaced after an upload; nil for never.
    public let memoryPerChildBytes: Int?
    /// Resident bytes above which a reader is killed.
    public let memoryLimitBytes: Int
    /// `--skip-probe`.
    public let skipsProbe: Bool
    /// How firmly readers lock themselves in.
    public let sandbox: SandboxPolicy
    /// `--reader`; nil for the one beside this program.
    public let program: String?
    /// Directory of the models; nil for the system's.
    public let modelDirectory: String?

    /// Address space of a reader: a third more than it may have resident, 1 GiB by default.
    public var addressSpaceBytes: Int { memoryLimitBytes / 3 * 4 }
}

/// The bucket.
public struct StorageSettings: Sendable {
    /// Keys that an operator gave.
    public struct Keys: Sendable {
        /// `CRICKSY_S3_ACCESS_KEY`.
        public let access: Secret
        /// `CRICKSY_S3_SECRET_KEY`.
        public let secret: Secret
    }

    /// S3-compatible server, addressed path-style; nil for AWS.
    public let endpoint: Secret?
    /// Region of the bucket.
    public let region: String
    /// The bucket.
    public let bucket: String
    /// Nil for AWS's credential chain.
    public let keys: Keys?
}

/// Log, files and the health server.
public struct ProcessSettings: Sendable {
    /// The least that is logged.
    public let logLevel: LogLevel
    /// How a line is written.
    public let logFormat: LogFormat
    /// File for the log, expanded for the worker itself; nil for standard error.
    public let logFile: String?
    /// File for the process's number, expanded; nil for none.
    public let pidFile: String?
    /// `--detach`.
    public let detaches: Bool
    /// Where the health server listens; nil for nowhere.
    public let healthAddress: HealthAddress?
}
