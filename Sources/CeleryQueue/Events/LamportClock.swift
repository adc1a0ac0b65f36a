/// A logical clock: events of a node are ordered by it, and nodes bring their clocks together.
public struct LamportClock: Sendable, Hashable {
    /// The present time.
    public private(set) var value: Int

    /// Creates a clock at 0.
    public init(_ value: Int = 0) {
        self.value = value
    }

    /// One step on; gives the new time.
    @discardableResult
    public mutating func forward() -> Int {
        value += 1
        return value
    }

    /// One step beyond what another node's clock showed; gives the new time.
    ///
    /// A foreign time that leaves no room to count is ignored.
    @discardableResult
    public mutating func adjust(to other: Int) -> Int {
        value = max(value, other < Int.max / 2 ? other : 0) + 1
        return value
    }
}
