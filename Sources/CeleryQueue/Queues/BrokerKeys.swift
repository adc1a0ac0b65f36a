/// Keys and channels of the broker (CELERY.md 1.1, 5.1), with the global prefix where kombu puts it.
public struct BrokerKeys: Sendable, Hashable {
    /// The options the names follow.
    public let options: TransportOptions
    let fanout: String

    /// Creates the names for a database.
    public init(_ options: TransportOptions = TransportOptions(), database: Int = 0) {
        self.options = options
        fanout = options.globalKeyPrefix + (options.fanoutPrefix ?? "").replacing("{db}", with: String(database))
    }

    private func prefixed(_ name: String) -> String { options.globalKeyPrefix + name }

    /// Hash of claimed messages.
    public var unacked: String { prefixed(options.unackedKey) }
    /// Sorted set of claim times.
    public var unackedIndex: String { prefixed(options.unackedIndexKey) }
    /// Lock for giving back lost claims.
    public var unackedMutex: String { prefixed(options.unackedMutexKey) }

    /// The list that messages of a priority wait in: the largest step not above it.
    public func list(_ queue: String, priority: Int = 0) -> String {
        let step = options.prioritySteps.last { $0 <= priority } ?? options.prioritySteps.first ?? 0
        return list(queue, step: step)
    }

    /// All lists of a queue, those served first at the front.
    public func lists(_ queue: String) -> [String] {
        options.prioritySteps.map { list(queue, step: $0) }
    }

    private func list(_ queue: String, step: Int) -> String {
        prefixed(step == 0 ? queue : queue + options.separator + String(step))
    }
}

// MARK: Bindings

extension BrokerKeys {
    /// Set of an exchange's bindings.
    public func bindings(of exchange: String) -> String { prefixed("_kombu.binding." + exchange) }
    /// The same for queues that do not expire; kombu 5.7 deletes bindings of exchanges without it.
    public func permanentBindings(of exchange: String) -> String { prefixed("_kombu.binding_permanent." + exchange) }
    /// Sorted set of exchanges whose bindings kombu 5.7 deletes, by milliseconds since 1970.
    public var bindingDeadlines: String { prefixed("_kombu.binding_deadlines") }

    /// A member of a set of bindings.
    public func binding(routingKey: String, pattern: String = "", queue: String) -> String {
        [routingKey, pattern, queue].joined(separator: options.separator)
    }

    /// The queues of a set of bindings that a direct exchange sends a routing key to, by name.
    public func queues(boundTo routingKey: String, in members: [String]) -> [String] {
        members.compactMap { member in
            let parts = member.split(separator: options.separator, omittingEmptySubsequences: false)
            return parts.count == 3 && parts[0] == routingKey ? String(parts[2]) : nil
        }.sorted()
    }
}

// MARK: Broadcasts

extension BrokerKeys {
    /// The channel that control requests come over.
    public func controlChannel(exchange: String = "celery") -> String { fanout + exchange + ".pidbox" }

    /// The channel of an event; the routing key is the event's type with dots for dashes.
    public func eventChannel(routingKey: String, exchange: String = "celeryev") -> String {
        fanout + exchange + (options.fanoutPatterns ? "/" + routingKey : "")
    }

    /// A channel name as a pattern that matches only itself: kombu always subscribes to patterns.
    public static func pattern(_ channel: String) -> String {
        channel.reduce(into: "") { pattern, character in
            if "*?[]^\\".contains(character) { pattern += "\\" }
            pattern.append(character)
        }
    }

    /// The list that a client waits on for replies.
    public func replyList(_ routingKey: String, exchange: String = "reply.celery.pidbox") -> String {
        prefixed(routingKey + "." + exchange)
    }
}

// MARK: Ours

extension BrokerKeys {
    /// Messages that nobody can work on, the newest first.
    public func deadLetters(_ queue: String) -> String { prefixed("cricksy:dead:" + queue) }
    /// Exists while a worker of ours lives.
    public func lease(_ owner: String) -> String { prefixed("cricksy:lease:" + owner) }
    /// Set of the delivery tags that a worker of ours has claimed.
    public func claims(_ owner: String) -> String { prefixed("cricksy:claims:" + owner) }
    /// Set of the workers of ours that may have claims.
    public var owners: String { prefixed("cricksy:owners") }
    /// Sorted set of revoked task ids by the time they are forgotten.
    public var revoked: String { prefixed("cricksy:revoked") }
}
