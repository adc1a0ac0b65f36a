internal import Dispatch
internal import Glibc
internal import Synchronization

/// A few threads of their own for what blocks. A thread starts when there is work for it and stays.
final class TransferThreads: Sendable {
    private let queue: TransferQueue

    init(count: Int) {
        queue = TransferQueue(limit: count)
    }

    deinit { queue.close() }

    /// Sends a request on one of the threads.
    /// - Parameter verify: says what is wrong with the answer; may take its time, it runs on that thread too.
    func perform(
        _ request: HTTPRequest,
        verify: @escaping @Sendable (HTTPResponse) -> TransferFailure? = { _ in nil }
    ) async -> Result<HTTPResponse, TransferFailure> {
        let cancellation = CancellationFlag()
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                queue.add { handle in
                    let result =
                        handle?.perform(request, cancellation) ?? .failure(.broken("no thread for it"))
                    continuation.resume(
                        returning: result.flatMap { verify($0).map { .failure($0) } ?? .success($0) })
                }
            }
        } onCancel: {
            cancellation.set()
        }
    }
}

/// Work that waits for a thread.
private final class TransferQueue: Sendable {
    /// Called once: with the thread's handle, or with nil when there will be none.
    typealias Work = @Sendable (CurlHandle?) -> Void

    private struct State {
        var waiting: [Work] = []
        var threads = 0
        var idle = 0
        var isClosed = false
    }

    private let state = Mutex(State())
    private let available = DispatchSemaphore(value: 0)
    private let limit: Int

    init(limit: Int) {
        self.limit = max(1, limit)
    }

    func add(_ work: @escaping Work) {
        let (isAccepted, wantsThread) = state.withLock { state in
            if state.isClosed { return (false, false) }
            state.waiting.append(work)
            let wantsThread = state.idle < state.waiting.count && state.threads < limit
            if wantsThread { state.threads += 1 }
            return (true, wantsThread)
        }
        guard isAccepted else { return work(nil) }
        available.signal()
        if wantsThread, !startThread() { threadDidNotStart() }
    }

    func close() {
        let threads = state.withLock { state in
            state.isClosed = true
            return state.threads
        }
        for _ in 0..<threads { available.signal() }
    }

    private func startThread() -> Bool {
        var thread = pthread_t()
        let queue = Unmanaged.passRetained(self)
        let code = pthread_create(
            &thread, nil,
            { argument in
                if let argument {
                    Unmanaged<TransferQueue>.fromOpaque(argument).takeRetainedValue().serve()
                }
                return nil
            }, queue.toOpaque())
        guard code == 0 else {
            queue.release()
            return false
        }
        pthread_detach(thread)
        return true
    }

    /// Without any thread the work would wait for ever.
    private func threadDidNotStart() {
        let abandoned = state.withLock { state -> [Work] in
            state.threads -= 1
            guard state.threads == 0 else { return [] }
            defer { state.waiting = [] }
            return state.waiting
        }
        for work in abandoned { work(nil) }
    }

    private func serve() {
        let handle = CurlHandle()
        while let work = next() { work(handle) }
    }

    private func next() -> Work? {
        while true {
            state.withLock { $0.idle += 1 }
            available.wait()
            let (work, isOver) = state.withLock { state -> (Work?, Bool) in
                state.idle -= 1
                if !state.waiting.isEmpty { return (state.waiting.removeFirst(), false) }
                return (nil, state.isClosed)
            }
            if work != nil || isOver { return work }
        }
    }
}
