/// What a node says about itself (CELERY.md 5.2).
public enum WorkerEvent: Sendable, Hashable {
    case online(Heartbeat)
    case heartbeat(Heartbeat)
    case offline(Heartbeat)
    /// Sent because the `heartbeat` command asked for it.
    case heartbeatOnRequest(SoftwareIdentity)

    /// The event's type.
    public var type: String {
        switch self {
        case .online: "worker-online"
        case .heartbeat, .heartbeatOnRequest: "worker-heartbeat"
        case .offline: "worker-offline"
        }
    }

    var fields: JSON {
        switch self {
        case .online(let heartbeat), .heartbeat(let heartbeat), .offline(let heartbeat): heartbeat.fields
        case .heartbeatOnRequest(let software): software.added(to: ["freq": 5])
        }
    }
}

/// The state of a node in a heartbeat.
public struct Heartbeat: Sendable, Hashable {
    /// Seconds between two heartbeats; a node is taken for dead after twice as long.
    public var interval: Double
    /// Tasks running now.
    public var active: Int
    /// Tasks done since the start.
    public var processed: Int
    /// Load of the machine over 1, 5 and 15 minutes.
    public var loadAverage: [Double]
    /// What program this is.
    public var software: SoftwareIdentity

    /// Creates a heartbeat.
    public init(
        interval: Double = 2, active: Int, processed: Int, loadAverage: [Double], software: SoftwareIdentity
    ) {
        self.interval = interval
        self.active = active
        self.processed = processed
        self.loadAverage = loadAverage
        self.software = software
    }

    var fields: JSON {
        software.added(to: [
            "freq": .decimal(interval), "active": .integer(active), "processed": .integer(processed),
            "loadavg": .array(loadAverage.map { .decimal(($0 * 100).rounded() / 100) }),
        ])
    }
}

/// What program a node runs.
public struct SoftwareIdentity: Sendable, Hashable {
    /// Name of the program.
    public var name: String
    /// Its version.
    public var version: String
    /// The operating system.
    public var system: String

    /// Creates an identity.
    public init(name: String, version: String, system: String = "Linux") {
        self.name = name
        self.version = version
        self.system = system
    }

    func added(to fields: JSON) -> JSON {
        var fields = fields
        fields["sw_ident"] = .text(name)
        fields["sw_ver"] = .text(version)
        fields["sw_sys"] = .text(system)
        return fields
    }
}
