/// A task to be sent: a callback, the next of a chain, the body of a chord, a retry.
public struct NewTask: Sendable, Hashable {
    /// Registered name.
    public var type: String
    /// Id of its result.
    public var id: String
    /// Positional arguments.
    public var args: [JSON]
    /// Keyword arguments.
    public var kwargs: [JSON.Member]
    /// What follows it.
    public var embed = Embed()
    /// The first task of the tree.
    public var rootID: String?
    /// The task that sends it.
    public var parentID: String?
    /// Empty: straight to the queue named by the routing key.
    public var exchange = ""
    /// The queue's name, or what the exchange routes by.
    public var routingKey: String
    /// 0 is served first.
    public var priority = 0
    /// Not before this.
    public var eta: PythonDateTime?
    /// Not after this.
    public var expires: PythonDateTime?
    /// Limits for the task.
    public var timeLimits = TimeLimits()
    /// How often it was tried before.
    public var retries = 0
    /// The group it belongs to.
    public var group: String?
    /// Its place in the group.
    public var groupIndex: Int?
    /// A name to show instead of the registered one.
    public var shadow: String?
    /// No result wanted.
    public var ignoresResult = false
    /// Where an RPC client waits.
    public var replyTo: String?
    /// The sending process: `gen<pid>@host`.
    public var origin: String?
    /// Names of the stamps.
    public var stampedHeaders: [String] = []
    /// Values of the stamps.
    public var stamps: [JSON.Member] = []
    /// Headers of the sender's own.
    public var extraHeaders: [JSON.Member] = []

    /// Creates a task with nothing but the necessary.
    public init(type: String, id: String, args: [JSON] = [], kwargs: [JSON.Member] = [], routingKey: String) {
        self.type = type
        self.id = id
        self.args = args
        self.kwargs = kwargs
        self.routingKey = routingKey
    }

    /// The message of protocol 2.
    ///
    /// - Parameters:
    ///   - deliveryTag: a new UUID.
    ///   - now: seconds since 1970.
    public func envelope(deliveryTag: String, now: Double) -> Envelope {
        Envelope(
            body: [.array(args), .object(kwargs), embed.json], headers: headers,
            properties: properties(deliveryTag: deliveryTag, now: now))
    }

    private var headers: JSON {
        var headers: JSON = [
            "lang": "py", "task": .text(type), "id": .text(id), "shadow": JSON(shadow), "eta": JSON(eta?.isoFormat),
            "expires": JSON(expires?.isoFormat), "group": JSON(group), "group_index": JSON(groupIndex),
            "retries": .integer(retries), "timelimit": timeLimits.header, "root_id": .text(rootID ?? id),
            "parent_id": JSON(parentID), "argsrepr": .text(JSON.safeTupleRepr(args)),
            "kwargsrepr": .text(JSON.object(kwargs).safeRepr()), "origin": JSON(origin),
            "ignore_result": .bool(ignoresResult), "replaced_task_nesting": 0,
            "stamped_headers": stampedHeaders.isEmpty ? .null : JSON(stampedHeaders), "stamps": .object(stamps),
        ]
        for header in extraHeaders { headers[header.key] = header.value }
        return headers
    }

    private func properties(deliveryTag: String, now: Double) -> JSON {
        var properties: JSON = ["correlation_id": .text(id), "reply_to": JSON(replyTo), "delivery_mode": 2]
        if let expires { properties["expiration"] = .text(Envelope.expiration(expires, now: now)) }
        properties["delivery_info"] = ["exchange": .text(exchange), "routing_key": .text(routingKey)]
        properties["priority"] = .integer(priority)
        properties["body_encoding"] = "base64"
        properties["delivery_tag"] = .text(deliveryTag)
        return properties
    }
}

extension Envelope {
    /// Milliseconds until a date, at least 0, as AMQP wants them.
    static func expiration(_ expires: PythonDateTime, now: Double) -> String {
        String(max(0, Int((expires.epoch - now) * 1000)))
    }
}
