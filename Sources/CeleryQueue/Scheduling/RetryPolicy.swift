/// When a failed task is tried again.
public struct RetryPolicy: Sendable, Hashable {
    /// Retries after the first try.
    public var maxRetries: Int
    /// Seconds before the first retry; doubled each time.
    public var backoff: Double
    /// Seconds that are never exceeded.
    public var longest: Double
    /// Whether the delay is drawn between 0 and the computed one, so that many tasks do not come back together.
    public var hasJitter: Bool

    /// Creates a policy. The defaults are Celery's for `retry_backoff=True`.
    public init(maxRetries: Int = 3, backoff: Double = 1, longest: Double = 600, hasJitter: Bool = true) {
        self.maxRetries = maxRetries
        self.backoff = backoff
        self.longest = longest
        self.hasJitter = hasJitter
    }

    /// Seconds before the next try; nil when there is none left.
    ///
    /// - Parameters:
    ///   - retries: tries after the first one so far.
    ///   - random: from 0 to 1, drawn by the caller.
    public func delay(afterRetries retries: Int, random: Double) -> Double? {
        guard retries < maxRetries else { return nil }
        // Beyond 2^64 times the first delay any limit is reached.
        let delay = min(
            longest, max(0, backoff) * Double(sign: .plus, exponent: min(max(0, retries), 64), significand: 1))
        return hasJitter ? delay * min(max(random, 0), 1) : delay
    }
}
