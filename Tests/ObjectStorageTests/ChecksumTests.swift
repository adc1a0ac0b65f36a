import Testing

import ObjectStorage

@Suite struct ChecksumTests {
    /// The check values of the CRC catalogue and of RFC 1321, RFC 3174 and FIPS 180 for the same nine digits.
    static let digits = Array("123456789".utf8)

    @Test(arguments: [
        ("x-amz-checksum-crc32", "y/Q5Jg=="), ("x-amz-checksum-crc32c", "4waSgw=="),
        ("x-amz-checksum-crc64nvme", "rosUhgp5mIg="), ("x-amz-checksum-sha1", "98O8HYCOBHMq32eZZczDTKeuNEE="),
        ("x-amz-checksum-sha256", "FeKw08M4keuw8e9gnsQZQgwg4yDOlMZfvIwzEkSOsiU="),
        ("etag", "\"25f9e794323b453885f5181f1b624d0b\""), ("etag", "\"25F9E794323B453885F5181F1B624D0B\""),
    ])
    func published(header: String, value: String) {
        let checksum = Checksum.given(by: [header: value])
        #expect(checksum?.matches(Self.digits) == true)
        #expect(checksum?.matches(Array("123456780".utf8)) == false)
        #expect(checksum?.matches([]) == false)
    }

    @Test(arguments: [
        ["etag": "\"25f9e794323b453885f5181f1b624d0b-2\""], ["etag": "W/\"25f9e794323b453885f5181f1b624d0b\""],
        ["etag": "25f9e794323b453885f5181f1b624d0b"], ["x-amz-checksum-crc32": "y/Q5Jg==-3"],
        ["x-amz-checksum-crc32": "y/Q5Jg==", "x-amz-checksum-type": "COMPOSITE"],
        ["etag": "\"25f9e794323b453885f5181f1b624d0b\"", "x-amz-server-side-encryption": "aws:kms"],
        ["etag": "\"25f9e794323b453885f5181f1b624d0b\"", "x-amz-server-side-encryption": "aws:kms:dsse"],
        ["etag": "\"25f9e794323b453885f5181f1b624d0b\"", "x-amz-server-side-encryption-customer-algorithm": "AES256"],
        [:],
    ])
    func notOfTheBytes(headers: [String: String]) {
        #expect(Checksum.given(by: headers) == nil)
    }

    @Test func xmlErrors() {
        let error = XMLLeaves(
            Array("<?xml version=\"1.0\"?>\n<Error><Code>No&amp;&#x4B;</Code><Message a='b'/><B>x</B></Error>\n".utf8))
        #expect(error?.root == "Error")
        #expect(error?["Code"] == "No&K")
        #expect(error?["Missing"] == nil)
    }

    @Test(arguments: [
        "", "<", "<a>", "<a></b>", "<a></a><b></b>", "<!DOCTYPE a><a></a>", "<a><![CDATA[x]]></a>", "<a>&bogus;</a>",
        "<a>&#xD800;</a>", "text", "<a/>text", String(repeating: "<a>", count: 100), "<a>x<b></b></a>", "<?xml",
    ])
    func xmlRefused(text: String) {
        #expect(XMLLeaves(Array(text.utf8)) == nil)
    }

    @Test func xmlSurvivesDamage() {
        let whole = Array("<?xml version=\"1.0\"?><Error><Code>SlowDown</Code></Error>".utf8)
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<2000 {
            var bytes = whole
            for _ in 0..<3 { bytes[Int.random(in: 0..<bytes.count, using: &generator)] = .random(in: 0...255) }
            if let leaves = XMLLeaves(Array(bytes.prefix(.random(in: 0...bytes.count)))) {
                #expect(!leaves.root.isEmpty)
            }
        }
    }
}
