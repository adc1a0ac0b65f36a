internal import Synchronization

/// Stops one running task from outside: the first reason counts.
package final class StopSwitch: Sendable {
    private let reason = Mutex<Interruption?>(nil)
    private let signal = Signal()

    /// Why it was stopped, if it was.
    var why: Interruption? { reason.withLock { $0 } }

    /// Stops the task.
    func stop(_ why: Interruption) {
        reason.withLock { if $0 == nil { $0 = why } }
        signal.ring()
    }

    /// Runs the body and cancels it when the switch is thrown. What the body had finished by then counts.
    func stopping(
        _ body: @escaping @Sendable () async -> Result<TaskValue, UploadFault>
    ) async -> Result<TaskValue, UploadFault> {
        let result = await withTaskGroup { group in
            group.addTask { Optional(await body()) }
            group.addTask {
                await self.waitForStop()
                return nil
            }
            defer { group.cancelAll() }
            while let next = await group.next() {
                guard let result = next else {
                    group.cancelAll()
                    continue
                }
                return result
            }
            return .failure(.interrupted(.coldShutdown))
        }
        guard case .failure = result, let why else { return result }
        return .failure(.interrupted(why))
    }

    private func waitForStop() async {
        while why == nil, !Task.isCancelled { await signal.wait() }
    }
}
