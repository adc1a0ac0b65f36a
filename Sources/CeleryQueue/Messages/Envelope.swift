internal import FoundationEssentials

/// A kombu message: an element of a queue, a pub/sub payload or a reply. Members that are unknown here are kept.
public struct Envelope: Sendable, Hashable {
    /// The whole message.
    public var document: JSON

    /// Reads an element of a queue.
    public init(parsing bytes: [UInt8], limits: MessageLimits = MessageLimits()) throws(MessageError) {
        guard bytes.count <= limits.element else { throw .tooLarge(limit: limits.element) }
        do { document = try JSON(parsing: bytes) } catch { throw .notJSON(error) }
        guard document["properties"]?.asObject != nil else { throw .notAMessage(missing: "properties") }
    }

    /// Packs a body the way kombu does: JSON in base64.
    public init(body: JSON, headers: JSON, properties: JSON) {
        var properties = properties
        properties["body_encoding"] = "base64"
        document = [
            "body": .text(Data(body.encodedBytes).base64EncodedString()), "content-encoding": "utf-8",
            "content-type": "application/json", "headers": headers, "properties": properties,
        ]
    }

    /// The message as it is put on a queue.
    public var encodedBytes: [UInt8] { document.encodedBytes }

    /// The headers; an empty object when there are none.
    public var headers: JSON {
        get { document["headers"].flatMap { $0.asObject == nil ? nil : $0 } ?? .object([]) }
        set { document["headers"] = newValue }
    }

    /// The properties.
    public var properties: JSON {
        get { document["properties"] ?? .object([]) }
        set { document["properties"] = newValue }
    }

    /// `properties.delivery_info`; an empty object when there is none.
    public var deliveryInfo: JSON {
        get { properties["delivery_info"].flatMap { $0.asObject == nil ? nil : $0 } ?? .object([]) }
        set { properties["delivery_info"] = newValue }
    }

    /// The key of the message in `unacked`, chosen by the producer.
    public var deliveryTag: String? { properties["delivery_tag"]?.asText }
    /// The exchange it was sent to; empty for a queue by name.
    public var exchange: String { deliveryInfo["exchange"]?.asText ?? "" }
    /// The routing key; the queue's name when the exchange is empty.
    public var routingKey: String { deliveryInfo["routing_key"]?.asText ?? "" }
    /// 0 is served first; 0 when absent.
    public var priority: Int { properties["priority"]?.asInteger ?? 0 }
    /// Whether a worker gave it back before.
    public var isRedelivered: Bool { deliveryInfo["redelivered"]?.isTruthy ?? false }
}

// MARK: The body

extension Envelope {
    /// The body as JSON: decoded, unpacked, and without a type that kombu would refuse.
    public func readBody(limits: MessageLimits = MessageLimits()) throws(MessageError) -> JSON {
        if let type = document["content-type"]?.asText, type != "application/json" { throw .contentTypeRefused(type) }
        let bytes = try unpacked(try decodedBytes(), limit: limits.body)
        guard bytes.count <= limits.body else { throw .bodyTooLarge(limit: limits.body) }
        let body: JSON
        do { body = try JSON(parsing: bytes) } catch { throw .bodyNotJSON(error) }
        if let type = body.unknownKombuType { throw .unknownKombuType(type) }
        return body
    }

    private func decodedBytes() throws(MessageError) -> [UInt8] {
        guard let text = document["body"]?.asText else { throw .notAMessage(missing: "body") }
        switch properties["body_encoding"] {
        case nil, .null: return Array(text.utf8)
        case "base64":
            guard let data = Data(base64Encoded: text) else { throw .bodyNotDecodable(encoding: "base64") }
            return Array(data)
        case .some(let other): throw .unknownBodyEncoding(other.asText ?? other.encoded)
        }
    }

    private func unpacked(_ bytes: [UInt8], limit: Int) throws(MessageError) -> [UInt8] {
        guard let name = headers["compression"]?.asText else { return bytes }
        guard let compression = BodyCompression(rawValue: name) else { throw .unknownCompression(name) }
        return try compression.unpack(bytes, limit: limit)
    }
}
