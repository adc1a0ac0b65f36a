import Postgres
import Synchronization
import Testing

/// Rows for tests; every test has ids of its own.
enum Uploads {
    private static let lastID = Mutex(1000)

    static func insert(_ admin: Database, status: String = "processing", key: String? = nil)
        async throws -> Int
    {
        let id = lastID.withLock { last in
            last += 1
            return last
        }
        let sql = """
            INSERT INTO uploads (id, uploader_id, filename, file_type, s3_key, status, upload_metadata, updated_at)
            VALUES ($1::integer, 'u', $2, 'image/png', $3, $4, '{}', '2020-01-01')
            """
        _ = try await admin.query(
            Statement(sql),
            [String(id), "it's a \"card\" \\ \u{1F3CF}.png", key ?? "uploads/u/\(id)/c.png", status])
        return id
    }

    /// status, preview, error, whether updated_at is fresh.
    static func row(_ admin: Database, _ id: Int) async throws -> [String?] {
        let sql = """
            SELECT status, parsed_preview::text, error_message, now() - updated_at BETWEEN '-1 s' AND '60 s'
            FROM uploads WHERE id = $1::integer
            """
        return try #require(try await admin.query(Statement(sql), [String(id)]).values.first)
    }
}

/// A database's events, for tests.
final class EventLog: Sendable {
    private let events = Mutex<[(ContinuousClock.Instant, DatabaseEvent)]>([])

    func add(_ event: DatabaseEvent) { events.withLock { $0.append((.now, event)) } }
    var all: [DatabaseEvent] { events.withLock { $0.map(\.1) } }
    var failureTimes: [ContinuousClock.Instant] {
        events.withLock { events in
            events.compactMap { if case .connectionFailed = $0.1 { $0.0 } else { nil } }
        }
    }
    var connections: Int { all.count { if case .connected = $0 { true } else { false } } }
    var losses: Int { all.count { if case .connectionLost = $0 { true } else { false } } }
}

/// The error that the call must throw.
func failure<Value>(_ call: () async throws(PostgresError) -> Value) async throws -> PostgresError {
    do throws(PostgresError) {
        let value = try await call()
        Issue.record("no error but \(value)")
        throw PostgresError(.unexpectedAnswer)
    } catch {
        return error
    }
}
