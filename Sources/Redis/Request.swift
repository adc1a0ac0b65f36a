internal import Synchronization

/// One or more commands that belong together, on their way to the server and back.
struct Request: Sendable {
    typealias Answer = Result<[RedisReply], RedisError>

    /// What is sent.
    let bytes: [UInt8]
    /// How many answers come.
    let replies: Int
    /// When the caller gives up.
    let deadline: ContinuousClock.Instant
    /// How long that was, for the sentence.
    let limit: Duration
    /// Whether the server may let it wait, so that nothing else can be sent meanwhile.
    let isBlocking: Bool
    /// Set by the caller's task.
    let cancellation: Cancellation
    /// Called once.
    let finish: @Sendable (Answer) -> Void

    init(
        _ commands: [RedisCommand], limit: Duration, isBlocking: Bool = false,
        cancellation: Cancellation = Cancellation(), finish: @escaping @Sendable (Answer) -> Void
    ) {
        var bytes: [UInt8] = []
        for command in commands { command.append(to: &bytes) }
        self.bytes = bytes
        replies = commands.count
        deadline = .now + limit
        self.limit = limit
        self.isBlocking = isBlocking
        self.cancellation = cancellation
        self.finish = finish
    }
}

/// Whether the caller's task has been cancelled.
final class Cancellation: Sendable {
    private let flag = Atomic<Bool>(false)

    var isSet: Bool { flag.load(ordering: .acquiring) }

    func set() { flag.store(true, ordering: .releasing) }
}

/// Where callers leave their requests for the thread.
final class Inbox: Sendable {
    private struct State {
        var requests: [Request] = []
        var isClosed = false
    }

    private let state = Mutex(State())

    /// Refuses once closed.
    func put(_ request: Request) {
        let isTaken = state.withLock { state in
            if !state.isClosed { state.requests.append(request) }
            return !state.isClosed
        }
        if !isTaken { request.finish(.failure(.closed(wasSent: false))) }
    }

    func takeAll() -> [Request] {
        state.withLock { state in
            defer { state.requests = [] }
            return state.requests
        }
    }

    /// The last ones.
    func close() -> [Request] {
        state.withLock { $0.isClosed = true }
        return takeAll()
    }
}
