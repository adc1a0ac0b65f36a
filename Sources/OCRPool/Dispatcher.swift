internal import OCRWire
internal import Synchronization

/// Brings documents and slots together. First come, first served; a document waits here until a slot is idle.
final class Dispatcher: Sendable {
    private struct State {
        var slots: [Slot] = []
        var waiting: [ReadTask] = []
        /// Slots without a document whose reader is warm, the last one used at the end.
        var idle: [Int] = []
        /// Which slot has which document.
        var assigned: [Int: UInt64] = [:]
        /// Slots that cannot start a reader, and why.
        var refusing: [Int: PoolError] = [:]
        var started: Set<Int> = []
        var whenStarted: CheckedContinuation<Result<ReaderHello, PoolError>, Never>?
        var finished = 0
        var whenFinished: [CheckedContinuation<Void, Never>] = []
        var isShutDown = false
    }

    private let state = Mutex(State())

    /// What must be done after the lock is given back.
    private typealias Effect = () -> Void
}

// MARK: What the pool asks

extension Dispatcher {
    /// Starts the slots and waits until all have a warm reader, or one has failed.
    func start(_ slots: [Slot]) async -> Result<ReaderHello, PoolError> {
        await withCheckedContinuation { continuation in
            state.withLock {
                $0.slots = slots
                $0.whenStarted = continuation
            }
            for slot in slots { slot.start(self) }
        }
    }

    /// Takes a document; its `finish` is called in the end, whatever happens.
    func submit(_ task: ReadTask) {
        let effect: Effect = state.withLock { state in
            if state.isShutDown { return { task.finish(.failure(PoolError(.shutDown))) } }
            if state.refusing.count == state.slots.count, let error = state.refusing.first?.value {
                return { task.finish(.failure(error)) }
            }
            guard let index = state.idle.popLast() else {
                state.waiting.append(task)
                return {}
            }
            state.assigned[index] = task.ticket.id
            let slot = state.slots[index]
            return { slot.post(.read(task)) }
        }
        effect()
    }

    /// Ends a document that nobody waits for any more.
    func cancel(_ id: UInt64) {
        let effect: Effect = state.withLock { state in
            if let place = state.waiting.firstIndex(where: { $0.ticket.id == id }) {
                let task = state.waiting.remove(at: place)
                return { task.finish(.failure(PoolError(.cancelled))) }
            }
            guard let index = state.assigned.first(where: { $0.value == id })?.key else { return {} }
            let slot = state.slots[index]
            return { slot.post(.cancel(id)) }
        }
        effect()
    }

    /// Refuses what waits and what comes, and tells the slots to end.
    func shutDown() {
        let effect: Effect = state.withLock { state in
            let waiting = state.waiting
            let slots = state.isShutDown ? [] : state.slots
            state.waiting = []
            state.isShutDown = true
            return {
                for task in waiting { task.finish(.failure(PoolError(.shutDown))) }
                for slot in slots { slot.post(.shutDown) }
            }
        }
        effect()
    }

    /// Returns when every slot has ended, its reader reaped and its descriptors closed.
    func allFinished() async {
        await withCheckedContinuation { continuation in
            let isDone = state.withLock { state in
                guard state.finished < state.slots.count else { return true }
                state.whenFinished.append(continuation)
                return false
            }
            if isDone { continuation.resume() }
        }
    }
}

// MARK: What the slots say

extension Dispatcher {
    /// A slot has a warm reader and no document: here is its next one, if any.
    func next(for index: Int) -> ReadTask? {
        state.withLock { state in
            // A document may be in its mailbox already.
            guard state.assigned[index] == nil, !state.isShutDown else { return nil }
            guard !state.waiting.isEmpty else {
                state.idle.removeAll { $0 == index }
                state.idle.append(index)
                return nil
            }
            let task = state.waiting.removeFirst()
            state.idle.removeAll { $0 == index }
            state.assigned[index] = task.ticket.id
            return task
        }
    }

    /// A slot's document is done with.
    func finished(_ task: ReadTask, slot index: Int, _ answer: ReadTask.Answer) {
        state.withLock { $0.assigned[index] = nil }
        task.finish(answer)
    }

    /// A slot's reader is gone.
    func lostReader(slot index: Int) {
        state.withLock { $0.idle.removeAll { $0 == index } }
    }

    /// A slot's reader is warm.
    func started(slot index: Int, _ hello: ReaderHello) {
        let effect: Effect = state.withLock { state in
            state.refusing[index] = nil
            state.started.insert(index)
            guard state.started.count == state.slots.count, let waiter = state.whenStarted else { return {} }
            state.whenStarted = nil
            return { waiter.resume(returning: .success(hello)) }
        }
        effect()
    }

    /// A slot's reader did not become warm.
    func startFailed(slot index: Int, _ error: PoolError, refuse: Bool) {
        let effect: Effect = state.withLock { state in
            if refuse { state.refusing[index] = error }
            let refused = state.refusing.count == state.slots.count ? state.waiting : []
            if !refused.isEmpty { state.waiting = [] }
            let waiter = state.whenStarted
            state.whenStarted = nil
            return {
                for task in refused { task.finish(.failure(error)) }
                waiter?.resume(returning: .failure(error))
            }
        }
        effect()
    }

    /// A slot has ended.
    func slotEnded() {
        let waiters = state.withLock { state in
            state.finished += 1
            guard state.finished == state.slots.count else { return [CheckedContinuation<Void, Never>]() }
            defer { state.whenFinished = [] }
            return state.whenFinished
        }
        for waiter in waiters { waiter.resume() }
    }
}
