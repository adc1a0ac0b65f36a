internal import FoundationEssentials
internal import Synchronization

/// What is heard of the other workers on the broker: their clocks, and who has stopped beating (CELERY.md 5.1).
public final class Gossip: Sendable {
    /// News for the log.
    public enum News: Sendable, Hashable {
        /// Another worker is there, or there again.
        case joined(String)
        /// It said that it leaves.
        case left(String)
        /// Nothing was heard of it for twice its interval.
        case silent(String)
    }

    private let node: String
    private let clock: NodeClock
    private let onNews: @Sendable (News) -> Void
    /// When each neighbour is to be missed, in seconds since 1970.
    private let deadlines = Mutex<[String: Double]>([:])

    /// Most neighbours that are remembered; a broker that shows more is not a fleet but a mistake.
    static let capacity = 10_000

    /// Creates a listener for a node.
    ///
    /// - Parameter onNews: must not block.
    public init(node: String, clock: NodeClock, onNews: @escaping @Sendable (News) -> Void) {
        self.node = node
        self.clock = clock
        self.onNews = onNews
    }

    /// Takes in a worker event as it came over its channel.
    package func hear(_ payload: [UInt8]) {
        guard let event = try? Envelope(parsing: payload).readBody(), let other = event["hostname"]?.asText,
            other != node, let type = event["type"]?.asText
        else { return }
        if let theirs = event["clock"]?.asInteger { clock.adjust(to: theirs) }
        note(other, isLeaving: type == "worker-offline", interval: event["freq"]?.asDecimal ?? 2)
        missSilentOnes()
    }

    private func note(_ other: String, isLeaving: Bool, interval: Double) {
        let deadline = Date().timeIntervalSince1970 + 2 * max(0.1, interval)
        let isNews = deadlines.withLock { deadlines in
            if isLeaving { return deadlines.removeValue(forKey: other) != nil }
            guard deadlines[other] != nil || deadlines.count < Self.capacity else { return false }
            return deadlines.updateValue(deadline, forKey: other) == nil
        }
        if isNews { onNews(isLeaving ? .left(other) : .joined(other)) }
    }

    private func missSilentOnes() {
        let now = Date().timeIntervalSince1970
        let silent = deadlines.withLock { deadlines in
            let silent = deadlines.filter { $0.value < now }.map(\.key)
            for name in silent { deadlines[name] = nil }
            return silent
        }
        for name in silent.sorted() { onNews(.silent(name)) }
    }
}
