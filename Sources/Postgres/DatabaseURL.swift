/// Where the database is, and how to log in: `DATABASE_URL`.
///
/// Read as SQLAlchemy reads it (so that the backend's value works), and handed to libpq keyword by keyword, so that all
/// of libpq's options and TLS modes pass through.
public struct DatabaseURL: Sendable, Hashable {
    package struct Parameter: Sendable, Hashable {
        package var keyword: String
        package var value: String
    }

    struct Host: Sendable, Hashable {
        var name: String
        var port: String?
    }

    /// In libpq's words, without host and port.
    let parameters: [Parameter]
    let hosts: [Host]

    /// Reads `postgresql://`, `postgres://` and SQLAlchemy's `postgresql+driver://`. Throws `badURL`.
    public init(_ text: String) throws(PostgresError) {
        var parser = try DatabaseURLParser(text)
        try parser.parse()
        parameters = parser.parameters
        hosts = parser.hosts
    }

    /// The value of a libpq keyword other than host and port.
    func value(of keyword: String) -> String? {
        parameters.last { $0.keyword == keyword }?.value
    }

    /// One set of parameters for each host, in order. Hosts are tried one by one here and not by libpq, whose polled
    /// connect never leaves a host that does not answer.
    package var attempts: [[Parameter]] {
        if hosts.isEmpty { return [parameters] }
        return hosts.map { host in
            parameters + [Parameter(keyword: "host", value: host.name)]
                + (host.port.map { [Parameter(keyword: "port", value: $0)] } ?? [])
        }
    }

    /// libpq's TLS mode; its own default is `prefer`.
    public var tlsMode: String { value(of: "sslmode") ?? "prefer" }

    /// True if a network lies between.
    public var isRemote: Bool {
        hosts.contains { host in
            let isLocal =
                host.name.isEmpty || host.name.hasPrefix("/") || host.name.hasPrefix("@")
                || host.name == "localhost"
                || host.name.hasPrefix("127.") || host.name == "::1"
            return !isLocal
        }
    }
}

extension DatabaseURL: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// User, hosts, database and TLS mode, the password as `***`.
    public var description: String {
        let user = value(of: "user") ?? ""
        let login = user + (value(of: "password") == nil ? "" : ":***")
        let places = hosts.map { host in
            (host.name.contains(":") ? "[\(host.name)]" : host.name) + (host.port.map { ":\($0)" } ?? "")
        }
        let mode = value(of: "sslmode").map { "?sslmode=\($0)" } ?? ""
        return "postgresql://\(login.isEmpty ? "" : login + "@")\(places.joined(separator: ","))"
            + "/\(value(of: "dbname") ?? "")\(mode)"
    }

    /// The same.
    public var debugDescription: String { description }
    /// Shows the description alone.
    public var customMirror: Mirror { Mirror(self, children: ["url": description]) }
}
