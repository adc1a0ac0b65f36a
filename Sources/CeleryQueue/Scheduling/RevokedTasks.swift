/// Ids of revoked tasks, in the order they came: bounded in number and age as Celery's set is.
public struct RevokedTasks: Sendable {
    /// Most ids that are kept; the oldest go first.
    public let capacity: Int
    /// Seconds that an id is kept.
    public let lifetime: Double
    /// When each id came, in seconds of the caller's clock.
    private var times: [String: Double] = [:]
    /// Every id as it came, with the time it had then; stale where `times` says otherwise.
    private var arrivals: [(id: String, time: Double)] = []
    private var first = 0

    /// Creates an empty set with Celery's bounds.
    public init(capacity: Int = 50_000, lifetime: Double = 10_800) {
        self.capacity = max(1, capacity)
        self.lifetime = lifetime
    }

    /// How many ids are kept.
    public var count: Int { times.count }

    /// Adds an id; one that is there already becomes the newest.
    public mutating func insert(_ id: String, at time: Double) {
        times[id] = time
        arrivals.append((id, time))
        while times.count > capacity { removeOldest() }
        removeExpired(now: time)
        compact()
    }

    /// Whether the task was revoked and that is not too long ago.
    public func contains(_ id: String, now: Double) -> Bool {
        times[id].map { now - $0 <= lifetime } ?? false
    }

    /// The ids and when they came, the oldest first.
    public func entries(now: Double) -> [(id: String, time: Double)] {
        arrivals[first...].filter { times[$0.id] == $0.time && now - $0.time <= lifetime }
    }

    private mutating func removeExpired(now: Double) {
        while first < arrivals.count, now - arrivals[first].time > lifetime { removeOldest() }
    }

    private mutating func removeOldest() {
        let oldest = arrivals[first]
        first += 1
        if times[oldest.id] == oldest.time { times[oldest.id] = nil }
    }

    /// Keeps the list of arrivals in proportion to the set.
    private mutating func compact() {
        guard arrivals.count > 64, arrivals.count > 2 * times.count + first / 2 || first > arrivals.count / 2 else {
            return
        }
        arrivals = arrivals[first...].filter { times[$0.id] == $0.time }
        first = 0
    }
}
