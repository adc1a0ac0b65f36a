/// A connection to one Redis server, made anew whenever it breaks. It has a thread of its own; many tasks may use it at
/// once, their commands go out in one stream. A command that finds no connection waits for one within its time limit.
///
/// Cancellation: a command that has not been sent is taken back. One that has been sent is short, so its answer is
/// awaited and returned: what a script has claimed is never lost to its caller. `blocking` is the exception.
public final class RedisConnection: Sendable {
    /// How it behaves.
    public let configuration: RedisConfiguration
    private let lifeline: Lifeline
    private let inbox = Inbox()

    /// Starts to connect at once and does not wait for it; `ping` does.
    ///
    /// `onEvent` is called from the connection's thread and must not block.
    /// Throws `systemFailure` when the kernel gives no thread.
    public init(
        _ configuration: RedisConfiguration, onEvent: @escaping @Sendable (RedisConnectionEvent) -> Void = { _ in }
    ) throws(RedisError) {
        self.configuration = configuration
        let lifeline = try Lifeline()
        let inbox = inbox
        self.lifeline = lifeline
        try lifeline.start {
            LinkDriver(configuration, lifeline, CommandDesk(configuration, inbox), onEvent: onEvent).run()
        }
    }

    deinit { lifeline.close() }

    /// Ends the connection; commands without an answer throw `closed`. Returns when the thread has ended: at
    /// once, unless it waits for the resolver of host names.
    public func close() async {
        lifeline.close()
        await lifeline.ended()
    }
}

// MARK: Commands

extension RedisConnection {
    /// Runs one command; a refusal by the server is thrown.
    public func command(
        _ name: String, _ arguments: any RedisArgument..., timeout: Duration? = nil
    ) async throws(RedisError) -> RedisReply {
        try await send(RedisCommand(name, arguments), timeout: timeout)
    }

    /// Runs one command; a refusal by the server is thrown.
    public func send(_ command: RedisCommand, timeout: Duration? = nil) async throws(RedisError) -> RedisReply {
        try await pipeline([command], timeout: timeout).single()
    }

    /// Runs commands in one round trip, not atomically. Refusals stand in the list as `error`.
    public func pipeline(
        _ commands: [RedisCommand], timeout: Duration? = nil
    ) async throws(RedisError) -> [RedisReply] {
        try check(commands)
        return try await submit(commands, limit: timeout ?? configuration.commandTimeout)
    }

    /// Runs commands in one MULTI/EXEC: all or none, in one round trip. A command that fails while running stands in
    /// the list as `error`, the others have run. When the server refuses one beforehand nothing is run and its refusal
    /// is thrown.
    public func transaction(
        _ commands: [RedisCommand], timeout: Duration? = nil
    ) async throws(RedisError) -> [RedisReply] {
        guard !commands.isEmpty else { return [] }
        try check(commands)
        let all = [RedisCommand("MULTI")] + commands + [RedisCommand("EXEC")]
        let replies = try await submit(all, limit: timeout ?? configuration.commandTimeout)
        if let refusal = replies.dropLast().lazy.compactMap(\.error).first { throw .reply(refusal) }
        switch replies.last {
        case .array(let results): return results
        case .error(let refusal): throw .reply(refusal)
        default: throw .protocolViolation("EXEC answered neither a list nor an error")
        }
    }

    /// Runs a script by its hash, and sends the script itself when the server does not know it.
    public func evaluate(
        _ script: RedisScript, keys: [any RedisArgument], arguments: [any RedisArgument] = [], timeout: Duration? = nil
    ) async throws(RedisError) -> RedisReply {
        do throws(RedisError) {
            return try await send(script.cachedCommand(keys: keys, arguments: arguments), timeout: timeout)
        } catch {
            guard case .reply(let refusal) = error, refusal.kind == .noScript else { throw error }
            return try await send(script.command(keys: keys, arguments: arguments), timeout: timeout)
        }
    }

    /// Sends a command ahead of whatever is sent next, and does not wait for its answer: it is lost with the connection,
    /// and a refusal is heard by nobody.
    public func post(_ command: RedisCommand) {
        guard command.objection == nil else { return }
        inbox.put(Request([command], limit: configuration.commandTimeout) { _ in })
        lifeline.wakeup.signal()
    }

    /// Waits for a connection and for the server's answer on it.
    public func ping(timeout: Duration? = nil) async throws(RedisError) {
        _ = try await command("PING", timeout: timeout)
    }

    private func check(_ commands: [RedisCommand]) throws(RedisError) {
        for command in commands {
            if let why = command.objection { throw .unsafeCommand(name: command.name, why: why) }
        }
    }
}

// MARK: Waiting

extension RedisConnection {
    /// Runs a command that waits on the server, for example BLMOVE, with that wait's length; nothing else is sent over
    /// this connection meanwhile, so give such commands a connection of their own. Keep waits below 20 s: a server that
    /// has stopped is noticed only `healthCheckTimeout` after the wait should have ended.
    ///
    /// Cancelling ends the wait at once: the connection is closed in order, an answer that was already on its way is
    /// returned, and a new connection is made. Safe are commands whose effect can be seen on the server, as an
    /// element's move to another list; BLPOP and its like are refused, because their answer can be lost.
    public func blocking(_ command: RedisCommand, upTo wait: Duration) async throws(RedisError) -> RedisReply {
        if let why = command.blockingObjection { throw .unsafeCommand(name: command.name, why: why) }
        let limit = wait + configuration.healthCheckTimeout
        return try await submit([command], limit: limit, isBlocking: true).single()
    }

    /// Waits until a list has an element and leaves it there: true when it has one, false after the wait. Others may
    /// take it before the caller does.
    public func waitForElement(ofList key: any RedisArgument, upTo wait: Duration) async throws(RedisError) -> Bool {
        let move = RedisCommand("BLMOVE", key, key, "RIGHT", "RIGHT", wait / .seconds(1))
        return try await !blocking(move, upTo: wait).isNull
    }

    private func submit(
        _ commands: [RedisCommand], limit: Duration, isBlocking: Bool = false
    ) async throws(RedisError) -> [RedisReply] {
        guard !commands.isEmpty else { return [] }
        if Task.isCancelled { throw .cancelled(wasSent: false) }
        let cancellation = Cancellation()
        let answer = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                inbox.put(
                    Request(commands, limit: limit, isBlocking: isBlocking, cancellation: cancellation) {
                        continuation.resume(returning: $0)
                    })
                lifeline.wakeup.signal()
            }
        } onCancel: {
            cancellation.set()
            lifeline.wakeup.signal()
        }
        return try answer.get()
    }
}

extension [RedisReply] {
    /// The one answer of one command.
    fileprivate func single() throws(RedisError) -> RedisReply {
        guard let reply = first else { throw .protocolViolation("no answer") }
        if case .error(let refusal) = reply { throw .reply(refusal) }
        return reply
    }
}
