internal import FoundationEssentials
public import Redis

/// What a task came to.
public enum TaskOutcome: Sendable, Hashable {
    case succeeded(JSON)
    case failed(PythonException)
    /// Tried again no sooner than `eta`.
    case retry(PythonException, eta: PythonDateTime)
    case revoked(RevocationReason)
    /// Nothing is stored.
    case ignored
}

/// Ends tasks: everything that follows from an outcome in one step with the acknowledgement, where the results share the
/// broker's database.
public struct DeliveryEnding: Sendable {
    let broker: Broker
    let results: ResultStore
    let defaultQueue: String
    let origin: String

    /// Creates an ending.
    ///
    /// - Parameters:
    ///   - defaultQueue: the queue of follow-up tasks that name none.
    ///   - origin: this process as sender: `gen<pid>@host`.
    public init(broker: Broker, results: ResultStore, defaultQueue: String, origin: String) {
        self.broker = broker
        self.results = results
        self.defaultQueue = defaultQueue
        self.origin = origin
    }

    /// Ends a task. Waits while Redis is away.
    public func end(_ delivery: Delivery, _ outcome: TaskOutcome) async throws(RedisError) -> ClaimEnd {
        var plan = Plan(delivery, context)
        plan.add(outcome, extendedBy: results.extendedBy)
        try await addChords(to: &plan)
        var messages: [KeyedValue] = []
        for envelope in plan.envelopes {
            let lists = try await insisting { () async throws(RedisError) in try await broker.lists(for: envelope) }
            messages += lists.map { KeyedValue($0, envelope.encodedBytes) }
        }
        return try await write(plan, messages)
    }

    private var context: CanvasContext {
        CanvasContext(defaultQueue: defaultQueue, origin: origin, now: Date().timeIntervalSince1970) {
            UUID().uuidString.lowercased()
        }
    }

    private func addChords(to plan: inout Plan) async throws(RedisError) {
        for member in plan.followUp.chordMembers {
            let call = ScriptCall.chordMember(member, keys: results.keys, expiry: results.expiry)
            let reply = try await insisting { () async throws(RedisError) in
                try await broker.run(call, on: results.redis)
            }
            let state = ChordState(reply.array?.compactMap(\.bytes) ?? [])
            plan.add(member, state, results.keys)
        }
    }

    private func write(_ plan: Plan, _ messages: [KeyedValue]) async throws(RedisError) -> ClaimEnd {
        let name = plan.delivery.claim.name
        guard results.sharesBroker else {
            if try await insisting({ () async throws(RedisError) in try await broker.holds(name) }) == false {
                return .stolen
            }
            for result in plan.results { try await results.store(result) }
            let end = try await broker.ending { .finish(name, owner: broker.owner, messages: messages) }
            if !plan.deleting.isEmpty { _ = try await results.redis.send(RedisCommand("DEL", plan.deleting)) }
            return end
        }
        return try await broker.ending {
            .finish(
                name, owner: broker.owner, results: plan.results.map(results.keyed), messages: messages,
                deleting: plan.deleting, expiry: results.expiry)
        }
    }

    private func insisting<Value>(
        _ body: () async throws(RedisError) -> Value
    ) async throws(RedisError) -> Value {
        var insistence = Insistence()
        while true {
            do throws(RedisError) { return try await body() } catch { try await insistence.wait(after: error) }
        }
    }
}

/// What is going to be written.
private struct Plan {
    let delivery: Delivery
    let context: CanvasContext
    var results: [TaskResult] = []
    var envelopes: [Envelope] = []
    var deleting: [String] = []
    var followUp = FollowUp()

    init(_ delivery: Delivery, _ context: CanvasContext) {
        self.delivery = delivery
        self.context = context
    }

    mutating func add(_ outcome: TaskOutcome, extendedBy worker: String?) {
        let task = delivery.task
        var state: TaskResult.Outcome?
        switch outcome {
        case .succeeded(let value):
            do {
                followUp = try task.succeeded(with: value, context)
                state = .success(value)
            } catch {
                return add(.failed(error), extendedBy: worker)
            }
        case .failed(let exception):
            followUp = task.failed(with: exception, context)
            state = .failure(exception)
        case .retry(let exception, let eta):
            envelopes.append(task.retry(eta: eta, deliveryTag: context.makeID(), now: context.now))
            state = .retry(exception)
        case .revoked(let reason): state = .revoked(reason)
        case .ignored: break
        }
        let children = if case .success = state { followUp.tasks.map(\.id) } else { [String]() }
        if let state, !task.ignoresResult {
            results.append(TaskResult(of: task, state, children: children, extendedBy: worker))
        }
        add(followUp)
    }

    mutating func add(_ more: FollowUp) {
        results += more.results
        envelopes += more.tasks.map { $0.envelope(deliveryTag: context.makeID(), now: context.now) }
    }

    mutating func add(_ member: ChordMember, _ state: ChordState, _ keys: ResultKeys) {
        switch state {
        case .waiting: return
        case .nested:
            let why = PythonException.notImplemented("this worker cannot join a nested chord")
            add(member.bodyFailed(with: why, by: delivery.task, context))
        case .complete(let entries): add(member.completed(entries, by: delivery.task, context))
        }
        deleting += [keys.chordMembers(member.group), keys.chordAdded(member.group), keys.chordSize(member.group)]
    }
}
