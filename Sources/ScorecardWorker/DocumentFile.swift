internal import Foundation
public import Recognition

/// A document on disk, read whole and within a limit.
public struct DocumentFile: Sendable {
    /// Path as given.
    public let path: String
    /// Its bytes.
    public let bytes: [UInt8]

    /// Reads the file; its size is checked before a byte is read.
    ///
    /// - Throws: `missingFile` or `document(.limitExceeded)`.
    public init(path: String, limits: RecognitionLimits) throws(ProcessingError) {
        self.path = path
        do {
            let attributes = try FileManager.default.attributesOfItem(atPath: path)
            guard attributes[.type] as? FileAttributeType != .typeDirectory else {
                throw ProcessingError.missingFile(path, reason: "it is a directory")
            }
            let size = attributes[.size] as? Int ?? 0
            guard size <= limits.fileBytes else {
                throw ProcessingError.document(.limitExceeded(limit: "bytes", found: size, allowed: limits.fileBytes))
            }
            bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
        } catch let error as ProcessingError {
            throw error
        } catch {
            let reason =
                (error as? CocoaError)?.code == .fileReadNoPermission ? "permission is denied" : "there is no such file"
            throw .missingFile(path, reason: reason)
        }
    }
}
