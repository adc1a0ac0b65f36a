import Foundation
import Testing

import ObjectStorage

/// Against what AWS published: its Signature Version 4 test suite, and the examples in the Amazon S3 API Reference.
@Suite struct SignatureTests {
    static let token =
        "AQoDYXdzEPT//////////wEXAMPLEtc764bNrC9SAPBSM22wDOk4x4HIZ8j4FZTwdQWLWsKWHGBuFqwAeMicRXmxfpSPfIeoIYRqTflfKD8YUuwthAx7mSEI/qkPpKPi/kMcGdQrmGdeehM4IC1NtBmUpp2wUE8phUZampKsburEDy0KPkyQDYwT7WZ0wq5VSXDvp75YU9HFvlRd8Tx6q6fE8YQcHNVXAkiY9q6d+xo0rKwT38xVqr7ZD0u0iPPkUL64lIZbqBAz+scqKmlzm8FDrypNC9Yjc8fPOLn9FX9KSYvKTr4rvx3iSIlTJabIQwj2ICCR/oLxBA=="

    struct Vector: CustomTestStringConvertible, Sendable {
        var name: String
        var method = "GET"
        var path = "/"
        var query: [(name: String, value: String)] = []
        var token: String?
        var signature: String
        var testDescription: String { name }
    }

    @Test(arguments: [
        Vector(name: "get-vanilla", signature: "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31"),
        Vector(
            name: "get-unreserved", path: "/-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz",
            signature: "07ef7494c76fa4850883e2b006601f940f8a34d404d0cfa977f52a65bbf5f24f"),
        Vector(
            name: "get-utf8", path: "/ሴ", signature: "8318018e0b0f223aa2bbf98705b62bb787dc9c0e678f255a891fd03141be5d85"),
        Vector(
            name: "get-space-unnormalized", path: "/example space/",
            signature: "652487583200325589f1fba4c7e578f72c47cb61beeca81406b39ddec1366741"),
        Vector(
            name: "get-slashes-unnormalized", path: "//example//",
            signature: "87cca117541a147f6df867677d98a7d80dff226d2bfca9e4ffa899665623c7e5"),
        Vector(
            name: "get-vanilla-query-order-key-case", query: [("Param2", "value2"), ("Param1", "value1")],
            signature: "b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500"),
        Vector(
            name: "get-vanilla-query-order-encoded",
            query: [("Param-3", "Value3"), ("Param", "Value2"), ("ሴ", "Value1")],
            signature: "371d3713e185cc334048618a97f809c9ffe339c62934c032af5a0e595648fcac"),
        Vector(
            name: "post-vanilla", method: "POST",
            signature: "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b"),
        Vector(
            name: "post-sts-header-before", method: "POST", token: token,
            signature: "85d96828115b5dc0cfc3bd16ad9e210dd772bbebba041836c64533a82be05ead"),
    ])
    func suite(vector: Vector) {
        var headers = [HTTPHeader("x-amz-date", "20150830T123600Z"), HTTPHeader("host", "example.amazonaws.com")]
        if let token = vector.token { headers.append(HTTPHeader("x-amz-security-token", token)) }
        let signature = SignatureV4(
            credentials: Credentials(
                accessKeyID: "AKIDEXAMPLE", secretAccessKey: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"),
            region: "us-east-1", service: "service", date: Date(timeIntervalSince1970: 1_440_938_160))
        let header = signature.authorization(
            method: vector.method, path: PercentEncoding.encode(vector.path, keepsSlash: true), query: vector.query,
            headers: headers, payloadHash: SignatureV4.emptyPayloadHash)
        let names = vector.token == nil ? "host;x-amz-date" : "host;x-amz-date;x-amz-security-token"
        #expect(
            header == "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, "
                + "SignedHeaders=\(names), Signature=\(vector.signature)")
    }

    private static let examples: [(String, [(name: String, value: String)], [HTTPHeader], String)] = [
        (
            "/test.txt", [], [HTTPHeader("range", "bytes=0-9")],
            "f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41"
        ),
        ("/", [("lifecycle", "")], [], "fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543"),
        (
            "/", [("prefix", "J"), ("max-keys", "2")], [],
            "34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7"
        ),
    ]

    @Test(arguments: examples)
    func s3(path: String, query: [(name: String, value: String)], extra: [HTTPHeader], expected: String) {
        let signature = SignatureV4(
            credentials: Credentials(
                accessKeyID: "AKIAIOSFODNN7EXAMPLE", secretAccessKey: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"),
            region: "us-east-1", service: "s3", date: Date(timeIntervalSince1970: 1_369_353_600))
        let headers =
            extra + [
                HTTPHeader("host", "examplebucket.s3.amazonaws.com"), HTTPHeader("x-amz-date", signature.timestamp),
                HTTPHeader("x-amz-content-sha256", SignatureV4.emptyPayloadHash),
            ]
        let header = signature.authorization(
            method: "GET", path: path, query: query, headers: headers, payloadHash: SignatureV4.emptyPayloadHash)
        #expect(header.hasSuffix("Signature=\(expected)"))
    }

    @Test(arguments: [
        (0.0, "19700101T000000Z"), (1_709_164_800, "20240229T000000Z"), (1_735_689_599.9, "20241231T235959Z"),
        (951_782_399, "20000228T235959Z"),
    ])
    func timestamps(seconds: Double, expected: String) {
        #expect(SignatureV4.timestamp(of: Date(timeIntervalSince1970: seconds)) == expected)
    }

    @Test(arguments: [
        ("a b+c=d&e", "a%20b%2Bc%3Dd%26e"), ("%2F", "%252F"), ("é", "%C3%A9"), ("🏏", "%F0%9F%8F%8F"), ("a/b", "a/b"),
        ("!'()*\"", "%21%27%28%29%2A%22"), ("-_.~", "-_.~"),
    ])
    func encoding(text: String, expected: String) {
        #expect(PercentEncoding.encode(text, keepsSlash: true) == expected)
    }

    @Test(arguments: HostileKeys.refused)
    func refusedKeys(key: String, refusal: KeyRefusal) throws {
        let error = #expect(throws: ObjectStorageError.self) { _ = try ObjectKey(key) }
        #expect(error?.reason == .refusedKey(refusal))
        #expect(error?.disposition == .permanent)
    }

    @Test func keysKeepTheirBytes() throws {
        for key in HostileKeys.accepted { #expect(try ObjectKey(key).text.utf8.elementsEqual(key.utf8)) }
        #expect(try ObjectKey(String(repeating: "k", count: 1024)).text.utf8.count == 1024)
    }
}
