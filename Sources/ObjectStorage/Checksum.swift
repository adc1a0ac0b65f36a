internal import Crypto
internal import FoundationEssentials

/// A checksum that a server gave with an object.
package enum Checksum: Sendable, Equatable {
    /// The object's ETag, where it is the MD5 of its bytes.
    case md5(String)
    case crc32(String)
    case crc32c(String)
    case crc64nvme(String)
    case sha1(String)
    case sha256(String)

    /// The best checksum of the whole object among the headers of a GET; nil when there is none.
    /// Checksums of an object uploaded in parts cover the parts' checksums, not the bytes.
    package static func given(by headers: [String: String]) -> Checksum? {
        let makers: [(String, (String) -> Checksum)] = [
            ("sha256", Checksum.sha256), ("sha1", Checksum.sha1), ("crc64nvme", Checksum.crc64nvme),
            ("crc32c", Checksum.crc32c), ("crc32", Checksum.crc32),
        ]
        if headers["x-amz-checksum-type"] != "COMPOSITE" {
            for (name, make) in makers {
                if let value = headers["x-amz-checksum-\(name)"], !value.contains("-") {
                    return make(value)
                }
            }
        }
        return md5(ofETag: headers)
    }

    /// As S3 writes the header's name.
    var name: String {
        switch self {
        case .md5: "MD5 (ETag)"
        case .crc32: "CRC32"
        case .crc32c: "CRC32C"
        case .crc64nvme: "CRC64NVME"
        case .sha1: "SHA1"
        case .sha256: "SHA256"
        }
    }

    package func matches(_ bytes: [UInt8]) -> Bool {
        switch self {
        case .md5(let hex): SignatureV4.hex(Insecure.MD5.hash(data: bytes)) == hex
        case .crc32(let text): Self.bigEndian(CyclicChecksum.crc32.of(bytes), bytes: 4) == text
        case .crc32c(let text): Self.bigEndian(CyclicChecksum.crc32c.of(bytes), bytes: 4) == text
        case .crc64nvme(let text): Self.bigEndian(CyclicChecksum.crc64nvme.of(bytes), bytes: 8) == text
        case .sha1(let text): Data(Insecure.SHA1.hash(data: bytes)).base64EncodedString() == text
        case .sha256(let text): Data(SHA256.hash(data: bytes)).base64EncodedString() == text
        }
    }

    /// An ETag is no MD5 when the object came in parts (`-` in it) or is encrypted with a key of KMS or the customer's.
    private static func md5(ofETag headers: [String: String]) -> Checksum? {
        if headers["x-amz-server-side-encryption"]?.hasPrefix("aws:kms") == true { return nil }
        if headers["x-amz-server-side-encryption-customer-algorithm"] != nil { return nil }
        guard let tag = headers["etag"], tag.hasPrefix("\""), tag.hasSuffix("\""), tag.utf8.count == 34
        else { return nil }
        let hex = tag.dropFirst().dropLast().lowercased()
        return hex.allSatisfy(\.isHexDigit) ? .md5(hex) : nil
    }

    private static func bigEndian(_ value: UInt64, bytes: Int) -> String {
        Data((0..<bytes).reversed().map { UInt8(truncatingIfNeeded: value >> (8 * $0)) })
            .base64EncodedString()
    }
}

/// A reflected CRC with all bits set at the start and inverted at the end.
struct CyclicChecksum: Sendable {
    static let crc32 = CyclicChecksum(width: 32, polynomial: 0xEDB8_8320)
    static let crc32c = CyclicChecksum(width: 32, polynomial: 0x82F6_3B78)
    /// The NVMe specification's 64-bit CRC, Rocksoft's parameters.
    static let crc64nvme = CyclicChecksum(width: 64, polynomial: 0x9A6C_9329_AC4B_C9B5)

    private let table: [UInt64]
    private let ones: UInt64

    private init(width: UInt64, polynomial: UInt64) {
        ones = UInt64.max >> (64 - width)
        table = (0..<256).map { byte in
            (0..<8).reduce(UInt64(byte)) { value, _ in
                value & 1 == 1 ? value >> 1 ^ polynomial : value >> 1
            }
        }
    }

    func of(_ bytes: [UInt8]) -> UInt64 {
        table.withUnsafeBufferPointer { table in
            bytes.reduce(ones) { $0 >> 8 ^ table[Int(UInt8(truncatingIfNeeded: $0) ^ $1)] } ^ ones
        }
    }
}
