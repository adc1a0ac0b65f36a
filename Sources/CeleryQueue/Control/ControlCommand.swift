/// A control command with its arguments (CELERY.md 4.2).
public enum ControlCommand: Sendable, Hashable {
    case ping
    case clock
    /// `safe`: arguments as printed text.
    case active(safe: Bool)
    case reserved
    case scheduled
    case queryTask(ids: [String])
    case registered(items: [String], builtins: Bool)
    case activeQueues
    case revoked
    case stats
    case conf(withDefaults: Bool)
    case report
    case memorySample
    case memoryDump(samples: Int)
    case objectGraph
    case hello(from: String, revoked: [String])
    /// With a signal, running tasks are stopped by it.
    case revoke(ids: [String], signal: Int32?)
    /// `shown` is what the answer repeats.
    case revokeByStampedHeaders([Stamp], shown: JSON, signal: Int32?)
    case rateLimit(task: String, rate: JSON)
    case timeLimit(task: String?, TimeLimits)
    case growPool(by: Int)
    case shrinkPool(by: Int)
    case restartPool
    case autoscale(maximum: Int?, minimum: Int?)
    case addConsumer(QueueDeclaration)
    case cancelConsumer(queue: String)
    case enableEvents
    case disableEvents
    case heartbeat
    case election
    case shutdown(message: String)

    /// A header with the stamps that are meant.
    public struct Stamp: Sendable, Hashable {
        /// Name of the header.
        public var header: String
        /// Any of these values.
        public var values: [JSON]
    }
}

/// A queue that a worker takes tasks from.
public struct QueueDeclaration: Sendable, Hashable {
    /// Name of the queue.
    public var name: String
    /// The exchange it is bound to.
    public var exchange: String
    /// Kind of exchange.
    public var exchangeType: String
    /// What it is bound by.
    public var routingKey: String

    /// Creates a queue; by default it is bound by its own name.
    public init(_ name: String, exchange: String? = nil, exchangeType: String? = nil, routingKey: String? = nil) {
        self.name = name
        self.exchange = exchange ?? name
        self.exchangeType = exchangeType ?? "direct"
        self.routingKey = routingKey ?? name
    }
}
