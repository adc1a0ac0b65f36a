/// Who uses a link: commands, or a subscription. All calls come from the link's thread.
protocol LinkUser: AnyObject {
    /// When `attend` must be called even if nothing happens.
    var nextDeadline: ContinuousClock.Instant? { get }
    /// Does what is due; without a link, while there is none. Throws to give the link up.
    func attend(_ link: Link?) throws(RedisError)
    /// A new link is up.
    func opened(_ link: Link) throws(RedisError)
    /// The server has answered.
    func received(_ reply: RedisReply) throws(RedisError)
    /// The link is gone. Returns whether that was meant to be, and is nobody's concern.
    func lost(_ error: RedisError) -> Bool
    /// An attempt to connect has failed.
    func refused(_ failure: RedisError.ConnectFailure)
    /// The owner has closed: nothing follows.
    func ended()
}

/// Keeps a link up for its user until the owner closes.
final class LinkDriver {
    private let configuration: RedisConfiguration
    private let lifeline: Lifeline
    private let user: any LinkUser
    private let waiter: Waiter
    private let onEvent: @Sendable (RedisConnectionEvent) -> Void
    private let server: String
    private var failures = 0
    private var isQuiet = false

    init(
        _ configuration: RedisConfiguration, _ lifeline: Lifeline, _ user: any LinkUser,
        onEvent: @escaping @Sendable (RedisConnectionEvent) -> Void
    ) {
        self.configuration = configuration
        self.lifeline = lifeline
        self.user = user
        self.onEvent = onEvent
        server = configuration.url.address
        waiter = Waiter(
            wakeup: lifeline.wakeup,
            attend: { () throws(RedisError) in
                if lifeline.isClosed { throw .closed(wasSent: false) }
                try user.attend(nil)
            },
            nextDeadline: { user.nextDeadline })
    }

    /// Returns when the owner has closed.
    func run() {
        while !lifeline.isClosed {
            guard let link = connect() else { continue }
            let start = ContinuousClock.now
            let error = serve(link)
            if lifeline.isClosed { break }
            isQuiet = user.lost(error)
            if isQuiet { continue }
            onEvent(.lost(error))
            if ContinuousClock.now - start >= configuration.backoff.stableAfter { failures = 0 }
            failures += 1
            sleep(delay(isRefusal: !error.isTransient))
        }
        user.ended()
    }

    private func connect() -> Link? {
        do throws(LinkFailure) {
            let link = try Login(configuration, waiter).run()
            if !isQuiet { onEvent(.connected(server: server)) }
            return link
        } catch {
            guard let reason = error.reason else { return nil }
            failures += 1
            isQuiet = false
            let failure = RedisError.ConnectFailure(server: server, reason: reason)
            let delay = delay(isRefusal: failure.isRefusal)
            user.refused(failure)
            onEvent(.retrying(failure, after: delay))
            sleep(delay)
            return nil
        }
    }

    /// Moves bytes until the link breaks or is given up; says why.
    private func serve(_ link: Link) -> RedisError {
        do throws(LinkFailure) {
            try interruptible { () throws(RedisError) in try user.opened(link) }
            while !lifeline.isClosed {
                try interruptible { () throws(RedisError) in try user.attend(link) }
                try link.flush()
                try exchange(link)
            }
            return .closed(wasSent: true)
        } catch {
            return error.afterLogin(server: server)
        }
    }

    private func exchange(_ link: Link) throws(LinkFailure) {
        let limit = ContinuousClock.now + .seconds(60)
        var isReady = false
        try interruptible { () throws(RedisError) in
            isReady = try waiter.pollOnce(link.descriptor, link.events, until: limit)
        }
        guard isReady else { return }
        try link.receive()
        while let reply = try link.nextReply() {
            try interruptible { () throws(RedisError) in try user.received(reply) }
        }
    }

    private func interruptible(_ body: () throws(RedisError) -> Void) throws(LinkFailure) {
        do { try body() } catch { throw .interrupted(error) }
    }

    private func delay(isRefusal: Bool) -> Duration {
        configuration.backoff.delay(failures: failures, isRefusal: isRefusal, jitter: .random(in: 0...1))
    }

    /// Ends early when the owner closes.
    private func sleep(_ delay: Duration) {
        try? waiter.sleep(until: .now + delay)
    }
}

extension LinkFailure {
    /// Why an attempt failed, nil when it was only interrupted by the owner.
    fileprivate var reason: RedisError.ConnectFailure.Reason? {
        switch self {
        case .because(let reason): reason
        case .interrupted(.closed): nil
        case .interrupted(let error): .unusable(error.sentence)
        }
    }
}
