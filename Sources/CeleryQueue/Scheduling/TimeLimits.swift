/// How long a task may run, in seconds. Nil means that nothing was said.
public struct TimeLimits: Sendable, Hashable {
    /// After this the child is killed.
    public var hard: Double?
    /// After this the task is told to stop.
    public var soft: Double?

    /// Creates limits.
    public init(hard: Double? = nil, soft: Double? = nil) {
        self.hard = hard
        self.soft = soft
    }

    /// Reads the header `timelimit`: hard first, then soft.
    init(header: JSON?) {
        let values = header?.asArray ?? []
        self.init(hard: values.first?.asDecimal, soft: values.count > 1 ? values[1].asDecimal : nil)
    }

    var header: JSON { [JSON(seconds: hard), JSON(seconds: soft)] }

    /// What counts: each limit from the message, else from these defaults. Zero and less mean no limit, as in Python,
    /// where they are false.
    ///
    /// The two are independent, unlike Celery 5.4, where a hard limit below the soft one was never enforced.
    public func orElse(_ defaults: TimeLimits) -> TimeLimits {
        TimeLimits(hard: Self.positive(hard ?? defaults.hard), soft: Self.positive(soft ?? defaults.soft))
    }

    private static func positive(_ seconds: Double?) -> Double? {
        seconds.flatMap { $0 > 0 ? $0 : nil }
    }
}
