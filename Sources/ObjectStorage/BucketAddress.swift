/// How the bucket is addressed: `https://host/prefix`, the prefix with the bucket when the style is path-style.
package struct BucketAddress: Sendable, Equatable {
    var scheme: String
    /// Host and, when it is not the scheme's own, port: what the `Host` header says.
    var authority: String
    /// Percent-encoded, empty or beginning with a slash, not ending with one.
    var prefix: String

    package init(_ configuration: ObjectStoreConfiguration) throws(ObjectStorageError) {
        let bucket = configuration.bucket
        guard Self.isBucketName(bucket) else {
            throw Self.unusable("CRICKSY_S3_BUCKET is not a bucket's name: 3 to 63 letters, digits, dots and hyphens.")
        }
        guard Self.isRegionName(configuration.region) else {
            throw Self.unusable("CRICKSY_S3_REGION is not a region's name: letters, digits and hyphens, as us-east-1.")
        }
        if let endpoint = configuration.endpoint {
            try self.init(endpoint: endpoint, bucket: bucket)
        } else {
            self.init(awsRegion: configuration.region, bucket: bucket)
        }
    }

    /// Path-style: S3-compatible servers know one host name.
    private init(endpoint: String, bucket: String) throws(ObjectStorageError) {
        guard let parts = CurlText.parts(ofURL: endpoint), ["http", "https"].contains(parts.scheme),
            !parts.hasUser, !parts.hasQuery
        else {
            throw Self.unusable(
                "CRICKSY_S3_ENDPOINT is not an address: write https://host or http://host:port, without a user or a query."
            )
        }
        scheme = parts.scheme
        authority = parts.authority
        var path = Substring(parts.path)
        while path.hasSuffix("/") { path.removeLast() }
        prefix = "\(path)/\(bucket)"
    }

    /// Virtual-host style, but a certificate for `*.s3...` does not cover a bucket with dots.
    private init(awsRegion region: String, bucket: String) {
        let host = "s3.\(region).\(AWSPartition.domain(of: region))"
        scheme = "https"
        authority = bucket.contains(".") ? host : "\(bucket).\(host)"
        prefix = bucket.contains(".") ? "/\(bucket)" : ""
    }

    /// The path as it is signed and sent.
    func path(of key: ObjectKey) -> String {
        "\(prefix)/\(PercentEncoding.encode(key.text, keepsSlash: true))"
    }

    /// The bucket's own address.
    package var text: String { "\(scheme)://\(authority)\(prefix)" }

    private static func isBucketName(_ name: String) -> Bool {
        name.wholeMatch(of: /[A-Za-z0-9][A-Za-z0-9._-]{1,61}[A-Za-z0-9]/) != nil && !name.contains("..")
    }

    private static func isRegionName(_ name: String) -> Bool {
        name.wholeMatch(of: /[A-Za-z0-9-]{1,64}/) != nil
    }

    private static func unusable(_ sentence: String) -> ObjectStorageError {
        ObjectStorageError(.unusableSetting(sentence))
    }
}

/// The parts that AWS is made of.
enum AWSPartition {
    /// The domain under which a region's services are.
    static func domain(of region: String) -> String {
        region.hasPrefix("cn-") ? "amazonaws.com.cn" : "amazonaws.com"
    }
}
