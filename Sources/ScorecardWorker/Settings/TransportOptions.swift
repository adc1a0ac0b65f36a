internal import Foundation
internal import Scorecard

/// `broker_transport_options` of Celery on Redis, with kombu's defaults (CELERY.md 7).
public struct TransportOptions: Sendable, Hashable {
    /// Order in which queues are looked at.
    public enum QueueOrder: String, Sendable, Hashable, CaseIterable, Decodable {
        case roundRobin = "round_robin"
        case sorted
        case priority
    }

    /// After this time Python workers give a claimed message to another.
    public var visibilityTimeout: Duration = .seconds(3600)
    /// Priorities that have a list of their own.
    public var prioritySteps = [0, 3, 6, 9]
    /// Stands between a queue's name and a priority.
    public var separator = "\u{06}\u{16}"
    /// Order in which queues are looked at.
    public var queueOrder = QueueOrder.roundRobin
    /// Prefix of broadcast channels; `{db}` stands for the database's number. Nil for none.
    public var fanoutPrefix: String? = "/{db}."
    /// Whether broadcast channels carry the routing key.
    public var fanoutPatterns = true
    /// Before every key and channel.
    public var globalKeyPrefix = ""
    /// Hash of claimed messages.
    public var unackedKey = "unacked"
    /// Their times.
    public var unackedIndexKey = "unacked_index"
    /// Held while they are given back.
    public var unackedMutexKey = "unacked_mutex"
    /// Claimed messages that are given back at once at the most; nil for all.
    public var unackedRestoreLimit: Int?
    /// An idle connection is checked after this time; nil for the client's own.
    public var healthCheckInterval: Duration?
    /// Longest wait for an answer; nil for the client's own.
    public var socketTimeout: Duration?
    /// Longest wait for a connection; nil for the client's own.
    public var socketConnectTimeout: Duration?
    /// Name for CLIENT LIST.
    public var clientName: String?
    /// Names of options that were given and have no meaning here.
    public var ignored: [String] = []

    /// kombu's defaults.
    public init() {}

    /// Options that Python's client needs and ours does by itself or has no use for.
    static let known: Set<String> = [
        "socket_keepalive", "socket_keepalive_options", "retry_on_timeout", "max_connections",
    ]
}

extension SettingForm<TransportOptions> {
    /// Secret, for a password may stand in it where Celery looks for one; no such option is ever shown.
    static let transportOptions = Self(
        allowed: "a JSON object like {\"visibility_timeout\": 3600}", isSecret: true,
        read: { (text: String) throws(SettingFault) -> TransportOptions in
            do {
                return try JSONDecoder().decode(TransportOptions.self, from: Data(text.utf8))
            } catch let fault as SettingFault {
                throw fault
            } catch {
                throw SettingFault(reason: (error as? DecodingError)?.place)
            }
        },
        show: { $0.shown })
}

extension TransportOptions: Decodable {
    /// Reads the JSON object; unknown names are kept in `ignored`.
    ///
    /// - Throws: `DecodingError` or why a value is not allowed.
    public init(from decoder: any Decoder) throws {
        let options = try decoder.container(keyedBy: Key.self)
        self.init()
        func take<Value: Decodable>(_ name: String, _ into: (Value) -> Void) throws {
            if let value = try options.decodeIfPresent(Value.self, forKey: Key(name)) { into(value) }
        }
        try take("visibility_timeout") { visibilityTimeout = .seconds($0 as Double) }
        try take("priority_steps") { prioritySteps = Set($0 as [Int]).sorted() }
        try take("sep") { separator = $0 }
        try take("queue_order_strategy") { queueOrder = $0 }
        try take("fanout_patterns") { fanoutPatterns = $0 }
        try take("global_keyprefix") { globalKeyPrefix = $0 }
        try take("unacked_key") { unackedKey = $0 }
        try take("unacked_index_key") { unackedIndexKey = $0 }
        try take("unacked_mutex_key") { unackedMutexKey = $0 }
        try take("unacked_restore_limit") { unackedRestoreLimit = $0 }
        try take("health_check_interval") { healthCheckInterval = .seconds($0 as Double) }
        try take("socket_timeout") { socketTimeout = .seconds($0 as Double) }
        try take("socket_connect_timeout") { socketConnectTimeout = .seconds($0 as Double) }
        try take("client_name") { clientName = $0 }
        try takeFanoutPrefix(options)
        try takeOthers(options)
        try check()
    }

    /// True is kombu's prefix, false none, a text itself.
    private mutating func takeFanoutPrefix(_ options: KeyedDecodingContainer<Key>) throws {
        let key = Key("fanout_prefix")
        guard options.contains(key) else { return }
        if let isOn = try? options.decode(Bool.self, forKey: key) {
            fanoutPrefix = isOn ? "/{db}." : nil
        } else {
            fanoutPrefix = try options.decode(String.self, forKey: key)
        }
    }

    private mutating func takeOthers(_ options: KeyedDecodingContainer<Key>) throws {
        let others = options.allKeys.map(\.stringValue).filter { !Self.names.contains($0) }
        if let name = others.first(where: { ["master_name", "sentinel_kwargs"].contains($0) }) {
            throw SettingFault(reason: "\(name) belongs to sentinels, which are not supported; name the primary itself")
        }
        ignored = others.filter { !Self.known.contains($0) }.sorted()
    }

    private func check() throws {
        let times = [
            ("visibility_timeout", visibilityTimeout), ("health_check_interval", healthCheckInterval),
            ("socket_timeout", socketTimeout), ("socket_connect_timeout", socketConnectTimeout),
        ]
        if let name = times.first(where: {
            $0.1.map { !(.milliseconds(1)...(.seconds(31_536_000))).contains($0) } ?? false
        }) {
            throw SettingFault(reason: "\(name.0) is not above 0 s and at most a year")
        }
        if prioritySteps.first != 0 || prioritySteps.last.map({ $0 > 255 }) ?? true {
            throw SettingFault(reason: "priority_steps are not numbers from 0 to 255 that begin with 0")
        }
        if separator.isEmpty { throw SettingFault(reason: "sep is empty") }
    }

    private struct Key: CodingKey {
        let stringValue: String
        let intValue: Int? = nil
        init(_ name: String) { stringValue = name }
        init?(stringValue: String) { self.init(stringValue) }
        init?(intValue: Int) { nil }
    }
}

extension TransportOptions {
    private static let names = Set(TransportOptions().members.map(\.key))

    /// Every option by its name in Celery.
    private var members: [OrderedJSON.Member] {
        func time(_ value: Duration?) -> OrderedJSON { value.map { .number($0.inSeconds) } ?? .null }
        return [
            .init("visibility_timeout", time(visibilityTimeout)),
            .init("priority_steps", .array(prioritySteps.map { .integer($0) })),
            .init("sep", .text(separator)), .init("queue_order_strategy", .text(queueOrder.rawValue)),
            .init("fanout_prefix", fanoutPrefix.map { .text($0) } ?? .bool(false)),
            .init("fanout_patterns", .bool(fanoutPatterns)), .init("global_keyprefix", .text(globalKeyPrefix)),
            .init("unacked_key", .text(unackedKey)), .init("unacked_index_key", .text(unackedIndexKey)),
            .init("unacked_mutex_key", .text(unackedMutexKey)),
            .init("unacked_restore_limit", unackedRestoreLimit.map { .integer($0) } ?? .null),
            .init("health_check_interval", time(healthCheckInterval)), .init("socket_timeout", time(socketTimeout)),
            .init("socket_connect_timeout", time(socketConnectTimeout)),
            .init("client_name", clientName.map { .text($0) } ?? .null),
        ]
    }

    /// What differs from kombu's defaults: the rest would only be noise.
    var shown: OrderedJSON {
        let standard = Set(TransportOptions().members)
        return .object(members.filter { !standard.contains($0) })
    }
}

extension DecodingError {
    /// The option that is wrong; nil when the text is no JSON object.
    fileprivate var place: String? {
        switch self {
        case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
            context.codingPath.first.map { "\($0.stringValue.quotable) is of the wrong kind" }
        default: nil
        }
    }
}
