/// Decides how many slots there should be, between two bounds: up at once, down after a quiet while.
public struct Autoscaler: Sendable, Hashable {
    /// Most slots.
    public private(set) var maximum: Int
    /// Fewest slots.
    public private(set) var minimum: Int
    /// Seconds without growth before slots are given up.
    public let keepAlive: Double
    private var lastGrowth: Double?

    /// Creates the two bounds in any order.
    public init(_ one: Int, _ other: Int, keepAlive: Double = 30) {
        maximum = max(1, one, other)
        minimum = max(0, min(one, other))
        self.keepAlive = keepAlive
    }

    /// How many slots there should be.
    ///
    /// - Parameters:
    ///   - slots: how many there are.
    ///   - wanted: tasks running or ready to run.
    ///   - now: seconds of the caller's steady clock.
    public mutating func slots(now: Double, slots: Int, wanted: Int) -> Int {
        let target = max(minimum, min(maximum, wanted))
        if slots > maximum { return maximum }
        if target > slots {
            lastGrowth = now
            return target
        }
        guard target < slots, now - (lastGrowth ?? -.infinity) > keepAlive else { return slots }
        return target
    }

    /// Changes the bounds that are given, as the `autoscale` command does.
    public mutating func update(maximum: Int?, minimum: Int?) {
        if let maximum { self.maximum = max(1, maximum) }
        if let minimum { self.minimum = max(0, minimum) }
        self.minimum = min(self.minimum, self.maximum)
    }
}
