internal import Glibc

/// How the thread of a connection waits: for its socket, for its owner, for time. The owner's wishes are attended to
/// whatever the thread waits for.
struct Waiter {
    typealias Instant = ContinuousClock.Instant

    let wakeup: Wakeup
    /// Throws when the owner wants an end.
    let attend: () throws(RedisError) -> Void
    /// When `attend` must be called again even if nobody wakes the thread.
    let nextDeadline: () -> Instant?

    /// Returns true when the descriptor is ready, false at the deadline.
    func wait(for descriptor: Int32, _ events: Int32, until deadline: Instant) throws(RedisError) -> Bool {
        while true {
            try attend()
            if try pollOnce(descriptor, events, until: deadline) { return true }
            if ContinuousClock.now >= deadline { return false }
        }
    }

    /// The same, for those who connect.
    func isReady(_ descriptor: Int32, _ events: Int32, until deadline: Instant) throws(LinkFailure) -> Bool {
        do { return try wait(for: descriptor, events, until: deadline) } catch { throw .interrupted(error) }
    }

    /// Waits for time alone.
    func sleep(until deadline: Instant) throws(RedisError) {
        _ = try wait(for: -1, 0, until: deadline)
    }

    /// One turn: true when the descriptor is ready, false when woken or when any deadline has come.
    func pollOnce(_ descriptor: Int32, _ events: Int32, until deadline: Instant) throws(RedisError) -> Bool {
        var entries = [
            pollfd(fd: descriptor, events: Int16(events), revents: 0),
            pollfd(fd: wakeup.descriptor, events: Int16(POLLIN), revents: 0),
        ]
        let end = min(deadline, nextDeadline() ?? deadline)
        let result = poll(&entries, 2, milliseconds(until: end))
        guard result >= 0 || errno == EINTR else { throw .systemFailure("poll failed: \(kernelWords(errno)).") }
        guard result > 0 else { return false }
        if entries[1].revents != 0 { wakeup.clear() }
        return entries[0].revents != 0
    }

    /// Rounded up, so that a wait never ends just before its deadline and then spins.
    private func milliseconds(until deadline: Instant) -> Int32 {
        let left = (deadline - ContinuousClock.now) / .milliseconds(1)
        return Int32(max(0, min(left.rounded(.up), 60_000)))
    }
}
