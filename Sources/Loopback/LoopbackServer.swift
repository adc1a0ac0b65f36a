public import Hummingbird
internal import HummingbirdCore
internal import Logging
internal import NIOCore
internal import NIOPosix
internal import ServiceLifecycle
internal import UnixSignals

/// Serves pages to this machine alone, to whoever knows the token in their address.
public struct LoopbackServer: Sendable {
    /// Why nothing is served, in the words of the system.
    public struct Failure: Error, Sendable {
        /// For people.
        public let reason: String
    }

    /// What ended.
    private enum End: Sendable {
        case served((any Error)?)
        /// Whoever may ask for the end did, or will not.
        case asked
    }

    private let port: Int
    private let doorkeeper: RequestGuard

    /// Binds nothing yet.
    ///
    /// - Parameter port: 0 lets the kernel choose.
    public init(port: Int = 0, doorkeeper: RequestGuard = RequestGuard()) {
        self.port = port
        self.doorkeeper = doorkeeper
    }

    /// Serves until told to close, or until SIGINT or SIGTERM.
    ///
    /// - Parameters:
    ///   - closings: the first element ends it.
    ///   - onBound: told the address to open once it listens.
    ///   - answer: the answer to a request, which `doorkeeper` has not yet looked at.
    public func run(
        until closings: AsyncStream<Void>, onBound: @escaping @Sendable (String) -> Void,
        answer: @escaping @Sendable (Request) async -> Response
    ) async throws(Failure) {
        let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        let services = services(group, onBound: onBound, answer: answer)
        let outcome = await withTaskGroup(of: End.self) { tasks in
            tasks.addTask {
                do { try await services.run() } catch is CancellationError { return .served(nil) } catch {
                    return .served(error)
                }
                return .served(nil)
            }
            tasks.addTask {
                for await _ in closings {
                    // The answer to the page that closes the server is still on its way.
                    try? await Task.sleep(for: .milliseconds(200))
                    await services.triggerGracefulShutdown()
                    break
                }
                return .asked
            }
            for await end in tasks {
                guard case .served(let error) = end else { continue }
                tasks.cancelAll()
                return error
            }
            return nil
        }
        try? await group.shutdownGracefully()
        if let outcome { throw Failure(reason: "\(outcome)") }
    }

    private func services(
        _ group: MultiThreadedEventLoopGroup, onBound: @escaping @Sendable (String) -> Void,
        answer: @escaping @Sendable (Request) async -> Response
    ) -> ServiceGroup {
        var quiet = Logger(label: "cricksy-bench")
        quiet.logLevel = .critical
        let application = Application(
            responder: CallbackResponder<BasicRequestContext> { request, _ in await answer(request) },
            server: .http1(configuration: .init(idleTimeout: .seconds(60))),
            configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: port)),
            onServerRunning: { [doorkeeper] channel in
                doorkeeper.listens(on: channel.localAddress?.port ?? 0)
                onBound(doorkeeper.address)
            },
            eventLoopGroupProvider: .shared(group), logger: quiet)
        var configuration = ServiceGroupConfiguration(
            services: [application], gracefulShutdownSignals: [.sigint, .sigterm], logger: quiet)
        // A browser keeps its connections open.
        configuration.maximumGracefulShutdownDuration = .seconds(1)
        return ServiceGroup(configuration: configuration)
    }
}
