/// The table `uploads`, which the backend makes and migrates.
///
/// Each transition is one statement, guarded by the statuses that it expects: of several at once one wins, and doing it
/// again is harmless. Each sets `updated_at`.
public struct UploadsTable: Sendable {
    private let database: Database

    /// Creates the table's client.
    public init(_ database: Database) {
        self.database = database
    }

    /// The row; nil when there is none (any more).
    public func load(_ id: Int) async throws(PostgresError) -> Upload? {
        guard let row = try await database.run(Self.load, [String(id)]).rows.values.first else {
            return nil
        }
        guard row.count == 7, let key = row[0], let type = row[1], let name = row[2],
            let status = row[3]
        else {
            throw PostgresError(.unexpectedAnswer, "a column of uploads is null")
        }
        return Upload(
            id: id, s3Key: key, fileType: type, filename: name, status: UploadStatus(rawValue: status),
            errorMessage: row[4], hasPreview: row[5] == "t", secondsSinceChange: max(0, Double(row[6] ?? "") ?? 0))
    }

    /// Sets `ready` with the preview (JSON text, cleaned here) and clears `error_message`. False when the row is gone
    /// or has none of the expected statuses.
    public func markReady(
        _ id: Int, previewJSON: String, expecting: Set<UploadStatus> = [.pending, .processing, .failed]
    ) async throws(PostgresError) -> Bool {
        try await change(Self.markReady, Self.isReady, id, TextSanitizer.json(previewJSON), expecting)
    }

    /// Sets `failed` with the message (cleaned and cut here); the preview stays as it is. False when the row is gone or
    /// has none of the expected statuses.
    public func markFailed(
        _ id: Int, errorMessage: String,
        expecting: Set<UploadStatus> = [.pending, .processing, .failed]
    ) async throws(PostgresError) -> Bool {
        try await change(
            Self.markFailed, Self.isFailed, id, TextSanitizer.text(errorMessage), expecting)
    }

    /// Sets `processing`; nothing else changes. False when the row is gone or has none of the expected statuses.
    public func markProcessing(
        _ id: Int, expecting: Set<UploadStatus> = [.pending, .processing, .failed]
    ) async throws(PostgresError) -> Bool {
        try await change(
            Self.markProcessing, Self.isProcessing, id, UploadStatus.processing.rawValue, expecting)
    }

    private func change(
        _ update: Statement, _ check: Statement, _ id: Int, _ value: String,
        _ expecting: Set<UploadStatus>
    ) async throws(PostgresError) -> Bool {
        let answer = try await database.run(update, [String(id), value, Self.array(expecting)])
        if answer.rows.affected > 0 { return true }
        guard answer.isRepeated else { return false }
        // The connection broke after the first attempt was sent: perhaps it was that one which changed the row.
        return try await !database.run(check, [String(id), value]).rows.values.isEmpty
    }

    /// PostgreSQL's text form of an array.
    private static func array(_ statuses: Set<UploadStatus>) -> String {
        let quoted = statuses.map(\.rawValue).sorted().map { status in
            "\"" + status.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : String($0) }.joined() + "\""
        }
        return "{\(quoted.joined(separator: ","))}"
    }
}

extension UploadsTable {
    private static let guarded =
        "updated_at = now() WHERE id = $1::bigint AND status = ANY($3::text[])"

    private static let load = Statement(
        name: "load",
        """
        SELECT s3_key, file_type, filename, status, error_message, parsed_preview IS NOT NULL,
          extract(epoch FROM clock_timestamp() - updated_at)::float8
        FROM uploads WHERE id = $1::bigint
        """)
    private static let markReady = Statement(
        name: "mark_ready",
        "UPDATE uploads SET status = 'ready', parsed_preview = $2::json, error_message = NULL, \(guarded)"
    )
    private static let markFailed = Statement(
        name: "mark_failed",
        "UPDATE uploads SET status = 'failed', error_message = $2::text, \(guarded)")
    private static let markProcessing = Statement(
        name: "mark_processing", "UPDATE uploads SET status = $2::text, \(guarded)")

    // A column of type json keeps the text as it was sent.
    private static let isReady = Statement(
        "SELECT 1 FROM uploads WHERE id = $1::bigint AND status = 'ready' AND parsed_preview::text = $2::text"
    )
    private static let isFailed = Statement(
        "SELECT 1 FROM uploads WHERE id = $1::bigint AND status = 'failed' AND error_message = $2::text"
    )
    private static let isProcessing = Statement(
        "SELECT 1 FROM uploads WHERE id = $1::bigint AND status = $2::text")
}
