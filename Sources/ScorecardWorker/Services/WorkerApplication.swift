internal import CeleryQueue
internal import Foundation
public import Logging
internal import OCRPool
internal import Postgres
internal import Redis
internal import ServiceLifecycle
internal import TrialQueue
internal import UnixSignals

/// `cricksy-worker run`: one node on the queue, its health server, and the signals that steer it, under one service group.
public struct WorkerApplication: Sendable {
    private let configuration: WorkerConfiguration
    private let log: Logger
    private let reload: @Sendable () throws(SettingsError) -> WorkerConfiguration

    /// Creates the application; nothing is connected or started yet.
    ///
    /// - Parameter reload: makes the settings anew, for SIGHUP.
    public init(
        _ configuration: WorkerConfiguration, log: Logger,
        reload: @escaping @Sendable () throws(SettingsError) -> WorkerConfiguration
    ) {
        self.configuration = configuration
        self.log = log
        self.reload = reload
    }

    /// Works until it is told to end.
    ///
    /// - Returns: the exit code: 0, or 1 after a second SIGINT, as Celery's.
    /// - Throws: why it cannot start.
    public func run() async throws(WorkerStartError) -> Int32 {
        announce()
        let metrics = WorkerMetrics(task: UploadTask.name)
        let parts = try await WorkerStart(configuration: configuration, metrics: metrics, log: log).parts()
        let node = WorkerNode(parts)
        let signals = SignalService(node: node, log: log, reload: reload)
        var services = healthServices(node, metrics)
        services += [
            .init(service: signals),
            .init(service: WatchdogService(node: node)),
            .init(
                service: NodeService(node: node), successTerminationBehavior: .gracefullyShutdownGroup,
                failureTerminationBehavior: .gracefullyShutdownGroup),
        ]
        do {
            try await ServiceGroup(configuration: .init(services: services, logger: Self.quiet)).run()
        } catch {
            await parts.pool.shutdown()
            if let fault = error as? HealthServerError { throw WorkerStartError(fault.sentence) }
            throw WorkerStartError("The worker ended: \(error)", exitCode: WorkerExitCode.readerUnavailable)
        }
        await parts.pool.shutdown()
        await parts.database.shutDown()
        await parts.redis.close()
        log.info("worker: goodbye")
        return signals.exitCode
    }

    /// The group's own steps are no news for an operator.
    private static let quiet = Logger(label: "services") { _ in SwiftLogNoOpLogHandler() }

    /// Celery's banner as lines of the log.
    private func announce() {
        let queue = configuration.queue
        log.info("\(queue.node) cricksy-worker v\(BuildVersion.current)")
        log.info("transport: \(queue.broker) results: \(queue.resultBackend)")
        log.info(
            """
            concurrency: \(configuration.readers.concurrency) (readers), task events: \
            \(queue.sendsTaskEvents ? "ON" : "OFF (enable -E to monitor tasks in this worker)"), \
            queues: \(queue.queues.joined(separator: ", ")), \
            tasks: \(configuration.tasks.joined(separator: ", "))
            """)
        if geteuid() == 0 {
            log.warning("The worker runs as root; readers drop to nobody, but a user of its own is safer.")
        }
        for note in configuration.notes { log.notice("\(note)") }
        if configuration.acceptsTrials {
            log.notice("Trials of cricksy-bench are taken from the queue \(Trial.queue) while no upload waits.")
        }
        if !configuration.task.isOCREnabled {
            log.notice("Reading is switched off (CRICKSY_ENABLE_OCR): tasks end as skipped.")
        }
    }

    private func healthServices(
        _ node: WorkerNode, _ metrics: WorkerMetrics
    ) -> [ServiceGroupConfiguration.ServiceConfiguration] {
        guard let address = configuration.process.healthAddress else { return [] }
        let server = HealthServer(
            address: address, logger: log, metrics: metrics, gauges: { await node.gauges },
            readiness: { await node.readiness })
        return [.init(service: server)]
    }
}

/// The node as a service.
private struct NodeService: Service {
    let node: WorkerNode

    func run() async throws {
        try await withGracefulShutdownHandler {
            try await node.run()
        } onGracefulShutdown: {
            // Another service failed; the handler may not wait.
            Task { await node.shutDown(.warm) }
        }
    }
}

/// Tells systemd that the worker is ready, and as long as its node answers that it lives.
private struct WatchdogService: Service {
    let node: WorkerNode
    private let manager = ServiceManager(environment: ProcessInfo.processInfo.environment)

    func run() async throws {
        manager.ready()
        let interval = manager.watchdogInterval ?? .seconds(3600)
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                if await node.isAlive { manager.watchdog() }
                try? await Task.sleep(for: interval)
            }
        }
        manager.stopping()
    }
}
