/// Why a document could not be read; none of these is cured by trying again.
public enum RecognitionFailure: Error, Codable, Sendable, Hashable {
    /// No bytes at all.
    case emptyFile
    /// Not one of the accepted formats; the value names what was found, `HEIC` for example.
    case unsupportedFormat(String)
    /// A PDF that asks for a password.
    case encryptedPDF
    /// The bytes begin like an accepted format and cannot be decoded.
    case corruptFile(String)
    /// One of `RecognitionLimits` is exceeded.
    case limitExceeded(limit: String, found: Int, allowed: Int)
    /// The settings cannot work with the models at hand (no legacy part, no such model, PSM without text).
    case infeasibleSettings(String)
    /// The soft limit passed; a text that was cut short is never a result.
    case deadlineExceeded
    /// A C library ran out of memory.
    case outOfMemory
    /// A C library failed in a way that has no name above.
    case engineFailure(String)

    /// One sentence: what, why, and what to do.
    public var sentence: String {
        switch self {
        case .emptyFile: "The file is empty; upload it again."
        case .unsupportedFormat(let format):
            "\(format) is not supported; send a JPEG, PNG, TIFF, WebP, BMP, GIF or PDF."
        case .encryptedPDF: "The PDF is protected by a password; remove the password and send it again."
        case .corruptFile(let reason): "The file is damaged (\(reason)); export or photograph it again."
        case .limitExceeded(let limit, let found, let allowed):
            "The file has \(found) \(limit), more than the limit allows (\(allowed)); send a smaller one."
        case .infeasibleSettings(let reason): "The settings cannot be used: \(reason)."
        case .deadlineExceeded: "Reading took longer than the time limit; send a smaller or clearer file."
        case .outOfMemory: "Reading needed more memory than allowed; send a smaller file."
        case .engineFailure(let reason): "The OCR engine failed (\(reason)); report the file to the operator."
        }
    }
}
