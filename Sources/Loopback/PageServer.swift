internal import HTTPTypes
internal import Hummingbird
internal import NIOCore

/// Serves pages that are only looked at.
public struct PageServer: Sendable {
    /// One page, or a file of it.
    public struct Page: Sendable {
        /// `text/html; charset=utf-8` for example.
        public var type: String
        /// The text.
        public var text: String

        /// Creates a page.
        public init(type: String, text: String) {
            self.type = type
            self.text = text
        }
    }

    private let port: Int
    private let doorkeeper = RequestGuard()

    /// Binds nothing yet.
    ///
    /// - Parameter port: 0 lets the kernel choose.
    public init(port: Int = 0) { self.port = port }

    /// Serves until SIGINT, SIGTERM or cancellation.
    ///
    /// - Parameters:
    ///   - onBound: told the address to open once it listens.
    ///   - page: the page of a path behind the token, `/` for the first; nil where there is none.
    public func run(
        onBound: @escaping @Sendable (String) -> Void, page: @escaping @Sendable (String) async -> Page?
    ) async throws(LoopbackServer.Failure) {
        let (closings, _) = AsyncStream.makeStream(of: Void.self)
        try await LoopbackServer(port: port, doorkeeper: doorkeeper).run(until: closings, onBound: onBound) {
            [doorkeeper] request in
            if let refusal = doorkeeper.refusal(of: request.head) { return LoopbackAnswer.turnedAway(refusal) }
            guard request.method == .get || request.method == .head else {
                return LoopbackAnswer.text(.methodNotAllowed, "Only GET is answered.")
            }
            let path = String(request.uri.path.dropFirst(doorkeeper.token.utf8.count + 1))
            guard !path.isEmpty else {
                return Response(status: .movedPermanently, headers: [.location: "/\(doorkeeper.token)/"])
            }
            guard let page = await page(path) else { return LoopbackAnswer.text(.notFound, "There is no such page.") }
            return LoopbackAnswer.response(
                .ok, page.type, ByteBuffer(string: page.text), policy: LoopbackAnswer.wholeReport)
        }
    }
}
