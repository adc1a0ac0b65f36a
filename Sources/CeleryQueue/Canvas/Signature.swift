/// A task to be called later, as it lies in an embed or a chain.
public struct Signature: Sendable, Hashable {
    /// Registered name.
    public var type: String
    /// Arguments after those of the call.
    public var args: [JSON]
    /// Keyword arguments.
    public var kwargs: [JSON.Member]
    /// Id, queue, times and what else `apply_async` takes.
    public var options: JSON
    /// Whether it ignores the arguments of the call.
    public var isImmutable: Bool

    /// Reads a signature of a single task. Groups, chains and chords as callbacks need Python; they are refused loudly.
    public init(_ json: JSON) throws(PythonException) {
        if let kind = json["subtask_type"]?.asText {
            throw .notImplemented("this worker cannot call a \(kind) as a callback; let a Python task call it")
        }
        guard let type = json["task"]?.asText else { throw .typeError("a signature without a task: \(json.encoded)") }
        self.type = type
        args = json["args"]?.asArray ?? []
        kwargs = json["kwargs"]?.asObject ?? []
        options = json["options"].flatMap { $0.asObject == nil ? nil : $0 } ?? .object([])
        isImmutable = json["immutable"]?.isTruthy ?? false
    }

    /// The id that its result will have, if the client chose one.
    public var taskID: String? { options["task_id"]?.asText }

    /// The group it belongs to.
    public var group: String? { options["group_id"]?.asText }
}

/// What new tasks need to know about the worker that sends them.
public struct CanvasContext {
    /// The queue of tasks that name none.
    public var defaultQueue: String
    /// This process: `gen<pid>@host`.
    public var origin: String
    /// Seconds since 1970.
    public var now: Double
    /// Makes an id.
    public var makeID: () -> String

    /// Creates a context.
    public init(defaultQueue: String, origin: String, now: Double, makeID: @escaping () -> String) {
        self.defaultQueue = defaultQueue
        self.origin = origin
        self.now = now
        self.makeID = makeID
    }
}

extension Signature {
    /// The task to send when `parent` is done.
    ///
    /// - Parameters:
    ///   - leading: arguments of the call.
    ///   - chain: what follows it.
    func task(leading: [JSON], chain: [JSON] = [], parent: TaskMessage, _ context: CanvasContext) -> NewTask {
        var task = NewTask(
            type: type, id: taskID ?? context.makeID(), args: isImmutable ? args : leading + args, kwargs: kwargs,
            routingKey: options["queue"]?.asText ?? options["routing_key"]?.asText ?? context.defaultQueue)
        task.exchange = options["queue"] == nil ? options["exchange"]?.asText ?? "" : ""
        task.embed = Embed(
            callbacks: options.list("link"), errbacks: options.list("link_error"),
            chain: chain.isEmpty ? options.list("chain") : chain,
            chord: options["chord"].flatMap { $0.isNull ? nil : $0 })
        task.rootID = parent.rootID ?? parent.id
        task.parentID = parent.id
        task.priority = options["priority"]?.asInteger ?? 0
        task.eta = date("eta", after: "countdown", context)
        task.expires = date("expires", after: "expires", context)
        task.timeLimits = TimeLimits(
            hard: options["time_limit"]?.asDecimal, soft: options["soft_time_limit"]?.asDecimal)
        task.group = group
        task.groupIndex = options["group_index"]?.asInteger
        task.shadow = options["shadow"]?.asText
        task.ignoresResult = options["ignore_result"]?.isTruthy ?? false
        task.replyTo = options["reply_to"]?.asText
        task.origin = context.origin
        task.stampedHeaders = options["stamped_headers"]?.asArray?.compactMap(\.asText) ?? []
        task.stamps = task.stampedHeaders.compactMap { name in options[name].map { JSON.Member(name, $0) } }
        task.extraHeaders = options["headers"]?.asObject ?? []
        return task
    }

    /// A date, or a number of seconds from now.
    private func date(_ name: String, after seconds: String, _ context: CanvasContext) -> PythonDateTime? {
        if let date = options[name]?.asText.flatMap(PythonDateTime.init(iso:)) { return date }
        if case .dateTime(let date) = options[name]?.kombuValue { return date }
        return options[seconds]?.asDecimal.map { PythonDateTime(epoch: context.now + $0) }
    }
}

extension JSON {
    fileprivate func list(_ key: String) -> [JSON] {
        guard let value = self[key], !value.isNull else { return [] }
        return value.asArray ?? [value]
    }
}
