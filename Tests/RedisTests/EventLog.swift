import Redis
import Synchronization

/// What a connection has told of itself.
final class EventLog: Sendable {
    private let events = Mutex<[(RedisConnectionEvent, ContinuousClock.Instant)]>([])

    func add(_ event: RedisConnectionEvent) { events.withLock { $0.append((event, .now)) } }

    var all: [RedisConnectionEvent] { events.withLock { $0.map(\.0) } }

    /// When attempts failed.
    var failures: [ContinuousClock.Instant] {
        events.withLock { events in
            events.compactMap { event, instant in
                if case .retrying = event { return instant }
                return nil
            }
        }
    }
}
