package import CeleryQueue
internal import Scorecard

/// Celery's `broker_transport_options` and `result_backend_transport_options` (CELERY.md 7): names of keys, and how
/// patient the connection is.
public struct RedisOptions: Sendable, Hashable {
    /// What says how keys are named and looked at.
    package var transport = TransportOptions()
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
    /// What was given and has a meaning: the only options that are ever shown, for a password may stand in another.
    package var given: JSON = .object([])

    /// kombu's defaults.
    public init() {}

    private static let ours: Set<String> = [
        "visibility_timeout", "priority_steps", "sep", "queue_order_strategy", "fanout_prefix", "fanout_patterns",
        "global_keyprefix", "unacked_key", "unacked_index_key", "unacked_mutex_key", "unacked_restore_limit",
        "health_check_interval", "socket_timeout", "socket_connect_timeout", "client_name",
    ]

    /// Options that Python's client needs and ours does by itself or has no use for.
    private static let known: Set<String> = [
        "socket_keepalive", "socket_keepalive_options", "retry_on_timeout", "max_connections",
    ]

    /// Reads the JSON object.
    init(_ json: JSON) throws(SettingFault) {
        guard let members = json.asObject else { throw SettingFault(reason: nil) }
        do throws(TransportOptionError) { transport = try TransportOptions(json) } catch {
            throw SettingFault(reason: "\(error.option) must be \(error.expected)")
        }
        healthCheckInterval = try Self.time("health_check_interval", in: json)
        socketTimeout = try Self.time("socket_timeout", in: json)
        socketConnectTimeout = try Self.time("socket_connect_timeout", in: json)
        clientName = json["client_name"]?.asText
        if let name = members.map(\.key).first(where: { ["master_name", "sentinel_kwargs"].contains($0) }) {
            throw SettingFault(reason: "\(name) belongs to sentinels, which are not supported; name the primary itself")
        }
        given = .object(members.filter { Self.ours.contains($0.key) })
        ignored = members.map(\.key).filter { !Self.ours.contains($0) && !Self.known.contains($0) }.sorted()
    }

    private static func time(_ name: String, in json: JSON) throws(SettingFault) -> Duration? {
        guard let value = json[name], !value.isNull else { return nil }
        guard let seconds = value.asDecimal, (0.001...31_536_000).contains(seconds) else {
            throw SettingFault(reason: "\(name) must be a number of seconds above 0 and at most a year")
        }
        return .seconds(seconds)
    }
}

extension SettingForm<RedisOptions> {
    /// Secret, for a password may stand in it where Celery looks for one; no such option is ever shown.
    static let redisOptions = Self(
        allowed: "a JSON object like {\"visibility_timeout\": 3600}", isSecret: true,
        read: { (text: String) throws(SettingFault) -> RedisOptions in
            guard let json = try? JSON(parsing: text) else { throw SettingFault(reason: nil) }
            return try RedisOptions(json)
        },
        show: { $0.given.ordered })
}

extension JSON {
    /// The same value for this package's other writer.
    fileprivate var ordered: OrderedJSON {
        switch self {
        case .null: .null
        case .bool(let value): .bool(value)
        case .integer(let value): .integer(value)
        case .bigInteger(let digits): .text(digits)
        case .decimal(let value): .decimal(value)
        case .text(let value): .text(value)
        case .array(let values): .array(values.map(\.ordered))
        case .object(let members): .object(members.map { .init($0.key, $0.value.ordered) })
        }
    }
}
