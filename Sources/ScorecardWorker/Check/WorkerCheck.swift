internal import Foundation
internal import ObjectStorage
internal import Postgres
internal import TunedConfiguration

/// The troubleshooting page as a program: looks at everything that the worker needs, all at once. Queues and rows
/// stay as they are.
public struct WorkerCheck: Sendable {
    /// No server is waited for longer.
    static let patience: Duration = .seconds(3)
    /// No part takes longer, whatever hangs.
    static let limit: Duration = .seconds(8)

    private let configuration: WorkerConfiguration
    private let environment: [String: String]

    /// - Parameter environment: where AWS's credential chain looks first.
    public init(_ configuration: WorkerConfiguration, environment: [String: String]) {
        self.configuration = configuration
        self.environment = environment
    }

    /// Looks; under ten seconds even when every server is away.
    public func run() async -> CheckReport {
        let start = ContinuousClock.now
        let parts = parts
        let found = await withTaskGroup(of: (Int, [Finding]).self) { group in
            for (index, part) in parts.enumerated() {
                group.addTask { (index, await within(Self.limit, part.look) ?? [Self.late(part.subject)]) }
            }
            return await group.reduce(into: [Int: [Finding]]()) { $0[$1.0] = $1.1 }
        }
        let findings = parts.indices.flatMap { found[$0] ?? [] }
        return CheckReport(settings + findings, seconds: (ContinuousClock.now - start).inSeconds)
    }

    private typealias Part = (subject: String, look: @Sendable () async -> [Finding])

    private var parts: [Part] {
        let (configuration, environment) = (configuration, environment)
        let engine = ReaderCheck(configuration)
        return [
            ("broker", { await BrokerCheck(configuration.queue).findings }),
            ("results", { await ResultsCheck(configuration.queue).findings }),
            ("database", { await Self.database(configuration.database) }),
            ("storage", { await Self.storage(configuration.storage, environment) }),
            ("reader", { await engine.findings }),
            ("machine", { MachineCheck(configuration, machine: .current()).findings }),
        ]
    }

    private static func late(_ subject: String) -> Finding {
        .failed(
            subject, "no answer within \(limit.inSeconds.plain) s",
            remedy: "See whether the name server, the server itself or the disk hangs.")
    }

    private var settings: [Finding] {
        let isOn = configuration.task.isOCREnabled
        return [
            .good("settings", "can be used; `cricksy-worker config explain` shows them and where they came from"),
            .check(
                "reading", isOn, isOn ? "on" : "off: every upload ends as skipped",
                remedy: "Set CRICKSY_ENABLE_OCR=1 if cards are to be read."),
        ]
    }

    // MARK: Database and bucket

    private static func database(_ secret: Secret?) async -> [Finding] {
        guard let secret else {
            return [
                .failed("database", "DATABASE_URL is not set", remedy: "Set it to the backend's PostgreSQL URL.")
            ]
        }
        do throws(PostgresError) {
            var settings = DatabaseConfiguration(
                url: try DatabaseURL(secret.exposed), applicationName: "cricksy-worker check",
                connectTimeout: .seconds(2), statementTimeout: patience, patience: patience)
            settings.connectTimeout = min(settings.connectTimeout, patience)
            return try await Database(settings).check(patience: patience).map { Finding($0) }
        } catch {
            return [.failed("database", error.sentence, remedy: "Correct DATABASE_URL.")]
        }
    }

    private static func storage(_ settings: StorageSettings, _ environment: [String: String]) async -> [Finding] {
        do throws(ObjectStorageError) {
            let store = try ObjectStore(configuration(settings, environment))
            let check = try await store.check()
            return found(check, at: store.address)
        } catch {
            return [.failed("storage", "bucket \(settings.bucket.quotable): \(error.sentence)", remedy: remedy(error))]
        }
    }

    private static func configuration(
        _ settings: StorageSettings, _ environment: [String: String]
    ) -> ObjectStoreConfiguration {
        let keys = settings.keys.map { AccessKeys(accessKey: $0.access.exposed, secretKey: $0.secret.exposed) }
        var configuration = ObjectStoreConfiguration(
            bucket: settings.bucket, region: settings.region, endpoint: settings.endpoint?.exposed, accessKeys: keys,
            environment: environment)
        configuration.connectTimeout = patience
        configuration.retry.retries = 0
        configuration.retry.budget = patience * 2
        return configuration
    }

    private static func found(_ check: StorageCheck, at address: String) -> [Finding] {
        let source = "\(address) with \(check.credentials)"
        let bucket = Finding.check(
            "storage", check.isReadable == true,
            check.isReadable == true
                ? source
                : "\(source): without s3:ListBucket it cannot be told whether objects may be read",
            remedy: "Give the worker s3:GetObject on the bucket's objects, and s3:ListBucket on the bucket.")
        return [bucket] + (check.clockSkew.map { [.clock("storage clock", skew: Double($0))] } ?? [])
    }

    private static func remedy(_ error: ObjectStorageError) -> String {
        switch error.disposition {
        case .transient: "See whether the storage runs, and whether CRICKSY_S3_ENDPOINT and the network lead to it."
        case .permanent, .configuration:
            "Check CRICKSY_S3_BUCKET, CRICKSY_S3_REGION, CRICKSY_S3_ENDPOINT and the credentials."
        }
    }
}
