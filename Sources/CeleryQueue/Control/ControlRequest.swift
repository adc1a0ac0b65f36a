/// A control request as it came over the broadcast channel (CELERY.md 4.1).
public struct ControlRequest: Sendable, Hashable {
    /// Name of the command.
    public var method: String
    /// Its arguments.
    public var arguments: [JSON.Member]
    /// Who is meant.
    public var nodes: NodeMatcher
    /// The sender's logical clock.
    public var clock: Int
    /// Seconds since 1970 after which nobody waits for an answer.
    public var expires: Double?
    /// Where the answer goes; nil when none is wanted.
    public var replyTo: ReplyAddress?

    /// Where an answer goes.
    public struct ReplyAddress: Sendable, Hashable {
        /// The exchange, `reply.celery.pidbox`.
        public var exchange: String
        /// The client's routing key.
        public var routingKey: String
        /// What tells the client's requests apart.
        public var ticket: JSON
    }

    /// Reads a request.
    public init(parsing bytes: [UInt8], limits: MessageLimits = MessageLimits()) throws(MessageError) {
        let envelope = try Envelope(parsing: bytes, limits: limits)
        let body = try envelope.readBody(limits: limits)
        guard let method = body["method"]?.asText else { throw .bodyMalformed("it names no method") }
        self.method = method
        arguments = body["arguments"]?.asObject ?? []
        nodes = Self.nodes(body)
        clock = envelope.headers["clock"]?.asInteger ?? 0
        expires = envelope.headers["expires"]?.asDecimal
        replyTo = Self.replyAddress(body)
    }

    private static func nodes(_ body: JSON) -> NodeMatcher {
        if let destination = body["destination"], destination.isTruthy {
            return .names(destination.asArray?.compactMap(\.asText) ?? destination.asText.map { [$0] } ?? [])
        }
        guard let pattern = body["pattern"]?.asText, !pattern.isEmpty, let matcher = body["matcher"]?.asText,
            !matcher.isEmpty
        else { return .everybody }
        return matcher == "glob" ? .glob(pattern) : matcher == "pcre" ? .pcre(pattern) : .nobody
    }

    private static func replyAddress(_ body: JSON) -> ReplyAddress? {
        guard let address = body["reply_to"], let exchange = address["exchange"]?.asText,
            let routingKey = address["routing_key"]?.asText
        else { return nil }
        return ReplyAddress(exchange: exchange, routingKey: routingKey, ticket: body["ticket"] ?? .null)
    }
}

extension ControlRequest.ReplyAddress {
    /// The answer of a node.
    public func envelope(_ payload: JSON, from node: String, clock: Int, deliveryTag: String) -> Envelope {
        Envelope(
            body: .object([.init(node, payload)]), headers: ["ticket": ticket, "clock": .integer(clock)],
            properties: .broadcast(exchange: exchange, routingKey: routingKey, deliveryTag: deliveryTag))
    }
}

/// A request of ours to other nodes.
public struct ControlBroadcast: Sendable, Hashable {
    /// Name of the command.
    public var method: String
    /// Its arguments.
    public var arguments: [JSON.Member]
    /// Where answers go.
    public var replyTo: ControlRequest.ReplyAddress?

    /// Asks the neighbours at the start what is revoked and what time it is.
    public static func hello(from node: String, revoked: [String], replyTo: String, ticket: String) -> ControlBroadcast
    {
        ControlBroadcast(
            method: "hello", arguments: [.init("from_node", .text(node)), .init("revoked", JSON(revoked))],
            replyTo: .init(exchange: "reply.celery.pidbox", routingKey: replyTo, ticket: .text(ticket)))
    }

    /// The message.
    ///
    /// - Parameter expires: seconds since 1970.
    public func envelope(clock: Int, expires: Double, deliveryTag: String) -> Envelope {
        var body: JSON = [
            "method": .text(method), "arguments": .object(arguments), "destination": .null, "pattern": .null,
            "matcher": .null,
        ]
        if let replyTo {
            body["ticket"] = replyTo.ticket
            body["reply_to"] = ["exchange": .text(replyTo.exchange), "routing_key": .text(replyTo.routingKey)]
        }
        var properties = JSON.broadcast(exchange: "celery.pidbox", routingKey: "", deliveryTag: deliveryTag)
        properties["delivery_mode"] = 2
        return Envelope(
            body: body, headers: ["clock": .integer(clock), "expires": .decimal(expires)], properties: properties)
    }
}
