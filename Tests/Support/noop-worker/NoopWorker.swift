import CeleryQueue
import Foundation
import Redis

/// A worker whose tasks do next to nothing: for interop tests and the cost of the queue alone.
///
///     noop-worker URL [--node NAME] [--slots N] [--prefetch N] [--events] [QUEUE ...]
///
/// By its name a task returns its arguments (`noop`), fails (`noop.fail`), retries twice (`noop.retry`) or sleeps for its
/// first argument's seconds (`noop.sleep`). Ends on SIGTERM: running tasks end, the rest goes back.
@main struct NoopWorker {
    static func main() async throws {
        let options = Options(CommandLine.arguments)
        signal(SIGTERM, SIG_IGN)
        let source = DispatchSource.makeSignalSource(signal: SIGTERM)
        let worker = try Worker(options)
        let running = Task { try await worker.run() }
        source.setEventHandler { running.cancel() }
        source.resume()
        try await running.value
    }
}

/// The command line.
struct Options {
    var url = "redis://localhost/0"
    var node = "worker1@vm"
    var slots = 2
    /// Messages claimed for each slot, the running one included: Celery's prefetch multiplier.
    var prefetch = 1
    var sendsEvents = false
    var queues: [String] = []

    init(_ arguments: [String]) {
        var rest = arguments.dropFirst()
        url = rest.popFirst() ?? url
        while let argument = rest.popFirst() {
            switch argument {
            case "--node": node = rest.popFirst() ?? node
            case "--slots": slots = rest.popFirst().flatMap(Int.init) ?? slots
            case "--prefetch": prefetch = rest.popFirst().flatMap(Int.init) ?? prefetch
            case "--events": sendsEvents = true
            default: queues.append(argument)
            }
        }
        if queues.isEmpty { queues = ["celery"] }
    }
}
