package import OCRWire
internal import Recognition
internal import Scorecard

/// Every setting of `cricksy-worker run`, once. Help, validation, `config explain` and the README's table follow from it.
public enum SettingsTable {
    /// All rows in the order of the table.
    public static let rows: [Setting] = queueRows + taskRows + readerRows + dataRows + processRows + celeryRows

    /// The row of a name, or of one of its aliases.
    public static func row(named name: String) -> Setting? {
        rows.first { $0.name == name || $0.aliases.contains(name) }
    }

    /// The row of a one-letter flag.
    public static func row(short letter: Character) -> Setting? { rows.first { $0.short == letter } }
}

// MARK: Queue and results

extension SettingsTable {
    private static let redis = ["redis", "rediss", "redis+socket", "unix"]
    private static let server = "redis://localhost:6379/0"

    package static let broker = TypedSetting(
        "broker", .queue, .url(redis), "Redis that the uploads are queued on.", standard: server,
        variables: ["CRICKSY_CELERY_BROKER_URL", "CRICKSY_REDIS_URL"], short: "b")
    package static let resultBackend = TypedSetting(
        "result-backend", .queue, .url(redis), "Redis that results are kept in.", standard: server,
        variables: ["CRICKSY_CELERY_RESULT_BACKEND", "CRICKSY_REDIS_URL"])
    package static let brokerTransportOptions = TypedSetting(
        "broker-transport-options", .queue, .redisOptions, "Celery's broker_transport_options.", standard: "{}")
    package static let resultTransportOptions = TypedSetting(
        "result-backend-transport-options", .queue, .redisOptions,
        "Celery's result_backend_transport_options; global_keyprefix counts.", standard: "{}")
    package static let resultExpires = TypedSetting(
        "result-expires", .queue, .seconds(1...31_536_000, zero: "for never"), "Results are kept this long.",
        standard: "86400")
    package static let resultExtended = TypedSetting(
        "result-extended", .queue, .toggle,
        "Store name, arguments, worker and queue of a task with its result: Celery's result_extended.",
        standard: "false")
    package static let queues = TypedSetting(
        "queues", .queue, .list, "Queues to take uploads from.", standard: "celery", short: "Q")
    package static let acceptTrials = TypedSetting(
        "accept-trials", .queue, .toggle,
        "Read for cricksy-bench sweep --broker too, while no upload waits: queue cricksy.trials.", standard: "false")
    package static let hostname = TypedSetting(
        "hostname", .queue, .format,
        "This worker's name, as worker1@%h; a name must not be used twice on one broker.", standard: "celery@%h",
        short: "n")
    package static let prefetchMultiplier = TypedSetting(
        "prefetch-multiplier", .queue, .whole(1...1000, zero: "which counts as 1"),
        "Uploads that are claimed ahead for each reader, the one it reads included.", standard: "1")
    package static let optimization = TypedSetting(
        "optimization", .queue, .choice() as SettingForm<Optimization>,
        "Accepted; an upload only ever goes to an idle reader, which is fair.", standard: "fair", short: "O")
    package static let taskEvents = TypedSetting(
        "task-events", .queue, .toggle, "Send task events, for Flower and other monitors.", standard: "false",
        short: "E", aliases: ["events"])
    package static let heartbeatInterval = TypedSetting(
        "heartbeat-interval", .queue, .seconds(0.1...3600), "Between two heartbeats that monitors see.", standard: "2")
    package static let withoutHeartbeat = TypedSetting(
        "without-heartbeat", .queue, .toggle, "Send no heartbeats.", standard: "false")
    package static let withoutMingle = TypedSetting(
        "without-mingle", .queue, .toggle, "Ask no other worker for revoked tasks at the start.", standard: "false")
    package static let withoutGossip = TypedSetting(
        "without-gossip", .queue, .toggle, "Listen to no other worker's events.", standard: "false")

    private static let queueRows = [
        broker.row, resultBackend.row, brokerTransportOptions.row, resultTransportOptions.row, resultExpires.row,
        resultExtended.row, queues.row, acceptTrials.row, hostname.row, prefetchMultiplier.row, optimization.row,
        taskEvents.row, heartbeatInterval.row, withoutHeartbeat.row, withoutMingle.row, withoutGossip.row,
    ]
}

// MARK: Task and limits

extension SettingsTable {
    private static let limits = RecognitionLimits()

    package static let environment = TypedSetting(
        "environment", .task, .text, "production switches reading off unless CRICKSY_ENABLE_OCR says otherwise.",
        variables: ["CRICKSY_ENV"], hasFlag: false)
    package static let enableOCR = TypedSetting(
        "enable-ocr", .task, .truth, "Whether cards are read at all; if not, tasks end as skipped.",
        note: "1, in production 0", variables: ["CRICKSY_ENABLE_OCR"], hasFlag: false)
    package static let timeLimit = TypedSetting(
        "time-limit", .task, .seconds(1...86_400), "After this time a reader is killed and its upload fails.",
        standard: "600")
    package static let softTimeLimit = TypedSetting(
        "soft-time-limit", .task, .seconds(0.1...86_400), "After this time a reader gives an upload up by itself.",
        note: "9/10 of the time limit")
    package static let retryBackoff = TypedSetting(
        "retry-backoff", .task, .seconds(0.1...600),
        "Before the first of three retries of an upload whose storage is away; doubled each time.", standard: "8")
    package static let maxFileBytes = TypedSetting(
        "max-file-bytes", .task, .memory(.bytes, 1...1 << 31), "Size of an upload at the most.",
        standard: String(limits.fileBytes))
    package static let maxPixels = TypedSetting(
        "max-pixels", .task, .whole(65_536...500_000_000, unit: "pixels"), "Size of a page at the most.",
        standard: String(limits.pixels))
    package static let maxPages = TypedSetting(
        "max-pages", .task, .whole(1...1000, unit: "pages"), "Pages of an upload at the most.",
        standard: String(limits.pages))

    private static let taskRows = [
        environment.row, enableOCR.row, timeLimit.row, softTimeLimit.row, retryBackoff.row, maxFileBytes.row,
        maxPixels.row, maxPages.row,
    ]
}

// MARK: Readers

extension SettingsTable {
    package static let tuned = TypedSetting(
        "tuned", .readers, .path, "Tuned file that cricksy-bench wrote.", variables: ["CRICKSY_TUNED_CONFIG"])
    package static let concurrency = TypedSetting(
        "concurrency", .readers, .whole(1...10_000, unit: "readers"),
        "Uploads that are read at once; capped by CPUs and memory.", note: "one per usable CPU", short: "c")
    package static let autoscale = TypedSetting(
        "autoscale", .readers,
        SettingForm(
            "MAX,MIN in any order, or MAX alone, up to 1024", read: { Autoscale($0) },
            show: { .text("\($0.maximum),\($0.minimum)") }), "Readers at the most and at the least.")
    package static let maxTasksPerChild = TypedSetting(
        "max-tasks-per-child", .readers, .whole(1...1_000_000, unit: "uploads", zero: "for never"),
        "After so many uploads a reader is replaced.", standard: "50")
    package static let maxMemoryPerChild = TypedSetting(
        "max-memory-per-child", .readers, .memory(.kibibytes, 1 << 24...1 << 40, zero: "for never"),
        "Larger than this after an upload, a reader is replaced.", standard: "409600")
    package static let memoryLimit = TypedSetting(
        "memory-limit", .readers, .memory(.mebibytes, 1 << 26...1 << 40),
        "Larger than this, a reader is killed and its upload fails.", standard: "768")
    package static let skipProbe = TypedSetting(
        "skip-probe", .readers, .toggle,
        "Do not read the probe pages at the start to see whether the tuned file holds.",
        standard: "false")
    package static let sandbox = TypedSetting(
        "sandbox", .readers, .choice() as SettingForm<SandboxPolicy>,
        "Whether readers must lock themselves in before they take a file.",
        standard: SandboxOrder().policy.rawValue)
    package static let reader = TypedSetting(
        "reader", .readers, .path, "The reader program.", note: "cricksy-reader beside this program")
    package static let tessdata = TypedSetting(
        "tessdata", .readers, .path, "Directory of Tesseract's models.", note: "the system's",
        variables: ["TESSDATA_PREFIX"])

    private static let readerRows = [
        tuned.row, concurrency.row, autoscale.row, maxTasksPerChild.row, maxMemoryPerChild.row, memoryLimit.row,
        skipProbe.row,
        sandbox.row, reader.row, tessdata.row,
    ]
}

// MARK: Database and object storage

extension SettingsTable {
    private static let postgres = [
        "postgresql", "postgres", "postgresql+asyncpg", "postgresql+psycopg2", "postgresql+psycopg",
    ]

    package static let database = TypedSetting(
        "database-url", .data, .url(postgres), "PostgreSQL with the uploads; SQLAlchemy's forms are accepted.",
        note: "required", variables: ["DATABASE_URL"], hasFlag: false)
    package static let s3Endpoint = TypedSetting(
        "s3-endpoint", .data, .url(["http", "https"]), "MinIO or another S3-compatible server, addressed path-style.",
        note: "AWS", variables: ["CRICKSY_S3_ENDPOINT"])
    package static let s3Region = TypedSetting(
        "s3-region", .data, .text, "Region of the bucket.", standard: "us-east-1", variables: ["CRICKSY_S3_REGION"])
    package static let s3Bucket = TypedSetting(
        "s3-bucket", .data, .text, "Bucket with the uploads.", standard: "cricksy-uploads-dev",
        variables: ["CRICKSY_S3_BUCKET"])
    package static let s3AccessKey = TypedSetting(
        "s3-access-key", .data, .secret, "Access key; needs the secret key too.",
        note: "AWS's credential chain", variables: ["CRICKSY_S3_ACCESS_KEY"], hasFlag: false)
    package static let s3SecretKey = TypedSetting(
        "s3-secret-key", .data, .secret, "Secret key; needs the access key too.",
        note: "AWS's credential chain", variables: ["CRICKSY_S3_SECRET_KEY"], hasFlag: false)

    private static let dataRows = [
        database.row, s3Endpoint.row, s3Region.row, s3Bucket.row, s3AccessKey.row, s3SecretKey.row,
    ]
}

// MARK: Process, log and health

extension SettingsTable {
    package static let loglevel = TypedSetting(
        "loglevel", .process, .choice(["fatal": .critical, "warn": .warning]) as SettingForm<LogLevel>,
        "The least that is logged.", standard: "INFO", variables: ["LOG_LEVEL"], short: "l")
    package static let logFormat = TypedSetting(
        "log-format", .process, .choice() as SettingForm<LogFormat>, "Lines as Celery writes them, or JSON.",
        standard: "text")
    package static let logfile = TypedSetting(
        "logfile", .process, .format, "File for the log.", note: "standard error", short: "f")
    package static let pidfile = TypedSetting(
        "pidfile", .process, .format, "File for the process's number; refused while its owner lives.")
    package static let detach = TypedSetting(
        "detach", .process, .toggle, "Run in the background.", standard: "false", variables: [], short: "D")
    package static let healthAddress = TypedSetting(
        "health-address", .process,
        SettingForm(
            "an address like 127.0.0.1:9100, :9100 or [::1]:9100", read: { HealthAddress($0) },
            show: { .text($0.description) }), "Serve /livez, /readyz and /metrics here.")

    private static let processRows = [
        loglevel.row, logFormat.row, logfile.row, pidfile.row, detach.row, healthAddress.row,
    ]
}
