/// A row of `uploads`, as far as the worker reads it.
public struct Upload: Sendable, Hashable {
    /// Its primary key.
    public var id: Int
    /// The object's key in the bucket; the file name in it is the user's.
    public var s3Key: String
    /// The type that the browser claimed: `image/jpeg`.
    public var fileType: String
    /// The user's name for the file; for logs, never a path.
    public var filename: String
    /// How far it has come.
    public var status: UploadStatus
    /// Why the last reading failed.
    public var errorMessage: String?
    /// True if a `parsed_preview` is there.
    public var hasPreview: Bool
    /// Seconds since the row was last changed, as a rule by the backend just before it enqueued the task; 0 or more.
    public var secondsSinceChange: Double

    /// Creates a row.
    public init(
        id: Int, s3Key: String, fileType: String, filename: String, status: UploadStatus,
        errorMessage: String? = nil,
        hasPreview: Bool = false, secondsSinceChange: Double = 0
    ) {
        self.id = id
        self.s3Key = s3Key
        self.fileType = fileType
        self.filename = filename
        self.status = status
        self.errorMessage = errorMessage
        self.hasPreview = hasPreview
        self.secondsSinceChange = secondsSinceChange
    }
}

/// `uploads.status`: a string, so that the backend may add more.
public struct UploadStatus: RawRepresentable, Sendable, Hashable {
    /// As in the row.
    public let rawValue: String

    /// Takes any string.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// Uploaded, not enqueued.
    public static let pending = UploadStatus(rawValue: "pending")
    /// Enqueued, or being read.
    public static let processing = UploadStatus(rawValue: "processing")
    /// Read: the preview is there.
    public static let ready = UploadStatus(rawValue: "ready")
    /// Not readable: the error message says why.
    public static let failed = UploadStatus(rawValue: "failed")
}
