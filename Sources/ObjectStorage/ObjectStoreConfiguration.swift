/// Where the uploads are and how patiently they are fetched.
public struct ObjectStoreConfiguration: Sendable, CustomReflectable {
    /// The one bucket.
    public var bucket: String
    /// The bucket's region, as `us-east-1`; any name that an S3-compatible server was given.
    public var region: String
    /// `http://` or `https://` address of MinIO or another S3-compatible server, addressed path-style; nil means AWS.
    public var endpoint: String?
    /// Explicit keys; nil means the AWS credential chain.
    public var accessKeys: AccessKeys?
    /// The process's environment: where the credential chain looks first.
    public var environment: [String: String]
    /// A PEM file with the authorities to trust in place of the system's.
    public var certificateAuthorities: String?
    /// Most transfers at once, each on a thread of its own; 1 or more.
    public var connections = 4
    /// What is tried again, and how long.
    public var retry = RetryPolicy()
    /// The longest that a connection may take to be made.
    public var connectTimeout: Duration = .seconds(10)
    /// A transfer slower than this many bytes a second for `slowPeriod` seconds is given up.
    public var slowestBytesPerSecond = 1024
    /// See `slowestBytesPerSecond`; whole seconds, 1 or more.
    public var slowPeriod = 20

    /// - Parameters:
    ///   - endpoint: nil or empty means AWS.
    ///   - environment: also gives `AWS_CA_BUNDLE`, the file of certificate authorities.
    public init(
        bucket: String, region: String = "us-east-1", endpoint: String? = nil,
        accessKeys: AccessKeys? = nil,
        environment: [String: String]
    ) {
        self.bucket = bucket
        self.region = region
        self.endpoint = endpoint?.isEmpty == true ? nil : endpoint
        self.accessKeys = accessKeys
        self.environment = environment
        certificateAuthorities = environment["AWS_CA_BUNDLE"].flatMap { $0.isEmpty ? nil : $0 }
    }

    /// Without keys and environment, so that a dump shows no secret.
    public var customMirror: Mirror {
        Mirror(self, children: ["bucket": bucket, "region": region, "endpoint": endpoint ?? "AWS"])
    }

    var limits: TransferLimits {
        TransferLimits(
            connect: connectTimeout, slowestBytesPerSecond: slowestBytesPerSecond,
            slowPeriod: max(1, slowPeriod))
    }
}

/// Keys that an operator gave in the settings. Prints without its secret.
public struct AccessKeys: Sendable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// `CRICKSY_S3_ACCESS_KEY`.
    public var accessKey: String
    /// `CRICKSY_S3_SECRET_KEY`.
    public var secretKey: String

    /// Keys as they were given.
    public init(accessKey: String, secretKey: String) {
        self.accessKey = accessKey
        self.secretKey = secretKey
    }

    /// The access key's last four characters, and no secret.
    public var description: String { "access key ****\(accessKey.suffix(4))" }
    /// As `description`.
    public var debugDescription: String { description }
    /// Nothing, so that a dump shows no secret.
    public var customMirror: Mirror { Mirror(self, children: []) }
}

/// When a fault that may pass is tried again: exponential backoff with full jitter.
public struct RetryPolicy: Sendable {
    /// How often after the first time; 0 or more.
    public var retries = 3
    /// The first wait is anywhere between 0 and this, the next up to twice that, and so on.
    public var firstWait: Duration = .milliseconds(500)
    /// No wait is longer.
    public var longestWait: Duration = .seconds(20)
    /// One `get`, with its retries, takes no longer than this.
    public var budget: Duration = .seconds(120)

    /// Three retries within two minutes.
    public init() {}
}
