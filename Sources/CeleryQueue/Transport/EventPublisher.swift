internal import FoundationEssentials
public import Redis
internal import Synchronization

/// Publishes events. What cannot be sent is dropped: an event is worth nothing later.
public final class EventPublisher: Sendable {
    private struct State {
        var sendsTaskEvents: Bool
        var waiting: [JSON] = []
    }

    private let redis: RedisConnection
    private let keys: BrokerKeys
    private let source: EventSource
    private let clock: NodeClock
    private let state: Mutex<State>
    private let signals: AsyncStream<Void>
    private let signal: AsyncStream<Void>.Continuation

    /// Most events that wait.
    static let capacity = 10_000
    /// Most events in a message.
    static let batch = 100

    /// Creates a publisher.
    ///
    /// - Parameter sendsTaskEvents: `-E`; the `enable_events` command changes it.
    public init(
        _ redis: RedisConnection, keys: BrokerKeys, source: EventSource, clock: NodeClock, sendsTaskEvents: Bool
    ) {
        self.redis = redis
        self.keys = keys
        self.source = source
        self.clock = clock
        state = Mutex(State(sendsTaskEvents: sendsTaskEvents))
        (signals, signal) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    /// Whether events about tasks are sent.
    public var sendsTaskEvents: Bool {
        get { state.withLock { $0.sendsTaskEvents } }
        set { state.withLock { $0.sendsTaskEvents = newValue } }
    }

    /// Sends an event about a task soon, if such events are wanted. Never waits.
    public func send(_ event: TaskEvent) {
        let time = Date().timeIntervalSince1970
        state.withLock { state in
            guard state.sendsTaskEvents, state.waiting.count < Self.capacity else { return }
            state.waiting.append(source.body(event, clock: clock.forward(), time: time))
        }
        signal.yield()
    }

    /// Sends an event about the node now.
    public func send(_ event: WorkerEvent) async throws(RedisError) {
        let body = source.body(event, clock: clock.forward(), time: Date().timeIntervalSince1970)
        try await publish(body, routingKey: EventSource.routingKey(event))
    }

    /// Sends waiting events until cancelled; those that came meanwhile go out together.
    public func run() async {
        for await _ in signals {
            if Task.isCancelled { break }
            await flush()
        }
    }

    /// Sends all that wait.
    public func flush() async {
        var waiting = state.withLock { state in
            defer { state.waiting = [] }
            return state.waiting[...]
        }
        while !waiting.isEmpty {
            try? await publish(.array(Array(waiting.prefix(Self.batch))), routingKey: EventSource.taskRoutingKey)
            waiting = waiting.dropFirst(Self.batch)
        }
    }

    private func publish(_ body: JSON, routingKey: String) async throws(RedisError) {
        let envelope = source.envelope(
            body, routingKey: routingKey, deliveryTag: UUID().uuidString.lowercased())
        _ = try await redis.command("PUBLISH", keys.eventChannel(routingKey: routingKey), envelope.encodedBytes)
    }
}
