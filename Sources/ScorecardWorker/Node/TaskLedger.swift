package import CeleryQueue

/// What a task returns.
package typealias TaskValue = JSON

/// A task that runs.
package struct RunningTask: Sendable {
    package let delivery: Delivery
    /// Seconds since 1970.
    package let started: Double
    package let stop: StopSwitch
    /// The process that works on it: the worker while it fetches the file, then the reader.
    package var process: Int
}

/// Which tasks the worker has and what may become of them. No clock, no queue, no process: what happens is told, what
/// follows is answered.
package struct TaskLedger: Sendable {
    /// What is done with a claimed task.
    package enum Intake: Sendable, Hashable {
        /// It waits for a slot.
        case reserved
        /// It waits for its time; `evicted` has no room any more and goes back to its queue.
        case scheduled(evicted: Delivery?)
        /// It is not run.
        case discarded(RevocationReason)
        /// Nobody can run it.
        case buried(MessageError)
    }

    let registered: Set<String>
    let defaultLimits: TimeLimits
    /// Tasks that may run at a time.
    package var slots: Int
    /// Whether something that every task needs is away.
    package var isBlocked = false
    private(set) var running: [RunningTask] = []
    package private(set) var reserved: [Delivery] = []
    package private(set) var waiting: WaitingTasks
    package private(set) var totals: [(name: String, count: Int)] = []
    private(set) var revoked = RevokedTasks()
    private(set) var revokedStamps: [ControlCommand.Stamp] = []
    private var bucket: TokenBucket?
    private var limits: TimeLimits?
    /// Claims that are on their way out without having run.
    private var leaving: Set<String> = []

    package init(registered: Set<String>, limits: TimeLimits, slots: Int, waitingCapacity: Int = 10_000) {
        self.registered = registered
        defaultLimits = limits
        self.slots = slots
        waiting = WaitingTasks(capacity: waitingCapacity)
    }

    /// Claims that count against the prefetch limit; tasks that wait for their time do not.
    package var held: Int { running.count + reserved.count + leaving.count }

    /// Tasks that are there to be run now.
    package var wanted: Int { running.count + reserved.count }

    /// Tasks begun since the start.
    var begun: Int { totals.reduce(0) { $0 + $1.count } }

    /// What the `rate_limit` command says.
    var rate: RateLimit? { bucket?.limit }

    /// What the `time_limit` command or the settings say.
    package var effectiveLimits: TimeLimits { limits ?? defaultLimits }
}

// MARK: Tasks come and go

extension TaskLedger {
    /// Takes in a claimed task.
    ///
    /// - Parameters:
    ///   - now: seconds since 1970.
    ///   - time: seconds of the steady clock that revocations are counted in.
    package mutating func receive(_ delivery: Delivery, now: Double, time: Double) -> Intake {
        let task = delivery.task
        guard registered.contains(task.type) else { return leave(delivery, .buried(.unknownTask(task.type))) }
        let deliveries = task.envelope.redeliveries + 1
        if deliveries > UploadTask.mostDeliveries {
            return leave(delivery, .buried(.redeliveredTooOften(deliveries - 1)))
        }
        if let reason = reasonNotToRun(task, now: now, time: time) { return leave(delivery, .discarded(reason)) }
        if let eta = task.eta, eta.epoch > now {
            let evicted = waiting.insert(delivery)
            if let evicted { leaving.insert(evicted.claim.name) }
            return .scheduled(evicted: evicted)
        }
        reserved.append(delivery)
        return .reserved
    }

    /// Brings tasks whose time has come to the front of those that wait for a slot.
    package mutating func wake(now: Double) {
        reserved.insert(contentsOf: waiting.takeDue(now: now), at: 0)
    }

    /// The next task to run, if there is a slot, a token and a task that does not run already under the same id.
    package mutating func start(now: Double, time: Double, process: Int) -> RunningTask? {
        guard !isBlocked, running.count < slots else { return nil }
        let ids = Set(running.map(\.delivery.task.id))
        guard let index = reserved.firstIndex(where: { !ids.contains($0.task.id) }) else { return nil }
        guard bucket?.take(now: time) ?? true else { return nil }
        let task = RunningTask(
            delivery: reserved.remove(at: index), started: now, stop: StopSwitch(), process: process)
        running.append(task)
        count(task.delivery.task.type)
        return task
    }

    /// Seconds until something may happen by itself: a task's time, or a token.
    package mutating func rest(now: Double, time: Double) -> Double? {
        let due = waiting.nextDue.map { $0 - now }
        let token = reserved.isEmpty ? nil : bucket?.wait(now: time)
        return [due, token].compactMap(\.self).min().map { max(0, $0) }
    }

    /// Forgets a claim that has been ended or given back.
    package mutating func remove(_ name: String) {
        running.removeAll { $0.delivery.claim.name == name }
        leaving.remove(name)
    }

    /// Forgets tasks that do not run yet and whose claims somebody else has by now; gives them.
    package mutating func dropLost(_ names: Set<String>) -> [Delivery] {
        let lost = reserved.filter { names.contains($0.claim.name) }
        reserved.removeAll { names.contains($0.claim.name) }
        return lost + waiting.take { names.contains($0.claim.name) }
    }

    /// Notes which process works on a task.
    mutating func setProcess(_ process: Int, of name: String) {
        guard let index = running.firstIndex(where: { $0.delivery.claim.name == name }) else { return }
        running[index].process = process
    }

    /// Takes out all that does not run, those next in line first.
    package mutating func takeIdle() -> [Delivery] {
        defer {
            reserved = []
            waiting = WaitingTasks(capacity: waiting.capacity)
        }
        return reserved + waiting.sorted
    }

    /// Why a task is not run, or not any more.
    func reasonNotToRun(_ task: TaskMessage, now: Double, time: Double) -> RevocationReason? {
        if let expires = task.expires, expires.epoch < now { return .expired }
        let isRevoked =
            revoked.contains(task.id, now: time) || revokedStamps.contains { !$0.matches(in: task).isEmpty }
        return isRevoked ? .revoked : nil
    }

    private mutating func leave(_ delivery: Delivery, _ intake: Intake) -> Intake {
        leaving.insert(delivery.claim.name)
        return intake
    }

    private mutating func count(_ type: String) {
        guard let index = totals.firstIndex(where: { $0.name == type }) else { return totals.append((type, 1)) }
        totals[index].count += 1
    }
}

// MARK: What operators change

extension TaskLedger {
    /// Most stamps that are remembered; the oldest go first.
    private static let mostStamps = 1000

    package mutating func revoke(_ ids: some Sequence<String>, time: Double) {
        for id in ids { revoked.insert(id, at: time) }
    }

    mutating func revoke(_ stamps: [ControlCommand.Stamp]) {
        revokedStamps += stamps
        revokedStamps.removeFirst(max(0, revokedStamps.count - Self.mostStamps))
    }

    package mutating func setRate(_ rate: RateLimit?, time: Double) {
        bucket = rate.map { TokenBucket($0, now: time) }
    }

    /// Both nil: what the settings say counts again.
    package mutating func setLimits(_ limits: TimeLimits) {
        self.limits = limits == TimeLimits() ? nil : limits
    }
}
