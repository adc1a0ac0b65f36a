/// A message that nobody can work on, for the dead-letter list.
public struct DeadLetter: Sendable, Hashable {
    /// The element exactly as it was on the queue.
    public var raw: [UInt8]
    /// The queue it came from.
    public var queue: String
    /// Why.
    public var error: MessageError
    /// The task's id if it could be read; its failure is stored so that `.get()` returns.
    public var taskID: String?

    /// Looks for the id wherever the message got readable.
    public init(raw: [UInt8], queue: String, error: MessageError) {
        self.raw = raw
        self.queue = queue
        self.error = error
        let message = try? JSON(parsing: raw)
        let body = try? (try? Envelope(parsing: raw))?.readBody()
        taskID =
            message?["headers"]?["id"]?.asText ?? body?["id"]?.asText
            ?? message?["properties"]?["correlation_id"]?.asText
    }

    /// An element of the dead-letter list: why, where from, when (seconds since 1970), and the message as it was, in
    /// hexadecimal if it is no text.
    public func encoded(at time: Double) -> [UInt8] {
        let text = String(validating: raw, as: UTF8.self)
        let json: JSON = [
            "reason": .text(error.sentence), "queue": .text(queue), "task_id": JSON(taskID), "time": .decimal(time),
            text == nil ? "raw_hex" : "raw": .text(text ?? Self.hexadecimal(raw)),
        ]
        return json.encodedBytes
    }

    private static func hexadecimal(_ bytes: [UInt8]) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(
            decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}
