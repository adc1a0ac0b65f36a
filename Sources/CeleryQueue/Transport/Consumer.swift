internal import FoundationEssentials
public import Redis

/// What a consumer tells the log.
public enum ConsumerEvent: Sendable, Hashable {
    /// A message went to the dead-letter list.
    case deadLetter(queue: String, reason: String, taskID: String?)
    /// Claims of ours were given to somebody else while we worked on them.
    case claimsLost([String])
    /// Claims of a dead worker went back to their queues.
    case recovered(owner: String, count: Int)
    /// Claims that nobody renewed went back to their queues.
    case swept(count: Int)
    /// The server cannot be asked now.
    case failed(RedisError)
}

/// Takes tasks off queues, one batch at a time.
public actor Consumer {
    private let broker: Broker
    private let waiter: RedisConnection
    private let results: ResultStore?
    private let onEvent: @Sendable (ConsumerEvent) -> Void
    private var rotation: QueueRotation
    /// A queue that is looked at only when all others are empty; nil for none.
    private let background: String?
    private var servesBackground: Bool
    private var held: [String: Claim] = [:]
    /// Claims that are being ended: no longer there means ended, not stolen.
    private var ending: Set<String> = []
    private var renewalOrder: [String] = []
    /// A claim's answer was lost: there may be claims that we do not know of.
    private var hasUnknownClaims = false

    /// Longest wait before the lists that cannot be waited on are looked at.
    static let wait: Duration = .seconds(1)

    /// Creates a consumer.
    ///
    /// - Parameters:
    ///   - waiter: a connection for waiting alone.
    ///   - background: a queue that is looked at only when the others are empty, whatever their order.
    ///   - results: where failures of unreadable tasks go.
    ///   - onEvent: must not block.
    public init(
        _ broker: Broker, waiter: RedisConnection, queues: [String], background: String? = nil, results: ResultStore?,
        onEvent: @escaping @Sendable (ConsumerEvent) -> Void = { _ in }
    ) {
        self.broker = broker
        self.waiter = waiter
        self.results = results
        self.onEvent = onEvent
        self.background = background
        servesBackground = background != nil
        rotation = QueueRotation(queues, order: broker.keys.options.queueOrder)
    }

    /// The queues in their present order.
    public var queues: [String] { rotation.queues }

    /// Starts taking from a queue; false if that is done already.
    @discardableResult
    public func add(_ queue: String) -> Bool {
        guard queue == background else { return rotation.add(queue) }
        defer { servesBackground = true }
        return !servesBackground
    }

    /// Stops taking from a queue; false if it was not served.
    @discardableResult
    public func remove(_ queue: String) -> Bool {
        guard queue == background else { return rotation.remove(queue) }
        defer { servesBackground = false }
        return servesBackground
    }

    /// How many claims are held.
    public var count: Int { held.count }

    /// Waits for tasks and takes up to so many. Waits while Redis is away.
    ///
    /// Throws only `cancelled` and what does not pass by itself; a claim that has been made is always returned.
    ///
    /// - Parameter idle: how many tasks of the background queue could begin at this moment; none is claimed ahead.
    public func next(
        upTo count: Int, idle: @Sendable () async -> Int = { 0 }
    ) async throws(RedisError) -> [Delivery] {
        var insistence = Insistence()
        while true {
            do throws(RedisError) {
                try await returnUnknownClaims()
                let deliveries = try await take(count, idle)
                if !deliveries.isEmpty { return deliveries }
                try await waitForElement()
            } catch {
                if error.mayHaveRun { hasUnknownClaims = true }
                if error.isTransient { onEvent(.failed(error)) }
                try await insistence.wait(after: error)
            }
        }
    }

    private func take(_ count: Int, _ idle: @Sendable () async -> Int) async throws(RedisError) -> [Delivery] {
        if Task.isCancelled { throw .cancelled(wasSent: false) }
        var elements = try await broker.claim(rotation.lists(broker.keys), most: count)
        if elements.isEmpty { elements = try await takeInBackground(count, idle) }
        var claims: [Claim] = []
        var buried: [(reason: String, raw: [UInt8], queue: String)] = []
        for element in elements {
            switch element {
            case .claimed(let name, let raw, let queue): claims.append(Claim(name: name, raw: raw, queue: queue))
            case .dead(let reason, let raw, let queue): buried.append((reason, raw, queue))
            }
        }
        for claim in claims { hold(claim) }
        for (reason, raw, queue) in buried { await mourn(raw, queue, reason) }
        if let last = claims.last { rotation.served(last.queue) }
        var deliveries: [Delivery] = []
        for claim in claims {
            if let delivery = await read(claim) { deliveries.append(delivery) }
        }
        return deliveries
    }

    private func takeInBackground(
        _ count: Int, _ idle: @Sendable () async -> Int
    ) async throws(RedisError) -> [ClaimedElement] {
        guard servesBackground, let background else { return [] }
        let room = min(count, await idle())
        guard room > 0 else { return [] }
        return try await broker.claim(broker.keys.lists(background).map { (key: $0, queue: background) }, most: room)
    }

    /// The script has taken it to the dead letters; whoever waits for its result is told, if it says who it was.
    private func mourn(_ raw: [UInt8], _ queue: String, _ reason: String) async {
        var why = MessageError.notAMessage(missing: "delivery tag")
        do { _ = try Envelope(parsing: raw) } catch { why = error }
        let letter = DeadLetter(raw: raw, queue: queue, error: why)
        onEvent(.deadLetter(queue: queue, reason: reason, taskID: letter.taskID))
        guard let results, let id = letter.taskID else { return }
        do { try await results.store(TaskResult(taskID: id, .failure(why.exception))) } catch {
            onEvent(.failed(error))
        }
    }

    private func hold(_ claim: Claim) {
        held[claim.name] = claim
        renewalOrder.append(claim.name)
    }

    /// The task in a message; what is none goes to the dead letters.
    private func read(_ claim: Claim) async -> Delivery? {
        let problem: MessageError
        do {
            return Delivery(claim: claim, task: try TaskMessage(try Envelope(parsing: claim.raw)))
        } catch {
            problem = error
        }
        let letter = DeadLetter(raw: claim.raw, queue: claim.queue, error: problem)
        do {
            _ = try await broker.quarantine(claim, problem, results: results)
            onEvent(.deadLetter(queue: claim.queue, reason: problem.sentence, taskID: letter.taskID))
            held[claim.name] = nil
        } catch {
            // It stays held, so that it is renewed, and given back at the end.
            onEvent(.failed(error))
        }
        return nil
    }

    /// Waits on the first list; the others are looked at when that ends.
    private func waitForElement() async throws(RedisError) {
        guard let queue = rotation.queues.first else {
            do { try await Task.sleep(for: Self.wait) } catch { throw .cancelled(wasSent: false) }
            return
        }
        let list = broker.keys.list(queue)
        let found = try await waiter.waitForElement(ofList: list, upTo: Self.wait)
        // Somebody else may have taken it, or be about to: do not spin.
        if found { await Task.yield() }
    }
}

// MARK: Ending

extension Consumer {
    /// Ends a task with all that follows from its outcome. Waits while Redis is away.
    public func end(
        _ delivery: Delivery, _ outcome: TaskOutcome, by ending: DeliveryEnding
    ) async throws(RedisError) -> ClaimEnd {
        try await letGo(delivery) { () async throws(RedisError) in try await ending.end(delivery, outcome) }
    }

    /// Gives a task back to its queue, next in line or behind all others.
    public func giveBack(_ delivery: Delivery, toFront: Bool) async throws(RedisError) -> ClaimEnd {
        try await letGo(delivery) { [broker] () async throws(RedisError) in
            try await broker.giveBack(delivery.claim, toFront: toFront)
        }
    }

    /// Takes a task to the dead-letter list and stores its failure.
    public func quarantine(_ delivery: Delivery, _ error: MessageError) async throws(RedisError) -> ClaimEnd {
        try await letGo(delivery) { [broker, results] () async throws(RedisError) in
            try await broker.quarantine(delivery.claim, error, results: results)
        }
    }

    private func letGo(
        _ delivery: Delivery, _ body: @Sendable () async throws(RedisError) -> ClaimEnd
    ) async throws(RedisError) -> ClaimEnd {
        let name = delivery.claim.name
        ending.insert(name)
        defer { ending.remove(name) }
        let end = try await body()
        held[name] = nil
        return end
    }
}

// MARK: Keeping and giving back

extension Consumer {
    /// Most claims renewed in one step.
    private static let renewalBatch = 200

    /// Renews the lease, and claims in turn. To be called about once a second.
    ///
    /// - Returns: the names of claims that somebody else has by now; nil if the server did not answer.
    @discardableResult
    public func renew() async -> [String]? {
        renewalOrder.removeAll { held[$0] == nil }
        let names = Array(renewalOrder.prefix(Self.renewalBatch))
        renewalOrder.removeFirst(names.count)
        renewalOrder += names
        do {
            let lost = try await broker.renew(names).filter { held[$0] != nil && !ending.contains($0) }
            for name in lost { held[name] = nil }
            if !lost.isEmpty { onEvent(.claimsLost(lost)) }
            return lost
        } catch {
            onEvent(.failed(error))
            return nil
        }
    }

    /// Gives all that is still held back to the queues, the oldest first in line, and the lease up.
    public func giveBackAll() async throws(RedisError) -> Int {
        var count = 0
        for name in renewalOrder.reversed() {
            guard let claim = held.removeValue(forKey: name) else { continue }
            if try await broker.giveBack(claim, toFront: true) == .done { count += 1 }
        }
        try await returnUnknownClaims()
        _ = try await broker.run(.retire(broker.owner, isSelf: true))
        return count
    }

    /// Gives back what was claimed by an answer that never arrived.
    private func returnUnknownClaims() async throws(RedisError) {
        guard hasUnknownClaims else { return }
        let names = try await broker.claimNames(of: broker.owner)
        for name in names where held[name] == nil { _ = try await broker.restore(name, of: broker.owner, guard: .own) }
        hasUnknownClaims = false
    }
}
