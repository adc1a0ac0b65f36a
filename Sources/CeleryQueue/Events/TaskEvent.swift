/// What a node says about a task (CELERY.md 5.2).
public enum TaskEvent: Sendable, Hashable {
    case received(TaskMessage)
    case started(id: String)
    /// The result as printed, and the seconds it took.
    case succeeded(id: String, result: JSON, runtime: Double)
    case failed(id: String, PythonException)
    case retried(id: String, PythonException)
    /// `signal` when it was running and killed; `isExpired` is nil for a task without an expiry date.
    case revoked(id: String, signal: Int32?, isExpired: Bool?)
    case rejected(id: String, requeue: Bool)

    /// The event's type.
    public var type: String {
        switch self {
        case .received: "task-received"
        case .started: "task-started"
        case .succeeded: "task-succeeded"
        case .failed: "task-failed"
        case .retried: "task-retried"
        case .revoked: "task-revoked"
        case .rejected: "task-rejected"
        }
    }

    var fields: JSON {
        switch self {
        case .received(let task): Self.received(task)
        case .started(let id): ["uuid": .text(id)]
        case .succeeded(let id, let result, let runtime):
            ["uuid": .text(id), "result": .text(result.safeRepr()), "runtime": .decimal(runtime)]
        case .failed(let id, let exception), .retried(let id, let exception): Self.fields(id, exception)
        case .revoked(let id, let signal, let isExpired):
            [
                "uuid": .text(id), "terminated": .bool(signal != nil), "signum": JSON(signal.map(Int.init)),
                "expired": JSON(isExpired),
            ]
        case .rejected(let id, let requeue): ["uuid": .text(id), "requeue": .bool(requeue)]
        }
    }

    private static func received(_ task: TaskMessage) -> JSON {
        [
            "uuid": .text(task.id), "name": .text(task.name), "args": .text(task.argsRepr),
            "kwargs": .text(task.kwargsRepr), "root_id": JSON(task.rootID), "parent_id": JSON(task.parentID),
            "retries": .integer(task.retries), "eta": JSON(task.eta?.isoFormat),
            "expires": JSON(task.expires?.isoFormat),
        ]
    }

    private static func fields(_ id: String, _ exception: PythonException) -> JSON {
        var fields: JSON = ["uuid": .text(id), "exception": .text(exception.repr)]
        if let traceback = exception.traceback { fields["traceback"] = .text(traceback) }
        return fields
    }
}
