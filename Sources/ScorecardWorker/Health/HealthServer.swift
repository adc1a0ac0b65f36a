internal import Hummingbird
internal import HummingbirdCore
public import Logging
internal import NIOCore
internal import NIOPosix
public import ServiceLifecycle
internal import Synchronization

/// Serves `/livez`, `/readyz` and `/metrics` on one thread of its own, so that it answers while all readers are busy.
/// It stops in its turn of the service group: list it first, and it answers until the worker has drained.
public struct HealthServer: Service {
    /// Connections at once; more wait.
    static let connections = 64

    private let address: HealthAddress
    private let logger: Logger
    private let answers: HealthAnswers
    private let onBound: @Sendable (HealthAddress) -> Void

    /// Binds nothing yet.
    ///
    /// - Parameters:
    ///   - address: where to listen; port 0 lets the kernel choose.
    ///   - logger: told where it listens.
    ///   - gauges: asked at each scrape; should answer from what the node knows already.
    ///   - readiness: asked by `/readyz`; likewise.
    ///   - onBound: told the address with the port that was bound.
    public init(
        address: HealthAddress, logger: Logger, metrics: WorkerMetrics,
        gauges: @escaping @Sendable () async -> WorkerGauges, readiness: @escaping @Sendable () async -> Readiness,
        onBound: @escaping @Sendable (HealthAddress) -> Void = { _ in }
    ) {
        self.address = address
        self.logger = logger
        self.onBound = onBound
        answers = HealthAnswers(metrics: metrics, gauges: gauges, readiness: readiness)
    }

    /// Serves until the group shuts down. What happens once it listens is logged and never ends the worker.
    ///
    /// - Throws: `HealthServerError` when the address cannot be bound.
    public func run() async throws {
        let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        let isBound = Atomic(false)
        do {
            try await application(group) { bound in
                isBound.store(true, ordering: .relaxed)
                announce(bound)
            }.run()
        } catch {
            try? await group.shutdownGracefully()
            guard isBound.load(ordering: .relaxed) else { throw HealthServerError(address, error) }
            logger.error("The health server has stopped: \(error).")
            return try await gracefulShutdown()
        }
        try await group.shutdownGracefully()
    }

    private func application(
        _ group: MultiThreadedEventLoopGroup, onBound: @escaping @Sendable (HealthAddress) -> Void
    ) -> some ApplicationProtocol {
        var quiet = logger
        quiet.logLevel = .critical
        return Application(
            responder: CallbackResponder<BasicRequestContext> { request, _ in await answers.answer(to: request) },
            server: .http1(configuration: .init(idleTimeout: .seconds(60))),
            configuration: ApplicationConfiguration(
                address: .hostname(address.host, port: Int(address.port)),
                availableConnectionsDelegate: .maximum(Self.connections, logger: quiet)),
            onServerRunning: { [address] channel in
                var bound = address
                bound.port = channel.localAddress?.port.flatMap { UInt16(exactly: $0) } ?? address.port
                onBound(bound)
            },
            eventLoopGroupProvider: .shared(group), logger: quiet)
    }

    private func announce(_ bound: HealthAddress) {
        logger.info("Serving /livez, /readyz and /metrics on http://\(bound).")
        onBound(bound)
    }
}

/// Why the health server cannot start.
public struct HealthServerError: Error, Sendable, CustomStringConvertible {
    /// What is wrong, and what to do.
    public let sentence: String
    /// For the program.
    public let exitCode = WorkerExitCode.badConfiguration
    /// The sentence.
    public var description: String { sentence }

    init(_ address: HealthAddress, _ error: any Error) {
        let option = SettingsTable.healthAddress.row.flag
        switch (error as? IOError)?.errnoCode {
        case EADDRINUSE:
            sentence =
                "The health server's address \(address) is in use; stop what listens there or give another \(option)."
        case EACCES:
            sentence =
                "The health server may not listen on \(address); give \(option) a port above 1023."
        case EADDRNOTAVAIL:
            sentence =
                "The health server's address \(address) is not one of this machine's; correct \(option)."
        default:
            sentence = "The health server cannot listen on \(address): \(error). Correct \(option)."
        }
    }
}
