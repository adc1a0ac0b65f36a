internal import FoundationEssentials
public import Redis

/// Asks the neighbours at the start what is revoked and what time it is (CELERY.md 4.3).
public struct Mingle: Sendable {
    let redis: RedisConnection
    let keys: BrokerKeys
    let node: String
    let clock: NodeClock

    /// Creates the question.
    public init(_ redis: RedisConnection, keys: BrokerKeys, node: String, clock: NodeClock) {
        self.redis = redis
        self.keys = keys
        self.node = node
        self.clock = clock
    }

    /// What the neighbours said.
    public struct Answer: Sendable, Hashable {
        /// Who answered.
        public var nodes: [String] = []
        /// What they have revoked.
        public var revoked: [String] = []
    }

    /// Asks, waits, and brings the clock together. Runs beside the rest of the start: nobody has to wait for it.
    public func ask(revoked: [String], for wait: Duration = .seconds(1)) async throws(RedisError) -> Answer {
        let address = UUID().uuidString.lowercased()
        let queue = address + ".reply.celery.pidbox"
        let binding = keys.binding(routingKey: address, queue: queue)
        let bindings = Bindings(redis, keys)
        try await bindings.add(binding, to: "reply.celery.pidbox", isPermanent: false)
        try await broadcast(revoked, replyTo: address)
        try? await Task.sleep(for: wait)
        let replies = try await redis.transaction([
            RedisCommand("LRANGE", keys.list(queue), 0, -1), RedisCommand("DEL", keys.list(queue)),
        ])
        try await bindings.remove(binding, from: "reply.celery.pidbox")
        return read(replies.first?.array?.compactMap(\.bytes) ?? [])
    }

    private func broadcast(_ revoked: [String], replyTo address: String) async throws(RedisError) {
        let hello = ControlBroadcast.hello(
            from: node, revoked: revoked, replyTo: address, ticket: UUID().uuidString.lowercased())
        let envelope = hello.envelope(
            clock: clock.forward(), expires: Date().timeIntervalSince1970 + 1,
            deliveryTag: UUID().uuidString.lowercased())
        _ = try await redis.command("PUBLISH", keys.controlChannel(), envelope.encodedBytes)
    }

    private func read(_ replies: [[UInt8]]) -> Answer {
        var answer = Answer()
        for reply in replies {
            guard let body = try? Envelope(parsing: reply).readBody().asObject?.first, body.key != node else {
                continue
            }
            answer.nodes.append(body.key)
            answer.revoked += ControlCommand.revokedIDs(body.value["revoked"])
            if let other = body.value["clock"]?.asInteger { clock.adjust(to: other) }
        }
        return answer
    }
}
