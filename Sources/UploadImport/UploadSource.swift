public import Corpus
internal import ObjectStorage
internal import Postgres
internal import Recognition

/// Uploads whose preview a person confirmed, with their files; nothing is written anywhere.
///
/// The contract's table does not say who confirmed what: see `ConfirmedUploads` for what counts.
public struct UploadSource: Sendable {
    private let database: Database
    private let store: ObjectStore
    private let named: [Int]

    /// Connects to nothing yet.
    ///
    /// - Parameters:
    ///   - databaseURL: as the worker's `DATABASE_URL`.
    ///   - named: uploads that the caller knows to be confirmed.
    public init(databaseURL: String, storage: StorageSettings, named: [Int]) throws(UploadImportError) {
        do throws(PostgresError) {
            database = try Database(
                DatabaseConfiguration(
                    url: try DatabaseURL(databaseURL), applicationName: "cricksy-bench", patience: .seconds(10)))
        } catch {
            throw UploadImportError(error)
        }
        do throws(ObjectStorageError) {
            store = try ObjectStore(storage.configuration)
        } catch {
            throw UploadImportError(error)
        }
        self.named = named
    }

    /// Visits each upload in turn: its card, or why there is none. Returns how many there were.
    public func visit(
        _ body: (Result<IncomingCard, UploadFault>) async throws -> Void
    ) async throws -> Int {
        var (last, count) = (-1, 0)
        while true {
            let page = try await uploads(after: last)
            for upload in page {
                try await body(try await card(of: upload))
                last = upload.id
            }
            count += page.count
            if page.count < Self.pageSize { return count }
        }
    }

    /// Closes the connections.
    public func finish() async { await database.shutDown() }

    /// Previews are large; a few at a time are enough.
    private static let pageSize = 20

    private func uploads(after id: Int) async throws(UploadImportError) -> [ConfirmedUpload] {
        do throws(PostgresError) {
            return try await ConfirmedUploads(database).after(id, named: named, limit: Self.pageSize)
        } catch {
            throw UploadImportError(error)
        }
    }

    private func card(of upload: ConfirmedUpload) async throws(UploadImportError) -> Result<IncomingCard, UploadFault> {
        let name = "upload \(upload.id)"
        let truth: PreviewTruth
        do throws(CorpusError) {
            truth = try PreviewTruth(json: upload.previewJSON, name: name)
        } catch {
            return .failure(UploadFault(name: name, sentence: error.sentence))
        }
        do throws(ObjectStorageError) {
            let bytes = try await store.get(upload.s3Key, limit: RecognitionLimits().fileBytes)
            return .success(
                IncomingCard(name: name, bytes: bytes, truth: truth.card, boxes: truth.boxes, source: name))
        } catch {
            guard error.disposition == .permanent else { throw UploadImportError(error) }
            return .failure(UploadFault(name: name, sentence: "\(name): \(error.sentence)"))
        }
    }
}
