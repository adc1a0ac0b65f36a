internal import FoundationEssentials
public import Redis

/// The tables by which kombu finds queues for exchanges.
public struct Bindings: Sendable {
    let redis: RedisConnection
    let keys: BrokerKeys

    /// Milliseconds after which kombu 5.7 may delete a table that is not permanent.
    static let lifetime = 3_600_000

    /// Creates the tables' keeper.
    public init(_ redis: RedisConnection, _ keys: BrokerKeys) {
        self.redis = redis
        self.keys = keys
    }

    /// Declares a queue that tasks come from, as Celery does.
    public func declare(_ queue: QueueDeclaration) async throws(RedisError) {
        let member = keys.binding(routingKey: queue.routingKey, queue: queue.name)
        try await add(member, to: queue.exchange, isPermanent: true)
    }

    /// Adds a binding; one that is not permanent has to be added again within the hour.
    func add(_ member: String, to exchange: String, isPermanent: Bool) async throws(RedisError) {
        let add = RedisCommand("SADD", keys.bindings(of: exchange), member)
        let deadline = Int(Date().timeIntervalSince1970 * 1000) + Self.lifetime
        let mark =
            isPermanent
            ? RedisCommand("SADD", keys.permanentBindings(of: exchange), member)
            : RedisCommand("ZADD", keys.bindingDeadlines, "GT", deadline, exchange)
        _ = try await redis.transaction([add, mark])
    }

    /// Takes a binding away.
    func remove(_ member: String, from exchange: String) async throws(RedisError) {
        _ = try await redis.transaction([
            RedisCommand("SREM", keys.bindings(of: exchange), member),
            RedisCommand("SREM", keys.permanentBindings(of: exchange), member),
        ])
    }
}
