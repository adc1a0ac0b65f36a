internal import Logging
internal import Scorecard

/// One event of the log, and how it is written.
struct LogRecord {
    /// Python's name.
    let level: String
    let logger: String
    let message: String
    /// Metadata, sorted by key.
    let fields: [(key: String, value: Logger.MetadataValue)]

    /// Bytes of a line at the most, its line feed included.
    static let limit = 8192

    /// The line with its line feed.
    func line(_ format: LogFormat, at stamp: String) -> [UInt8] {
        Array((format == .text ? text(at: stamp) : json(at: stamp)).utf8) + [UInt8(ascii: "\n")]
    }

    // MARK: Text

    /// As Celery writes it, the metadata behind the message.
    private func text(at stamp: String) -> String {
        let shown = fields.filter { $0.key != "task_id" || !message.contains("\($0.value)") }
        let tail = shown.map { " \($0.key)=\(Self.quoted(Self.masked("\($0.value)", key: $0.key)))" }.joined()
        let line = "[\(stamp): \(level)/MainProcess] \(LogText.masked(message))\(tail)"
        return LogText.cut(LogText.escaped(line), toBytes: Self.limit - 1)
    }

    /// A value of logfmt.
    private static func quoted(_ value: String) -> String {
        let isPlain = !value.isEmpty && !value.contains { $0.isWhitespace || "=\"\\".contains($0) }
        return isPlain ? value : "\"\(value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
    }

    private static func masked(_ value: String, key: String) -> String {
        LogText.isSecret(key) ? Mask.stars : LogText.masked(value)
    }

    // MARK: JSON

    private static let ownKeys: Set = ["time", "level", "logger", "message"]

    /// Where the line is too long its texts are cut, and if that is not enough the metadata stays out.
    private func json(at stamp: String) -> String {
        var textLimit = Self.limit
        while textLimit > 64 {
            let line = json(at: stamp, textLimit: textLimit, fields: fields)
            if line.utf8.count < Self.limit { return line }
            textLimit = textLimit / 8 * 7
        }
        return json(at: stamp, textLimit: Self.limit / 8, fields: [])
    }

    private func json(
        at stamp: String, textLimit: Int, fields: [(key: String, value: Logger.MetadataValue)]
    ) -> String {
        let cut = { (text: String) in LogText.cut(text, toBytes: textLimit) }
        let own: [OrderedJSON.Member] = [
            .init("time", .text(stamp)), .init("level", .text(level)), .init("logger", .text(logger)),
            .init("message", .text(cut(LogText.masked(message)))),
        ]
        let members = fields.map { key, value in
            OrderedJSON.Member(Self.ownKeys.contains(key) ? key + "_" : key, Self.json(value, key: key, cut))
        }
        return LogText.escaped(json: OrderedJSON.object(own + members).encoded())
    }

    private static func json(_ value: Logger.MetadataValue, key: String, _ cut: (String) -> String) -> OrderedJSON {
        switch value {
        case .string(let text): .text(cut(masked(text, key: key)))
        case .array(let values): .array(values.map { json($0, key: key, cut) })
        case .dictionary(let values):
            .object(values.sorted { $0.key < $1.key }.map { .init($0.key, json($0.value, key: $0.key, cut)) })
        case .stringConvertible(let value as Int): .integer(value)
        case .stringConvertible(let value as Bool): .bool(value)
        case .stringConvertible(let value as Double): .decimal(value)
        case .stringConvertible(let value): .text(cut(masked(value.description, key: key)))
        }
    }
}
