internal import FoundationEssentials
public import Redis

/// Revoked ids in the broker's database, so that a restart does not forget them (Celery has a file for that, `--statedb`).
/// All workers of ours on a broker share them.
public struct RevokedStore: Sendable {
    let redis: RedisConnection
    let keys: BrokerKeys
    /// Seconds that an id is kept.
    let lifetime: Double
    /// Most ids that are kept; the oldest go first.
    let capacity: Int

    /// Creates a store with the bounds of Celery's set.
    public init(_ redis: RedisConnection, keys: BrokerKeys, bounds: RevokedTasks = RevokedTasks()) {
        self.redis = redis
        self.keys = keys
        lifetime = bounds.lifetime
        capacity = bounds.capacity
    }

    /// The ids that are remembered.
    public func load() async throws(RedisError) -> [String] {
        let now = Date().timeIntervalSince1970
        let reply = try await redis.command("ZRANGEBYSCORE", keys.revoked, String(now), "+inf")
        return reply.array?.compactMap(\.string) ?? []
    }

    /// Remembers ids.
    public func add(_ ids: [String]) async throws(RedisError) {
        guard !ids.isEmpty else { return }
        let now = Date().timeIntervalSince1970
        let scored: [any RedisArgument] = ids.flatMap { [String(now + lifetime), $0] }
        _ = try await redis.transaction([
            RedisCommand("ZADD", [keys.revoked] + scored),
            RedisCommand("ZREMRANGEBYSCORE", keys.revoked, "-inf", String(now)),
            RedisCommand("ZREMRANGEBYRANK", keys.revoked, 0, -(capacity + 1)),
            RedisCommand("EXPIRE", keys.revoked, Int(lifetime)),
        ])
    }
}
