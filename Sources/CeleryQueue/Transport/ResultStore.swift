internal import FoundationEssentials
public import Redis

/// Where results are kept.
public struct ResultStore: Sendable {
    /// The connection to the results' database.
    public let redis: RedisConnection
    /// Names of keys.
    public let keys: ResultKeys
    /// Seconds that results are kept; 0 for ever.
    public let expiry: Int
    /// Whether this is the broker's database: then results are stored in one step with the acknowledgement.
    public let sharesBroker: Bool
    /// The node's name when `result_extended` is set.
    public let extendedBy: String?

    private static let script = RedisScript(LuaScript.store.source)

    /// Creates a store.
    public init(
        _ redis: RedisConnection, keys: ResultKeys = ResultKeys(), expiry: Int = 86400, sharesBroker: Bool,
        extendedBy: String? = nil
    ) {
        self.redis = redis
        self.keys = keys
        self.expiry = expiry
        self.sharesBroker = sharesBroker
        self.extendedBy = extendedBy
    }

    /// Key and text of a result as of now.
    func keyed(_ result: TaskResult) -> KeyedValue {
        let now = PythonDateTime(epoch: Date().timeIntervalSince1970)
        return KeyedValue(keys.task(result.taskID), result.json(at: now).encodedBytes)
    }

    /// Stores and publishes a result, unless a success is stored already. Waits while Redis is away.
    public func store(_ result: TaskResult) async throws(RedisError) {
        let value = keyed(result)
        var insistence = Insistence()
        while true {
            do throws(RedisError) {
                let call = ScriptCall.store(value, expiry: expiry)
                _ = try await redis.evaluate(Self.script, keys: call.keys, arguments: call.arguments)
                return
            } catch {
                try await insistence.wait(after: error)
            }
        }
    }

    /// Stores `REVOKED` for a task that has not begun (CELERY.md 3.4, as Celery 5.7 does), so that nobody waits for it.
    public func revokeIfPending(_ id: String) async throws(RedisError) {
        let stored = try await redis.command("GET", keys.task(id)).bytes
        let state = stored.flatMap { try? JSON(parsing: $0) }?["status"]?.asText ?? "PENDING"
        guard ["PENDING", "RECEIVED", "RETRY", "REJECTED"].contains(state) else { return }
        try await store(TaskResult(taskID: id, .revoked(.revoked)))
    }

    /// Says that a task runs, before whatever is stored next; nothing if its sender wants no result. Never waits: while
    /// Redis is away there is nobody to be told.
    public func announceStart(of task: TaskMessage, pid: Int, node: String) {
        if task.ignoresResult { return }
        let value = keyed(TaskResult(of: task, .started(pid: pid, node: node), extendedBy: extendedBy))
        let call = ScriptCall.store(value, expiry: expiry)
        // With its source: a server that does not know its hash would be told too late.
        redis.post(Self.script.command(keys: call.keys, arguments: call.arguments))
    }
}
