/// In which order the lists of several queues are looked at: by priority first, then by queue.
public struct QueueRotation: Sendable, Hashable {
    /// The queues in their present order.
    public private(set) var queues: [String]
    let order: TransportOptions.QueueOrder

    /// Creates the order of these queues.
    public init(_ queues: [String], order: TransportOptions.QueueOrder = .roundRobin) {
        self.queues = order == .sorted ? queues.sorted() : queues
        self.order = order
    }

    /// The queue that was served goes to the end, if the order is round robin.
    public mutating func served(_ queue: String) {
        guard order == .roundRobin, let index = queues.firstIndex(of: queue) else { return }
        queues.append(queues.remove(at: index))
    }

    /// Starts looking at a queue. False if that is done already.
    @discardableResult
    public mutating func add(_ queue: String) -> Bool {
        if queues.contains(queue) { return false }
        queues.append(queue)
        if order == .sorted { queues.sort() }
        return true
    }

    /// Stops looking at a queue. False if it was not looked at.
    @discardableResult
    public mutating func remove(_ queue: String) -> Bool {
        guard let index = queues.firstIndex(of: queue) else { return false }
        queues.remove(at: index)
        return true
    }

    /// Every list with its queue, in the order to look at them.
    public func lists(_ keys: BrokerKeys) -> [(key: String, queue: String)] {
        let lists = queues.map { (queue: $0, keys: keys.lists($0)) }
        return keys.options.prioritySteps.indices.flatMap { step in
            lists.map { (key: $0.keys[step], queue: $0.queue) }
        }
    }
}
