public import OCRPool
public import OCRWire
public import Recognition
public import Scorecard

/// A document as our reader read it, and its pages for a person to look at.
public struct DraftedCard: Sendable {
    /// What the reader made of it.
    public var document: ReadDocument
    /// Its pages, drawn by the reader.
    public var pictures: [PagePicture]
}

/// Reads documents in sandboxed readers: this process never decodes a byte of them.
public struct CardDrafter: Sendable {
    private let pool: ReaderPool
    private let profiles: [RecognitionProfile]

    /// Creates a drafter that reads with these settings.
    public init(pool: ReaderPool, profiles: [RecognitionProfile]) {
        self.pool = pool
        self.profiles = profiles
    }

    /// Reads a document, and draws its pages if asked to.
    ///
    /// - Parameter name: what an error calls it.
    public func draft(
        _ bytes: [UInt8], name: String, pictures: PictureOrder? = nil
    ) async throws(LabellingError) -> DraftedCard {
        let answer = try await read(bytes, name: name, pictures)
        switch answer.results.first {
        case .success(let document): return DraftedCard(document: document, pictures: answer.pictures)
        case .failure(let failure): throw .unreadable(name: name, sentence: failure.sentence)
        case nil: throw .reader("the reader gave no result.")
        }
    }

    /// Ends the readers.
    public func finish() async { await pool.shutdown() }

    private func read(
        _ bytes: [UInt8], name: String, _ pictures: PictureOrder?
    ) async throws(LabellingError) -> ReadAnswer {
        do throws(PoolError) {
            return try await pool.read(
                bytes, plan: .byKind(profiles),
                options: ReadOptions(softLimit: .seconds(120), hardLimit: .seconds(150), pictures: pictures))
        } catch {
            throw error.blamesDocument
                ? .unreadable(name: name, sentence: error.sentence) : .reader(error.description)
        }
    }
}
