internal import OCRWire
internal import Synchronization

/// Brings documents and slots together. First come, first served; a document waits here until a slot is idle. Which
/// slots there are is the roster's decision.
final class Dispatcher: Sendable {
    struct State {
        var roster: PoolRoster
        /// All that have not ended.
        var slots: [Int: Slot] = [:]
        var waiting: [ReadTask] = []
        /// Slots without a document whose reader is warm, the last one used at the end.
        var idle: [Int] = []
        /// Which slot has which document.
        var assigned: [Int: UInt64] = [:]
        /// The processes of warm readers.
        var processes: [Int: Int32] = [:]
        /// Slots that cannot start a reader, and why.
        var refusing: [Int: PoolError] = [:]
        var whenStarted: CheckedContinuation<Result<ReaderHello, PoolError>, Never>?
        var whenFinished: [CheckedContinuation<Void, Never>] = []
        var isShutDown = false
    }

    /// What must be done after the lock is given back.
    typealias Effect = @Sendable () -> Void

    private let configuration: PoolConfiguration
    private let state: Mutex<State>

    init(_ configuration: PoolConfiguration) {
        self.configuration = configuration
        state = Mutex(State(roster: PoolRoster(recycling: configuration.recycling)))
    }

    /// Changes the state and then does what follows from the change.
    private func change(_ body: (inout State) -> [Effect]) {
        for effect in state.withLock({ body(&$0) }) { effect() }
    }
}

// MARK: What the pool asks

extension Dispatcher {
    /// Starts the slots and waits until all have a warm reader, or one has failed.
    func start() async -> Result<ReaderHello, PoolError> {
        await withCheckedContinuation { continuation in
            change { state in
                state.whenStarted = continuation
                return follow(.resize(to: configuration.concurrency), in: &state)
            }
        }
    }

    /// Adds slots or lets some go; never fewer than one.
    func resize(to size: Int) {
        change { state in follow(.resize(to: size), in: &state) }
    }

    /// Takes a document; its `finish` is called in the end, whatever happens.
    func submit(_ task: ReadTask) {
        change { state in
            if state.isShutDown { return [{ task.finish(.failure(PoolError(.shutDown))) }] }
            if let error = state.refusal { return [{ task.finish(.failure(error)) }] }
            guard let index = state.idle.popLast(), let slot = state.slots[index] else {
                state.waiting.append(task)
                return []
            }
            return [{ slot.post(.read(task)) }] + assign(task, to: index, in: &state)
        }
    }

    /// Ends a document that nobody waits for any more.
    func cancel(_ id: UInt64) {
        change { state in
            if let place = state.waiting.firstIndex(where: { $0.ticket.id == id }) {
                let task = state.waiting.remove(at: place)
                return [{ task.finish(.failure(PoolError(.cancelled))) }]
            }
            let index = state.assigned.first { $0.value == id }?.key
            guard let slot = index.flatMap({ state.slots[$0] }) else { return [] }
            return [{ slot.post(.cancel(id)) }]
        }
    }

    /// Refuses what waits and what comes, and tells the slots to end.
    func shutDown() {
        change { state in
            guard !state.isShutDown else { return [] }
            state.isShutDown = true
            let slots = state.slots.values.map { slot -> Effect in { slot.post(.shutDown) } }
            return state.refuseWaiting(PoolError(.shutDown)) + slots
        }
    }

    /// Returns when every slot has ended, its reader reaped and its descriptors closed. Shut down first.
    func allFinished() async {
        await withCheckedContinuation { continuation in
            change { state in
                if state.slots.isEmpty { return [{ continuation.resume() }] }
                state.whenFinished.append(continuation)
                return []
            }
        }
    }

    var status: PoolStatus { state.withLock(\.status) }
}

// MARK: What the slots say

extension Dispatcher {
    /// A slot has a warm reader and no document: here is its next one, if any.
    func next(for index: Int) -> ReadTask? {
        state.withLock { state in
            // A document may be in its mailbox already.
            guard state.assigned[index] == nil, !state.isShutDown, state.isStaying(index) else { return nil }
            state.idle.removeAll { $0 == index }
            guard !state.waiting.isEmpty else {
                state.idle.append(index)
                return nil
            }
            let task = state.waiting.removeFirst()
            _ = assign(task, to: index, in: &state)
            return task
        }
    }

    /// A slot's document is done with.
    func finished(_ task: ReadTask, slot index: Int, _ answer: ReadTask.Answer) {
        change { state in
            state.assigned[index] = nil
            let event: PoolRoster.Event =
                switch answer {
                case .success(let answer): .read(index, residentBytes: answer.usage.residentBytes)
                case .failure: .failed(index)
                }
            return [{ task.finish(answer) }] + follow(event, in: &state)
        }
    }

    /// A slot's reader is warm.
    func started(slot index: Int, process: Int32, _ hello: ReaderHello) {
        change { state in
            state.refusing[index] = nil
            state.processes[index] = process
            let effects = follow(.started(index), in: &state)
            guard state.roster.haveAllStarted else { return effects }
            return effects + state.announceStart(.success(hello))
        }
    }

    /// A slot's reader did not become warm.
    func startFailed(slot index: Int, _ error: PoolError, refuse: Bool) {
        change { state in
            if refuse { state.refusing[index] = error }
            return state.announceStart(.failure(error)) + state.refuseIfNoneCanStart()
        }
    }

    /// A slot's reader is gone.
    func lostReader(slot index: Int) {
        change { state in
            state.idle.removeAll { $0 == index }
            state.processes[index] = nil
            return follow(.lost(index), in: &state)
        }
    }

    /// A slot has ended.
    func slotEnded(_ index: Int) {
        change { state in
            state.slots[index] = nil
            state.refusing[index] = nil
            let effects = follow(.ended(index), in: &state)
            guard state.slots.isEmpty else { return effects }
            defer { state.whenFinished = [] }
            return effects + state.whenFinished.map { waiter -> Effect in { waiter.resume() } }
        }
    }
}

// MARK: What the roster decides

extension Dispatcher {
    private func assign(_ task: ReadTask, to index: Int, in state: inout State) -> [Effect] {
        state.assigned[index] = task.ticket.id
        return follow(.assigned(index), in: &state)
    }

    private func follow(_ event: PoolRoster.Event, in state: inout State) -> [Effect] {
        guard !state.isShutDown else { return [] }
        var effects: [Effect] = []
        for action in state.roster.handle(event) {
            switch action {
            case .add(let index): effects += add(index, to: &state)
            case .retire(let index): effects += state.retire(index)
            }
        }
        return effects + state.refuseIfNoneCanStart()
    }

    /// A slot that cannot be made is tried again when the next document has been read.
    private func add(_ index: Int, to state: inout State) -> [Effect] {
        do throws(PoolError) {
            let slot = try Slot(index: index, configuration)
            state.slots[index] = slot
            return [{ slot.start(self) }]
        } catch {
            _ = state.roster.handle(.ended(index))
            return state.announceStart(.failure(error))
        }
    }
}

extension Dispatcher.State {
    /// Why no document can be read: no slot can start a reader.
    var refusal: PoolError? {
        let staying = roster.staying
        return staying.allSatisfy { refusing[$0] != nil } ? staying.first.flatMap { refusing[$0] } : nil
    }

    var status: PoolStatus {
        let readers = processes.sorted { $0.key < $1.key }.compactMap { index, process in
            roster.members[index].map {
                ReaderStatus(
                    processID: process, documents: $0.documents, isBusy: assigned[index] != nil,
                    isRetiring: $0.isLeaving)
            }
        }
        return PoolStatus(
            size: roster.size, readers: readers, waiting: waiting.count, restarts: roster.restarts,
            recycled: roster.recycled)
    }

    func isStaying(_ index: Int) -> Bool { roster.members[index]?.isLeaving == false }

    mutating func retire(_ index: Int) -> [Dispatcher.Effect] {
        idle.removeAll { $0 == index }
        guard let slot = slots[index] else { return [] }
        return [{ slot.post(.retire) }]
    }

    mutating func announceStart(_ result: Result<ReaderHello, PoolError>) -> [Dispatcher.Effect] {
        guard let waiter = whenStarted else { return [] }
        whenStarted = nil
        return [{ waiter.resume(returning: result) }]
    }

    mutating func refuseIfNoneCanStart() -> [Dispatcher.Effect] {
        refusal.map { refuseWaiting($0) } ?? []
    }

    mutating func refuseWaiting(_ error: PoolError) -> [Dispatcher.Effect] {
        defer { waiting = [] }
        return waiting.map { task in { task.finish(.failure(error)) } }
    }
}
