/// Everything that answers to control requests are made of, at one moment.
public struct WorkerSnapshot: Sendable {
    /// Which Celery's shapes are answered where 5.4 and 5.7 differ.
    public var dialect = CeleryDialect.celery54
    /// Node name: `worker1@host`.
    public var node: String
    /// Logical clock.
    public var clock: Int
    /// Process id.
    public var pid: Int
    /// Seconds since the start.
    public var uptime: Double
    /// Seconds of the system's monotonic clock, which Python's revoked sets count in.
    public var monotonicTime: Double
    /// Running tasks.
    public var active: [RequestSnapshot] = []
    /// Tasks that wait for a slot.
    public var reserved: [RequestSnapshot] = []
    /// Tasks that wait for their time.
    public var scheduled: [RequestSnapshot] = []
    /// Tasks that can be run.
    public var registered: [RegisteredTask] = []
    /// Queues that are served.
    public var queues: [QueueDeclaration] = []
    /// Revoked ids with the time they came, the oldest first.
    public var revoked: [(id: String, time: Double)] = []
    /// Tasks begun by name, in the order they first came.
    public var totals: [(name: String, count: Int)] = []
    /// Claims that may be held at a time.
    public var prefetchCount: Int
    /// The children.
    public var pool: PoolSnapshot
    /// The connection to the broker.
    public var broker: BrokerSnapshot
    /// Bounds of the pool, when it grows and shrinks by itself.
    public var autoscaler: Autoscaler?
    /// What the system counts of this process and its children.
    public var usage: ResourceUsage
    /// All settings.
    public var settings: [SettingSnapshot] = []
    /// What `report` says about programs and libraries: `name:version`.
    public var software: [String] = []
    /// What `report` says about the machine.
    public var platform: [String] = []
    /// Whether events about tasks are sent.
    public var sendsTaskEvents: Bool
    /// Resident bytes now.
    public var residentBytes: Int
    /// Resident bytes that `memsample` recorded.
    public var memorySamples: [Int] = []

    /// Creates a snapshot of an idle worker; the rest is filled in.
    public init(
        node: String, clock: Int, pid: Int, uptime: Double, monotonicTime: Double, prefetchCount: Int,
        pool: PoolSnapshot, broker: BrokerSnapshot, usage: ResourceUsage, sendsTaskEvents: Bool, residentBytes: Int
    ) {
        self.node = node
        self.clock = clock
        self.pid = pid
        self.uptime = uptime
        self.monotonicTime = monotonicTime
        self.prefetchCount = prefetchCount
        self.pool = pool
        self.broker = broker
        self.usage = usage
        self.sendsTaskEvents = sendsTaskEvents
        self.residentBytes = residentBytes
    }
}

/// Which Celery's shapes are answered where versions differ.
public enum CeleryDialect: Sendable, Hashable {
    case celery54
    case celery57
}

/// A task that can be run.
public struct RegisteredTask: Sendable, Hashable {
    /// Its name.
    public var name: String
    /// Attributes that `registered` may be asked for, as Python prints them; none for what is not set.
    public var attributes: [String: String]

    /// Creates a task.
    public init(_ name: String, attributes: [String: String] = [:]) {
        self.name = name
        self.attributes = attributes
    }
}

/// The children that run tasks.
public struct PoolSnapshot: Sendable, Hashable {
    /// What kind of pool this is.
    public var implementation: String
    /// Tasks at a time.
    public var concurrency: Int
    /// Process ids of the children.
    public var processes: [Int]
    /// Tasks after which a child is replaced; nil for never.
    public var tasksPerChild: Int?
    /// Default limits.
    public var limits: TimeLimits
    /// Tasks given to each child.
    public var writes: [Int]
    /// Children that have a task.
    public var busy: Int

    /// Creates a pool.
    public init(
        implementation: String, concurrency: Int, processes: [Int], tasksPerChild: Int?, limits: TimeLimits,
        writes: [Int], busy: Int
    ) {
        self.implementation = implementation
        self.concurrency = concurrency
        self.processes = processes
        self.tasksPerChild = tasksPerChild
        self.limits = limits
        self.writes = writes
        self.busy = busy
    }
}

/// The connection to the broker. No password.
public struct BrokerSnapshot: Sendable, Hashable {
    /// Host name, or the path of a socket.
    public var host: String
    /// User, if one is named.
    public var user: String?
    /// Database.
    public var database: Int
    /// Port; 0 for a socket.
    public var port: Int
    /// Whether TLS is used.
    public var isSecure: Bool
    /// Seconds that connecting may take.
    public var connectTimeout: Double
    /// `broker_transport_options` as given.
    public var transportOptions: JSON
    /// Seconds between heartbeats asked of the broker; Redis has none.
    public var heartbeat: Double

    /// Creates a connection.
    public init(
        host: String, user: String? = nil, database: Int, port: Int, isSecure: Bool = false,
        connectTimeout: Double = 4, transportOptions: JSON = .object([]), heartbeat: Double = 120
    ) {
        self.host = host
        self.user = user
        self.database = database
        self.port = port
        self.isSecure = isSecure
        self.connectTimeout = connectTimeout
        self.transportOptions = transportOptions
        self.heartbeat = heartbeat
    }
}

/// What `getrusage` says.
public struct ResourceUsage: Sendable, Hashable {
    /// Seconds of processor time in user mode.
    public var userTime: Double
    /// Seconds of processor time in the kernel.
    public var systemTime: Double
    /// The counters that `getrusage` gives beside the times, by Python's names without `ru_`, in its order.
    public var counters: [(name: String, value: Int)] {
        zip(Self.names, values).map { (name: $0, value: $1) }
    }
    private let values: [Int]

    private static let names = [
        "maxrss", "ixrss", "idrss", "isrss", "minflt", "majflt", "nswap", "inblock", "oublock", "msgsnd", "msgrcv",
        "nsignals", "nvcsw", "nivcsw",
    ]

    /// Creates a record from the 14 counters in the order of `struct rusage`; missing ones are 0.
    public init(userTime: Double, systemTime: Double, counters: [Int]) {
        self.userTime = userTime
        self.systemTime = systemTime
        values =
            Array(counters.prefix(Self.names.count))
            + Array(repeating: 0, count: max(0, Self.names.count - counters.count))
    }
}

/// One setting, for `conf` and `report`.
public struct SettingSnapshot: Sendable, Hashable {
    /// Celery's name for it.
    public var name: String
    /// Its value.
    public var value: JSON
    /// Whether nobody has set it.
    public var isDefault: Bool

    /// Creates a setting.
    public init(_ name: String, _ value: JSON, isDefault: Bool = false) {
        self.name = name
        self.value = value
        self.isDefault = isDefault
    }
}
