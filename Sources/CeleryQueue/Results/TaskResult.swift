/// A result as a Celery client reads it (CELERY.md 3.2).
public struct TaskResult: Sendable, Hashable {
    /// How far the task is.
    public enum Outcome: Sendable, Hashable {
        /// Running in a process of a node.
        case started(pid: Int, node: String)
        case success(JSON)
        case failure(PythonException)
        /// Failed and will be tried again.
        case retry(PythonException)
        case revoked(RevocationReason)
        /// A state of the task's own, such as PROGRESS.
        case custom(String, JSON)
    }

    /// The task's id.
    public var taskID: String
    /// How far it is.
    public var outcome: Outcome
    /// Tasks it sent, by id.
    public var children: [String] = []
    /// The group the task is in.
    public var group: String?
    /// The task that sent it.
    public var parentID: String?
    /// What `result_extended` adds.
    public var details: Details?

    /// What `result_extended` adds.
    public struct Details: Sendable, Hashable {
        /// Registered name.
        public var name: String
        /// Positional arguments.
        public var args: [JSON]
        /// Keyword arguments.
        public var kwargs: [JSON.Member]
        /// Node name.
        public var worker: String
        /// How often it was tried before.
        public var retries: Int
        /// The queue it came from.
        public var queue: String
        /// Names of the stamps.
        public var stampedHeaders: [String]
        /// Values of the stamps.
        public var stamps: [JSON.Member]
    }

    /// Creates a result for an id alone.
    public init(taskID: String, _ outcome: Outcome) {
        self.taskID = taskID
        self.outcome = outcome
    }

    /// Creates the result of a task.
    ///
    /// - Parameter worker: the node's name; given when results are to be extended.
    public init(of task: TaskMessage, _ outcome: Outcome, children: [String] = [], extendedBy worker: String? = nil) {
        taskID = task.id
        self.outcome = outcome
        self.children = children
        group = task.group
        parentID = task.parentID
        details = worker.map { worker in
            Details(
                name: task.type, args: task.args, kwargs: task.kwargs, worker: worker, retries: task.retries,
                queue: task.envelope.routingKey, stampedHeaders: task.stampedHeaders, stamps: task.stamps)
        }
    }

    /// The state's name.
    public var state: String {
        switch outcome {
        case .started: "STARTED"
        case .success: "SUCCESS"
        case .failure: "FAILURE"
        case .retry: "RETRY"
        case .revoked: "REVOKED"
        case .custom(let name, _): name
        }
    }

    /// Whether the task is over.
    public var isReady: Bool {
        switch outcome {
        case .success, .failure, .revoked: true
        case .started, .retry, .custom: false
        }
    }

    /// The members in Celery's order.
    ///
    /// - Parameter now: when it was done; written only when the task is over.
    public func json(at now: PythonDateTime) -> JSON {
        var members: JSON = [
            "status": .text(state), "result": payload, "traceback": JSON(traceback), "children": childrenJSON,
            "date_done": isReady ? .text(now.isoFormat) : .null,
        ]
        if let group, !group.isEmpty { members["group_id"] = .text(group) }
        if let parentID, !parentID.isEmpty { members["parent_id"] = .text(parentID) }
        details?.add(to: &members)
        members["task_id"] = .text(taskID)
        return members
    }

    private var payload: JSON {
        switch outcome {
        case .started(let pid, let node): ["pid": .integer(pid), "hostname": .text(node)]
        case .success(let value), .custom(_, let value): value
        case .failure(let exception), .retry(let exception): exception.json
        case .revoked(let reason): PythonException.taskRevoked(reason).json
        }
    }

    private var traceback: String? {
        switch outcome {
        case .failure(let exception), .retry(let exception): exception.traceback
        case .started, .success, .revoked, .custom: nil
        }
    }

    private var childrenJSON: JSON {
        .array(children.map { [[.text($0), .null], .null] })
    }
}

extension TaskResult.Details {
    fileprivate func add(to members: inout JSON) {
        members["name"] = .text(name)
        members["args"] = .array(args)
        members["kwargs"] = .object(kwargs)
        members["worker"] = .text(worker)
        members["retries"] = .integer(retries)
        members["queue"] = .text(queue)
        guard !stamps.isEmpty else { return }
        members["stamped_headers"] = JSON(stampedHeaders)
        for stamp in stamps { members[stamp.key] = stamp.value }
    }
}
