import Foundation
import Testing

import ObjectStorage

/// A server that fails in every way of SECURITY.md 5.3, row 8, and some more.
@Suite struct FaultTests {
    private static let keys = AccessKeys(accessKey: "AKIACANARY", secretKey: "canary-secret")

    private func faults() async throws -> TestServer { try await TestServer.faults.value }
    private func store(_ change: (inout ObjectStoreConfiguration) -> Void = { _ in }) async throws -> ObjectStore {
        try await faults().store(keys: Self.keys, change: change)
    }
    private func requests(_ key: String) async throws -> [String] {
        let log: [LoggedRequest] = try await faults().report("/log")
        return log.filter { $0.path == "/bucket/\(key)" }.map(\.method)
    }

    @Test(arguments: [
        "fail-twice/a", "too-many/a", "cut/once", "reset/once", "wrong-sum-once/a", "tag-of-parts/a", "kms-tag/a",
        "gzip/a",
        "fine/a",
    ])
    func passes(key: String) async throws {
        let bytes = try await store().get(key, limit: 1000)
        #expect(bytes == Array(String(repeating: "0123456789", count: 100).utf8))
    }

    @Test(
        arguments: [
            ("slow-down/b", .unavailable(status: 503, code: "SlowDown"), 8), ("cut/b", .incomplete, 8),
            ("wrong-tag/b", .corrupt(checksum: "MD5 (ETag)"), 8), ("grown/b", .incomplete, 8),
            ("error-200/b", .unavailable(status: 200, code: "InternalError"), 8),
            ("escapes/b", .unavailable(status: 500, code: ""), 4),
        ] as [(String, ObjectStorageError.Reason, Int)])
    func givesUpAfterThreeRetries(key: String, reason: ObjectStorageError.Reason, count: Int) async throws {
        let error = await fault { try await store().get(key, limit: 5000) }
        #expect(error?.reason == reason)
        #expect(error?.disposition == .transient)
        #expect(try await requests(key).count == count)
    }

    @Test(arguments: ["reset/c", "garbage/c", "headers/c"])
    func brokenConnections(key: String) async throws {
        let error = await fault { try await store().get(key, limit: 1000) }
        guard case .network = error?.reason else { return #expect(error?.reason == .notFound) }
        #expect(error?.disposition == .transient)
    }

    @Test(
        arguments: [
            ("denied/d", .accessDenied(code: "AccessDenied"), ["HEAD", "GET"]),
            ("nothing/d", .notFound, ["HEAD", "GET"]),
            ("no-bucket/d", .noSuchBucket, ["HEAD", "GET"]),
            ("huge/d", .tooLarge(size: 1_000_000_000_000, limit: 1000), ["HEAD"]),
            ("late-huge/d", .tooLarge(size: 1_000_000_000_000, limit: 1000), ["HEAD", "GET"]),
            ("endless/d", .tooLarge(size: nil, limit: 1000), ["HEAD", "GET"]),
            ("wrong-region/d", .redirected(status: 400, region: "eu-west-1"), ["HEAD", "GET"]),
            ("redirect/d", .redirected(status: 301, region: "eu-west-1"), ["HEAD"]),
            ("temporary/d", .redirected(status: 307, region: nil), ["HEAD"]),
        ] as [(String, ObjectStorageError.Reason, [String])])
    func isNotTriedAgain(key: String, reason: ObjectStorageError.Reason, requests: [String]) async throws {
        let error = await fault { try await store().get(key, limit: 1000) }
        #expect(error?.reason == reason)
        #expect(try await self.requests(key) == requests)
        let elsewhere: [LoggedRequest] = try await faults().report("/other-log")
        #expect(elsewhere.isEmpty, "nobody else was asked")
    }

    @Test func clockOfTheServer() async throws {
        let store = try await faults().store(keys: Self.keys, now: { Date() - 7200 })
        let error = await fault { try await store.get("skewed/e", limit: 10) }
        guard case .clockSkewed(let seconds?) = error?.reason else { return #expect(error?.reason == .cancelled) }
        #expect(abs(seconds - 7200) <= 2)
        #expect(error?.sentence.contains("off by \(seconds) seconds") == true)
    }

    /// An endless body ends one byte after the limit; what the server could still send sat in sockets' buffers.
    @Test func endlessBodiesAreCutOff() async throws {
        let error = await fault { try await store().get("endless/f", limit: 3 << 20) }
        #expect(error?.reason == .tooLarge(size: nil, limit: 3 << 20))
        let sent: [String: Int] = try await faults().report("/sent")
        #expect(try #require(sent["GET /bucket/endless/f"]) < 16 << 20)
    }

    /// More bytes than announced are not the object's.
    @Test func bytesBeyondTheLengthAreLeft() async throws {
        #expect(try await store().get("lie/g", limit: 1000) == Array("0123456789".utf8))
    }

    @Test func emptyObjects() async throws {
        #expect(try await store().get("empty/g", limit: 0) == [])
    }

    @Test func aByteASecondIsTooSlow() async throws {
        let store = try await store {
            $0.retry.retries = 1
            $0.retry.budget = .seconds(100)
            $0.slowPeriod = 1
        }
        let started = ContinuousClock.now
        let error = await fault { try await store.get("slow/h", limit: 1000) }
        #expect(error?.reason == .timedOut)
        #expect(started.duration(to: .now) < .seconds(30))
    }

    @Test func theBudgetHolds() async throws {
        let store = try await store {
            $0.retry.budget = .seconds(1)
            $0.slowPeriod = 20
        }
        let started = ContinuousClock.now
        let error = await fault { try await store.get("silent/i", limit: 1000) }
        #expect(error?.reason == .timedOut)
        #expect(started.duration(to: .now) < .seconds(2))
    }

    @Test func cancelledWithinASecond() async throws {
        let store = try await store { $0.slowPeriod = 20 }
        let task = Task { try await store.get("slow/j", limit: 1000) }
        try await Task.sleep(for: .milliseconds(300))
        let cancelled = ContinuousClock.now
        task.cancel()
        #expect(await fault { try await task.value }?.reason == .cancelled)
        #expect(cancelled.duration(to: .now) < .seconds(2))
    }

    @Test func nobodyListens() async throws {
        let error = await fault { try await store { $0.endpoint = "http://127.0.0.1:9" }.get("fine/k", limit: 1000) }
        guard case .network(let words) = error?.reason else { return #expect(error?.reason == .notFound) }
        #expect(words.contains("127.0.0.1 port 9"))
        #expect(error?.sentence.contains("CRICKSY_S3_ENDPOINT") == true)
    }

    @Test func noCompressionIsAskedForAndNoSecretSent() async throws {
        _ = try await store().get("fine/l", limit: 1000)
        let log: [LoggedRequest] = try await faults().report("/log")
        let sent = log.filter { $0.path == "/bucket/fine/l" }.map(\.headers)
        #expect(sent.count == 2)
        for headers in sent {
            #expect(headers["accept-encoding"] == nil)
            #expect(headers["authorization"]?.contains("SignedHeaders=host;x-amz-") == true)
            #expect(!headers.values.contains { $0.contains("canary-secret") })
        }
    }

    @Test func sentencesHoldNoSecrets() async throws {
        for key in ["slow-down/m", "denied/m", "redirect/m", "wrong-tag/m", "escapes/m", "skewed/m"] {
            let sentence = try #require(await fault { try await store().get(key, limit: 1000) }).sentence
            #expect(!sentence.lowercased().contains("canary") && !sentence.contains("Signature="), "\(sentence)")
            #expect(!sentence.contains(key) && sentence.hasSuffix("."), "\(sentence)")
            #expect(!sentence.unicodeScalars.contains { [.control, .format].contains($0.properties.generalCategory) })
        }
    }
}

/// Certificates are checked, and old TLS is refused.
@Suite struct TLSTests {
    private func fetch(_ endpoint: String, authority: String?) async throws -> ObjectStorageError? {
        let faults = try await TestServer.faults.value
        let file = try authority.map { try faults.text($0) }
        let keys = AccessKeys(accessKey: "AKIACANARY", secretKey: "canary-secret")
        let store = try faults.store(
            keys: keys, endpoint: endpoint, environment: file.map { ["AWS_CA_BUNDLE": $0] } ?? [:])
        return await fault { try await store.get("fine/tls", limit: 1000) }
    }

    @Test func knownAuthority() async throws {
        #expect(try await fetch("tls", authority: "authority") == nil)
    }

    @Test(
        arguments: [("tls", nil), ("tls", "otherAuthority"), ("tlsWrongHost", "otherAuthority")] as [(String, String?)])
    func strangers(endpoint: String, authority: String?) async throws {
        let error = try await fetch(endpoint, authority: authority)
        guard case .untrusted = error?.reason else { return #expect(error?.reason == .notFound) }
        #expect(error?.disposition == .configuration)
        #expect(error?.sentence.contains("AWS_CA_BUNDLE") == true)
    }

    @Test func oldVersion() async throws {
        let error = try await fetch("tlsOld", authority: "authority")
        guard case .network(let words) = error?.reason else { return #expect(error?.reason == .notFound) }
        #expect(words.contains("version") || words.contains("protocol"), "\(words)")
    }
}
