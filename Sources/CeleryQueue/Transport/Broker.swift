internal import FoundationEssentials
public import Redis

/// The broker as one worker sees it: claims messages, renews, ends and gives back its claims.
public final class Broker: Sendable {
    /// The connection for commands that do not wait.
    public let redis: RedisConnection
    /// Names of keys and channels.
    public let keys: BrokerKeys
    /// Whose claims these are.
    public let owner: ClaimOwner
    /// Seconds that a worker is believed alive without renewing.
    public let lease: Int

    private static let scripts = Dictionary(
        uniqueKeysWithValues: LuaScript.allCases.map { ($0, RedisScript($0.source)) })

    /// Creates the broker for a node. A random part is added to its name, so that two workers never share claims.
    public init(_ redis: RedisConnection, keys: BrokerKeys, node: String, pid: Int, lease: Int = 30) {
        self.redis = redis
        self.keys = keys
        self.lease = lease
        owner = ClaimOwner("\(node):\(pid):\(UUID().uuidString.prefix(8).lowercased())", keys: keys)
    }

    /// Runs a script once.
    func run(_ call: ScriptCall, on connection: RedisConnection? = nil) async throws(RedisError) -> RedisReply {
        guard let script = Self.scripts[call.script] else { return .null }
        return try await (connection ?? redis).evaluate(script, keys: call.keys, arguments: call.arguments)
    }
}

/// A message that is ours until it is ended or given back.
public struct Claim: Sendable, Hashable {
    /// Its name in `unacked`: the delivery tag, or a name of its own when that was taken.
    public var name: String
    /// The message as it was on the queue.
    public var raw: [UInt8]
    /// The queue it came from.
    public var queue: String

    /// Creates a claim.
    public init(name: String, raw: [UInt8], queue: String) {
        self.name = name
        self.raw = raw
        self.queue = queue
    }
}

/// A claimed message that is a task.
public struct Delivery: Sendable, Hashable {
    /// The claim.
    public var claim: Claim
    /// The task.
    public var task: TaskMessage

    /// Creates a delivery.
    public init(claim: Claim, task: TaskMessage) {
        self.claim = claim
        self.task = task
    }
}

/// How a claim ended.
public enum ClaimEnd: Sendable, Hashable {
    /// As asked for.
    case done
    /// It was no longer ours: somebody gave the message to another worker. Nothing was written.
    case stolen
    /// An answer was lost on the way; either of the two.
    case unknown
}

// MARK: Claims

extension Broker {
    /// Takes up to so many messages; what is no message at all is in the dead-letter list already.
    func claim(_ lists: [(key: String, queue: String)], most: Int) async throws(RedisError) -> [ClaimedElement] {
        let reply = try await run(.claim(lists, most: most, owner: owner, lease: lease))
        return ClaimedElement.read(reply.array?.compactMap(\.bytes) ?? [])
    }

    /// Says that this worker lives and renews claims; gives the names of those that were lost.
    public func renew(_ names: [String]) async throws(RedisError) -> [String] {
        try await run(.renew(names, owner: owner, lease: lease)).array?.compactMap(\.string) ?? []
    }

    /// Whether a claim is there and ours.
    func holds(_ name: String) async throws(RedisError) -> Bool {
        let replies = try await redis.pipeline([
            RedisCommand("SISMEMBER", owner.claims, name), RedisCommand("HEXISTS", keys.unacked, name),
        ])
        return replies.allSatisfy { $0.integer == 1 }
    }

    /// Gives a claim back to its queue, marked as redelivered.
    ///
    /// - Parameter toFront: next in line, or behind all others.
    public func giveBack(_ claim: Claim, toFront: Bool) async throws(RedisError) -> ClaimEnd {
        let (message, lists) = try await redelivery(claim, workerDied: false)
        return try await ending {
            .restore(
                claim.name, message: message, lists: lists, toFront: toFront, owner: owner, guard: .own)
        }
    }

    /// Takes a claim to the dead-letter list; its failure is stored if its id is known.
    public func quarantine(
        _ claim: Claim, _ error: MessageError, results: ResultStore?
    ) async throws(RedisError) -> ClaimEnd {
        let letter = DeadLetter(raw: claim.raw, queue: claim.queue, error: error)
        let now = Date().timeIntervalSince1970
        let result = letter.taskID.map { TaskResult(taskID: $0, .failure(error.exception)) }
        if let results, let result, !results.sharesBroker { try await results.store(result) }
        let stored = results.flatMap { $0.sharesBroker ? $0 : nil }
        return try await ending {
            .quarantine(
                claim.name, owner: owner, queue: claim.queue, entry: letter.encoded(at: now),
                result: stored.flatMap { store in result.map(store.keyed) }, expiry: results?.expiry ?? 86400)
        }
    }

    /// Runs a script that ends a claim, until the server has answered: a finished task is not lost because Redis is away.
    func ending(_ call: () -> ScriptCall) async throws(RedisError) -> ClaimEnd {
        var mayHaveRun = false
        var insistence = Insistence()
        while true {
            do throws(RedisError) {
                if try await run(call()).integer == 1 { return .done }
                return mayHaveRun ? .unknown : .stolen
            } catch {
                mayHaveRun = mayHaveRun || error.mayHaveRun
                try await insistence.wait(after: error)
            }
        }
    }

    /// The message marked as redelivered and the lists it goes back to; as it was when it cannot be read.
    func redelivery(_ claim: Claim, workerDied: Bool) async throws(RedisError) -> (message: [UInt8], lists: [String]) {
        guard let envelope = try? Envelope(parsing: claim.raw) else { return (claim.raw, [keys.list(claim.queue)]) }
        let lists = try await lists(for: envelope)
        return (
            envelope.redelivered(workerDied: workerDied).encodedBytes,
            lists.isEmpty ? [keys.list(claim.queue, priority: envelope.priority)] : lists
        )
    }

    /// The lists a message goes to: its queue's, or those of all queues bound to its exchange.
    func lists(for envelope: Envelope) async throws(RedisError) -> [String] {
        guard !envelope.exchange.isEmpty else {
            return [keys.list(envelope.routingKey, priority: envelope.priority)]
        }
        let members = try await redis.command("SMEMBERS", keys.bindings(of: envelope.exchange)).array ?? []
        return keys.queues(boundTo: envelope.routingKey, in: members.compactMap(\.string))
            .map { keys.list($0, priority: envelope.priority) }
    }
}

/// Tries again as long as an error may pass, more and more slowly.
struct Insistence {
    private var delay: Duration = .milliseconds(50)

    /// Waits, or throws the error on if it will not pass or the task is cancelled.
    mutating func wait(after error: RedisError) async throws(RedisError) {
        guard error.isTransient else { throw error }
        do { try await Task.sleep(for: delay) } catch { throw .cancelled(wasSent: false) }
        delay = min(delay * 2, .seconds(2))
    }
}
