/// A task in a worker, as `inspect` shows it.
public struct RequestSnapshot: Sendable, Hashable {
    /// The task.
    public var task: TaskMessage
    /// Node name.
    public var node: String
    /// When it started, in seconds since 1970; nil while it waits.
    public var started: Double?
    /// Whether the message has been acknowledged.
    public var isAcknowledged: Bool
    /// The child that runs it.
    public var childPid: Int?

    /// Creates a waiting task.
    public init(
        _ task: TaskMessage, node: String, started: Double? = nil, isAcknowledged: Bool = false, childPid: Int? = nil
    ) {
        self.task = task
        self.node = node
        self.started = started
        self.isAcknowledged = isAcknowledged
        self.childPid = childPid
    }

    /// The members in Celery's order.
    ///
    /// - Parameter safe: arguments as the sender printed them.
    func json(safe: Bool = false) -> JSON {
        [
            "id": .text(task.id), "name": .text(task.name),
            "args": safe ? .text(task.argsRepr) : .array(task.args),
            "kwargs": safe ? .text(task.kwargsRepr) : .object(task.kwargs), "type": .text(task.type),
            "hostname": .text(node), "time_start": JSON(started), "acknowledged": .bool(isAcknowledged),
            "delivery_info": deliveryInfo, "worker_pid": JSON(childPid),
        ]
    }

    private var deliveryInfo: JSON {
        let info = task.envelope.deliveryInfo
        return [
            "exchange": info["exchange"] ?? .null, "routing_key": info["routing_key"] ?? .null,
            "priority": task.envelope.properties["priority"] ?? .null,
            "redelivered": info["redelivered"] ?? false,
        ]
    }
}
