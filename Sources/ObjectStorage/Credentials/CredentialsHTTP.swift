/// How providers ask for credentials over HTTP: short limits, few bytes, no proxy for the machine's own surroundings.
struct CredentialsHTTP: Sendable {
    static let bodyLimit = 64 << 10
    var threads: TransferThreads
    var certificateAuthorities: String?
    var connectTimeout: Duration
    /// One request's.
    var timeout: Duration = .seconds(5)

    /// Sends once. Whoever wanted the credentials tries again.
    /// - Throws: a fault that may pass; every answer but 429 and 5xx is returned.
    func send(
        _ method: HTTPRequest.Method, _ url: String, headers: [HTTPHeader] = [], body: [UInt8] = []
    ) async throws(ObjectStorageError) -> HTTPResponse {
        let request = HTTPRequest(
            method: method, url: url, headers: headers, body: body, bodyLimit: Self.bodyLimit,
            limits: TransferLimits(connect: connectTimeout, slowestBytesPerSecond: 1, slowPeriod: 5),
            deadline: .now + timeout, usesProxy: url.hasPrefix("https:"),
            certificateAuthorities: certificateAuthorities)
        switch await threads.perform(request) {
        case .failure(.cancelled): throw ObjectStorageError(.cancelled)
        case .failure(let failure):
            throw .silentSource("\(Self.host(url)) gives no credentials: \(failure.words).")
        case .success(let answer) where answer.status >= 500 || answer.status == 429:
            throw .silentSource("\(Self.host(url)) gives no credentials at the moment (\(answer.status)).")
        case .success(let answer): return answer
        }
    }

    /// The credentials, when they can be sent.
    static func checked(_ credentials: Credentials, _ name: String) throws(ObjectStorageError) -> Credentials {
        guard credentials.areHeaderSafe else {
            throw .badSource("\(name) gave credentials with blanks or none.")
        }
        return credentials
    }

    private static func host(_ url: String) -> String {
        CurlText.parts(ofURL: url)?.authority ?? "the credentials endpoint"
    }
}
