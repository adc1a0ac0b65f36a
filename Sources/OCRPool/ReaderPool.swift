public import OCRWire
public import Recognition
internal import Synchronization

/// Reads documents in child processes, so that a hostile file costs its own answer and nothing else.
///
/// Each of its slots runs one reader and gives it one document at a time. A reader that crashes, hangs or talks
/// nonsense is killed, reaped and replaced, and its document fails with the reason; whether to try it again is the
/// caller's decision (`PoolError.isChildDeath`). A reader that has done enough (`RecyclingPolicy`) goes once its
/// successor is warm.
public final class ReaderPool: Sendable {
    /// What the readers say of themselves.
    public let hello: ReaderHello
    /// How the pool was set up.
    public let configuration: PoolConfiguration
    private let dispatcher: Dispatcher
    private let nextID = Atomic<UInt64>(1)

    /// Starts the readers and waits until all are warm. The first that fails ends the pool, and says why.
    public init(_ configuration: PoolConfiguration) async throws(PoolError) {
        let dispatcher = Dispatcher(configuration)
        let started = await dispatcher.start()
        if case .failure = started {
            dispatcher.shutDown()
            await dispatcher.allFinished()
        }
        hello = try started.get()
        self.configuration = configuration
        self.dispatcher = dispatcher
    }

    deinit {
        dispatcher.shutDown()
    }

    /// Reads a document, waiting for a free reader first. Cancelling the task kills the reader that has the document.
    public func read(
        _ document: [UInt8], plan: ReadPlan, options: ReadOptions = ReadOptions()
    ) async throws(PoolError) -> ReadAnswer {
        try await read(document, plan: plan, options: options, onReader: { _ in })
    }

    /// The same for a caller who wants to know who reads.
    ///
    /// - Parameter onReader: told the process of the reader that gets the document, and of its successor if that one
    ///   dies before it has accepted it. Called on the reader's thread; must not block.
    public func read(
        _ document: [UInt8], plan: ReadPlan, options: ReadOptions, onReader: @escaping @Sendable (Int32) -> Void
    ) async throws(PoolError) -> ReadAnswer {
        let request = ReadRequest(
            id: nextID.add(1, ordering: .relaxed).oldValue, plan: plan, limits: options.limits ?? configuration.limits,
            deadlineMilliseconds: (options.softLimit ?? configuration.softLimit).map(Self.milliseconds),
            documentBytes: document.count, pictures: options.pictures)
        let hardLimit = options.hardLimit ?? configuration.hardLimit
        let answer: ReadTask.Answer = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                submit(request, document, hardLimit, onReader, continuation)
            }
        } onCancel: {
            dispatcher.cancel(request.id)
        }
        return try answer.get()
    }

    /// Changes the number of readers, at once for documents to come: new ones are warm a moment later, and those that
    /// are too many end, idle ones first, the others after their document. Never fewer than one.
    public func resize(to size: Int) {
        dispatcher.resize(to: size)
    }

    /// Readers wanted: `PoolConfiguration.concurrency`, until `resize`.
    public var size: Int { status.size }

    /// What the readers are doing now.
    public var status: PoolStatus { dispatcher.status }

    /// Kills the readers that are at work, lets the others end, and returns when all are gone. Documents that wait or
    /// are being read fail with `shutDown`.
    public func shutdown() async {
        dispatcher.shutDown()
        await dispatcher.allFinished()
    }

    private func submit(
        _ request: ReadRequest, _ document: [UInt8], _ hardLimit: Duration,
        _ onReader: @escaping @Sendable (Int32) -> Void,
        _ continuation: CheckedContinuation<ReadTask.Answer, Never>
    ) {
        do throws(PoolError) {
            dispatcher.submit(
                try ReadTask(
                    request, document: document, hardLimit: hardLimit, onReader: onReader, continuation: continuation))
        } catch {
            continuation.resume(returning: .failure(error))
            return
        }
        // The handler ran before there was anything to cancel.
        if Task.isCancelled { dispatcher.cancel(request.id) }
    }

    private static func milliseconds(_ duration: Duration) -> Int {
        let (seconds, attoseconds) = duration.components
        return Int(clamping: max(1, seconds * 1000 + attoseconds / 1_000_000_000_000_000))
    }
}
