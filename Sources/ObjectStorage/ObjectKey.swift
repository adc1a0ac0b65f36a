/// A key that may be asked for. Byte for byte the one given: nothing is folded or normalized.
package struct ObjectKey: Sendable {
    /// S3's limit, in bytes of UTF-8.
    static let longest = 1024
    package let text: String

    package init(_ text: String) throws(ObjectStorageError) {
        if let refusal = Self.refusal(of: text) { throw ObjectStorageError(.refusedKey(refusal)) }
        self.text = text
    }

    private static func refusal(of text: String) -> KeyRefusal? {
        if text.isEmpty { return .empty }
        if text.utf8.count > longest { return .tooLong }
        if text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) {
            return .controlCharacter
        }
        if text.utf8.first == UInt8(ascii: "/") { return .leadingSlash }
        let segments = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        return segments.contains { $0.elementsEqual(".".utf8) || $0.elementsEqual("..".utf8) }
            ? .dotSegment : nil
    }
}

/// Percent-encoding as SigV4 wants it: every byte but `A-Z a-z 0-9 - _ . ~`, upper-case digits.
package enum PercentEncoding {
    /// - Parameter keepsSlash: true for paths, false for what stands in a query.
    package static func encode(_ text: String, keepsSlash: Bool) -> String {
        var encoded: [UInt8] = []
        encoded.reserveCapacity(text.utf8.count)
        for byte in text.utf8 {
            if isUnreserved(byte) || keepsSlash && byte == UInt8(ascii: "/") {
                encoded.append(byte)
            } else {
                encoded += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: encoded, as: UTF8.self)
    }

    private static let digits = Array("0123456789ABCDEF".utf8)

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
            UInt8(ascii: "."),
            UInt8(ascii: "~"):
            true
        default: false
        }
    }
}
