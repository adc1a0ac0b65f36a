internal import CeleryQueue
internal import Foundation
internal import Redis

/// Looks at the broker: the server, the rights, the queues, the workers and what they have claimed.
struct BrokerCheck {
    private let settings: QueueSettings
    private let server = RedisServerCheck(
        subject: "broker", variable: "CRICKSY_CELERY_BROKER_URL", isPersistent: true)

    init(_ settings: QueueSettings) { self.settings = settings }

    var findings: [Finding] {
        get async {
            do throws(FindingError) {
                let (connection, url) = try await server.connect(settings.broker)
                let keys = BrokerKeys(settings.brokerOptions.transport, database: url.database)
                return await server.server(connection, url) + QueueCheck(connection, keys, settings).findings
            } catch {
                return [error.finding]
            }
        }
    }
}

/// Looks at the keys of the broker.
struct QueueCheck {
    private let redis: RedisConnection
    private let keys: BrokerKeys
    private let settings: QueueSettings

    init(_ redis: RedisConnection, _ keys: BrokerKeys, _ settings: QueueSettings) {
        self.redis = redis
        self.keys = keys
        self.settings = settings
    }

    var findings: [Finding] {
        get async {
            var findings = [await rights()]
            for queue in settings.queues {
                findings.append(await part("queue \(queue)") { () throws(RedisError) in try await lengths(queue) })
            }
            findings.append(await part("workers") { () throws(RedisError) in try await workers() })
            findings.append(await part("claims") { () throws(RedisError) in try await claims() })
            return findings
        }
    }

    private func part(_ subject: String, _ body: () async throws(RedisError) -> Finding) async -> Finding {
        do throws(RedisError) {
            return try await body()
        } catch {
            return .failed(subject, error.sentence, remedy: "See whether another program uses this database.")
        }
    }

    // MARK: Rights

    private func rights() async -> Finding {
        do throws(RedisError) {
            try await tryScript()
            try await tryCommands()
            try await trySubscription()
            return .good("broker rights", "scripts, keys and channels may be used")
        } catch {
            return .failed(
                "broker rights", error.sentence,
                remedy: "Give the user what it lacks: ACL SETUSER NAME ~* &* +@all -@dangerous +info.")
        }
    }

    /// Gives back a claim that is not there: the same commands on the same keys as with one that is.
    private func tryScript() async throws(RedisError) {
        let owner = ClaimOwner("cricksy-check", keys: keys)
        let call = ScriptCall.restore(
            "cricksy-check", message: [], lists: [keys.list("cricksy-check")], toFront: false, owner: owner, guard: .own
        )
        let script = RedisScript(call.script.source)
        _ = try await redis.evaluate(script, keys: call.keys, arguments: call.arguments)
    }

    /// Takes no element from each list, and tells nobody of it.
    private func tryCommands() async throws(RedisError) {
        let lists = settings.queues.flatMap { keys.lists($0) }
        let commands =
            lists.map { RedisCommand("RPOP", $0, 0) } + [
                RedisCommand("PUBLISH", keys.controlChannel(exchange: "cricksy-check"), "")
            ]
        for reply in try await redis.pipeline(commands) {
            if let refusal = reply.error { throw .reply(refusal) }
        }
    }

    private func trySubscription() async throws(RedisError) {
        let pattern = BrokerKeys.pattern(keys.controlChannel())
        let subscription = try RedisSubscription(redis.configuration, patterns: [pattern])
        let event = await within(WorkerCheck.patience) { () -> RedisSubscription.Event? in
            for await event in subscription.events { return event }
            return nil
        }
        if case .interrupted(let error) = event ?? nil { throw error }
    }

    // MARK: Queues and claims

    private func lengths(_ queue: String) async throws(RedisError) -> Finding {
        let lists = keys.lists(queue) + [keys.deadLetters(queue)]
        let replies = try await redis.pipeline(lists.map { RedisCommand("LLEN", $0) })
        if let refusal = replies.lazy.compactMap(\.error).first { throw .reply(refusal) }
        let lengths = replies.compactMap { $0.integer }
        let waiting = lengths.dropLast().reduce(0, +)
        let dead = lengths.last ?? 0
        return .good(
            "queue \(queue)",
            "\(waiting) waiting, \(dead) dead letter\(dead == 1 ? "" : "s")"
                + (dead == 0 ? "" : " in \(keys.deadLetters(queue))"))
    }

    private func workers() async throws(RedisError) -> Finding {
        let names = try await redis.command("SMEMBERS", keys.owners).array?.compactMap(\.string).sorted() ?? []
        let owners = names.map { ClaimOwner($0, keys: keys) }
        let replies = try await redis.pipeline(
            names.flatMap { [RedisCommand("EXISTS", keys.lease($0)), RedisCommand("SCARD", keys.claims($0))] })
        let numbers = replies.map { $0.integer ?? 0 }
        let alive = owners.indices.filter { numbers[$0 * 2] == 1 }
        let lost = owners.indices.filter { numbers[$0 * 2] == 0 }.map { numbers[$0 * 2 + 1] }.reduce(0, +)
        let text = alive.isEmpty ? "none of ours runs" : "\(alive.map { node(names[$0]) }.joined(separator: ", "))"
        return .check(
            "workers", lost == 0, text + (lost == 0 ? "" : "; dead ones hold \(lost) claims"),
            remedy: "Start a worker: it gives the claims back within a minute.")
    }

    /// `worker1@host:123:0f9a11bc` without process and random part.
    private func node(_ owner: String) -> String {
        owner.split(separator: ":").dropLast(2).joined(separator: ":").quotable
    }

    private func claims() async throws(RedisError) -> Finding {
        let latest = Date().timeIntervalSince1970 - keys.options.visibilityTimeout
        let replies = try await redis.pipeline([
            RedisCommand("HLEN", keys.unacked), RedisCommand("ZCARD", keys.unackedIndex),
            RedisCommand("ZCOUNT", keys.unackedIndex, "-inf", latest),
        ])
        if let refusal = replies.lazy.compactMap(\.error).first { throw .reply(refusal) }
        let numbers = replies.map { $0.integer ?? 0 }
        let (all, timed, stale) = (numbers[0], numbers[1], numbers[2])
        let faults =
            (stale > 0 ? ["\(stale) that nobody has renewed for the visibility timeout"] : [])
            + (all > timed ? ["\(all - timed) without a time, which nobody ever gives back"] : [])
        return .check(
            "claims", faults.isEmpty, "\(all) in \(keys.unacked)" + faults.map { "; \($0)" }.joined(),
            remedy: "Start a worker: it gives stale claims back. Those without a time are seen with HGETALL.")
    }
}
