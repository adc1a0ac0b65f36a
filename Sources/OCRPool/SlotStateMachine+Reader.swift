internal import OCRWire
internal import Recognition

// What a reader says, and how it ends.
extension SlotStateMachine {
    mutating func received(_ message: ReaderMessage, _ bytes: Int, _ now: Instant) -> [Action] {
        switch (state, message) {
        case (.starting, .hello(let hello)):
            state = .idle
            isStarting = false
            return [.started(hello)] + read(now)
        case (.starting, .startFailure(let sentence)): return kill(.startFailed(sentence))
        case (.reading, _): return answered(message, bytes, now)
        case (.ending, _), (.dying, _), (.retiring, _), (.waiting, _), (.closed, _): return []
        case (.starting, _), (.idle, _): return kill(.protocolViolation("a message out of turn"))
        }
    }

    private mutating func answered(_ message: ReaderMessage, _ bytes: Int, _ now: Instant) -> [Action] {
        progress.bytes += bytes
        guard progress.bytes <= Wire.maximumAnswerBytes else { return kill(.protocolViolation("an endless answer")) }
        switch message {
        case .accepted(ticket?.id) where !progress.isAccepted:
            progress.isAccepted = true
            failures = 0
            return []
        case .picture(ticket?.id, let picture)
        where progress.isAccepted && progress.results.isEmpty && ticket?.wantsPictures == true:
            return [.keep(picture)]
        case .result(ticket?.id, progress.results.count, let result)
        where progress.isAccepted && progress.results.count < ticket?.resultCount ?? 0:
            progress.results.append(result)
            return []
        case .end(ticket?.id, let usage)
        where progress.isAccepted && progress.results.count == ticket?.resultCount:
            return succeed(usage, now)
        default: return kill(.protocolViolation("a message that does not answer the request"))
        }
    }

    private mutating func succeed(_ usage: ReportedUsage, _ now: Instant) -> [Action] {
        let results = progress.results
        let finished = ticket.map { [Action.succeed($0.id, results, usage)] } ?? []
        ticket = nil
        // What the libraries left behind when memory ran out stays, and the next document would have to do with the rest.
        if results.contains(.failure(.outOfMemory)) { return finished + kill(.outOfMemory) }
        progress = Progress()
        state = .idle
        return finished + read(now)
    }

    mutating func garbled(_ error: WireError) -> [Action] {
        switch (state, error) {
        case (.starting, .incompatible): kill(.incompatible(error.sentence))
        case (.starting, _), (.idle, _), (.reading, _): kill(.protocolViolation(error.sentence))
        case (.ending, _), (.dying, _), (.retiring, _), (.waiting, _), (.closed, _): []
        }
    }

    /// The kernel closes a dying reader's channel shortly before it reports its death, which says more.
    mutating func channelClosed(_ now: Instant) -> [Action] {
        switch state {
        case .starting, .idle, .reading: state = .ending(until: now + Self.endingLimit)
        case .ending, .dying, .retiring, .waiting, .closed: break
        }
        return []
    }

    mutating func exited(_ status: ExitStatus, _ now: Instant) -> [Action] {
        let verdict = verdict(status)
        let failedStart = isStarting
        isStarting = false
        if isShuttingDown {
            state = .closed
            return fail(verdict == .cancelled ? .cancelled : .shutDown) + [.finished]
        }
        if failedStart { return startFailed(asStartFailure(verdict, status), now) }
        return progress.isAccepted || verdict == .cancelled
            ? replaced(verdict, now) : diedUnaccepted(verdict, now)
    }

    private func verdict(_ status: ExitStatus) -> PoolError.Reason {
        if case .dying(let reason) = state { reason } else { status.reason }
    }

    /// The document fails for this reason and a new reader starts at once.
    private mutating func replaced(_ reason: PoolError.Reason, _ now: Instant) -> [Action] {
        progress = Progress()
        let failed = fail(reason)
        return failed + restart(after: .zero, now)
    }

    /// The reader died with no document, or before it took one: that is its own fault. The document is sent once more.
    private mutating func diedUnaccepted(_ reason: PoolError.Reason, _ now: Instant) -> [Action] {
        failures += 1
        let isRetried: Bool =
            switch reason {
            case .crashed, .exited, .outOfMemory: sends < Self.sendsPerDocument
            default: false
            }
        let failed = isRetried || sends == 0 ? [] : fail(reason)
        return failed + restart(after: restarts.delay(afterFailures: failures), now)
    }

    mutating func startFailed(_ reason: PoolError.Reason, _ now: Instant) -> [Action] {
        isStarting = false
        guard !isOver else { return close() }
        failures += 1
        let refuse = failures >= restarts.failuresUntilRefusal
        let failed = refuse ? fail(reason) : []
        return [.startFailed(reason, refuse: refuse)] + failed
            + restart(after: restarts.delay(afterFailures: failures), now)
    }

    private func asStartFailure(_ verdict: PoolError.Reason, _ status: ExitStatus) -> PoolError.Reason {
        switch verdict {
        case .startFailed, .incompatible: verdict
        case .protocolViolation(let what):
            .startFailed("The program is no reader of ours, or a broken one (\(what)); check which one is started.")
        default: .startFailed("The reader \(status.phrase) while it started; run it by hand to see why.")
        }
    }

    private mutating func restart(after delay: Duration, _ now: Instant) -> [Action] {
        guard !isOver else { return close() }
        state = .waiting(until: now + delay)
        return delay == .zero ? handle(.tick, at: now) : []
    }
}
