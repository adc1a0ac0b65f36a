internal import CProcessShim
internal import OCRWire
internal import Recognition

/// A document on its way to a reader: all that is needed to send it, and who waits for it.
final class ReadTask: Sendable {
    typealias Answer = Result<ReadAnswer, PoolError>

    let ticket: SlotStateMachine.Ticket
    /// The encoded request.
    let frame: [UInt8]
    /// The document's bytes, sealed.
    let document: OwnedDescriptor
    let submitted: ContinuousClock.Instant
    /// Told the process of the reader that is about to get the document.
    let onReader: @Sendable (Int32) -> Void
    private let continuation: CheckedContinuation<Answer, Never>

    /// Copies the document into sealed memory.
    init(
        _ request: ReadRequest, document: [UInt8], hardLimit: Duration, onReader: @escaping @Sendable (Int32) -> Void,
        continuation: CheckedContinuation<Answer, Never>
    ) throws(PoolError) {
        submitted = .now
        ticket = SlotStateMachine.Ticket(
            id: request.id, resultCount: request.plan.resultCount, hardLimit: hardLimit,
            wantsPictures: request.pictures != nil)
        self.onReader = onReader
        self.continuation = continuation
        do throws(WireError) {
            frame = try ParentMessage.request(request).encoded()
        } catch {
            throw PoolError(.systemFailure("The request cannot be sent: \(error.sentence)"))
        }
        let memory = document.withUnsafeBytes { process_sealed_memory($0.baseAddress, $0.count) }
        guard memory >= 0 else { throw PoolError.system("memory file for the document", memory) }
        self.document = OwnedDescriptor(raw: memory)
    }

    /// Wakes who waits; called once.
    func finish(_ answer: Answer) {
        continuation.resume(returning: answer)
    }
}
