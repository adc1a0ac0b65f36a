import Foundation
import Testing

import ObjectStorage

/// Against real servers that check every signature: moto with authentication on, and OpenStack Swift's s3api, which,
/// like AWS, refuses what moto forgives.
@Suite struct ServerTests {
    private func moto() async throws -> TestServer { try await TestServer.moto.value }
    private func swift() async throws -> TestServer { try await TestServer.swift.value }

    @Test func hostileKeysAtMoto() async throws {
        try await readAll(try await moto().store(keys: moto().keys("reader")))
    }

    @Test func hostileKeysAtSwift() async throws {
        try await readAll(try await swift().store(keys: swift().keys("reader")))
    }

    private func readAll(_ store: ObjectStore) async throws {
        for key in HostileKeys.accepted {
            let expected = Array("bytes of \(key)".utf8)
            #expect(try await store.head(key).size == expected.count, "\(key)")
            #expect(try await store.get(key, limit: 4096) == expected, "\(key)")
        }
    }

    @Test func manyAtOnce() async throws {
        let store = try await moto().store(keys: moto().keys("reader")) { $0.connections = 2 }
        try await withThrowingTaskGroup(of: Bool.self) { group in
            for key in HostileKeys.accepted {
                group.addTask { try await store.get(key, limit: 4096) == Array("bytes of \(key)".utf8) }
            }
            for try await isRight in group { #expect(isRight) }
        }
    }

    @Test func limitIsInclusive() async throws {
        let store = try await moto().store(keys: moto().keys("reader"))
        let size = try await store.head("plus+plus.jpg").size
        #expect(try await store.get("plus+plus.jpg", limit: size).count == size)
        let error = await fault { try await store.get("plus+plus.jpg", limit: size - 1) }
        #expect(error?.reason == .tooLarge(size: size, limit: size - 1))
        #expect(error?.disposition == .permanent)
    }

    /// Five megabytes and a byte in two parts: the ETag is no MD5, and the buffer is no larger than it must be.
    @Test func objectInParts() async throws {
        let bytes = try await moto().store(keys: moto().keys("reader")).get("parts", limit: 6 << 20)
        #expect(bytes.count == (5 << 20) + 1)
        // jemalloc's size classes are a quarter apart; growing by doubling would show as a third or more.
        #expect(bytes.capacity <= bytes.count + bytes.count / 4)
        #expect(bytes.last == UInt8(ascii: "b"))
    }

    @Test(arguments: ["CRC32", "SHA1", "SHA256"])
    func checksumsOfTheServer(algorithm: String) async throws {
        let store = try await moto().store(keys: moto().keys("reader"))
        #expect(try await store.get("checksum/\(algorithm)", limit: 100) == Array("summed up".utf8))
    }

    @Test func whatIsNotThere() async throws {
        for server in [try await moto(), try await swift()] {
            let keys = try server.keys("reader")
            #expect(await fault { try await server.store(keys: keys).get("none", limit: 9) }?.reason == .notFound)
            let elsewhere = try server.store(keys: keys, bucket: "no-such-bucket-here")
            let error = await fault { try await elsewhere.get("none", limit: 9) }
            #expect(error?.reason == .noSuchBucket)
            #expect(error?.disposition == .configuration)
            #expect(await fault { try await elsewhere.check() }?.reason == .noSuchBucket)
        }
    }

    @Test func whoMayNot() async throws {
        let stranger = try await moto().store(keys: moto().keys("stranger"))
        let error = await fault { try await stranger.get("plus+plus.jpg", limit: 100) }
        #expect(error?.reason == .accessDenied(code: "AccessDenied"))
        #expect(error?.disposition == .permanent)
        #expect(try await stranger.check().isReadable == nil)
    }

    @Test func wrongKeys() async throws {
        for server in [try await moto(), try await swift()] {
            var keys = try server.keys("reader")
            keys.secretKey += "x"
            let error = await fault { try await server.store(keys: keys).get("plus+plus.jpg", limit: 100) }
            #expect(error?.reason == .credentialsRejected(code: "SignatureDoesNotMatch"))
            #expect(error?.disposition == .configuration)
            keys.accessKey = "nobody"
            let unknown = await fault { try await server.store(keys: keys).check() }
            // s3api does not tell an unknown key from a wrong secret.
            let code = server.isMoto ? "InvalidAccessKeyId" : "SignatureDoesNotMatch"
            #expect(unknown?.reason == .credentialsRejected(code: code))
            #expect(unknown?.sentence.contains(keys.secretKey) == false)
        }
    }

    @Test func wrongRegion() async throws {
        let store = try await swift().store(keys: swift().keys("reader")) { $0.region = "eu-west-1" }
        let error = await fault { try await store.check() }
        #expect(error?.reason == .redirected(status: 400, region: "us-east-1"))
        #expect(error?.sentence.contains("CRICKSY_S3_REGION to us-east-1") == true)
    }

    @Test func clock() async throws {
        let hourAhead: @Sendable () -> Date = { Date() + 3600 }
        let store = try await swift().store(keys: swift().keys("reader"), now: hourAhead)
        let error = await fault { try await store.check() }
        #expect(error?.reason == .clockSkewed(seconds: -3600) || error?.reason == .clockSkewed(seconds: -3601))
        #expect(error?.sentence.contains("360") == true)
    }

    @Test func check() async throws {
        for server in [try await moto(), try await swift()] {
            let check = try await server.store(keys: server.keys("reader")).check()
            #expect(check.isReadable == true)
            #expect(abs(check.clockSkew ?? 99) <= 2)
            #expect(check.credentials == .settings)
        }
    }
}
