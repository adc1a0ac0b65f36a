/// The value of a piece of work, or nil when it takes longer.
///
/// The work is no child task: a thread that waits for the resolver of host names or for a stopped server cannot be
/// cancelled, and a child would be waited for. What is late is left behind; the program ends soon after.
func within<Value: Sendable>(
    _ limit: Duration, _ body: @escaping @Sendable () async -> Value
) async -> Value? {
    let (answers, continuation) = AsyncStream.makeStream(of: Value?.self, bufferingPolicy: .bufferingOldest(1))
    let work = Task { continuation.yield(await body()) }
    let clock = Task {
        try? await Task.sleep(for: limit)
        continuation.yield(nil)
    }
    defer {
        work.cancel()
        clock.cancel()
    }
    for await answer in answers { return answer }
    return nil
}
