internal import Hummingbird
internal import Loopback

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
        let answers = LabelAnswers(session: session, doorkeeper: doorkeeper) { closing.yield() }
        do {
            try await LoopbackServer(port: port, doorkeeper: doorkeeper).run(until: closings, onBound: onBound) {
                await answers.answer(to: $0)
            }
        } catch {
            throw .server(error.reason)
        }
    }
}
