/// `--autoscale MAX,MIN`.
public struct Autoscale: Sendable, Hashable {
    /// Readers at the most.
    public var maximum: Int
    /// Readers at the least; 0 or more.
    public var minimum: Int

    /// Two numbers in any order; a number alone is the maximum, and the minimum is then 0 (CELERY.md 6.2).
    public init?(_ text: String) {
        let numbers = text.split(separator: ",", omittingEmptySubsequences: false).map { Int($0.trimmed) ?? -1 }
        guard (1...2).contains(numbers.count), let maximum = numbers.max(), let least = numbers.min() else {
            return nil
        }
        guard least >= 0, (1...1024).contains(maximum) else { return nil }
        self.maximum = maximum
        minimum = numbers.count == 1 ? 0 : least
    }
}

/// Where the health server listens.
public struct HealthAddress: Sendable, Hashable, CustomStringConvertible {
    /// Name or address; `0.0.0.0` for all.
    public var host: String
    /// 0 lets the kernel choose.
    public var port: UInt16

    /// Reads `127.0.0.1:9100`, `:9100` (loopback) or `[::1]:9100`.
    public init?(_ text: String) {
        guard let colon = text.lastIndex(of: ":"), let port = UInt16(text[text.index(after: colon)...]) else {
            return nil
        }
        var name = text[..<colon]
        if name.hasPrefix("["), name.hasSuffix("]") {
            name = name.dropFirst().dropLast()
        } else if name.contains(":") {
            return nil
        }
        host = name.isEmpty ? "127.0.0.1" : String(name)
        self.port = port
    }

    /// As it is given.
    public var description: String { host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)" }
}

/// Python's levels.
public enum LogLevel: String, Sendable, Hashable, CaseIterable {
    case debug = "DEBUG"
    case info = "INFO"
    case warning = "WARNING"
    case error = "ERROR"
    case critical = "CRITICAL"
}

/// How a log line is written.
public enum LogFormat: String, Sendable, Hashable, CaseIterable {
    /// One line per event in Celery's manner.
    case text
    /// One JSON object per line.
    case json
}

/// `-O`: Celery's values. A task only ever goes to an idle reader here, which is what `fair` means.
public enum Optimization: String, Sendable, Hashable, CaseIterable {
    case `default`
    case fair
}

/// `-P`: Celery's pools.
public enum PoolKind: String, Sendable, Hashable, CaseIterable {
    case prefork, threads, gevent, eventlet, solo, processes, custom
}
