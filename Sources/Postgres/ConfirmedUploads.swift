/// An upload whose preview a person confirmed.
public struct ConfirmedUpload: Sendable, Hashable {
    /// Its primary key.
    public var id: Int
    /// The object's key in the bucket.
    public var s3Key: String
    /// `parsed_preview` as JSON text.
    public var previewJSON: String

    /// Creates a row.
    public init(id: Int, s3Key: String, previewJSON: String) {
        self.id = id
        self.s3Key = s3Key
        self.previewJSON = previewJSON
    }
}

/// The uploads whose preview a person confirmed, read only.
///
/// The contract's table has no column for it, so what counts is: the status `applied`, or `"confirmed": true` in
/// `upload_metadata`, or that the caller names the upload.
public struct ConfirmedUploads: Sendable {
    private let database: Database

    /// Creates the list's client.
    public init(_ database: Database) {
        self.database = database
    }

    /// The next of them in order of their ids; an answer shorter than `limit` is the last.
    ///
    /// - Parameters:
    ///   - id: only later ones.
    ///   - named: uploads that the caller knows to be confirmed; `ready` ones count too.
    public func after(_ id: Int, named: [Int], limit: Int) async throws(PostgresError) -> [ConfirmedUpload] {
        let list = "{\(named.map(String.init).joined(separator: ","))}"
        let rows = try await database.query(Self.page, [String(id), list, String(limit)])
        var uploads: [ConfirmedUpload] = []
        for row in rows.values {
            guard row.count == 3, let id = row[0].flatMap({ Int($0) }), let key = row[1], let preview = row[2] else {
                throw PostgresError(.unexpectedAnswer, "a column of uploads is null")
            }
            uploads.append(ConfirmedUpload(id: id, s3Key: key, previewJSON: preview))
        }
        return uploads
    }

    private static let page = Statement(
        """
        SELECT id, s3_key, parsed_preview::text FROM uploads
        WHERE id > $1::bigint AND parsed_preview::text <> 'null' AND (status = 'applied'
          OR (status = 'ready' AND (upload_metadata ->> 'confirmed' = 'true' OR id = ANY($2::bigint[]))))
        ORDER BY id LIMIT $3::bigint
        """)
}
