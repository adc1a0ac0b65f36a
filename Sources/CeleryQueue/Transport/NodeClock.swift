internal import Synchronization

/// The node's logical clock, shared by all that send and receive.
public final class NodeClock: Sendable {
    private let clock = Mutex(LamportClock())

    /// Creates a clock at 0.
    public init() {}

    /// The present time.
    public var value: Int { clock.withLock { $0.value } }

    /// One step on; gives the new time.
    @discardableResult
    public func forward() -> Int { clock.withLock { $0.forward() } }

    /// One step beyond what another node's clock showed.
    public func adjust(to other: Int) { clock.withLock { _ = $0.adjust(to: other) } }
}
