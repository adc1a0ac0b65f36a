/// Words that a server chose, made safe to print.
enum ServerText {
    /// An error code or a region's name; empty when it is neither.
    static func safe(_ text: String?) -> String {
        guard let text, text.wholeMatch(of: /[A-Za-z0-9._-]{1,64}/) != nil else { return "" }
        return text
    }
}

extension TransferFailure {
    /// What happened, within a sentence.
    var words: String {
        switch self {
        case .cancelled: "cancelled"
        case .timedOut: "it does not answer in time"
        case .tooLarge: "its answer is too long"
        case .truncated, .corrupt, .errorDocument: "its answer is not whole"
        case .untrusted(let words), .unusable(let words), .broken(let words): words
        }
    }
}

extension ObjectStorageError {
    init(transfer failure: TransferFailure) {
        switch failure {
        case .cancelled: self.init(.cancelled)
        case .timedOut: self.init(.timedOut)
        case .tooLarge(let size, let limit): self.init(.tooLarge(size: size, limit: limit))
        case .truncated: self.init(.incomplete)
        case .corrupt(let checksum): self.init(.corrupt(checksum: checksum))
        case .errorDocument(let code): self.init(.unavailable(status: 200, code: code))
        case .untrusted(let words): self.init(.untrusted(words))
        case .unusable(let words):
            self.init(.unusableSetting("The storage's address or AWS_CA_BUNDLE is unusable: \(words)."))
        case .broken(let words): self.init(.network(words))
        }
    }

    /// What an answer other than 200 means.
    /// - Parameter clockSkew: how far the server's clock is ahead, in seconds.
    init(answer: HTTPResponse, clockSkew: Int?) {
        let error = XMLLeaves(answer.body).flatMap { $0.root == "Error" ? $0 : nil }
        let code = ServerText.safe(error?["Code"])
        if let reason = Self.reason(code: code, status: answer.status, clockSkew: clockSkew) {
            self.init(reason)
        } else if Self.elsewhere.contains(code) || (300..<400).contains(answer.status) {
            let region = ServerText.safe(answer.headers["x-amz-bucket-region"] ?? error?["Region"])
            self.init(.redirected(status: answer.status, region: region.isEmpty ? nil : region))
        } else {
            self.init(Self.reason(status: answer.status, code: code))
        }
    }

    /// Codes of a bucket that another region or address serves.
    private static let elsewhere: Set = [
        "PermanentRedirect", "TemporaryRedirect", "AuthorizationHeaderMalformed",
        "IllegalLocationConstraintException",
    ]

    /// Codes that mean the same whatever the status. AWS sends `ExpiredToken` with 400, others with 403.
    private static func reason(code: String, status: Int, clockSkew: Int?) -> Reason? {
        switch code {
        case "NoSuchBucket": .noSuchBucket
        case "RequestTimeTooSkewed", "RequestExpired": .clockSkewed(seconds: clockSkew)
        case "InvalidAccessKeyId", "SignatureDoesNotMatch", "InvalidToken", "ExpiredToken",
            "ExpiredTokenException",
            "TokenRefreshRequired", "InvalidSecurity":
            .credentialsRejected(code: code)
        case "SlowDown", "ServiceUnavailable", "InternalError", "Throttling", "ThrottlingException",
            "TooManyRequests",
            "RequestLimitExceeded", "OperationAborted":
            .unavailable(status: status, code: code)
        case "RequestTimeout": .timedOut
        default: nil
        }
    }

    private static func reason(status: Int, code: String) -> Reason {
        switch status {
        case 401, 403: .accessDenied(code: code.isEmpty ? "\(status)" : code)
        case 404: .notFound
        case 408: .timedOut
        case 429, 500, 502...504, 506...599: .unavailable(status: status, code: code)
        default: .unexpectedAnswer(status: status, code: code)
        }
    }
}
