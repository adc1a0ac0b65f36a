internal import Synchronization

/// How long a transfer may take, and how slow it may be.
struct TransferLimits: Sendable {
    var connect: Duration
    /// Slower than this for `slowPeriod` seconds ends the transfer.
    var slowestBytesPerSecond: Int
    var slowPeriod: Int
}

/// One request, without redirects, cookies or anything else that libcurl could add by itself.
struct HTTPRequest: Sendable {
    enum Method: String, Sendable {
        case get = "GET"
        case head = "HEAD"
        case put = "PUT"
        case post = "POST"
    }

    var method: Method
    /// Percent-encoded; sent as it is.
    var url: String
    var headers: [HTTPHeader] = []
    var body: [UInt8] = []
    /// The most bytes that are taken of a good answer. One more ends the transfer.
    var bodyLimit: Int
    /// How many bytes are expected when the server does not say.
    var expectedBytes = 0
    var limits: TransferLimits
    var deadline: ContinuousClock.Instant
    /// False for addresses of the machine's own surroundings, which a proxy must not see.
    var usesProxy = true
    var certificateAuthorities: String?
}

/// A header as it is sent and signed.
package struct HTTPHeader: Sendable, Equatable {
    /// Lower case.
    var name: String
    var value: String

    package init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }
}

/// What came back, whatever its status.
struct HTTPResponse: Sendable {
    var status = 0
    /// By name in lower case; the last one wins.
    var headers: [String: String] = [:]
    var body: [UInt8] = []

    var isSuccess: Bool { status == 200 }
    var contentLength: Int? {
        headers["content-length"].flatMap { Int($0) }.flatMap { $0 < 0 ? nil : $0 }
    }
}

/// Why no whole answer came.
enum TransferFailure: Error, Sendable {
    case cancelled
    case timedOut
    /// `size` is what the server announced, when it did.
    case tooLarge(size: Int?, limit: Int)
    case truncated
    /// The named checksum is not that of the bytes that came.
    case corrupt(checksum: String)
    /// Status 200, but the body is an error of S3's.
    case errorDocument(code: String)
    /// The server's certificate or its TLS was refused.
    case untrusted(String)
    /// The address or the certificate file cannot be used at all.
    case unusable(String)
    /// Name not found, connection refused or lost.
    case broken(String)
}

/// Asks a running transfer to stop.
final class CancellationFlag: Sendable {
    private let flag = Atomic(false)
    var isSet: Bool { flag.load(ordering: .relaxed) }
    func set() { flag.store(true, ordering: .relaxed) }
}
