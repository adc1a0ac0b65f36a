public import Foundation
import Synchronization

extension Process {
    private static let starting = Mutex(())

    /// Starts it as `run()` does, one child of this process at a time.
    ///
    /// Foundation learns of the end of a child from a socket that the child holds, and a child that is started at the same
    /// moment inherits it: then `waitUntilExit()` returns when both have ended, and never where the other is a server that
    /// ends with the tests.
    /// - Throws: what `run()` throws.
    public func start() throws {
        try Self.starting.withLock { _ in try run() }
    }
}
