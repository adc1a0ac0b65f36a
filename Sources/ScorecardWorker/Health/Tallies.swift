/// All counters and histograms as a value: taken out under the lock, written out without it.
struct Tallies: Sendable {
    /// What may happen to a task, in Celery's words.
    enum Event: String, Sendable, CaseIterable {
        case received, started, succeeded, failed, retried, revoked, rejected
    }

    /// What may happen to a claim besides.
    enum ClaimEvent: String, Sendable, CaseIterable {
        case dead, givenBack, lost, recovered
    }

    struct TaskSeries: Sendable, Hashable {
        let event: Event
        let queue: String
        let exception: String
    }

    let task: String
    private(set) var tasks: [TaskSeries: Int] = [:]
    var runtimes = LabelledHistogram(bounds: Histogram.taskBounds)
    var failures = LabelledHistogram(bounds: Histogram.taskBounds)
    var stages = LabelledHistogram(bounds: Histogram.stageBounds)
    var waits = LabelledHistogram(bounds: Histogram.waitBounds)
    var claims: [ClaimEvent: Int] = [:]
    var pages = 0
    var documents = LabelledCounter()
    var documentBytes = LabelledCounter()
    var uploads = LabelledCounter()
    var readerDeaths = LabelledCounter()
    var reconnections = LabelledCounter()
    var isRedisConnected = false
    private var queueNames = BoundedNames()
    private var exceptionNames = BoundedNames()

    init(task: String) { self.task = task }

    mutating func count(_ event: Event, _ queue: String, exception: String = "") {
        let exception = exception.isEmpty ? "" : exceptionNames.admit(exception)
        tasks[TaskSeries(event: event, queue: queueNames.admit(queue), exception: exception), default: 0] += 1
    }
}

/// Keeps a label from having ever more values: what comes after the first few is `other`.
struct BoundedNames: Sendable {
    static let limit = 50
    static let rest = "other"
    private var names: Set<String> = []

    mutating func admit(_ name: String) -> String {
        if names.contains(name) { return name }
        guard names.count < Self.limit else { return Self.rest }
        names.insert(name)
        return name
    }
}

/// A counter for each value of a label.
struct LabelledCounter: Sendable {
    private(set) var values: [String: Int] = [:]
    private var names = BoundedNames()

    mutating func add(_ amount: Int, _ name: String) { values[names.admit(name), default: 0] += amount }
}

/// A histogram for each value of a label.
struct LabelledHistogram: Sendable {
    let bounds: [Double]
    private(set) var values: [String: Histogram] = [:]
    private var names = BoundedNames()

    init(bounds: [Double]) { self.bounds = bounds }

    /// All values of the label together.
    var merged: Histogram { values.values.reduce(Histogram(bounds: bounds)) { $0.adding($1) } }

    mutating func observe(_ seconds: Double, _ name: String) {
        values[names.admit(name), default: Histogram(bounds: bounds)].observe(seconds)
    }
}

/// Counts of observations by size, as Prometheus has them.
struct Histogram: Sendable {
    static let taskBounds = [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 25, 60, 120, 300, 540, 600]
    static let stageBounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300, 600]
    static let waitBounds = [0.01, 0.1, 0.5, 1, 5, 15, 60, 300, 900, 3600, 14_400]

    let bounds: [Double]
    /// One for each bound and one for what is above all.
    private(set) var counts: [Int]
    private(set) var sum = 0.0

    init(bounds: [Double]) {
        self.bounds = bounds
        counts = Array(repeating: 0, count: bounds.count + 1)
    }

    /// A clock that was set back must not make a sum fall.
    mutating func observe(_ seconds: Double) {
        let seconds = seconds.isFinite ? max(0, seconds) : 0
        counts[bounds.firstIndex { seconds <= $0 } ?? bounds.count] += 1
        sum += seconds
    }

    /// Both together; they have the same bounds.
    func adding(_ other: Histogram) -> Histogram {
        var both = self
        both.counts = zip(counts, other.counts).map { $0 + $1 }
        both.sum += other.sum
        return both
    }
}
