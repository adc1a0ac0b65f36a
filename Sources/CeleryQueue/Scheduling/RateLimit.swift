/// How often tasks of one name may start: `10/m`, `2/h`, `0.5/s` or a number a second.
public struct RateLimit: Sendable, Hashable {
    /// Tasks a second.
    public let perSecond: Double
    /// As the command gave it, for `registered`.
    public let printed: String

    /// Reads what the `rate_limit` command takes; nil means no limit. Throws what Python would raise.
    public static func parse(_ json: JSON) throws(PythonException) -> RateLimit? {
        let perSecond: Double
        switch json {
        case .text(let text) where !text.isEmpty: perSecond = try parse(text)
        case .null, .text, .bool(false): return nil
        case .array(let values) where values.isEmpty: return nil
        case .object(let members) where members.isEmpty: return nil
        case .integer, .bigInteger, .decimal, .bool: perSecond = json.asDecimal ?? 1
        case .array, .object:
            throw .typeError("rate limit must be a string or a number")
        }
        return perSecond > 0 && perSecond.isFinite
            ? RateLimit(perSecond: perSecond, printed: json.asText ?? json.pythonRepr) : nil
    }

    private static func parse(_ text: String) throws(PythonException) -> Double {
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        let seconds: [Substring: Double] = ["": 1, "s": 1, "m": 60, "h": 3600]
        let modifier = parts.count > 1 ? parts[1] : ""
        guard let divisor = seconds[modifier] else {
            throw PythonException("KeyError", [.text(String(modifier))])
        }
        guard let count = Double(parts[0].trimmingWhiteSpace) else {
            let message = "could not convert string to float: \(String(parts[0]).pythonRepr)"
            throw PythonException("ValueError", [.text(message)])
        }
        return count / divisor
    }
}

extension Substring {
    fileprivate var trimmingWhiteSpace: Substring {
        var text = self
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return text
    }
}

/// Tokens that come at a steady rate; each task takes one.
public struct TokenBucket: Sendable, Hashable {
    /// What it keeps.
    public let limit: RateLimit
    let capacity = 1.0
    private var tokens = 1.0
    private var time: Double

    /// Creates a full bucket; times are seconds of the caller's steady clock.
    public init(_ limit: RateLimit, now: Double) {
        self.limit = limit
        time = now
    }

    /// Takes a token if there is one.
    public mutating func take(now: Double) -> Bool {
        refill(now: now)
        guard tokens >= 1 else { return false }
        tokens -= 1
        return true
    }

    /// Seconds until there is a token.
    public mutating func wait(now: Double) -> Double {
        refill(now: now)
        return max(0, 1 - tokens) / limit.perSecond
    }

    private mutating func refill(now: Double) {
        tokens = min(capacity, tokens + limit.perSecond * max(0, now - time))
        time = max(time, now)
    }
}
