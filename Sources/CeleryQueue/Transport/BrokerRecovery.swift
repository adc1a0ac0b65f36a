internal import FoundationEssentials
public import Redis

extension Broker {
    func claimNames(of owner: ClaimOwner) async throws(RedisError) -> [String] {
        try await redis.command("SMEMBERS", owner.claims).array?.compactMap(\.string) ?? []
    }

    /// Gives the claims of workers whose lease is gone back to their queues, and forgets the workers.
    ///
    /// Gives how many claims each dead worker had.
    ///
    /// - Parameter pause: how long a worker without a lease is given to renew it. Where Redis itself was away for longer than
    ///   a lease, all have lost theirs, and whoever is back first must not take what the others still work on.
    public func recoverDeadOwners(
        pause: Duration = .seconds(5)
    ) async throws(RedisError) -> [(owner: String, count: Int)] {
        let names = try await redis.command("SMEMBERS", keys.owners).array?.compactMap(\.string) ?? []
        let suspects = try await withoutLease(names.filter { $0 != owner.name }.map { ClaimOwner($0, keys: keys) })
        if suspects.isEmpty { return [] }
        do { try await Task.sleep(for: pause) } catch { throw .cancelled(wasSent: false) }
        var recovered: [(owner: String, count: Int)] = []
        for dead in try await withoutLease(suspects) {
            let count = try await recover(dead)
            if count > 0 { recovered.append((dead.name, count)) }
        }
        return recovered
    }

    private func withoutLease(_ owners: [ClaimOwner]) async throws(RedisError) -> [ClaimOwner] {
        let leases = try await redis.pipeline(owners.map { RedisCommand("EXISTS", $0.lease) })
        return zip(owners, leases).filter { $1.integer == 0 }.map(\.0)
    }

    private func recover(_ dead: ClaimOwner) async throws(RedisError) -> Int {
        var count = 0
        for name in try await claimNames(of: dead) {
            if try await restore(name, of: dead, guard: .deadOwner(lease: lease)) { count += 1 }
        }
        _ = try await run(.retire(dead, isSelf: false))
        return count
    }

    /// Gives back claims, of Python workers too, that nobody has renewed for the visibility timeout. One worker at a time
    /// does it, under the lock that Celery takes.
    public func sweep() async throws(RedisError) -> Int {
        let token = UUID().uuidString
        let locked = try await redis.command("SET", keys.unackedMutex, token, "PX", 300_000, "NX")
        if locked.isNull { return 0 }
        let count: Int
        do {
            count = try await restoreUnrenewed()
        } catch {
            _ = try? await run(.unlock(keys.unackedMutex, token: token))
            throw error
        }
        _ = try await run(.unlock(keys.unackedMutex, token: token))
        return count
    }

    private func restoreUnrenewed() async throws(RedisError) -> Int {
        let latest = Date().timeIntervalSince1970 - keys.options.visibilityTimeout
        let names = try await redis.command(
            "ZRANGEBYSCORE", keys.unackedIndex, 0, latest, "LIMIT", 0, keys.options.restoreLimit ?? 1000)
        var count = 0
        for name in names.array?.compactMap(\.string) ?? [] {
            if try await restore(name, of: owner, guard: .claimedBefore(latest)) { count += 1 }
        }
        return count
    }

    /// Gives one claim back as it lies in `unacked`. False when it was not there or not to be touched.
    func restore(
        _ name: String, of owner: ClaimOwner, guard condition: ScriptCall.RestoreGuard
    ) async throws(RedisError) -> Bool {
        let seen = try await redis.command("HGET", keys.unacked, name).bytes
        let claim = Self.claim(name, seen ?? [])
        let (message, lists) = try await redelivery(claim, workerDied: condition == .deadOwner(lease: lease))
        let call = ScriptCall.restore(
            name, seen: seen, message: message, lists: lists, toFront: true, owner: owner, guard: condition)
        return try await run(call).integer == 1
    }

    /// The claim in a value of `unacked`: `[message, exchange, routing key]`.
    private static func claim(_ name: String, _ value: [UInt8]) -> Claim {
        let parts = (try? JSON(parsing: value))?.asArray ?? []
        let queue = parts.count == 3 ? parts[2].asText ?? "celery" : "celery"
        return Claim(name: name, raw: parts.first?.encodedBytes ?? value, queue: queue)
    }
}
