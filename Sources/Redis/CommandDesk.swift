/// Sends requests in their order and brings the answers to their callers; lives on the connection's thread.
final class CommandDesk: LinkUser {
    private struct Flight {
        let request: Request
        let deadline: ContinuousClock.Instant
        var replies: [RedisReply] = []

        /// A wait's time begins when the server hears of it.
        init(_ request: Request) {
            self.request = request
            deadline = request.isBlocking ? .now + request.limit : request.deadline
        }
    }

    private let configuration: RedisConfiguration
    private let inbox: Inbox
    private let server: String
    private var waiting: [Request] = []
    private var flights: [Flight] = []
    private var isUp = false
    private var lastHeard = ContinuousClock.now
    /// Set while a cancelled wait is brought to its end; the link ends with it.
    private var drainDeadline: ContinuousClock.Instant?
    private var lastFailure: RedisError.ConnectFailure

    init(_ configuration: RedisConfiguration, _ inbox: Inbox) {
        self.configuration = configuration
        self.inbox = inbox
        server = configuration.url.address
        lastFailure = RedisError.ConnectFailure(server: server, reason: .noAttemptYet)
    }

    var nextDeadline: ContinuousClock.Instant? {
        let requests = waiting.map(\.deadline) + flights.map(\.deadline)
        return (requests + [drainDeadline, nextCheck].compactMap { $0 }).min()
    }

    /// Only an idle link is checked: a command's own time limit does the same.
    private var nextCheck: ContinuousClock.Instant? {
        isUp && flights.isEmpty ? lastHeard + configuration.healthCheckInterval : nil
    }

    func opened(_ link: Link) {
        isUp = true
        lastHeard = .now
        lastFailure = RedisError.ConnectFailure(server: server, reason: .noAttemptYet)
    }

    func attend(_ link: Link?) throws(RedisError) {
        waiting += inbox.takeAll()
        dropEndedRequests()
        guard let link else { return refuseWhenHopeless() }
        try checkDeadlines()
        try drainCancelledWait(link)
        try sendWaiting(link)
        try checkHealth(link)
    }

    func received(_ reply: RedisReply) throws(RedisError) {
        lastHeard = .now
        guard !flights.isEmpty else { throw .protocolViolation("an answer to nothing") }
        flights[0].replies.append(reply)
        guard flights[0].replies.count == flights[0].request.replies else { return }
        let flight = flights.removeFirst()
        flight.request.finish(.success(flight.replies))
    }

    func lost(_ error: RedisError) -> Bool {
        let wasMeant = drainDeadline != nil
        for flight in flights {
            let isCancelled = flight.request.isBlocking && flight.request.cancellation.isSet
            flight.request.finish(.failure(isCancelled ? .cancelled(wasSent: true) : error.afterSending))
        }
        flights = []
        isUp = false
        drainDeadline = nil
        return wasMeant
    }

    func refused(_ failure: RedisError.ConnectFailure) {
        lastFailure = failure
        refuseWhenHopeless()
    }

    func ended() {
        for flight in flights { flight.request.finish(.failure(.closed(wasSent: true))) }
        for request in waiting + inbox.close() { request.finish(.failure(.closed(wasSent: false))) }
        flights = []
        waiting = []
    }
}

// MARK: Steps

extension CommandDesk {
    /// Requests that were never sent and that nobody waits for any more, or not for longer.
    private func dropEndedRequests() {
        guard !waiting.isEmpty else { return }
        let now = ContinuousClock.now
        waiting.removeAll { request in
            if request.cancellation.isSet {
                request.finish(.failure(.cancelled(wasSent: false)))
                return true
            }
            guard request.deadline <= now else { return false }
            request.finish(.failure(tooLate(request)))
            return true
        }
    }

    private func tooLate(_ request: Request) -> RedisError {
        if case .noAttemptYet = lastFailure.reason {
            return .timedOut(server: server, after: request.limit, wasSent: false)
        }
        return .unavailable(lastFailure)
    }

    /// After a refusal nobody waits: the next attempt is seconds away and will be refused as well.
    private func refuseWhenHopeless() {
        guard lastFailure.isRefusal else { return }
        for request in waiting { request.finish(.failure(.unavailable(lastFailure))) }
        waiting = []
    }

    private func checkDeadlines() throws(RedisError) {
        let now = ContinuousClock.now
        if let late = flights.first(where: { $0.deadline <= now }) {
            throw .timedOut(server: server, after: late.request.limit, wasSent: true)
        }
        if let drainDeadline, drainDeadline <= now { throw .cancelled(wasSent: true) }
    }

    /// The server ends the wait when it sees our end of the stream; what it had already answered is still read.
    private func drainCancelledWait(_ link: Link) throws(RedisError) {
        guard drainDeadline == nil, let flight = flights.first, flight.request.isBlocking,
            flight.request.cancellation.isSet
        else { return }
        drainDeadline = .now + .seconds(1)
        do { try link.finishWriting() } catch { throw error.afterLogin(server: server) }
    }

    private func sendWaiting(_ link: Link) throws(RedisError) {
        guard drainDeadline == nil else { return }
        while let request = waiting.first, flights.last?.request.isBlocking != true {
            try send(request.bytes, link)
            waiting.removeFirst()
            flights.append(Flight(request))
        }
    }

    private func checkHealth(_ link: Link) throws(RedisError) {
        guard drainDeadline == nil, let nextCheck, nextCheck <= .now else { return }
        let ping = Request([RedisCommand("PING")], limit: configuration.healthCheckTimeout) { _ in }
        try send(ping.bytes, link)
        flights.append(Flight(ping))
    }

    private func send(_ bytes: [UInt8], _ link: Link) throws(RedisError) {
        do { try link.enqueue(bytes) } catch { throw error.afterLogin(server: server) }
    }
}

extension RedisError {
    /// As a command sees it that was sent before the link broke.
    fileprivate var afterSending: RedisError {
        switch self {
        case .unavailable(let failure): .connectionLost(server: failure.server, detail: failure.sentence)
        case .timedOut(let server, let limit, _): .timedOut(server: server, after: limit, wasSent: true)
        default: self
        }
    }
}
