package import FoundationEssentials

/// One bucket of S3 or of a server that speaks its language, read only.
public final class ObjectStore: Sendable {
    private let client: BucketClient
    private let retry: RetryPolicy

    /// Nothing is sent yet.
    /// - Throws: a setting that cannot be used.
    public convenience init(_ configuration: ObjectStoreConfiguration) throws(ObjectStorageError) {
        try self.init(configuration, now: { Date() })
    }

    package init(_ configuration: ObjectStoreConfiguration, now: @escaping @Sendable () -> Date)
        throws(ObjectStorageError)
    {
        client = try BucketClient(configuration, now: now)
        retry = configuration.retry
    }

    /// The bucket's address: `https://bucket.s3.eu-west-1.amazonaws.com` or `http://minio:9000/bucket`.
    public var address: String { client.address.text }

    /// What the server says of an object.
    /// - Throws: every fault but `tooLarge`.
    public func head(_ key: String) async throws(ObjectStorageError) -> ObjectDescription {
        let key = try ObjectKey(key)
        let attempts = Attempts(retry)
        return try await attempts.run { () async throws(ObjectStorageError) in
            try await client.head(key, attempts.deadline)
        }
    }

    /// An object's bytes, whole and checked against the length and the checksum that the server gives.
    /// - Parameter limit: in bytes; a larger object is refused before a byte of it is downloaded.
    public func get(_ key: String, limit: Int) async throws(ObjectStorageError) -> [UInt8] {
        let key = try ObjectKey(key)
        let attempts = Attempts(retry)
        return try await attempts.run { () async throws(ObjectStorageError) in
            let size = try await client.head(key, attempts.deadline).size
            guard size <= limit else { throw ObjectStorageError(.tooLarge(size: size, limit: limit)) }
            return try await client.get(key, limit: limit, expectedBytes: size, attempts.deadline)
        }
    }

    /// Where the credentials in use come from, without the credentials. May ask STS or a metadata service.
    public func credentialsSource() async throws(ObjectStorageError) -> CredentialsSource {
        try await Attempts(retry).run { () async throws(ObjectStorageError) in
            try await client.credentials.current().source
        }
    }

    /// Tries to read an object that is not there: the answer tells whether others could be read.
    /// - Throws: every fault that would keep all uploads from being read.
    public func check() async throws(ObjectStorageError) -> StorageCheck {
        let attempts = Attempts(retry)
        let key = try ObjectKey(".cricksy-worker-check/\(UInt64.random(in: 0...(.max)))")
        return try await attempts.run { () async throws(ObjectStorageError) in
            let (answer, error) = try await client.probe(key, attempts.deadline)
            let source = try await client.credentials.current().source
            switch error?.reason {
            case nil, .notFound:
                return StorageCheck(isReadable: true, clockSkew: client.clockSkew(answer), credentials: source)
            case .accessDenied:
                return StorageCheck(isReadable: nil, clockSkew: client.clockSkew(answer), credentials: source)
            default: throw error ?? ObjectStorageError(.notFound)
            }
        }
    }
}

/// What the server says of an object before it is downloaded.
public struct ObjectDescription: Sendable, Equatable {
    /// In bytes.
    public let size: Int
    /// As the server wrote it, with its quotes.
    public let etag: String?
}

/// What the troubleshooting command needs to know.
public struct StorageCheck: Sendable, Equatable {
    /// Nil when it cannot be told: the server accepts the credentials, but without s3:ListBucket it answers 403 for
    /// objects that are not there as well as for those that may not be read.
    public let isReadable: Bool?
    /// By how many seconds the server's clock is ahead of this machine's; whole seconds. S3 refuses 900 and more.
    public let clockSkew: Int?
    /// Where the credentials came from.
    public let credentials: CredentialsSource
}
