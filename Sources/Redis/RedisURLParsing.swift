extension RedisURL {
    /// Reads a URL: `redis://`, `rediss://`, `redis+socket://` and `unix://` with user, password, database and options
    /// as Celery 5 reads them (CELERY.md 7).
    public init(_ text: String) throws(RedisURLError) {
        let text = text.trimmed
        guard let mark = text.firstRange(of: "://") else {
            throw RedisURLError("a Redis URL begins with redis://, rediss:// or redis+socket://")
        }
        let scheme = text[..<mark.lowerBound].lowercased()
        try Self.refuseClusters(scheme: scheme, String(text))
        self.init()
        let parts = URLParts(text[mark.upperBound...])
        try setLogin(parts.userinfo)
        switch scheme {
        case "redis", "rediss":
            if scheme == "rediss" { tls = RedisTLS() }
            endpoint = try Self.endpoint(parts.authority)
            database = try Self.database(parts.path)
        case "redis+socket", "unix":
            guard parts.authority.isEmpty, parts.path.count > 1 else {
                throw RedisURLError("a URL of a socket has three slashes and a path: redis+socket:///run/redis.sock")
            }
            endpoint = .unixSocket(path: try Self.decoded(parts.path))
        default:
            throw RedisURLError(
                "\(printable(scheme)):// is not a Redis URL; use redis://, rediss:// or redis+socket://")
        }
        for (name, value) in try parts.options() { try apply(name, value) }
        if let tls, !tls.verifiesCertificate {
            notes.append(
                "ssl_cert_reqs=none: the certificate of \(address) is not verified, anybody between may read and write."
            )
        }
    }

    private static func refuseClusters(scheme: String, _ text: String) throws(RedisURLError) {
        if scheme.hasPrefix("sentinel") {
            throw RedisURLError("sentinel:// is not supported; give the primary's address as redis://")
        }
        if text.contains(";") {
            throw RedisURLError("lists of servers (;) are not supported; give one URL, and %3B for a ; in a password")
        }
    }

    private mutating func setLogin(_ userinfo: Substring?) throws(RedisURLError) {
        guard let userinfo else { return }
        let parts = userinfo.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        let name = try Self.decoded(parts[0])
        username = name.isEmpty ? nil : name
        guard parts.count == 2 else { return }
        let secret = try Self.decoded(parts[1])
        password = secret.isEmpty ? nil : secret
    }

    private static func endpoint(_ authority: Substring) throws(RedisURLError) -> Endpoint {
        var host = authority
        var port: Substring = ""
        if authority.hasPrefix("["), let end = authority.firstIndex(of: "]") {
            host = authority[authority.index(after: authority.startIndex)..<end]
            port = authority[authority.index(after: end)...]
        } else if let colon = authority.firstIndex(of: ":") {
            host = authority[..<colon]
            port = authority[colon...]
        }
        if port.hasPrefix(":") { port = port.dropFirst() }
        guard port.isEmpty || (UInt16(port) ?? 0) > 0 else {
            throw RedisURLError("the port in the Redis URL is not a number from 1 to 65535")
        }
        let name = try decoded(host)
        return .tcp(host: name.isEmpty ? "localhost" : name, port: UInt16(port) ?? 6379)
    }

    private static func database(_ path: Substring) throws(RedisURLError) -> Int {
        let text = try decoded(path).split(separator: "/", omittingEmptySubsequences: true)
        guard let number = text.first else { return 0 }
        guard text.count == 1, let value = Int(number), value >= 0 else {
            throw RedisURLError("the database in the Redis URL is not a number (redis://host:6379/0)")
        }
        return value
    }

    fileprivate static func decoded(_ text: Substring) throws(RedisURLError) -> String {
        guard let decoded = text.percentDecoded else {
            throw RedisURLError("the Redis URL holds %-codes that are not UTF-8 text")
        }
        return decoded
    }
}

// MARK: Options

extension RedisURL {
    private mutating func apply(_ name: String, _ value: String) throws(RedisURLError) {
        switch name {
        case "virtual_host", "db": database = try Self.database(value[...])
        case "password": password = value.isEmpty ? nil : value
        case "username": username = value.isEmpty ? nil : value
        case "client_name": clientName = value
        case "socket_connect_timeout": connectTimeout = try Self.seconds(name, value)
        case "socket_timeout": commandTimeout = try Self.seconds(name, value)
        case "health_check_interval": healthCheckInterval = try Self.seconds(name, value)
        case _ where name.hasPrefix("ssl_"): try applyTLS(name, value)
        default: notes.append("The option \(printable(name)) of the Redis URL is ignored.")
        }
    }

    private mutating func applyTLS(_ name: String, _ value: String) throws(RedisURLError) {
        guard var settings = tls else {
            throw RedisURLError("\(printable(name)) needs a URL that begins with rediss://")
        }
        switch name {
        case "ssl_cert_reqs": settings.verifiesCertificate = try Self.verifies(value)
        case "ssl_check_hostname": settings.verifiesHostName = try Self.truth(name, value)
        case "ssl_ca_certs": settings.authorityFile = value.isEmpty ? nil : value
        case "ssl_ca_path": settings.authorityDirectory = value.isEmpty ? nil : value
        case "ssl_certfile": settings.certificateFile = value.isEmpty ? nil : value
        case "ssl_keyfile": settings.keyFile = value.isEmpty ? nil : value
        default: notes.append("The option \(printable(name)) of the Redis URL is ignored.")
        }
        tls = settings
    }

    /// A client that has Python's `CERT_OPTIONAL` verifies all the same.
    private static func verifies(_ value: String) throws(RedisURLError) -> Bool {
        switch value.lowercased() {
        case "required", "cert_required", "optional", "cert_optional": true
        case "none", "cert_none": false
        default: throw RedisURLError("ssl_cert_reqs is required, optional or none")
        }
    }

    private static func truth(_ name: String, _ value: String) throws(RedisURLError) -> Bool {
        switch value.lowercased() {
        case "1", "true", "yes", "on", "t", "y": true
        case "0", "false", "no", "off", "f", "n": false
        default: throw RedisURLError("\(name) is true or false")
        }
    }

    private static func seconds(_ name: String, _ value: String) throws(RedisURLError) -> Duration {
        guard let number = Double(value), number > 0, number <= 86_400 else {
            throw RedisURLError("\(name) is a number of seconds, more than 0 and at most 86400")
        }
        return .seconds(number)
    }
}

// MARK: Text

/// The parts of a URL after its scheme, still encoded. An unencoded `@` in a password is accepted, as Python does.
private struct URLParts {
    var userinfo: Substring?
    var authority: Substring
    var path: Substring
    var query: Substring = ""

    init(_ text: Substring) {
        var rest = text.prefix { $0 != "#" }
        if let mark = rest.firstIndex(of: "?") {
            query = rest[rest.index(after: mark)...]
            rest = rest[..<mark]
        }
        let slash = rest.firstIndex(of: "/") ?? rest.endIndex
        authority = rest[..<slash]
        path = rest[slash...]
        if let at = authority.lastIndex(of: "@") {
            userinfo = authority[..<at]
            authority = authority[authority.index(after: at)...]
        }
    }

    func options() throws(RedisURLError) -> [(String, String)] {
        var options: [(String, String)] = []
        for pair in query.split(separator: "&") {
            let sides = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let value = sides.count == 2 ? String(sides[1]).replacing("+", with: " ") : ""
            options.append((try RedisURL.decoded(sides[0]), try RedisURL.decoded(value[...])))
        }
        return options
    }
}

extension RedisURLError {
    fileprivate init(_ what: String) { sentence = "The Redis URL cannot be used: \(what)." }
}

extension String {
    fileprivate var trimmed: Substring {
        let start = drop { $0.isWhitespace }
        guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return start[...last]
    }
}

extension Substring {
    /// nil when a code is broken, the bytes are not UTF-8 or hold a NUL.
    fileprivate var percentDecoded: String? {
        var bytes: [UInt8] = []
        var rest = Array(utf8)[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            let digits = String(decoding: rest.prefix(2), as: UTF8.self)
            guard digits.utf8.count == 2, digits.allSatisfy(\.isHexDigit), let code = UInt8(digits, radix: 16),
                code != 0
            else { return nil }
            bytes.append(code)
            rest = rest.dropFirst(2)
        }
        return String(validating: bytes, as: UTF8.self)
    }
}
