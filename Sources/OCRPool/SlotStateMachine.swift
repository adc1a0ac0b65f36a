package import OCRWire

/// The life of one slot, its reader and its document, as values: events in, actions out, the time given. What it
/// promises: a reader is killed, reaped and released in that order, and every assigned document gets exactly one
/// `succeed` or `fail`.
///
/// ```
/// waiting -> starting -> idle <-> reading     each of the last three -> (ending ->) dying -> waiting
///                         \-> retiring        each -> closed, after shutDown or retire
/// ```
package struct SlotStateMachine: Sendable {
    package typealias Instant = ContinuousClock.Instant

    /// A document as far as the machine cares.
    package struct Ticket: Sendable, Hashable {
        package var id: UInt64
        package var resultCount: Int
        package var hardLimit: Duration
        package var wantsPictures: Bool

        package init(id: UInt64, resultCount: Int, hardLimit: Duration, wantsPictures: Bool = false) {
            self.id = id
            self.resultCount = resultCount
            self.hardLimit = hardLimit
            self.wantsPictures = wantsPictures
        }
    }

    package enum Event: Sendable {
        case tick
        case assigned(Ticket)
        case cancelled(UInt64)
        case shutDown
        /// End once the document, if there is one, is done with.
        case retire
        /// What `measure` found, in bytes.
        case resident(Int)
        case spawnFailed(String)
        case message(ReaderMessage, bytes: Int)
        case garbled(WireError)
        case channelClosed
        case exited(ExitStatus)
    }

    package enum Action: Sendable, Hashable {
        /// Start a reader.
        case spawn
        /// Send the assigned document to it.
        case send
        /// SIGKILL it.
        case kill
        /// Close its channel, so that it ends by itself.
        case closeChannel
        /// It is reaped: close all that belongs to it.
        case release
        /// It is warm.
        case started(ReaderHello)
        /// It did not become warm; `refuse` documents until one is.
        case startFailed(PoolError.Reason, refuse: Bool)
        /// Look how much memory the reader has resident.
        case measure
        /// Ask for the next document.
        case idle
        /// Keep it for the answer.
        case keep(PagePicture)
        case succeed(UInt64, [ReadResult], ReportedUsage)
        case fail(UInt64, PoolError.Reason)
        /// The slot is closed for good.
        case finished
    }

    package enum State: Sendable, Hashable {
        case waiting(until: Instant)
        case starting(until: Instant)
        case idle
        case reading(until: Instant)
        /// Its channel is closed, so it must be about to be reaped.
        case ending(until: Instant)
        /// Killed for this reason.
        case dying(PoolError.Reason)
        /// Asked to end by itself.
        case retiring(until: Instant)
        case closed
    }

    /// How much of an answer is there.
    struct Progress: Sendable {
        var isAccepted = false
        var results: [ReadResult] = []
        var bytes = 0
    }

    static let retirementLimit = Duration.seconds(2)
    /// How often memory is looked at.
    static let measuringInterval = Duration.milliseconds(100)
    static let endingLimit = Duration.milliseconds(200)
    /// How often a document is sent to readers that die before they accept it.
    static let sendsPerDocument = 2

    package internal(set) var state: State
    let startLimit: Duration
    let restarts: RestartPolicy
    let memoryLimit: Int?
    var nextMeasurement: Instant?
    var ticket: Ticket?
    var sends = 0
    var progress = Progress()
    var isStarting = false
    var failures = 0
    var isShuttingDown = false
    var isLeaving = false
    /// Whether no further reader is needed.
    var isOver: Bool { isShuttingDown || isLeaving && ticket == nil }

    /// A slot whose first reader is due at once.
    package init(startLimit: Duration, restarts: RestartPolicy, memoryLimit: Int? = nil, now: Instant) {
        self.startLimit = startLimit
        self.memoryLimit = memoryLimit
        self.restarts = restarts
        state = .waiting(until: now)
    }

    /// When the next `tick` is due.
    package var deadline: Instant? {
        switch state {
        case .waiting(let until), .starting(let until), .ending(let until), .retiring(let until): until
        case .reading(let until): nextMeasurement.map { min($0, until) } ?? until
        case .idle, .dying, .closed: nil
        }
    }

    /// What follows from an event.
    package mutating func handle(_ event: Event, at now: Instant) -> [Action] {
        guard state != .closed else { return [] }
        switch event {
        case .tick: return tick(now)
        case .assigned(let ticket): return assigned(ticket, now)
        case .cancelled(let id): return cancelled(id)
        case .shutDown: return shutDown(now)
        case .retire: return retire(now)
        case .resident(let bytes): return resident(bytes)
        case .spawnFailed(let sentence): return startFailed(.startFailed(sentence), now)
        case .message(let message, let bytes): return received(message, bytes, now)
        case .garbled(let error): return garbled(error)
        case .channelClosed: return channelClosed(now)
        case .exited(let status): return [.release] + exited(status, now)
        }
    }
}

// MARK: Time and orders

extension SlotStateMachine {
    private mutating func tick(_ now: Instant) -> [Action] {
        guard let deadline, now >= deadline else { return [] }
        switch state {
        case .waiting:
            guard !isOver else { return close() }
            state = .starting(until: now + startLimit)
            isStarting = true
            return [.spawn]
        case .starting:
            return kill(.startFailed("The reader was not ready after \(startLimit); the machine may be overloaded."))
        case .reading(let until):
            guard now < until else { return kill(.timeout(limit: ticket?.hardLimit ?? .zero)) }
            nextMeasurement = now + Self.measuringInterval
            return [.measure]
        case .ending: return kill(.protocolViolation("it closed its channel and ran on"))
        case .retiring: return kill(.shutDown)
        case .idle, .dying, .closed: return []
        }
    }

    private mutating func assigned(_ ticket: Ticket, _ now: Instant) -> [Action] {
        if isShuttingDown { return [.fail(ticket.id, .shutDown)] }
        self.ticket = ticket
        sends = 0
        return state == .idle ? read(now) : []
    }

    private mutating func cancelled(_ id: UInt64) -> [Action] {
        guard ticket?.id == id else { return [] }
        if case .reading = state { return kill(.cancelled) }
        return fail(.cancelled)
    }

    private mutating func shutDown(_ now: Instant) -> [Action] {
        isShuttingDown = true
        switch state {
        case .waiting: return close()
        case .starting, .reading, .ending: return kill(.shutDown)
        case .idle: return letGo(now)
        case .dying, .retiring, .closed: return []
        }
    }

    private mutating func retire(_ now: Instant) -> [Action] {
        isLeaving = true
        guard ticket == nil else { return [] }
        switch state {
        case .waiting: return close()
        case .starting: return kill(.shutDown)
        case .idle: return letGo(now)
        case .reading, .ending, .dying, .retiring, .closed: return []
        }
    }

    private mutating func resident(_ bytes: Int) -> [Action] {
        guard case .reading = state, let memoryLimit, bytes > memoryLimit else { return [] }
        return kill(.memoryLimit(bytes: memoryLimit))
    }

    private mutating func letGo(_ now: Instant) -> [Action] {
        state = .retiring(until: now + Self.retirementLimit)
        return [.closeChannel]
    }

    mutating func close() -> [Action] {
        state = .closed
        return fail(.shutDown) + [.finished]
    }

    mutating func kill(_ reason: PoolError.Reason) -> [Action] {
        state = .dying(reason)
        return [.kill]
    }

    mutating func fail(_ reason: PoolError.Reason) -> [Action] {
        defer { ticket = nil }
        return ticket.map { [.fail($0.id, reason)] } ?? []
    }

    mutating func read(_ now: Instant) -> [Action] {
        guard let ticket else { return isLeaving ? letGo(now) : [.idle] }
        sends += 1
        nextMeasurement = memoryLimit.map { _ in now + Self.measuringInterval }
        progress = Progress()
        state = .reading(until: now + ticket.hardLimit)
        return [.send]
    }
}
