/// What `broker_transport_options` says about keys and order. The defaults are kombu's.
public struct TransportOptions: Sendable, Hashable {
    /// Which of several queues is looked at first.
    public enum QueueOrder: String, Sendable, Hashable {
        /// The queue served last goes to the end.
        case roundRobin = "round_robin"
        /// By name.
        case sorted
        /// As listed.
        case priority
    }

    /// Put before every key and channel of the broker, as it is.
    public var globalKeyPrefix = ""
    /// Between a queue's name and a priority, and between the parts of a binding.
    public var separator = "\u{06}\u{16}"
    /// The priorities that have a list of their own, rising.
    public var prioritySteps = [0, 3, 6, 9]
    /// Which of several queues is looked at first.
    public var queueOrder = QueueOrder.roundRobin
    /// Seconds after which Python workers take a claim that was not renewed for lost.
    public var visibilityTimeout = 3600.0
    /// Hash of claimed messages.
    public var unackedKey = "unacked"
    /// Sorted set of claim times.
    public var unackedIndexKey = "unacked_index"
    /// Lock for giving back lost claims.
    public var unackedMutexKey = "unacked_mutex"
    /// Put before broadcast channels; `{db}` is the database. Nil: nothing.
    public var fanoutPrefix: String? = "/{db}."
    /// Whether broadcast channels carry the routing key.
    public var fanoutPatterns = true
    /// Claims given back in one sweep; nil for all.
    public var restoreLimit: Int?

    /// Creates kombu's defaults.
    public init() {}
}

/// A transport option that cannot be used.
public struct TransportOptionError: Error, Hashable, Sendable {
    /// Name of the option.
    public var option: String
    /// What it has to be.
    public var expected: String

    /// For the operator.
    public var sentence: String { "broker_transport_options: \(option) must be \(expected)" }
}

extension TransportOptions {
    /// Reads the options as Celery writes them; those that mean nothing here are ignored.
    public init(_ json: JSON) throws(TransportOptionError) {
        guard json.asObject != nil else { throw TransportOptionError(option: "the value", expected: "an object") }
        try json.readText("global_keyprefix", into: &globalKeyPrefix)
        try json.readText("sep", into: &separator)
        try json.readText("unacked_key", into: &unackedKey)
        try json.readText("unacked_index_key", into: &unackedIndexKey)
        try json.readText("unacked_mutex_key", into: &unackedMutexKey)
        try readSteps(json["priority_steps"])
        try readOrder(json["queue_order_strategy"])
        try readTimeout(json["visibility_timeout"])
        try readFanout(json)
        restoreLimit = json["unacked_restore_limit"]?.asInteger
    }

    private mutating func readSteps(_ json: JSON?) throws(TransportOptionError) {
        guard let json, !json.isNull else { return }
        let steps = json.asArray?.compactMap(\.asInteger) ?? []
        guard steps.contains(0), steps.count == json.asArray?.count, steps.allSatisfy({ (0...255).contains($0) }) else {
            throw TransportOptionError(
                option: "priority_steps", expected: "a list of integers from 0 to 255, 0 among them")
        }
        prioritySteps = Set(steps).sorted()
    }

    private mutating func readOrder(_ json: JSON?) throws(TransportOptionError) {
        guard let json, !json.isNull else { return }
        guard let order = json.asText.flatMap(QueueOrder.init) else {
            throw TransportOptionError(
                option: "queue_order_strategy", expected: "round_robin, sorted or priority")
        }
        queueOrder = order
    }

    private mutating func readTimeout(_ json: JSON?) throws(TransportOptionError) {
        guard let json, !json.isNull else { return }
        guard let seconds = json.asDecimal, seconds > 0, seconds.isFinite else {
            throw TransportOptionError(option: "visibility_timeout", expected: "a number of seconds above 0")
        }
        visibilityTimeout = seconds
    }

    private mutating func readFanout(_ json: JSON) throws(TransportOptionError) {
        switch json["fanout_prefix"] {
        case nil, .null, .bool(true): break
        case .bool(false): fanoutPrefix = nil
        case .text(let prefix): fanoutPrefix = prefix
        case .some: throw TransportOptionError(option: "fanout_prefix", expected: "a text or a truth value")
        }
        if let patterns = json["fanout_patterns"], !patterns.isNull { fanoutPatterns = patterns.isTruthy }
    }
}

extension JSON {
    fileprivate func readText(_ key: String, into value: inout String) throws(TransportOptionError) {
        guard let member = self[key], !member.isNull else { return }
        guard let text = member.asText, key != "sep" || !text.isEmpty else {
            throw TransportOptionError(option: key, expected: key == "sep" ? "a text that is not empty" : "a text")
        }
        value = text
    }
}
