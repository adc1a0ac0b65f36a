/// Claimed tasks that wait for their time, the next one first. They stay claimed, as with Celery.
public struct WaitingTasks: Sendable {
    /// Most tasks that are kept; beyond it the one that is due last has to be given back.
    public let capacity: Int
    /// A heap: no element is due after those at twice its index and one more.
    private var heap: [Delivery] = []

    /// Creates an empty set.
    public init(capacity: Int = 10_000) {
        self.capacity = max(1, capacity)
    }

    /// How many wait.
    public var count: Int { heap.count }

    /// When the next one is due, in seconds since 1970.
    public var nextDue: Double? { heap.first.map(Self.due) }

    /// The tasks, the next one first.
    public var sorted: [Delivery] { heap.sorted { Self.due($0) < Self.due($1) } }

    /// Adds a task; gives the one that no longer has room.
    public mutating func insert(_ delivery: Delivery) -> Delivery? {
        heap.append(delivery)
        siftUp(heap.count - 1)
        guard heap.count > capacity else { return nil }
        // The last one due is in the second half, which is cheap enough to search when there is too much anyway.
        let last = (heap.count / 2..<heap.count).max { Self.due(heap[$0]) < Self.due(heap[$1]) }
        return last.map { remove(at: $0) }
    }

    /// Takes the tasks out that are due.
    public mutating func takeDue(now: Double) -> [Delivery] {
        var due: [Delivery] = []
        while let next = nextDue, next <= now { due.append(remove(at: 0)) }
        return due
    }

    /// Takes the tasks out that meet a condition: revoked ones.
    public mutating func take(where condition: (Delivery) -> Bool) -> [Delivery] {
        let taken = heap.filter(condition)
        heap = heap.filter { !condition($0) }.sorted { Self.due($0) < Self.due($1) }
        return taken
    }

    private static func due(_ delivery: Delivery) -> Double { delivery.task.eta?.epoch ?? 0 }

    private mutating func remove(at index: Int) -> Delivery {
        heap.swapAt(index, heap.count - 1)
        let removed = heap.removeLast()
        if index < heap.count {
            siftDown(index)
            siftUp(index)
        }
        return removed
    }

    private mutating func siftUp(_ start: Int) {
        var index = start
        while index > 0, Self.due(heap[index]) < Self.due(heap[(index - 1) / 2]) {
            heap.swapAt(index, (index - 1) / 2)
            index = (index - 1) / 2
        }
    }

    private mutating func siftDown(_ start: Int) {
        var index = start
        while let child = [2 * index + 1, 2 * index + 2].filter({ $0 < heap.count })
            .min(by: { Self.due(heap[$0]) < Self.due(heap[$1]) }), Self.due(heap[child]) < Self.due(heap[index])
        {
            heap.swapAt(index, child)
            index = child
        }
    }
}
