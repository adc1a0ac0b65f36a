/// A connection that listens to channels. It is made anew whenever it breaks; messages published meanwhile are lost, as
/// always with Redis, and the listener is told.
public final class RedisSubscription: Sendable {
    /// What a listener hears.
    public enum Event: Sendable, Hashable {
        /// All channels and patterns are subscribed, at first and after each new connection.
        case subscribed
        /// A message.
        case message(Message)
        /// The connection broke: messages are missed until `subscribed` comes again.
        case interrupted(RedisError)
    }

    /// A published message.
    public struct Message: Sendable, Hashable {
        /// The channel it was published to.
        public let channel: String
        /// The pattern of ours that the channel matched, nil for a channel subscribed by name.
        public let pattern: String?
        /// The bytes.
        public let payload: [UInt8]

        /// Creates a message.
        public init(channel: String, pattern: String?, payload: [UInt8]) {
            self.channel = channel
            self.pattern = pattern
            self.payload = payload
        }
    }

    /// How it behaves.
    public let configuration: RedisConfiguration
    /// What happens, in order; for one reader. When the reader is slow the oldest events are dropped.
    public let events: AsyncStream<Event>
    private let lifeline: Lifeline

    /// Starts to connect at once. `onEvent` is called from the connection's thread and must not block.
    /// Throws `systemFailure` when the kernel gives no thread, `unsafeCommand` when there is nothing to listen to.
    public init(
        _ configuration: RedisConfiguration, channels: [String] = [], patterns: [String] = [],
        bufferLimit: Int = 10_000,
        onEvent: @escaping @Sendable (RedisConnectionEvent) -> Void = { _ in }
    ) throws(RedisError) {
        guard !channels.isEmpty || !patterns.isEmpty else {
            throw .unsafeCommand(name: "SUBSCRIBE", why: "there is no channel to listen to")
        }
        self.configuration = configuration
        let lifeline = try Lifeline()
        self.lifeline = lifeline
        let (events, continuation) = AsyncStream.makeStream(
            of: Event.self, bufferingPolicy: .bufferingNewest(bufferLimit))
        self.events = events
        try lifeline.start {
            let desk = SubscriptionDesk(configuration, channels: channels, patterns: patterns, continuation)
            LinkDriver(configuration, lifeline, desk, onEvent: onEvent).run()
        }
    }

    deinit { lifeline.close() }

    /// Ends the connection and the events. Returns when the thread has ended.
    public func close() async {
        lifeline.close()
        await lifeline.ended()
    }
}

/// Subscribes on each new link and hands messages on; lives on the connection's thread.
final class SubscriptionDesk: LinkUser {
    private let configuration: RedisConfiguration
    private let channels: [String]
    private let patterns: [String]
    private let events: AsyncStream<RedisSubscription.Event>.Continuation
    private var unconfirmed = 0
    private var isUp = false
    private var lastHeard = ContinuousClock.now
    /// When the answer to SUBSCRIBE or to a health check's PING must have come.
    private var answerDeadline: ContinuousClock.Instant?

    init(
        _ configuration: RedisConfiguration, channels: [String], patterns: [String],
        _ events: AsyncStream<RedisSubscription.Event>.Continuation
    ) {
        self.configuration = configuration
        self.channels = channels
        self.patterns = patterns
        self.events = events
    }

    var nextDeadline: ContinuousClock.Instant? { isUp ? answerDeadline ?? nextCheck : nil }

    private var nextCheck: ContinuousClock.Instant { lastHeard + configuration.healthCheckInterval }

    func opened(_ link: Link) throws(RedisError) {
        isUp = true
        unconfirmed = channels.count + patterns.count
        var commands: [RedisCommand] = []
        if !channels.isEmpty { commands.append(RedisCommand("SUBSCRIBE", channels)) }
        if !patterns.isEmpty { commands.append(RedisCommand("PSUBSCRIBE", patterns)) }
        try send(commands, link)
    }

    func attend(_ link: Link?) throws(RedisError) {
        guard let link else { return }
        let now = ContinuousClock.now
        if let answerDeadline {
            guard answerDeadline <= now else { return }
            throw .timedOut(
                server: configuration.url.address, after: configuration.healthCheckTimeout, wasSent: true)
        }
        if nextCheck <= now { try send([RedisCommand("PING")], link) }
    }

    /// Anything that is heard shows that the server lives.
    func received(_ reply: RedisReply) throws(RedisError) {
        lastHeard = .now
        if unconfirmed == 0 { answerDeadline = nil }
        if let refusal = reply.error { throw .reply(refusal) }
        guard let parts = reply.array, let kind = parts.first?.string else { return }
        switch kind {
        case "subscribe", "psubscribe": confirm()
        case "message" where parts.count == 3: publish(channel: parts[1], pattern: nil, payload: parts[2])
        case "pmessage" where parts.count == 4: publish(channel: parts[2], pattern: parts[1], payload: parts[3])
        default: break
        }
    }

    func lost(_ error: RedisError) -> Bool {
        if isUp { events.yield(.interrupted(error)) }
        isUp = false
        answerDeadline = nil
        return false
    }

    func refused(_ failure: RedisError.ConnectFailure) {}

    func ended() { events.finish() }

    private func confirm() {
        unconfirmed -= 1
        guard unconfirmed == 0 else { return }
        answerDeadline = nil
        events.yield(.subscribed)
    }

    private func publish(channel: RedisReply, pattern: RedisReply?, payload: RedisReply) {
        events.yield(
            .message(
                .init(channel: channel.string ?? "", pattern: pattern?.string, payload: payload.bytes ?? [])))
    }

    private func send(_ commands: [RedisCommand], _ link: Link) throws(RedisError) {
        var bytes: [UInt8] = []
        for command in commands { command.append(to: &bytes) }
        do { try link.enqueue(bytes) } catch { throw error.afterLogin(server: configuration.url.address) }
        answerDeadline = .now + configuration.healthCheckTimeout
    }
}
