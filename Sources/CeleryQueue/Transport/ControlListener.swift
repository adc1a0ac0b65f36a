internal import FoundationEssentials
public import Redis

/// Hears control requests and answers them, however busy the pool is; hears the other workers too, if it is to.
public struct ControlListener: Sendable {
    let redis: RedisConnection
    let configuration: RedisConfiguration
    let keys: BrokerKeys
    let node: String
    let clock: NodeClock
    let gossip: Gossip?

    /// Creates a listener.
    ///
    /// - Parameters:
    ///   - redis: for the answers.
    ///   - configuration: for the connection that listens.
    ///   - gossip: what listens to other workers' events; nil for nothing.
    public init(
        _ redis: RedisConnection, configuration: RedisConfiguration, keys: BrokerKeys, node: String, clock: NodeClock,
        gossip: Gossip? = nil
    ) {
        self.redis = redis
        self.configuration = configuration
        self.keys = keys
        self.node = node
        self.clock = clock
        self.gossip = gossip
    }

    /// Answers until cancelled.
    ///
    /// - Parameter answer: does what is asked and gives the answer; nil for none.
    public func run(answer: @escaping @Sendable (ControlRequest) async -> JSON?) async throws(RedisError) {
        let pattern = BrokerKeys.pattern(keys.controlChannel())
        let heard = gossip.map { _ in
            BrokerKeys.pattern(keys.eventChannel(routingKey: "worker.")) + (keys.options.fanoutPatterns ? "*" : "")
        }
        let subscription = try RedisSubscription(configuration, patterns: [pattern] + (heard.map { [$0] } ?? []))
        await withTaskGroup { group in
            group.addTask { await keepBound() }
            for await event in subscription.events {
                switch event {
                case .subscribed: try? await bind()
                case .message(let message) where message.pattern == pattern: await handle(message.payload, answer)
                case .message(let message): gossip?.hear(message.payload)
                case .interrupted: continue
                }
            }
            group.cancelAll()
        }
        // The task is cancelled here, and the server should hear of it all the same.
        await Task {
            await subscription.close()
            try? await unbind()
        }.value
    }

    /// kombu 5.7 deletes bindings that are not renewed within an hour.
    private func keepBound() async {
        while !Task.isCancelled {
            try? await Task.sleep(for: .seconds(1200))
            try? await bind()
        }
    }

    private func handle(_ payload: [UInt8], _ answer: @Sendable (ControlRequest) async -> JSON?) async {
        guard let request = try? ControlRequest(parsing: payload) else { return }
        clock.adjust(to: request.clock)
        guard request.nodes.matches(node), let reply = await answer(request), let address = request.replyTo else {
            return
        }
        let envelope = address.envelope(
            reply, from: node, clock: clock.forward(), deliveryTag: UUID().uuidString.lowercased())
        try? await send(envelope)
    }

    /// To whoever waits; to nobody when the client is gone. The list ends by itself if the client does not read it.
    private func send(_ envelope: Envelope) async throws(RedisError) {
        let members = try await redis.command("SMEMBERS", keys.bindings(of: envelope.exchange)).array ?? []
        for queue in keys.queues(boundTo: envelope.routingKey, in: members.compactMap(\.string)) {
            let list = keys.list(queue)
            _ = try await redis.transaction([
                RedisCommand("LPUSH", list, envelope.encodedBytes), RedisCommand("EXPIRE", list, 60),
            ])
        }
    }

    private var mailbox: String { keys.binding(routingKey: "", queue: node + ".celery.pidbox") }

    private func bind() async throws(RedisError) {
        try await Bindings(redis, keys).add(mailbox, to: "celery.pidbox", isPermanent: false)
    }

    private func unbind() async throws(RedisError) {
        try await Bindings(redis, keys).remove(mailbox, from: "celery.pidbox")
    }
}
