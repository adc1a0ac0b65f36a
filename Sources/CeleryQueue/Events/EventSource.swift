/// The node that events come from; it makes their bodies and envelopes.
public struct EventSource: Sendable, Hashable {
    /// The node's name: `worker1@host`.
    public var node: String
    /// Process id.
    public var pid: Int
    /// Whole hours WEST of UTC, as Python counts: 0 on a UTC host, -1 one hour east.
    public var hoursWest: Int

    /// Creates a source.
    public init(node: String, pid: Int, hoursWest: Int) {
        self.node = node
        self.pid = pid
        self.hoursWest = hoursWest
    }

    /// The body of an event about the node.
    public func body(_ event: WorkerEvent, clock: Int, time: Double) -> JSON {
        body(event.type, event.fields, clock: clock, time: time)
    }

    /// The body of an event about a task. Several go out together as an array.
    public func body(_ event: TaskEvent, clock: Int, time: Double) -> JSON {
        body(event.type, event.fields, clock: clock, time: time)
    }

    private func body(_ type: String, _ fields: JSON, clock: Int, time: Double) -> JSON {
        var members: [JSON.Member] = [
            .init("hostname", .text(node)), .init("utcoffset", .integer(hoursWest)), .init("pid", .integer(pid)),
            .init("clock", .integer(clock)),
        ]
        members += fields.asObject ?? []
        members.append(.init("timestamp", .decimal(time)))
        members.append(.init("type", .text(type)))
        return .object(members)
    }

    /// The routing key of worker events: the type with dots.
    public static func routingKey(_ event: WorkerEvent) -> String { event.type.replacing("-", with: ".") }

    /// The routing key of all task events: they go out as arrays.
    public static let taskRoutingKey = "task.multi"

    /// The message that carries one body, or an array of bodies.
    public func envelope(_ body: JSON, routingKey: String, deliveryTag: String) -> Envelope {
        Envelope(
            body: body, headers: ["hostname": .text(node)],
            properties: .broadcast(exchange: "celeryev", routingKey: routingKey, deliveryTag: deliveryTag))
    }
}

extension JSON {
    /// Properties of what is not kept: events and replies.
    static func broadcast(exchange: String, routingKey: String, deliveryTag: String) -> JSON {
        [
            "delivery_mode": 1, "delivery_info": ["exchange": .text(exchange), "routing_key": .text(routingKey)],
            "priority": 0, "body_encoding": "base64", "delivery_tag": .text(deliveryTag),
        ]
    }
}
