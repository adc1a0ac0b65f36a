internal import Crypto
package import FoundationEssentials

/// AWS Signature Version 4, headers only.
/// Source: AWS, "Create a signed AWS API request"; Amazon S3, "Signature Calculations for the Authorization Header".
package struct SignatureV4: Sendable {
    /// SHA-256 of nothing, in hex: the payload hash of a request without a body.
    package static let emptyPayloadHash = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

    package init(credentials: Credentials, region: String, service: String, date: Date) {
        self.credentials = credentials
        self.region = region
        self.service = service
        self.date = date
    }

    var credentials: Credentials
    var region: String
    var service: String
    var date: Date

    /// The date in the form of `x-amz-date`.
    package var timestamp: String { Self.timestamp(of: date) }

    /// The value of the `Authorization` header.
    /// - Parameters:
    ///   - path: as sent, percent-encoded; S3 wants no further encoding or folding.
    ///   - query: sorted and encoded here.
    ///   - headers: all are signed; names in lower case.
    package func authorization(
        method: String, path: String, query: [(name: String, value: String)], headers: [HTTPHeader],
        payloadHash: String
    ) -> String {
        let sorted = headers.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
        let signedNames = sorted.map(\.name).joined(separator: ";")
        let canonicalHeaders = sorted.map { "\($0.name):\(Self.folded($0.value))\n" }.joined()
        let canonical = [
            method, path, Self.canonicalQuery(query), canonicalHeaders, signedNames, payloadHash,
        ]
        .joined(separator: "\n")
        let stringToSign = [
            "AWS4-HMAC-SHA256", timestamp, scope, Self.hex(SHA256.hash(data: Data(canonical.utf8))),
        ]
        .joined(separator: "\n")
        let signature = Self.hex(Self.hmac(signingKey, stringToSign))
        return
            "AWS4-HMAC-SHA256 Credential=\(credentials.accessKeyID)/\(scope), SignedHeaders=\(signedNames), "
            + "Signature=\(signature)"
    }

    /// A query as it is signed and sent: encoded, sorted by encoded name and value, `name=` when there is no value.
    static func canonicalQuery(_ query: [(name: String, value: String)]) -> String {
        let encoded = query.map {
            (
                PercentEncoding.encode($0.name, keepsSlash: false),
                PercentEncoding.encode($0.value, keepsSlash: false)
            )
        }
        return encoded.sorted {
            Array($0.0.utf8).lexicographicallyPrecedes($1.0.utf8) || $0.0 == $1.0 && $0.1 < $1.1
        }
        .map { "\($0)=\($1)" }.joined(separator: "&")
    }

    private var scope: String { "\(timestamp.prefix(8))/\(region)/\(service)/aws4_request" }

    private var signingKey: SymmetricKey {
        var key = SymmetricKey(data: Data("AWS4\(credentials.secretAccessKey)".utf8))
        for part in [String(timestamp.prefix(8)), region, service, "aws4_request"] {
            key = SymmetricKey(data: Self.hmac(key, part))
        }
        return key
    }

    private static func hmac(_ key: SymmetricKey, _ text: String) -> HMAC<SHA256>.MAC {
        HMAC<SHA256>.authenticationCode(for: Data(text.utf8), using: key)
    }

    /// Runs of blanks become one, none at the ends.
    private static func folded(_ value: String) -> String {
        value.split(separator: " ").joined(separator: " ")
    }

    static func hex(_ bytes: some Sequence<UInt8>) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }

    package static func timestamp(of date: Date) -> String {
        let style = Date.ISO8601FormatStyle(dateSeparator: .omitted, timeSeparator: .omitted)
        return date.formatted(style)
    }
}
