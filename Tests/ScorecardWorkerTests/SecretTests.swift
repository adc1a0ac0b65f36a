import Foundation
import ScorecardWorker
import Testing

/// No way of printing shows a secret.
@Suite struct SecretTests {
    static let canary = "c4n4ry"

    @Test(arguments: [
        ("redis://:c4n4ry@h:6379/0", "redis://:***@h:6379/0"),
        ("redis://user:c4n4ry@h/0", "redis://user:***@h/0"),
        ("redis://user:c4n4ry/x?y@z#c4n4ry@h/0", "redis://user:***@h/0"),
        ("redis://c4n4ry%20x@h/0", "redis://***@h/0"),
        (
            "redis+socket:///run/r.sock?virtual_host=4&password=c4n4ry",
            "redis+socket:///run/r.sock?virtual_host=4&password=***"
        ),
        (
            "postgresql://h/d?user=u&sslpassword=c4n4ry&sslmode=require",
            "postgresql://h/d?user=u&sslpassword=***&sslmode=require"
        ),
        ("postgresql://h/d?p%61ssword=c4n4ry", "postgresql://h/d?p%61ssword=***"),
        ("rediss://h/1?ssl_keyfile=/k.pem", "rediss://h/1?ssl_keyfile=/k.pem"), ("c4n4ry", "***"),
        ("host=h password=c4n4ry", "***"), ("x c4n4ry://h", "***"),
    ])
    func urlsAreMasked(text: String, masked: String) {
        let secret = Secret(text, isURL: true)
        #expect(secret.description == masked)
        var dumped = ""
        dump(secret, to: &dumped)
        for output in ["\(secret)", String(reflecting: secret), dumped, "\([secret])"] {
            #expect(!output.contains(SecretTests.canary))
        }
        #expect(secret.exposed == text)
    }

    @Test func plainSecretsShowNothing() {
        #expect(Secret("aws://c4n4ry").description == "***")
    }

    static let environment = [
        "CRICKSY_CELERY_BROKER_URL": "redis://u:c4n4ry@h/0", "CRICKSY_CELERY_RESULT_BACKEND": "redis://:c4n4ry@h/1",
        "DATABASE_URL": "postgresql+asyncpg://u:c4n4ry@h/d", "CRICKSY_S3_ACCESS_KEY": "c4n4ry",
        "CRICKSY_S3_SECRET_KEY": "c4n4ry", "CRICKSY_S3_ENDPOINT": "http://u:c4n4ry@minio:9000",
        "CRICKSY_WORKER_BROKER_TRANSPORT_OPTIONS": "{\"password\": \"c4n4ry\"}",
    ]

    @Test func noOutputHoldsTheCanary() throws {
        let configuration = try SettingsFixture.configuration([:], SecretTests.environment)
        var dumped = ""
        dump(configuration, to: &dumped)
        let report = ConfigurationReport(configuration)
        for output in [report.text, report.json, dumped, "\(configuration)", configuration.notes.joined()] {
            #expect(!output.contains(SecretTests.canary))
        }
        #expect(configuration.database?.exposed == "postgresql+asyncpg://u:c4n4ry@h/d")
        #expect(configuration.storage.keys?.secret.exposed == "c4n4ry")
    }

    @Test(arguments: [
        ["CRICKSY_CELERY_BROKER_URL": "c4n4ry"], ["CRICKSY_REDIS_URL": "sentinel://:c4n4ry@h"],
        ["DATABASE_URL": "mysql://u:c4n4ry@h/d"], ["CRICKSY_S3_SECRET_KEY": "c4n4ry"],
        ["CRICKSY_WORKER_BROKER_TRANSPORT_OPTIONS": "{\"sentinel_kwargs\": {\"password\": \"c4n4ry\"}}"],
        ["CRICKSY_WORKER_CONCURRENCY": "redis://:c4n4ry@h/0"], ["CRICKSY_S3_ENDPOINT": "minio:c4n4ry"],
    ])
    func noErrorHoldsTheCanary(environment: [String: String]) throws {
        let sentence = try #require(SettingsFixture.refusal([:], environment))
        #expect(!sentence.contains(SecretTests.canary))
        #expect(sentence.contains(try #require(environment.keys.first)))
    }

    @Test func secretsComeFromFiles() throws {
        let directory = try TemporaryDirectory()
        let path = try directory.file("broker", "redis://:c4n4ry@h/0\n")
        let configuration = try SettingsFixture.configuration([:], ["CRICKSY_CELERY_BROKER_URL_FILE": path])
        #expect(configuration.queue.broker.exposed == "redis://:c4n4ry@h/0")
        #expect(
            configuration.source(of: "broker")
                == .secretFile(variable: "CRICKSY_CELERY_BROKER_URL_FILE", path: path))
    }

    @Test(arguments: [0o640, 0o604, 0o644, 0o620])
    func filesThatOthersMayOpenAreRefused(mode: Int) throws {
        let directory = try TemporaryDirectory()
        let path = try directory.file("secret", "c4n4ry", mode: mode)
        let sentence = try #require(SettingsFixture.refusal([:], ["CRICKSY_S3_SECRET_KEY_FILE": path]))
        #expect(sentence.contains("can be read by others than its owner; run `chmod 600` on it"))
    }

    @Test func filesThatHoldNoSecretAreRefused() throws {
        let directory = try TemporaryDirectory()
        let empty = try directory.file("empty", "\n")
        let cases = [
            (empty, "is empty"), ("/nowhere/secret", "cannot be opened: No such file"),
            (directory.path, "is no regular file"),
            (try directory.file("long", String(repeating: "x", count: 70_000)), "is no text of at most 65536 bytes"),
        ]
        for (path, reason) in cases {
            let sentence = try #require(SettingsFixture.refusal([:], ["DATABASE_URL_FILE": path]))
            #expect(sentence.contains(reason))
            #expect(sentence.hasPrefix("The file \(path) that DATABASE_URL_FILE names"))
        }
        let both = ["DATABASE_URL": "postgresql://h/d", "DATABASE_URL_FILE": empty]
        #expect(
            SettingsFixture.refusal([:], both) == "Both DATABASE_URL and DATABASE_URL_FILE are set; unset one of them.")
    }
}
