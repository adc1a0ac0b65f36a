/// Takes a URL apart. What it says of a broken one never quotes it: any piece may be a piece of the password.
struct DatabaseURLParser {
    private(set) var parameters: [DatabaseURL.Parameter] = []
    private(set) var hosts: [DatabaseURL.Host] = []
    private let rest: Substring

    private static let drivers: Set<Substring> = [
        "asyncpg", "psycopg", "psycopg_async", "psycopg2", "psycopg2cffi", "pg8000",
    ]
    private static let tlsModes = [
        "disable", "allow", "prefer", "require", "verify-ca", "verify-full",
    ]
    /// Options of the Python drivers and their pools, which mean nothing to libpq.
    private static let driverOptions: Set<String> = [
        "async_fallback", "autocommit", "command_timeout", "max_cacheable_statement_size",
        "max_cached_statement_lifetime", "prepare_threshold", "prepared_statement_cache_size",
        "prepared_statement_name_func", "statement_cache_size",
    ]

    init(_ text: String) throws(PostgresError) {
        guard let end = text.firstRange(of: "://") else {
            throw PostgresError(.badURL, "it does not begin with postgresql://.")
        }
        let parts = text[..<end.lowerBound].lowercased().split(
            separator: "+", omittingEmptySubsequences: false)
        guard ["postgresql", "postgres"].contains(parts.first), parts.count <= 2 else {
            throw PostgresError(.badURL, "only postgresql:// and its SQLAlchemy forms are supported.")
        }
        guard parts.count == 1 || Self.drivers.contains(parts[1]) else {
            let names = Self.drivers.sorted().map { "+\($0)" }.joined(separator: ", ")
            throw PostgresError(.badURL, "its driver is unknown; known are \(names).")
        }
        rest = text[end.upperBound...]
    }

    mutating func parse() throws(PostgresError) {
        let (login, place) = Self.splitLogin(rest)
        if let login { try addLogin(login) }
        let pathAndQuery = place.firstIndex { $0 == "/" || $0 == "?" } ?? place.endIndex
        try addHosts(place[..<pathAndQuery])
        let query = place[pathAndQuery...].firstIndex(of: "?")
        let path = place[pathAndQuery..<(query ?? place.endIndex)].dropFirst()
        if !path.isEmpty { set("dbname", try Self.decoded(path)) }
        if let query { try addQuery(place[query...].dropFirst()) }
    }

    /// What stands before the `@`, and what follows. SQLAlchemy takes `/` and `?` in a password as they are; a number
    /// after the first colon is a port, and the `@` then part of an option.
    private static func splitLogin(_ rest: Substring) -> (login: Substring?, place: Substring) {
        let authorityEnd = rest.firstIndex { $0 == "/" || $0 == "?" } ?? rest.endIndex
        let authority = rest[..<authorityEnd]
        if let at = authority.lastIndex(of: "@") {
            return (rest[..<at], rest[rest.index(after: at)...])
        }
        guard let colon = authority.firstIndex(of: ":"), let at = rest.firstIndex(of: "@") else {
            return (nil, rest)
        }
        let port = authority[authority.index(after: colon)...]
        let isPort =
            !port.isEmpty
            && port.allSatisfy {
                $0.isASCII && $0.isNumber
            }
        return isPort ? (nil, rest) : (rest[..<at], rest[rest.index(after: at)...])
    }

    private mutating func addLogin(_ login: Substring) throws(PostgresError) {
        let parts = login.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        if let user = parts.first, !user.isEmpty { set("user", try Self.decoded(user)) }
        if parts.count == 2 { set("password", try Self.decoded(parts[1])) }
    }

    private mutating func addHosts(_ authority: Substring) throws(PostgresError) {
        guard !authority.isEmpty else { return }
        for place in authority.split(separator: ",", omittingEmptySubsequences: false) {
            try addHost(place)
        }
    }

    /// `name`, `name:port`, `[address]:port`, or the directory of a socket.
    private mutating func addHost(_ place: Substring) throws(PostgresError) {
        var name = place
        var port: Substring = ""
        if place.hasPrefix("[") {
            guard let close = place.firstIndex(of: "]") else {
                throw PostgresError(.badURL, "a [ has no ].")
            }
            name = place[place.index(after: place.startIndex)..<close]
            port = place[place.index(after: close)...].dropFirst()
        } else if !place.hasPrefix("/"), let colon = place.firstIndex(of: ":") {
            name = place[..<colon]
            port = place[place.index(after: colon)...]
        }
        let isPort = port.isEmpty || UInt16(port).map { $0 > 0 } ?? false
        guard isPort else { throw PostgresError(.badURL, "its port is not a number from 1 to 65535.") }
        hosts.append(
            DatabaseURL.Host(name: try Self.decoded(name), port: port.isEmpty ? nil : String(port)))
    }

    private mutating func addQuery(_ query: Substring) throws(PostgresError) {
        for item in query.split(separator: "&") {
            let parts = item.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2 else {
                throw PostgresError(.badURL, "one of its options has no value.")
            }
            // As Python's parse_qsl: a plus sign is a space.
            let value = try Self.decoded(
                Substring(parts[1].map { $0 == "+" ? " " : String($0) }.joined()))
            try addOption(try Self.decoded(parts[0]), value)
        }
    }

    private mutating func addOption(_ keyword: String, _ value: String) throws(PostgresError) {
        switch keyword {
        case "ssl": set("sslmode", try Self.tlsMode(value))
        case "database": set("dbname", value)
        case "timeout": set("connect_timeout", try Self.wholeSeconds(value))
        case "host": for place in value.split(separator: ",") { try addHost(place) }
        case "port": try setPorts(value.split(separator: ",", omittingEmptySubsequences: false))
        case _ where Self.driverOptions.contains(keyword): break
        default: set(keyword, value)
        }
    }

    /// asyncpg's `ssl` takes libpq's modes, also with underscores; `true` is `require`, as in libpq.
    private static func tlsMode(_ value: String) throws(PostgresError) -> String {
        let mode = value == "true" ? "require" : value.split(separator: "_").joined(separator: "-")
        guard tlsModes.contains(mode) else {
            throw PostgresError(.badURL, "ssl must be one of \(tlsModes.joined(separator: ", ")).")
        }
        return mode
    }

    private static func wholeSeconds(_ value: String) throws(PostgresError) -> String {
        guard let seconds = Double(value), (0...86_400).contains(seconds) else {
            throw PostgresError(.badURL, "timeout must be a number of seconds.")
        }
        return String(Int(seconds.rounded(.up)))
    }

    private mutating func setPorts(_ ports: [Substring]) throws(PostgresError) {
        let areNumbers = ports.allSatisfy { UInt16($0).map { $0 > 0 } ?? $0.isEmpty }
        if hosts.isEmpty { hosts = [DatabaseURL.Host(name: "", port: nil)] }
        guard areNumbers, ports.count == 1 || ports.count == hosts.count else {
            throw PostgresError(.badURL, "port must be one number, or one for each host.")
        }
        for index in hosts.indices {
            let port = ports[ports.count == 1 ? 0 : index]
            hosts[index].port = port.isEmpty ? nil : String(port)
        }
    }

    private mutating func set(_ keyword: String, _ value: String) {
        parameters.removeAll { $0.keyword == keyword }
        parameters.append(DatabaseURL.Parameter(keyword: keyword, value: value))
    }

    /// Percent-decodes; like Python, leaves a percent sign alone that no two hexadecimal digits follow.
    private static func decoded(_ text: Substring) throws(PostgresError) -> String {
        let bytes = Array(text.utf8)
        var result: [UInt8] = []
        var index = 0
        while index < bytes.count {
            let digits = bytes[index] == UInt8(ascii: "%") ? bytes[(index + 1)...].prefix(2) : []
            if digits.count == 2, digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
                let byte = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
            {
                result.append(byte)
                index += 3
            } else {
                result.append(bytes[index])
                index += 1
            }
        }
        guard let string = String(validating: result, as: UTF8.self), !result.contains(0) else {
            throw PostgresError(.badURL, "a percent-encoded part is not UTF-8 text.")
        }
        return string
    }
}
