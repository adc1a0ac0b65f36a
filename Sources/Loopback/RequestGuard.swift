public import HTTPTypes
internal import Synchronization

/// Who may speak with a page of this machine: the browser that was given the address, and nobody else.
///
/// A page of a stranger that has its name point to 127.0.0.1 shows in the Host header; a request that it makes across
/// origins shows in Origin; another user of this machine does not know the token.
public final class RequestGuard: Sendable {
    /// Why a request is turned away.
    public enum Refusal: Sendable {
        /// The Host header names another machine.
        case foreignHost
        /// The request was made by a page of another origin.
        case foreignOrigin
        /// The path does not begin with the token.
        case noToken
    }

    /// What every path begins with.
    public let token: String
    private let port = Mutex(0)

    /// Draws a token of 192 bits.
    public init() {
        var random = SystemRandomNumberGenerator()
        token = (0..<3).map { _ in
            let digits = String(random.next(), radix: 16)
            return String(repeating: "0", count: 16 - digits.count) + digits
        }.joined()
    }

    /// Told once the server listens.
    func listens(on port: Int) { self.port.withLock { $0 = port } }

    /// The address to open.
    public var address: String { "http://127.0.0.1:\(port.withLock { $0 })/\(token)/" }

    /// Nil when the request may be answered.
    public func refusal(of head: HTTPRequest) -> Refusal? {
        let port = port.withLock { $0 }
        let hosts = ["127.0.0.1:\(port)", "localhost:\(port)"]
        guard let host = head.authority, hosts.contains(host) else { return .foreignHost }
        if let origin = head.headerFields[.origin], origin != "http://\(host)" { return .foreignOrigin }
        return Self.isSame(Self.firstSegment(of: head.path ?? ""), token) ? nil : .noToken
    }

    private static func firstSegment(of path: String) -> Substring {
        path.dropFirst().prefix { $0 != "/" && $0 != "?" }
    }

    /// Takes as long for a token that is nearly right as for one that is wrong.
    private static func isSame(_ given: Substring, _ token: String) -> Bool {
        guard given.utf8.count == token.utf8.count else { return false }
        return zip(given.utf8, token.utf8).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
