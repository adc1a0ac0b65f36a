public import OCRPool
public import Recognition
public import Scorecard

/// Reads documents with the settings that serve their kind: the step of the worker between bytes and preview.
public struct DocumentProcessor: Sendable {
    private let pool: ReaderPool
    private let profiles: [RecognitionProfile]

    /// Creates a processor; the pool stays the caller's to shut down.
    public init(pool: ReaderPool, profiles: [RecognitionProfile]) {
        self.pool = pool
        self.profiles = profiles
    }

    /// Reads one document. A reader that dies is not always the document's fault, so a death is tried once more in a
    /// fresh reader (CONTRACT.md, Retries).
    ///
    /// - Throws: `document` when the bytes are at fault, `reader` when reading failed.
    public func read(_ bytes: [UInt8]) async throws(ProcessingError) -> ReadDocument {
        let answer: ReadAnswer
        do throws(PoolError) {
            answer = try await readOnce(bytes)
        } catch {
            guard error.isChildDeath else { throw .reader(error) }
            answer = try await readAgain(bytes)
        }
        guard let result = answer.results.first else {
            throw .reader(PoolError(.protocolViolation("an answer without a result")))
        }
        do throws(RecognitionFailure) {
            return try result.get()
        } catch {
            throw .document(error)
        }
    }

    private func readOnce(_ bytes: [UInt8]) async throws(PoolError) -> ReadAnswer {
        try await pool.read(bytes, plan: .byKind(profiles))
    }

    private func readAgain(_ bytes: [UInt8]) async throws(ProcessingError) -> ReadAnswer {
        do throws(PoolError) {
            return try await readOnce(bytes)
        } catch {
            throw .reader(error)
        }
    }
}
