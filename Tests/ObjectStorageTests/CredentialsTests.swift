import Foundation
import Testing

import ObjectStorage

/// Each link of the chain, with credentials that the storage then checks.
@Suite final class CredentialsTests {
    private static let key = "plus+plus.jpg"
    /// No machine outside of this test, and no file of its owner.
    private static let alone = ["HOME": "/nonexistent", "AWS_EC2_METADATA_DISABLED": "true"]

    private func moto() async throws -> TestServer { try await TestServer.moto.value }

    private func source(_ environment: [String: String]) async throws -> CredentialsSource {
        let store = try await moto().store(
            keys: nil, environment: Self.alone.merging(environment) { $1 })
        #expect(try await store.get(Self.key, limit: 100) == Array("bytes of \(Self.key)".utf8))
        return try await store.credentialsSource()
    }

    private func refusal(_ environment: [String: String]) async throws -> ObjectStorageError {
        let store = try await moto().store(keys: nil, environment: Self.alone.merging(environment) { $1 })
        return try #require(await fault { try await store.credentialsSource() })
    }

    private let scratch: URL

    init() throws {
        scratch = FileManager.default.temporaryDirectory.appending(path: "cricksy-s3-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: scratch) }

    private func file(_ text: String) throws -> String {
        let file = scratch.appending(path: UUID().uuidString)
        try text.write(to: file, atomically: true, encoding: .utf8)
        return file.path
    }

    @Test func environment() async throws {
        let reader = try await moto().keys("reader")
        #expect(
            try await source(["AWS_ACCESS_KEY_ID": reader.accessKey, "AWS_SECRET_ACCESS_KEY": reader.secretKey])
                == .environment)
        let token = try await moto().text("session.token")
        let session = try await moto().keys("session")
        var variables = ["AWS_ACCESS_KEY_ID": session.accessKey, "AWS_SECRET_ACCESS_KEY": session.secretKey]
        variables["AWS_SESSION_TOKEN"] = token
        #expect(try await source(variables) == .environment)
        variables["AWS_SESSION_TOKEN"] = token + "x"
        let store = try await moto().store(keys: nil, environment: variables)
        let error = await fault { try await store.get(Self.key, limit: 100) }
        #expect(error?.reason == .credentialsRejected(code: "InvalidToken"))
    }

    @Test func halfAPairIsAnError() async throws {
        let error = try await refusal(["AWS_ACCESS_KEY_ID": "AKIAHALF"])
        #expect(error.sentence.contains("AWS_SECRET_ACCESS_KEY"))
        #expect(error.disposition == .configuration)
        let broken = try await refusal(["AWS_ACCESS_KEY_ID": "AKIA", "AWS_SECRET_ACCESS_KEY": "canary\r\nx-evil: 1"])
        #expect(!broken.sentence.contains("canary"))
    }

    @Test func sharedFiles() async throws {
        let reader = try await moto().keys("reader")
        let pair = "aws_access_key_id = \(reader.accessKey)\naws_secret_access_key=\(reader.secretKey) # mine\n"
        let credentials = try file("# comment\n[other]\naws_access_key_id = x\n\n[ default ]\n\(pair)\n[last]\n\(pair)")
        #expect(
            try await source(["AWS_SHARED_CREDENTIALS_FILE": credentials])
                == .sharedFile(path: credentials, profile: "default"))
        #expect(
            try await source(["AWS_SHARED_CREDENTIALS_FILE": credentials, "AWS_PROFILE": "last"])
                == .sharedFile(path: credentials, profile: "last"))
        let config = try file("[profile work]\nregion = x\ns3 =\n  max_queue_size = 5\n\(pair)")
        #expect(
            try await source(["AWS_CONFIG_FILE": config, "AWS_PROFILE": "work"])
                == .sharedFile(path: config, profile: "work"))
        let unknown = try await refusal(["AWS_CONFIG_FILE": config, "AWS_PROFILE": "play"])
        #expect(unknown.sentence.contains("AWS_PROFILE is play"))
        let half = try await refusal(["AWS_SHARED_CREDENTIALS_FILE": credentials, "AWS_PROFILE": "other"])
        #expect(half.sentence.contains("aws_secret_access_key"))
        let sso = try file("[default]\nsso_session = a\n")
        #expect(try await refusal(["AWS_CONFIG_FILE": sso]).sentence.contains("sso_session"))
    }

    @Test func webIdentity() async throws {
        let role = try await moto().text("role")
        let variables = [
            "AWS_WEB_IDENTITY_TOKEN_FILE": try file("header.payload.signature\n"), "AWS_ROLE_ARN": role,
            "AWS_ENDPOINT_URL_STS": try await moto().text("address"),
        ]
        #expect(try await source(variables) == .webIdentity(role: role))
        #expect(try await refusal(variables.merging(["AWS_ROLE_ARN": ""]) { $1 }).sentence.contains("AWS_ROLE_ARN"))
        let absent = try await refusal(variables.merging(["AWS_WEB_IDENTITY_TOKEN_FILE": "/nonexistent/token"]) { $1 })
        #expect(absent.sentence.contains("/nonexistent/token"))
    }

    @Test func container() async throws {
        let address = try await moto().text("identity") + "/container/role"
        let variables = ["AWS_CONTAINER_CREDENTIALS_FULL_URI": address]
        let token = try file("container-token")
        #expect(
            try await source(variables.merging(["AWS_CONTAINER_AUTHORIZATION_TOKEN": "container-token"]) { $1 })
                == .container(address: address))
        #expect(
            try await source(variables.merging(["AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE": token]) { $1 })
                == .container(address: address))
        let wrong = try await refusal(variables.merging(["AWS_CONTAINER_AUTHORIZATION_TOKEN": "canary"]) { $1 })
        #expect(wrong.sentence.contains("401") && !wrong.sentence.contains("canary"))
        let split = try await refusal(variables.merging(["AWS_CONTAINER_AUTHORIZATION_TOKEN": "a\r\nx: y"]) { $1 })
        #expect(split.sentence.contains("line break"))
    }

    @Test(arguments: [
        ("http://169.254.170.2/x", true), ("http://169.254.170.23/v1/credentials", true),
        ("http://127.8.9.1:99/", true),
        ("http://[fd00:ec2::23]/", true), ("http://[::1]/", true), ("http://localhost:80/", true),
        ("https://anything.example/", true), ("http://anything.example/", false), ("http://169.254.169.254/", false),
        ("http://127.0.0.1.evil.example/", false), ("http://localhost@evil.example/", false),
        ("ftp://127.0.0.1/", false),
        ("http://10.0.0.1/", false), ("127.0.0.1", false),
    ])
    func containerHosts(address: String, isAllowed: Bool) async throws {
        let sentence = "neither https nor an address of this machine"
        let store = try await moto().store(
            keys: nil,
            environment: Self.alone.merging(["AWS_CONTAINER_CREDENTIALS_FULL_URI": address]) { $1 }
        ) {
            $0.connectTimeout = .milliseconds(1)
            $0.retry.retries = 0
        }
        let error = await fault { try await store.credentialsSource() }
        #expect(error?.sentence.contains(sentence) == !isAllowed)
    }

    @Test func instanceMetadata() async throws {
        let variables = [
            "AWS_EC2_METADATA_DISABLED": "false",
            "AWS_EC2_METADATA_SERVICE_ENDPOINT": try await moto().text("identity"),
        ]
        #expect(try await source(variables) == .instanceMetadata(role: "cricksy-role"))
    }

    /// moto's own metadata service, whose credentials its storage then does not know.
    @Test func instanceMetadataOfMoto() async throws {
        let store = try await moto().store(
            keys: nil,
            environment: [
                "HOME": "/nonexistent", "AWS_EC2_METADATA_SERVICE_ENDPOINT": try await moto().text("address"),
            ])
        #expect(try await store.credentialsSource() == .instanceMetadata(role: "default-role"))
        let error = await fault { try await store.get(Self.key, limit: 100) }
        #expect(error?.reason == .credentialsRejected(code: "InvalidAccessKeyId"))
    }

    @Test func nothingAnywhere() async throws {
        _ = try await moto()
        let started = ContinuousClock.now
        let error = try await refusal([
            "AWS_EC2_METADATA_DISABLED": "", "AWS_EC2_METADATA_SERVICE_ENDPOINT": "http://127.0.0.1:9",
        ])
        #expect(started.duration(to: .now) < .seconds(2))
        guard case .noCredentials(let lookedAt) = error.reason else { return #expect(error.reason == .cancelled) }
        #expect(lookedAt.count == 5)
        #expect(error.sentence.contains("/nonexistent/.aws/credentials"))
    }
}

/// Renewal, against an endpoint that counts.
@Suite struct RenewalTests {
    private func faults() async throws -> TestServer { try await TestServer.faults.value }

    private func store(
        _ path: String, now: @escaping @Sendable () -> Date = { Date() }
    ) async throws -> ObjectStore {
        try await faults().store(
            keys: nil,
            environment: [
                "HOME": "/nonexistent",
                "AWS_CONTAINER_CREDENTIALS_FULL_URI": try await faults().text("address") + path,
            ], now: now)
    }

    private func asked(_ path: String) async throws -> Int {
        let log: [LoggedRequest] = try await faults().report("/log")
        return log.filter { $0.path == path }.count
    }

    @Test(arguments: ["old-key/400", "old-key/403"])
    func expiredCredentialsAreRenewedOnce(key: String) async throws {
        let path = "/role/credentials/expired-\(key.suffix(3))"
        #expect(try await store(path).get(key, limit: 1000).count == 1000)
        #expect(try await asked(path) == 2)
    }

    @Test func manyAskOnce() async throws {
        let path = "/role/credentials/single"
        let store = try await store(path)
        try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<20 { group.addTask { try await store.get("old-key/x", limit: 1000).count } }
            for try await count in group { #expect(count == 1000) }
        }
        #expect(try await asked(path) == 1)
    }

    @Test func shortLivedOnesAreRenewedBeforeTheyExpire() async throws {
        let path = "/role/credentials/short"
        let store = try await store(path)
        _ = try await store.get("old-key/x", limit: 1000)
        let first = try await asked(path)
        _ = try await store.get("old-key/x", limit: 1000)
        #expect(try await asked(path) > first)
    }

    @Test func validOnesAreUsedWhileRenewalFails() async throws {
        let path = "/role/credentials/short-broken"
        let store = try await store(path)
        _ = try await store.get("old-key/x", limit: 1000)
        _ = try await store.get("old-key/x", limit: 1000)
        let asked = try await asked(path)
        #expect(asked > 1)
        _ = try await store.get("old-key/x", limit: 1000)
        #expect(try await self.asked(path) == asked, "a renewal that failed is not tried for every request")
    }

    @Test func aSourceThatFailsOnceIsAskedAgain() async throws {
        let path = "/role/credentials/stumbling"
        #expect(try await store(path).get("old-key/x", limit: 1000).count == 1000)
        #expect(try await asked(path) == 2)
    }

    @Test func cancellingOneCallerLeavesTheOthers() async throws {
        let store = try await store("/role/credentials/cancelled")
        let first = Task { try await store.get("old-key/x", limit: 1000).count }
        try await Task.sleep(for: .milliseconds(50))
        let second = Task { try await store.get("old-key/x", limit: 1000).count }
        first.cancel()
        #expect(try await second.value == 1000)
        #expect(await fault { try await first.value }?.reason == .cancelled)
    }
}
