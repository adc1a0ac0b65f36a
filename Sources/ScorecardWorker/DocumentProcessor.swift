public import OCRPool
public import Recognition
public import Scorecard

/// Reads documents with the settings that serve their kind: the step of the worker between bytes and preview.
public struct DocumentProcessor: Sendable {
    private let pool: ReaderPool
    private let profiles: [RecognitionProfile]

    /// A document that has been read, and how long it waited for a reader.
    public struct Answer: Sendable {
        /// The document.
        public let document: ReadDocument
        /// From the call to the sending of the document.
        public let queueWait: Duration
    }

    /// Creates a processor; the pool stays the caller's to shut down.
    public init(pool: ReaderPool, profiles: [RecognitionProfile]) {
        self.pool = pool
        self.profiles = profiles
    }

    /// Reads one document. A reader that dies is not always the document's fault, so a death is tried once more in a
    /// fresh reader (CONTRACT.md, Retries).
    ///
    /// - Parameters:
    ///   - options: limits of this document; a second try has as much time as the first.
    ///   - onReader: told the process of the reader that gets the document.
    ///   - onDeath: told why a first reader died.
    /// - Throws: `document` when the bytes are at fault, `reader` when reading failed.
    public func read(
        _ bytes: [UInt8], options: ReadOptions = ReadOptions(),
        onReader: @escaping @Sendable (Int32) -> Void = { _ in },
        onDeath: @Sendable (PoolError) -> Void = { _ in }
    ) async throws(ProcessingError) -> Answer {
        let answer: ReadAnswer
        do throws(PoolError) {
            answer = try await readOnce(bytes, options, onReader)
        } catch {
            guard error.isChildDeath else { throw .reader(error) }
            onDeath(error)
            answer = try await readAgain(bytes, options, onReader)
        }
        guard let result = answer.results.first else {
            throw .reader(PoolError(.protocolViolation("an answer without a result")))
        }
        do throws(RecognitionFailure) {
            return Answer(document: try result.get(), queueWait: answer.queueWait)
        } catch {
            throw .document(error)
        }
    }

    private func readOnce(
        _ bytes: [UInt8], _ options: ReadOptions, _ onReader: @escaping @Sendable (Int32) -> Void
    ) async throws(PoolError) -> ReadAnswer {
        try await pool.read(bytes, plan: .byKind(profiles), options: options, onReader: onReader)
    }

    private func readAgain(
        _ bytes: [UInt8], _ options: ReadOptions, _ onReader: @escaping @Sendable (Int32) -> Void
    ) async throws(ProcessingError) -> ReadAnswer {
        do throws(PoolError) {
            return try await readOnce(bytes, options, onReader)
        } catch {
            throw .reader(error)
        }
    }
}
