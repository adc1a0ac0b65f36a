internal import ObjectStorage
internal import Postgres

/// Why uploads cannot be fetched at all.
public struct UploadImportError: Error, Sendable, Hashable {
    /// What, why, and what to do.
    public let sentence: String

    init(_ sentence: String) { self.sentence = sentence }

    init(_ error: PostgresError) {
        self.init("The uploads cannot be listed: \(error.sentence)")
    }

    init(_ error: ObjectStorageError) {
        self.init("The uploads cannot be fetched: \(error.sentence)")
    }
}

/// An upload that cannot become a card of a corpus, and why; others can.
public struct UploadFault: Error, Sendable, Hashable {
    /// `upload 42`.
    public let name: String
    /// What is wrong with it.
    public let sentence: String
}
