/// What has to happen when a task is over (CELERY.md 3.7): as values, done in one step with its acknowledgement.
public struct FollowUp: Sendable, Hashable {
    /// Tasks to send.
    public var tasks: [NewTask] = []
    /// Results to store beside the task's own.
    public var results: [TaskResult] = []
    /// Chords that it was the member of.
    public var chordMembers: [ChordMember] = []
}

/// A part of a chord that is over.
public struct ChordMember: Sendable, Hashable {
    /// The member's id.
    public var taskID: String
    /// The chord's group.
    public var group: String
    /// Its place; nil for the end.
    public var index: Int?
    /// What it came to.
    public var result: TaskResult
    /// Signature of what is called with all results.
    public var body: JSON

    /// Creates a member.
    public init(taskID: String, group: String, index: Int?, result: TaskResult, body: JSON) {
        self.taskID = taskID
        self.group = group
        self.index = index
        self.result = result
        self.body = body
    }
}

extension TaskMessage {
    /// What follows a success: callbacks, then the next of the chain; their ids are the result's children.
    ///
    /// Throws when something cannot be called; the task fails with that then, rather than dropping it.
    public func succeeded(with value: JSON, _ context: CanvasContext) throws(PythonException) -> FollowUp {
        var followUp = FollowUp()
        for callback in embed.callbacks {
            followUp.tasks.append(try Signature(callback).task(leading: [value], parent: self, context))
        }
        if let next = embed.chain.last {
            followUp.tasks.append(
                try Signature(next).task(
                    leading: [value], chain: Array(embed.chain.dropLast()), parent: self, context))
        }
        followUp.chordMembers = chordMember(.success(value)).map { [$0] } ?? []
        return followUp
    }

    /// What follows a failure that is not tried again: the rest of the chain fails with it, errbacks are sent.
    ///
    /// Python calls errbacks of several parameters itself; here all are sent as tasks, with the failed id in front.
    public func failed(with exception: PythonException, _ context: CanvasContext) -> FollowUp {
        var followUp = FollowUp()
        followUp.chordMembers = chordMember(.failure(exception)).map { [$0] } ?? []
        for element in embed.chain { followUp.fail(element, with: exception) }
        followUp.tasks = embed.errbacks.compactMap { errback in
            (try? Signature(errback))?.task(leading: [.text(id)], parent: self, context)
        }
        return followUp
    }

    private func chordMember(_ outcome: TaskResult.Outcome) -> ChordMember? {
        guard let group, let body = embed.chord else { return nil }
        return ChordMember(
            taskID: id, group: group, index: groupIndex, result: TaskResult(of: self, outcome), body: body)
    }
}

extension FollowUp {
    /// An element of a chain that will never run.
    fileprivate mutating func fail(_ element: JSON, with exception: PythonException) {
        guard let signature = try? Signature(element), let id = signature.taskID else { return }
        var result = TaskResult(taskID: id, .failure(exception))
        result.group = signature.group
        results.append(result)
        if let group = signature.group, let body = signature.options["chord"], !body.isNull {
            chordMembers.append(
                ChordMember(
                    taskID: id, group: group, index: signature.options["group_index"]?.asInteger, result: result,
                    body: body))
        }
    }
}

// MARK: Complete chords

/// What the chord script answered.
public enum ChordState: Sendable, Hashable {
    /// Members are missing.
    case waiting
    /// The group is nested and was saved by Python, which alone can put it together.
    case nested
    /// The entries of all members in their order.
    case complete([JSON])

    /// Reads the answer's values.
    public init(_ values: [[UInt8]]) {
        switch values.first.map({ String(decoding: $0, as: UTF8.self) }) {
        case "complete": self = .complete(values.dropFirst().compactMap { try? JSON(parsing: $0) })
        case "saved": self = .nested
        default: self = .waiting
        }
    }
}

extension ChordMember {
    /// What follows the last member: the body with all results, or its failure if a member failed.
    ///
    /// - Parameter last: the member whose worker does it.
    public func completed(_ entries: [JSON], by last: TaskMessage, _ context: CanvasContext) -> FollowUp {
        do {
            let values = try entries.map { entry throws(PythonException) in try Self.value(of: entry) }
            return FollowUp(tasks: [try Signature(body).task(leading: [.array(values)], parent: last, context)])
        } catch {
            return bodyFailed(with: error, by: last, context)
        }
    }

    /// What follows when the chord's body can never run.
    public func bodyFailed(
        with exception: PythonException, by last: TaskMessage, _ context: CanvasContext
    ) -> FollowUp {
        guard let id = body["options"]?["task_id"]?.asText else { return FollowUp() }
        let errbacks = body["options"]?["link_error"]?.asArray ?? []
        let tasks = errbacks.compactMap { (try? Signature($0))?.task(leading: [.text(id)], parent: last, context) }
        return FollowUp(tasks: tasks, results: [TaskResult(taskID: id, .failure(exception))])
    }

    /// The value in an entry `[1, id, state, result]`.
    private static func value(of entry: JSON) throws(PythonException) -> JSON {
        guard let parts = entry.asArray, parts.count == 4, let id = parts[1].asText else {
            throw PythonException("ChordError", in: "celery.exceptions", ["Join error: unreadable member"])
        }
        if parts[2] == "SUCCESS" { return parts[3] }
        let exception = PythonException(
            parts[3]["exc_type"]?.asText ?? "Exception", in: parts[3]["exc_module"]?.asText ?? "builtins",
            parts[3]["exc_message"]?.asArray ?? [])
        throw .chordError(task: id, exception)
    }
}
