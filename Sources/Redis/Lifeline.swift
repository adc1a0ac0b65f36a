internal import Glibc
internal import Synchronization

/// What a connection's owner and its thread share: the wish to end, and the end.
final class Lifeline: Sendable {
    private struct State {
        var isClosed = false
        var hasEnded = false
        var waiters: [CheckedContinuation<Void, Never>] = []
    }

    let wakeup: Wakeup
    private let state = Mutex(State())

    init() throws(RedisError) { wakeup = try Wakeup() }

    var isClosed: Bool { state.withLock { $0.isClosed } }

    /// Asks the thread to end.
    func close() {
        state.withLock { $0.isClosed = true }
        wakeup.signal()
    }

    /// Returns when the thread has ended.
    func ended() async {
        await withCheckedContinuation { continuation in
            let isOver = state.withLock { state in
                if !state.hasEnded { state.waiters.append(continuation) }
                return state.hasEnded
            }
            if isOver { continuation.resume() }
        }
    }

    /// Runs the body on a thread of its own, which ends with it.
    func start(_ body: @escaping @Sendable () -> Void) throws(RedisError) {
        let runner = Unmanaged.passRetained(ThreadBody(lifeline: self, body: body))
        var thread = pthread_t()
        let result = pthread_create(
            &thread, nil,
            { argument in
                guard let argument else { return nil }
                Unmanaged<ThreadBody>.fromOpaque(argument).takeRetainedValue().run()
                return nil
            }, runner.toOpaque())
        guard result == 0 else {
            runner.release()
            throw .systemFailure("No thread for a Redis connection: \(kernelWords(result)).")
        }
        pthread_detach(thread)
    }

    fileprivate func end() {
        let waiters = state.withLock { state in
            state.hasEnded = true
            defer { state.waiters = [] }
            return state.waiters
        }
        for waiter in waiters { waiter.resume() }
    }
}

/// What a thread is given.
final class ThreadBody {
    private let lifeline: Lifeline
    private let body: @Sendable () -> Void

    init(lifeline: Lifeline, body: @escaping @Sendable () -> Void) {
        self.lifeline = lifeline
        self.body = body
    }

    func run() {
        body()
        lifeline.end()
    }
}
