/// Takes the answer as it comes in. The body goes straight into one buffer, which never grows past the limit.
final class ResponseSink {
    /// Of an error's body this much is read; more says nothing more.
    static let errorBodyLimit = 64 << 10
    static let headerLimit = 64 << 10

    private(set) var response = HTTPResponse()
    private(set) var refusal: TransferFailure?
    private var headerBytes = 0
    private let limit: Int
    private let expectedBytes: Int
    private let hasBody: Bool
    private let cancellation: CancellationFlag

    init(_ request: HTTPRequest, _ cancellation: CancellationFlag) {
        limit = request.bodyLimit
        expectedBytes = request.expectedBytes
        hasBody = request.method != .head
        self.cancellation = cancellation
    }

    var isCancelled: Bool { cancellation.isSet }

    /// Takes one header line; false ends the transfer.
    func takeHeader(_ bytes: UnsafeRawBufferPointer) -> Bool {
        headerBytes += bytes.count
        if headerBytes > Self.headerLimit {
            return refuse(.broken("the answer's headers are longer than 64 KB"))
        }
        let line = String(decoding: bytes, as: UTF8.self)
        if line.hasPrefix("HTTP/") {
            response = HTTPResponse(status: Self.status(of: line))
        } else if let colon = line.firstIndex(of: ":") {
            let value = line[line.index(after: colon)...].drop { $0.isWhitespace }
            response.headers[line[..<colon].lowercased()] = String(
                value.trimmingSuffix { $0.isWhitespace })
        } else if hasBody, response.isSuccess {
            return prepareBuffer()
        }
        return true
    }

    /// Takes a part of the body; false ends the transfer.
    func takeBody(_ bytes: UnsafeRawBufferPointer) -> Bool {
        if isCancelled { return refuse(.cancelled) }
        guard response.isSuccess else {
            response.body.append(contentsOf: bytes.prefix(Self.errorBodyLimit - response.body.count))
            return response.body.count < Self.errorBodyLimit
        }
        guard bytes.count <= limit - response.body.count else {
            return refuse(.tooLarge(size: response.contentLength, limit: limit))
        }
        response.body.append(contentsOf: bytes)
        return true
    }

    /// True when an error's body was cut off by us: the answer is complete enough.
    var holdsCutError: Bool {
        refusal == nil && !response.isSuccess && response.body.count >= Self.errorBodyLimit
    }

    private func prepareBuffer() -> Bool {
        if let size = response.contentLength, size > limit {
            return refuse(.tooLarge(size: size, limit: limit))
        }
        response.body.reserveCapacity(min(response.contentLength ?? expectedBytes, limit))
        return true
    }

    private func refuse(_ failure: TransferFailure) -> Bool {
        refusal = failure
        return false
    }

    private static func status(of line: String) -> Int {
        let parts = line.split(separator: " ", maxSplits: 2)
        return parts.count > 1 ? Int(parts[1].prefix(3)) ?? 0 : 0
    }
}

extension Substring {
    fileprivate func trimmingSuffix(while isTrimmed: (Character) -> Bool) -> Substring {
        var end = endIndex
        while end > startIndex, isTrimmed(self[index(before: end)]) { end = index(before: end) }
        return self[..<end]
    }
}
