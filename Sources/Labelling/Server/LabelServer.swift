internal import Hummingbird
internal import HummingbirdCore
internal import Logging
internal import NIOCore
internal import NIOPosix
internal import ServiceLifecycle
internal import UnixSignals

/// Serves the page on which a person corrects a draft: on loopback alone, to whoever knows the token in its address.
public struct LabelServer: Sendable {
    private let session: LabelSession
    private let port: Int
    private let doorkeeper = RequestGuard()

    /// Binds nothing yet.
    ///
    /// - Parameter port: 0 lets the kernel choose.
    public init(_ session: LabelSession, port: Int = 0) {
        self.session = session
        self.port = port
    }

    /// Serves until the page closes it, or until SIGINT or SIGTERM.
    ///
    /// - Parameter onBound: told the address to open once it listens.
    public func run(onBound: @escaping @Sendable (String) -> Void) async throws(LabellingError) {
        let (closings, closing) = AsyncStream.makeStream(of: Void.self)
        let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        let services = services(group, onBound: onBound) { closing.yield() }
        let outcome = await withTaskGroup(of: (any Error)?.self) { tasks in
            tasks.addTask {
                do { try await services.run() } catch is CancellationError { return nil } catch { return error }
                return nil
            }
            tasks.addTask {
                for await _ in closings { break }
                // The answer to the page that closes the server is still on its way.
                try? await Task.sleep(for: .milliseconds(200))
                await services.triggerGracefulShutdown()
                return nil
            }
            // The second ends at once after a close, the first when all is served.
            let first = await tasks.next() ?? nil
            closing.finish()
            let second = await tasks.next() ?? nil
            return first ?? second
        }
        try? await group.shutdownGracefully()
        if let outcome { throw .server("\(outcome)") }
    }

    private func services(
        _ group: MultiThreadedEventLoopGroup, onBound: @escaping @Sendable (String) -> Void,
        onClose: @escaping @Sendable () -> Void
    ) -> ServiceGroup {
        var quiet = Logger(label: "cricksy-bench")
        quiet.logLevel = .critical
        let answers = LabelAnswers(session: session, doorkeeper: doorkeeper, onClose: onClose)
        let application = Application(
            responder: CallbackResponder<BasicRequestContext> { request, _ in await answers.answer(to: request) },
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
