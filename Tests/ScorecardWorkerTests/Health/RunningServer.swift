import Logging
import ScorecardWorker
import ServiceLifecycle
import Synchronization
import Testing

/// A health server in a service group, as the worker has it.
struct RunningServer {
    let port: UInt16
    let metrics: WorkerMetrics
    private let group: ServiceGroup
    private let running: Task<Void, any Error>

    init(
        address: String = "127.0.0.1:0", gauges: WorkerGauges = WorkerGauges(node: "worker1@box"),
        readiness: Readiness = Readiness([]), metrics: WorkerMetrics = WorkerMetrics()
    ) async throws {
        let (ports, continuation) = AsyncStream.makeStream(of: UInt16.self)
        let server = HealthServer(
            address: try #require(HealthAddress(address)), logger: Self.silent, metrics: metrics,
            gauges: { gauges }, readiness: { readiness }, onBound: { continuation.yield($0.port) })
        let group = ServiceGroup(services: [server], logger: Self.silent)
        let running = Task {
            defer { continuation.finish() }
            try await group.run()
        }
        self.metrics = metrics
        self.group = group
        self.running = running
        var bound: UInt16?
        for await port in ports {
            bound = port
            break
        }
        if bound == nil { try await running.value }
        port = try #require(bound)
    }

    static var silent: Logger {
        var logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        logger.logLevel = .critical
        return logger
    }

    /// Lets the group shut down and waits for its end.
    func stop() async throws {
        await group.triggerGracefulShutdown()
        try await running.value
    }

    func metricFamilies() async throws -> [String: Python.Family] {
        try await Python.metrics(Python.get("/metrics", port: port).body)
    }
}
