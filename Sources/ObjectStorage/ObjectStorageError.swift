/// Why an object, or the bucket, could not be read.
public struct ObjectStorageError: Error, Sendable, Equatable {
    /// What happened.
    public let reason: Reason

    package init(_ reason: Reason) {
        self.reason = reason
    }

    /// What can happen. Text in here comes from settings, libcurl or the server's error code, never from credentials.
    public enum Reason: Sendable, Equatable {
        /// The key cannot be an upload's.
        case refusedKey(KeyRefusal)
        /// No such object (404).
        case notFound
        /// The server knows the credentials and refuses (403); `code` is the server's word.
        case accessDenied(code: String)
        /// The object's size, when the server said it, and the limit in bytes.
        case tooLarge(size: Int?, limit: Int)
        /// 429 or 5xx.
        case unavailable(status: Int, code: String)
        /// No connection, or it was lost.
        case network(String)
        /// Too slow, or the time budget is used up.
        case timedOut
        /// Fewer or other bytes than announced.
        case incomplete
        /// The named checksum is not that of the bytes that came.
        case corrupt(checksum: String)
        /// An answer that S3 does not give.
        case unexpectedAnswer(status: Int, code: String)
        /// The server's certificate or TLS was refused.
        case untrusted(String)
        /// The bucket is elsewhere; redirects are not followed.
        case redirected(status: Int, region: String?)
        /// 404 for the bucket itself.
        case noSuchBucket
        /// The server does not know the credentials, or the signature is not theirs.
        case credentialsRejected(code: String)
        /// This machine's clock, in seconds behind (+) or ahead (-) of the server's, when the server said it.
        case clockSkewed(seconds: Int?)
        /// Nothing in the credential chain; what was looked at.
        case noCredentials(lookedAt: [String])
        /// A source of credentials is set but gives none.
        case credentialsUnavailable(String, isTransient: Bool)
        /// A setting cannot be used.
        case unusableSetting(String)
        /// The task was cancelled.
        case cancelled
    }

    /// Whose move it is.
    public enum Disposition: String, Sendable {
        /// It may pass by itself: try again later.
        case transient
        /// It will not pass: the upload fails.
        case permanent
        /// An operator must change something first; other uploads meet the same fault.
        case configuration
    }

    /// Whose move it is.
    public var disposition: Disposition {
        switch reason {
        case .unavailable, .network, .timedOut, .incomplete, .corrupt, .cancelled: .transient
        case .refusedKey, .notFound, .accessDenied, .tooLarge, .unexpectedAnswer: .permanent
        case .untrusted, .redirected, .noSuchBucket, .credentialsRejected, .clockSkewed, .noCredentials,
            .unusableSetting:
            .configuration
        case .credentialsUnavailable(_, let isTransient): isTransient ? .transient : .configuration
        }
    }
}

/// Why a key is refused before anything is sent.
public enum KeyRefusal: String, Sendable {
    /// No key.
    case empty = "is empty"
    /// Longer than 1024 bytes of UTF-8, S3's limit.
    case tooLong = "is longer than 1024 bytes"
    /// NUL or another control character.
    case controlCharacter = "holds a control character"
    /// Begins with `/`.
    case leadingSlash = "begins with a slash"
    /// A segment is exactly `.` or `..`.
    case dotSegment = "has a segment that is only dots"
}

extension ObjectStorageError {
    /// For an operator: what, why, what to do. Neither key nor credentials are in it.
    public var sentence: String {
        switch reason {
        case .refusedKey(let refusal):
            "The upload's storage key \(refusal.rawValue), so it is not fetched."
        case .notFound:
            "The upload is not in the bucket (404). It may have been deleted; upload it again."
        case .accessDenied(let code):
            "The storage refuses to hand out the upload (\(code)). The worker needs s3:GetObject on the bucket's objects."
        case .tooLarge(let size, let limit):
            "The upload is \(size.map { "\($0) bytes" } ?? "larger than announced"), more than the limit of \(limit) bytes."
        case .unavailable(let status, let code):
            "The storage is unavailable (\(status)\(code.isEmpty ? "" : " \(code)")). It is tried again."
        case .network(let detail):
            "The storage cannot be reached: \(detail). Check CRICKSY_S3_ENDPOINT and the network."
        case .timedOut:
            "The storage did not answer, or too slowly. Check the network between worker and storage."
        case .incomplete: "The upload did not arrive whole. It is tried again."
        case .corrupt(let checksum): "The upload arrived damaged: its \(checksum) does not match."
        case .unexpectedAnswer(let status, let code):
            "The storage answered \(status)\(code.isEmpty ? "" : " \(code)"), which is not an answer to a read."
        case .cancelled: "The transfer was cancelled."
        default: configurationSentence
        }
    }

    private var configurationSentence: String {
        switch reason {
        case .untrusted(let detail):
            "The storage's certificate is not trusted: \(detail). Set AWS_CA_BUNDLE to a file with its authority."
        case .redirected(let status, let region):
            "The storage says that the bucket is elsewhere (\(status)). Redirects are not followed: set CRICKSY_S3_REGION"
                + (region.map { " to \($0)" } ?? " to the bucket's region")
                + " or correct CRICKSY_S3_ENDPOINT."
        case .noSuchBucket: "There is no such bucket. Check CRICKSY_S3_BUCKET and CRICKSY_S3_REGION."
        case .credentialsRejected(let code):
            "The storage does not accept the credentials (\(code)). Check the access key, its secret and the region."
        case .clockSkewed(let seconds):
            "This machine's clock is off" + (seconds.map { " by \(abs($0)) seconds" } ?? "")
                + ", so the storage refuses its signatures. Start a time service such as chrony."
        case .noCredentials(let lookedAt):
            "No credentials for the storage: looked at \(lookedAt.joined(separator: ", ")). Set one of them."
        case .credentialsUnavailable(let detail, _): detail
        case .unusableSetting(let detail): detail
        default: ""
        }
    }
}
